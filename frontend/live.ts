/**
 * A page that is open while its text is edited. The server says when something that stands here has changed; the page is
 * then fetched anew and what differs is patched in, so that everything else stays: the place that is being read, the
 * focus, what was typed, opened, dragged. Blocks are told apart by the marks before them (`<!--b:digest-->`); what has
 * none, the lists around the text, is made like the new one piece by piece.
 */
import { fetchAgain } from './numbers';
import { patch, patchElement } from './widget';

/** Said on the document once a page has been patched, for what looks at its headings or boxes. */
export const PATCHED = 'course-patched';

const MARK = /^b:(\w*)$/;
const CUSTOM = 'course-question, course-parts, course-widget, apex-chart';
const SAY_GONE = 'This page has been taken out of the course. What is here stays as you have it until you leave.';
const SAY_WITHOUT_QUESTIONS =
  'The questions of this page have been taken out of the course. What is here stays as you have it until you leave.';

/** Milliseconds until a page that could not be fetched is asked for again. */
const AGAIN = 2000;

const page = document.querySelector<HTMLElement>('main[data-live]');
const root = document.documentElement.dataset.root ?? '/';

let source: EventSource | undefined;
let refreshing = false;
let due = false;

/** Listens while somebody can see the page: a browser has few connections to a server, and may have many tabs. */
function listen(): void {
  source?.close();
  source = undefined;
  if (page && document.visibilityState === 'visible') {
    const query = new URLSearchParams({ page: page.dataset.live!, seen: page.dataset.seen! });
    source = new EventSource(`${root}changes?${query}`);
    source.addEventListener('changed', () => void refresh());
  }
}

async function refresh(): Promise<void> {
  due = true;
  if (refreshing) {
    return;
  }
  refreshing = true;
  while (due) {
    due = false;
    try {
      await fetchAndPatch();
    } catch (cause) {
      console.info('The changed page could not be fetched', cause);
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
      due = document.visibilityState === 'visible';
    }
  }
  refreshing = false;
}

async function fetchAndPatch(): Promise<void> {
  const answer = await fetchAgain();
  if (answer.status === 404) {
    keepAsItIs(SAY_GONE);
    return;
  }
  if (!answer.ok) {
    throw new Error(`The server answered ${answer.status}`);
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const main = fresh.querySelector<HTMLElement>('main[data-live]');
  if (!main) {
    throw new Error('The answer is no page of the course');
  }
  const place = whereReading();
  document.querySelector('.page-gone')?.remove();
  document.title = fresh.title;
  follow(fresh);
  if (page!.querySelector('course-question') && !main.querySelector('course-question')) {
    stay(place, new Map());
    keepAsItIs(SAY_WITHOUT_QUESTIONS); // More likely a file that went by mistake than all questions at once
    return;
  }
  const article = page!.querySelector('article.prose');
  const like = main.querySelector('article.prose');
  const replaced = article && like ? patchBlocks(article, like) : new Map<Element, Element>();
  if (!like) {
    patchPlain(page!, main);
  }
  page!.dataset.seen = main.dataset.seen;
  stay(place, replaced);
  document.dispatchEvent(new Event(PATCHED));
}

/** Says what has become of the page where its reader is, and takes nothing away. */
function keepAsItIs(why: string): void {
  const place = whereReading();
  let note = document.querySelector<HTMLElement>('.page-gone');
  if (!note) {
    note = document.createElement('p');
    note.className = 'page-gone';
    note.setAttribute('role', 'status');
    page!.prepend(note);
  }
  if (note.textContent !== why) {
    note.textContent = why;
  }
  stay(place, new Map());
}

// ---- What surrounds the text

/** The lists, the heading and the author's bar, each made like the new one where it stands. */
function follow(fresh: Document): void {
  const present = new Map(parts(document));
  let before: Element | undefined;
  for (const [name, like] of parts(fresh)) {
    const part = present.get(name);
    if (part) {
      present.delete(name);
      patchElement(part, like);
      before = part;
    } else {
      const inserted = document.adoptNode(like);
      if (name === 'author') {
        document.querySelector('header.bar')?.after(inserted);
      } else if (name === 'turn') {
        page!.append(inserted);
      } else {
        before?.after(inserted);
      }
      before = inserted;
    }
  }
  present.forEach((part) => part.remove());
}

function parts(of: Document): [string, HTMLElement][] {
  return [...of.querySelectorAll<HTMLElement>('[data-follow]')].map((part) => [part.dataset.follow!, part]);
}

/** A page without blocks, such as the report of authors. */
function patchPlain(present: Element, like: Element): void {
  if (!like.querySelector(CUSTOM)) {
    patch(present, like);
  }
}

// ---- The blocks

/** What stands between one mark and the next. */
interface Block {
  mark: Comment;
  digest: string;
  nodes: ChildNode[];
}

function blocksOf(article: Element): Block[] {
  const blocks: Block[] = [];
  for (const node of article.childNodes) {
    const found = node instanceof Comment ? MARK.exec(node.data) : null;
    if (found) {
      blocks.push({ mark: node as Comment, digest: found[1], nodes: [] });
    } else {
      blocks.at(-1)?.nodes.push(node);
    }
  }
  return blocks;
}

/** Returns which elements have taken the place of which. */
function patchBlocks(article: Element, like: Element): Map<Element, Element> {
  const replaced = new Map<Element, Element>();
  const present = blocksOf(article);
  const wanted = blocksOf(like);
  const kept = same(present, wanted);
  let next = 0; // The first of those present that has no place yet
  let last: Node | undefined;
  const put = (nodes: Node[]) => {
    for (const node of nodes) {
      if (last) {
        last.parentNode!.insertBefore(node, last.nextSibling);
      } else {
        article.append(node);
      }
      last = node;
    }
  };
  const settle = (block: Block) => (last = block.nodes.at(-1) ?? block.mark);
  for (const block of wanted) {
    const at = kept.get(block);
    if (at !== undefined) {
      present.slice(next, at).forEach(remove);
      next = at + 1;
      present[at].mark.data = block.mark.data;
      settle(present[at]);
      showVerdicts(present[at], block);
      continue;
    }
    // One that was changed in its place, else one that is new
    const end = [...kept.entries()].filter(([, index]) => index >= next).reduce((least, [, index]) => Math.min(least, index), present.length);
    const twin = present.slice(next, end).find((other) => isTwin(other, block));
    if (twin) {
      const index = present.indexOf(twin);
      present.slice(next, index).forEach(remove);
      next = index + 1;
      change(twin, block, replaced);
      settle(twin);
    } else {
      put([document.adoptNode(block.mark), ...block.nodes.map((node) => document.adoptNode(node))]);
    }
  }
  present.slice(next).forEach(remove);
  return replaced;
}

function remove(block: Block): void {
  [block.mark, ...block.nodes].forEach((node) => node.remove());
}

/** The longest row of blocks that are the same before and after, in their order. */
function same(present: Block[], wanted: Block[]): Map<Block, number> {
  const lengths = Array.from({ length: present.length + 1 }, () => new Uint16Array(wanted.length + 1));
  for (let i = present.length - 1; i >= 0; i--) {
    for (let j = wanted.length - 1; j >= 0; j--) {
      lengths[i][j] = isSame(present[i], wanted[j])
        ? lengths[i + 1][j + 1] + 1
        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
    }
  }
  const kept = new Map<Block, number>();
  for (let i = 0, j = 0; i < present.length && j < wanted.length; ) {
    if (isSame(present[i], wanted[j])) {
      kept.set(wanted[j++], i++);
    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
      i++;
    } else {
      j++;
    }
  }
  return kept;
}

function isSame(one: Block, other: Block): boolean {
  return one.digest !== '' && one.digest === other.digest;
}

/** Whether one has come out of the other: the same question or widget, or a piece of text of the same kind. */
function isTwin(one: Block, other: Block): boolean {
  const [first, second] = [elementsOf(one), elementsOf(other)];
  const [a, b] = [first[0], second[0]];
  if (!a || !b) {
    return first.length === second.length && one.digest === other.digest;
  }
  return a.localName === b.localName && (!a.matches(CUSTOM) || a.id === b.id);
}

function elementsOf(block: Block): Element[] {
  return block.nodes.filter((node) => node instanceof Element) as unknown as Element[];
}

function change(present: Block, wanted: Block, replaced: Map<Element, Element>): void {
  present.mark.data = wanted.mark.data;
  const before = elementsOf(present);
  const after = elementsOf(wanted);
  const plain = ![...before, ...after].some((element) => element.matches(CUSTOM) || element.querySelector(CUSTOM));
  if (plain && before.length === after.length && before.every((each, i) => each.localName === after[i].localName)) {
    before.forEach((each, i) => patchElement(each, after[i]));
    return;
  }
  const [old, fresh] = [before[0], after[0]];
  if (old?.localName === 'course-widget' && keepsItsState(old, fresh) && showWords(old, fresh)) {
    return;
  }
  const focus = focusIn(before);
  const moved = wanted.nodes.map((node) => document.adoptNode(node));
  const widgets = answers(before);
  present.nodes.forEach((node) => node.remove());
  present.mark.after(...moved);
  present.nodes = moved;
  before.forEach((each, i) => replaced.set(each, after[Math.min(i, after.length - 1)]));
  widgets.forEach((widget) => {
    const place = document.getElementById(widget.id);
    if (place && place !== widget && keepsItsState(widget, place)) {
      place.replaceWith(widget); // An answer in the making
    }
  });
  restoreFocus(focus);
}

/** Whether a widget starts where it started before: then what has been done with it stays. */
function keepsItsState(old: Element, fresh: Element): boolean {
  return ['kind', 'state'].every((name) => old.getAttribute(name) === fresh.getAttribute(name));
}

/** What its author says about a widget stands beside what the widget shows. */
function showWords(old: Element, fresh: Element): boolean {
  const [words, better] = [old, fresh].map((each) => each.querySelector('.widget-body'));
  if (words && better) {
    patchElement(words, better);
    return true;
  }
  return false;
}

function answers(elements: Element[]): Element[] {
  return elements.flatMap((element) => [...element.querySelectorAll('course-question course-widget')]);
}

/** What is due may be worded anew while the question itself stays. */
function showVerdicts(present: Block, wanted: Block): void {
  const fresh = elementsOf(wanted).flatMap((element) => within(element, 'course-question') as HTMLElement[]);
  for (const question of fresh) {
    const shown = document.getElementById(question.id);
    if (shown && question.dataset.tag) {
      shown.dataset.tag = question.dataset.tag; // What it asks is the same, so an answer to it is one to the present question
    }
    const [verdict, better] = [shown, question].map((each) => each?.querySelector('.verdict'));
    if (shown?.getAttribute('data-outcome') === question.getAttribute('data-outcome') && verdict && better) {
      patch(verdict, better);
    }
  }
}

function within(element: Element, selector: string): Element[] {
  return element.matches(selector) ? [element] : [...element.querySelectorAll(selector)];
}

// ---- What the reader keeps

interface Focus {
  id: string;
  name: string;
  value: string;
  from: number | null;
  to: number | null;
}

type TextField = HTMLInputElement | HTMLTextAreaElement;

function focusIn(elements: Element[]): Focus | undefined {
  const focused = document.activeElement as TextField | null;
  if (!focused || !elements.some((element) => element.contains(focused))) {
    return undefined;
  }
  const text = focused.matches('input[type=text], textarea');
  return {
    id: focused.closest('[id]')?.id ?? '',
    name: focused.getAttribute('name') ?? '',
    value: focused.getAttribute('value') ?? '',
    from: text ? focused.selectionStart : null,
    to: text ? focused.selectionEnd : null,
  };
}

function restoreFocus(focus: Focus | undefined): void {
  if (!focus) {
    return;
  }
  const around = document.getElementById(focus.id);
  const fields = [...(around?.querySelectorAll<TextField>('input, textarea') ?? [])];
  const field = fields.find((each) => each.name === focus.name && (focus.from !== null || each.value === focus.value));
  const target = field ?? around?.querySelector<HTMLElement>('input, textarea, button');
  target?.focus({ preventScroll: true });
  if (field && focus.from !== null) {
    field.setSelectionRange(focus.from, focus.to);
  }
}

interface Place {
  element: Element;
  top: number;
}

/** The first piece of the text that is in view. */
function whereReading(): Place | undefined {
  const pieces = page!.querySelectorAll(':scope > article > *, :scope > section, :scope > header');
  for (const element of pieces) {
    const box = element.getBoundingClientRect();
    if (box.bottom > 0 && box.height > 0) {
      return scrollY > 0 ? { element, top: box.top } : undefined;
    }
  }
  return undefined;
}

/** It stands where it stood, whatever has grown above it. */
function stay(place: Place | undefined, replaced: Map<Element, Element>): void {
  if (place) {
    const element = place.element.isConnected ? place.element : replaced.get(place.element);
    if (element?.isConnected) {
      scrollBy({ top: element.getBoundingClientRect().top - place.top, behavior: 'instant' });
    }
  }
}

if (page) {
  document.addEventListener('visibilitychange', listen);
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => event.persisted && listen());
  if (document.readyState === 'complete') {
    listen();
  } else {
    addEventListener('load', () => setTimeout(listen), { once: true });
  }
}
