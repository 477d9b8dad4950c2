/**
 * Where a seed puts a value on the line from 0 to 1, the same on every page, device and server; as the public
 * specification of A/B-testing SDKs says (https://docs.growthbook.io/lib/build-your-own#hash), so that a shop may
 * assign on its server too.
 *
 * @param version 2, which spreads evenly; 1 is kept for experiments that began with it
 * @returns at least 0 and below 1, in steps of 1/10,000 (version 1: 1/1000); null for a version that is not known
 */
export function hash(seed: string, value: string, version = 2): number | null {
  if (version === 2) return (fnv1a(String(fnv1a(seed + value))) % 10_000) / 10_000;
  if (version === 1) return (fnv1a(value + seed) % 1000) / 1000;
  return null;
}

/** FNV-1a, 32 bit (http://www.isthe.com/chongo/tech/comp/fnv/), over UTF-16 code units as the specification's SDK for browsers. */
function fnv1a(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}
