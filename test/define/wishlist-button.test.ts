import { expect } from 'chai';
import '../../src/define/wishlist-button.js';
import { defineElement } from '../../src/elements/internal/define-element.js';
import { CueWishlistButton } from '../../src/elements/wishlist-button/wishlist-button.js';

describe('define/wishlist-button', () => {
  it('gives <cue-wishlist-button> its code', () => {
    expect(customElements.get('cue-wishlist-button') === CueWishlistButton).to.equal(true);
    expect(document.createElement('cue-wishlist-button') instanceof CueWishlistButton).to.equal(true);
  });

  it('leaves the first of two copies of the kit in place, which goes on working', async () => {
    const path = '../../src/elements/wishlist-button/wishlist-button.ts?another-copy';
    const copy = (await import(path)) as Record<'CueWishlistButton', CustomElementConstructor>;
    expect(copy.CueWishlistButton === CueWishlistButton, 'the same class').to.equal(false);
    defineElement('cue-wishlist-button', copy.CueWishlistButton);
    expect(customElements.get('cue-wishlist-button') === CueWishlistButton).to.equal(true);
    expect(document.createElement('cue-wishlist-button') instanceof CueWishlistButton).to.equal(true);
  });
});
