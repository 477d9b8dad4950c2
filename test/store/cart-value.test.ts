import { expect } from 'chai';
import { cartValue } from '../../src/store/cart-value.js';
import type { CartLine } from '../../src/store/cart.js';

const line = (quantity: number, price?: number, currency?: string, total?: number): CartLine => ({
  key: '',
  product: { id: 'a', ...(price !== undefined && { price }), ...(currency && { currency }) },
  quantity,
  ...(total !== undefined && { total }),
});

describe('the value of a cart', () => {
  it('is what the shop says, before what its lines say', () => {
    const lines = [line(2, 10, 'EUR', 15), line(1, 5, 'EUR')];
    expect(cartValue({ lines, total: 18, currency: 'EUR' })).to.deep.equal({ amount: 18, currency: 'EUR' });
    expect(cartValue({ lines, currency: 'EUR' })).to.deep.equal({ amount: 20, currency: 'EUR' });
    expect(cartValue({ lines })).to.deep.equal({ amount: 20, currency: 'EUR' });
  });

  it('is nought of an empty cart, of which the currency may be unknown', () => {
    expect(cartValue({ lines: [] })).to.deep.equal({ amount: 0 });
    expect(cartValue({ lines: [], currency: 'USD' })).to.deep.equal({ amount: 0, currency: 'USD' });
  });

  it('is unknown when a price is, or when prices are in several currencies', () => {
    expect(cartValue({ lines: [line(1, 5, 'EUR'), line(1)] })).to.equal(undefined);
    expect(cartValue({ lines: [line(1, 5, 'EUR'), line(1, 5, 'USD')] })).to.equal(undefined);
    expect(cartValue({ lines: [line(1, 5, 'EUR'), line(1, 5, 'USD')], total: 9 })).to.deep.equal({ amount: 9 });
    expect(cartValue({ lines: [line(1)], total: NaN })).to.equal(undefined);
  });
});
