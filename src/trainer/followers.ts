import type { Occurrences } from './occurrences.js';
import type { Sessions } from './sessions.js';
import type { Row, Tally } from './tally.js';

/**
 * Chosen by cross-validation in time inside the training clicks of a large shop's published sessions (four days, each
 * predicted from all days before it). None is sharp: half or twice of any costs less than 0.003 of MRR@20.
 */
const HALF_LIFE_DAYS = 30;
/** The `d`th product after another counts 1 / d^1.6 … */
const DISTANCE_POWER = 1.6;
/** … the `d`th before it, as a way back, a little less. */
const BACKWARDS = 0.8;
const WINDOW = 10;
/** Long sessions wander: a session of `n` clicks counts 1 / n^0.3. */
const LENGTH_POWER = 0.3;
/** An item with few clicks says less than one with many: its weights sum to less than 1. */
const SMOOTHING = 1;
/** Of an item's clicks the newest count (as VMIS-kNN has it: Kersbergen, Sprangers & Schelter, "Serenade", 2022). That also bounds the work. */
const MOST_CLICKS = 2000;

/** Neighbours kept for each item; fewer where a shop has very many, so that memory is bounded. */
export const neighboursFor = (itemCount: number): number => Math.max(10, Math.min(50, Math.floor(8e6 / itemCount)));

/** How strongly each item leads to others, step by step in sessions. */
export function followers(
  item: number,
  sessions: Sessions,
  occurrences: Occurrences,
  tally: Tally,
  distanceWeights: Float64Array,
  most: number,
): Row {
  const { items, starts, ages } = sessions;
  occurrences.visit(item, MOST_CLICKS, (session, place) => {
    const from = starts[session]!;
    const to = starts[session + 1]!;
    const weight = 2 ** (-ages[session]! / HALF_LIFE_DAYS) * (to - from) ** -LENGTH_POWER;
    for (let other = Math.max(from, place - WINDOW); other < Math.min(to, place + WINDOW + 1); other++) {
      if (items[other] !== item) tally.add(items[other]!, weight * distanceWeights[other - place + WINDOW]!);
    }
  });
  const total = tally.total() + SMOOTHING;
  return tally.take(most, (weight) => weight / total);
}

/** The weight of each distance, from `WINDOW` before to `WINDOW` after. */
export function distances(): Float64Array {
  return Float64Array.from({ length: 2 * WINDOW + 1 }, (_, index) => {
    const distance = index - WINDOW;
    if (distance === 0) return 0;
    return Math.abs(distance) ** -DISTANCE_POWER * (distance < 0 ? BACKWARDS : 1);
  });
}

/** How often the two were in one session, whatever the order, against how often each was (cosine; Sarwar et al., "Item-based collaborative filtering recommendation algorithms", 2001). */
export function companions(
  item: number,
  sessions: Sessions,
  occurrences: Occurrences,
  tally: Tally,
  most: number,
): Row {
  const { items, starts, clicks } = sessions;
  let last = -1;
  const met = new Set<number>();
  occurrences.visit(item, MOST_CLICKS, (session) => {
    if (session === last) return;
    last = session;
    met.clear();
    for (let place = starts[session]!; place < starts[session + 1]!; place++) {
      const other = items[place]!;
      if (other === item || met.has(other)) continue;
      met.add(other);
      tally.add(other, 1);
    }
  });
  // One meeting is chance: a pair that met n times counts n − ½.
  return tally.take(most, (count, other) => Math.min(1, (count - 0.5) / Math.sqrt(clicks[item]! * clicks[other]!)));
}
