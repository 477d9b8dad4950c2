import type { Availability, Product } from '../events/product.js';

/** What has become better, or more urgent, since a product was wished for. */
export type Change =
  /** Below what it cost then, in the same currency; `percent` is of the price then, rounded. */
  | { kind: 'price-drop'; amount: number; percent: number; currency: string }
  | { kind: 'back-in-stock' }
  | { kind: 'low-stock' }
  | { kind: 'sold-out' };

const gone: ReadonlySet<Availability | undefined> = new Set<Availability>(['OutOfStock', 'SoldOut', 'Discontinued']);
const there: ReadonlySet<Availability | undefined> = new Set<Availability>([
  'InStock',
  'InStoreOnly',
  'LimitedAvailability',
  'OnlineOnly',
]);

/** Whether the shop says that the product cannot be had. */
export function isGone({ availability }: Pick<Product, 'availability'>): boolean {
  return gone.has(availability);
}

/**
 * What is news to who wished for `then`, in the order of its weight. A price that has risen is none, nor is what cannot be
 * compared: another product, another currency, anything that one of the two does not say.
 *
 * @param then the product as it was when it was wished for
 * @param now the same product as it is now
 */
export function changesSince(then: Product, now: Product): Change[] {
  if (then.id !== now.id) return [];
  if (isGone(now)) return isGone(then) ? [] : [{ kind: 'sold-out' }];
  const changes: Change[] = [];
  const drop = priceDrop(then, now);
  if (drop) changes.push(drop);
  if (isGone(then) && there.has(now.availability)) changes.push({ kind: 'back-in-stock' });
  if (now.availability === 'LimitedAvailability' && then.availability !== 'LimitedAvailability')
    changes.push({ kind: 'low-stock' });
  return changes;
}

function priceDrop(then: Product, now: Product): Change | undefined {
  const { currency } = now;
  if (!currency || currency !== then.currency || !(then.price! > now.price!) || !(now.price! >= 0)) return undefined;
  const digits = 10 ** fractionDigits(currency);
  // Sums in binary fractions drift (0.3 − 0.1), and nobody can pay less than the smallest coin.
  const amount = Math.round((then.price! - now.price!) * digits) / digits;
  if (!amount) return undefined;
  return { kind: 'price-drop', amount, percent: Math.round((100 * amount) / then.price!), currency };
}

/** How many decimals the currency has; two for one that is none. */
function fractionDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}
