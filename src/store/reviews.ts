import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { createCollection } from './collection.js';
import type { Collection } from './collection.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { oldest } from './oldest.js';

/** That a review was sent from this device; what stands in it, and by whom it is, only the shop knows. */
export interface Review {
  /** In milliseconds since 1970. */
  reviewedAt: number;
}

const MOST = 200;

function readReview(data: unknown): Review | undefined {
  const { reviewedAt } = (data ?? {}) as Record<string, unknown>;
  return isInstant(reviewedAt) ? { reviewedAt } : undefined;
}

/** Kept without consent: who has written a review has asked not to be asked for it again. */
export function createReviews(device?: Device): Collection<Review> {
  return createCollection<Review>(
    {
      name: 'review',
      version: 1,
      read: readReview,
      merge: (a, b) => (a.reviewedAt >= b.reviewedAt ? a : b),
      prune: (items) => oldest(items, MOST, ({ reviewedAt }) => reviewedAt),
    },
    device,
  );
}

const reviews = () => pageSingleton('reviews', () => createReviews());

/** The review of a product that was sent from this device, if one was. */
export const $review = (productId: string): ReadableAtom<Review | undefined> => reviews().$item(productId);

/** Notes that a product was reviewed. @param now milliseconds since 1970 */
export function rememberReview(productId: string, now = Date.now()): void {
  reviews().update(productId, (known) => ({ reviewedAt: Math.max(now, (known?.reviewedAt ?? -Infinity) + 1) }));
}

/** Forgets it: the shopper wants to write again. */
export function forgetReview(productId: string): void {
  reviews().forget(productId);
}
