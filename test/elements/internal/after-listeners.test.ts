import { expect } from 'chai';
import { afterListeners } from '../../../src/elements/internal/after-listeners.js';
import { nextTask, on, stage } from '../mount.js';

/** Dispatches an event in the stage, of which a listener in the capture phase asks to be told afterwards. */
async function dispatch(meanwhile: () => void = () => {}): Promise<boolean> {
  let told = false;
  const notice = (event: Event) => afterListeners(event, window, () => (told = true));
  stage.addEventListener('x-step', notice, true);
  meanwhile();
  stage.dispatchEvent(new Event('x-step', { bubbles: true, cancelable: true }));
  stage.removeEventListener('x-step', notice, true);
  const now = told;
  await nextTask();
  window.dispatchEvent(new Event('x-step'));
  expect(told, 'told later, or of another event').to.equal(now);
  return told;
}

describe('after the page’s own listeners', () => {
  it('it is told at once, within the event', async () => {
    expect(await dispatch()).to.equal(true);
  });

  for (const [who, target] of [
    ['the element', () => stage],
    ['the document', () => document],
    ['the window', () => window],
  ] as const)
    it(`it is not told when ${who} has kept the event from the browser`, async () => {
      expect(await dispatch(() => on(target(), 'x-step', (event) => event.preventDefault()))).to.equal(false);
    });

  it('it is not told of an event that somebody stops on its way', async () => {
    expect(await dispatch(() => on(document, 'x-step', (event) => event.stopPropagation()))).to.equal(false);
  });
});
