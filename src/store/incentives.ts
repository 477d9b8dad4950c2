import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { createCollection } from './collection.js';
import type { Collection } from './collection.js';
import type { Device } from './device.js';
import { live, mergeGranted, readGranted } from './incentive-life.js';
import type { GrantedIncentive, IncentiveEvent } from './incentive-life.js';
import { lazyStore } from './lazy-store.js';
import { oldest } from './oldest.js';

const MOST = 200;

/**
 * Kept without consent: the shopper has received it, and neither its code nor its end could be what was said if the device forgot
 * them (Directive 2002/58/EC, Article 5(3)). That it was used stays as well: forgotten, it would be offered anew.
 */
export function createIncentives(device?: Device): Collection<GrantedIncentive> {
  return createCollection<GrantedIncentive>(
    {
      name: 'incentive',
      version: 1,
      read: readGranted,
      merge: mergeGranted,
      prune: (items) => oldest(items, MOST, ({ knownAt }) => knownAt),
    },
    device,
  );
}

const incentives = () => pageSingleton('incentives', () => createIncentives());

/** What was given to the shopper on this device, by the incentives' ids; what is over, too. */
export const $incentives: ReadableAtom<ReadonlyMap<string, GrantedIncentive>> = lazyStore(() => incentives().$items);

/** One of them, if it was given. */
export const $incentive = (id: string): ReadableAtom<GrantedIncentive | undefined> => incentives().$item(id);

/**
 * Takes a step in the life of an incentive; with what another tab has written only just now.
 *
 * @returns whether it was one: what is not granted, over, or done already stays as it is
 */
export function stepIncentive(id: string, event: IncentiveEvent, known = incentives()): boolean {
  let stepped = false;
  known.update(id, (granted) => {
    const next = live(granted, event);
    stepped = next !== granted;
    return next;
  });
  return stepped;
}
