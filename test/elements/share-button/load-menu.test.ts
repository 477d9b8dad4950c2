import { expect } from 'chai';
import '../../../src/define/share-button.js';
import type { CueShareButton } from '../../../src/elements/share-button/share-button.js';
import { mount, nextTask, until } from '../mount.js';

/** In a file of its own: once the menu's code is on a page, it stays. */
describe('the menu of <cue-share-button>', () => {
  const loaded = (): boolean =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/create-menu.'));

  afterEach(() => {
    delete (navigator as unknown as Record<string, unknown>).share;
  });

  it('is not loaded where the system has a dialog, until that turns out not to work', async () => {
    Object.defineProperty(navigator, 'share', {
      value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      configurable: true,
    });
    const element = await mount<CueShareButton>(
      '<cue-share-button product-id="t" name="T" price="1"></cue-share-button>',
    );
    await nextTask();
    expect(loaded()).to.equal(false);
    element.shadowRoot!.querySelector('button')!.click();
    await until('it is loaded', loaded);
    await until('the focus is in it', () => element.shadowRoot!.activeElement?.role === 'menuitem');
  });
});
