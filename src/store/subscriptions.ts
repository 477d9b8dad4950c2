import { computed } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { createCollection } from './collection.js';
import type { Collection } from './collection.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';
import { oldest } from './oldest.js';

/** A list that was subscribed to on this device; under which address, only the shop knows. */
export interface Subscription {
  /** `confirm`: the shopper has yet to follow a link; `already`: it was so before. */
  state: 'done' | 'confirm' | 'already';
  /** In milliseconds since 1970. */
  subscribedAt: number;
}

/** More lists than any shop has. */
const MOST = 50;

const states: readonly unknown[] = ['done', 'confirm', 'already'] satisfies Subscription['state'][];

function readSubscription(data: unknown): Subscription | undefined {
  const { state, subscribedAt } = (data ?? {}) as Record<string, unknown>;
  if (!states.includes(state) || !isInstant(subscribedAt)) return undefined;
  return { state: state as Subscription['state'], subscribedAt };
}

/** The later one; of two at the same instant the lesser text, so that all tabs choose alike. */
export function mergeSubscriptions(a: Subscription, b: Subscription): Subscription {
  if (a.subscribedAt !== b.subscribedAt) return a.subscribedAt > b.subscribedAt ? a : b;
  return a.state <= b.state ? a : b;
}

/** Kept without consent: who has subscribed has asked not to be asked again. */
export function createSubscriptions(device?: Device): Collection<Subscription> {
  return createCollection<Subscription>(
    {
      name: 'subscription',
      version: 1,
      read: readSubscription,
      merge: mergeSubscriptions,
      prune: (items) => oldest(items, MOST, ({ subscribedAt }) => subscribedAt),
    },
    device,
  );
}

const subscriptions = () => pageSingleton('subscriptions', () => createSubscriptions());

/** Lists by their names, as `<cue-newsletter list="…">` has them. */
export const $subscriptions: ReadableAtom<ReadonlyMap<string, Subscription>> = lazyStore(() => subscriptions().$items);

/** Whether anything was subscribed to on this device, so that nobody is asked who has said yes. */
export const $subscribed: ReadableAtom<boolean> = lazyStore(() =>
  pageSingleton('$subscribed', () => computed(subscriptions().$items, (items) => items.size > 0)),
);

/** The subscription to one list, if there is one. */
export const $subscription = (list: string): ReadableAtom<Subscription | undefined> => subscriptions().$item(list);

/** Notes that a list was subscribed to. @param now milliseconds since 1970 */
export function rememberSubscription(list: string, state: Subscription['state'], now = Date.now()): void {
  subscriptions().update(list, (known) => ({
    state,
    subscribedAt: Math.max(now, (known?.subscribedAt ?? -Infinity) + 1),
  }));
}

/** Forgets it, here and on the device. */
export function forgetSubscription(list: string): void {
  subscriptions().forget(list);
}
