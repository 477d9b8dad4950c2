import type { Product } from '../events/product.js';
import type { CartLine, CartState } from '../store/cart.js';

/** How many pieces of a product came into the cart; how many went, if it is below zero. */
export interface CartChange {
  /** What the platform calls it: the variant's identifier, or the product's where it has none. */
  variant: string;
  product: Product;
  quantity: number;
}

/** What the platform calls the thing in a line. */
export const variantOfLine = ({ variantId, product }: Pick<CartLine, 'variantId' | 'product'>): string =>
  variantId ?? product.id;

/**
 * What came and what went between two states of a cart, product by product: lines of the same variant (one engraved,
 * one not) count together, since keys of lines change with what is done to them.
 */
export function diffCarts(before: CartState, after: CartState): CartChange[] {
  const changes = new Map<string, CartChange & { unread: number }>();
  const count = (line: CartLine, sign: 1 | -1) => {
    const variant = variantOfLine(line);
    const change = changes.get(variant) ?? { variant, product: line.product, quantity: 0, unread: 0 };
    change.quantity += sign * line.quantity;
    if (sign > 0) change.product = line.product;
    else if (!line.key) change.unread += line.quantity;
    changes.set(variant, change);
  };
  for (const line of before.lines) count(line, -1);
  for (const line of after.lines) count(line, 1);
  const all = [...changes.values()];
  // What was added under one name (an SKU, say) may have got another from the platform.
  for (const gone of all) {
    const missing = () => Math.min(gone.unread, -gone.quantity);
    for (const come of all) {
      if (missing() <= 0) break;
      const moved = Math.min(missing(), Math.max(come.quantity, 0));
      come.quantity -= moved;
      gone.quantity += moved;
    }
  }
  return all.flatMap(({ variant, product, quantity }) => (quantity ? [{ variant, product, quantity }] : []));
}
