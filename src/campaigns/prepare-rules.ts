import type { Campaign } from './campaign.js';
import { campaignKey, groupKey, restrictionsOf } from './manners.js';
import { readPath } from './match-condition.js';
import type { ReadPath, SavedGroups } from './match-condition.js';
import { onceFor } from './once-for.js';
import { defaultPolicy } from './policy.js';
import type { Policy } from './policy.js';
import type { PreparedCampaign, Rules } from './rules.js';

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
  const inOrder = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const exclusive = new Map<string, string[]>();
  const put = <T>(map: Map<string, T[]>, key: string, value: T) =>
    void (map.get(key)?.push(value) ?? map.set(key, [value]));
  for (const { name, exclusiveWith } of inOrder) {
    for (const other of exclusiveWith) {
      if (other === name) continue;
      put(exclusive, name, other);
      put(exclusive, other, name);
    }
  }
  // Audiences are about the same few names.
  const readers = new Map<string, ReturnType<ReadPath>>();
  const basis = {
    policy,
    savedGroups,
    exclusive,
    readPath(path: string) {
      const reader = readers.get(path) ?? onceFor(readPath(path));
      readers.set(path, reader);
      return reader;
    },
  };
  const prepared = new Map<string, PreparedCampaign>();
  const byMoment = new Map<string, PreparedCampaign[]>();
  for (const campaign of inOrder) {
    const { name, group, moments } = campaign;
    const ready: PreparedCampaign = {
      ...campaign,
      restrictions: restrictionsOf(campaign, basis),
      shownKeys: [campaignKey(name), 'all', ...(group === undefined ? [] : [groupKey(group)])],
    };
    prepared.set(name, ready);
    for (const moment of moments) put(byMoment, moment, ready);
  }
  return { policy, savedGroups, exclusive, campaigns: prepared, byMoment };
}
