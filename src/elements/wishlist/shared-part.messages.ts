export const messages = {
  sharedTitle: 'A wishlist that was shared with you',
  sharedNamed: 'Shared with you: {name}',
  unreadable: 'This link holds no wishlist that can be read. Perhaps a part of it was lost.',
  sharedCount: { one: '{count} product', other: '{count} products' },
  addAll: 'Add all to mine',
  add: 'Add to mine',
  addNamed: 'Add to mine: {name}',
  added: 'On your list',
  addedNamed: 'On your list: {name}',
  nowMine: '{name} is on your wishlist.',
  allMine: { one: '{count} product is on your wishlist.', other: '{count} products are on your wishlist.' },
  mine: 'Show my wishlist',
};
