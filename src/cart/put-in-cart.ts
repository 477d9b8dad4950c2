import type { Product } from '../events/product.js';
import type { CartLine, CartState } from '../store/cart.js';
import { variantOfLine } from './diff-carts.js';

/** The cart with more of a product in it, as long as the shop has not told the line itself. */
export function putInCart(
  cart: CartState,
  product: Product,
  variantId: string | undefined,
  quantity: number,
): CartState {
  const added: CartLine = { key: '', product, quantity, ...(variantId && { variantId }) };
  const known = cart.lines.findIndex((line) => variantOfLine(line) === variantOfLine(added));
  const { total: _, order: __, ...rest } = cart;
  if (known < 0) return { ...rest, lines: [...cart.lines, added] };
  return {
    ...rest,
    lines: cart.lines.flatMap((line, index) => (index === known ? withQuantity(line, line.quantity + quantity) : line)),
  };
}

/** The cart with a line changed, likewise. */
export function changeInCart({ total: _, ...cart }: CartState, key: string, quantity: number): CartState {
  return { ...cart, lines: cart.lines.flatMap((line) => (line.key !== key ? line : withQuantity(line, quantity))) };
}

/** What the line will cost then, the shop has yet to say. */
function withQuantity({ total: _, ...line }: CartLine, quantity: number): CartLine[] {
  return quantity > 0 ? [{ ...line, quantity }] : [];
}
