import { isInstant } from '../store/is-instant.js';

/** An instant, or what the shopper's own clock shows, when a text names no time zone. */
export interface Boundary {
  at: number;
  local: boolean;
}

/**
 * `2026-12-24T18:00:00+01:00` is an instant; `2026-12-24T18:00` is meant by the shopper's clock; `2026-12-24` too: as a
 * start its first moment, as an end the one after its last.
 */
export function readBoundary(data: unknown, end: boolean): Boundary | undefined {
  if (typeof data === 'number') return isInstant(data) ? { at: data, local: false } : undefined;
  const [, date, time = '00:00', zone] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/.exec(String(data).trim()) ?? [];
  const at = Date.parse(`${date}T${time}${zone ?? 'Z'}`);
  // JavaScript takes 31 February for a day in March.
  if (!isInstant(at) || new Date(`${date}T00:00Z`).toISOString().slice(0, 10) !== date) return undefined;
  const wholeDay = end && !/[T ]/.test(String(data).trim());
  return { at: wholeDay ? at + 86_400_000 : at, local: !zone };
}

/** Whether the boundary is reached. @param utcOffsetMinutes how far the shopper's clock is ahead of UTC */
export function isReached({ at, local }: Boundary, now: number, utcOffsetMinutes: number): boolean {
  return now + (local ? utcOffsetMinutes * 60_000 : 0) >= at;
}
