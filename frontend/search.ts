/**
 * The search page answers by itself, form and links; with this it follows what is typed and can be walked with the arrow
 * keys. The key "/" leads to it from anywhere.
 */

/** Milliseconds without a key until what is typed is searched for. */
const PAUSE = 150;

const form = document.querySelector<HTMLFormElement>('form.search');

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
    return;
  }
  const way = document.querySelector<HTMLAnchorElement>('a.to-search');
  if (form || way) {
    event.preventDefault();
    if (form) {
      form.querySelector('input')!.select();
    } else {
      location.assign(way!.href);
    }
  }
});

if (form) {
  follow(form, form.querySelector('input')!);
}

function follow(form: HTMLFormElement, input: HTMLInputElement): void {
  let waiting = 0;
  let asked: AbortController | undefined;

  const links = () => [...document.querySelectorAll<HTMLAnchorElement>('#found a')];

  async function search(): Promise<void> {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(form.action);
    if (input.value.trim()) {
      address.searchParams.set('q', input.value.trim());
    }
    try {
      const answer = await fetch(address, { signal: asked.signal });
      if (!answer.ok) {
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of ['#found', '.search-count']) {
        const [now, next] = [document.querySelector(part), page.querySelector(part)];
        if (now && next && now.innerHTML !== next.innerHTML) {
          now.replaceChildren(...next.childNodes);
        }
      }
      document.title = page.title;
      history.replaceState(history.state, '', address);
    } catch {
      // Typed on, or without a connection: the button asks again
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void search(), PAUSE);
  });

  const main = form.closest('main')!;
  main.addEventListener('keydown', (event) => {
    const stops: HTMLElement[] = [input, ...links()];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    } else if (event.key === 'Escape' && at > 0) {
      input.select();
    }
  });
}
