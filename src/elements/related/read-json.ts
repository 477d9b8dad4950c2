import { warnOnce } from '../../browser/report.js';

/** What an attribute holds as JSON; `undefined` where it is none, which is told. */
export function readJson(text: string | null, attribute: string): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    warnOnce(`<cue-related>: “${attribute}” is no JSON: ${String(error)}`);
    return undefined;
  }
}
