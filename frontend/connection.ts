// How Vaadin Flow joins a page that is already there: nothing of it is loaded until the browser is idle or somebody
// asks the server something. Flow then mounts one invisible element, <lesson-connection>, whose server side is
// LessonView; the page itself is never rendered again. The progress page has a place for the charts that its view shows.
import { allowListedFunctions } from './functions';
import { keptSeed, seedOfPage } from './kept';
import type { Findings, Frame, StepRequest } from './widget';

/** What a learner is to see of a question after something was said about it; the HTML is the server's. */
export interface Status {
  item: string;
  html: string;
  outcome: 'open' | 'right' | 'wrong' | 'kept' | 'unreadable' | 'changed' | 'later' | 'late' | 'reported';
  closed: boolean;
  /** What is to stand in the place of the whole question; empty where only the verdict changes. */
  element: string;
  marks: Mark[];
}

/** A mark in the contents tree that has changed. */
export interface Mark {
  id: string;
  state: 'new' | 'begun' | 'done';
  html: string;
}

/** The methods that LessonView offers to the browser. */
export interface LessonServer {
  answer(question: string, variant: number, tag: string, attempt: string, input: string): Promise<Status>;
  foresee(
    question: string,
    variant: number,
    tag: string,
    attempt: string,
    input: string,
    confidence: number,
  ): Promise<Status>;
  assess(question: string, variant: number, attempt: string, level: number): Promise<Status>;
  hint(question: string, variant: number, number: number): Promise<Status>;
  solution(question: string, variant: number): Promise<Status>;
  vary(question: string, number: number, variant: number, attempt: string): Promise<Status>;
  again(question: string, number: number, attempt: string): Promise<Status>;
  takeBack(question: string, number: number, attempt: string): Promise<Status>;
  report(question: string, variant: number, attempt: string, text: string): Promise<Status>;
  step(request: StepRequest): Promise<Frame>;
  survey(kind: string, id: string, state: string): Promise<Findings>;
  data(kind: string, state: string): Promise<string>;
  draft(widget: string, state: string): Promise<void>;
  reach(section: string): Promise<void>;
}

/** What a review shows: the thing that is asked, and how many are due without new cards; or, with a notice, what it has shown before. */
export interface ReviewStep {
  html: string;
  owed: number;
  notice: string;
}

/** The methods that ReviewView offers to the browser. */
export interface ReviewServer {
  reveal(item: string, turn: number): Promise<ReviewStep>;
  rate(item: string, turn: number, rating: number): Promise<ReviewStep>;
}

/** The server has no room just now, and says so in words for whoever waits. */
export class NoRoom extends Error {}

/** Flow has given up: the browser has lost the cookie of this page's session, and nothing is answered until the page comes anew. */
export class Ended extends Error {}

/** Fails once Flow has given up, which it says in a notice at the end of the page; our own words say it better. */
const ended = new Promise<never>((_, reject) => {
  const watch = new MutationObserver(() => {
    const notice = document.querySelector('.v-system-error');
    if (notice) {
      notice.remove();
      watch.disconnect();
      reject(new Ended());
    }
  });
  watch.observe(document.body, { childList: true });
});
ended.catch(() => {}); // heard of by whoever waits for an answer

/** What the server has answered; fails if it takes longer, and at once where Flow has given up. */
export function within<T>(milliseconds: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
    Promise.race([answer, ended])
      .then((answered) => {
        forgetDeed(); // The session is there again: when it is lost once more, the same deed may load the page anew
        resolve(answered);
      }, reject)
      .finally(() => clearTimeout(timer));
  });
}

/** Names, in this tab, the deed that the page was last loaded anew for. */
const CAME_ANEW = 'came-anew';

/**
 * Loads the page anew, once for each deed until the server has answered: where no cookie is kept at all, that would not help. What was
 * typed and sent is kept and goes out again from there. Where this tab stores nothing, nobody could tell the first time from the next,
 * and the page stays.
 */
export function comeAnew(deed: string): 'loads' | 'tried' | 'stores nothing' {
  try {
    if (sessionStorage.getItem(CAME_ANEW) === deed) {
      return 'tried';
    }
    sessionStorage.setItem(CAME_ANEW, deed);
  } catch {
    return 'stores nothing';
  }
  location.reload();
  return 'loads';
}

/** Keeps no longer what the page was loaded anew for. */
export function forgetDeed(): void {
  try {
    sessionStorage.removeItem(CAME_ANEW);
  } catch {
    // Nothing was kept
  }
}

interface FlowContainer extends HTMLElement {
  onBeforeEnter(context: { pathname: string; search: string }, commands: object): Promise<unknown>;
}

// The server names the view that answers for this page, and whether it is waited for or only asked when needed
const page = document.querySelector<HTMLElement>('main[data-route]');
// Where the application is mounted, with a slash at its end
const root = document.documentElement.dataset.root ?? '/';

let joining: Promise<HTMLElement> | undefined;

/** The server side of this page, of a lesson unless it is said otherwise; boots Flow at the first call. A failed start is forgotten, so that a later call tries again. */
export async function server<T = LessonServer>(): Promise<T> {
  joining ??= join().catch((cause: unknown) => {
    joining = undefined;
    throw cause;
  });
  const connection = (await joining).querySelector('lesson-connection') as { $server?: T } | null;
  if (!connection?.$server) {
    throw new Error('The server did not join');
  }
  return connection.$server;
}

/** The same if Flow has been booted; what is not worth it otherwise asks here. */
export async function ifJoined(): Promise<LessonServer | undefined> {
  return joining ? server() : undefined;
}

/** Joins once the page has come to rest, so that the visit is recorded and the first answer need not wait. */
export function joinWhenIdle(): void {
  if (page?.dataset.join !== 'idle') {
    return;
  }
  const start = () => {
    joining ??= join();
    joining.catch(() => (joining = undefined)); // whoever needs the server asks again, and is told
  };
  const whenIdle = () =>
    'requestIdleCallback' in window ? requestIdleCallback(start, { timeout: 4000 }) : setTimeout(start, 1500);
  if (document.readyState === 'complete') {
    whenIdle();
  } else {
    addEventListener('load', whenIdle, { once: true });
  }
}

async function join(): Promise<HTMLElement> {
  if (!page) {
    throw new Error('This page has no view to answer for it');
  }
  const vaadin = ((window as any).Vaadin ??= {});
  if (!vaadin.Flow?.clients) {
    (window as any).Function = allowListedFunctions;
  }
  const location = page.dataset.route!;
  // A newcomer keeps the numbers under which something was typed, else those that the page was written with
  const seed = keptSeed() ?? seedOfPage();
  const query = seed === undefined ? '' : `seed=${seed}`;
  const initial = fetchInitial(location, query);
  const [{ Flow }, response] = await Promise.all([import('Frontend/generated/jar-resources/Flow.js'), initial]);
  // Flow finds the first answer here and asks no second time. Its own request would be relative to this page, which
  // has no <base>: that would turn each link to a heading into a link to the home page.
  vaadin.TypeScript = { initial: response };
  const flow = new Flow({ imports: () => import('Frontend/generated/flow/generated-flow-imports.js') });
  (flow as any).baseRegex = new RegExp('^/');
  // The view is made by the message after the first, which asks for it with this query
  const context = { pathname: '/' + location, search: query && `?${query}` };
  const container = (await flow.serverSideRoutes[0].action(context as any)) as unknown as FlowContainer;
  await container.onBeforeEnter(context, {});
  // A view that shows something has its place in the page; the others stay out of sight at its end
  document.querySelector('[data-view]')?.append(container);
  return container;
}

async function fetchInitial(location: string, query: string): Promise<object> {
  const parameters = new URLSearchParams({ 'v-r': 'init', location, query });
  const answer = await fetch(`${root}?${parameters}`, { credentials: 'same-origin' });
  if (answer.status === 503 && answer.headers.get('Content-Type')?.startsWith('text/plain')) {
    throw new NoRoom(await answer.text());
  }
  if (!answer.ok) {
    throw new Error(`The server answered ${answer.status}`);
  }
  const initial = await answer.json();
  initial.appConfig.serviceUrl = root;
  initial.appConfig.contextRootUrl = root;
  return initial;
}
