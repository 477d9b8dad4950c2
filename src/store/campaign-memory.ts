import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { createCollection } from './collection.js';
import { $allowed } from './consent.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';
import { oldest } from './oldest.js';

/** Most instants of each kind that are remembered. */
const MOST_INSTANTS = 100;

/** Most answers, and most campaigns and groups, that are remembered. */
const MOST = 300;

/** When something of campaigns happened, in milliseconds since 1970. */
export interface Instants {
  /** The latest last. */
  at: readonly number[];
}

function readInstants(data: unknown): Instants | undefined {
  const { at } = (data ?? {}) as Record<string, unknown>;
  const known = Array.isArray(at) ? at.filter(isInstant) : [];
  return known.length ? { at: latest(known, MOST_INSTANTS) } : undefined;
}

const latest = (instants: readonly number[], most: number): number[] =>
  [...new Set(instants)].sort((a, b) => a - b).slice(-most);

/** All of both, as many as are remembered. */
export function mergeInstants(a: Instants, b: Instants, most = MOST_INSTANTS): Instants {
  return { at: latest([...a.at, ...b.at], most) };
}

const pruned = (items: ReadonlyMap<string, Instants>) => oldest(items, MOST, ({ at }) => at.at(-1)!);

/**
 * What the shopper has answered to prompts, `no-thanks newsletter` for instance. Kept without consent: who says “no
 * thanks”, closes a prompt or gives what it asks for has asked not to be asked again.
 */
export function createAnswers(device?: Device) {
  return createCollection<Instants>(
    {
      name: 'answer',
      version: 1,
      read: readInstants,
      // Only the latest answer of a kind matters.
      merge: (a, b) => mergeInstants(a, b, 1),
      prune: pruned,
    },
    device,
  );
}

/** When which prompts were shown: nobody has asked for that, so it is kept with consent, and in memory otherwise. */
export function createShowings(device?: Device, allowed: ReadableAtom<boolean> = $allowed('personalization')) {
  return createCollection<Instants>(
    {
      name: 'personalization:showing',
      version: 1,
      read: readInstants,
      merge: mergeInstants,
      prune: pruned,
      allowed,
    },
    device,
  );
}

const answers = () => pageSingleton('answers', () => createAnswers());
const showings = () => pageSingleton('showings', () => createShowings());

/** Answers to prompts, by their kind and what they are about. */
export const $answers: ReadableAtom<ReadonlyMap<string, Instants>> = lazyStore(() => answers().$items);

/** Showings of prompts, by campaign, by group and of all. */
export const $showings: ReadableAtom<ReadonlyMap<string, Instants>> = lazyStore(() => showings().$items);

/** Notes an answer. @param at milliseconds since 1970 */
export function rememberAnswer(key: string, at: number): void {
  answers().update(key, () => readInstants({ at: [at] }));
}

/** Notes a showing under each of the keys. @param at milliseconds since 1970 */
export function rememberShowing(keys: readonly string[], at: number): void {
  showings().together(() => {
    for (const key of keys) showings().update(key, () => readInstants({ at: [at] }));
  });
}
