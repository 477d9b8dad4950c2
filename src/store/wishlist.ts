import { computed } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { lazyStore } from './lazy-store.js';
import { readWish, TOMBSTONE_MS, wishes } from './wish.js';
import type { Wish } from './wish.js';

// One wish and the whole list are two files, so that a page with buttons only does not load what makes the list.
export { $wish, addWish, createWishlist, mergeWish, removeWish } from './wish.js';
export type { Wish } from './wish.js';

/** What is wished for, the newest first. */
export const $wishlist: ReadableAtom<readonly Wish[]> = lazyStore(() =>
  pageSingleton('$wishlist', () =>
    computed(wishes().$items, (items) =>
      [...items.values()]
        .filter(({ wished }) => wished)
        .sort((a, b) => b.changedAt - a.changedAt || (a.product.id < b.product.id ? -1 : 1)),
    ),
  ),
);

/** The wishlist as plain data, removed wishes included: what another device needs to merge it. */
export function exportWishlist(now = Date.now()): Wish[] {
  return [...wishes().$items.get().values()].filter(
    ({ wished, changedAt }) => wished || now - changedAt < TOMBSTONE_MS,
  );
}

/**
 * Merges a list from elsewhere (the shopper's account, another device) into this one, wish by wish: the later change
 * wins, so merging twice or in another order gives the same. Entries that are no wishes are left out.
 *
 * @returns how many entries could not be read
 */
export function mergeWishlist(remote: readonly unknown[]): number {
  let unread = 0;
  wishes().together(() => {
    for (const data of Array.isArray(remote) ? remote : [remote]) {
      const wish = readWish(data);
      if (wish) wishes().update(wish.product.id, () => wish);
      else unread++;
    }
  });
  return unread;
}
