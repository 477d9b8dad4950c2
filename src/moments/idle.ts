import { pageClock } from '../browser/clock.js';
import type { Clock } from '../browser/clock.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { watchActivity } from './watch-activity.js';
import { watchPages } from './watch-pages.js';

export interface IdleOptions {
  /** For how long nothing has to have been done, with the page in front; 30 seconds by default. */
  ms?: number;
  clock?: Clock;
}

/** The page is in front and nothing is done on it. Once in each page view. */
export function onIdle(callback: NoticedCallback, { ms = 30_000, clock = pageClock }: IdleOptions = {}): Stop {
  const activity = watchActivity(clock);
  let stopWaiting: Stop = () => {};
  const stopPages = watchPages(() => {
    stopWaiting();
    const from = clock.now();
    stopWaiting = activity.wait({
      idle: true,
      inMs: () => ms - Math.min(activity.idleMs(), clock.now() - from),
      run() {
        stopWaiting();
        tell(callback, 'idle', { idleMs: ms });
      },
    });
  });
  return () => {
    stopPages();
    stopWaiting();
  };
}
