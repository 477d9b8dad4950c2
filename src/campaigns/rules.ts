import type { Campaign } from './campaign.js';
import type { EngineState } from './engine-state.js';
import type { SavedGroups } from './match-condition.js';
import type { Policy } from './policy.js';
import type { HeldReason } from './ruling.js';

/** What a rule looks at. */
export interface Question {
  state: EngineState;
  rules: Rules;
  now: number;
  /** Who is assigned: the visitor, or this once for a visitor without a name. */
  id: string;
}

/** Whether something holds a prompt now. */
export type Holds = (question: Question) => boolean;

/** A campaign with what can hold it, in the order in which it is asked. */
export interface PreparedCampaign extends Campaign {
  restrictions: readonly { reason: HeldReason; holds: Holds }[];
  /** Under which names the memory counts its showings; its own stands first. */
  shownKeys: readonly [own: string, ...string[]];
}

/** Campaigns and policy, made ready for many signals. */
export interface Rules {
  policy: Policy;
  savedGroups: SavedGroups;
  campaigns: ReadonlyMap<string, PreparedCampaign>;
  byMoment: ReadonlyMap<string, readonly PreparedCampaign[]>;
  /** Who excludes whom, in both directions. */
  exclusive: ReadonlyMap<string, readonly string[]>;
}
