import type { Forms } from './form.js';
import { asSelector } from './is-selector.js';

/** How what a shopper looks at is written. */
export const lookForms: Forms = {
  copy: {},
  'end-of-reviews': { read: asSelector },
  'in-view': { needed: true, read: asSelector },
};
