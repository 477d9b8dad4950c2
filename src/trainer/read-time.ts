/** Seconds since 1970 above this would be the year 5138; what is greater is in milliseconds. */
const MOST_SECONDS = 1e11;

/** Milliseconds since 1970, from seconds, from milliseconds, or from a date in ISO 8601; `undefined` for what is no time. */
export function readTime(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^\d+(\.\d*)?(e\+?\d+)?$/i.test(trimmed)) {
    const count = Number(trimmed);
    const time = count > MOST_SECONDS ? count : count * 1000;
    return time > 0 && time <= 8.64e15 ? time : undefined;
  }
  if (!/^\d{4}-\d\d-\d\d/.test(trimmed)) return undefined;
  // A time without a zone would depend on where the trainer runs.
  const zoned = /(Z|[+-]\d\d:?\d\d)$/i.test(trimmed) || trimmed.length <= 10;
  const time = Date.parse(zoned ? trimmed.replace(' ', 'T') : `${trimmed.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? undefined : time;
}
