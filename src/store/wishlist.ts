import { computed } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { lazyStore } from './lazy-store.js';
import { wishes } from './wish.js';
import type { Wish } from './wish.js';

// One wish, the whole list, lists with names and merging are files of their own, so that each page loads what it shows.
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
