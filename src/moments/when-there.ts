import { warnOnce } from '../browser/report.js';
import { isSelector } from './is-selector.js';
import type { Stop } from './noticed.js';
import { watchPages } from './watch-pages.js';

/** Calls back in each page view with the first element that fits, as soon as there is one; what it gives back ends with the page view. */
export function whenThere(selector: string, found: (element: Element) => Stop): Stop {
  if (!isSelector(selector)) {
    warnOnce(`moments: “${selector}” is no selector`);
    return () => {};
  }
  let observer: MutationObserver | undefined;
  let stopElement: Stop = () => {};
  function end(): void {
    observer?.disconnect();
    observer = undefined;
    stopElement();
    stopElement = () => {};
  }
  function look(): boolean {
    const element = document.querySelector(selector);
    if (element) stopElement = found(element);
    return !!element;
  }
  const stopPages = watchPages(() => {
    end();
    if (look()) return;
    observer = new MutationObserver(() => {
      if (look()) observer?.disconnect();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  return () => {
    stopPages();
    end();
  };
}
