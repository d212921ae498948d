/** Where a learner says how sure they are of an answer: one of the steps of a menu, or a percentage typed beside it. */
export class Confidence {
  readonly #menu: HTMLSelectElement;
  readonly #other: HTMLElement;
  readonly field: HTMLInputElement;

  /** Not everywhere is that asked. */
  static in(form: HTMLFormElement): Confidence | null {
    const menu = form.querySelector<HTMLSelectElement>('.confidence-menu');
    return menu && new Confidence(menu, form.querySelector<HTMLElement>('.confidence-other')!);
  }

  private constructor(menu: HTMLSelectElement, other: HTMLElement) {
    this.#menu = menu;
    this.#other = other;
    this.field = other.querySelector('input')!;
    menu.addEventListener('change', () => this.#follow());
  }

  /** 0 where nothing is said, NaN for what is no percentage that can be said. */
  get percent(): number {
    if (!this.#isTyped) {
      return Number(this.#menu.value);
    }
    const typed = this.field.value.replace('%', '').trim();
    if (typed === '') {
      return 0;
    }
    return /^[1-9]\d?$/.test(typed) ? Number(typed) : Number.NaN;
  }

  /** What was said belongs to one answer, not to the next. */
  clear(): void {
    this.#menu.value = '0';
    this.field.value = '';
    this.#follow();
  }

  get #isTyped(): boolean {
    return this.#menu.value === 'other';
  }

  #follow(): void {
    this.#other.hidden = !this.#isTyped;
  }
}
