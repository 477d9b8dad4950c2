import type { Clock } from '../browser/clock.js';
import type { Arrival, Past, Visit } from '../store/journey.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { onVisit } from './on-visit.js';

export interface ArrivalOptions {
  /** How this visit began (by default), or the first one of this browser. */
  of?: 'session' | 'first';
  clock?: Clock;
}

function arrivalOf(of: ArrivalOptions['of'], visit: Visit, past: Past | undefined): Arrival {
  return (of === 'first' && past?.first) || visit.arrival;
}

/**
 * The shopper came by a link on another site.
 *
 * @param options `host`: a part of its name, `google`; without it, any
 */
export function onReferrer(callback: NoticedCallback, options: ArrivalOptions & { host?: string } = {}): Stop {
  const { host = '', of = 'session', clock } = options;
  return onVisit(
    callback,
    'referrer',
    (visit, past) => {
      const { referrer } = arrivalOf(of, visit, past);
      return referrer && referrer.includes(host.toLowerCase()) ? { referrer, of } : undefined;
    },
    clock,
  );
}

/**
 * The shopper came by an address with campaign parameters.
 *
 * @param options `name`: which of them, without its `utm_`; `value`: what it has to be, in either case; without them, any
 */
export function onUtm(
  callback: NoticedCallback,
  options: ArrivalOptions & { name?: string; value?: string } = {},
): Stop {
  const { name, value, of = 'session', clock } = options;
  return onVisit(
    callback,
    'utm',
    (visit, past) => {
      const { utm } = arrivalOf(of, visit, past);
      const found = Object.entries(utm).some(
        ([key, text]) =>
          (name === undefined || key === name) && (value === undefined || text.toLowerCase() === value.toLowerCase()),
      );
      return found ? { utm, of } : undefined;
    },
    clock,
  );
}

/**
 * The shopper landed on a certain page.
 *
 * @param options `path`: the page's path; with a `*` at its end, all that begin like it
 */
export function onLanding(callback: NoticedCallback, options: ArrivalOptions & { path?: string } = {}): Stop {
  const { path = '*', of = 'session', clock } = options;
  return onVisit(
    callback,
    'landing',
    (visit, past) => {
      const { path: landed } = arrivalOf(of, visit, past);
      const fits = path.endsWith('*') ? landed.startsWith(path.slice(0, -1)) : landed === path;
      return fits ? { path: landed, of } : undefined;
    },
    clock,
  );
}
