import type { Wish } from '../../store/wishlist.js';

/** What stands in the place of a wish that was taken off. */
export interface Removal {
  text: string;
  /** Takes the way back; as {@link RowStep.run}. */
  undo(): boolean | Promise<boolean>;
}

export interface Row {
  wish: Wish;
  /** Set when it was taken off the list while the list is in view. */
  removal?: Removal;
}

/**
 * What a list shows while it is in view: the wishes, the newest first, and in their old places those that the shopper
 * has taken off, with a way back. Who takes that way finds the wish where it was.
 */
export function createRows(): {
  list(wishes: readonly Wish[]): Row[];
  remove(wish: Wish, removal: Removal): void;
  clear(): void;
} {
  const removed = new Map<string, Required<Row>>();
  /** When a wish that came back had first been made. */
  const places = new Map<string, number>();
  const place = ({ wish: { product, changedAt } }: Row): number => places.get(product.id) ?? changedAt;

  return {
    list(wishes) {
      for (const { product } of wishes) removed.delete(product.id);
      return [...wishes.map((wish): Row => ({ wish })), ...removed.values()].sort((a, b) => place(b) - place(a));
    },
    remove(wish, removal) {
      places.set(wish.product.id, place({ wish }));
      removed.set(wish.product.id, { wish, removal });
    },
    clear() {
      removed.clear();
      places.clear();
    },
  };
}
