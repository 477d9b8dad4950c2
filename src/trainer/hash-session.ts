/**
 * A session's name as a whole number below 2^53, so that ten million of them need no strings. Two that fall together
 * would be taken for one session: for two million sessions the odds are 1 to 4,500 that it happens once. Two FNV-1a
 * hashes (Fowler, Noll, Vo) with different starts, mixed with MurmurHash3's finaliser.
 */
export function hashSession(name: string): number {
  let high = 0x811c9dc5;
  let low = 0x1b873593;
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x85ebca6b);
    low ^= low >>> 13;
  }
  return (mix(high ^ low) >>> 11) * 2 ** 32 + (mix(low) >>> 0);
}

function mix(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
