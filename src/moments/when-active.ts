import { pageClock } from '../browser/clock.js';
import type { Clock } from '../browser/clock.js';
import type { Stop } from './noticed.js';
import { watchActivity } from './watch-activity.js';
import { watchPages } from './watch-pages.js';

/** Calls back once in each page view, when the shopper has been active in it for so long. */
export function whenActive(ms: number, callback: () => void, clock: Clock = pageClock): Stop {
  const activity = watchActivity(clock);
  let stopWaiting: Stop = () => {};
  const stopPages = watchPages(() => {
    stopWaiting();
    const before = activity.activeMs();
    stopWaiting = activity.wait({
      inMs: () => before + ms - activity.activeMs(),
      run() {
        stopWaiting();
        callback();
      },
    });
  });
  return () => {
    stopPages();
    stopWaiting();
  };
}
