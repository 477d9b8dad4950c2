import type { ReadableAtom } from 'nanostores';
import { createDeclared } from './create-declared.js';

/** A campaign as somebody has written it: attributes of an element, JSON, an object. Who runs campaigns reads it. */
export type CampaignDeclaration = Readonly<Record<string, unknown>>;

const declared = createDeclared<CampaignDeclaration>('$campaigns');

/** What is declared on this page, in the order in which it was. */
export const $campaigns: ReadableAtom<readonly CampaignDeclaration[]> = declared.$declared;

/**
 * Declares campaigns, together.
 *
 * @returns withdraws them again
 */
export function declareCampaigns(campaigns: readonly CampaignDeclaration[]): () => void {
  return declared.declare(campaigns);
}
