import { warnOnce } from '../browser/report.js';
import type { Condition } from './matches.js';

/** What a shop has to say about what is shown, as data. */
export interface Rules {
  /** Ids of products that come first, in this order. */
  pin?: readonly string[];
  /** What is never shown. */
  exclude?: readonly Condition[];
  /** What counts more (`by` above 1) or less (below 1). */
  boost?: readonly (Condition & { by: number })[];
  /** Products of the current product's brand: before others, or alone. */
  sameBrand?: 'first' | 'only';
}

const isText = (data: unknown) => typeof data === 'string' && data !== '';
const isTexts = (data: unknown) => isText(data) || (Array.isArray(data) && data.length > 0 && data.every(isText));
const isNumber = (data: unknown) => typeof data === 'number' && Number.isFinite(data) && data >= 0;

const parts: Readonly<Record<keyof Condition, (data: unknown) => boolean>> = {
  id: isTexts,
  brand: isTexts,
  category: isTexts,
  minPrice: isNumber,
  maxPrice: isNumber,
  reduced: (data) => typeof data === 'boolean',
};

/** Rules from JSON that a person wrote. What is wrong is left out and said in the console; the rest holds. */
export function readRules(data: unknown): Rules {
  const rules: Rules = {};
  if (!isObject(data)) {
    wrong('they are no object');
    return rules;
  }
  for (const [name, value] of Object.entries(data)) {
    if (name === 'pin' && Array.isArray(value)) rules.pin = value.filter(isText) as string[];
    else if (name === 'exclude' && Array.isArray(value))
      rules.exclude = value.filter((one) => isCondition(one, 'exclude'));
    else if (name === 'boost' && Array.isArray(value)) rules.boost = value.filter(isBoost);
    else if (name === 'sameBrand' && (value === 'first' || value === 'only')) rules.sameBrand = value;
    else wrong(`“${name}” is ${JSON.stringify(value)}`);
  }
  return rules;
}

function isBoost(data: unknown): data is Condition & { by: number } {
  if (!isObject(data)) return isCondition(data, 'boost');
  const { by, ...condition } = data;
  if (isNumber(by)) return isCondition(condition, 'boost');
  wrong(`“by” of a boost is ${JSON.stringify(by)}`);
  return false;
}

/** A condition with a part that is wrong must not hold for more products than was meant. */
function isCondition(data: unknown, where: string): data is Condition {
  const entries = isObject(data) ? Object.entries(data) : [];
  const odd = entries.find(([name, value]) => !Object.hasOwn(parts, name) || !parts[name as keyof Condition](value));
  if (entries.length > 0 && !odd) return true;
  wrong(odd ? `“${odd[0]}” in “${where}” is ${JSON.stringify(odd[1])}` : `a condition in “${where}” says nothing`);
  return false;
}

function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function wrong(what: string): void {
  warnOnce(`a rule for recommendations is left out: ${what}`);
}
