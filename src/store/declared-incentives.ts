import type { ReadableAtom } from 'nanostores';
import { createDeclared } from './create-declared.js';

/** An incentive as the shop has written it. */
export type IncentiveDeclaration = Readonly<Record<string, unknown>>;

const declared = createDeclared<IncentiveDeclaration>('$declaredIncentives');

/** What the shop offers on this page, as it was declared. */
export const $declaredIncentives: ReadableAtom<readonly IncentiveDeclaration[]> = declared.$declared;

/**
 * Declares incentives, together. Of two with one id the first holds: who declares it again cannot move its end.
 *
 * @returns withdraws them again
 */
export function declareIncentives(some: readonly IncentiveDeclaration[]): () => void {
  return declared.declare(some);
}
