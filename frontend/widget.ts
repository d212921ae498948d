// <course-widget>: one element for every widget. It knows none of them: what a widget shows and how it changes is decided
// by the course's core, compiled from the same Java classes that the server runs. Here are the events, the frames, the
// focus, undo and redo, and the state that follows into the address.
//
// What takes longer than a frame (a survey: all optima, reliefs) is made by a worker with the same core. Its findings go
// into every later step; meanwhile the last ones stay, marked as such, and the worker is asked for the newest state only.
//
// The server has put the whole widget into the page, with its controls disabled and already in the state that the address
// names, or else in the one that was left here. See WidgetMarkup for the attributes that the two agree on.

// Compiled from Java; one file for the page and for the worker
import core from './generated/core/core.js?url';

/** What the core needs for one step; `how` is empty to show a state as it is. See Play.Request. */
export interface StepRequest {
  kind: string;
  id: string;
  state: string;
  how: '' | 'typed' | 'slid' | 'dragged' | 'chosen' | 'pressed';
  control: string;
  input: string;
  held: string;
  findings: string;
  entries: Entry[];
}

/** What is told at a field; opaque here but for the control and whether its text was taken. */
export interface Entry {
  control: string;
  text: string;
  message: string;
  rejected: boolean;
}

/** What is to be shown after a step. See Play.Frame. */
export interface Frame {
  state: string;
  fresh: boolean;
  due: boolean;
  parts: Part[];
  entries: Entry[];
  spoken: string;
}

/** The HTML inside one part of the widget. */
export interface Part {
  name: string;
  html: string;
}

/** What a survey has found. See Play.Findings. */
export interface Findings {
  findings: string;
  parts: Part[];
}

/** What is to be seen after a move. See Movement.Moved. */
export interface Moved {
  number: number;
  state: string;
  settled: boolean;
  parts: Part[];
  alterations: Alteration[];
}

/** An attribute with its value, one that is there or not, or a text. See Movement.Alteration. */
export interface Alteration {
  part: string;
  node: number;
  name?: string;
  value?: string;
  set?: boolean;
  text?: string;
}

/** The compiled core here and in a worker, or the server after a round trip, which is too far for single moves. */
export interface Engine {
  step(request: StepRequest): Frame | Promise<Frame>;
  begin?(kind: string, id: string, start: string, now: string, findings: string): Moved | null;
  move?(number: number, how: string, control: string, input: string): Moved | null;
  survey(kind: string, id: string, state: string): Promise<Findings>;
  data(kind: string, state: string): string | Promise<string>;
}

/** Typing is followed after this pause, and complained about only after that one. */
const TYPING_PAUSE = 300;
const COMPLAINT_PAUSE = 1500;

/** A control that has not been moved for so long rests: all is brought up to date, and what takes longer is asked for. */
const STILL = 150;

/** A result is spoken once the learner has paused: nobody wants to hear every step of a drag. */
const REST = 800;

/** The address follows after this pause (a browser takes about three changes a second), the server's memory after that. */
const ADDRESS_PAUSE = 400;
const DRAFT_PAUSE = 2000;

/** What the server's words about a widget that cannot be started give way to when a step fails. */
const FAILED =
  'That could not be worked out, which is our mistake. What you see is how it was before; the rest of the page is as it should be.';

const NO_FILE = 'The file could not be made.';

let fallback: Engine | undefined;
let keepDraft: ((id: string, state: string) => Promise<unknown>) | undefined;
let loading: Promise<Engine> | undefined;

/** What to ask where the compiled core cannot be loaded; widgets that have waited for it start now. */
export function setFallback(engine: Engine): void {
  fallback = engine;
  for (const widget of document.querySelectorAll<CourseWidget>('course-widget[data-broken]')) {
    widget.start();
  }
}

/** Where a state is kept once the learner rests, to be found again on return. */
export function setDraftKeeper(keeper: typeof keepDraft): void {
  keepDraft = keeper;
}

function engine(): Promise<Engine> {
  loading ??= import(/* @vite-ignore */ core).then(({ step, begin, move, survey, data }) => ({
    step,
    begin,
    move,
    data,
    survey: (...asked) => surveyInWorker(...asked).catch(() => survey(...asked)),
  }));
  return loading.catch((cause: unknown) => {
    loading = undefined;
    if (fallback) {
      return fallback;
    }
    throw cause;
  });
}

let worker: Worker | undefined;
let surveys = 0;

/** Asks a worker, the same for all widgets; it takes one survey after the other. */
function surveyInWorker(kind: string, id: string, state: string): Promise<Findings> {
  const surveyor = (worker ??= new Worker(new URL('./surveyor.ts', import.meta.url), { type: 'module' }));
  const number = ++surveys;
  return new Promise((resolve, reject) => {
    const listen = ({ data }: MessageEvent) => {
      if (data.number === number) {
        surveyor.removeEventListener('message', listen);
        if (data.found) {
          resolve(data.found);
        } else {
          reject(new Error(data.failure));
        }
      }
    };
    surveyor.addEventListener('message', listen);
    surveyor.addEventListener('error', () => reject(new Error('The worker could not be started')), { once: true });
    surveyor.postMessage({ number, core: new URL(core, location.href).href, kind, id, state });
  });
}

/** A step that waits for its frame. */
interface Step {
  how: StepRequest['how'];
  control: string;
  input: string;
  /** The state to go to, instead of changing the present one. */
  to?: string;
  travel?: 'back' | 'forth';
  /** A field that has been left: what was read from it is now shown there. */
  field?: HTMLInputElement;
  /** Not to be shown when it is rejected: somebody is still typing. */
  tentative?: boolean;
  /** The movement goes on: the axes stay. */
  held?: boolean;
  /** To be taken again and again until it changes nothing. */
  repeat?: boolean;
  /** Nothing has been done; there are new findings. */
  refresh?: boolean;
  /** Nothing has been done; a movement rests. */
  still?: boolean;
}

/** Changes of one control in a row count from the state in which the first was made, and are undone together. */
interface Gesture {
  key: string;
  start: string;
}

/** A movement of which the core tells what changes from move to move. */
interface Movement {
  key: string;
  /** The state in which it has begun, and the one to which it has come. */
  start: string;
  state: string;
  /** By which the core knows it. */
  number: number;
  /** Of the parts that it has changed: their elements and their texts, in the core's order. */
  nodes: Map<string, { elements: Element[]; texts: Text[] }>;
}

interface Drag {
  handle: SVGElement;
  pointer: number;
  control: string;
  moved: boolean;
  /** From the point that the handle stands for to where it was taken hold of. */
  offset: { x: number; y: number };
}

export class CourseWidget extends HTMLElement {
  private engine?: Engine;
  private initial = '';
  private state = '';
  private entries: Entry[] = [];
  private findings = '';
  /** The last state that had a result: the one that is drawn. */
  private drawn = '';
  /** The state that the next survey is about. */
  private wanted = '';
  private surveying = false;
  /** Whether the last step was part of a movement that goes on. */
  private moving = false;
  private movement?: Movement;
  /** Whether this frame has had its move; a further one waits for the next. */
  private moved = false;
  private nextMove?: Step;
  private stillTimer = 0;
  /** The step that repeats itself. */
  private running?: Step;
  private past: string[] = [];
  private future: string[] = [];
  private gesture?: Gesture;
  private drag?: Drag;
  private queue: Step[] = [];
  private working = false;
  private html = new Map<string, string>();
  private typingTimer = 0;
  private restTimer = 0;
  private addressTimer = 0;
  private draftTimer = 0;
  private words = '';

  connectedCallback(): void {
    if (!this.initial) {
      this.initial = this.getAttribute('state') ?? '';
      this.state = this.getAttribute('now') ?? this.initial;
      this.findings = this.getAttribute('findings') ?? '';
      this.start();
    }
  }

  /** The text of the state, which may be the answer to a question; empty until there is one. */
  get text(): string {
    return this.state;
  }

  /** Gets the controls going; without a core the page stays as the server has sent it, and says so. */
  async start(): Promise<void> {
    try {
      this.engine = await engine();
      await this.restore();
    } catch (cause) {
      console.error('The widget', this.id, 'could not be started', cause);
      this.toggleAttribute('data-broken', true);
      this.trouble.hidden = false;
      return;
    }
    this.removeAttribute('data-broken');
    this.trouble.hidden = true;
    this.listen();
    this.showHistory();
    this.toggleAttribute('data-live', true);
  }

  /** Where it is said what is wrong with the widget itself. */
  private get trouble(): HTMLElement {
    return this.querySelector<HTMLElement>(':scope > .widget > .widget-broken')!;
  }

  /** Shows once more what the server has shown, now with controls that work. */
  private async restore(): Promise<void> {
    const frame = await this.frameOf(this.state);
    if (!frame.fresh) {
      this.show(await this.frameOf(this.initial)); // The result that stands beside a state without one
    }
    this.show(frame);
  }

  private frameOf(state: string): Promise<Frame> {
    return this.ask({ how: '', control: '', input: '', to: state }, state);
  }

  private async ask(step: Step, state: string): Promise<Frame> {
    return this.engine!.step({
      kind: this.getAttribute('kind') ?? '',
      id: this.id,
      state: step.to ?? state,
      how: step.how,
      control: step.control,
      input: step.input,
      held: step.held ? (this.gesture?.start ?? '') : '',
      findings: this.findings,
      entries: step.to === undefined ? this.entries : [],
    });
  }

  // ---- Moves

  /** Follows a pointer or a key: at once, but once a frame. */
  private move(step: Step): void {
    if (this.moved) {
      this.nextMove = step;
      return;
    }
    this.moved = true;
    requestAnimationFrame(() => {
      this.moved = false;
      const next = this.nextMove;
      this.nextMove = undefined;
      if (next) {
        this.move(next);
      }
    });
    if (!this.working && this.moveTo(step)) {
      this.running = undefined;
      this.restAfter({ how: '', control: '', input: '', refresh: true, still: true });
    } else {
      this.take(step);
    }
  }

  /** Shows what a move changes; false when only a whole step can. */
  private moveTo(step: Step): boolean {
    const before = this.state;
    const key = `${step.how} ${step.control}`;
    const start = this.gesture?.key === key ? this.gesture.start : before;
    try {
      const movement = this.movementOf(key, start);
      const moved = movement && this.engine!.move!(movement.number, step.how, step.control, step.input);
      if (!moved) {
        this.movement = undefined;
        return false;
      }
      this.alter(moved, movement, step);
      this.state = this.drawn = movement.state = moved.state;
      this.toggleAttribute('data-seeking', !moved.settled);
    } catch (cause) {
      console.warn('The widget', this.id, 'could not follow a move', cause);
      this.movement = undefined;
      return false;
    }
    this.gesture = { key, start };
    this.moving = true;
    if (this.state !== before) {
      const first = this.past.at(-1) !== start || this.future.length > 0;
      this.record(step, before, start);
      this.remember();
      if (first) {
        this.showHistory();
      }
    }
    return true;
  }

  /** The movement that goes on, or else a new one: the page then shows what its moves are told against. */
  private movementOf(key: string, start: string): Movement | undefined {
    const last = this.movement;
    if (last?.key === key && last.start === start && last.state === this.state) {
      return last;
    }
    if (this.entries.length > 0 || this.drawn !== this.state) {
      return undefined; // Beside a rejected text the last result stays, and what is told at a field changes
    }
    const kind = this.getAttribute('kind') ?? '';
    const begun = this.engine!.begin?.(kind, this.id, start, this.state, this.findings);
    if (begun) {
      this.showParts(begun.parts);
      this.movement = { key, start, state: this.state, number: begun.number, nodes: new Map() };
      return this.movement;
    }
    return undefined;
  }

  private alter({ parts, alterations }: Moved, { nodes }: Movement, step: Step): void {
    for (const part of parts) {
      this.showParts([part]);
      nodes.delete(part.name);
    }
    for (const { part, node, name, value, set, text } of alterations) {
      let known = nodes.get(part);
      if (!known) {
        known = nodesOf(this.querySelector(`[data-part="${part}"]`)!);
        nodes.set(part, known);
        this.html.delete(part); // It is no longer as it was told
      }
      if (name === undefined) {
        known.texts[node].data = text!;
      } else if (value === undefined) {
        known.elements[node].toggleAttribute(name, set);
      } else {
        known.elements[node].setAttribute(name, value);
        if (name === 'value') {
          follow(known.elements[node], value, step);
        }
      }
    }
  }

  /** What is to be done once nothing has moved for a while. */
  private restAfter(step: Step): void {
    clearTimeout(this.stillTimer);
    this.stillTimer = setTimeout(() => this.take(step), STILL);
  }

  // ---- Steps

  /** Takes a step soon: of several movements of one control only the last one counts, once a frame. */
  private take(step: Step): void {
    if (step !== this.running && !step.refresh) {
      this.running = undefined;
    }
    const last = this.queue.at(-1);
    if (isMove(step) && last?.how === step.how && last.control === step.control) {
      this.queue.pop();
    }
    this.queue.push(step);
    if (!this.working) {
      this.working = true;
      if (isMove(step)) {
        requestAnimationFrame(() => this.work());
      } else {
        this.work();
      }
    }
  }

  private async work(): Promise<void> {
    for (let step = this.queue.shift(); step; step = this.queue.shift()) {
      try {
        await this.run(step);
        if (step.how !== '' || step.to !== undefined) {
          this.trouble.hidden = true; // To leave a field is no step by which it would be over
        }
      } catch (cause) {
        console.warn('The widget', this.id, 'could not take a step', cause);
        if (this.has(step.control)) {
          this.stay();
        }
      }
    }
    this.working = false;
  }

  /** Whether a control is there still: an earlier step may have taken a field away, and then nothing is wrong. */
  private has(control: string): boolean {
    const name = CSS.escape(control);
    const ways = ['type', 'slide', 'drag', 'choose', 'press'];
    return control === '' || this.querySelector(ways.map((way) => `[data-${way}="${name}"]`).join()) !== null;
  }

  /** After a step that has failed: says so, and the controls show again what is shown beside them. */
  private stay(): void {
    this.running = undefined;
    this.gesture = undefined;
    this.trouble.textContent = FAILED;
    this.trouble.hidden = false;
    this.rest(FAILED);
    for (const control of this.querySelectorAll('input, select')) {
      if (!isField(control)) {
        patchValue(control);
      }
    }
  }

  private async run(step: Step): Promise<void> {
    const before = this.state;
    if (step.refresh) {
      const frame = await this.ask({ ...step, held: this.moving }, before);
      this.show(frame);
      if (step.still) {
        this.showHistory();
        this.rest(frame.spoken);
      }
      return;
    }
    const key = `${step.how} ${step.control}`;
    if (this.gesture?.key !== key) {
      this.gesture = { key, start: before };
    }
    const start = this.gesture.start;
    const frame = await this.frameAfter(step, isMove(step) ? start : before);
    const rejected = frame.entries.some((entry) => entry.rejected && entry.control === step.control);
    if (step.tentative && rejected) {
      this.typingTimer = setTimeout(() => this.take({ ...step, tentative: false }), COMPLAINT_PAUSE);
      return;
    }
    this.moving = step.held === true;
    if (!this.moving) {
      this.movement = undefined; // The axes are free again
    }
    this.show(frame);
    if (step.field) {
      settle(step.field);
    }
    if (frame.state !== before) {
      this.record(step, before, start);
      this.remember();
    }
    if (step === this.running && frame.state !== before) {
      requestAnimationFrame(() => step === this.running && this.take(step));
    } else if (step.how === '' || step.how === 'chosen' || step.how === 'pressed') {
      this.running = undefined;
      this.gesture = undefined; // Each of these counts for itself
    }
    this.showHistory();
    if (!step.field) {
      this.rest(frame.spoken);
    }
  }

  /** Where nothing should move, a step that repeats itself is seen at its end. */
  private async frameAfter(step: Step, state: string): Promise<Frame> {
    let frame = await this.ask(step, state);
    while (step.repeat && matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const next = await this.ask(step, frame.state);
      if (next.state === frame.state) {
        break;
      }
      frame = next;
    }
    return frame;
  }

  /** Sees to it that the findings are soon about this state; of several that wait only the last one counts. */
  private async seek(state: string): Promise<void> {
    this.wanted = state;
    if (this.surveying) {
      return;
    }
    this.surveying = true;
    try {
      while (this.wanted) {
        const asked = this.wanted;
        this.wanted = '';
        const { findings, parts } = await this.engine!.survey(this.getAttribute('kind') ?? '', this.id, asked);
        this.findings = findings;
        this.movement = undefined;
        this.showParts(parts);
        this.take({ how: '', control: '', input: '', refresh: true });
      }
    } catch (cause) {
      console.warn('The widget', this.id, 'could not make a survey', cause);
      this.stay(); // The last findings go on being marked as such
    }
    this.surveying = false;
  }

  private record(step: Step, before: string, start: string): void {
    if (step.travel === 'back') {
      this.future.push(before);
    } else {
      if (this.past.at(-1) !== start) {
        this.past.push(start);
      }
      if (step.travel !== 'forth') {
        this.future = [];
      }
    }
  }

  private goTo(to: string | undefined, travel?: Step['travel']): void {
    if (to !== undefined) {
      this.take({ how: '', control: '', input: '', to, travel });
    }
  }

  private showHistory(): void {
    const possible: Record<string, boolean> = {
      undo: this.past.length > 0,
      redo: this.future.length > 0,
      reset: this.state !== this.initial || this.entries.length > 0,
      link: true,
      svg: true,
      png: true,
      csv: true,
    };
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-do]')) {
      // Not disabled: a button that has just been pressed keeps the focus
      button.disabled = false;
      button.setAttribute('aria-disabled', String(!possible[button.dataset.do!]));
    }
  }

  // ---- What the learner does

  private listen(): void {
    this.addEventListener('input', (event) => this.onInput(event.target as HTMLElement));
    this.addEventListener('change', (event) => this.onChange(event.target as HTMLElement));
    this.addEventListener('focusout', (event) => this.onLeave(event.target as HTMLElement));
    this.addEventListener('keydown', (event) => this.onKey(event));
    this.addEventListener('click', (event) => this.onClick(event));
    // A finger on a handle moves the handle, not the page; touch-action does not reach the parts of a drawing
    this.addEventListener('touchstart', (event) => handleAt(event) && event.preventDefault(), { passive: false });
    this.addEventListener('pointerdown', (event) => this.onGrab(event));
    this.addEventListener('pointermove', (event) => this.onDrag(event));
    this.addEventListener('pointerup', (event) => this.onRelease(event));
    this.addEventListener('pointercancel', (event) => this.onRelease(event));
    // Back and forth in the page's history changes the address: it goes on saying what is shown
    addEventListener('popstate', () => this.remember());
    const { menu } = this;
    addEventListener('pointerdown', (event) => !menu.contains(event.target as Node) && this.closeDownload());
    menu.addEventListener('focusout', ({ relatedTarget: next }) => {
      // Where nothing else gets the focus, a button of the list may be about to be pressed: Safari focuses no button
      if (next && !menu.contains(next as Node)) {
        menu.open = false;
      }
    });
  }

  private onInput(target: HTMLElement): void {
    if (isSlider(target)) {
      this.move({ how: 'slid', control: target.dataset.slide!, input: target.value, held: true });
    } else if (isField(target)) {
      this.typed(target, TYPING_PAUSE, true);
    }
  }

  private onChange(target: HTMLElement): void {
    if (isField(target)) {
      this.typed(target, 0, false);
    } else if (isSlider(target)) {
      // A key that is held down lets go of the slider at each of its moves
      this.restAfter({ how: 'slid', control: target.dataset.slide!, input: target.value });
    } else if (target.dataset.choose && (target as HTMLSelectElement).value) {
      this.take({ how: 'chosen', control: target.dataset.choose, input: (target as HTMLSelectElement).value });
    }
  }

  private typed(field: HTMLInputElement, pause: number, tentative: boolean): void {
    clearTimeout(this.typingTimer);
    if (!tentative && field.value === field.getAttribute('value')) {
      return; // As shown: the number behind it may have more digits
    }
    const step: Step = { how: 'typed', control: field.dataset.type!, input: field.value, tentative };
    if (pause > 0) {
      this.typingTimer = setTimeout(() => this.take(step), pause);
    } else {
      this.take(step);
    }
  }

  private onLeave(target: HTMLElement): void {
    if (isField(target)) {
      this.typed(target, 0, false);
      this.take({ how: '', control: '', input: '', field: target });
    }
  }

  private onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (event.key === 'Escape' && target.closest('.widget-download')) {
      this.closeDownload();
    }
    if (!isField(target)) {
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      this.onLeave(target);
    } else if (event.key === 'Escape') {
      clearTimeout(this.typingTimer);
      this.entries = this.entries.filter((entry) => entry.control !== target.dataset.type);
      this.take({ how: '', control: '', input: '', field: target });
    }
  }

  private onClick(event: Event): void {
    const button = (event.target as HTMLElement).closest<HTMLElement>('button');
    if (!button || button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    if (button.dataset.press) {
      this.press(button.dataset.press, button.dataset.repeat !== undefined);
    } else if (button.dataset.copy) {
      void this.copy(button, button.dataset.copy, button.dataset.copied!);
    } else if (button.dataset.do === 'link') {
      void this.copy(button, this.link(), 'Copied a link to this state.');
    } else if (button.dataset.do === 'undo') {
      this.goTo(this.past.pop(), 'back');
    } else if (button.dataset.do === 'redo') {
      this.goTo(this.future.pop(), 'forth');
    } else if (button.dataset.do === 'reset') {
      this.goTo(this.initial);
    } else if (button.dataset.do) {
      void this.download(button.dataset.do as 'svg' | 'png' | 'csv');
    }
  }

  /** Hands over a file of what is drawn. */
  private async download(type: 'svg' | 'png' | 'csv'): Promise<void> {
    this.closeDownload();
    this.querySelector('.widget-failed')?.remove();
    try {
      const { csvFile, nameOf, pngOf, save, svgOf } = await import('./download');
      const file =
        type === 'csv'
          ? csvFile(await this.engine!.data(this.getAttribute('kind') ?? '', this.drawn))
          : type === 'png'
            ? await pngOf(this)
            : new Blob([await svgOf(this)], { type: 'image/svg+xml' });
      save(file, `${nameOf(this.id, this.drawn)}.${type}`);
      this.say(`Downloaded as ${type.toUpperCase()}.`);
    } catch (cause) {
      console.warn('The widget', this.id, 'could not be downloaded', cause);
      const failed = document.createElement('p');
      failed.className = 'widget-failed';
      failed.textContent = NO_FILE;
      this.menu.closest('.widget-foot')!.after(failed);
      this.say(NO_FILE);
    }
  }

  /** The list of files to download. */
  private get menu(): HTMLDetailsElement {
    return this.querySelector<HTMLDetailsElement>('.widget-download')!;
  }

  /** Closes the list of files; whoever was in it goes on from what opened it. */
  private closeDownload(): void {
    const { menu } = this;
    if (menu.open && menu.contains(document.activeElement)) {
      menu.querySelector('summary')!.focus();
    }
    menu.open = false;
  }

  private press(control: string, repeat: boolean): void {
    if (this.running?.control === control) {
      this.running = undefined; // A second press stops it
      return;
    }
    const step: Step = { how: 'pressed', control, input: '', repeat };
    if (repeat) {
      this.running = step;
    }
    this.take(step);
  }

  private async copy(button: HTMLElement, text: string, done: string): Promise<void> {
    this.querySelector('.widget-copyable')?.remove();
    if (await copyText(text)) {
      button.toggleAttribute('data-done', true);
      setTimeout(() => button.removeAttribute('data-done'), 2000);
      this.say(done);
    } else {
      this.offer(button, text);
    }
  }

  /** Where the clipboard is refused, the text stands there to be copied by hand. */
  private offer(button: HTMLElement, text: string): void {
    const label = document.createElement('label');
    label.className = 'widget-copyable';
    const field = document.createElement('input');
    field.readOnly = true;
    field.value = text;
    label.append('To be copied by hand ', field);
    (button.closest('.widget-foot, dl') ?? button).after(label);
    field.focus();
    field.select();
  }

  private onGrab(event: PointerEvent): void {
    const handle = handleAt(event);
    if (!handle || event.button !== 0 || this.drag) {
      return;
    }
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    const at = pointIn(handle.ownerSVGElement!, event);
    const offset = { x: at.x - Number(handle.dataset.x), y: at.y - Number(handle.dataset.y) };
    this.drag = { handle, pointer: event.pointerId, control: handle.dataset.drag!, moved: false, offset };
    this.toggleAttribute('data-dragging', true);
    // The arrow keys can go on from where the drag ends
    const key = handle.dataset.key ?? this.drag.control;
    this.querySelector<HTMLElement>(`[data-slide="${key}"]`)?.focus({ preventScroll: true });
  }

  private onDrag(event: PointerEvent): void {
    if (event.pointerId === this.drag?.pointer) {
      this.drag.moved = true;
      this.move(this.dragged(this.drag, event, true));
    }
  }

  private onRelease(event: PointerEvent): void {
    if (event.pointerId === this.drag?.pointer) {
      if (this.drag.moved && event.type === 'pointerup') {
        this.take(this.dragged(this.drag, event, false));
      }
      this.drag = undefined;
      this.removeAttribute('data-dragging');
    }
  }

  /** Where the handle's point is now, in the units of the picture's axes. */
  private dragged(drag: Drag, event: PointerEvent, held: boolean): Step {
    const svg = drag.handle.ownerSVGElement!;
    const at = pointIn(svg, event);
    const box = fourOf(svg.dataset.box!);
    const axes = fourOf(svg.dataset.axes!);
    const x = axes[0] + ((at.x - drag.offset.x - box[0]) / (box[2] - box[0])) * (axes[2] - axes[0]);
    const y = axes[1] + ((at.y - drag.offset.y - box[1]) / (box[3] - box[1])) * (axes[3] - axes[1]);
    // Far finer than a pixel, and short enough to be read at once
    return { how: 'dragged', control: drag.control, input: `${x.toPrecision(12)} ${y.toPrecision(12)}`, held };
  }

  // ---- What the learner sees and hears

  private show(frame: Frame): void {
    clearTimeout(this.stillTimer);
    this.nextMove = undefined;
    this.movement?.nodes.clear();
    const focused = this.contains(document.activeElement) ? (document.activeElement as HTMLElement) : undefined;
    const around = focused?.closest<HTMLElement>('fieldset, [data-part]');
    this.showParts(frame.parts);
    for (const field of this.querySelectorAll<HTMLInputElement>('input[data-type]')) {
      if (field !== focused) {
        settle(field);
      }
    }
    if (focused && !focused.isConnected) {
      around?.querySelector<HTMLElement>('input[type="text"], button')?.focus({ preventScroll: true });
    }
    this.state = frame.state;
    this.entries = frame.entries;
    this.drawn = frame.fresh ? frame.state : this.drawn;
    this.toggleAttribute('data-stale', !frame.fresh);
    this.toggleAttribute('data-seeking', frame.due);
    if (frame.due) {
      void this.seek(frame.state);
    }
  }

  private showParts(parts: Part[]): void {
    for (const part of parts) {
      if (this.html.get(part.name) !== part.html) {
        this.html.set(part.name, part.html);
        const template = document.createElement('template');
        template.innerHTML = part.html;
        patch(this.querySelector(`[data-part="${part.name}"]`)!, template.content);
      }
    }
  }

  private rest(words: string): void {
    this.words = words;
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => this.say(this.words), REST);
  }

  private say(words: string): void {
    this.querySelector('.widget-live')!.textContent = words;
  }

  // ---- What stays when the page is left

  private remember(): void {
    this.querySelector('.widget-notice')?.remove(); // It was about the state that the page came with
    if (this.closest('course-question, course-review')) {
      return; // An answer: the question keeps it, and a review asks for the next one soon
    }
    clearTimeout(this.addressTimer);
    clearTimeout(this.draftTimer);
    this.addressTimer = setTimeout(() => {
      const state = this.state === this.initial ? undefined : this.state;
      history.replaceState(history.state, '', addressWith(this.id, state));
    }, ADDRESS_PAUSE);
    this.draftTimer = setTimeout(() => {
      // A draft that is lost is no loss that a learner need hear of: the address still has it
      keepDraft?.(this.id, this.state).catch(() => undefined);
    }, DRAFT_PAUSE);
  }

  /** To this very state, even where it is the start: who follows it may have left the widget in another one. */
  private link(): string {
    const link = new URL(location.pathname, location.href);
    link.search = addressed(this.id, this.state);
    link.hash = this.id;
    return link.href;
  }
}

/** A widget's state in the address. What its text consists of needs no escaping there, and so stays readable. */
function addressed(id: string, state: string): string {
  return `w.${id}=${/^[\w.~-]*$/.test(state) ? state : encodeURIComponent(state)}`;
}

/** The page's address with the state of one widget; whatever else it says stays. */
function addressWith(id: string, state: string | undefined): string {
  const others = location.search.slice(1).split('&').filter((field) => field && !field.startsWith(`w.${id}=`));
  const fields = state === undefined ? others : [...others, addressed(id, state)];
  return location.pathname + (fields.length > 0 ? `?${fields.join('&')}` : '') + location.hash;
}

function isMove(step: Step): boolean {
  return step.how === 'slid' || step.how === 'dragged';
}

/** The field of a number, as an input whose text the learner owns while it has the focus. */
interface Field extends HTMLInputElement {
  type: 'text';
}

interface Slider extends HTMLInputElement {
  type: 'range';
}

function isField(element: Element): element is Field {
  return element instanceof HTMLInputElement && element.dataset.type !== undefined;
}

function isSlider(element: Element): element is Slider {
  return element instanceof HTMLInputElement && element.dataset.slide !== undefined;
}

function handleAt(event: Event): SVGElement | null {
  return (event.target as Element).closest<SVGElement>('[data-drag]');
}

/** The elements and the texts within a part. */
function nodesOf(part: Element): { elements: Element[]; texts: Text[] } {
  const elements: Element[] = [];
  const texts: Text[] = [];
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) {
      texts.push(node);
    } else {
      elements.push(node as Element);
    }
  }
  return { elements, texts };
}

/** Sliders and fields follow a move, but for the slider that is moved and the field in which somebody types. */
function follow(control: Element, value: string, step: Step): void {
  const moved = isSlider(control) && step.how === 'slid' && control.dataset.slide === step.control;
  if (control instanceof HTMLInputElement && !moved && !(isField(control) && control === document.activeElement)) {
    control.value = value;
  }
}

/** Lets a field show what was read from it, or still the text that could not be. */
function settle(field: HTMLInputElement): void {
  const shown = field.getAttribute('value') ?? '';
  if (field.value !== shown) {
    field.value = shown;
  }
}

/** Left, top, right and bottom. */
function fourOf(numbers: string): [number, number, number, number] {
  return numbers.split(' ').map(Number) as [number, number, number, number];
}

/** Where a pointer is, in the coordinates of the drawing. */
function pointIn(svg: SVGSVGElement, event: PointerEvent): DOMPoint {
  return new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()!.inverse());
}

/** Whether the text is in the clipboard now. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // No HTTPS, or not allowed
  }
}

/** Makes the children of one node like those of another, keeping every element that can stay: focus and capture survive. */
export function patch(node: Node, like: Node): void {
  let present = node.firstChild;
  for (let wanted = like.firstChild; wanted; ) {
    const next: ChildNode | null = wanted.nextSibling;
    if (!present) {
      node.appendChild(wanted);
    } else {
      const following: ChildNode | null = present.nextSibling;
      if (present.nodeName !== wanted.nodeName) {
        node.replaceChild(wanted, present);
      } else if (present instanceof Element) {
        patchElement(present, wanted as Element);
      } else if (present.nodeValue !== wanted.nodeValue) {
        present.nodeValue = wanted.nodeValue;
      }
      present = following;
    }
    wanted = next;
  }
  while (present) {
    const following: ChildNode | null = present.nextSibling;
    present.remove();
    present = following;
  }
}

export function patchElement(element: Element, like: Element): void {
  if (element.isEqualNode(like)) {
    return; // Most of them, and much faster than to look at every attribute
  }
  for (const name of like.getAttributeNames()) {
    const value = like.getAttribute(name)!;
    if (name !== 'open' && element.getAttribute(name) !== value) {
      element.setAttribute(name, value); // But a <details> stays as the reader has left it
    }
  }
  for (const name of element.getAttributeNames()) {
    if (name !== 'open' && !like.hasAttribute(name)) {
      element.removeAttribute(name);
    }
  }
  patch(element, like);
  patchValue(element);
}

/** What a form control shows follows its attributes; the text in a field waits until nobody types there. */
function patchValue(element: Element): void {
  if (element instanceof HTMLSelectElement) {
    element.value = element.querySelector<HTMLOptionElement>('option[selected]')?.value ?? '';
  } else if (element instanceof HTMLInputElement) {
    if (element.type === 'radio') {
      element.checked = element.hasAttribute('checked');
    } else if (!isField(element)) {
      element.value = element.getAttribute('value') ?? '';
    }
  }
}

customElements.define('course-widget', CourseWidget);
