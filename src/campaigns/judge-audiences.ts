import { $subscribed } from '../store/subscriptions.js';
import { readAttributes } from './attributes.js';
import { evaluateAudience } from './evaluate-audience.js';
import { followAudiences } from './follow-audiences.js';
import type { SavedGroups } from './match-condition.js';

/** Says whether the shopper belongs to an audience, as things are now; for who asks that without a campaign. */
export function judgeAudiences(
  audiences: readonly object[],
  savedGroups?: SavedGroups,
): { belongs(audience: object): boolean; stop(): void } {
  const follower = followAudiences();
  follower.want(audiences.map((audience) => ({ audience })));
  return {
    belongs: (audience) => evaluateAudience(audience, readAttributes($subscribed.get()), savedGroups),
    stop: () => follower.stop(),
  };
}
