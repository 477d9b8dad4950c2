import type { ArgTypes } from '@storybook/web-components-vite';

const descriptions = {
  'product-id': 'The product: its number in the shop.',
  name: 'Its name, for the button’s label and the list.',
  price: 'Its price as a decimal number.',
  currency: 'The currency as an ISO 4217 code: EUR.',
  'list-price': 'What it cost before, when it is on sale.',
  url: 'Its page.',
  image: 'Its picture.',
  variant: 'What tells it from its siblings: size, colour.',
  brand: 'Who makes it.',
  category: 'Where the shop files it.',
  availability: 'InStock, OutOfStock, PreOrder … as in schema.org.',
  sku: 'The shop’s stock keeping unit.',
  gtin: 'The number under its bar code.',
  mpn: 'Its maker’s number.',
};

/** Controls for the attributes by which an element says which product it stands for. The manifest knows no property behind them. */
export function productArgTypes(): ArgTypes {
  return Object.fromEntries(
    Object.entries(descriptions).map(([name, description]) => [
      name,
      { name, description, control: 'text', table: { category: 'product attributes', type: { summary: 'string' } } },
    ]),
  );
}
