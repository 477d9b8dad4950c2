import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { lazyStore } from './lazy-store.js';

/**
 * What a page declares of one kind, in the order in which it does.
 *
 * @param name of the store, one per page
 */
/* @__NO_SIDE_EFFECTS__ */
export function createDeclared<T>(name: string): {
  $declared: ReadableAtom<readonly T[]>;
  /** Declares some, together. @returns withdraws them again */
  declare(some: readonly T[]): () => void;
} {
  const declared = (): WritableAtom<readonly T[]> => pageSingleton(name, () => atom<readonly T[]>([]));
  return {
    $declared: lazyStore(declared),
    declare(some) {
      const mine = new Set(some);
      declared().set([...declared().get(), ...mine]);
      return () => {
        const rest = declared()
          .get()
          .filter((each) => !mine.has(each));
        if (rest.length < declared().get().length) declared().set(rest);
        mine.clear();
      };
    },
  };
}
