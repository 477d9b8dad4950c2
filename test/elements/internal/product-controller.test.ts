import { expect } from 'chai';
import '../../../src/define/product.js';
import { CueElement } from '../../../src/elements/internal/cue-element.js';
import { ProductController } from '../../../src/elements/internal/product-controller.js';
import { mount, nextTask, rendered, stage, until } from '../mount.js';

class Finder extends CueElement {
  readonly found = new ProductController(this);
  updates = 0;

  protected override render(): unknown {
    this.updates++;
    return this.found.product?.name ?? (this.found.settled ? 'none' : 'searching');
  }
}
customElements.define('test-finder', Finder);

async function find(attributes: string): Promise<Finder> {
  await mount(`<div><test-finder ${attributes}></test-finder></div>`);
  return stage.querySelector<Finder>('test-finder')!;
}

const text = (element: Finder): string => element.shadowRoot!.textContent!;

describe('ProductController', () => {
  it('knows what attributes say before the first rendering', async () => {
    const element = await find('product-id="t1" name="Teapot" price="24.90"');
    expect([text(element), element.updates]).to.deep.equal(['Teapot', 1]);
    expect(element.found.answer).to.deep.equal({ id: 't1', name: 'Teapot', price: 24.9 });
  });

  it('says that there is none only when it has looked', async () => {
    const element = document.createElement('test-finder') as Finder;
    expect(element.found.settled).to.equal(false);
    stage.append(element);
    await until('it has looked', () => element.found.settled);
    await rendered();
    expect(text(element)).to.equal('none');
    expect(await element.found.answer).to.equal(undefined);
  });

  it('promises an answer while it is to look again, and gives the newest', async () => {
    const element = await find('product-id="t1" name="Teapot" price="24.90"');
    element.setAttribute('product-id', 't2');
    element.found.resolve();
    const first = element.found.answer;
    element.setAttribute('product-id', 't3');
    element.found.resolve();
    expect((await first)?.id).to.equal('t3');
    await rendered();
    expect(element.updates, 'renderings for two changes').to.equal(2);
  });

  it('looks again where it is moved to', async () => {
    const element = await find('name="Teapot" price="24.90"');
    await mount('<cue-product product-id="t9" name="Cup" price="5"></cue-product>');
    element.removeAttribute('name');
    stage.querySelector('cue-product')!.append(element);
    await rendered();
    expect(text(element)).to.equal('Cup');
  });

  it('outside of the page it looks for nothing', async () => {
    const element = await find('product-id="t1" name="Teapot" price="24.90"');
    element.remove();
    element.setAttribute('name', 'Cup');
    element.found.resolve();
    await element.updateComplete;
    expect(text(element)).to.equal('Teapot');
    stage.append(element);
    await rendered();
    expect(text(element)).to.equal('Cup');
  });

  it('no longer hears the <cue-product> that it has left', async () => {
    await mount('<cue-product product-id="t9" name="Cup" price="5"><test-finder></test-finder></cue-product>');
    const element = stage.querySelector<Finder>('test-finder')!;
    const product = stage.querySelector('cue-product')!;
    element.setAttribute('product-id', 't1');
    element.setAttribute('name', 'Teapot');
    element.setAttribute('price', '24.90');
    stage.append(element);
    await rendered();
    const { updates } = element;
    product.setAttribute('name', 'Mug');
    await nextTask();
    expect(element.updates).to.equal(updates);
    expect(text(element)).to.equal('Teapot');
  });
});
