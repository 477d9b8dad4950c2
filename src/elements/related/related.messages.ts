export const messages = {
  title: 'You may also like',
  was: 'Before: {price}',
  viewed: 'Because you looked at {name}',
  wished: 'Because you wished for {name}',
  cart: 'Goes with {name} in your cart',
};
