export const messages = {
  title: 'Recently viewed',
  clear: 'Clear',
  clearNamed: 'Clear: forget what you looked at',
  cleared: 'Forgotten. What you look at from now on will be here again.',
};
