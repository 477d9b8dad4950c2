import type { Availability } from '../../events/product.js';
import type { StockAlert, StockAlertKind } from '../../store/stock-alerts.js';

/**
 * Whether it makes sense to offer the alert: to wait for what is out of stock, or for a lower price of what can still be
 * had.
 *
 * @returns `undefined` when nobody has said whether the product can be had
 */
export function alertApplies(kind: StockAlertKind, availability: Availability | undefined): boolean | undefined {
  if (kind === 'price-drop') return availability !== 'SoldOut' && availability !== 'Discontinued';
  return availability && (availability === 'OutOfStock' || availability === 'SoldOut');
}

/** Whether what was waited for has happened, so that the next time is another one. */
export function alertIsOver(
  kind: StockAlertKind,
  alert: StockAlert,
  now: { availability?: Availability | undefined; price?: number | undefined },
): boolean {
  if (kind === 'back-in-stock') return alertApplies(kind, now.availability) === false;
  return alert.price !== undefined && now.price !== undefined && now.price < alert.price;
}
