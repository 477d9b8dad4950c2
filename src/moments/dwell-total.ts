import type { Clock } from '../browser/clock.js';
import { followJourney } from './follow-journey.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { ARRIVED_MS } from './on-arrival.js';
import { watchActivity } from './watch-activity.js';
import { watchPages } from './watch-pages.js';

/** Dwell over several pages; its code, and what it keeps, are loaded for who asks for it. */
export function onDwellTotal(
  callback: NoticedCallback,
  { ms, scope, clock }: { ms: number; scope: 'session' | 'all'; clock: Clock },
): Stop {
  const journey = followJourney(clock);
  const activity = watchActivity(clock);
  let stopWaiting: Stop = () => {};
  const stopPages = watchPages(() => {
    stopWaiting();
    const before = activity.activeMs();
    stopWaiting = activity.wait({
      inMs: () => Math.max(ms - journey.activeMs(scope), before + ARRIVED_MS - activity.activeMs()),
      run() {
        stopWaiting();
        tell(callback, 'dwell', { activeMs: Math.round(journey.activeMs(scope)), scope });
      },
    });
  });
  return () => {
    stopPages();
    stopWaiting();
    journey.stop();
  };
}
