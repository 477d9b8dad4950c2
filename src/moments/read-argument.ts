import { readDuration } from '../browser/read-duration.js';

/** A time: `30s`. */
export function asTime(argument: string): { ms: number } | undefined {
  const ms = readDuration(argument);
  return ms === undefined ? undefined : { ms };
}

/** A number, at least so great, under the name that the moment's function has for it. */
export function asNumber(name: string, least: number, argument: string): object | undefined {
  return +argument >= least && +argument < Infinity ? { [name]: +argument } : undefined;
}
