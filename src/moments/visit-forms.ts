import type { Forms } from './form.js';
import { asNumber } from './read-argument.js';

/** The last word may say `first`: of the first visit of this browser, not of this one. */
function arriving(argument: string, read: (text: string) => object): object {
  const [, text = '', first] = /^(.*?)(?:(?:^|\s+)(first))?$/s.exec(argument)!;
  return { ...(text && read(text)), ...(first && { of: 'first' }) };
}

function utm(text: string): object {
  const [, name, value] = /^(?:utm_)?(source|medium|campaign|term|content)(?:\s*=\s*(.+))?$/s.exec(text) ?? [];
  return name === undefined ? { value: text } : { name, ...(value !== undefined && { value }) };
}

/** `3`: of any; `3 category`: of one category. */
function products(text: string): object | undefined {
  const [number = '', of, ...more] = text.split(/\s+/);
  if (more.length || (of !== undefined && of !== 'category')) return undefined;
  const count = asNumber('product', 1, number);
  return count && { ...count, ...(of && { of }) };
}

/** How what is known of a visit is written. */
export const visitForms: Forms = {
  landing: { needed: true, read: (text) => arriving(text, (path) => ({ path })) },
  'nth-page': { read: (text) => asNumber('page', 1, text) },
  'nth-product': { read: products },
  'nth-session': { read: (text) => asNumber('session', 1, text) },
  referrer: { read: (text) => arriving(text, (host) => ({ host })) },
  'returning-visitor': {},
  utm: { read: (text) => arriving(text, utm) },
};
