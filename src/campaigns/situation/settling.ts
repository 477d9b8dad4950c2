import { pageClock } from '../../browser/clock.js';
import type { Clock } from '../../browser/clock.js';

interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
}

/** So long nothing has jumped. */
const QUIET_MS = 500;

/** A picture that never comes holds the page's `load` back; what is there by then is the page. */
const LOADS_AT_MOST_MS = 15_000;

/**
 * Notes when the page last moved by itself: loaded, or had something jump (where browsers tell: only Chromium does,
 * https://wicg.github.io/layout-instability/). What moves because the shopper has pressed something is expected: a shop that says
 * “in your basket” has settled. Costs nothing until it is asked.
 */
export function watchSettling(clock: Clock = pageClock): { settled(): boolean; stop(): void } {
  const startedAt = clock.now();
  let movedAt = startedAt;
  let loaded = false;

  function note(shifts: PerformanceEntryList): void {
    for (const { startTime, hadRecentInput } of shifts as LayoutShift[])
      if (!hadRecentInput) movedAt = Math.max(movedAt, startTime);
  }
  let observer: PerformanceObserver | undefined;
  if (globalThis.PerformanceObserver?.supportedEntryTypes.includes('layout-shift')) {
    observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: 'layout-shift' });
  }

  return {
    settled() {
      const now = clock.now();
      if (!loaded && document.readyState === 'complete') {
        loaded = true;
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        movedAt = Math.max(movedAt, navigation?.loadEventStart ?? 0);
      }
      note(observer?.takeRecords() ?? []);
      return (loaded || now - startedAt > LOADS_AT_MOST_MS) && now - movedAt >= QUIET_MS;
    },
    stop: () => observer?.disconnect(),
  };
}
