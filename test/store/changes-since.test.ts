import { expect } from 'chai';
import fc from 'fast-check';
import type { Availability, Product } from '../../src/events/product.js';
import { changesSince } from '../../src/store/changes-since.js';

const teapot: Product = { id: 't1', price: 50, currency: 'EUR', availability: 'InStock' };
const kinds = (then: Product, now: Product) => changesSince(then, now).map(({ kind }) => kind);

describe('what has changed since a product was wished for', () => {
  it('a lower price, in money and as a part of the price then', () => {
    expect(changesSince(teapot, { ...teapot, price: 45 })).to.deep.equal([
      { kind: 'price-drop', amount: 5, percent: 10, currency: 'EUR' },
    ]);
    expect(changesSince({ ...teapot, price: 0.3 }, { ...teapot, price: 0.1 })).to.deep.include({
      kind: 'price-drop',
      amount: 0.2,
      percent: 67,
      currency: 'EUR',
    });
    expect(changesSince(teapot, { ...teapot, price: 0 })).to.deep.equal([
      { kind: 'price-drop', amount: 50, percent: 100, currency: 'EUR' },
    ]);
  });

  it('in the currency’s own smallest coin', () => {
    const yen = { ...teapot, currency: 'JPY' };
    expect(kinds(yen, { ...yen, price: 49.6 })).to.deep.equal([]);
    expect(changesSince(yen, { ...yen, price: 49.4 })).to.deep.include({
      kind: 'price-drop',
      amount: 1,
      percent: 2,
      currency: 'JPY',
    });
    const dinar = { ...teapot, currency: 'KWD' };
    expect(changesSince(dinar, { ...dinar, price: 49.998 })).to.deep.equal([
      { kind: 'price-drop', amount: 0.002, percent: 0, currency: 'KWD' },
    ]);
    expect(kinds(teapot, { ...teapot, price: 49.999 })).to.deep.equal([]);
    expect(kinds({ ...teapot, currency: 'EURO' }, { ...teapot, currency: 'EURO', price: 1 })).to.deep.equal([
      'price-drop',
    ]);
  });

  it('no news: a higher price, another currency, another product, what one of them does not say', () => {
    const { price: _, ...unpriced } = teapot;
    const { currency: __, ...bare } = teapot;
    for (const [then, now] of [
      [teapot, { ...teapot, price: 55 }],
      [teapot, teapot],
      [teapot, { ...teapot, price: 1, currency: 'USD' }],
      [teapot, { ...teapot, price: 1, id: 't2' }],
      [teapot, unpriced],
      [unpriced, teapot],
      [bare, { ...bare, price: 1 }],
      [teapot, { ...bare, price: 1 }],
      [teapot, { ...teapot, price: -1 }],
      [teapot, { ...teapot, price: NaN }],
    ] as [Product, Product][])
      expect(kinds(then, now), JSON.stringify([then, now])).to.deep.equal([]);
  });

  it('back in stock, few left, sold out: only where the shop says so', () => {
    const at = (then: Availability | undefined, now: Availability | undefined) =>
      kinds({ id: 'a', ...(then && { availability: then }) }, { id: 'a', ...(now && { availability: now }) });
    expect(at('OutOfStock', 'InStock')).to.deep.equal(['back-in-stock']);
    expect(at('SoldOut', 'OnlineOnly')).to.deep.equal(['back-in-stock']);
    expect(at('OutOfStock', 'LimitedAvailability')).to.deep.equal(['back-in-stock', 'low-stock']);
    expect(at('InStock', 'LimitedAvailability')).to.deep.equal(['low-stock']);
    expect(at(undefined, 'LimitedAvailability')).to.deep.equal(['low-stock']);
    expect(at('InStock', 'OutOfStock')).to.deep.equal(['sold-out']);
    expect(at(undefined, 'Discontinued')).to.deep.equal(['sold-out']);
    for (const [then, now] of [
      ['OutOfStock', 'SoldOut'],
      ['OutOfStock', 'PreOrder'],
      ['OutOfStock', 'BackOrder'],
      ['OutOfStock', undefined],
      [undefined, 'InStock'],
      ['InStock', undefined],
      ['LimitedAvailability', 'LimitedAvailability'],
      ['LimitedAvailability', 'InStock'],
      ['BackOrder', 'InStock'],
    ] as const)
      expect(at(then, now), `${then} → ${now}`).to.deep.equal([]);
  });

  it('says nothing of the price of what cannot be had', () => {
    expect(kinds(teapot, { ...teapot, price: 1, availability: 'SoldOut' })).to.deep.equal(['sold-out']);
  });

  it('whatever the two are, what it says is true', () => {
    const money = fc.oneof(
      fc.integer({ min: 0, max: 1e7 }).map((cents) => cents / 100),
      fc.double({ noNaN: false }),
    );
    const products = fc.record(
      {
        id: fc.constant('a'),
        price: money,
        currency: fc.constantFrom('EUR', 'USD', 'JPY', 'no currency'),
        availability: fc.constantFrom<Availability>('InStock', 'OutOfStock', 'LimitedAvailability', 'PreOrder'),
      },
      { requiredKeys: ['id'] },
    ) as fc.Arbitrary<Product>;
    fc.assert(
      fc.property(products, products, (then, now) => {
        expect(changesSince(then, then).filter(({ kind }) => kind !== 'sold-out')).to.deep.equal([]);
        for (const change of changesSince(then, now)) {
          if (change.kind === 'price-drop') {
            expect(now.price!).to.be.lessThan(then.price!);
            expect(change.amount).to.be.greaterThan(0);
            if (then.price! < 1e9) expect(change.amount).to.be.closeTo(then.price! - now.price!, 0.51);
            expect(change.currency === then.currency && change.currency === now.currency).to.equal(true);
          } else if (change.kind === 'back-in-stock') expect(then.availability).to.equal('OutOfStock');
          else if (change.kind === 'low-stock') expect(now.availability).to.equal('LimitedAvailability');
          else expect(now.availability).to.equal('OutOfStock');
        }
      }),
    );
  });
});
