const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Milliseconds of `30s`, `15m`, `12h`, `7d` or `2w`; undefined for anything else. */
export function readDuration(data: unknown): number | undefined {
  const [, count, unit] = (typeof data === 'string' && /^(\d{1,6}(?:\.\d+)?)\s*([smhdw])$/.exec(data.trim())) || [];
  return unit ? Number(count) * units[unit]! : undefined;
}
