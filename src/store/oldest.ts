/** The ids that have to go so that at most `most` items stay, the oldest first. */
export function oldest<T>(items: ReadonlyMap<string, T>, most: number, at: (item: T) => number): string[] {
  if (items.size <= most) return [];
  const byAge = [...items].sort(([, a], [, b]) => at(a) - at(b));
  return byAge.slice(0, items.size - most).map(([id]) => id);
}
