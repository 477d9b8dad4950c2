import { pageSingleton } from '../browser/page-singleton.js';
import type { Campaign } from './campaign.js';
import type { EngineState } from './engine-state.js';
import type { Explanation } from './explain.js';
import type { SavedGroups } from './match-condition.js';
import type { Noticed } from './watch-moments.js';

/** What runs the campaigns of this page. */
export interface CampaignRun {
  /** What the engine knows. */
  readonly state: EngineState;
  /** What it was made of what was declared. */
  readonly campaigns: readonly Campaign[];
  /** The latest moments that were noticed for a campaign, with their evidence; the latest first. */
  readonly noticed: readonly Noticed[];
  /** Why a campaign was or was not shown, and what would hold it now; undefined when there is none of that name. */
  explain(name: string): Promise<Explanation | undefined>;
}

/** The one that all of those who run campaigns on a page share. */
export interface SharedRun extends CampaignRun {
  /** Takes what one more of them has to say. */
  take(options: { manners?: unknown; savedGroups?: SavedGroups }): void;
  stop(): void;
}

/** @private Whose it is, and how many use it. */
export const sharedRun = (): { run?: SharedRun; users: number } => pageSingleton('campaign-run', () => ({ users: 0 }));

/** What runs the campaigns of this page, if anything does. */
export function pageRun(): CampaignRun | undefined {
  return sharedRun().run;
}
