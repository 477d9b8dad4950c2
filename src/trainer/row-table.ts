import type { Row } from './tally.js';

/** A row for each item in three flat arrays. Weights are kept in single precision, which is far more than a letter says. */
export interface RowTable {
  set(item: number, row: Row): void;
  get(item: number): Row;
}

export function createRowTable(itemCount: number, most: number): RowTable {
  const items = new Uint32Array(itemCount * most);
  const weights = new Float32Array(itemCount * most);
  const lengths = new Uint32Array(itemCount);
  return {
    set(item, row) {
      items.set(row.items, item * most);
      weights.set(row.weights, item * most);
      lengths[item] = row.items.length;
    },
    get(item) {
      const from = item * most;
      const to = from + lengths[item]!;
      return { items: items.subarray(from, to), weights: weights.subarray(from, to) };
    },
  };
}
