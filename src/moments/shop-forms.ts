import type { Forms } from './form.js';
import { asNumber, asTime } from './read-argument.js';

/** How what is known of the cart and of wishes is written. */
export const shopForms: Forms = {
  'cart-contains': { needed: true, read: (of) => ({ of }) },
  'cart-count': { needed: true, read: (text) => asNumber('count', 1, text) },
  'cart-unchanged': { read: asTime },
  'cart-value': { needed: true, read: (text) => asNumber('value', 0, text) },
  'price-drop': {},
  'return-with-cart': {},
  'return-with-wishes': {},
};
