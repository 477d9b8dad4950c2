export type Unit = 'day' | 'hour' | 'minute' | 'second';

export interface Left {
  /** The two largest units; the second one alone when there is nothing of the first. */
  parts: readonly [unit: Unit, count: number][];
  /** After which time that changes. */
  changesInMs: number;
}

const units: readonly [Unit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** How a length of time is counted down: days and hours, hours and minutes, at last minutes and seconds. Never rounded up. */
export function splitLeft(ms: number): Left {
  const at = Math.min(
    units.length - 2,
    Math.max(
      0,
      units.findIndex(([, length]) => ms >= length),
    ),
  );
  const first = ms < 60_000 ? units.length - 2 : at;
  const [[large, largeMs], [small, smallMs]] = [units[first]!, units[first + 1]!];
  const some = Math.floor(ms / largeMs);
  const rest = Math.floor((ms % largeMs) / smallMs);
  return {
    parts: [...(some ? ([[large, some]] as const) : []), ...(rest || !some ? ([[small, rest]] as const) : [])].map(
      ([unit, count]) => [unit, count],
    ),
    changesInMs: Math.floor(ms % smallMs) + 1,
  };
}
