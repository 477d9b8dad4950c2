import { uuid } from '../events/uuid.js';
import { isRefusal, overAs } from '../store/incentive-life.js';
import type { GrantedIncentive, IncentiveEvent, Refusal } from '../store/incentive-life.js';
import { stepIncentive, $incentive } from '../store/incentives.js';
import { noteShopTime, shopNow } from '../store/shop-time.js';
import type { Incentive } from './incentive.js';
import { readOffer } from './read-offer.js';

const ANSWER_WITHIN_MS = 10_000;
/** Another tab's question may take as long as ours. */
const LONGEST_WAIT_MS = 12_000;

/** `true`: it is there. `offline`: nobody has answered, so it can be asked again. Else the shop's reason why there is none. */
export type Obtained = true | 'offline' | Refusal;

export interface ObtainOptions {
  /** For tests: the device's own by default. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  step?: (event: IncentiveEvent) => boolean;
  granted?: () => GrantedIncentive | undefined;
  lock?: <T>(name: string, task: () => Promise<T>) => Promise<T>;
  now?: () => number;
  note?: (serverAt: number) => void;
  makeToken?: () => string;
}

/**
 * Gets what the shop gives for an incentive that the shopper has. Asked again, after a lost answer or in another tab, it gets the
 * same: the token that the server knows it by is kept before the question is sent, and all tabs ask one after another.
 */
export async function obtainCode(incentive: Incentive, options: ObtainOptions = {}): Promise<Obtained> {
  const { id, code } = incentive;
  const {
    fetch = (url, init) => globalThis.fetch(url, init),
    step = (event) => stepIncentive(id, event),
    granted = () => $incentive(id).get(),
    lock = inOneLine,
    now = shopNow,
    note = noteShopTime,
    makeToken = uuid,
  } = options;
  if (!code || code.from === 'static') return true;

  function has(): Obtained | undefined {
    const known = granted();
    const over = known && overAs(known, now());
    if (!known || over) return over ?? 'unknown';
    return known.code !== undefined || known.offer !== undefined || undefined;
  }

  async function ask(url: string): Promise<Obtained> {
    // Another tab may have written a moment ago: a step reads what stands on the device.
    step({ type: 'ask', token: makeToken(), at: now() });
    const had = has();
    if (had !== undefined) return had;
    let answer: Record<string, unknown>;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ id, token: granted()!.token }),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      if (response.status >= 500 || response.status === 429) return 'offline';
      // Not the `Date` of an answer that a cache has kept.
      note(response.headers.has('Age') ? NaN : Date.parse(response.headers.get('Date') ?? ''));
      answer = Object(await response.json()) as Record<string, unknown>;
    } catch {
      return 'offline';
    }
    note(Number(answer.serverTime ?? NaN));
    return take(answer);
  }

  function take({ code: given, offer, until, reason }: Record<string, unknown>): Obtained {
    const at = now();
    if (code?.from === 'signed') {
      const claims = readOffer(offer);
      if (claims?.id === id)
        step({ type: 'receive', offer: offer as string, code: claims.code, endsAt: claims.endsAt, at });
    } else if (typeof given === 'string' && given) {
      const endsAt = until === undefined ? undefined : Number(until);
      // A reservation whose end cannot be read would outlive it.
      if (endsAt === undefined || Number.isFinite(endsAt)) step({ type: 'receive', code: given, endsAt, at });
    }
    return has() ?? (isRefusal(reason) ? reason : 'unknown');
  }

  return has() ?? lock(`cuekit:incentive:${id}`, () => ask(code.url));
}

/** Over all tabs; at once where the browser has no locks (a page without TLS), or another tab hangs. */
async function inOneLine<T>(name: string, task: () => Promise<T>): Promise<T> {
  let started = false;
  const run = () => {
    started = true;
    return task();
  };
  try {
    return (await navigator.locks.request(name, { signal: AbortSignal.timeout(LONGEST_WAIT_MS) }, run)) as T;
  } catch (error) {
    if (started) throw error;
    return run();
  }
}
