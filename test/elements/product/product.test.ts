import { expect } from 'chai';
import '../../../src/define/product.js';
import type { CueProduct } from '../../../src/elements/product/product.js';
import { ariaSnapshot, engine } from '../../commands.js';
import { expectAccessible } from '../expect-accessible.js';
import { hear, mount, nextTask, stage } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

const changes = (element: Element): Event[] => hear(element, 'cue-product-change');

describe('<cue-product>', () => {
  it('is nothing to assistive technology: what is in it stands for itself', async function () {
    await mount('<ul><cue-product product-id="t1"><p>Teapot</p></cue-product></ul><cue-product><p>x</p></cue-product>');
    await expectAccessible('with content', stage.lastElementChild!);
    if (engine !== 'chromium') this.skip();
    expect(await ariaSnapshot('#stage > cue-product')).to.equal('- paragraph: x');
  });

  it('says the product that its attributes describe', async () => {
    const element = await mount<CueProduct>(
      '<cue-product product-id="t1" name="Teapot" price="1.299,00" list-price="1.500,00" currency="eur" url="/t" category="A > B"></cue-product>',
    );
    expect(element.product).to.deep.include({ id: 't1', name: 'Teapot', currency: 'EUR', category: 'A > B' });
    expect(element.product!.url).to.equal(new URL('/t', location.href).href);
  });

  it('says none without an id', async () => {
    expect((await mount<CueProduct>('<cue-product name="Teapot"></cue-product>')).product).to.equal(undefined);
  });

  it('made by script, it follows its attributes', () => {
    const element = document.createElement('cue-product');
    expect(element.product).to.equal(undefined);
    element.setAttribute('product-id', 't2');
    expect(element.product).to.deep.equal({ id: 't2' });
  });

  it('tells once of several attributes that change together, to those who listen to it alone', async () => {
    const element = await mount<CueProduct>('<cue-product product-id="t1" name="Teapot"></cue-product>');
    const heard = changes(element);
    const above = hear(document, 'cue-product-change');
    element.setAttribute('product-id', 't2');
    element.setAttribute('name', 'Cup');
    element.removeAttribute('price');
    expect(heard).to.have.length(0);
    await nextTask();
    expect(heard).to.have.length(1);
    expect(above).to.have.length(0);
    element.setAttribute('name', 'Mug');
    await nextTask();
    expect(heard).to.have.length(2);
  });

  it('tells nothing while it is created, and nothing outside of the page', async () => {
    const element = document.createElement('cue-product');
    const heard = changes(element);
    element.setAttribute('product-id', 't1');
    stage.append(element);
    await nextTask();
    element.remove();
    element.setAttribute('product-id', 't2');
    await nextTask();
    expect(heard).to.have.length(0);
    stage.append(element);
    element.setAttribute('product-id', 't3');
    await nextTask();
    expect(heard, 'but when it is back').to.have.length(1);
  });

  it('lays out its content as if it were not there, also before its code has come', async () => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/src/cuekit.css';
    document.head.append(link);
    await new Promise((resolve) => link.addEventListener('load', resolve, { once: true }));
    const element = await mount('<cue-product></cue-product>');
    expect(getComputedStyle(element).display).to.equal('contents');
    link.remove();
  });

  it('lets no address through that would run', async () => {
    const element = await mount<CueProduct>('<cue-product product-id="t1"></cue-product>');
    for (const payload of xssPayloads) {
      for (const name of ['url', 'image', 'name', 'price', 'currency', 'availability'])
        element.setAttribute(name, payload);
      const { url = 'https:', image = 'https:' } = element.product!;
      expect(
        [url, image].every((address) => /^https?:/.test(address)),
        payload,
      ).to.equal(true);
    }
    expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
  });
});
