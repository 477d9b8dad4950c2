/** Parts of a video in seconds, apart from each other and in order. */
export type Spans = readonly (readonly [from: number, to: number])[];

/** The parts, and this one; what was in them already is not in them twice. */
export function addSpan(spans: Spans, from: number, to: number): Spans {
  if (!(to > from)) return spans;
  const apart = spans.filter(([start, end]) => {
    if (end < from || start > to) return true;
    from = Math.min(from, start);
    to = Math.max(to, end);
    return false;
  });
  return [...apart, [from, to] as const].sort(([a], [b]) => a - b);
}

/** How many seconds they are together. */
export function lengthOf(spans: Spans): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0);
}
