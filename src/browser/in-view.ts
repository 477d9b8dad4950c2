import { pageClock } from './clock.js';
import type { Clock } from './clock.js';
import { attempt } from './report.js';

/**
 * When something counts as seen: half of it, or three tenths where it is as large as a billboard, for one second without a break
 * in a page that is in front. From advertising, so that shops can compare (Media Rating Council, Viewable Ad Impression
 * Measurement Guidelines, 2014: https://mediaratingcouncil.org/standards-and-guidelines).
 */
const SEEN_MS = 1000;
const PART = 0.5;
const PART_OF_LARGE = 0.3;
const LARGE_PX = 242_500;
/** Of a list that is longer than several windows, no such part fits into one: there half of the window is enough. */
const PART_OF_WINDOW = 0.5;
/** At every twentieth of an element the browser says how much of it can be seen. */
const STEPS = Array.from({ length: 11 }, (_, step) => step / 20);

interface Watched {
  element: Element;
  callback: () => void;
  clock: Clock;
  /** Whether enough of it is inside the window. */
  enough: boolean;
  timer?: unknown;
}

const watched = new Set<Watched>();

let observer: IntersectionObserver | undefined;

function settle(one: Watched): void {
  const seen = one.enough && document.visibilityState === 'visible';
  if (seen === (one.timer !== undefined)) return;
  if (seen) one.timer = one.clock.wait(() => tell(one), SEEN_MS);
  else {
    one.clock.clear(one.timer);
    one.timer = undefined;
  }
}

function tell(one: Watched): void {
  end(one);
  attempt('what has been seen could not be told', one.callback);
}

function end(one: Watched): void {
  if (!watched.delete(one)) return;
  one.clock.clear(one.timer);
  if (![...watched].some(({ element }) => element === one.element)) observer?.unobserve(one.element);
  if (watched.size) return;
  observer?.disconnect();
  observer = undefined;
  document.removeEventListener('visibilitychange', settleAll);
}

function settleAll(): void {
  for (const one of watched) settle(one);
}

function hear(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, boundingClientRect: box, intersectionRect: inside, intersectionRatio } of entries) {
    const part = box.width * box.height >= LARGE_PX ? PART_OF_LARGE : PART;
    const enough =
      intersectionRatio >= part || inside.width * inside.height >= PART_OF_WINDOW * innerWidth * innerHeight;
    for (const one of watched) {
      if (one.element !== target) continue;
      one.enough = enough;
      settle(one);
    }
  }
}

/**
 * Calls back once, when the shopper has really seen the element. All that is watched shares one observer, which ends with the last.
 *
 * @returns ends it
 */
export function inView(element: Element, callback: () => void, clock: Clock = pageClock): () => void {
  const one: Watched = { element, callback, clock, enough: false };
  watched.add(one);
  if (!observer) {
    observer = new IntersectionObserver(hear, { threshold: STEPS });
    document.addEventListener('visibilitychange', settleAll);
  }
  // Who comes second to an element would wait for its next move.
  observer.unobserve(element);
  observer.observe(element);
  return () => end(one);
}
