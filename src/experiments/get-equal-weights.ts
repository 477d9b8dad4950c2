/** The same share for each of so many variants. */
export function getEqualWeights(count: number): number[] {
  return count > 0 ? new Array<number>(Math.floor(count)).fill(1 / Math.floor(count)) : [];
}
