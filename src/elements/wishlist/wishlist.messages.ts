export const messages = {
  title: 'Wishlist',
  count: { one: 'Wishlist, {count} product', other: 'Wishlist, {count} products' },
  close: 'Close',
};
