import fc from 'fast-check';
import type { Campaign } from '../../src/campaigns/campaign.js';
import type { EngineState } from '../../src/campaigns/engine-state.js';
import { readPolicy } from '../../src/campaigns/policy.js';
import type { Policy } from '../../src/campaigns/policy.js';
import { readCampaigns } from '../../src/campaigns/read-campaign.js';
import type { Answer, BareSignal, Situation } from '../../src/campaigns/signal.js';

/** 1 June 2026, a Monday. */
export const START = Date.UTC(2026, 5, 1);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const flags: readonly (keyof Situation)[] = [
  'settled',
  'engaged',
  'prerendering',
  'hidden',
  'consentDialogOpen',
  'hostDialogOpen',
  'promptOpen',
  'videoPlaying',
  'typing',
  'checkout',
  'paused',
];
const names = ['a', 'b', 'c', '__proto__', 'constructor', 'e f', 'g', 'h'];
const moments = ['exit-intent', 'dwell', 'after-add-to-cart', 'after-newsletter-sign-up'];
const caps = ['1/session', '1/7d', '2/1h, 3/7d', '1/page', '1', '5/session', '0', '3/1m'];
const audiences = [
  undefined,
  undefined,
  { 'cart.value': { $gte: 50 } },
  { subscribed: false },
  { $or: [{ 'cart.value': { $lt: 20 } }, { 'visit.number': { $in: [2, 3] } }] },
];
const steps = [
  0,
  1,
  200,
  SECOND,
  2 * SECOND,
  4 * SECOND,
  7 * SECOND,
  MINUTE,
  2 * MINUTE,
  40 * MINUTE,
  5 * 60 * MINUTE,
  DAY,
  5 * DAY,
];

/** Makes choices out of one number, so that sessions are quick to generate and can be shrunk. */
function chooser(code: number) {
  let rest = code;
  const next = () => {
    rest = (Math.imul(rest ^ (rest >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((rest ^ (rest >>> 13)) >>> 0) / 2 ** 32;
  };
  return {
    roll: next,
    chance: (part: number) => next() < part,
    pick: <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!,
  };
}

function campaign(code: number, index: number): object {
  const { pick, chance } = chooser(code);
  return {
    name: names[index],
    moment: chance(0.2) ? [pick(moments), pick(moments)] : pick(moments),
    cap: pick(caps),
    ...(chance(0.4) && { group: pick(['one', 'two']) }),
    ...(chance(0.4) && { asks: pick(['newsletter', 'account']) }),
    ...(chance(0.2) && { holdout: pick(['10%', 0.5, 1]) }),
    ...(chance(0.1) && { start: pick(['2026-06-02', '2026-06-04T12:00:00Z']) }),
    ...(chance(0.1) && { end: pick(['2026-06-03', '2026-06-20T12:00']) }),
    ...(chance(0.1) && { schedule: pick(['Mo-Fr 09:00-17:00', '22:00-06:00', 'Sa, Su']) }),
    ...(chance(0.5) && { priority: pick([1, 1, 2, -1]) }),
    ...(chance(0.2) && { exclusiveWith: [pick(names), pick(names)] }),
    ...(chance(0.15) && { after: pick(['a', 'b/1h', '__proto__/2d']) }),
    ...(chance(0.1) && { namespace: ['n', 0, 0.5] }),
    ...(chance(0.1) && { overlay: false }),
    ...(chance(0.03) && { paused: true }),
    ...(chance(0.03) && { cap: 'often' }),
    audience: pick(audiences),
    variants: pick([
      ['x'],
      ['x', 'y'],
      [
        { name: 'x', weight: 1 },
        { name: 'y', weight: 3 },
      ],
    ]),
  };
}

function policy(code: number): object {
  const { pick, chance } = chooser(code);
  return {
    ...(chance(0.5) && { rest: pick(['30s', '5m', 0]) }),
    ...(chance(0.5) && { sessionCap: pick([0, 1, 3, 10]) }),
    ...(chance(0.3) && { cap: pick(['4/7d', '1/1h', '2/page']) }),
    ...(chance(0.5) && { groupCaps: { one: '1/7d', two: '2/session' } }),
    ...(chance(0.1) && { holdout: 0.3 }),
    ...(chance(0.5) && { ripe: pick(['0s', '3s', '1m', '1h']) }),
  };
}

/** The next signal, and how much later it comes; `ready` and `closed` are about what the engine has chosen, more often than not. */
export function decode(code: number, state: EngineState): { bare: BareSignal; afterMs: number; roll: number } {
  const { pick, chance, roll } = chooser(code);
  const afterMs = chance(0.85) ? pick(steps.slice(0, 9)) : pick(steps);
  const bare = ((): BareSignal => {
    if (state.chosen && chance(0.5)) return { type: 'ready', campaign: state.chosen.campaign };
    if (state.open && chance(0.3)) return { type: 'closed', campaign: state.open.campaign };
    if (state.ripe.length && chance(0.3)) return { type: 'again' };
    const at = roll();
    if (at < 0.4) return { type: 'moment', moment: pick(moments) };
    if (at < 0.5) return { type: 'situation', change: { settled: true, engaged: true } };
    if (at < 0.6) return { type: 'situation', change: { [pick(flags)]: chance(0.25) } };
    if (at < 0.68)
      return {
        type: 'know',
        attributes: { cart: { value: pick([0, 10, 60]) }, subscribed: chance(0.5), visit: { number: pick([1, 2, 5]) } },
      };
    if (at < 0.78)
      return {
        type: 'fact',
        name: pick(['add_to_cart', 'newsletter_sign_up', 'begin_checkout', 'purchase', 'prompt_dismiss', 'view_item']),
        campaign: pick(names),
      };
    if (at < 0.83)
      return {
        type: 'answer',
        answer: pick<Answer>(['not-now', 'no-thanks', 'given']),
        ...(chance(0.5) ? { campaign: pick(names) } : { asks: pick(['newsletter', 'account']) }),
      };
    if (at < 0.86) return { type: 'ready', campaign: pick(names) };
    if (at < 0.93) return { type: 'closed', campaign: pick(names) };
    return {
      type: 'page',
      visitor: pick(['v1', 'v1', 'v4', 'ben', '']),
      session: chance(0.7) ? state.session || 's' : `s${Math.floor(roll() * 1e6)}`,
      ...(chance(0.3) && { phone: true }),
      ...(chance(0.3) && { fromSearch: true }),
      ...(chance(0.8) && { settled: true, engaged: true }),
      ...(chance(0.2) && { utcOffsetMinutes: pick([120, -300, 345]) }),
      ...(chance(0.05) && { previews: { [pick(['a', 'b'])]: pick([0, 1, 7]) } }),
    };
  })();
  return { bare, afterMs, roll: roll() };
}

export interface RandomSession {
  campaigns: Campaign[];
  policy: Policy;
  codes: number[];
}

const code = fc.integer({ min: 0, max: 2 ** 31 - 1 });

export const randomSession: fc.Arbitrary<RandomSession> = fc
  .record({
    campaigns: fc.array(code, { minLength: 1, maxLength: names.length }),
    policy: code,
    codes: fc.array(code, { minLength: 1, maxLength: 120, size: 'max' }),
  })
  .map((session) => ({
    campaigns: readCampaigns(session.campaigns.map(campaign), { warn() {} }),
    policy: readPolicy(policy(session.policy)),
    codes: session.codes,
  }));
