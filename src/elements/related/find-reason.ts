import type { Product } from '../../events/product.js';

/** What the shopper did with a product, by its name. */
export interface Reason {
  did: 'cart' | 'wished' | 'viewed';
  name: string;
}

/** Products that the shopper had to do with, the strongest sign first. */
type Known = Readonly<Record<Reason['did'], readonly Product[]>>;

/**
 * What to say of why a product is suggested: the weightiest product that speaks for it, and that the shopper would know.
 * That it goes with the product of the page needs no words.
 */
export function findReason(because: readonly string[], known: Known, current: string | undefined): Reason | undefined {
  for (const id of because) {
    if (id === current) continue;
    for (const did of ['cart', 'wished', 'viewed'] as const) {
      const name = known[did].find((product) => product.id === id)?.name;
      if (name) return { did, name };
    }
  }
  return undefined;
}
