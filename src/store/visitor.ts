import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { uuid } from '../events/uuid.js';
import { createCollection } from './collection.js';
import { $allowed } from './consent.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';

const ID = 'me';

/** A browser, not a person: a random identifier, on the device only with consent to analytics. */
export interface Visitor {
  /** UUID. */
  id: string;
  firstSeenAt: number;
}

/** Two tabs that open at once make two visitors; the one seen first is the one that stays, in both. */
export function mergeVisitors(a: Visitor, b: Visitor): Visitor {
  if (a.firstSeenAt !== b.firstSeenAt) return a.firstSeenAt < b.firstSeenAt ? a : b;
  return a.id <= b.id ? a : b;
}

function readVisitor(data: unknown): Visitor | undefined {
  const { id, firstSeenAt } = (data ?? {}) as Record<string, unknown>;
  return typeof id === 'string' && id && isInstant(firstSeenAt) ? { id, firstSeenAt } : undefined;
}

export function createVisitor(device?: Device, allowed: ReadableAtom<boolean> = $allowed('analytics')) {
  const visitors = createCollection<Visitor>(
    { name: 'analytics:visitor', version: 1, read: readVisitor, merge: mergeVisitors, allowed },
    device,
  );
  const meet = () => visitors.update(ID, (known) => known ?? { id: uuid(), firstSeenAt: Date.now() });
  meet();
  // Erased from outside, or by the refusal below.
  visitors.$item(ID).listen((visitor) => {
    if (!visitor) meet();
  });
  // Who is asked again after a refusal is nobody that was known before it.
  allowed.listen((granted) => {
    if (!granted) visitors.forget(ID);
  });
  return visitors;
}

/** This browser's visitor; without consent a new one on each page. */
export const $visitor: ReadableAtom<Visitor | undefined> = lazyStore(() =>
  pageSingleton('visitor', () => createVisitor()).$item(ID),
);
