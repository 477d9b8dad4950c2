import type { Forms } from './form.js';
import { asTime } from './read-argument.js';

function dwelling(argument: string): object | undefined {
  const [time = '', scope = 'page', ...more] = argument.split(/\s+/);
  const lasts = asTime(time);
  return lasts && !more.length && /^(page|session|all)$/.test(scope) ? { ...lasts, scope } : undefined;
}

function deep(argument: string): object | undefined {
  const depth = argument.endsWith('%') ? +argument.slice(0, -1) / 100 : +argument;
  return depth > 0 && depth <= 1 ? { depth } : undefined;
}

/** How what a shopper does on a page is written. */
export const pageForms: Forms = {
  dwell: { read: dwelling },
  'exit-intent': {},
  idle: { read: asTime },
  'page-view': {},
  'scroll-depth': { read: deep },
  'scroll-up': {},
};
