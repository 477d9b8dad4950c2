import { expect } from 'chai';
import '../../src/define/wishlist.js';
import { defineElement } from '../../src/elements/internal/define-element.js';
import { CueWishlist } from '../../src/elements/wishlist/wishlist.js';

describe('define/wishlist', () => {
  it('gives <cue-wishlist> its code', () => {
    expect(customElements.get('cue-wishlist') === CueWishlist).to.equal(true);
    expect(document.createElement('cue-wishlist') instanceof CueWishlist).to.equal(true);
  });

  it('leaves the first of two copies of the kit in place, which goes on working', async () => {
    const path = '../../src/elements/wishlist/wishlist.ts?another-copy';
    const copy = (await import(path)) as Record<'CueWishlist', CustomElementConstructor>;
    expect(copy.CueWishlist === CueWishlist, 'the same class').to.equal(false);
    defineElement('cue-wishlist', copy.CueWishlist);
    expect(customElements.get('cue-wishlist') === CueWishlist).to.equal(true);
    expect(document.createElement('cue-wishlist') instanceof CueWishlist).to.equal(true);
  });
});
