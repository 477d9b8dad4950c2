import { expect } from 'chai';
import '../../src/define/product.js';
import { defineElement } from '../../src/elements/internal/define-element.js';
import { CueProduct } from '../../src/elements/product/product.js';

describe('define/product', () => {
  it('gives <cue-product> its code', () => {
    expect(customElements.get('cue-product') === CueProduct).to.equal(true);
    expect(document.createElement('cue-product') instanceof CueProduct).to.equal(true);
  });

  it('leaves the first of two copies of the kit in place, which goes on working', async () => {
    const path = '../../src/elements/product/product.ts?another-copy';
    const copy = (await import(path)) as Record<'CueProduct', CustomElementConstructor>;
    expect(copy.CueProduct === CueProduct, 'the same class').to.equal(false);
    defineElement('cue-product', copy.CueProduct);
    expect(customElements.get('cue-product') === CueProduct).to.equal(true);
    expect(document.createElement('cue-product') instanceof CueProduct).to.equal(true);
  });
});
