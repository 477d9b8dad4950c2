/**
 * An address with campaign parameters (https://support.google.com/analytics/answer/10917952), so that the shop sees whom a
 * shared link has brought. What the address says already stays as it is, to the letter, and goes before.
 */
export function shareLink(address: string, campaign: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(address);
  const added = Object.entries(campaign).filter(([name, value]) => value && !url.searchParams.has(name));
  if (added.length === 0) return address;
  const query = new URLSearchParams(added as [string, string][]);
  url.search = url.search ? `${url.search}&${query}` : String(query);
  return url.href;
}
