import { expect } from 'chai';
import fc from 'fast-check';
import { productDetail, toItem } from '../../src/events/to-items.js';

describe('a product as GA4’s item', () => {
  it('has all that is known, under GA4’s names', () => {
    const product = {
      id: 'a',
      name: 'Teapot',
      brand: 'Brand',
      variant: 'Blue',
      price: 10.1,
      listPrice: 12.35,
      category: 'A > B > C > D > E > F',
    };
    expect(toItem(product, 2)).to.deep.equal({
      item_id: 'a',
      quantity: 2,
      item_name: 'Teapot',
      item_brand: 'Brand',
      item_variant: 'Blue',
      price: 10.1,
      discount: 2.25,
      item_category: 'A',
      item_category2: 'B',
      item_category3: 'C',
      item_category4: 'D',
      item_category5: 'E',
    });
  });

  it('has nothing that is not known', () => {
    expect(toItem({ id: 'a' })).to.deep.equal({ item_id: 'a', quantity: 1 });
    expect(productDetail({ id: 'a' }, { from: 'code' })).to.deep.equal({
      product: { id: 'a' },
      items: [{ item_id: 'a', quantity: 1 }],
      cause: { from: 'code' },
    });
  });

  it('has a price of nought, and no discount that is none', () => {
    expect(toItem({ id: 'a', price: 0, listPrice: 5 })).to.include({ price: 0, discount: 5 });
    expect(toItem({ id: 'a', price: 5, listPrice: 5 })).to.not.have.property('discount');
    expect(toItem({ id: 'a', price: 5, listPrice: 4 })).to.not.have.property('discount');
    expect(productDetail({ id: 'a', price: 0, currency: 'EUR' }, { from: 'code' })).to.include({
      value: 0,
      currency: 'EUR',
    });
  });

  it('is worth its price times its number of pieces, without the drift of binary fractions', () => {
    const detail = productDetail({ id: 'a', price: 0.7, currency: 'EUR' }, { from: 'code' }, 3);
    expect(detail).to.include({ value: 2.1 });
    expect(detail.items).to.deep.equal([{ item_id: 'a', quantity: 3, price: 0.7 }]);
  });

  it('has a discount without the drift of binary fractions', () => {
    const cents = fc.integer({ min: 0, max: 1e7 });
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        const [price, listPrice] = [Math.min(a, b) / 100, Math.max(a, b) / 100];
        const { discount = 0 } = toItem({ id: 'a', price, listPrice });
        expect(Math.round(discount * 100)).to.equal(Math.abs(a - b));
        expect(String(discount)).to.match(/^\d+(\.\d{1,2})?$/);
      }),
    );
  });
});
