import { expect } from 'chai';
import '../../src/define/share-button.js';
import { defineElement } from '../../src/elements/internal/define-element.js';
import { CueShareButton } from '../../src/elements/share-button/share-button.js';

describe('define/share-button', () => {
  it('gives <cue-share-button> its code', () => {
    expect(customElements.get('cue-share-button') === CueShareButton).to.equal(true);
    expect(document.createElement('cue-share-button') instanceof CueShareButton).to.equal(true);
  });

  it('leaves the first of two copies of the kit in place, which goes on working', async () => {
    const path = '../../src/elements/share-button/share-button.ts?another-copy';
    const copy = (await import(path)) as Record<'CueShareButton', CustomElementConstructor>;
    expect(copy.CueShareButton === CueShareButton, 'the same class').to.equal(false);
    defineElement('cue-share-button', copy.CueShareButton);
    expect(customElements.get('cue-share-button') === CueShareButton).to.equal(true);
    expect(document.createElement('cue-share-button') instanceof CueShareButton).to.equal(true);
  });
});
