/** Whether this is a time that exists, in milliseconds since 1970; the bound is that of `Date` (ECMA-262, 21.4.1.1). */
export function isInstant(data: unknown): data is number {
  return typeof data === 'number' && Math.abs(data) <= 8.64e15;
}
