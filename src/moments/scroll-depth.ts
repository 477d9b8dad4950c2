import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { watchPages } from './watch-pages.js';
import { watchScroll } from './watch-scroll.js';

export interface ScrollDepthOptions {
  /** How much of the page has to have been above the lower edge of the window, from 0 to 1; a half by default. */
  depth?: number;
}

/** The page was scrolled so far down. Once in each page view, and not where nothing is scrolled. */
export function onScrollDepth(callback: NoticedCallback, { depth = 0.5 }: ScrollDepthOptions = {}): Stop {
  let done = false;
  const stopPages = watchPages(() => {
    done = false;
  });
  const stopScroll = watchScroll(({ y, height, whole }) => {
    // One pixel less is as good: engines round differently.
    if (done || y <= 0 || y + height + 1 < whole * depth) return;
    done = true;
    tell(callback, 'scroll-depth', { depth: Math.min(1, Math.round(((y + height) / whole) * 100) / 100) });
  });
  return () => {
    stopPages();
    stopScroll();
  };
}
