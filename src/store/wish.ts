import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { warnOnce } from '../browser/report.js';
import type { Product } from '../events/product.js';
import { createCollection } from './collection.js';
import type { Collection } from './collection.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { readProduct } from './read-product.js';

/** How long a removed wish is remembered, so that an old copy of the list, merged late, does not bring it back. */
export const TOMBSTONE_MS = 365 * 24 * 60 * 60 * 1000;

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

export function readWish(data: unknown, id?: string): Wish | undefined {
  const { product, wished, changedAt } = (data ?? {}) as Record<string, unknown>;
  const known = readProduct(product, id);
  return known && typeof wished === 'boolean' && isInstant(changedAt)
    ? { product: known, wished, changedAt }
    : undefined;
}

function* expiredTombstones(items: ReadonlyMap<string, Wish>): Iterable<string> {
  for (const [id, { wished, changedAt }] of items) if (!wished && Date.now() - changedAt > TOMBSTONE_MS) yield id;
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

export const wishes = () => pageSingleton('wishlist', () => createWishlist());

/** Whether, and since when, this product is wished for. One store per product, so that a change wakes only those who show it. */
export const $wish = (productId: string): ReadableAtom<Wish | undefined> => wishes().$item(productId);

/**
 * Adds the product to the wishlist, on this device and in every tab. Something that is no product is left alone, with a
 * warning. @param now milliseconds since 1970 @param to for tests: the page's own list by default
 */
export function addWish(product: Product, now = Date.now(), to = wishes()): void {
  const known = readProduct(product);
  if (known) set(to, known.id, now, () => ({ product: known, wished: true }));
  else warnOnce('addWish() needs a product with an id');
}

/**
 * Takes the product off the wishlist. A product that is not on it stays as it is. @param now milliseconds since 1970
 * @param from for tests: the page's own list by default
 */
export function removeWish(productId: string, now = Date.now(), from = wishes()): void {
  set(from, productId, now, (wish) => wish?.wished && { product: wish.product, wished: false });
}

/** What the shopper does now is later than anything known, even when another device's clock runs ahead. */
function set(
  list: Collection<Wish>,
  id: string,
  now: number,
  next: (known: Wish | undefined) => Pick<Wish, 'product' | 'wished'> | false | undefined,
): void {
  list.update(id, (known) => {
    const wish = next(known);
    return wish ? { ...wish, changedAt: Math.max(now, (known?.changedAt ?? -Infinity) + 1) } : undefined;
  });
}
