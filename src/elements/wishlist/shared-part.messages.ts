export const messages = {
  title: 'A wishlist that was shared with you',
  named: 'Shared with you: {name}',
  unreadable: 'This link holds no wishlist that can be read. Perhaps a part of it was lost.',
  count: { one: '{count} product', other: '{count} products' },
  addAll: 'Add all to mine',
  add: 'Add to mine',
  addNamed: 'Add to mine: {name}',
  added: 'On your list',
  addedNamed: 'On your list: {name}',
  done: '{name} is on your wishlist.',
  allDone: { one: '{count} product is on your wishlist.', other: '{count} products are on your wishlist.' },
  mine: 'Show my wishlist',
};
