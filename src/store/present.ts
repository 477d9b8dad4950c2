import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import type { Product } from '../events/product.js';
import { lazyStore } from './lazy-store.js';
import { readProduct } from './read-product.js';

const present = (): WritableAtom<ReadonlyMap<string, Product>> =>
  pageSingleton('$present', () => atom<ReadonlyMap<string, Product>>(new Map()));

/**
 * Products as the shop offers them now, by their ids, as far as this page has learnt it. In memory only: on the next page
 * it may be otherwise.
 */
export const $present: ReadableAtom<ReadonlyMap<string, Product>> = lazyStore(present);

/** Takes note of products as they are now. What is no product is left out. */
export function setPresent(products: Iterable<unknown>): void {
  const known = new Map(present().get());
  let changed = false;
  for (const data of products) {
    const product = readProduct(data);
    if (!product || JSON.stringify(known.get(product.id)) === JSON.stringify(product)) continue;
    known.set(product.id, product);
    changed = true;
  }
  if (changed) present().set(known);
}
