import { expect } from 'chai';
import { atom } from 'nanostores';
import type { WritableAtom } from 'nanostores';
import { CueElement } from '../../../src/elements/internal/cue-element.js';
import { StoreController } from '../../../src/elements/internal/store-controller.js';
import { stage } from '../mount.js';

class Shown extends CueElement {
  readonly store = new StoreController<number>(this);
  updates = 0;

  protected override render(): unknown {
    this.updates++;
    return this.store.value;
  }
}
customElements.define('test-shown', Shown);

async function show($store: WritableAtom<number>): Promise<Shown> {
  const element = document.createElement('test-shown') as Shown;
  element.store.store = $store;
  stage.append(element);
  await element.updateComplete;
  return element;
}

describe('StoreController', () => {
  it('renders its element again when the store changes, once for many changes', async () => {
    const $store = atom(1);
    const element = await show($store);
    for (const value of [2, 3, 4]) $store.set(value);
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.equal('4');
    expect(element.updates).to.equal(2);
  });

  it('listens only while the element is in the page, and catches up when it comes back', async () => {
    const $store = atom(1);
    const element = await show($store);
    expect($store.lc).to.equal(1);
    element.remove();
    expect($store.lc).to.equal(0);
    $store.set(2);
    await element.updateComplete;
    expect(element.updates).to.equal(1);
    stage.append(element);
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.equal('2');
    expect($store.lc).to.equal(1);
  });

  it('goes over to another store, or to none', async () => {
    const [$first, $second] = [atom(1), atom(2)];
    const element = await show($first);
    element.store.store = $second;
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.equal('2');
    expect([$first.lc, $second.lc]).to.deep.equal([0, 1]);
    element.store.store = $second;
    expect($second.lc, 'the same store again').to.equal(1);
    element.store.store = undefined;
    expect(element.store.value).to.equal(undefined);
    expect($second.lc).to.equal(0);
  });
});
