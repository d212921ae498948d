/**
 * `<course-question>`: brings the form that the server has rendered to life.
 *
 * The server grades and words everything; this element sends what was chosen or typed, puts the returned HTML into
 * `.verdict`, and never loses either. What is typed is kept as a draft. A submission is kept with an id of its own until
 * its verdict arrives: after a lost connection or a reload the same submission goes out again under the same id, which
 * the server counts once.
 */
import { Confidence } from './confidence';
import { comeAnew, Ended, forgetDeed, NoRoom, server, within, type Status } from './connection';
import { Kept, keepSeed } from './kept';
import { Sequence } from './sequence';
import type { CourseWidget } from './widget';

const SAY = {
  choose: 'Choose an option first.',
  type: 'Type an answer first.',
  fill: 'Fill in every blank first.',
  match: 'Choose a partner for each first.',
  percent: 'How sure you are is a whole percentage from 1 to 99. Leave it out if you like.',
  newNumbers: 'Here are new numbers.',
  checking: 'Checking …',
  notSaved: 'Not saved yet. We try again.',
  changed: 'This question has changed since the page was opened. Your answer is still here; look at it and check again.',
  noHints: 'There are no more hints.',
  again: 'Started again. Your answers so far are put away.',
  back: 'Everything is there again.',
  reported: 'Thank you. The authors will see it.',
  notReached: 'The server cannot be reached right now. Please try again in a moment.',
  ended: 'This page has lost its connection. Please load it again.',
  cannotBeSent:
    'Not saved: this page loses its connection again and again. Your answer stays in this browser and is sent when the page is next loaded. If the browser blocks cookies here, allow them first: without one the server cannot tell whose answer it is.',
  keepsNothing:
    'Not saved: this page has lost its connection, and this browser keeps nothing for it. Copy your answer, allow cookies here, load the page again and send it then.',
  notSent: 'This page has lost its connection, and a report is not kept. Copy your text, load the page again and send it then.',
  notTakenBack: 'This page has lost its connection, so this can no longer be taken back. Your earlier answers stay listed on the progress page.',
};

/** Milliseconds: until "Checking …" is said, until a try counts as failed, between the first tries, between the last. */
const SOON = 500;
const PATIENCE = 10_000;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;

/** Milliseconds for which starting again can be taken back. */
const TIME_TO_TAKE_BACK = 30_000;

/** Between the keys of several options, between two that were matched, between the numbers of blanks: as in `Grading`. */
const SEPARATOR = ' ';
const PARTNER = '=';
const NEXT_BLANK = '\n';

interface Submission {
  readonly attempt: string;
  readonly variant: number;
  /** Stands for the question as it was when this was typed; the server takes no answer to another one. */
  readonly tag: string;
  readonly input: string;
  /** How probable, in percent, the learner holds it that it is right; 0 where nothing was said. */
  readonly confidence: number;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export class CourseQuestion extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #sequence: Sequence | null = null;
  #confidence: Confidence | null = null;
  #draft = new Kept('');
  #pending = new Kept('');
  #judgedInput: string | null = null;
  #delivering = false;
  #asking = false;
  #reporting = false;
  /** The report that was sent last and not acknowledged. */
  #report: { readonly attempt: string; readonly text: string } | null = null;
  #wake = () => {};

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (this.#form || !form) {
      return;
    }
    this.#form = form;
    this.#draft = new Kept(`draft:${this.id}:${this.#variant}`);
    this.#pending = new Kept(`pending:${this.id}:${this.#variant}`);
    const lines = form.querySelector<HTMLElement>('.order');
    this.#sequence = lines && new Sequence(lines, (words) => this.#moved(words));
    this.#confidence = Confidence.in(form);
    this.#restore();
    form.addEventListener('input', (event) => {
      if (!(event.target as Element).closest('.report, .confidence')) {
        this.#changed();
      }
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    form.querySelector('.ask-hint')?.addEventListener('click', () => void this.#askHint());
    form.querySelector('.ask-solution')?.addEventListener('click', () => void this.#askSolution());
    this.#verdict.addEventListener('click', (event) => {
      const level = (event.target as Element).closest<HTMLElement>('.assess-level')?.dataset.level;
      if (level) {
        void this.#assess(Number(level));
      }
      if ((event.target as Element).closest('.start-again')) {
        void startAgain(this);
      }
    });
    const report = form.querySelector<HTMLButtonElement>('.report-send');
    if (report) {
      report.disabled = false;
      report.addEventListener('click', () => void this.#sendReport(report.closest('details')!));
    }
    listenForNewNumbers(this);
    for (const button of form.querySelectorAll<HTMLButtonElement>('.actions button, .order-move')) {
      button.disabled = false;
    }
    this.#sequence?.mark();
    if (this.#submission()) {
      void this.#deliver();
    }
    void this.#deliverEarlier();
  }

  /** Nothing of what was typed or sent stays behind; what comes back puts it there again. */
  forget(): () => void {
    const kept = [this.#draft, this.#pending].map((each) => ({ each, value: each.get() }));
    kept.forEach(({ each }) => each.set(null));
    return () => kept.filter(({ value }) => value !== null).forEach(({ each, value }) => each.set(value));
  }

  /** What was sent with other numbers and never acknowledged: the page was left, or new numbers were asked for meanwhile. */
  async #deliverEarlier(): Promise<void> {
    for (const name of Kept.names(`pending:${this.id}`)) {
      const left = new Kept(name);
      const sent = left.key === this.#pending.key ? null : submission(left);
      if (sent) {
        await within(PATIENCE, this.#answer(sent)).then(
          (status) => {
            const draft = new Kept(`draft:${this.id}:${sent.variant}`);
            if (status.outcome === 'later') {
              return; // as if the server could not have been reached
            }
            if (isScored(status) && draft.get() === sent.input) {
              draft.set(null);
              keepSeed();
            } else if (!isScored(status) && draft.get() === null) {
              draft.set(sent.input);
            }
            left.set(null);
          },
          () => {}, // it is tried again when the page is opened again
        );
      }
    }
  }

  async #sendReport(place: HTMLDetailsElement): Promise<void> {
    const field = place.querySelector('textarea')!;
    if (!field.value.trim()) {
      field.focus();
      return;
    }
    if (this.#reporting) {
      return;
    }
    this.#reporting = true;
    if (this.#report?.text !== field.value) {
      this.#report = { attempt: newId(), text: field.value };
    }
    const { attempt, text } = this.#report;
    try {
      const status = await within(PATIENCE, (await server()).report(this.id, this.#variant, attempt, text));
      if (status.outcome !== 'reported') {
        this.#say(textOf(status.html));
        return;
      }
      this.#report = null;
      field.value = '';
      place.open = false;
      place.querySelector('summary')!.focus();
      this.#say(SAY.reported);
    } catch (cause) {
      this.#say(cause instanceof Ended ? SAY.notSent : SAY.notReached);
    } finally {
      this.#reporting = false;
    }
  }

  /** Shows where the learner stands on this question, as the server has told it. */
  show(status: Status): void {
    Again.isPast(wholeOf(this));
    this.dataset.outcome = status.outcome;
    this.toggleAttribute('data-closed', status.closed);
    this.#verdict.innerHTML = status.html;
    showMarks(status);
  }

  // The answer

  #submit(): void {
    const input = this.#input;
    const empty = this.#fields.find((field) => !isChoice(field) && !field.value.trim());
    if (!input || empty) {
      this.#say(this.#missing);
      (empty ?? this.#fields[0])?.focus();
      return;
    }
    const confidence = this.#confidence?.percent ?? 0;
    if (Number.isNaN(confidence)) {
      this.#say(SAY.percent);
      this.#confidence!.field.focus();
      return;
    }
    if (input === this.#judgedInput) {
      // The second half of a double click, or nothing new: its verdict stands there.
      return;
    }
    const pending = this.#submission();
    const tag = this.dataset.tag ?? '';
    if (pending?.input !== input || pending.variant !== this.#variant || pending.tag !== tag) {
      const fresh: Submission = { attempt: newId(), variant: this.#variant, tag, input, confidence };
      this.#pending.set(JSON.stringify(fresh));
    }
    this.#wake();
    void this.#deliver();
  }

  /** Sends the pending submission until it is answered. A newer one takes its place between two tries. */
  async #deliver(): Promise<void> {
    if (this.#delivering) {
      return;
    }
    this.#delivering = true;
    const soon = setTimeout(() => this.#say(SAY.checking), SOON);
    let pause = FIRST_PAUSE;
    let trouble = SAY.notSaved;
    for (let sent = this.#submission(); sent && this.isConnected; sent = this.#submission()) {
      try {
        const status = await within(PATIENCE, this.#answer(sent));
        if (!this.isConnected) {
          // The page was changed meanwhile. What stands here now has asked for the same verdict, and shows it
          break;
        }
        if (status.outcome === 'changed') {
          clearTimeout(soon);
          this.#pending.set(null);
          refresh(this, status, sent.input);
          break;
        }
        if (status.outcome === 'later') {
          clearTimeout(soon);
          trouble = textOf(status.html);
          this.#say(trouble);
          await this.#rest(LONGEST_PAUSE);
          continue;
        }
        if (this.#submission()?.attempt === sent.attempt) {
          this.#pending.set(null);
          if (sent.variant === this.#variant) {
            this.#judged(sent.input, status);
          }
        }
      } catch (cause) {
        clearTimeout(soon);
        trouble = cause instanceof NoRoom ? cause.message : SAY.notSaved;
        const helpless = cause instanceof Ended ? this.#helpless(sent.attempt) : null;
        if (helpless) {
          this.#say(helpless);
          break;
        }
        this.#say(trouble);
        await this.#rest(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
    clearTimeout(soon);
    if (this.#saying === trouble || this.#saying === SAY.checking) {
      // Another tab has delivered it.
      this.#say('');
    }
    this.#delivering = false;
  }

  /** What to say where nothing that this page tries would help; nothing while it is loaded anew. */
  #helpless(attempt: string): string | null {
    if (!this.#pending.isStored) {
      return SAY.keepsNothing; // Loading it anew would lose the answer
    }
    const anew = comeAnew(attempt);
    if (anew === 'loads') {
      return null;
    }
    return anew === 'tried' ? SAY.cannotBeSent : SAY.ended;
  }

  async #answer(submission: Submission): Promise<Status> {
    const { variant, tag, attempt, input, confidence } = submission;
    const lesson = await server();
    return confidence
      ? lesson.foresee(this.id, variant, tag, attempt, input, confidence)
      : lesson.answer(this.id, variant, tag, attempt, input);
  }

  #judged(input: string, status: Status): void {
    this.show(status);
    const scored = isScored(status);
    if (scored && this.#confidence) {
      // It was said of this answer, not of the next one
      this.#confidence.clear();
    }
    if (scored && this.#draft.get() === input) {
      // From now on the server knows it.
      this.#draft.set(null);
      keepSeed();
    }
    if (this.#input === input) {
      this.#judgedInput = input;
      this.toggleAttribute('data-answered', scored);
    }
    const outcome = this.#verdict.querySelector('.outcome');
    this.#say(outcome ? words(outcome) : '', true);
    outcome?.scrollIntoView({ block: 'nearest' });
    const field = this.#fields[0];
    if (status.outcome !== 'right' && field instanceof HTMLInputElement && field.type === 'text' && field === document.activeElement) {
      field.select();
    }
  }

  /** Waits, but no longer than until the browser is online again or the learner asks. */
  #rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#wake(), milliseconds);
      const wake = () => this.#wake();
      this.#wake = () => {
        clearTimeout(timer);
        window.removeEventListener('online', wake);
        this.#wake = () => {};
        resolve();
      };
      window.addEventListener('online', wake);
    });
  }

  #submission(): Submission | null {
    return submission(this.#pending);
  }

  // Hints and the solution

  async #askHint(): Promise<void> {
    const before = this.#verdict.querySelectorAll('.hint').length;
    if (await this.#ask(async () => (await server()).hint(this.id, this.#variant, before + 1))) {
      const hints = this.#verdict.querySelectorAll<HTMLElement>('.hint');
      if (hints.length > before) {
        readFrom(hints[hints.length - 1]);
      } else {
        this.#say(SAY.noHints);
      }
    }
  }

  async #askSolution(): Promise<void> {
    if (await this.#ask(async () => (await server()).solution(this.id, this.#variant))) {
      readFrom(this.#verdict.querySelector<HTMLElement>('.solution'));
    }
  }

  async #assess(level: number): Promise<void> {
    const attempt = newId();
    if (await this.#ask(async () => (await server()).assess(this.id, this.#variant, attempt, level))) {
      this.querySelector<HTMLElement>(`[data-level="${level}"]`)?.focus({ preventScroll: true });
    }
  }

  async #ask(question: () => Promise<Status>): Promise<boolean> {
    if (this.#asking) {
      return false;
    }
    this.#asking = true;
    try {
      const status = await within(PATIENCE, question());
      if (status.outcome === 'later') {
        this.#say(textOf(status.html)); // What stands here goes on being so
        return false;
      }
      this.show(status);
      this.#say('');
      return true;
    } catch (cause) {
      this.#say(inVain(cause, `ask:${this.id}`));
      return false;
    } finally {
      this.#asking = false;
    }
  }

  // The form

  #changed(): void {
    this.#draft.set(this.#input);
    keepSeed();
    this.#judgedInput = null;
    this.removeAttribute('data-answered');
    if (!this.#delivering) {
      this.#say('');
    }
  }

  #moved(words: string): void {
    this.#changed();
    this.#say(words, true);
  }

  /**
   * Fills in what was left unsent; without it the form shows the last answer, as the server has rendered it. What was typed before
   * any script ran is newer than either.
   */
  #restore(): void {
    if (this.#fields.some(isTouched)) {
      this.#changed();
      return;
    }
    const draft = this.#draft.get();
    if (draft === null) {
      const judged = this.dataset.outcome === 'right' || this.dataset.outcome === 'wrong';
      // A verdict on what the question was before can be asked for anew with the same answer
      if (judged && !this.#verdict.querySelector('.of-before')) {
        this.#judgedInput = this.#input;
        this.toggleAttribute('data-answered', true);
      }
      return;
    }
    this.#sequence?.arrange(draft.split(SEPARATOR));
    const lines = draft.split(NEXT_BLANK);
    this.#fields.forEach((field, place) => {
      if (isChoice(field)) {
        field.checked = draft.split(SEPARATOR).includes(field.value);
      } else if (field instanceof HTMLSelectElement) {
        const pair = draft.split(SEPARATOR).find((each) => each.startsWith(field.dataset.key + PARTNER));
        field.value = pair?.slice(pair.indexOf(PARTNER) + 1) ?? '';
      } else {
        field.value = this.#several ? (lines[place] ?? '') : draft;
      }
    });
  }

  /** Whether the answer has several fields, each of which has to be filled. */
  get #several(): boolean {
    return this.dataset.type === 'blank' || this.dataset.type === 'match';
  }

  get #missing(): string {
    const { type } = this.dataset;
    if (type === 'match') {
      return SAY.match;
    }
    if (type === 'blank') {
      return this.#fields.length > 1 ? SAY.fill : SAY.type;
    }
    return this.#fields[0] && isChoice(this.#fields[0]) ? SAY.choose : SAY.type;
  }

  /** What is chosen or typed, '' when nothing is. */
  get #input(): string {
    if (this.#sequence) {
      return this.#sequence.keys.join(SEPARATOR);
    }
    const widget = this.querySelector<CourseWidget>('course-widget');
    if (widget) {
      return widget.text;
    }
    if (this.#several) {
      const values = this.#fields.map((field) => {
        const value = field.value.trim();
        return field instanceof HTMLSelectElement ? field.dataset.key + PARTNER + value : value;
      });
      const empty = this.#fields.every((field) => !field.value.trim());
      return empty ? '' : values.join(this.dataset.type === 'match' ? SEPARATOR : NEXT_BLANK);
    }
    const given = this.#fields.filter((field) => !isChoice(field) || field.checked);
    return given
      .map((field) => field.value.trim())
      .sort()
      .join(SEPARATOR);
  }

  get #fields(): Field[] {
    return [...(this.#form?.querySelectorAll<Field>('[name=answer]') ?? [])];
  }


  /** Which numbers the question is asked with. */
  get #variant(): number {
    return Number(this.dataset.variant);
  }

  get #verdict(): HTMLElement {
    return this.querySelector<HTMLElement>('.verdict')!;
  }

  get #status(): HTMLElement {
    return this.querySelector<HTMLElement>('.status')!;
  }

  get #saying(): string {
    return this.#status.textContent;
  }

  #say(text: string, spokenOnly = false): void {
    this.#status.toggleAttribute('data-spoken', spokenOnly);
    this.#status.textContent = text;
  }
}

/** Whether an answer is in the log, so that nothing of it need be kept here. */
function isScored({ outcome }: Status): boolean {
  return outcome === 'right' || outcome === 'wrong' || outcome === 'kept';
}

function submission(kept: Kept): Submission | null {
  try {
    const value = JSON.parse(kept.get() ?? 'null') as Partial<Submission> | null;
    const whole =
      typeof value?.attempt === 'string' && typeof value.variant === 'number' && typeof value.input === 'string';
    // One that was kept before there were tags is taken for an answer to another question
    return whole ? ({ tag: '', confidence: 0, ...value } as Submission) : null;
  } catch {
    return null;
  }
}

/** What to say of a deed that got no answer. Where this page will never get one, it is loaded anew. */
function inVain(cause: unknown, deed: string): string {
  if (!(cause instanceof Ended)) {
    return SAY.notReached;
  }
  comeAnew(deed);
  return SAY.ended;
}

/** A random UUID. `crypto.randomUUID` is missing where a course is read over plain HTTP in a local network. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** The text of a fragment as it should be spoken: each formula once. */
function words(fragment: Element): string {
  const copy = fragment.cloneNode(true) as Element;
  copy.querySelectorAll('.katex-html, annotation').forEach((twice) => twice.remove());
  copy.querySelectorAll('p, li, dt, dd, div').forEach((block) => block.append(' ')); // or two sentences would be one word
  const parts = Array.from(copy.children, (part) => part.textContent.replace(/\s+/g, ' ').trim());
  return parts.join(' ');
}

/** Puts the focus where something has just appeared, so that reading goes on there. */
function readFrom(element: HTMLElement | null | undefined): void {
  if (element) {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: 'nearest' });
  }
}

/** Whether a field has something else in it than what the server has written there. */
function isTouched(field: Field): boolean {
  if (isChoice(field)) {
    return field.checked !== field.defaultChecked;
  }
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    return field.value !== (options.find((option) => option.defaultSelected) ?? options[0])?.value;
  }
  return field.value !== field.defaultValue;
}

interface Choice extends HTMLInputElement {
  type: 'radio' | 'checkbox';
}

function isChoice(field: Field): field is Choice {
  return field.type === 'radio' || field.type === 'checkbox';
}

/** `<course-parts>`: several questions about the same numbers. */
export class CourseParts extends HTMLElement {
  connectedCallback(): void {
    listenForNewNumbers(this);
  }
}

/** Lets the button "New numbers" put the same question with other numbers into the place of this one. */
function listenForNewNumbers(element: HTMLElement): void {
  const button = element.querySelector<HTMLButtonElement>('.draw-new');
  if (!button?.disabled) {
    return;
  }
  button.disabled = false;
  let asking = false;
  button.addEventListener('click', async () => {
    if (asking) {
      return;
    }
    asking = true;
    const attempt = newId();
    const { number, variant } = element.dataset;
    try {
      const drawn = await within(PATIENCE, (await server()).vary(element.id, Number(number), Number(variant), attempt));
      if (drawn.element) {
        const renewed = renew(element, drawn);
        // The button that was pressed keeps the focus
        renewed.querySelector<HTMLElement>('.draw-new')?.focus({ preventScroll: true });
        announceSoon(renewed, SAY.newNumbers, true);
      } else {
        announce(element, textOf(drawn.html));
      }
    } catch (cause) {
      announce(element, inVain(cause, `vary:${element.id}`));
    } finally {
      asking = false;
    }
  });
}

/** What the server has said, without its markup. */
function textOf(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  const said = template.content.querySelector('.outcome');
  return said ? words(said) : SAY.notReached;
}

/** Puts the question as the server has rendered it in the place of this one; the page stays where it was. */
function renew(element: HTMLElement, status: Status): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = status.element;
  const renewed = template.content.firstElementChild;
  if (!(renewed instanceof HTMLElement)) {
    throw new Error('There is no such question any more');
  }
  const { top } = element.getBoundingClientRect();
  element.replaceWith(renewed);
  scrollBy({ top: renewed.getBoundingClientRect().top - top, behavior: 'instant' });
  showMarks(status);
  return renewed;
}

/** Puts the question as it is now in the place of the one that was answered; what was typed stays typed. */
function refresh(element: CourseQuestion, status: Status, input: string): void {
  const template = document.createElement('template');
  template.innerHTML = status.element;
  const fresh = template.content.querySelector<HTMLElement>(`course-question[id="${element.id}"]`);
  if (fresh) {
    new Kept(`draft:${fresh.id}:${fresh.dataset.variant}`).set(input);
  }
  const focused = element.contains(document.activeElement);
  const { id } = element;
  renew(element.closest<HTMLElement>('course-parts') ?? element, status);
  const renewed = document.getElementById(id);
  if (renewed) {
    announceSoon(renewed, SAY.changed);
    if (focused) {
      renewed.querySelector<HTMLElement>('[name=answer]')?.focus({ preventScroll: true });
    }
  }
}

/** The question that this one is a part of, or itself. */
function wholeOf(element: HTMLElement): HTMLElement {
  return element.closest<HTMLElement>('course-parts') ?? element;
}

/** A question that is to be started again. Until the server has said that it was, pressing the button once more is the same deed. */
class Again {
  static readonly #open = new Map<string, Again>();

  readonly attempt = newId();
  asking = false;

  static of(whole: HTMLElement): Again {
    const again = Again.#open.get(whole.id) ?? new Again();
    Again.#open.set(whole.id, again);
    return again;
  }

  /** What was done after it is not to be put away by it: the button means a new deed from now on. */
  static isPast(whole: HTMLElement): void {
    if (!Again.#open.get(whole.id)?.asking) {
      Again.#open.delete(whole.id);
    }
  }
}

/** Starts the question that this one is or belongs to again, and offers for a while to take that back. */
async function startAgain(element: HTMLElement): Promise<void> {
  const whole = wholeOf(element);
  const again = Again.of(whole);
  if (again.asking) {
    return;
  }
  again.asking = true;
  const number = Number(whole.dataset.number);
  try {
    const status = await within(PATIENCE, (await server()).again(whole.id, number, again.attempt));
    again.asking = false;
    if (!status.element) {
      announce(element, textOf(status.html));
      return;
    }
    Again.isPast(whole);
    const questions = [whole, ...whole.querySelectorAll('course-question')];
    const haveBack = questions.filter((each) => each instanceof CourseQuestion).map((each) => each.forget());
    const renewed = renew(whole, status);
    announceSoon(renewed, SAY.again);
    offerToTakeBack(renewed, number, again.attempt, () => haveBack.forEach((each) => each()));
  } catch (cause) {
    again.asking = false;
    announce(element, inVain(cause, `again:${whole.id}`));
  }
}

/** @param haveBack puts what was typed and not yet scored where it had been */
function offerToTakeBack(element: HTMLElement, number: number, attempt: string, haveBack: () => void): void {
  const undo = document.createElement('button');
  undo.type = 'button';
  undo.className = 'take-back';
  undo.textContent = 'Undo';
  const status = element.querySelector('.status');
  status?.after(undo);
  undo.focus({ preventScroll: true });
  const withdraw = (last: string) => {
    const focused = undo === document.activeElement;
    undo.remove();
    announce(element, last);
    if (focused) {
      readFrom(element.querySelector<HTMLElement>('.question-stem'));
    }
  };
  const offer = () => setTimeout(() => withdraw(''), TIME_TO_TAKE_BACK);
  let end = offer();
  let asking = false;
  undo.addEventListener('click', async () => {
    if (asking) {
      return;
    }
    asking = true;
    clearTimeout(end);
    try {
      const back = await within(PATIENCE, (await server()).takeBack(element.id, number, attempt));
      if (back.element) {
        haveBack();
        const renewed = renew(element, back);
        announceSoon(renewed, SAY.back);
        renewed.querySelector<HTMLElement>('.start-again')?.focus({ preventScroll: true });
        return;
      }
      if (back.outcome === 'late') {
        withdraw(textOf(back.html));
        return;
      }
      announce(element, textOf(back.html));
    } catch (cause) {
      if (cause instanceof Ended) {
        withdraw(SAY.notTakenBack); // The page that is loaded anew knows nothing of what could be taken back
        return;
      }
      announce(element, SAY.notReached);
    }
    asking = false;
    end = offer();
  });
}

function showMarks(status: Status): void {
  for (const mark of status.marks) {
    const place = document.getElementById(mark.id);
    if (place) {
      place.innerHTML = mark.html;
      place.closest<HTMLElement>('.lesson')?.setAttribute('data-state', mark.state);
    }
  }
}

/** A live region speaks of changes only, so it has to be there before. */
function announceSoon(element: Element, text: string, spokenOnly = false): void {
  setTimeout(() => announce(element, text, spokenOnly), 100);
}

function announce(element: Element, text: string, spokenOnly = false): void {
  const status = element.querySelector<HTMLElement>('.status');
  status?.toggleAttribute('data-spoken', spokenOnly);
  if (status) {
    status.textContent = text;
  }
}

// The page which says that everything was erased
if (document.querySelector('main[data-forget]')) {
  Kept.forgetAll();
  forgetDeed();
}

customElements.define('course-question', CourseQuestion);
customElements.define('course-parts', CourseParts);
