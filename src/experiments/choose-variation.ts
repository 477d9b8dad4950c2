import type { BucketRange } from './get-bucket-ranges.js';

/** Index of the first range that a place on the line from 0 to 1 lies in; −1 when it lies in none. */
export function chooseVariation(place: number, ranges: readonly BucketRange[]): number {
  return ranges.findIndex(([start, end]) => place >= start && place < end);
}
