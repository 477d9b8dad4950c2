import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { watchPages } from './watch-pages.js';
import { watchScroll } from './watch-scroll.js';
import type { ScrollState } from './watch-scroll.js';

export interface ScrollUpOptions {
  /** Pixels in a second; 1,500 by default. */
  speed?: number;
  /** How far, as a part of the window's height; 0.8 by default. */
  distance?: number;
}

/** A pause of so long ends a movement. */
const PAUSE_MS = 200;

/** Fewer steps are a jump: a link to the top, or the page's own doing. */
const FEWEST_STEPS = 3;

/** The shopper scrolls up fast, and far. Once in each page view. */
export function onScrollUp(callback: NoticedCallback, { speed = 1500, distance = 0.8 }: ScrollUpOptions = {}): Stop {
  let done = false;
  let steps: ScrollState[] = [];
  const stopPages = watchPages(() => {
    done = false;
    steps = [];
  });
  const stopScroll = watchScroll((state) => {
    if (done) return;
    const last = steps.at(-1);
    if (last && (state.y >= last.y || state.at - last.at > PAUSE_MS)) steps = [];
    steps.push(state);
    const [first] = steps;
    const pixels = first!.y - state.y;
    const velocity = (pixels / (state.at - first!.at)) * 1000;
    if (steps.length <= FEWEST_STEPS || pixels < distance * state.height || velocity < speed) return;
    done = true;
    steps = [];
    tell(callback, 'scroll-up', { pixels: Math.round(pixels), pixelsPerSecond: Math.round(velocity) });
  });
  return () => {
    stopPages();
    stopScroll();
  };
}
