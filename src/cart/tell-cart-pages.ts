import { FactEvent } from '../events/fact-event.js';
import { toItem } from '../events/to-items.js';
import type { Cause, FactDetails, ItemsDetail } from '../events/vocabulary.js';
import type { Cart, CartStore } from '../store/cart.js';
import { withListChoice } from '../store/with-list-choice.js';
import type { CartAdapter, CartPage } from './cart-adapter.js';
import { watchDataLayer } from './watch-data-layer.js';
import type { Push } from './watch-data-layer.js';

/** The shop's own scripts say it better, and get this long after the page has loaded to say it first. */
const OWN_WORD_MS = 1500;

/** The detail of a fact about a whole cart. */
export function cartDetail({ lines, total, currency }: Cart, cause: Cause): ItemsDetail {
  return {
    items: lines.map(({ product, quantity }) => withListChoice(toItem(product, quantity))),
    ...(total !== undefined && { value: total }),
    ...(currency && { currency }),
    cause,
  };
}

const pushDetail = ({ items, value, currency, coupon }: Push): ItemsDetail & { coupon?: string } => ({
  items,
  ...(value !== undefined && { value }),
  ...(currency && { currency }),
  ...(coupon && { coupon }),
  cause: { from: 'platform', action: 'data-layer' },
});

/**
 * Tells `view_cart`, `begin_checkout` and `purchase` by what the shop's pages are, and by what its data layer says.
 *
 * @param changed told when the data layer speaks of a change of the cart
 */
export function tellCartPages(
  adapter: CartAdapter,
  store: CartStore,
  dataLayer = 'dataLayer',
  changed: () => void,
): () => void {
  const cause: Cause = { from: 'platform' };
  /** What this page view has told, by whomever: `purchase` by its order. */
  const told = new Set<string>();
  const ids = new Set<string>();
  const stops: (() => void)[] = [];
  const page = adapter.page?.();

  const fresh = (key: string) => !told.has(key);
  const order = (id: string) => `purchase ${id}`;

  function hear({ type, detail, id }: FactEvent): void {
    ids.add(id);
    const { transaction_id: transaction } = (detail ?? {}) as Partial<FactDetails['purchase']>;
    told.add(transaction ? order(transaction) : type);
  }
  const names = ['cue-view-cart', 'cue-begin-checkout', 'cue-purchase'] as const;
  for (const name of names) addEventListener(name, hear as (event: Event) => void, true);
  stops.push(() => {
    for (const name of names) removeEventListener(name, hear as (event: Event) => void, true);
  });

  const dispatch = (fact: Event) => document.documentElement.dispatchEvent(fact);

  /** Once per order, on this device: the page of an order is one that shoppers come back to. */
  function purchase(id: string, detail: ItemsDetail): void {
    const before = store.latest();
    const known = before?.order === id || store.$history.get().some((cart) => cart.order === id);
    if (known || !fresh(order(id))) return;
    // The cart that became the order is remembered as such, so its emptiness is no removal.
    store.set({ lines: [], order: id }, Date.now());
    dispatch(new FactEvent('cue-purchase', { ...detail, transaction_id: id }));
  }

  function hearPush(push: Push): void {
    if (push.eventId && ids.has(push.eventId)) return;
    if (push.event === 'add_to_cart' || push.event === 'remove_from_cart') changed();
    else if (push.event === 'purchase') {
      if (push.transactionId) purchase(push.transactionId, pushDetail(push));
      // The page may know the same order by another number.
      told.add('purchase');
    } else if (push.event === 'view_cart' && fresh('cue-view-cart'))
      dispatch(new FactEvent('cue-view-cart', pushDetail(push)));
    else if (push.event === 'begin_checkout' && fresh('cue-begin-checkout'))
      dispatch(new FactEvent('cue-begin-checkout', pushDetail(push)));
  }

  /** The cart with something in it, as it was last seen. */
  const filled = (): Cart | undefined => {
    const cart = store.latest();
    return cart?.lines.length ? cart : store.$history.get().find(({ lines }) => lines.length);
  };

  function tellPage(arrived: CartPage): void {
    if (arrived.kind === 'order') {
      if (!fresh('purchase')) return;
      const cart = filled();
      const { id, value, currency = cart?.currency } = arrived;
      const detail: ItemsDetail = cart ? cartDetail(cart, cause) : { items: [], cause };
      purchase(id, { ...detail, ...(value !== undefined && { value }), ...(currency && { currency }) });
      return;
    }
    const cart = store.latest();
    if (!cart?.lines.length) return;
    if (arrived.kind === 'cart' && fresh('cue-view-cart'))
      dispatch(new FactEvent('cue-view-cart', cartDetail(cart, cause)));
    if (arrived.kind === 'checkout' && fresh('cue-begin-checkout') && isNewVisit())
      dispatch(new FactEvent('cue-begin-checkout', cartDetail(cart, cause)));
  }

  /** When the shop's scripts have had their say and the cart has been read; at the latest when the page is left. */
  function soon(arrived: CartPage): void {
    let done = false;
    const now = () => {
      if (done) return;
      done = true;
      tellPage(arrived);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => (timer = setTimeout(now, OWN_WORD_MS));
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait);
    addEventListener('pagehide', now);
    stops.push(() => {
      clearTimeout(timer);
      removeEventListener('load', wait);
      removeEventListener('pagehide', now);
    });
  }

  if (dataLayer) stops.push(watchDataLayer(hearPush, dataLayer));
  if (page) soon(page);
  const view = () => {
    const cart = store.latest();
    if (cart?.lines.length) dispatch(new FactEvent('cue-view-cart', cartDetail(cart, cause)));
  };
  const leave = () => {
    const cart = store.latest();
    if (cart?.lines.length && fresh('cue-begin-checkout'))
      dispatch(new FactEvent('cue-begin-checkout', cartDetail(cart, cause)));
  };
  const stopView = adapter.watchView?.(view);
  const stopLeave = adapter.watchCheckout?.(leave);
  return () => {
    for (const stop of stops) stop();
    stopView?.();
    stopLeave?.();
  };
}

/** Reloading a checkout, or coming back to it, is not beginning another. */
function isNewVisit(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return !entry || entry.type === 'navigate';
}
