import { computed } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { uuid } from '../events/uuid.js';
import { createCollection } from './collection.js';
import { $allowed } from './consent.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';
import { oldest } from './oldest.js';

/** Most decisions that are remembered. */
const MOST = 200;

/** What was decided about a prompt, and why; in words that a person can read. */
export interface Decision {
  /** UUID. */
  id: string;
  at: number;
  campaign: string;
  outcome: 'shown' | 'held';
  /** Name of the rule that decided: `typing`, `resting`, `consent-dialog-open` … */
  reason: string;
  variant?: string;
  /** What made it a question: `exit-intent`. */
  moment?: string;
}

function readDecision(data: unknown, key: string): Decision | undefined {
  const { id, at, campaign, outcome, reason, variant, moment } = (data ?? {}) as Record<string, unknown>;
  if (id !== key || typeof campaign !== 'string' || typeof reason !== 'string' || !isInstant(at)) return undefined;
  if (outcome !== 'shown' && outcome !== 'held') return undefined;
  return {
    id: key,
    at,
    campaign,
    outcome,
    reason,
    ...(typeof variant === 'string' && { variant }),
    ...(typeof moment === 'string' && { moment }),
  };
}

export function createLedger(device?: Device, allowed: ReadableAtom<boolean> = $allowed('personalization')) {
  return createCollection<Decision>(
    {
      name: 'personalization:decision',
      version: 1,
      read: readDecision,
      // A decision never changes once it is made: both are the same.
      merge: (a) => a,
      prune: (items) => oldest(items, MOST, ({ at }) => at),
      allowed,
    },
    device,
  );
}

const ledger = () => pageSingleton('ledger', () => createLedger());

/** The latest two hundred decisions, the newest first. */
export const $ledger: ReadableAtom<readonly Decision[]> = lazyStore(() =>
  pageSingleton('$ledger', () => computed(ledger().$items, (items) => [...items.values()].sort((a, b) => b.at - a.at))),
);

/** Writes a decision into the ledger. @param now milliseconds since 1970 */
export function logDecision(decision: Omit<Decision, 'id' | 'at'>, now = Date.now()): void {
  logDecisions([{ ...decision, at: now }]);
}

/** Writes several; listeners hear of them together, and of what the ledger would not keep anyway nothing is written. */
export function logDecisions(decisions: readonly Omit<Decision, 'id'>[]): void {
  ledger().together(() => {
    for (const decision of decisions.slice(-MOST)) {
      const id = uuid();
      ledger().update(id, () => readDecision({ ...decision, id }, id));
    }
  });
}
