/** A length of time in the greatest unit that it has one of: `2 days`, `1.5 hours`. */
export function lengthInWords(ms: number): string {
  for (const [unit, unitMs] of [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
  ] as const) {
    if (ms >= unitMs) return plural(Math.round((ms / unitMs) * 10) / 10, unit);
  }
  return plural(Math.round(Math.max(0, ms) / 100) / 10, 'second');
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
