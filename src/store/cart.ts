import { computed } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import type { Product } from '../events/product.js';
import { createCollection } from './collection.js';
import { $allowed } from './consent.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';
import { oldest } from './oldest.js';
import { readProduct } from './read-product.js';

/** Most states of the cart that are remembered. */
const MOST = 30;

/** Id of the latest state; the earlier ones are kept by their instant. */
const LATEST = 'latest';

/** One line of the cart: a variant, how many of it, and what they cost together. */
export interface CartLine {
  /** The shop's own name for the line; empty until the shop has told it. */
  key: string;
  product: Product;
  /** The platform's own identifier of the variant, where it differs from the product's id. */
  variantId?: string;
  /** Pieces, at least 1. */
  quantity: number;
  /** What they cost together after discounts, in the cart's currency; absent when the shop does not say. */
  total?: number;
}

/** What is in a cart. */
export interface CartState {
  lines: readonly CartLine[];
  /** What is to be paid for the goods, without shipping, in `currency`. */
  total?: number;
  /** ISO 4217 code. */
  currency?: string;
  /** The order that the last cart became; then there are no lines. */
  order?: string;
}

/** The whole cart at one instant. */
export interface Cart extends CartState {
  /** Since when it has been like this, in milliseconds since 1970. */
  at: number;
}

/** A cart out of data that anybody may have written; lines that are none are left out. */
export function readCart(data: unknown): Cart | undefined {
  const { lines, total, currency, order, at } = (data ?? {}) as Record<string, unknown>;
  if (!Array.isArray(lines) || !isInstant(at)) return undefined;
  return {
    lines: lines.flatMap((line) => readLine(line) ?? []),
    ...(Number.isFinite(total) && { total: total as number }),
    ...(typeof currency === 'string' && { currency }),
    ...(typeof order === 'string' && { order }),
    at,
  };
}

function readLine(data: unknown): CartLine | undefined {
  const { key, product, variantId, quantity, total } = (data ?? {}) as Record<string, unknown>;
  const known = readProduct(product);
  if (!known || typeof key !== 'string' || !Number.isFinite(quantity) || !((quantity as number) > 0)) return undefined;
  return {
    key,
    product: known,
    ...(typeof variantId === 'string' && { variantId }),
    quantity: quantity as number,
    ...(Number.isFinite(total) && { total: total as number }),
  };
}

/** The later one; of two at the same instant the greater text, so that all tabs choose alike. */
export function mergeCarts(a: Cart, b: Cart): Cart {
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

const same = (a: Cart, b: Cart): boolean => JSON.stringify({ ...a, at: 0 }) === JSON.stringify({ ...b, at: 0 });

/** What is in it and how many, whatever it costs. */
const contents = ({ lines }: CartState): string =>
  lines
    .map(({ product, variantId, quantity }) => JSON.stringify([variantId ?? product.id, quantity]))
    .sort()
    .join();

/** The cart of a device: the page's own is behind {@link $cart}; a test makes its own. */
export interface CartStore {
  $cart: ReadableAtom<Cart | undefined>;
  $history: ReadableAtom<readonly Cart[]>;
  /** The latest state, also when another tab has written it only just now. */
  latest(): Cart | undefined;
  /** Says whether that is another cart than before. */
  set(state: CartState, now: number): boolean;
  /** Whether other tabs, and later pages, know the same cart. */
  shared(): boolean;
}

/**
 * What is in the cart is the shop's own knowledge, and shown with or without consent; that the device remembers it from
 * page to page, and how it came about, is ours, and needs consent to personalization.
 */
export function createCart(device?: Device, allowed: ReadableAtom<boolean> = $allowed('personalization')): CartStore {
  const snapshots = createCollection<Cart>(
    {
      name: 'personalization:cart',
      version: 1,
      read: readCart,
      merge: mergeCarts,
      prune: (items) => oldest(items, MOST + 1, ({ at }) => at).filter((id) => id !== LATEST),
      allowed,
    },
    device,
  );
  const $cart = snapshots.$item(LATEST);
  return {
    $cart,
    $history: computed(snapshots.$items, (items) =>
      [...items].flatMap(([id, cart]) => (id === LATEST ? [] : [cart])).sort((a, b) => b.at - a.at),
    ),
    latest() {
      snapshots.update(LATEST, () => undefined);
      return snapshots.get(LATEST);
    },
    set(state, now) {
      let next: Cart | undefined;
      snapshots.together(() => {
        snapshots.update(LATEST, (latest) => {
          const cart = readCart({ ...state, at: Math.max(now, (latest?.at ?? 0) + 1) });
          return (next = !cart || (latest && same(latest, cart)) ? undefined : cart);
        });
        const added = next;
        if (added) snapshots.update(String(added.at), () => added);
      });
      return !!next;
    },
    shared: () => allowed.get(),
  };
}

/** The page's one cart. */
export const pageCart = (): CartStore => pageSingleton('cart', () => createCart());

/** The cart as the shop has it; `undefined` before the shop has said anything of it. */
export const $cart: ReadableAtom<Cart | undefined> = lazyStore(() => pageCart().$cart);

/** The latest thirty states of the cart, the newest first: how long it has stood, and what was taken out of it. */
export const $cartHistory: ReadableAtom<readonly Cart[]> = lazyStore(() => pageCart().$history);

/**
 * Notes what the cart is now, as the shop says it.
 *
 * @param now milliseconds since 1970
 * @returns whether that is another cart than before
 */
export function setCart(next: CartState, now = Date.now()): boolean {
  return pageCart().set(next, now);
}

/**
 * How long a cart with something in it has stood as it is: since something was last put in or taken out. A price that
 * changes is no sign of the shopper. `undefined` while there is nothing in the cart.
 *
 * @param history the newest first, as in {@link $cartHistory}
 * @param now milliseconds since 1970
 */
export function cartUnchangedMs(history: readonly Cart[], now = Date.now()): number | undefined {
  const [latest] = history;
  if (!latest?.lines.length) return undefined;
  const change = history.findIndex((cart) => contents(cart) !== contents(latest));
  return Math.max(0, now - history.at(change < 0 ? -1 : change - 1)!.at);
}
