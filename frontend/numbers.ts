/**
 * The same numbers again for a newcomer. The first response knows nobody and draws a seed for the numbers of its questions; it is kept
 * with the learner once the page has joined. Until then a reload would draw another one, and what was typed would be out of sight.
 * So the seed is kept in the browser beside what was typed, and a page that came with another one asks for those numbers.
 */
import { Kept, keepSeed, keptSeed, seedOfPage } from './kept';

/** This page as it is now, with the numbers that it shows to a newcomer. */
export function fetchAgain(): Promise<Response> {
  const seed = seedOfPage();
  return fetch(location.pathname + location.search, {
    cache: 'no-store',
    credentials: 'same-origin',
    headers: seed === undefined ? {} : { 'Surprisal-Seed': seed },
  });
}

async function showNumbersOf(seed: string): Promise<void> {
  const drawn = [...document.querySelectorAll<HTMLElement>('[data-seed]')];
  const before = drawn.map((each) => each.dataset.seed);
  // Whoever joins or listens meanwhile does it with this one
  drawn.forEach((each) => (each.dataset.seed = seed));
  let fresh: Document;
  try {
    const answer = await fetchAgain();
    if (!answer.ok) {
      throw new Error(`The server answered ${answer.status}`);
    }
    fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch (cause) {
    // The next live edit would else change the numbers under the reader
    drawn.forEach((each, place) => (each.dataset.seed = before[place]));
    throw cause;
  }
  for (const present of drawn) {
    const like = fresh.getElementById(present.id);
    if (!like || !present.isConnected) {
      continue;
    }
    present.dataset.seed = like.dataset.seed;
    if (like.dataset.variant !== present.dataset.variant && !isInUse(present)) {
      const { top, height } = present.getBoundingClientRect();
      const element = document.adoptNode(like);
      present.replaceWith(element);
      if (top < 0) {
        // What is being read stays where it is
        scrollBy({ top: element.getBoundingClientRect().height - height, behavior: 'instant' });
      }
    }
  }
  // Where the server knows the learner by now, and by another seed, that one is kept from now on
  keepSeed();
}

/** Whether somebody is at it, or has already typed something under the numbers that it shows. */
function isInUse(question: HTMLElement): boolean {
  const items = question.localName === 'course-question' ? [question] : [...question.querySelectorAll<HTMLElement>('course-question')];
  return (
    question.contains(document.activeElement) ||
    items.some((item) => new Kept(`draft:${item.id}:${item.dataset.variant}`).get() !== null)
  );
}

const kept = keptSeed();
const shown = seedOfPage();
if (kept !== undefined && shown !== undefined && kept !== shown) {
  showNumbersOf(kept).catch((cause) => console.info('The numbers under which something was typed could not be fetched', cause));
}
