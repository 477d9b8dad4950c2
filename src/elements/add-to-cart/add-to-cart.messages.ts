import type { CartRefusal } from '../../cart/cart-adapter.js';

export const messages = {
  add: 'Add to cart',
  labelled: '{label}: {name}',
  soldOut: 'Sold out',
  it: 'It',
  quantity: 'Quantity',
  adding: 'Adding…',
  added: '{name} is in your cart.',
  addedUnnamed: 'It is in your cart.',
  view: 'View cart',
  'sold-out': '{name} is sold out.',
  'quantity-limit': 'There are not that many of {name}.',
  'variant-missing': 'Please choose which one first.',
  'rate-limited': 'That was a little fast. Please try again in a moment.',
  'session-expired': 'This page has been open for too long. Please reload it and try again.',
  offline: 'There is no connection to the shop. Please try again.',
  unknown: 'That did not work. Please try again.',
} satisfies Record<CartRefusal, string> & Record<string, string>;
