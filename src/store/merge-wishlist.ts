import type { Collection } from './collection.js';
import { entryId, readList, readListed, wishLists } from './wish-lists.js';
import type { ListedWish, WishList, WishLists } from './wish-lists.js';
import { readWish, TOMBSTONE_MS, wishes } from './wish.js';
import type { Wish } from './wish.js';

/** One thing that a wishlist consists of: a wish, a list with a name, or that a wish is on a list. */
export type WishlistItem = Wish | WishList | ListedWish;

/** What of a wishlist is exported and merged; a test passes another device's. */
export interface WishlistStores extends WishLists {
  wishes: Collection<Wish>;
}

const ofThisPage = (): WishlistStores => ({ wishes: wishes(), ...wishLists() });

/**
 * The wishlist as plain data, lists and removed wishes included: what another device needs to merge it. It is one array,
 * so that what two devices have exported can also be put together by a server that understands none of it.
 */
export function exportWishlist(now = Date.now(), from = ofThisPage()): WishlistItem[] {
  const isFresh = ({ changedAt }: WishlistItem): boolean => now - changedAt < TOMBSTONE_MS;
  return [
    ...[...from.wishes.$items.get().values()].filter((wish) => wish.wished || isFresh(wish)),
    ...[...from.lists.$items.get().values()].filter((list) => list.kept || isFresh(list)),
    ...[...from.entries.$items.get().values()].filter((entry) => entry.listed || isFresh(entry)),
  ];
}

/**
 * Merges a wishlist from elsewhere (the shopper's account, another device) into this one, item by item: the later change
 * wins, so merging twice or in another order gives the same. Entries that are no wishlist's are left out.
 *
 * @returns how many entries could not be read
 */
export function mergeWishlist(remote: readonly unknown[], into = ofThisPage()): number {
  const { wishes: known, lists, entries } = into;
  const found: ListedWish[] = [];
  let unread = 0;
  function merge(data: unknown): void {
    const wish = readWish(data);
    const list = wish ? undefined : readList(data);
    const entry = wish || list ? undefined : readListed(data);
    if (wish) known.update(wish.product.id, () => wish);
    else if (list) lists.update(list.id, () => list);
    else if (entry) found.push(entry);
    else unread++;
  }
  known.together(() =>
    lists.together(() =>
      entries.together(() => {
        for (const data of Array.isArray(remote) ? remote : [remote]) merge(data);
        // An old entry without its list is let go, so lists come first.
        for (const entry of found) entries.update(entryId(entry.listId, entry.productId), () => entry);
      }),
    ),
  );
  return unread;
}
