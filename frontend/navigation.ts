/**
 * The ways around a page. All of them are links and native folds that work without this; here the section in view is
 * marked under "On this page" and told to the server, so that reading can go on there, and on a phone an opened list of
 * contents closes by itself.
 */
import { ifJoined } from './connection';
import { PATCHED } from './live';

/** A heading is being read once it has come above this share of the window. */
const READING_LINE = 0.35;

/** Milliseconds on one section until it counts as the place where reading goes on. */
const SETTLED = 800;

let headings: HTMLElement[] = [];
const links = new Map<string, HTMLAnchorElement>();

let current = '';
let settlingOn: string | undefined;
let settling = 0;
let scrolled = false;

/** The last heading above the reading line, else none; at the end of the page the last one of all. */
function sectionInView(): string {
  const page = document.documentElement;
  const atEnd = scrollY > 0 && Math.ceil(scrollY + innerHeight) >= page.scrollHeight;
  const line = READING_LINE * innerHeight;
  const above = headings.filter((heading) => heading.getBoundingClientRect().top < line);
  return (atEnd ? headings : above).at(-1)?.id ?? '';
}

function follow(): void {
  const section = sectionInView();
  if (section !== current) {
    links.get(current)?.removeAttribute('aria-current');
    current = section;
    const link = links.get(current);
    link?.setAttribute('aria-current', 'location');
    if (link) {
      keepInView(link);
    }
  }
  if (scrolled && section !== settlingOn) {
    settlingOn = section;
    clearTimeout(settling);
    settling = setTimeout(() => void tell(section), SETTLED);
  }
}

/** A long list scrolls along within its own column; the page itself stays. */
function keepInView(link: HTMLElement): void {
  const column = link.closest<HTMLElement>('nav')!;
  const place = link.offsetTop - column.clientHeight / 2;
  if (column.scrollHeight > column.clientHeight) {
    column.scrollTop = place;
  }
}

async function tell(section: string): Promise<void> {
  try {
    await (await ifJoined())?.reach(section);
  } catch {
    // A place that is not remembered is no loss that a reader need hear of
  }
}

// Fires whenever a heading crosses the reading line or an edge of the window
const watcher = new IntersectionObserver(follow, { rootMargin: `0px 0px -${100 * (1 - READING_LINE)}% 0px` });

/** Looks at the headings that the page has now. */
function collect(): void {
  watcher.disconnect();
  headings = [...document.querySelectorAll<HTMLElement>('main[data-route] .prose > :is(h2, h3)[id]')];
  headings.forEach((heading) => watcher.observe(heading));
  links.clear();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.on-this-page a')) {
    links.set(link.hash.slice(1), link);
  }
  links.get(current)?.setAttribute('aria-current', 'location');
}

collect();
document.addEventListener(PATCHED, collect);
if (headings.length > 0) {
  // Until the reader moves, the page stands where it was opened, and the place remembered is a better one
  addEventListener('scroll', () => (scrolled = true), { once: true, passive: true });
  addEventListener('scrollend', follow, { passive: true });
}

// Beside the text a list may be longer than its column: what scrolls can be reached by keyboard too.
const columns = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollHeight > target.clientHeight && getComputedStyle(target).overflowY !== 'visible') {
      target.setAttribute('tabindex', '0');
    } else {
      target.removeAttribute('tabindex');
    }
  }
});
document.querySelectorAll('.ways nav').forEach((column) => columns.observe(column));

// On a narrow window the lists lie over the text while they are open.
const folds = [...document.querySelectorAll<HTMLDetailsElement>('.ways details')];

function close(fold: HTMLDetailsElement): void {
  fold.open = false;
}

for (const fold of folds) {
  fold.addEventListener('toggle', () => {
    if (fold.open) {
      folds.filter((other) => other !== fold).forEach(close);
    }
  });
  fold.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a')) {
      close(fold);
    }
  });
  fold.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && fold.open) {
      close(fold);
      fold.querySelector('summary')?.focus();
    }
  });
  fold.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !fold.contains(event.relatedTarget)) {
      close(fold);
    }
  });
}

document.addEventListener('pointerdown', (event) => {
  folds.filter((fold) => fold.open && !fold.contains(event.target as Node)).forEach(close);
});
