import type { Clock } from '../browser/clock.js';
import { $past, $visit } from '../store/journey.js';
import type { Past, Visit } from '../store/journey.js';
import { followJourney } from './follow-journey.js';
import type { Noticed, NoticedCallback, Stop } from './noticed.js';
import { onArrival } from './on-arrival.js';
import { tell } from './tell.js';

/** A moment that is so from the start of a page view, by what is known of the visit: looked at when the shopper uses the page. */
export function onVisit(
  callback: NoticedCallback,
  moment: string,
  look: (visit: Visit, past: Past | undefined) => Noticed['evidence'] | undefined,
  clock?: Clock,
): Stop {
  const journey = followJourney(clock);
  const stop = onArrival(() => {
    const visit = $visit.get();
    const evidence = visit && look(visit, $past.get());
    if (evidence) tell(callback, moment, evidence);
  }, clock);
  return () => {
    stop();
    journey.stop();
  };
}
