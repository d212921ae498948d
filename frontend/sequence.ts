/**
 * Lines that a learner puts in order: by the buttons of each line, which is also the way of the keyboard, or by dragging a
 * line at its grip or anywhere but its buttons.
 */
export class Sequence {
  readonly #list: HTMLElement;
  readonly #moved: (words: string) => void;

  /** @param moved is told what has moved where, in words */
  constructor(list: HTMLElement, moved: (words: string) => void) {
    this.#list = list;
    this.#moved = moved;
    list.addEventListener('click', (event) => this.#onClick(event));
    list.addEventListener('pointerdown', (event) => this.#onGrab(event));
  }

  get keys(): string[] {
    return this.#lines.map((line) => line.dataset.key!);
  }

  /** Puts the lines in this order, unless it is not one of these lines. */
  arrange(keys: string[]): void {
    const lines = this.#lines;
    if (keys.length === lines.length && lines.every((line) => keys.includes(line.dataset.key!))) {
      this.#list.append(...lines.sort((a, b) => keys.indexOf(a.dataset.key!) - keys.indexOf(b.dataset.key!)));
    }
    this.mark();
  }

  /** Tells the buttons that lead nowhere. Not disabled: one that has just been pressed keeps the focus. */
  mark(): void {
    const lines = this.#lines;
    lines.forEach((line, place) => {
      button(line, 'up').setAttribute('aria-disabled', String(place === 0));
      button(line, 'down').setAttribute('aria-disabled', String(place === lines.length - 1));
    });
  }

  get #lines(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('.order-line')];
  }

  #onClick(event: Event): void {
    const pressed = (event.target as Element).closest<HTMLButtonElement>('.order-move');
    const line = pressed?.closest<HTMLElement>('.order-line');
    const other = pressed?.dataset.move === 'up' ? line?.previousElementSibling : line?.nextElementSibling;
    if (!pressed || !line || !other) {
      return;
    }
    if (pressed.dataset.move === 'up') {
      other.before(line);
    } else {
      other.after(line);
    }
    pressed.focus();
    this.#tell(line);
  }

  #tell(line: HTMLElement): void {
    this.mark();
    const lines = this.#lines;
    this.#moved(`Now at place ${lines.indexOf(line) + 1} of ${lines.length}.`);
  }

  #onGrab(event: PointerEvent): void {
    const target = event.target as Element;
    const line = target.closest<HTMLElement>('.order-line');
    // A finger on the text scrolls the page; it drags by the grip
    const grabs = target.closest('.order-grip') || (event.pointerType === 'mouse' && !target.closest('button'));
    if (!line || !grabs || event.button !== 0) {
      return;
    }
    event.preventDefault();
    line.setPointerCapture(event.pointerId);
    line.toggleAttribute('data-dragged', true);
    const before = this.keys.join();
    const grip = event.clientY - line.getBoundingClientRect().top;
    const follow = (move: PointerEvent) => {
      line.style.translate = '';
      this.#slide(line, move.clientY - grip);
      line.style.translate = `0 ${move.clientY - grip - line.getBoundingClientRect().top}px`;
    };
    const end = () => {
      line.removeEventListener('pointermove', follow);
      line.removeEventListener('pointerup', end);
      line.removeEventListener('pointercancel', end);
      line.style.translate = '';
      line.removeAttribute('data-dragged');
      if (this.keys.join() !== before) {
        this.#tell(line);
      }
    };
    line.addEventListener('pointermove', follow);
    line.addEventListener('pointerup', end);
    line.addEventListener('pointercancel', end);
  }

  /** Moves the line past each neighbour whose middle its edge has passed. */
  #slide(line: HTMLElement, top: number): void {
    const { height } = line.getBoundingClientRect();
    for (let other = line.previousElementSibling; other && top < middle(other); other = line.previousElementSibling) {
      // The line dragged is not put anew into the page, which would end the drag: its neighbour is
      line.after(other);
    }
    for (let other = line.nextElementSibling; other && top + height > middle(other); other = line.nextElementSibling) {
      line.before(other);
    }
    this.mark();
  }
}

function middle(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

function button(line: HTMLElement, move: string): HTMLElement {
  return line.querySelector<HTMLElement>(`[data-move="${move}"]`)!;
}
