export const messages = {
  share: 'Share',
  title: 'Wishlist',
  copied: 'Link copied.',
  copiedSome: 'Link copied. It has the newest {count} products.',
  shared: 'Shared.',
  byHand: 'Copy this link',
};
