import { warnOnce } from '../../browser/report.js';
import type { Tier } from '../../incentives/cart-progress.js';

const rewards: readonly string[] = [
  'discount',
  'free-shipping',
  'gift',
  'free-trial',
  'gated-content',
] satisfies Tier['kind'][];

const complain = (what: string): void => warnOnce(`<cue-cart-progress> ${what}`);

/** `"12,50"` and `""` are no amounts; nor is what is below nought. */
function readAmount(value: unknown): number | undefined {
  const amount = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : undefined;
}

function readTier(data: unknown, place: string): Tier[] {
  const { amount: given, kind, label } = (data ?? {}) as Record<string, unknown>;
  const amount = readAmount(given);
  const problem =
    amount === undefined
      ? '“amount” must be a number from 0, as in 75 or 49.90'
      : !rewards.includes(String(kind))
        ? `“kind” must be one of ${rewards.join(', ')}`
        : label !== undefined && typeof label !== 'string'
          ? '“label” must be a text'
          : undefined;
  if (!problem)
    return [{ amount: amount!, kind: kind as Tier['kind'], ...(label ? { label: label as string } : undefined) }];
  complain(`leaves out ${place}: ${problem}`);
  return [];
}

/**
 * The tiers that the attributes `free-shipping` and `tiers` describe, the lowest first. What cannot be understood is left out,
 * and said once.
 */
export function readTiers(freeShipping: unknown, tiers: unknown): Tier[] {
  const found: Tier[] = [];
  if (freeShipping !== undefined && freeShipping !== null) {
    const amount = readAmount(freeShipping);
    if (amount === undefined)
      complain(`free-shipping="${String(freeShipping)}" must be a number from 0, as in 75 or 49.90`);
    else found.push({ amount, kind: 'free-shipping' });
  }
  if (tiers !== undefined && tiers !== null) found.push(...readList(tiers));
  else if (freeShipping === undefined || freeShipping === null)
    complain('needs free-shipping="75", or tiers=\'[{"amount": 75, "kind": "free-shipping"}]\'');
  return found.sort((a, b) => a.amount - b.amount);
}

function readList(tiers: unknown): Tier[] {
  let list = tiers;
  if (typeof tiers === 'string') {
    try {
      list = JSON.parse(tiers);
    } catch {
      complain(`cannot read its attribute “tiers”: it is no JSON: ${tiers}`);
      return [];
    }
  }
  if (Array.isArray(list)) return list.flatMap((tier, index) => readTier(tier, `tiers[${index}]`));
  complain('cannot read its attribute “tiers”: a list is expected, as in [{"amount": 75, "kind": "free-shipping"}]');
  return [];
}
