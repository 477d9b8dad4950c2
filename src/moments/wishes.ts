import type { Clock } from '../browser/clock.js';
import { changesSince } from '../store/changes-since.js';
import { $present } from '../store/present.js';
import { SESSION_TIMEOUT_MS } from '../store/session.js';
import { $wishlist } from '../store/wishlist.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { onArrival } from './on-arrival.js';
import { onVisit } from './on-visit.js';
import { tell } from './tell.js';
import { watchPages } from './watch-pages.js';

/** The shopper is back, in another visit, and has wishes from before. */
export function onReturnWithWishes(callback: NoticedCallback, { clock }: { clock?: Clock } = {}): Stop {
  return onVisit(
    callback,
    'return-with-wishes',
    ({ startedAt, arrival }) => {
      // Where visits cannot be told apart, each page is one: half an hour has to have passed in any case.
      const before = Math.min(startedAt, arrival.at, Date.now() - SESSION_TIMEOUT_MS);
      const kept = $wishlist.get().filter(({ changedAt }) => changedAt < before);
      return kept.length
        ? { wishes: kept.length, products: kept.slice(0, 10).map(({ product }) => product.id) }
        : undefined;
    },
    clock,
  );
}

/**
 * A product that the shopper wishes for costs less than when it was wished for, as the shop has told this page. Once in each page view,
 * when the shopper uses the page and the price is known.
 */
export function onPriceDrop(callback: NoticedCallback, { clock }: { clock?: Clock } = {}): Stop {
  let arrived = false;
  let done = false;
  const settle = (): void => {
    if (done || !arrived) return;
    for (const { product } of $wishlist.get()) {
      const now = $present.get().get(product.id);
      const drop = now && changesSince(product, now).find(({ kind }) => kind === 'price-drop');
      if (drop?.kind !== 'price-drop') continue;
      done = true;
      const { amount, percent, currency } = drop;
      return tell(callback, 'price-drop', { product: product.id, amount, percent, currency });
    }
  };
  const stops = [
    watchPages(() => {
      done = arrived = false;
    }),
    onArrival(() => {
      arrived = true;
      settle();
    }, clock),
    $present.listen(settle),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
