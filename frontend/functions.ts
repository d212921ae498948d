// Flow's client hands small pieces of source text to window.Function, which our content security policy forbids
// (script-src without 'unsafe-eval'). This stands in for it on lesson pages: each text that Flow sends is known here, and
// an unknown one is an error that the journey tests fail on.

type Compiled = (...args: any[]) => unknown;

const vaadin = () => (window as any).Vaadin;

// Keyed by the parameters' names and the text, white space folded
const known = new Map<string, Compiled>([
  [
    '$0: document.title = $0; if(window?.Vaadin?.documentTitleSignal) { window.Vaadin.documentTitleSignal.value = $0; }',
    () => undefined, // the page has its title from the first response
  ],
  // The listener for the page's visibility: whether to send, and what
  ['event, element: return (1)', () => 1],
  ['event, element: return (event.detail)', (event: CustomEvent) => event.detail],
  [
    '$0, $1: return (async function() { this.serverConnected($0)}).apply($1)',
    async (cancel: boolean, container: any) => container.serverConnected(cancel),
  ],
  [
    "$0, $1, $2: return (async function() { this.$server['}p']($0, true, $1)}).apply($2)",
    async (call: number, result: unknown, element: any) => element.$server['}p'](call, true, result),
  ],
  [
    "$0, $1: return (async function() { this.$server['}p']($0, false)}).apply($1)",
    async (call: number, element: any) => element.$server['}p'](call, false),
  ],
]);

function loadOnDemand(source: string): Compiled | undefined {
  const key = /^return window\.Vaadin\.Flow\.loadOnDemand\('([0-9a-f]{64})'\);$/.exec(source)?.[1];
  return key === undefined ? undefined : () => vaadin().Flow.loadOnDemand(key);
}

function find(...parameters: string[]): Compiled {
  const source = (parameters.pop() ?? '').replace(/\s+/g, ' ').trim();
  const text = `${parameters.join(', ')}: ${source}`;
  const found = known.get(text) ?? loadOnDemand(source);
  if (!found) {
    console.error(`Not a function that Flow is known to send: ${text}`);
  }
  return found ?? (() => undefined);
}

/** Works as a constructor and as a function, as Function does, but looks its text up instead of compiling it. */
export const allowListedFunctions = new Proxy(Function, {
  construct: (_target, parameters: string[]) => find(...parameters),
  apply: (_target, _this, parameters: string[]) => find(...parameters),
});
