/** The absolute http(s) address of what a page names, or `undefined`: `javascript:`, `data:` and nonsense are dropped. */
export function absoluteUrl(value: unknown, base: string): string | undefined {
  if (typeof value !== 'string' || !value.trim()) return;
  try {
    const { href, protocol } = new URL(value.trim(), base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return;
  }
}
