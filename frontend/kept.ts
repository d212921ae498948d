/**
 * What this course keeps in the browser: what was typed and is not scored yet, what was sent and not acknowledged, and by which seed
 * the numbers were drawn under which a newcomer has typed something.
 */
const SEED = 'seed';
const SEED_FORM = /^\d{1,6}$/;

// Two courses below different paths of one server share its storage. (One at the root has always had no prefix.)
const root = document.documentElement.dataset.root ?? '/';
const place = root === '/' ? '' : root;

/** One entry of the browser's storage; of this page's memory where there is none. */
export class Kept {
  /** What storage has refused, by its key; for the whole page, since elements come and go. */
  static readonly #refused = new Map<string, string | null>();

  readonly key: string;

  constructor(name: string) {
    this.key = place + name;
  }

  /** The names of this course's entries that are `start` or go on behind it with a colon. */
  static names(start: string): string[] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(place))
        .map((key) => key.slice(place.length))
        .filter((name) => name === start || name.startsWith(`${start}:`));
    } catch {
      return [];
    }
  }

  /** Forgets what this course keeps, and nothing of whatever else the server of this address has. */
  static forgetAll(): void {
    for (const name of ['draft', 'pending', SEED].flatMap((start) => Kept.names(start))) {
      new Kept(name).set(null);
    }
  }

  get(): string | null {
    const refused = Kept.#refused.get(this.key);
    if (refused !== undefined) {
      return refused;
    }
    try {
      return localStorage.getItem(this.key);
    } catch {
      return null;
    }
  }

  /** Whether it is there and outlives this page. */
  get isStored(): boolean {
    return this.get() !== null && !Kept.#refused.has(this.key);
  }

  set(value: string | null): void {
    try {
      if (value === null) {
        localStorage.removeItem(this.key);
      } else {
        localStorage.setItem(this.key, value);
      }
      Kept.#refused.delete(this.key);
    } catch {
      Kept.#refused.set(this.key, value);
    }
  }
}

/** By which seed the numbers of this page were drawn; nothing where it shows none. */
export function seedOfPage(): string | undefined {
  return document.querySelector<HTMLElement>('[data-seed]')?.dataset.seed;
}

/** The seed under whose numbers something was typed that waits in this browser. */
export function keptSeed(): string | undefined {
  const seed = new Kept(SEED).get();
  return seed !== null && SEED_FORM.test(seed) ? seed : undefined;
}

/** Keeps the seed of this page while something waits that was typed, and no longer. */
export function keepSeed(): void {
  const waits = Kept.names('draft').length > 0;
  const seed = seedOfPage();
  if (!waits) {
    new Kept(SEED).set(null);
  } else if (seed !== undefined) {
    new Kept(SEED).set(seed);
  }
}
