import { nthGreatest } from './nth-greatest.js';

/** Other items with their weights, the greatest first. */
export interface Row {
  items: Uint32Array;
  weights: Float64Array | Float32Array;
}

/** Sums up weights by item, and gives the greatest of them; used for one item after another, so that nothing is allocated for each. */
export interface Tally {
  add(item: number, weight: number): void;
  /** The sum of all weights. */
  total(): number;
  /** The `most` items with the greatest weights, ties by item; the tally is empty afterwards. */
  take(most: number, weigh?: (weight: number, item: number) => number): Row;
}

export function createTally(itemCount: number): Tally {
  const sums = new Float64Array(itemCount);
  let touched = new Uint32Array(1024);
  let count = 0;
  return {
    add(item, weight) {
      if (!(weight > 0)) return;
      if (sums[item] === 0) {
        if (count === touched.length) {
          const more = new Uint32Array(count * 2);
          more.set(touched);
          touched = more;
        }
        touched[count++] = item;
      }
      sums[item]! += weight;
    },
    total() {
      let total = 0;
      for (let index = 0; index < count; index++) total += sums[touched[index]!]!;
      return total;
    },
    take(most, weigh = (weight) => weight) {
      const weights = new Float64Array(count);
      for (let index = 0; index < count; index++) {
        const item = touched[index]!;
        weights[index] = weigh(sums[item]!, item);
        sums[item] = 0;
      }
      // Sorting is slow; first find what is worth it.
      const least = count > most ? nthGreatest(weights.slice(), most) : 0;
      const best: number[] = [];
      for (let index = 0; index < count; index++) if (weights[index]! >= least) best.push(index);
      best.sort((a, b) => weights[b]! - weights[a]! || touched[a]! - touched[b]!);
      best.length = Math.min(best.length, most);
      const row = {
        items: Uint32Array.from(best, (index) => touched[index]!),
        weights: Float64Array.from(best, (index) => weights[index]!),
      };
      count = 0;
      return row;
    },
  };
}
