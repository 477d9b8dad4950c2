import type { Campaign } from './campaign.js';
import type { SavedGroups } from './match-condition.js';
import { defaultPolicy } from './policy.js';
import type { Policy } from './policy.js';

/** Campaigns and policy, made ready for many signals. */
export interface Rules {
  policy: Policy;
  savedGroups: SavedGroups;
  campaigns: ReadonlyMap<string, Campaign>;
  byMoment: ReadonlyMap<string, readonly Campaign[]>;
  /** Who excludes whom, in both directions. */
  exclusive: ReadonlyMap<string, readonly string[]>;
}

export interface RulesOptions {
  policy?: Policy;
  /** Lists that audiences name with `$inGroup`. */
  savedGroups?: SavedGroups;
}

/** @param campaigns of several with one name the first counts; their order does not */
export function prepareRules(
  campaigns: readonly Campaign[],
  { policy = defaultPolicy, savedGroups = {} }: RulesOptions = {},
): Rules {
  const byName = new Map<string, Campaign>();
  for (const campaign of campaigns) if (!byName.has(campaign.name)) byName.set(campaign.name, campaign);
  const byMoment = new Map<string, Campaign[]>();
  const exclusive = new Map<string, string[]>();
  const put = <T>(map: Map<string, T[]>, key: string, value: T) =>
    void (map.get(key)?.push(value) ?? map.set(key, [value]));
  for (const campaign of [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const moment of campaign.moments) put(byMoment, moment, campaign);
    for (const other of campaign.exclusiveWith) {
      if (other === campaign.name) continue;
      put(exclusive, campaign.name, other);
      put(exclusive, other, campaign.name);
    }
  }
  return { policy, savedGroups, campaigns: byName, byMoment, exclusive };
}
