export const messages = {
  cheaper: '{amount} less since you saved it',
  backInStock: 'Back in stock',
  fewLeft: 'Few left',
  soldOut: 'Sold out',
};
