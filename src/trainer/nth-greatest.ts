/** The `n`th greatest of the numbers, from 1; puts them in another order (Hoare's quickselect, 1961: linear on average). */
export function nthGreatest(values: Float64Array, n: number): number {
  let from = 0;
  let to = values.length - 1;
  const place = n - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1]!;
    let left = from;
    let right = to;
    while (left <= right) {
      while (values[left]! > pivot) left += 1;
      while (values[right]! < pivot) right -= 1;
      if (left > right) break;
      const value = values[left]!;
      values[left++] = values[right]!;
      values[right--] = value;
    }
    if (place <= right) to = right;
    else if (place >= left) from = left;
    else break;
  }
  return values[place]!;
}
