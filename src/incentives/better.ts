import type { CartState } from '../store/cart.js';
import { matching } from './eligible.js';
import type { Incentive, Money } from './incentive.js';

/** What it takes off a cart, in the cart's currency; `undefined` where that cannot be known. */
export function saving(incentive: Incentive, cart: CartState): Money | undefined {
  const goods = matching(incentive, cart);
  const { percent, amount } = incentive;
  if (!goods?.currency || (amount && amount.currency !== goods.currency)) return undefined;
  const value = amount ? Math.min(amount.value, goods.amount) : percent && (goods.amount * percent) / 100;
  return value ? { value, currency: goods.currency } : undefined;
}

/**
 * Of others, the one that saves more in this cart and cannot be used beside this one; `undefined` if there is none, or nobody can
 * tell.
 */
export function better(incentive: Incentive, others: readonly Incentive[], cart: CartState): Incentive | undefined {
  const mine = saving(incentive, cart);
  if (!mine) return undefined;
  let best: Incentive | undefined;
  let most = mine.value;
  for (const other of others) {
    const its = other.id !== incentive.id && !(other.stackable && incentive.stackable) && saving(other, cart);
    if (!its || its.value <= most) continue;
    best = other;
    most = its.value;
  }
  return best;
}
