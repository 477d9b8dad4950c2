import type { CartLine, CartState } from '../store/cart.js';
import { cartValue } from '../store/cart-value.js';
import type { CartValue } from '../store/cart-value.js';
import { overAs } from '../store/incentive-life.js';
import type { GrantedIncentive, Over } from '../store/incentive-life.js';
import type { Incentive, Money } from './incentive.js';

/** What stands between a shopper and an incentive. */
export interface Eligibility {
  /** Absent when nothing is known to stand in the way. The shop's server decides. */
  reason?: Over | 'not-for' | 'stacking' | 'currency' | 'products' | 'minimum';
  /** What the matching goods still have to cost, with `minimum`. */
  missing?: Money;
}

export interface Circumstances {
  /** `undefined` while it is not known. */
  cart?: CartState | undefined;
  granted?: GrantedIncentive | undefined;
  /** Another that is in the cart. */
  applied?: readonly Incentive[];
  /** Says whether the shopper belongs to an audience. */
  belongs?: (audience: Readonly<Record<string, unknown>>) => boolean;
}

/** What of a cart an incentive is for, and what that costs; `undefined` where that cannot be known. */
export function matching(incentive: Incentive, cart: CartState): CartValue | undefined {
  const { products, categories } = incentive;
  if (!products && !categories) return cartValue(cart);
  const { total: _, ...goods } = cart;
  return cartValue({ ...goods, lines: cart.lines.filter((line) => isFor(incentive, line)) });
}

function isFor({ products, categories }: Incentive, { product, variantId }: CartLine): boolean {
  const ids = [product.id, product.sku, variantId];
  if (products?.some((id) => ids.includes(id))) return true;
  const path = `${product.category ?? ''} > `;
  return categories?.some((category) => path.startsWith(`${category} > `)) ?? false;
}

/** Whether an incentive can be used now, and what is missing. @param now milliseconds since 1970 */
export function eligible(
  incentive: Incentive,
  { cart, granted, applied = [], belongs }: Circumstances,
  now: number,
): Eligibility {
  const over = granted && overAs(granted, now);
  if (over) return { reason: over };
  if (now >= (incentive.endsAt ?? Infinity)) return { reason: 'ended' };
  if (!granted && incentive.notFor && belongs?.(incentive.notFor)) return { reason: 'not-for' };
  const others = applied.filter(({ id }) => id !== incentive.id);
  if (others.some(({ stackable }) => !stackable || !incentive.stackable)) return { reason: 'stacking' };
  if (!cart) return {};
  const goods = matching(incentive, cart);
  if (!goods) return {};
  const { minimum, amount } = incentive;
  const currency = minimum?.currency ?? amount?.currency;
  if (cart.lines.length && goods.currency && currency && goods.currency !== currency) return { reason: 'currency' };
  if (
    cart.lines.length &&
    (incentive.products ?? incentive.categories) &&
    !cart.lines.some((line) => isFor(incentive, line))
  )
    return { reason: 'products' };
  if (!minimum) return {};
  // Sums in binary fractions drift (0.1 + 0.2): no currency has more than four decimals.
  const missing = Math.round((minimum.value - goods.amount) * 1e4) / 1e4;
  return missing > 0 ? { reason: 'minimum', missing: { value: missing, currency: minimum.currency } } : {};
}
