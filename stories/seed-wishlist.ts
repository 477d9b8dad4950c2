import type { Product } from '../src/events/product.js';
import { addWish } from '../src/store/wishlist.js';

/** Puts products on the wishlist as code does: without a fact. The first is the newest. */
export function seedWishlist(products: readonly Product[]): void {
  const now = Date.now();
  products.forEach((product, index) => addWish(product, now - index * 60_000));
}
