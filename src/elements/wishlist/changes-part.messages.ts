export const messages = {
  'price-drop': '{amount} less since you saved it',
  'back-in-stock': 'Back in stock',
  'low-stock': 'Few left',
  'sold-out': 'Sold out',
};
