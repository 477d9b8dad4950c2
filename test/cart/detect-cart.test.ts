import { expect } from 'chai';
import { customCart } from '../../src/cart/custom.js';
import { decodeEntities } from '../../src/cart/decode-entities.js';
import { detectCart } from '../../src/cart/detect-cart.js';

describe('the software that a shop runs on', () => {
  it('is Shopify where its global says so', async () => {
    const page = globalThis as { Shopify?: unknown };
    page.Shopify = { routes: { root: '/' } };
    const cart = await detectCart();
    delete page.Shopify;
    expect(cart?.name).to.equal('shopify');
  });

  it('is WooCommerce where its classes or its blocks are', async () => {
    document.body.classList.add('woocommerce-no-js');
    const classic = await detectCart();
    document.body.removeAttribute('class');
    const block = document.body.appendChild(document.createElement('div'));
    block.dataset.blockName = 'woocommerce/mini-cart';
    const blocks = await detectCart();
    block.remove();
    expect([classic?.name, blocks?.name]).to.deep.equal(['woocommerce', 'woocommerce']);
  });

  it('is not guessed otherwise', async () => {
    expect(await detectCart()).to.equal(undefined);
  });
});

describe('the cart of a shop with software of its own', () => {
  const { signal } = new AbortController();

  it('is filled by the shop’s form, and asked whether it worked where it can be asked', async () => {
    const asked: string[] = [];
    const fetch = (url: string) => {
      asked.push(url);
      return Promise.resolve(new Response('<p>Thank you'));
    };
    const form = document.createElement('form');
    form.setAttribute('action', '/basket/add');
    form.innerHTML = '<input name=sku value="a b">';
    const addition = { product: { id: 'a' }, quantity: 1, form };
    expect(await customCart({ fetch }).add(addition, signal)).to.equal(undefined);
    expect(await customCart({ fetch, read: () => Promise.resolve({ lines: [] }) }).add(addition, signal)).to.equal(
      'unconfirmed',
    );
    expect(asked).to.deep.equal(Array(2).fill(`${location.origin}/basket/add?sku=a+b`));
  });

  it('does what the shop gives it to do', async () => {
    const cart = customCart({ read: () => Promise.resolve({ lines: [], total: 3 }), add: () => Promise.resolve() });
    expect(await cart.read!(signal)).to.deep.equal({ lines: [], total: 3 });
    expect(await cart.add({ product: { id: 'a' }, quantity: 1 }, signal)).to.equal(undefined);
  });
});

describe('a text that was escaped for HTML', () => {
  for (const [html, text] of [
    ['T&#8217;s &amp; &quot;co&quot;', 'T’s & "co"'],
    ['<b>Bold</b>&nbsp;&#x1F642;', 'Bold\u00a0🙂'],
    ['&unknown; &#9999999;', '&unknown; &#9999999;'],
    ['&amp;lt;', '&lt;'],
  ] as const)
    it(`${html} is ${text}`, () => expect(decodeEntities(html)).to.equal(text));
});
