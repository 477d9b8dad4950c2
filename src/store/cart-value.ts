import type { CartState } from './cart.js';

/** What a cart is worth. */
export interface CartValue {
  amount: number;
  /** ISO 4217 code; absent when neither the cart nor its products say it. */
  currency?: string;
}

/**
 * What is to be paid for the goods in a cart: as the shop says it, else the sum of its lines. `undefined` when that cannot be
 * known: a price is missing, or there are several currencies.
 */
export function cartValue({ total, currency, lines }: CartState): CartValue | undefined {
  const currencies = new Set(currency ? [currency] : lines.flatMap(({ product }) => product.currency ?? []));
  const sums = lines.map((line) => line.total ?? (line.product.price ?? NaN) * line.quantity);
  const amount = total ?? sums.reduce((sum, next) => sum + next, 0);
  if (!Number.isFinite(amount) || (currencies.size > 1 && total === undefined)) return undefined;
  const [known] = currencies;
  return { amount, ...(currencies.size === 1 && known && { currency: known }) };
}
