import type { Clock } from '../browser/clock.js';
import { HESITATION_SCORE, readHesitation } from '../store/hesitation.js';
import type { HesitationSign } from '../store/hesitation.js';
import { followHesitation } from './follow-hesitation.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { onArrival } from './on-arrival.js';
import { tell } from './tell.js';
import { watchPages } from './watch-pages.js';

export interface HesitationOptions {
  /** From which score on; 5 by default. What counts how much, `hesitationWeights` says. */
  score?: number;
  clock?: Clock;
}

/**
 * The shopper hesitates: one more sign was seen, and all that were seen in the last days are worth so much together. The evidence has the
 * score and what each kind of sign adds to it. Once in each page view, when the shopper uses the page: going back to a product is a sign
 * as soon as its page begins, and nothing is shown as early as that.
 */
export function onHesitation(callback: NoticedCallback, options: HesitationOptions = {}): Stop {
  const { score: wanted = HESITATION_SCORE, clock } = options;
  let arrived = false;
  let done = false;
  /** Not told of yet. */
  let latest: HesitationSign | undefined;
  const settle = (): void => {
    if (!arrived || !latest) return;
    const { score, from } = readHesitation();
    if (score < wanted) return;
    const sign = latest;
    latest = undefined;
    done = true;
    tell(callback, 'hesitation', { score, from, sign });
  };
  const stops = [
    watchPages(() => {
      done = arrived = false;
    }),
    onArrival(() => {
      arrived = true;
      settle();
    }, clock),
    followHesitation((sign) => {
      if (done) return;
      latest = sign;
      settle();
    }, clock),
  ];
  return () => stops.forEach((stop) => stop());
}
