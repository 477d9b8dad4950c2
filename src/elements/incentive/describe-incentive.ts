import { better, eligible } from '../../incentives/eligible.js';
import type { Incentive, Money } from '../../incentives/incentive.js';
import { knownIncentive } from '../../incentives/known-incentive.js';
import type { Cart } from '../../store/cart.js';
import { inCart, isRefusal, overAs } from '../../store/incentive-life.js';
import type { GrantedIncentive } from '../../store/incentive-life.js';
import type { messages } from './incentive.messages.js';

export const states = ['offered', 'pending', 'granted', 'applied', 'refused', 'over'] as const;

/** What the element is doing, or has just done. */
export type Doing = 'pending' | 'revealed' | 'applying' | 'copied' | 'manual' | 'offline' | 'refused' | undefined;

export interface Description {
  state: (typeof states)[number];
  /** What is said of it, if anything is. */
  message?: keyof typeof messages;
  missing?: Money;
  /** The better one that the shopper has already. */
  better?: string;
  code?: string;
  offer?: string;
  endsAt?: number;
  busy: boolean;
}

interface Situation {
  all: ReadonlyMap<string, GrantedIncentive>;
  cart: Cart | undefined;
  now: number;
  /** What the shop's page says of it. */
  outcome: string | undefined;
  doing: Doing;
}

/** What is to be said of an incentive, as things are. */
export function describeIncentive(incentive: Incentive, { all, cart, now, outcome, doing }: Situation): Description {
  const granted = all.get(incentive.id);
  const others = [...all].flatMap(([id, its]) =>
    id === incentive.id || overAs(its, now) ? [] : (knownIncentive(id) ?? []),
  );
  const applied = others.filter(({ id }) => inCart(all.get(id)!) === true);
  const { reason, missing } = eligible(incentive, { cart, granted, applied }, now);
  const busy = doing === 'pending' || doing === 'applying';
  const endsAt = Math.min(incentive.endsAt ?? Infinity, granted?.endsAt ?? Infinity);
  const base = { busy, ...(endsAt < Infinity && { endsAt }) };

  // The shop's word goes before what is known here.
  if (reason === 'used' || outcome === 'redeemed') return { ...base, state: 'over', message: 'used' };
  if (reason === 'gone' || reason === 'ended') return { ...base, state: 'over', message: reason };
  if (outcome === 'ended' || outcome === 'used' || outcome === 'gone')
    return { ...base, state: 'over', message: outcome };

  const code = granted?.code ?? (granted && incentive.code?.from === 'static' ? incentive.code.code : undefined);
  const offer = granted?.offer;
  const has = { ...base, ...(code !== undefined && { code }), ...(offer !== undefined && { offer }) };
  const said = isRefusal(outcome) || outcome === 'applied' ? outcome : granted && toOutcome(inCart(granted));
  if (said === 'applied') return { ...has, state: 'applied', message: 'applied' };
  if (doing === 'offline') return { ...has, state: granted ? 'granted' : 'offered', message: 'offline' };
  if (doing === 'pending') return { ...has, state: 'pending', message: 'pending' };
  if (missing)
    return { ...has, state: said ? 'refused' : granted ? 'granted' : 'offered', message: 'missing', missing };
  // What was missing when the shop refused it may be there now.
  if (said && said !== 'minimum') return { ...has, state: 'refused', message: said };
  if (reason === 'products' || reason === 'stacking')
    return { ...has, state: granted ? 'granted' : 'offered', message: reason };
  if (said) return { ...has, state: 'refused', message: said };
  if (doing === 'copied' || doing === 'manual') return { ...has, state: 'granted', message: doing };
  const best = cart && better(incentive, others, cart);
  return {
    ...has,
    state: granted ? 'granted' : 'offered',
    ...(best && { message: 'better', better: best.name }),
  };
}

const toOutcome = (said: ReturnType<typeof inCart>) => (said === true ? 'applied' : said === false ? undefined : said);
