/**
 * `<course-review>`: a session of things that are asked again, by keyboard, pointer or touch. The server says what is asked and
 * what it is worth; this element turns the page's one card and sends the rating. A rating names the showing it belongs to, so
 * that the same one sent twice, or from two tabs, counts once.
 */
import { comeAnew, Ended, server, within, type ReviewServer, type ReviewStep } from './connection';
import { showLocally } from './times';

const NOT_REACHED = 'The server cannot be reached right now. Please try again in a moment.';
const ENDED = 'This page has lost its connection. Please load it again.';

/** Milliseconds until a request counts as lost. */
const PATIENCE = 10_000;

export class CourseReview extends HTMLElement {
  #busy = false;

  connectedCallback(): void {
    this.#ready();
    // A click on the text of the card is a click into it: the keys work from there
    this.tabIndex = -1;
    if (document.activeElement === document.body) {
      this.#focus(this.querySelector<HTMLElement>('.review-front'));
    }
    this.addEventListener('click', (event) => {
      const target = event.target as Element;
      const rating = target.closest<HTMLElement>('.review-grade')?.dataset.rating;
      if (rating) {
        void this.#rate(Number(rating));
      } else if (target.closest('.review-reveal')) {
        void this.#reveal();
      }
    });
    // Only while the focus is in here: a rating cannot be taken back, and elsewhere single keys may mean something else
    this.addEventListener('keydown', (event) => this.#pressed(event));
  }

  #pressed(event: KeyboardEvent): void {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }
    if ((event.target as Element).closest('course-widget')) {
      return; // There the keys belong to its fields and handles
    }
    const reveal = this.querySelector('.review-reveal');
    // A focused button or link is pressed by the space bar itself
    if (event.key === ' ' && reveal && !(event.target as Element).matches('a, button, summary')) {
      event.preventDefault();
      void this.#reveal();
    } else if (/^[1-4]$/.test(event.key) && this.querySelector('.review-grades')) {
      event.preventDefault();
      void this.#rate(Number(event.key));
    }
  }

  async #reveal(): Promise<void> {
    const { item, turn } = this.#card;
    const played = this.querySelector('.review-front:has(course-widget)');
    if (await this.#ask((review) => review.reveal(item, turn))) {
      const now = this.querySelector<HTMLElement>('.review-card')?.dataset;
      if (played && now?.item === item && now.turn === String(turn)) {
        this.#front?.replaceWith(played); // As it was left, beside what was asked for
      }
      // The answer is read from its beginning; the keys 1 to 4 work from there
      this.#focus(this.querySelector<HTMLElement>('.review-back') ?? this.#front);
    }
  }

  async #rate(rating: number): Promise<void> {
    const { item, turn } = this.#card;
    if (await this.#ask((review) => review.rate(item, turn, rating))) {
      this.#focus(this.#front);
      this.scrollIntoView({ block: 'nearest' });
    }
  }

  async #ask(question: (review: ReviewServer) => Promise<ReviewStep>): Promise<boolean> {
    if (this.#busy) {
      return false;
    }
    this.#busy = true;
    try {
      const step = await within(PATIENCE, server<ReviewServer>().then(question));
      if (step.notice) {
        this.#say(step.notice);
        return false;
      }
      this.querySelector('.review-step')!.innerHTML = step.html;
      this.#count(step.owed);
      this.#ready();
      this.#say('');
      return true;
    } catch (cause) {
      this.#say(cause instanceof Ended ? ENDED : NOT_REACHED);
      if (cause instanceof Ended) {
        comeAnew('review');
      }
      return false;
    } finally {
      this.#busy = false;
    }
  }

  get #card(): { item: string; turn: number } {
    const { item, turn } = this.querySelector<HTMLElement>('.review-card')!.dataset;
    return { item: item!, turn: Number(turn) };
  }

  get #front(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.review-front, .review-nothing');
  }

  #ready(): void {
    this.querySelector<HTMLButtonElement>('.review-reveal')?.removeAttribute('disabled');
    for (const time of this.querySelectorAll<HTMLTimeElement>('time[datetime]')) {
      showLocally(time);
    }
  }

  #focus(element: HTMLElement | null): void {
    element?.focus({ preventScroll: true });
  }

  /** The bar above the page tells how many are left; new cards are not among them. */
  #count(due: number): void {
    const count = document.querySelector('.due-count');
    if (count?.firstChild) {
      count.firstChild.nodeValue = String(due);
      count.toggleAttribute('hidden', due === 0);
    }
  }

  #say(text: string): void {
    this.querySelector<HTMLElement>('.status')!.textContent = text;
  }
}

customElements.define('course-review', CourseReview);
