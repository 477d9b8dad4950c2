import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { createCollection } from './collection.js';
import type { Collection } from './collection.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { oldest } from './oldest.js';

/** What a shopper waits for. */
export type StockAlertKind = 'back-in-stock' | 'price-drop';

/** Which alert: of a product, or of one variant of it. */
export interface StockAlertKey {
  kind: StockAlertKind;
  productId: string;
  variant?: string | undefined;
}

/** That the shop was asked to tell, on this device; to whom, only the shop knows. */
export interface StockAlert {
  askedAt: number;
  /** What the product cost then, in the shop's currency: when it costs less, the alert has done its work. */
  price?: number;
}

const MOST = 200;
/** By then the shop has told, or never will. */
const LASTS_MS = 365 * 24 * 60 * 60 * 1000;

const idOf = ({ kind, productId, variant = '' }: StockAlertKey): string => `${kind}:${productId}:${variant}`;

function readStockAlert(data: unknown): StockAlert | undefined {
  const { askedAt, price } = (data ?? {}) as Record<string, unknown>;
  if (!isInstant(askedAt)) return undefined;
  return { askedAt, ...(Number.isFinite(price) && { price: price as number }) };
}

/** The later one; of two at the same instant the greater text, so that all tabs choose alike. */
export function mergeStockAlerts(a: StockAlert, b: StockAlert): StockAlert {
  if (a.askedAt !== b.askedAt) return a.askedAt > b.askedAt ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

/** Kept without consent: the shopper asked for the alert, and not to be asked again is a part of it. */
export function createStockAlerts(device?: Device, now = Date.now): Collection<StockAlert> {
  return createCollection<StockAlert>(
    {
      name: 'stock-alert',
      version: 1,
      read: readStockAlert,
      merge: mergeStockAlerts,
      prune: (items) => [
        ...[...items].flatMap(([id, { askedAt }]) => (now() - askedAt > LASTS_MS ? [id] : [])),
        ...oldest(items, MOST, ({ askedAt }) => askedAt),
      ],
    },
    device,
  );
}

const alerts = () => pageSingleton('stock-alerts', () => createStockAlerts());

/** The alert that was asked for on this device, if one was. */
export const $stockAlert = (key: StockAlertKey): ReadableAtom<StockAlert | undefined> => alerts().$item(idOf(key));

/** Notes that the shop was asked to tell. @param now milliseconds since 1970 */
export function rememberStockAlert(key: StockAlertKey, price?: number, now = Date.now()): void {
  alerts().update(idOf(key), (known) => ({
    askedAt: Math.max(now, (known?.askedAt ?? -Infinity) + 1),
    ...(price !== undefined && { price }),
  }));
}

/** Forgets it: it has come true, or the shopper wants to ask again. */
export function forgetStockAlert(key: StockAlertKey): void {
  alerts().forget(idOf(key));
}
