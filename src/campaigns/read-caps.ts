import { readDuration } from '../browser/read-duration.js';

/** Most showings that a cap may allow: so many of each campaign are remembered. */
export const MOST_SHOWINGS = 100;

/** At most so many showings, in a rolling time, on one page view, in one visit, or ever. */
export interface Cap {
  count: number;
  per: number | 'page' | 'session' | 'ever';
}

/**
 * `1/7d` (once in any seven days), `2/session`, `1/page`, `3` (three times ever); several with commas between them, all of
 * which hold. Undefined when any of it is not understood: a cap that is not understood must not allow more.
 */
export function readCaps(data: unknown): Cap[] | undefined {
  const caps: Cap[] = [];
  for (const text of (Array.isArray(data) ? data : String(data).split(',')) as unknown[]) {
    const [, digits, per = 'ever'] = /^(\d{1,9})(?:\s*\/\s*(\S+))?$/.exec(String(text).trim()) ?? [];
    const time = per === 'page' || per === 'session' || per === 'ever' ? per : readDuration(per);
    if (digits === undefined || time === undefined || time === 0) return undefined;
    caps.push({ count: Math.min(Number(digits), MOST_SHOWINGS), per: time });
  }
  return caps.length ? caps : undefined;
}
