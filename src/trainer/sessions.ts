import type { ClickStore } from './click-store.js';
import { forEachSession } from './click-store.js';
import { growingArray } from './growing-array.js';

const DAY_MS = 86_400_000;

/** Sessions of more clicks are a program's: the longest of 24,000 real ones had 196. */
export const MOST_CLICKS = 500;

/** All sessions in the order in which they ended; the newest last. */
export interface Sessions {
  /** Items of all sessions, one session after another. */
  items: Uint32Array;
  /** Where each session begins in `items`; one more, where the last one ends. */
  starts: Uint32Array;
  /** How long before `until` each session ended, in days. */
  ages: Float64Array;
  /** The newest time, in milliseconds since 1970. */
  until: number;
  /** Clicks of each item, also of sessions with one click. */
  clicks: Float64Array;
  /** The same, each click counting half as much for every `TRENDING_HALF_DAYS` of its age. */
  recentClicks: Float64Array;
  /** Sessions with more than `MOST_CLICKS`, left out. */
  robots: number;
}

/** A week of shopping has its own rhythm; three days follow what is talked about without jumping at each hour. */
const TRENDING_HALF_DAYS = 3;

/**
 * @param renumber each item's final number
 * @param since clicks of sessions that ended before are left out
 * @param until the newest time that is believed
 */
export function collectSessions(
  store: ClickStore,
  itemCount: number,
  renumber: Uint32Array,
  since: number,
  until: number,
): Sessions {
  const items = growingArray((length) => new Uint32Array(length));
  const starts = growingArray((length) => new Uint32Array(length));
  const ends = growingArray((length) => new Float64Array(length));
  const clicks = new Float64Array(itemCount);
  const recentClicks = new Float64Array(itemCount);
  let robots = 0;
  for (const triples of store.partitions()) {
    forEachSession(triples, renumber, (_, times, sessionItems) => {
      const end = Math.min(until, times.at(-1)!);
      if (end < since) return;
      if (times.length > MOST_CLICKS) {
        robots += 1;
        return;
      }
      times.forEach((at, index) => {
        const item = sessionItems[index]!;
        clicks[item]! += 1;
        recentClicks[item]! += 2 ** (-Math.max(0, until - at) / DAY_MS / TRENDING_HALF_DAYS);
      });
      if (times.length < 2) return;
      starts.push(items.length);
      ends.push(end);
      for (const item of sessionItems) items.push(item);
    });
  }
  starts.push(items.length);
  return { ...inOrder(items.values(), starts.values(), ends.values(), until), until, clicks, recentClicks, robots };
}

/** Sorts whole sessions by their ends. */
function inOrder(items: Uint32Array, starts: Uint32Array, ends: Float64Array, until: number) {
  const count = ends.length;
  const order = orderOf(ends);
  const sortedItems = new Uint32Array(items.length);
  const sortedStarts = new Uint32Array(count + 1);
  const ages = new Float64Array(count);
  let at = 0;
  order.forEach((session, index) => {
    const from = starts[session]!;
    const to = starts[session + 1]!;
    sortedItems.set(items.subarray(from, to), at);
    sortedStarts[index] = at;
    ages[index] = (until - ends[session]!) / DAY_MS;
    at += to - from;
  });
  sortedStarts[count] = at;
  return { items: sortedItems, starts: sortedStarts, ages };
}

/** Indices in the order of their values, equal ones as they stand; radix sort by seconds, because there may be millions. */
function orderOf(values: Float64Array): Uint32Array {
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const keys = Uint32Array.from(values, (value) => Math.min(2 ** 32 - 1, Math.floor((value - least) / 1000)));
  let order = Uint32Array.from(keys.keys());
  for (const shift of [0, 16]) {
    const places = new Uint32Array(65_537);
    for (const key of keys) places[((key >>> shift) & 0xffff) + 1]! += 1;
    for (let digit = 0; digit < 65_536; digit++) places[digit + 1]! += places[digit]!;
    const next = new Uint32Array(order.length);
    for (const index of order) next[places[(keys[index]! >>> shift) & 0xffff]!++] = index;
    order = next;
  }
  return order;
}
