import { PATCHED } from './live';

/**
 * A formula or a listing wider than its column scrolls inside its own box. Such a box takes the focus, so that the arrow
 * keys reach its end; one that fits is no stop for the Tab key.
 */
const SCROLLING = '.katex-display, .prose pre';

const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) {
      target.setAttribute('tabindex', '0');
    } else {
      target.removeAttribute('tabindex');
    }
  }
});

function watch(): void {
  watcher.disconnect();
  for (const box of document.querySelectorAll(SCROLLING)) {
    watcher.observe(box);
  }
}

watch();
document.addEventListener(PATCHED, watch);
