export const messages = {
  empty: 'Nothing here yet. Press the heart on a product to keep it.',
  remove: 'Remove {name} from wishlist',
  removed: '{name} removed.',
  restored: '{name} is back.',
  undo: 'Undo',
  undoNamed: 'Undo: keep {name}',
  failed: 'That did not work. Please try again.',
  was: 'Before: {price}',
};
