import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { createCollection } from './collection.js';
import { $allowed } from './consent.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';

/**
 * What a sign of hesitation is worth. Our judgement, and data: what a shopper has to think about before deciding counts more than
 * what may be mere looking around. One kind alone, at most five times, does not make much of a score.
 */
export const hesitationWeights = {
  /** Another option is chosen after one had been chosen: red, blue, red again. */
  'variant-toggle': 1,
  'size-guide': 2,
  /** The price is looked at again, after it had been out of sight. */
  'price-reread': 0.5,
  /** One product, another one, and the first again. */
  'back-and-forth': 2,
  /** Something was taken out of the cart, or put in again after that. */
  'cart-edit': 1.5,
  'coupon-refused': 3,
  /** Time spent on what shipping costs. */
  'shipping-dwell': 2,
} satisfies Record<string, number>;

export type HesitationSign = keyof typeof hesitationWeights;

/** From this score on, a shopper hesitates. */
export const HESITATION_SCORE = 5;

/** After so long a sign is worth half. */
const HALF_LIFE_MS = 2 * 24 * 60 * 60 * 1000;

/** After so long it is forgotten: by then it is worth a hundredth. */
const FORGOTTEN_MS = 14 * 24 * 60 * 60 * 1000;

/** Most signs of one kind that are remembered and count. */
const MOST = 5;

/** When signs of one kind were seen, in milliseconds since 1970, the oldest first. */
export type SignTimes = readonly number[];

/** How much a shopper hesitates, and why. */
export interface Hesitation {
  /** Sum of `from`. */
  score: number;
  /** What each kind of sign adds: its weight × how many there were, each the less the older it is. */
  from: Readonly<Partial<Record<HesitationSign, number>>>;
}

export function mergeTimes(a: SignTimes, b: SignTimes): SignTimes {
  return [...new Set([...a, ...b])].sort((x, y) => x - y).slice(-MOST);
}

function readTimes(data: unknown, sign: string): SignTimes | undefined {
  return Object.hasOwn(hesitationWeights, sign) && Array.isArray(data) && data.every(isInstant)
    ? mergeTimes(data, [])
    : undefined;
}

/** Signs are compared with each other: the clock may be another than when they were seen. */
function* forgotten(signs: ReadonlyMap<string, SignTimes>): Iterable<string> {
  const latest = Math.max(...[...signs.values()].flat());
  for (const [sign, times] of signs) if (latest - (times.at(-1) ?? 0) > FORGOTTEN_MS) yield sign;
}

/** How many signs there were, each the less the older it is. What lies in the future, by a clock that was put back, is as of now. */
export function tally(times: SignTimes, now: number): number {
  return times.reduce((sum, at) => sum + 2 ** (-Math.max(0, now - at) / HALF_LIFE_MS), 0);
}

/**
 * To a tenth, what is shown and what is compared alike. Otherwise two signs of two points, a minute apart, would be read as 3.99, and a
 * threshold of 4 would never be reached by what is worth four: the first sign loses a fortieth in an hour and three quarters.
 */
const rounded = (number: number): number => Math.round(number * 10) / 10;

/** The score of what was seen, and what it is made of. @param now milliseconds since 1970 */
export function scoreHesitation(signs: ReadonlyMap<string, SignTimes>, now: number): Hesitation {
  const from: Partial<Record<HesitationSign, number>> = {};
  for (const [sign, weight] of Object.entries(hesitationWeights) as [HesitationSign, number][]) {
    const points = rounded(weight * tally(signs.get(sign) ?? [], now));
    if (points) from[sign] = points;
  }
  return { score: rounded(Object.values(from).reduce((sum, points) => sum + points, 0)), from };
}

export function createHesitation(device?: Device, allowed: ReadableAtom<boolean> = $allowed('personalization')) {
  const signs = createCollection<SignTimes>(
    { name: 'personalization:hesitation', version: 1, read: readTimes, merge: mergeTimes, prune: forgotten, allowed },
    device,
  );
  allowed.listen((granted) => {
    if (!granted) signs.together(() => [...signs.$items.get().keys()].forEach((sign) => signs.forget(sign)));
  });
  return signs;
}

const hesitation = () => pageSingleton('hesitation', () => createHesitation());

/** When which signs were seen. */
export const $hesitation: ReadableAtom<ReadonlyMap<string, SignTimes>> = lazyStore(() => hesitation().$items);

/** Notes a sign of hesitation. @param now milliseconds since 1970 */
export function noteHesitation(sign: HesitationSign, now = Date.now()): void {
  // Two in the same instant are two.
  hesitation().update(sign, (known = []) =>
    readTimes([...known, Math.max(now, (known.at(-1) ?? -Infinity) + 1)], sign),
  );
}

/** How much the shopper hesitates now. @param now milliseconds since 1970 */
export function readHesitation(now = Date.now()): Hesitation {
  return scoreHesitation($hesitation.get(), now);
}
