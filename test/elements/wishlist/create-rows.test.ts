import { expect } from 'chai';
import * as fc from 'fast-check';
import { createRows } from '../../../src/elements/wishlist/create-rows.js';
import type { Row } from '../../../src/elements/wishlist/create-rows.js';
import type { Wish } from '../../../src/store/wishlist.js';

const wish = (id: string, changedAt: number): Wish => ({ product: { id }, wished: true, changedAt });
const removal = { text: 'Gone.', undo: () => true };
const ids = (rows: Row[]): string[] =>
  rows.map(({ wish: { product }, ...row }) => (row.removal ? `(${product.id})` : product.id));

const [a, b, c] = [wish('a', 30), wish('b', 20), wish('c', 10)];

describe('createRows', () => {
  it('lists the newest first', () => {
    expect(ids(createRows().list([c, a, b]))).to.deep.equal(['a', 'b', 'c']);
  });

  it('keeps the place of a wish that was taken off, and gives it back', () => {
    const rows = createRows();
    rows.list([a, b, c]);
    rows.remove(b, removal);
    expect(ids(rows.list([a, c]))).to.deep.equal(['a', '(b)', 'c']);
    expect(ids(rows.list([wish('b', 99), a, c]))).to.deep.equal(['a', 'b', 'c']);
    rows.remove(wish('b', 99), removal);
    expect(ids(rows.list([a, c]))).to.deep.equal(['a', '(b)', 'c']);
  });

  it('forgets all that when the list is opened anew', () => {
    const rows = createRows();
    rows.remove(b, removal);
    rows.clear();
    expect(ids(rows.list([a, c]))).to.deep.equal(['a', 'c']);
    expect(ids(rows.list([wish('b', 99), a, c]))).to.deep.equal(['b', 'a', 'c']);
  });

  it('shows each product once, and no row moves while the shopper takes off and puts back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4)), (presses) => {
        const rows = createRows();
        let now = 100;
        const wishes = new Map(['a', 'b', 'c', 'd', 'e'].map((id) => [id, wish(id, now--)]));
        now = 1000;
        for (const press of presses) {
          const id = 'abcde'[press]!;
          const known = wishes.get(id);
          if (known) {
            rows.remove(known, removal);
            wishes.delete(id);
          } else wishes.set(id, wish(id, now++));
          const shown = rows.list([...wishes.values()]);
          expect(shown.map(({ wish: { product } }) => product.id).join('')).to.equal('abcde');
          expect(shown.filter((row) => !row.removal)).to.have.length(wishes.size);
        }
      }),
    );
  });
});
