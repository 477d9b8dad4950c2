import { expect } from 'chai';
import { connectCart } from '../../src/cart/connect-cart.js';
import { connectedCart } from '../../src/cart/connected-cart.js';
import { customCart } from '../../src/cart/custom.js';
import { useCart } from '../../src/cart/use-cart.js';
import { forgetPage } from '../forget-page.js';

describe('an element that needs a cart', () => {
  beforeEach(() => forgetPage());
  afterEach(() => connectedCart()?.stop());

  it('gets the one that the shop has connected', async () => {
    const own = connectCart({ adapter: { name: 'own', add: () => Promise.resolve() }, dataLayer: '' });
    expect(await useCart()).to.equal(own);
  });

  it('gets one that knows forms, where nothing tells of the shop’s software; all get the same', async () => {
    const [first, second] = await Promise.all([useCart(), useCart()]);
    expect(first.adapter.name).to.equal('custom');
    expect(second).to.equal(first);
    expect(await useCart()).to.equal(first);
  });

  it('gets the adapter for the software that the page gives away', async () => {
    const page = globalThis as { Shopify?: unknown };
    page.Shopify = { routes: { root: '/' } };
    try {
      expect((await useCart()).adapter.name).to.equal('shopify');
    } finally {
      delete page.Shopify;
    }
  });

  it('gets what the shop connects later, in place of what was found, also under the same name', async () => {
    const found = await useCart();
    const own = connectCart({ adapter: customCart({ read: () => Promise.resolve({ lines: [] }) }), dataLayer: '' });
    expect(own).to.not.equal(found);
    expect(await useCart()).to.equal(own);
    expect(connectCart({ adapter: customCart(), dataLayer: '' }), 'what the shop has named stays').to.equal(own);
  });

  it('gets what the shop connects while the code is on its way', async () => {
    const wanted = useCart();
    const own = connectCart({ adapter: { name: 'own', add: () => Promise.resolve() }, dataLayer: '' });
    expect(await wanted).to.equal(own);
  });
});
