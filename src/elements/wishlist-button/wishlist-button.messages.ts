export const messages = {
  add: 'Add {name} to wishlist',
  addUnnamed: 'Add to wishlist',
  visible: '{label} {count}',
  labelled: '{label}: {name}',
  counted: '{text}, wishes: {count}',
  failed: 'That did not work. Please try again.',
};
