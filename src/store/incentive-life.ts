import { isInstant } from './is-instant.js';

/** Why a shop does not take an incentive, or the shopper does not. */
export type Refusal =
  | 'ended'
  | 'used'
  /** The shop has given away all that there were, or does not know this one any more. */
  | 'gone'
  | 'minimum'
  | 'products'
  /** Another one is in the cart, and they cannot be used together. */
  | 'stacking'
  /** The shopper does not want it. */
  | 'returned'
  | 'unknown';

/** How an incentive came to its end. */
export type Over = 'used' | 'gone' | 'returned' | 'ended';

/** An incentive that was given to the shopper on this device. */
export interface GrantedIncentive {
  grantedAt: number;
  /** When it is over, in milliseconds since 1970; it may come nearer, and never moves away. */
  endsAt?: number;
  /** The latest time at which it was looked at: a clock that is put back does not lengthen anything. */
  knownAt: number;
  revealedAt?: number;
  copiedAt?: number;
  /** When the shop has last taken it into the cart, or refused it there. */
  appliedAt?: number;
  refusal?: { reason: Refusal; at: number };
  /** For good. */
  over?: { as: Over; at: number };
  /** By which the shop's server knows that it is asked again, and not for another one. */
  token?: string;
  /** What the shop has given for it. Gone when it is over. */
  code?: string;
  /** What the shop's server has signed, as it came. Gone likewise. */
  offer?: string;
}

/** What happens to an incentive. */
export type IncentiveEvent = { at: number } & (
  | { type: 'grant'; endsAt?: number | undefined }
  | { type: 'reveal' | 'copy' | 'apply' | 'redeem' | 'expire' | 'look' }
  | { type: 'refuse'; reason: Refusal }
  | { type: 'ask'; token: string }
  | { type: 'receive'; code?: string | undefined; offer?: string | undefined; endsAt?: number | undefined }
);

const refusals: Readonly<Record<Refusal, Over | false>> = {
  ended: 'ended',
  used: 'used',
  gone: 'gone',
  minimum: false,
  products: false,
  stacking: false,
  returned: 'returned',
  unknown: false,
};

/** Whether this is a reason that is known. */
export const isRefusal = (data: unknown): data is Refusal => typeof data === 'string' && Object.hasOwn(refusals, data);

/** The time that counts for an incentive: never earlier than what it has seen. */
const timeOf = ({ knownAt }: GrantedIncentive, now: number): number => Math.max(knownAt, now);

/** How an incentive has ended, if it has. */
export function overAs(granted: GrantedIncentive, now: number): Over | undefined {
  return granted.over?.as ?? (timeOf(granted, now) >= (granted.endsAt ?? Infinity) ? 'ended' : undefined);
}

/** How long it still lasts, in milliseconds; Infinity without an end, 0 when it is over. */
export function leftMs(granted: GrantedIncentive, now: number): number {
  return overAs(granted, now) ? 0 : (granted.endsAt ?? Infinity) - timeOf(granted, now);
}

/** What the shop has said last of the cart: `true` if it has taken it, the reason if it has not. */
export function inCart({ appliedAt = -Infinity, refusal }: GrantedIncentive): Refusal | boolean {
  return refusal && refusal.at > appliedAt ? refusal.reason : appliedAt > -Infinity;
}

/**
 * The incentive after what has happened, and the same one if that changes nothing: what is not granted cannot be used, what is over
 * stays over, and each step is taken once.
 */
export function live(granted: GrantedIncentive | undefined, event: IncentiveEvent): GrantedIncentive | undefined {
  const { type, at } = event;
  if (!granted) return type === 'grant' ? begin(at, event.endsAt) : undefined;
  const now = timeOf(granted, at);
  const next = { ...granted, knownAt: now };
  // The shop knows better than this page's clock: an order in the last second counts.
  if (type === 'redeem') return granted.over?.as === 'used' ? granted : finish(next, 'used', now);
  if (granted.over) return granted;
  if (overAs(granted, now))
    return type === 'expire' || type === 'refuse' ? finish(next, 'ended', now) : type === 'look' ? next : granted;
  switch (type) {
    case 'grant':
    case 'expire':
      return granted;
    case 'reveal':
      return granted.revealedAt === undefined ? { ...next, revealedAt: now } : granted;
    case 'copy':
      return granted.copiedAt === undefined ? { ...next, copiedAt: now } : granted;
    case 'apply':
      return inCart(granted) === true ? granted : { ...next, appliedAt: after(now, granted) };
    case 'refuse': {
      const as = refusals[event.reason];
      if (as) return finish(next, as, now);
      if (inCart(granted) === event.reason) return granted;
      return { ...next, refusal: { reason: event.reason, at: after(now, granted) } };
    }
    case 'ask':
      return granted.token ? granted : { ...next, token: event.token };
    case 'receive':
      return mergeGranted(next, {
        ...next,
        ...(event.code !== undefined && { code: event.code }),
        ...(event.offer !== undefined && { offer: event.offer }),
        ...(event.endsAt !== undefined && { endsAt: event.endsAt }),
      });
    case 'look':
      return next;
  }
}

const begin = (at: number, endsAt: number | undefined): GrantedIncentive | undefined =>
  endsAt !== undefined && endsAt <= at
    ? undefined
    : { grantedAt: at, knownAt: at, ...(endsAt !== undefined && { endsAt }) };

/** What is said later counts, whatever the clock says. */
const after = (now: number, { appliedAt, refusal }: GrantedIncentive): number =>
  Math.max(now, (appliedAt ?? -Infinity) + 1, (refusal?.at ?? -Infinity) + 1);

function finish({ code: _, offer: __, token: ___, ...rest }: GrantedIncentive, as: Over, at: number): GrantedIncentive {
  return { ...rest, over: { as, at } };
}

/** What is over in one is over in both, and the nearer end counts. */
export function mergeGranted(a: GrantedIncentive, b: GrantedIncentive): GrantedIncentive {
  const over = worse(a.over, b.over);
  const text = (key: 'token' | 'code' | 'offer') => (over ? undefined : least(a[key], b[key]));
  return plain({
    grantedAt: Math.min(a.grantedAt, b.grantedAt),
    endsAt: least(a.endsAt, b.endsAt),
    knownAt: Math.max(a.knownAt, b.knownAt),
    revealedAt: least(a.revealedAt, b.revealedAt),
    copiedAt: least(a.copiedAt, b.copiedAt),
    appliedAt: a.appliedAt === undefined ? b.appliedAt : Math.max(a.appliedAt, b.appliedAt ?? -Infinity),
    refusal: later(a.refusal, b.refusal),
    over,
    token: text('token'),
    code: text('code'),
    offer: text('offer'),
  });
}

const least = <T extends number | string>(a: T | undefined, b: T | undefined): T | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

const ranks: readonly Over[] = ['used', 'gone', 'returned', 'ended'];

function worse(a: GrantedIncentive['over'], b: GrantedIncentive['over']): GrantedIncentive['over'] {
  if (!a || !b) return a ?? b;
  if (a.as !== b.as) return ranks.indexOf(a.as) < ranks.indexOf(b.as) ? a : b;
  return a.at <= b.at ? a : b;
}

function later(a: GrantedIncentive['refusal'], b: GrantedIncentive['refusal']): GrantedIncentive['refusal'] {
  if (!a || !b) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return a.reason <= b.reason ? a : b;
}

/** Without what is not there; in one order, so that what is the same reads the same. */
function plain(fields: { [K in keyof GrantedIncentive]: GrantedIncentive[K] | undefined }): GrantedIncentive {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as unknown as GrantedIncentive;
}

const instants = ['endsAt', 'revealedAt', 'copiedAt', 'appliedAt'] as const;
const texts = ['token', 'code', 'offer'] as const;

/** A granted incentive out of stored data, which anybody may have written. An end that cannot be read makes it none at all. */
export function readGranted(data: unknown): GrantedIncentive | undefined {
  const stored = (data ?? {}) as Record<string, unknown>;
  const { grantedAt, knownAt } = stored;
  if (!isInstant(grantedAt) || !isInstant(knownAt)) return undefined;
  if (instants.some((key) => stored[key] !== undefined && !isInstant(stored[key]))) return undefined;
  const over = (stored.over ?? undefined) as Partial<NonNullable<GrantedIncentive['over']>> | undefined;
  if (over && !(ranks.includes(over.as!) && isInstant(over.at))) return undefined;
  const refusal = (stored.refusal ?? undefined) as GrantedIncentive['refusal'];
  const [endsAt, revealedAt, copiedAt, appliedAt] = instants.map((key) => stored[key] as number | undefined);
  const [token, code, offer] = texts.map((key) => (typeof stored[key] === 'string' && !over ? stored[key] : undefined));
  return plain({
    grantedAt,
    endsAt,
    knownAt,
    revealedAt,
    copiedAt,
    appliedAt,
    refusal:
      refusal && isRefusal(refusal.reason) && isInstant(refusal.at)
        ? { reason: refusal.reason, at: refusal.at }
        : undefined,
    over: over && { as: over.as!, at: over.at! },
    token,
    code,
    offer,
  });
}
