import { computed } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { warnOnce } from '../browser/report.js';
import type { Product } from '../events/product.js';
import { createCollection } from './collection.js';
import { $allowed } from './consent.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';
import { oldest } from './oldest.js';
import { readProduct } from './read-product.js';

/** Most products that are remembered. */
const MOST = 100;

/** A product that was looked at on this device. */
export interface Viewed {
  product: Product;
  viewedAt: number;
}

function readViewed(data: unknown, id?: string): Viewed | undefined {
  const { product, viewedAt } = (data ?? {}) as Record<string, unknown>;
  const known = readProduct(product, id);
  return known && isInstant(viewedAt) ? { product: known, viewedAt } : undefined;
}

/** The later view; of two at the same instant the greater text, so that all tabs choose alike. */
export function mergeViewed(a: Viewed, b: Viewed): Viewed {
  if (a.viewedAt !== b.viewedAt) return a.viewedAt > b.viewedAt ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

export function createViewed(device?: Device, allowed: ReadableAtom<boolean> = $allowed('personalization')) {
  return createCollection<Viewed>(
    {
      name: 'personalization:viewed',
      version: 1,
      read: readViewed,
      merge: mergeViewed,
      prune: (items) => oldest(items, MOST, ({ viewedAt }) => viewedAt),
      allowed,
    },
    device,
  );
}

const views = () => pageSingleton('viewed', () => createViewed());

/** What was looked at, the latest first, at most a hundred products. */
export const $viewed: ReadableAtom<readonly Viewed[]> = lazyStore(() =>
  pageSingleton('$viewed', () =>
    computed(views().$items, (items) => [...items.values()].sort((a, b) => b.viewedAt - a.viewedAt)),
  ),
);

/** Notes that the shopper looks at a product. @param now milliseconds since 1970 */
export function rememberViewed(product: Product, now = Date.now()): void {
  const viewed = readViewed({ product, viewedAt: now });
  if (viewed) views().update(viewed.product.id, () => viewed);
  else warnOnce('rememberViewed() needs a product with an id');
}

/** Forgets what was looked at, here, in other tabs and on the device; one product, or all of them. */
export function forgetViewed(productId?: string): void {
  const known = views();
  known.together(() => {
    for (const id of productId === undefined ? [...known.$items.get().keys()] : [productId]) known.forget(id);
  });
}
