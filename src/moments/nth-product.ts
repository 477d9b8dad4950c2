import type { Clock } from '../browser/clock.js';
import { $visit } from '../store/journey.js';
import { $viewed } from '../store/viewed.js';
import { followJourney } from './follow-journey.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { onArrival } from './on-arrival.js';
import { tell } from './tell.js';
import { watchPages } from './watch-pages.js';

export interface NthProductOptions {
  /** From which product of the visit on, from 1; 3 by default. */
  product?: number;
  /** `category`: only products of the same category are counted. */
  of?: 'category';
  clock?: Clock;
}

/**
 * The shopper looks at the n-th product of the visit, or a later one, and uses its page: whoever has looked at three kettles is
 * choosing one. Different products count, as `<cue-recently-viewed>` has noted them. Once in each page view.
 */
export function onNthProduct(callback: NoticedCallback, options: NthProductOptions = {}): Stop {
  const { product: wanted = 3, of, clock } = options;
  const journey = followJourney(clock);
  let pageAt = Infinity;
  let arrived = false;
  let done = false;
  const settle = (): void => {
    const [latest, ...before] = $viewed.get();
    // What was looked at before is no product of this page.
    if (done || !arrived || !latest || latest.viewedAt < pageAt) return;
    const { category } = latest.product;
    if (of && category === undefined) return;
    const startedAt = $visit.get()?.startedAt ?? Infinity;
    const others = before.filter(
      ({ viewedAt, product }) => viewedAt >= startedAt && (!of || product.category === category),
    );
    const count = others.length + 1;
    if (count < wanted) return;
    done = true;
    tell(callback, 'nth-product', { product: count, id: latest.product.id, ...(of && { category: category! }) });
  };
  const stops = [
    watchPages(() => {
      pageAt = Date.now();
      done = arrived = false;
    }),
    onArrival(() => {
      arrived = true;
      settle();
    }, clock),
    $viewed.listen(settle),
    journey.stop,
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
