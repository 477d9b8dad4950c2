import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { lazyStore } from './lazy-store.js';

/** A campaign as somebody has written it: attributes of an element, JSON, an object. Who runs campaigns reads it. */
export type CampaignDeclaration = Readonly<Record<string, unknown>>;

const declared = (): WritableAtom<readonly CampaignDeclaration[]> =>
  pageSingleton('$campaigns', () => atom<readonly CampaignDeclaration[]>([]));

/** What is declared on this page, in the order in which it was. */
export const $campaigns: ReadableAtom<readonly CampaignDeclaration[]> = lazyStore(declared);

/**
 * Declares campaigns, together.
 *
 * @returns withdraws them again
 */
export function declareCampaigns(campaigns: readonly CampaignDeclaration[]): () => void {
  const mine = new Set(campaigns);
  declared().set([...declared().get(), ...mine]);
  return () => {
    const rest = declared()
      .get()
      .filter((each) => !mine.has(each));
    if (rest.length < declared().get().length) declared().set(rest);
    mine.clear();
  };
}
