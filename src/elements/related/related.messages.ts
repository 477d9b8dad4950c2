export const messages = {
  title: 'You may also like',
  was: 'Before: {price}',
};
