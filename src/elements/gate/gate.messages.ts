export const messages = {
  pending: 'One moment …',
  offline: 'No answer came. Please try again.',
  refused: 'The shop did not give it out.',
  again: 'Try again',
  open: 'Open it',
};
