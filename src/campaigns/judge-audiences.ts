import { warnOnce } from '../browser/report.js';
import { $subscribed } from '../store/subscriptions.js';
import { emptyAttributes, readAttributes } from './attributes.js';
import { evaluateAudience } from './evaluate-audience.js';
import { followAudiences } from './follow-audiences.js';
import type { Condition, SavedGroups } from './match-condition.js';
import { readLengths } from './read-lengths.js';

/** Says whether the shopper belongs to an audience, as things are now; for who asks that without a campaign. */
export function judgeAudiences(savedGroups?: SavedGroups): { belongs(audience: Condition): boolean; stop(): void } {
  const follower = followAudiences();
  const readBefore = new WeakMap<Condition, Condition | undefined>();

  /** Undefined when one of its times is none. */
  function read(audience: Condition): Condition | undefined {
    if (readBefore.has(audience)) return readBefore.get(audience);
    let condition: Condition | undefined;
    try {
      condition = readLengths(audience, emptyAttributes());
      follower.want([{ audience: condition }]);
    } catch (error) {
      warnOnce(`audience: ${(error as Error).message}`);
    }
    readBefore.set(audience, condition);
    return condition;
  }

  return {
    belongs(audience) {
      const condition = read(audience);
      // What is not for an audience that nobody understands is for nobody.
      return !condition || evaluateAudience(condition, readAttributes($subscribed.get()), savedGroups);
    },
    stop: () => follower.stop(),
  };
}
