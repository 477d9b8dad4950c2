import { expect } from 'chai';
import { asNow } from '../../../src/elements/wishlist/as-now.js';
import type { Product } from '../../../src/events/product.js';

const then: Product = {
  id: 'a',
  name: 'Old name',
  price: 5,
  listPrice: 8,
  currency: 'EUR',
  image: 'https://a.example/',
};

describe('a product as it is now', () => {
  it('is as it was where nothing else is known', () => {
    expect(asNow(then, undefined)).to.equal(then);
  });

  it('has its new price with its currency, and not the old price before', () => {
    expect(asNow(then, { id: 'a', price: 4, currency: 'USD' })).to.deep.equal({
      id: 'a',
      name: 'Old name',
      price: 4,
      currency: 'USD',
      image: 'https://a.example/',
    });
  });

  it('keeps its prices where only other things are known', () => {
    expect(asNow(then, { id: 'a', name: 'New name', availability: 'InStock' })).to.deep.equal({
      ...then,
      name: 'New name',
      availability: 'InStock',
    });
  });
});
