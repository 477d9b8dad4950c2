import { expect } from 'chai';
import type { Product } from '../../src/events/product.js';
import { forgetPages, readPageOnce } from '../../src/product/read-page-once.js';
import { resolveProduct } from '../../src/product/resolve-product.js';

let root: HTMLElement;

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  forgetPages();
});

afterEach(() => root.remove());

const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

/** The product of the element marked `me`, as soon as it is known. */
const resolve = async (html: string): Promise<Product | undefined> => {
  root.innerHTML = html;
  return resolveProduct(root.querySelector('[me]')!);
};

const teapot = {
  '@type': 'Product',
  name: 'Blue teapot',
  sku: 'TP-100',
  url: location.href,
  offers: { price: 24.5, priceCurrency: 'EUR' },
};

const list = jsonLd({
  '@type': 'ItemList',
  itemListElement: ['cup', 'pot'].map((name, i) => ({
    '@type': 'ListItem',
    item: {
      '@type': 'Product',
      name,
      sku: `S-${name}`,
      url: `/p/${name}`,
      offers: { price: i + 1, priceCurrency: 'EUR' },
    },
  })),
});

const card = (name: string, inside = '') =>
  `<li class="card"><a href="/p/${name}"><img alt=""></a><h3><a href="/p/${name}">${name}</a></h3><p>3,00 €</p>${inside}</li>`;

describe('an element with attributes', () => {
  it('is answered at once, whatever the page says', () => {
    root.innerHTML = `${jsonLd(teapot)}<i product-id="X" name="Mine" price="3.50" currency="eur" availability="in stock" list-price="5"></i>`;
    expect(resolveProduct(root.querySelector('i')!)).to.deep.equal({
      id: 'X',
      name: 'Mine',
      price: 3.5,
      currency: 'EUR',
      availability: 'InStock',
      listPrice: 5,
    });
  });

  it('may write its price as people do', async () => {
    expect(await resolve('<i me product-id="X" name="Mine" price="1.299,00 €"></i>')).to.include({
      id: 'X',
      price: 1299,
    });
  });

  it('overrides field by field what the page says of the same product', async () => {
    expect(await resolve(`${jsonLd(teapot)}<i me name="My name"></i>`)).to.include({
      id: 'TP-100',
      name: 'My name',
      price: 24.5,
    });
    expect(await resolve(`${jsonLd(teapot)}<i me product-id="TP-100"></i>`)).to.include({
      name: 'Blue teapot',
      price: 24.5,
    });
  });

  it('takes nothing from another product', async () => {
    expect(await resolve(`${jsonLd(teapot)}<i me product-id="OTHER"></i>`)).to.deep.equal({ id: 'OTHER' });
  });

  it('drops an address that runs', async () => {
    expect(await resolve('<i me product-id="X" url="javascript:alert(1)" image="data:text/html,x"></i>')).to.deep.equal(
      { id: 'X' },
    );
  });
});

describe('an element inside <cue-product>', () => {
  it('stands for that product', async () => {
    expect(
      await resolve(`${jsonLd(teapot)}<cue-product product-id="A" name="A" price="1"><b><i me></i></b></cue-product>`),
    ).to.include({ id: 'A', price: 1 });
  });

  it('even from within a shadow root', () => {
    root.innerHTML = '<cue-product product-id="A" name="A" price="1"><p></p></cue-product>';
    const inner = document.createElement('i');
    root.querySelector('p')!.attachShadow({ mode: 'open' }).append(inner);
    expect(resolveProduct(inner)).to.include({ id: 'A' });
  });

  it('keeps its own when it names another product', () => {
    root.innerHTML =
      '<cue-product product-id="A" name="A" price="1"><i product-id="B" name="B" price="2"></i></cue-product>';
    expect(resolveProduct(root.querySelector('i')!)).to.deep.equal({ id: 'B', name: 'B', price: 2 });
  });
});

describe('an element on a product page', () => {
  it('stands for the page’s product', async () => {
    expect(
      await resolve(`${jsonLd(teapot)}<main><h1>Blue teapot</h1><a href="/help">Help</a><p><i me></i></p></main>`),
    ).to.include({ id: 'TP-100' });
  });

  it('stands for a related product inside that one’s card', async () => {
    const product = await resolve(
      `${jsonLd(teapot)}<h1>Blue teapot</h1><ul>${card('saucer')}${card('spoon', '<i me></i>')}</ul>`,
    );
    expect(product).to.include({ id: '/p/spoon', name: 'spoon' }).and.not.to.have.property('price');
  });

  it('stands for nothing in a card that tells nothing', async () => {
    const bare = (name: string, inside = '') => `<li><a href="/p/${name}"><img alt=""></a>${inside}</li>`;
    expect(
      await resolve(`${jsonLd(teapot)}<h1>Blue teapot</h1><ul>${bare('saucer')}${bare('spoon', '<i me></i>')}</ul>`),
    ).to.equal(undefined);
  });

  it('stands for the one whose microdata surrounds it', async () => {
    const scope = `<div itemscope itemtype="https://schema.org/Product"><b itemprop="name">Cup</b><meta itemprop="sku" content="C-1"><i me></i></div>`;
    expect(await resolve(jsonLd(teapot) + scope)).to.include({ id: 'C-1', name: 'Cup' });
  });
});

describe('an element on a list page', () => {
  it('stands for the product of its own card', async () => {
    expect(await resolve(`${list}<ul>${card('cup')}${card('pot', '<i me></i>')}</ul>`)).to.include({
      id: 'S-pot',
      price: 2,
    });
    expect(await resolve(`${list}<ul>${card('cup', '<i me></i>')}${card('pot')}</ul>`)).to.include({
      id: 'S-cup',
      price: 1,
    });
  });

  it('is told by a data attribute, too', async () => {
    const item = (id: string, inside = '') => `<div class="item" data-product-id="${id}"><h3>${id}</h3>${inside}</div>`;
    expect(await resolve(`${list}${item('S-cup')}${item('S-pot', '<i me></i>')}`)).to.include({
      id: 'S-pot',
      name: 'pot',
      price: 2,
    });
  });

  it('stands for none outside every card', async () => {
    expect(await resolve(`${list}<i me></i><ul>${card('cup')}${card('pot')}</ul>`)).to.equal(undefined);
  });

  it('is found for a thousand buttons by one reading of the page', async () => {
    await resolve('<i me></i>');
    const names = Array.from({ length: 1000 }, (_, i) => `p${i}`);
    root.innerHTML = `${list}<ul>${names.map((name) => card(name, '<i></i>')).join('')}</ul>`;
    forgetPages();
    const page = readPageOnce(document);
    const ids = [...root.querySelectorAll('i')].map((element) => (resolveProduct(element) as Product | undefined)?.id);
    expect(readPageOnce(document)).to.equal(page);
    expect(ids).to.deep.equal(names.map((name) => `/p/${name}`));
  });
});
