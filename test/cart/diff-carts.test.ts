import { expect } from 'chai';
import fc from 'fast-check';
import { diffCarts } from '../../src/cart/diff-carts.js';
import { changeInCart, putInCart } from '../../src/cart/put-in-cart.js';
import type { CartLine } from '../../src/store/cart.js';

const line = (id: string, quantity: number, key = `k${id}`): CartLine => ({ key, product: { id }, quantity });
const diff = (before: CartLine[], after: CartLine[]) =>
  diffCarts({ lines: before }, { lines: after }).map(({ variant, quantity }) => `${quantity} ${variant}`);

describe('the difference between two carts', () => {
  it('is what came and what went', () => {
    expect(diff([line('a', 2), line('b', 1)], [line('a', 3), line('c', 1)])).to.have.members(['1 a', '-1 b', '1 c']);
  });

  it('counts lines of one variant together, whatever their keys', () => {
    expect(diff([line('a', 1, 'x'), line('a', 2, 'y')], [line('a', 3, 'z')])).to.deep.equal([]);
  });

  it('tells variants of one product apart', () => {
    const small = { ...line('a', 1), variantId: '1' };
    const large = { ...line('a', 1), variantId: '2' };
    expect(diffCarts({ lines: [small] }, { lines: [large] })).to.have.length(2);
  });

  it('has the product as it is now', () => {
    const now = { ...line('a', 2), product: { id: 'a', price: 5 } };
    expect(diffCarts({ lines: [line('a', 1)] }, { lines: [now] })[0]!.product.price).to.equal(5);
  });

  it('knows again, under the platform’s name, what was put in under another', () => {
    expect(diff([line('sku', 2, '')], [line('900', 2)])).to.deep.equal([]);
    expect(diff([line('sku', 2, '')], [line('900', 3)])).to.deep.equal(['1 900']);
    expect(diff([line('sku', 3, '')], [line('900', 2)])).to.deep.equal(['-1 sku']);
  });

  const carts = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c'), quantity: fc.integer({ min: 1, max: 9 }) }),
    {
      selector: ({ id }) => id,
    },
  );

  it('leads from one to the other, always', () => {
    fc.assert(
      fc.property(carts, carts, (from, to) => {
        const count = (list: typeof from, id: string) => list.find((each) => each.id === id)?.quantity ?? 0;
        const changes = diffCarts(
          { lines: from.map(({ id, quantity }) => line(id, quantity)) },
          { lines: to.map(({ id, quantity }) => line(id, quantity)) },
        );
        for (const id of ['a', 'b', 'c']) {
          const change = changes.find(({ variant }) => variant === id)?.quantity ?? 0;
          expect(count(from, id) + change).to.equal(count(to, id));
        }
      }),
    );
  });

  it('is what was put in, after something was put in', () => {
    fc.assert(
      fc.property(carts, fc.constantFrom('a', 'd'), fc.integer({ min: 1, max: 9 }), (from, id, quantity) => {
        const cart = { lines: from.map((each) => line(each.id, each.quantity)), total: 5, order: 'x' };
        const next = putInCart(cart, { id }, undefined, quantity);
        expect(diffCarts(cart, next)).to.deep.equal([{ variant: id, product: { id }, quantity }]);
        expect(next).to.have.all.keys('lines');
      }),
    );
  });

  it('is what was taken out, after a line was changed', () => {
    const cart = { lines: [{ ...line('a', 3), total: 9 }, line('b', 1)], total: 10, currency: 'EUR' };
    expect(changeInCart(cart, 'ka', 1)).to.deep.equal({ lines: [line('a', 1), line('b', 1)], currency: 'EUR' });
    expect(changeInCart(cart, 'ka', 0).lines).to.deep.equal([line('b', 1)]);
  });
});
