// The worker that makes the widgets' surveys (widget.ts), with the core that the page itself has loaded.
interface Question {
  number: number;
  core: string;
  kind: string;
  id: string;
  state: string;
}

// Not the window: the types of a worker would contradict those of the page
const surveyor = self as unknown as { onmessage: (event: MessageEvent) => void; postMessage(answer: object): void };

surveyor.onmessage = async ({ data }: MessageEvent<Question>) => {
  const { number, core, kind, id, state } = data;
  try {
    const { survey } = await import(/* @vite-ignore */ core);
    surveyor.postMessage({ number, found: survey(kind, id, state) });
  } catch (cause) {
    surveyor.postMessage({ number, failure: String(cause) });
  }
};
