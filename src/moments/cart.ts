import { pageClock } from '../browser/clock.js';
import type { Clock } from '../browser/clock.js';
import { $cart, $cartHistory, cartUnchangedMs } from '../store/cart.js';
import type { Cart } from '../store/cart.js';
import { cartValue } from '../store/cart-value.js';
import { $visit } from '../store/journey.js';
import { followJourney } from './follow-journey.js';
import type { Noticed, NoticedCallback, Stop } from './noticed.js';
import { onArrival } from './on-arrival.js';
import { tell } from './tell.js';
import { watchActivity } from './watch-activity.js';
import { watchPages } from './watch-pages.js';

export interface CartMomentOptions {
  clock?: Clock;
}

type Look = (cart: Cart) => Noticed['evidence'] | undefined;

/**
 * A moment that the cart makes: when it becomes so, or, where it was so from the start, when the shopper uses the page. Once in each
 * page view.
 */
function onCart(callback: NoticedCallback, moment: string, look: Look, clock?: Clock): Stop {
  let arrived = false;
  let done = false;
  const settle = (): void => {
    const cart = $cart.get();
    const evidence = !done && arrived && cart && look(cart);
    if (!evidence) return;
    done = true;
    tell(callback, moment, evidence);
  };
  const stops = [
    watchPages(() => {
      done = arrived = false;
    }),
    onArrival(() => {
      arrived = true;
      settle();
    }, clock),
    $cart.listen(settle),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const piecesOf = ({ lines }: Cart): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** What the cart is worth, for evidence. */
function worth(cart: Cart): { value: number | null; currency: string | null; pieces: number } {
  const value = cartValue(cart);
  return { value: value?.amount ?? null, currency: value?.currency ?? null, pieces: piecesOf(cart) };
}

/** What is in the cart costs at least so much, in its own currency. */
export function onCartValue(callback: NoticedCallback, { value, clock }: CartMomentOptions & { value: number }): Stop {
  const look: Look = (cart) =>
    (cartValue(cart)?.amount ?? -1) >= value && cart.lines.length ? worth(cart) : undefined;
  return onCart(callback, 'cart-value', look, clock);
}

/** At least so many pieces are in the cart. */
export function onCartCount(callback: NoticedCallback, { count, clock }: CartMomentOptions & { count: number }): Stop {
  return onCart(callback, 'cart-count', (cart) => (piecesOf(cart) >= count ? worth(cart) : undefined), clock);
}

/** A certain product is in the cart, by its id, or one of a category or a brand, by its name. */
export function onCartContains(callback: NoticedCallback, { of, clock }: CartMomentOptions & { of: string }): Stop {
  const wanted = of.toLowerCase();
  const look: Look = ({ lines }) => {
    for (const { product } of lines) {
      const { id, category, brand } = product;
      const by = Object.entries({ id, category, brand }).find(([, text]) => text?.toLowerCase() === wanted)?.[0];
      if (by) return { product: id, by, of };
    }
    return undefined;
  };
  return onCart(callback, 'cart-contains', look, clock);
}

/** Something has been in the cart, and nothing put in or taken out, for so long; noticed while the shopper is active. Once in each page view. */
export function onCartUnchanged(callback: NoticedCallback, options: CartMomentOptions & { ms?: number } = {}): Stop {
  const { ms = 10 * 60_000, clock = pageClock } = options;
  const activity = watchActivity(clock);
  let stopWaiting: Stop = () => {};
  const unchangedMs = () => cartUnchangedMs($cartHistory.get()) ?? -Infinity;
  const stops = [
    onArrival(() => {
      stopWaiting();
      stopWaiting = activity.wait({
        inMs: () => ms - unchangedMs(),
        run() {
          stopWaiting();
          tell(callback, 'cart-unchanged', { unchangedMs: unchangedMs(), ...worth($cartHistory.get()[0]!) });
        },
      });
    }, clock),
    $cartHistory.listen(() => activity.settle()),
    () => stopWaiting(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The shopper has come back, in another visit, to a cart with something in it. Known only with consent to personalization. */
export function onReturnWithCart(callback: NoticedCallback, { clock }: CartMomentOptions = {}): Stop {
  const journey = followJourney(clock);
  const look: Look = (cart) => {
    const visit = $visit.get();
    // Of before the visit: what is known of the cart only now may have been put in now.
    const left = visit && $cartHistory.get().find(({ at }) => at < visit.startedAt);
    return cart.lines.length && left?.lines.length ? { leftAt: left.at, ...worth(cart) } : undefined;
  };
  const stop = onCart(callback, 'return-with-cart', look, clock);
  return () => {
    stop();
    journey.stop();
  };
}
