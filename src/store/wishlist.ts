import { computed } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import type { Product } from '../events/product.js';
import { createCollection } from './collection.js';
import type { Collection } from './collection.js';
import type { Device } from './device.js';
import { lazyStore } from './lazy-store.js';
import { readProduct } from './read-product.js';

/** How long a removed wish is remembered, so that an old copy of the list, merged late, does not bring it back. */
const TOMBSTONE_MS = 365 * 24 * 60 * 60 * 1000;

/** A product that the shopper wishes for, or (a tombstone) has stopped wishing for. */
export interface Wish {
  /** As it was when wished: what has changed since can be told by comparing. */
  product: Product;
  wished: boolean;
  /** When `wished` last changed, in milliseconds since 1970. */
  changedAt: number;
}

/**
 * The later change wins. Of two at the same instant the wish wins over its removal, since losing one is worse than
 * having one too many; then the greater text, only so that all devices choose alike.
 */
export function mergeWish(a: Wish, b: Wish): Wish {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  if (a.wished !== b.wished) return a.wished ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

function readWish(data: unknown): Wish | undefined {
  const { product, wished, changedAt } = (data ?? {}) as Record<string, unknown>;
  const known = readProduct(product);
  if (!known || typeof wished !== 'boolean' || !Number.isFinite(changedAt)) return undefined;
  return { product: known, wished, changedAt: changedAt as number };
}

function* expiredTombstones(items: ReadonlyMap<string, Wish>): Iterable<string> {
  for (const [id, { wished, changedAt }] of [...items]) if (!wished && Date.now() - changedAt > TOMBSTONE_MS) yield id;
}

export function createWishlist(device?: Device): Collection<Wish> {
  return createCollection<Wish>(
    {
      name: 'wish',
      version: 1,
      read: readWish,
      merge: mergeWish,
      prune: expiredTombstones,
    },
    device,
  );
}

const wishes = () => pageSingleton('wishlist', () => createWishlist());

/** Whether, and since when, this product is wished for. One store per product, so that a change wakes only those who show it. */
export const $wish = (productId: string): ReadableAtom<Wish | undefined> => wishes().$item(productId);

/** What is wished for, the newest first. */
export const $wishlist: ReadableAtom<readonly Wish[]> = lazyStore(() =>
  pageSingleton('$wishlist', () =>
    computed(wishes().$items, (items) =>
      [...items.values()].filter(({ wished }) => wished).sort((a, b) => b.changedAt - a.changedAt),
    ),
  ),
);

/** Adds the product to the wishlist, on this device and in every tab. @param now milliseconds since 1970 */
export function addWish(product: Product, now = Date.now()): void {
  set(product, true, now);
}

/** Takes the product off the wishlist. A product that is not on it stays as it is. @param now milliseconds since 1970 */
export function removeWish(productId: string, now = Date.now()): void {
  const wish = wishes().get(productId);
  if (wish?.wished) set(wish.product, false, now);
}

/** The wishlist as plain data, removed wishes included: what another device needs to merge it. */
export function exportWishlist(now = Date.now()): Wish[] {
  return [...wishes().$items.get().values()].filter(
    ({ wished, changedAt }) => wished || now - changedAt < TOMBSTONE_MS,
  );
}

/**
 * Merges a list from elsewhere (the shopper's account, another device) into this one, wish by wish: the later change
 * wins, so merging twice or in another order gives the same. Entries that are no wishes are left out.
 *
 * @returns how many entries could not be read
 */
export function mergeWishlist(remote: readonly unknown[]): number {
  let unread = 0;
  for (const data of remote) {
    const wish = readWish(data);
    if (wish) wishes().put(wish.product.id, wish);
    else unread++;
  }
  return unread;
}

/** What the shopper does now is later than anything known, even when another device's clock runs ahead. */
function set(product: Product, wished: boolean, now: number): void {
  const known = wishes().get(product.id);
  wishes().put(product.id, { product, wished, changedAt: Math.max(now, (known?.changedAt ?? 0) + 1) });
}
