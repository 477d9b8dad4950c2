import { warnOnce } from '../browser/report.js';
import { nearestNames } from '../browser/nearest-names.js';
import { MOST_SHOWINGS, readCaps } from './read-caps.js';
import type { Cap } from './read-caps.js';
import { readDuration } from '../browser/read-duration.js';

/** The numbers of the arbiter's manners. Which manners there are is not for a shop to choose, but how long and how often is. */
export interface Policy {
  /** From the end of one prompt to the next one. */
  restMs: number;
  /** Most prompts in one visit. */
  sessionCap: number;
  /** From the start of a page view to the first prompt; the page must have settled besides. */
  settleMs: number;
  /** How long “not now” holds. */
  notNowMs: number;
  /** How long “no thanks” holds. */
  noThanksMs: number;
  /** How long a prompt may take from its moment to its appearance; later it is no answer to anything any more. */
  prepareMs: number;
  /** How long a moment that something passing has held, an open dialog for instance, may still be answered. */
  ripeMs: number;
  /** The same for those to which something else applies, by the names of the moments. */
  ripeMsOf: ReadonlyMap<string, number>;
  /** For all campaigns together. */
  caps: readonly Cap[];
  /** For the campaigns of each group together. */
  groupCaps: ReadonlyMap<string, readonly Cap[]>;
  /** Share of shoppers, from 0 to 1, who see none of the campaigns. */
  holdout: number;
}

const DAY_MS = 86_400_000;

/** What is so from the start of a page view stays so; a banner for consent, which is there just as long, takes its time. */
const lasting = [
  'landing',
  'load',
  'nth-page',
  'nth-product',
  'nth-session',
  'page-view',
  'price-drop',
  'referrer',
  'return-with-cart',
  'return-with-wishes',
  'returning-visitor',
  'utm',
];

/** Our judgement, on the side of the shopper: a shop that knows its own better says so. */
export const defaultPolicy: Policy = {
  restMs: 60_000,
  sessionCap: 2,
  settleMs: 2_000,
  notNowMs: 7 * DAY_MS,
  noThanksMs: 90 * DAY_MS,
  prepareMs: 5_000,
  ripeMs: 10_000,
  ripeMsOf: new Map(lasting.map((moment) => [moment, 60_000])),
  caps: [],
  groupCaps: new Map(),
  holdout: 0,
};

type Reader<T> = (value: unknown) => T | undefined;

const readTime: Reader<number> = (value) => (typeof value === 'number' ? readCount(value) : readDuration(value));
const readCount: Reader<number> = (value) =>
  typeof value === 'number' && value >= 0 && value < Infinity ? value : undefined;
const readTimes: Reader<number> = (value) =>
  readCount(value) === undefined ? undefined : Math.min(Math.floor(value as number), MOST_SHOWINGS);
const readPart: Reader<number> = (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined);

/** What a shop may set, by its name in JSON. */
const readers: Readonly<Record<string, (value: unknown) => Partial<Policy> | undefined>> = {
  rest: (value) => only('restMs', readTime(value)),
  sessionCap: (value) => only('sessionCap', readTimes(value)),
  settle: (value) => only('settleMs', readTime(value)),
  notNow: (value) => only('notNowMs', readTime(value)),
  noThanks: (value) => only('noThanksMs', readTime(value)),
  prepare: (value) => only('prepareMs', readTime(value)),
  ripe: (value) => only('ripeMs', readTime(value)),
  ripeOf(value) {
    const times = Object.entries(value as object).map(([moment, time]) => [moment, readTime(time)] as const);
    return times.every(([, time]) => time !== undefined)
      ? { ripeMsOf: new Map([...defaultPolicy.ripeMsOf, ...(times as [string, number][])]) }
      : undefined;
  },
  cap: (value) => only('caps', readCaps(value)),
  holdout: (value) => only('holdout', readPart(value)),
  groupCaps(value) {
    const groups = Object.entries(value as object).map(([group, caps]) => [group, readCaps(caps)] as const);
    return groups.every(([, caps]) => caps) ? { groupCaps: new Map(groups as [string, Cap[]][]) } : undefined;
  },
};

/**
 * A shop's own numbers over the default ones: `{ "rest": "2m", "sessionCap": 1, "groupCaps": { "newsletter": "1/7d" } }`.
 * What is not understood is told by its name, and the default holds.
 */
export function readPolicy(data: unknown, warn: (message: string) => void = warnOnce): Policy {
  let policy = defaultPolicy;
  for (const [name, value] of Object.entries(data ?? {})) {
    if (!Object.hasOwn(readers, name)) {
      const near = nearestNames(name, Object.keys(readers)).map((other) => `“${other}”`);
      warn(`manners: “${name}” is not known${near.length ? `; did you mean ${near.join(' or ')}?` : ''}`);
      continue;
    }
    let understood: Partial<Policy> | undefined;
    try {
      understood = readers[name]!(value);
    } catch {
      // Told below.
    }
    if (understood) policy = { ...policy, ...understood };
    else warn(`manners: “${name}” is not understood, the default holds`);
  }
  return policy;
}

/** How long this moment may be answered, whatever its argument. */
export function ripeMsOf(moment: string, { ripeMs, ripeMsOf: others }: Policy): number {
  return others.get(/^[\w-]*/.exec(moment)![0]) ?? ripeMs;
}

function only<K extends keyof Policy>(key: K, value: Policy[K] | undefined): Partial<Policy> | undefined {
  return value === undefined ? undefined : ({ [key]: value } as Partial<Policy>);
}
