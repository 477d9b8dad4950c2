/**
 * The file in which a key is found: FNV-1a over UTF-16 code units (Fowler, Noll, Vo), its bits mixed once more
 * (MurmurHash3's finaliser), because FNV's low bits alone fall unevenly for short numbers.
 */
export function bucketOf(key: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % buckets;
}
