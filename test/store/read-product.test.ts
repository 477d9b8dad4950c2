import { expect } from 'chai';
import fc from 'fast-check';
import { readProduct } from '../../src/store/read-product.js';

describe('reading a product out of foreign data', () => {
  const whole = {
    id: 'a',
    name: 'Teapot',
    currency: 'EUR',
    brand: 'Brand',
    category: 'Kitchen > Teapots',
    variant: 'Blue',
    availability: 'InStock',
    sku: 'S',
    gtin: '4006381333931',
    mpn: 'M',
    price: 12.5,
    listPrice: 20,
    url: 'https://shop.example/teapot',
    image: 'https://shop.example/teapot.jpg',
  };

  it('keeps all that a product has', () => {
    expect(readProduct(whole)).to.deep.equal(whole);
    expect(readProduct(JSON.parse(JSON.stringify(whole)))).to.deep.equal(whole);
  });

  it('gives the same text for the same product, in whatever order its fields come', () => {
    const turned = Object.fromEntries(Object.entries(whole).reverse());
    expect(JSON.stringify(readProduct(turned))).to.equal(JSON.stringify(readProduct(whole)));
  });

  it('leaves out what is of another kind', () => {
    const data = { ...whole, name: 7, price: '12.5', listPrice: NaN, brand: null, image: 'javascript:1', extra: 1 };
    const product = readProduct(data);
    expect(product).to.not.have.any.keys('name', 'price', 'listPrice', 'brand', 'image', 'extra');
    expect(product).to.include({ id: 'a', currency: 'EUR' });
  });

  it('wants the id that is asked for', () => {
    expect(readProduct(whole, 'a')).to.deep.equal(whole);
    expect(readProduct(whole, 'b')).to.equal(undefined);
  });

  it('takes anything without a fault', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const product = readProduct(data);
        if (product) expect(product.id).to.be.a('string').and.not.equal('');
      }),
    );
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });
});
