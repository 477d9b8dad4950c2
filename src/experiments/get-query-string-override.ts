/**
 * The variant that an address asks for, so that a shop can look at each: `?leaving=1`.
 *
 * @returns its index; null when the address names none of them
 */
export function getQueryStringOverride(experiment: string, url: string, count: number): number | null {
  const query = url.replace(/#.*$/s, '').replace(/^[^?]*\??/, '');
  const asked = new URLSearchParams(query).get(experiment) ?? '';
  return /^\d{1,9}$/.test(asked) && Number(asked) < count ? Number(asked) : null;
}
