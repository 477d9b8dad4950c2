export const messages = {
  move: 'Move to cart',
  moveNamed: 'Move to cart: {name}',
  moved: '{name} is in your cart.',
  chooseOptions: 'Choose options',
  chooseOptionsNamed: 'Choose options: {name}',
  'sold-out': 'This is sold out.',
  'quantity-limit': 'No more of these can be ordered.',
  'variant-missing': 'Please choose options first.',
  'rate-limited': 'That was too fast. Please try again in a moment.',
  'session-expired': 'Your session is over. Please load the page again.',
  offline: 'There is no connection. Please try again.',
};
