import { factNames } from '../events/vocabulary.js';
import type { Form, Forms } from './form.js';
import { asSelector } from './is-selector.js';

/** How events are written; after each fact there is a moment: `after-add-to-cart`. */
export const heardForms: Forms = {
  ...Object.fromEntries(factNames.map((fact): [string, Form] => [`after-${fact.replaceAll('_', '-')}`, {}])),
  click: { needed: true, read: asSelector },
  event: { needed: true, read: (name) => ({ name }) },
};
