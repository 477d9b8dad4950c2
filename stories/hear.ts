import { factNames } from '../src/events/vocabulary.js';

const names = [
  ...factNames.map((name) => `cue-${name.replaceAll('_', '-')}`),
  'cue-request-add-to-cart',
  'cue-request-add-to-list',
  'cue-request-add-to-wishlist',
  'cue-request-create-list',
  'cue-request-delete-list',
  'cue-request-newsletter-sign-up',
  'cue-request-remove-from-list',
  'cue-request-remove-from-wishlist',
  'cue-request-rename-list',
  'cue-request-review',
  'cue-request-share',
  'cue-request-sign-up',
  'cue-request-stock-alert-sign-up',
];

/** What a shop that listens on `target` hears from now on: requests and facts, in order. */
export function hear(target: EventTarget): CustomEvent[] {
  const heard: CustomEvent[] = [];
  for (const name of names) target.addEventListener(name, (event) => heard.push(event as CustomEvent));
  return heard;
}
