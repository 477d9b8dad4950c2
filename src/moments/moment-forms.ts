import { readDuration } from '../browser/read-duration.js';
import { isSelector } from './is-selector.js';

/** What may stand in a moment's parentheses. */
interface Form {
  /** Makes options of it; undefined when it is not understood. Without this, nothing may stand there. */
  read?(argument: string): object | undefined;
  /** Something has to. */
  needed?: true;
}

function numbered(name: string, least: number, argument: string): object | undefined {
  return +argument >= least && +argument < Infinity ? { [name]: +argument } : undefined;
}

function lasting(argument: string): { ms: number } | undefined {
  const ms = readDuration(argument);
  return ms === undefined ? undefined : { ms };
}

const selecting = (selector: string) => (isSelector(selector) ? { selector } : undefined);

/** The last word may say `first`: of the first visit of this browser, not of this one. */
function arriving(argument: string, read: (text: string) => object): object {
  const [, text = '', first] = /^(.*?)(?:(?:^|\s+)(first))?$/s.exec(argument)!;
  return { ...(text && read(text)), ...(first && { of: 'first' }) };
}

function dwelling(argument: string): object | undefined {
  const [, time = '', scope = 'page'] = /^(\S+)(?:\s+(page|session|all))?$/.exec(argument) ?? [];
  const lasts = lasting(time);
  return lasts && { ...lasts, scope };
}

function deep(argument: string): object | undefined {
  const [, number, percent] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(argument) ?? [];
  const depth = number === undefined ? NaN : +number / (percent ? 100 : 1);
  return depth > 0 && depth <= 1 ? { depth } : undefined;
}

function utm(text: string): object {
  const [, name, value] = /^(?:utm_)?(source|medium|campaign|term|content)(?:\s*=\s*(.+))?$/s.exec(text) ?? [];
  return name === undefined ? { value: text } : { name, ...(value !== undefined && { value }) };
}

/** All moments but those after facts, by their names. */
export const momentForms: Readonly<Record<string, Form>> = {
  'cart-contains': { needed: true, read: (of) => ({ of }) },
  'cart-count': { needed: true, read: (text) => numbered('count', 1, text) },
  'cart-unchanged': { read: lasting },
  'cart-value': { needed: true, read: (text) => numbered('value', 0, text) },
  click: { needed: true, read: selecting },
  copy: {},
  dwell: { read: dwelling },
  'end-of-reviews': { read: selecting },
  event: { needed: true, read: (name) => ({ name }) },
  'exit-intent': {},
  hesitation: { read: (text) => numbered('score', 0.1, text) },
  idle: { read: lasting },
  'in-view': { needed: true, read: selecting },
  landing: { needed: true, read: (text) => arriving(text, (path) => ({ path })) },
  'nth-page': { read: (text) => numbered('page', 1, text) },
  'nth-session': { read: (text) => numbered('session', 1, text) },
  'page-view': {},
  'price-drop': {},
  referrer: { read: (text) => arriving(text, (host) => ({ host })) },
  'return-with-cart': {},
  'return-with-wishes': {},
  'returning-visitor': {},
  'scroll-depth': { read: deep },
  'scroll-up': {},
  utm: { read: (text) => arriving(text, utm) },
};
