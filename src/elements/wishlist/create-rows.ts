import type { Wish } from '../../store/wishlist.js';

export interface Row {
  wish: Wish;
  /** Whether it was taken off the list while the list is in view. */
  removed: boolean;
}

/**
 * What a list shows while it is in view: the wishes, the newest first, and in their old places those that the shopper
 * has taken off, with a way back. Who takes that way finds the wish where it was.
 */
export function createRows(): {
  list(wishes: readonly Wish[]): Row[];
  remove(wish: Wish): void;
  clear(): void;
} {
  const removed = new Map<string, Wish>();
  /** When a wish that came back had first been made. */
  const places = new Map<string, number>();
  const place = ({ product, changedAt }: Wish): number => places.get(product.id) ?? changedAt;

  return {
    list(wishes) {
      for (const { product } of wishes) removed.delete(product.id);
      return [...wishes, ...removed.values()]
        .sort((a, b) => place(b) - place(a))
        .map((wish) => ({ wish, removed: removed.has(wish.product.id) }));
    },
    remove(wish) {
      places.set(wish.product.id, place(wish));
      removed.set(wish.product.id, wish);
    },
    clear() {
      removed.clear();
      places.clear();
    },
  };
}
