import { expect } from 'chai';
import fc from 'fast-check';
import { chooseViewed } from '../../../src/elements/recently-viewed/choose-viewed.js';
import type { Viewed } from '../../../src/store/viewed.js';

const SHOP = 'https://shop.example';
const viewed = (id: string, path?: string): Viewed => ({
  product: { id, ...(path && { url: SHOP + path }) },
  viewedAt: 1,
});
const choose = (all: Viewed[], choice: Partial<Parameters<typeof chooseViewed>[1]> = {}): string[] =>
  chooseViewed(all, { product: undefined, exclude: new Set(), count: 6, address: `${SHOP}/`, ...choice }).map(
    ({ product }) => product.id,
  );

describe('what a list of viewed products shows', () => {
  it('is the latest, without the page’s own product and those that are left out', () => {
    const all = ['a', 'b', 'c', 'd'].map((id) => viewed(id));
    expect(choose(all, { count: 3 })).to.deep.equal(['a', 'b', 'c']);
    expect(choose(all, { product: { id: 'b' }, exclude: new Set(['d']) })).to.deep.equal(['a', 'c']);
  });

  it('is not what this page is about, even before that has been found out', () => {
    const all = [viewed('a', '/product/a'), viewed('b', '/product/b?size=2'), viewed('c', '/product?id=c')];
    expect(choose(all, { address: `${SHOP}/product/a?utm_source=letter#reviews` })).to.deep.equal(['b', 'c']);
    expect(choose(all, { address: `${SHOP}/product/b?size=2` })).to.deep.equal(['a', 'c']);
    // Here the search chooses the product.
    expect(choose(all, { address: `${SHOP}/product?id=d` })).to.deep.equal(['a', 'b', 'c']);
    expect(choose([viewed('a', '/#/teapot')], { address: `${SHOP}/#/cup` })).to.deep.equal(['a']);
    expect(choose([viewed('a', '/#/teapot')], { address: `${SHOP}/#/teapot` })).to.deep.equal([]);
    expect(choose([viewed('a', '/a')], { address: 'about:srcdoc' })).to.deep.equal(['a']);
  });

  it('never is more than asked for, nor anything twice, nor in another order', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });
    fc.assert(
      fc.property(ids, ids, fc.integer({ min: 1, max: 12 }), fc.constantFrom(...'abc'), (all, out, count, own) => {
        const chosen = choose(
          all.map((id) => viewed(id)),
          { exclude: new Set(out), count, product: { id: own } },
        );
        expect(chosen).to.deep.equal(all.filter((id) => id !== own && !out.includes(id)).slice(0, count));
      }),
    );
  });
});
