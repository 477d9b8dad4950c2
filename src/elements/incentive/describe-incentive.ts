import { isMeant } from '../../incentives/belongs.js';
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
  message?: keyof typeof messages | undefined;
  missing?: Money | undefined;
  /** The better one that the shopper has already. */
  better?: string | undefined;
  code?: string | undefined;
  offer?: string | undefined;
  endsAt?: number | undefined;
  busy: boolean;
}

/** What needs a cart, or another incentive, to be said. */
export type Judge = typeof import('./judge.js');

interface Situation {
  all: ReadonlyMap<string, GrantedIncentive>;
  cart: Cart | undefined;
  now: number;
  /** What the shop's page says of it. */
  outcome: string | undefined;
  doing: Doing;
  /** Once its code has come. */
  judge: Judge | undefined;
}

const overs = ['used', 'gone', 'returned', 'ended'] as const;

/** What is to be said of an incentive, as things are; nothing to whom it is not for. */
export function describeIncentive(
  incentive: Incentive,
  { all, cart, now, outcome, doing, judge }: Situation,
): Description | undefined {
  const granted = all.get(incentive.id);
  const others = [...all].flatMap(([id, its]) =>
    id === incentive.id || overAs(its, now) ? [] : (knownIncentive(id) ?? []),
  );
  const applied = others.filter(({ id }) => inCart(all.get(id)!) === true);
  if (!granted && !isMeant(incentive)) return undefined;
  const { reason, missing } = judge?.eligible(incentive, { cart, granted, applied }, now) ?? {};
  const done = granted ? overAs(granted, now) : now >= (incentive.endsAt ?? Infinity) && 'ended';
  const busy = doing === 'pending' || doing === 'applying';
  const endsAt = Math.min(incentive.endsAt ?? Infinity, granted?.endsAt ?? Infinity);
  // Of what the shopper has, the shop's word has been noted; of what they have not, it is all that is known.
  const word = granted ? undefined : outcome;
  const over = overs.find((each) => each === done || each === word || (each === 'used' && word === 'redeemed'));
  const code = granted?.code ?? (granted && incentive.code?.from === 'static' ? incentive.code.code : undefined);
  const say = (state: Description['state'], message?: Description['message'], more?: Partial<Description>) => ({
    busy,
    endsAt: endsAt < Infinity ? endsAt : undefined,
    code: over ? undefined : code,
    offer: granted?.offer,
    state,
    message,
    ...more,
  });
  if (over) return say('over', over);

  const open = granted ? 'granted' : 'offered';
  const said = isRefusal(word) || word === 'applied' ? word : granted && toOutcome(inCart(granted));
  if (said === 'applied') return say(said, said);
  if (doing === 'offline') return say(open, doing);
  if (doing === 'pending') return say(doing, doing);
  if (doing === 'copied' || doing === 'manual') return say(open, doing);
  if (missing) return say(said ? 'refused' : open, 'missing', { missing });
  // What was missing when the shop refused it is there now.
  if (said && !(said === 'minimum' && incentive.minimum && cart)) return say('refused', said);
  if (reason === 'products' || reason === 'stacking') return say(open, reason);
  const best = cart && judge?.better(incentive, others, cart);
  return best ? say(open, 'better', { better: best.name }) : say(open);
}

const toOutcome = (said: ReturnType<typeof inCart>) => (said === true ? 'applied' : said === false ? undefined : said);
