import { warnOnce } from '../browser/report.js';
import { checkAudience } from './check-audience.js';
import { compileCondition, readPath } from './match-condition.js';
import type { Attributes, Condition, Matches, SavedGroups, Sources } from './match-condition.js';

/** Conditions that were looked through already: what is wrong with one is said once. */
const checked = new WeakSet<object>();

/**
 * Whether what is known of a shopper fulfils a condition, in the usual MongoDB-like JSON:
 * `{ "cart.value": { "$gte": 50 }, "subscribed": false, "$or": [ … ] }`.
 *
 * Never throws: what cannot be evaluated is not fulfilled. A name that nothing is known by, and an operator that there is
 * not, are warned of once, with the nearest that there are.
 *
 * @param savedGroups lists that the condition names with `$inGroup` and `$notInGroup`
 */
export function evaluateAudience(condition: unknown, attributes: unknown, savedGroups: SavedGroups = {}): boolean {
  try {
    const known = (typeof attributes === 'object' && attributes !== null ? attributes : {}) as Attributes;
    if (typeof condition !== 'object' || condition === null || !checked.has(condition)) {
      if (typeof condition === 'object' && condition !== null) checked.add(condition);
      for (const problem of checkAudience(condition, known)) warnOnce(`audience: ${problem}`);
    }
    return compileAudience(condition, { savedGroups, readPath })(known);
  } catch {
    return false;
  }
}

/** The same for a condition that was checked when it was read, to be asked again and again: without a word. */
export function compileAudience(condition: unknown, sources: Sources): Matches {
  if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return () => false;
  const matches = compileCondition(condition as Condition, sources);
  return (attributes) => {
    try {
      return matches(attributes);
    } catch {
      return false;
    }
  };
}
