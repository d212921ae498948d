/**
 * What a reference leads to, shown beside it while the pointer rests on it or it has the focus. It is taken from this page, or from the
 * page it stands on; without this a reference is a link. Nothing in it can be pressed: it goes away with the pointer, with the focus and
 * with Escape.
 */

/** Milliseconds a pointer rests until a preview opens, and has to come back until it closes. */
const RESTS = 250;
const LEAVES = 200;

const REFERENCES = 'main a:is(.ref, .ref-text)[href*="#"]';

const pages = new Map<string, Promise<Document>>();
const box = document.createElement('div');
box.className = 'preview';
box.setAttribute('role', 'note');
box.setAttribute('popover', 'manual');

let shownFor: HTMLAnchorElement | undefined;
let pending = 0;

function pageOf(link: HTMLAnchorElement): Promise<Document> {
  if (link.pathname === location.pathname) {
    return Promise.resolve(document);
  }
  let page = pages.get(link.pathname);
  if (!page) {
    page = fetch(link.pathname, { headers: { accept: 'text/html' } })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(`${answer.status}`))))
      .then((html) => new DOMParser().parseFromString(html, 'text/html'));
    page.catch(() => pages.delete(link.pathname));
    pages.set(link.pathname, page);
  }
  return page;
}

/** A copy that is only to be looked at: without ids, controls and elements that come to life. */
function copied(source: Element): HTMLElement {
  const copy = document.importNode(source, true) as HTMLElement;
  for (const part of [copy, ...copy.querySelectorAll<HTMLElement>('*')]) {
    part.removeAttribute('id');
    part.removeAttribute('popover');
    part.removeAttribute('tabindex');
  }
  copy.querySelectorAll('.anchor, .term-note, script, form, button.control').forEach((part) => part.remove());
  copy.querySelectorAll('a, button').forEach((part) => part.replaceWith(...part.childNodes));
  copy.querySelectorAll('img').forEach((image) => image.removeAttribute('loading'));
  return copy;
}

/** What stands for the element with the id: of a section its beginning, of a question what it asks. */
function excerpt(page: Document, id: string): Node[] {
  const target = page.getElementById(id);
  if (!target) {
    return [];
  }
  if (/^H[2-6]$/.test(target.tagName)) {
    const first = target.nextElementSibling;
    return first?.tagName === 'P' ? [copied(target), copied(first)] : [copied(target)];
  }
  if (target.tagName === 'COURSE-QUESTION') {
    const asked = target.querySelector('.stem');
    return asked ? [copied(asked)] : [];
  }
  if (target.tagName === 'COURSE-WIDGET') {
    return [...target.querySelectorAll('h3, svg')].slice(0, 2).map(copied);
  }
  return [copied(target)];
}

function place(link: HTMLAnchorElement): void {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const below = at.bottom + 8 + size.height <= innerHeight || at.top < innerHeight - at.bottom;
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - size.width - 8));
  box.style.left = `${left}px`;
  box.style.top = below ? `${at.bottom + 8}px` : `${Math.max(8, at.top - size.height - 8)}px`;
}

async function show(link: HTMLAnchorElement): Promise<void> {
  let parts: Node[];
  try {
    parts = excerpt(await pageOf(link), decodeURIComponent(link.hash.slice(1)));
  } catch {
    return; // It is a link still
  }
  if (shownFor === link && parts.length > 0) {
    box.replaceChildren(...parts);
    if (!box.isConnected) {
      document.body.append(box);
    }
    box.showPopover();
    place(link);
  }
}

function hide(): void {
  clearTimeout(pending);
  shownFor = undefined;
  if (box.isConnected) {
    box.hidePopover();
  }
}

function reference(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(REFERENCES) : null;
}

function soon(link: HTMLAnchorElement): void {
  clearTimeout(pending);
  if (shownFor !== link) {
    hide();
    shownFor = link;
    pending = window.setTimeout(() => void show(link), RESTS);
  }
}

function later(): void {
  clearTimeout(pending);
  pending = window.setTimeout(hide, LEAVES);
}

if ('popover' in HTMLElement.prototype) {
  document.addEventListener('pointerover', (event) => {
    const link = reference(event);
    if (event.pointerType === 'mouse' && link) {
      soon(link);
    } else if (shownFor && event.target instanceof Node && box.contains(event.target)) {
      clearTimeout(pending);
    } else if (shownFor && document.activeElement !== shownFor) {
      later();
    }
  });
  document.addEventListener('focusin', (event) => {
    const link = reference(event);
    if (link?.matches(':focus-visible')) {
      soon(link);
    } else {
      hide();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      hide();
    }
  });
  addEventListener('scroll', () => shownFor && later(), { passive: true });
}
