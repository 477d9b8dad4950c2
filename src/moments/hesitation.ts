import type { Clock } from '../browser/clock.js';
import { HESITATION_SCORE, readHesitation } from '../store/hesitation.js';
import { followHesitation } from './follow-hesitation.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { watchPages } from './watch-pages.js';

export interface HesitationOptions {
  /** From which score on; 5 by default. What counts how much, `hesitationWeights` says. */
  score?: number;
  clock?: Clock;
}

/**
 * The shopper hesitates: one more sign was seen, and all that were seen in the last days are worth so much together. The evidence has the
 * score and what each kind of sign adds to it. Once in each page view.
 */
export function onHesitation(callback: NoticedCallback, options: HesitationOptions = {}): Stop {
  const { score: wanted = HESITATION_SCORE, clock } = options;
  let done = false;
  const stops = [
    watchPages(() => {
      done = false;
    }),
    followHesitation((sign) => {
      const { score, from } = readHesitation();
      if (done || score < wanted) return;
      done = true;
      tell(callback, 'hesitation', { score, from, sign });
    }, clock),
  ];
  return () => stops.forEach((stop) => stop());
}
