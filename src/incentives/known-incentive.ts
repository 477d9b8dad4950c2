import { warnOnce } from '../browser/report.js';
import { $declaredIncentives } from '../store/declared-incentives.js';
import type { IncentiveDeclaration } from '../store/declared-incentives.js';
import type { Incentive } from './incentive.js';
import { readIncentive } from './read-incentive.js';

const read = new WeakMap<IncentiveDeclaration, { incentive: Incentive | undefined }>();

function readOnce(declaration: unknown): Incentive | undefined {
  if (typeof declaration !== 'object' || declaration === null) return readIncentive(declaration, warnOnce);
  const known = read.get(declaration as IncentiveDeclaration);
  if (known) return known.incentive;
  const incentive = readIncentive(declaration, warnOnce);
  read.set(declaration as IncentiveDeclaration, { incentive });
  return incentive;
}

/** What the shop offers under this id, if it is declared and can be understood. */
export function knownIncentive(id: string | null | undefined): Incentive | undefined {
  const declaration = $declaredIncentives.get().find((each) => (each as { id?: unknown } | null)?.id === id);
  return declaration && readOnce(declaration);
}

/** When it is over for who has it, or would be given it now. */
export function endOf({ endsAt, lastsMs }: Incentive, now: number): number | undefined {
  const end = Math.min(endsAt ?? Infinity, now + (lastsMs ?? Infinity));
  return end < Infinity ? end : undefined;
}
