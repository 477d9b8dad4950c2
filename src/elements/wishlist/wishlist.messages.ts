export const messages = {
  title: 'Wishlist',
  count: { one: 'Wishlist, {count} product', other: 'Wishlist, {count} products' } as Record<string, string>,
  empty: 'Nothing here yet. Press the heart on a product to keep it.',
  close: 'Close',
  remove: 'Remove {name} from wishlist',
  removed: '{name} removed.',
  restored: '{name} is back.',
  undo: 'Undo',
  undoNamed: 'Undo: keep {name}',
  failed: 'That did not work. Please try again.',
  was: 'Before: {price}',
};
