import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { lazyStore } from './lazy-store.js';

/** An incentive as the shop has written it. */
export type IncentiveDeclaration = Readonly<Record<string, unknown>>;

const declared = (): WritableAtom<readonly IncentiveDeclaration[]> =>
  pageSingleton('$declaredIncentives', () => atom<readonly IncentiveDeclaration[]>([]));

/** What the shop offers on this page, as it was declared. */
export const $declaredIncentives: ReadableAtom<readonly IncentiveDeclaration[]> = lazyStore(declared);

/**
 * Declares incentives, together. Of two with one id the first holds: who declares it again cannot move its end.
 *
 * @returns withdraws them again
 */
export function declareIncentives(some: readonly IncentiveDeclaration[]): () => void {
  const mine = new Set(some);
  declared().set([...declared().get(), ...mine]);
  return () => {
    const rest = declared()
      .get()
      .filter((each) => !mine.has(each));
    if (rest.length < declared().get().length) declared().set(rest);
    mine.clear();
  };
}
