import { expect } from 'chai';
import { readPurchaseState } from '../../src/product/read-purchase-state.js';
import { parseDocument } from './parse-document.js';

const read = (html: string) => readPurchaseState(parseDocument(html));
const page = (inside: string, after = '') => `<main><h1>Teapot</h1><div>${inside}</div></main>${after}`;

describe('whether a product can be bought', () => {
  it('is seen from a control to buy it next to its name', () => {
    expect(read(page('<button id="add-to-cart">Add</button>'))).to.equal('InStock');
    expect(read(page('<form action="/cart/add"><button type="submit">Kaufen</button></form>'))).to.equal('InStock');
    expect(read(page('<input type="submit" name="submit.buy-now">'))).to.equal('InStock');
  });

  it('is not seen from one that is disabled, hidden or for something else', () => {
    for (const control of [
      '<button class="add-to-cart" disabled>Choose a size</button>',
      '<div style="display: none"><button class="add-to-cart"></button></div>',
      '<button class="add-to-cart-wishlist"></button>',
      '<button>Add to cart</button>',
    ])
      expect(read(page(control)), control).to.equal(undefined);
  });

  it('is not seen from the cards of many others', () => {
    expect(read(page('', '<button class="add-to-cart"></button>'.repeat(9)))).to.equal(undefined);
  });

  it('is denied by a mark of the shop’s, but not by one on a size', () => {
    expect(read(page('<p class="stock out-of-stock">Ausverkauft</p>'))).to.equal('OutOfStock');
    expect(read(page('<ul><li class="out-of-stock">XL</li></ul>'))).to.equal(undefined);
    expect(read(page('<p class="back-in-stock"></p>'))).to.equal(undefined);
  });
});
