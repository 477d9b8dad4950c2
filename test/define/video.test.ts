import { expect } from 'chai';
import '../../src/define/video.js';
import { defineElement } from '../../src/elements/internal/define-element.js';
import { CueVideo } from '../../src/elements/video/video.js';

describe('define/video', () => {
  it('gives <cue-video> its code', () => {
    expect(customElements.get('cue-video') === CueVideo).to.equal(true);
    expect(document.createElement('cue-video') instanceof CueVideo).to.equal(true);
  });

  it('leaves the first of two copies of the kit in place, which goes on working', async () => {
    const path = '../../src/elements/video/video.ts?another-copy';
    const copy = (await import(path)) as Record<'CueVideo', CustomElementConstructor>;
    expect(copy.CueVideo === CueVideo, 'the same class').to.equal(false);
    defineElement('cue-video', copy.CueVideo);
    expect(customElements.get('cue-video') === CueVideo).to.equal(true);
    expect(document.createElement('cue-video') instanceof CueVideo).to.equal(true);
  });
});
