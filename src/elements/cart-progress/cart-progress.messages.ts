export const messages = {
  bar: 'Cart',
  start: '{rewards} from {amount}',
  missing: '{amount} to {rewards}',
  reached: 'You have {rewards}',
  reachedAndMissing: 'You have {rewards}. {amount} to {next}',
  value: '{amount} of {goal}',
  discount: 'a discount',
  'free-shipping': 'free shipping',
  gift: 'a gift',
  'free-trial': 'a free trial',
  'gated-content': 'something extra',
};
