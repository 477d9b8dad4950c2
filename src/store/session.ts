import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { uuid } from '../events/uuid.js';
import { createCollection } from './collection.js';
import { $allowed } from './consent.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';

const ID = 'current';

/** A visit ends after this long without activity; GA4's default (https://support.google.com/analytics/answer/12798876). */
export const SESSION_TIMEOUT_MS = 30 * 60 * 1000;

/** Activity within this time after the last write is not written again. */
const TOUCH_EVERY_MS = 60 * 1000;

export interface Session {
  /** UUID. */
  id: string;
  startedAt: number;
  lastSeenAt: number;
  /** The how-manieth visit of this browser it is, from 1. */
  number: number;
}

/**
 * Two that overlap are one visit, opened in two tabs at once: the earlier gives its name. Otherwise the later is the
 * current one. In any order; grouping matters only where a third visit bridges two that lie apart, for which three tabs
 * must not have heard of each other for half an hour.
 */
export function mergeSessions(a: Session, b: Session): Session {
  const [first, second] = a.startedAt < b.startedAt || (a.startedAt === b.startedAt && a.id <= b.id) ? [a, b] : [b, a];
  if (first.id !== second.id && second.startedAt - first.lastSeenAt > SESSION_TIMEOUT_MS) {
    // A visit that began before consent could not know of those before it.
    return { ...second, number: Math.max(second.number, first.number + 1) };
  }
  return {
    ...first,
    lastSeenAt: Math.max(first.lastSeenAt, second.lastSeenAt),
    number: Math.max(first.number, second.number),
  };
}

function readSession(data: unknown): Session | undefined {
  const { id, startedAt, lastSeenAt, number } = (data ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || !id || !isInstant(startedAt) || !isInstant(lastSeenAt)) return undefined;
  return Number.isSafeInteger(number) ? { id, startedAt, lastSeenAt, number: number as number } : undefined;
}

export function createSession(device?: Device, allowed: ReadableAtom<boolean> = $allowed('analytics')) {
  const sessions = createCollection<Session>(
    { name: 'analytics:session', version: 1, read: readSession, merge: mergeSessions, allowed },
    device,
  );
  allowed.listen((granted) => {
    if (!granted) sessions.forget(ID);
  });
  return {
    $session: sessions.$item(ID),
    touch(now: number): Session {
      const seen = sessions.get(ID);
      if (seen && Math.abs(now - seen.lastSeenAt) <= TOUCH_EVERY_MS) return seen;
      // The clock has been put back: by it, the visit that is known lies in the future.
      if (seen && seen.lastSeenAt - now > SESSION_TIMEOUT_MS) sessions.forget(ID);
      sessions.update(ID, (known = seen) =>
        known && Math.abs(now - known.lastSeenAt) <= SESSION_TIMEOUT_MS
          ? { ...known, lastSeenAt: now }
          : { id: uuid(), startedAt: now, lastSeenAt: now, number: (known?.number ?? 0) + 1 },
      );
      return sessions.get(ID)!;
    },
  };
}

const session = () => pageSingleton('session', () => createSession());

/** The visit as it was last seen; `undefined` before anything happened in it. */
export const $session: ReadableAtom<Session | undefined> = lazyStore(() => session().$session);

/** Notes that the shopper is active, and says in which visit: the same as before, or a new one after a long pause. @param now milliseconds since 1970 */
export function touchSession(now = Date.now()): Session {
  return session().touch(now);
}
