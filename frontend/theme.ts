/**
 * The choice between the system's colours, light and dark.
 *
 * The server reads the cookie and writes `data-theme` on <html>, so a page comes in its colours; here the choice is made
 * and kept. Without a cookie the system decides, and the style sheets need no script for that.
 */
type Theme = 'system' | 'light' | 'dark';

const A_YEAR = 60 * 60 * 24 * 365;
// Where the course is mounted: another one beside it has its own colours
const path = document.documentElement.dataset.root ?? '/';

function chosen(): Theme {
  const found = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(document.cookie);
  return found ? (found[1] as Theme) : 'system';
}

function keep(theme: Theme): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  document.cookie =
    theme === 'system'
      ? `theme=; Path=${path}; Max-Age=0; SameSite=Lax${secure}`
      : `theme=${theme}; Path=${path}; Max-Age=${A_YEAR}; SameSite=Lax${secure}`;
}

function apply(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  for (const radio of document.querySelectorAll<HTMLInputElement>('.theme input')) {
    radio.checked = radio.value === theme;
  }
}

document.addEventListener('change', (event) => {
  const radio = event.target;
  if (radio instanceof HTMLInputElement && radio.closest('.theme')) {
    keep(radio.value as Theme);
    apply(chosen());
  }
});

// A page that comes back from the browser's memory may be older than the choice.
window.addEventListener('pageshow', () => apply(chosen()));
