import { expect } from 'chai';
import { parseAvailability } from '../../src/product/parse-availability.js';

describe('availability', () => {
  const written: Record<string, string> = {
    'https://schema.org/InStock': 'InStock',
    'http://schema.org/OutOfStock': 'OutOfStock',
    'http://schema.org/SoldOut/': 'SoldOut',
    'schema:PreOrder': 'PreOrder',
    InStock: 'InStock',
    instock: 'InStock',
    ' in stock ': 'InStock',
    in_stock: 'InStock',
    out_of_stock: 'OutOfStock',
    oos: 'OutOfStock',
    preorder: 'PreOrder',
    pending: 'PreOrder',
    'available for order': 'BackOrder',
    LimitedAvailability: 'LimitedAvailability',
  };
  for (const [text, availability] of Object.entries(written))
    it(`reads ${JSON.stringify(text)}`, () => {
      expect(parseAvailability(text)).to.equal(availability);
    });

  it('does not interpret sentences, nor what is no text', () => {
    for (const value of ['', 'In stock from Monday', 'constructor', '__proto__', 1, true, null, undefined, {}])
      expect(parseAvailability(value)).to.equal(undefined);
  });
});
