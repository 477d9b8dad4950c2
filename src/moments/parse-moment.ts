import { nearestNames } from '../browser/nearest-names.js';
import { readOptions, splitMoment } from './form.js';
import type { Forms } from './form.js';
import { heardForms } from './heard-forms.js';
import { hesitationForms } from './hesitation-forms.js';
import { lookForms } from './look-forms.js';
import { pageForms } from './page-forms.js';
import { shopForms } from './shop-forms.js';
import { visitForms } from './visit-forms.js';

const forms: Forms = {
  ...pageForms,
  ...lookForms,
  ...visitForms,
  ...shopForms,
  ...hesitationForms,
  ...heardForms,
};

/** How those that take an argument are written. */
const examples: Readonly<Record<string, string>> = {
  'cart-contains': 'the id, the category or the brand of a product: cart-contains(T-1)',
  'cart-count': 'a number of pieces: cart-count(3)',
  'cart-unchanged': 'a time: cart-unchanged(10m)',
  'cart-value': 'an amount in the cart’s currency: cart-value(50)',
  click: 'a selector: click(.help)',
  dwell: 'a time, and of what: dwell(30s), dwell(2m session), dwell(10m all)',
  'end-of-reviews': 'a selector, or nothing: end-of-reviews, end-of-reviews(.reviews)',
  event: 'the name of an event: event(size-chosen)',
  hesitation: 'a score, or nothing: hesitation, hesitation(6)',
  idle: 'a time: idle(30s)',
  'in-view': 'a selector: in-view(#reviews)',
  landing: 'a path: landing(/sale), landing(/sale/*), landing(/sale first)',
  'nth-page': 'a number from 1: nth-page(3)',
  'nth-product': 'a number from 1, and of what: nth-product(3), nth-product(3 category)',
  'nth-session': 'a number from 1: nth-session(2)',
  'scroll-depth': 'a part of the page: scroll-depth(50%)',
};

/** All moments: those that can be noticed, and after each fact one. */
export const momentNames: readonly string[] = Object.keys(forms);

/** A moment as a campaign declares it; where it is none, what is wrong, with the names that may be meant. */
export function parseMoment(text: string): { name: string; argument?: string } | { problem: string } {
  const moment = splitMoment(text);
  if (moment.name !== undefined && readOptions(forms, moment.name, moment.argument))
    return { name: moment.name, ...(moment.argument !== undefined && { argument: moment.argument }) };
  const name = moment.name ?? text.split('(')[0]!.trim();
  if (momentNames.includes(name)) {
    const example = Object.hasOwn(examples, name) ? `takes ${examples[name]!}` : 'takes nothing in parentheses';
    return { problem: `the moment “${name}” ${example}; not understood: “${text}”` };
  }
  const near = nearestNames(name.replaceAll(/[\s_]+/g, '-'), momentNames).map((other) => `“${other}”`);
  return { problem: `“${text}” is no moment${near.length ? `; did you mean ${near.join(' or ')}?` : ''}` };
}
