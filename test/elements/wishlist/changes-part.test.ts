import { expect } from 'chai';
import '../../../src/define/wishlist.js';
import type { CueWishlist } from '../../../src/elements/wishlist/wishlist.js';
import type { Product } from '../../../src/events/product.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { setConsent } from '../../../src/store/consent.js';
import { setPresent } from '../../../src/store/present.js';
import { rememberViewed } from '../../../src/store/viewed.js';
import { $wishlist, addWish } from '../../../src/store/wishlist.js';
import { ariaSnapshot, engine } from '../../commands.js';
import { forgetPage } from '../../forget-page.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { hear, inside, mount, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { cup, has, mountWith, rowOf, status, teapot, textOf, wish } from './mount-list.js';

const ASK = 'cue-request-wishlist-products';
const vase: Product = { id: 't3', name: 'Vase', price: 30, currency: 'EUR', availability: 'OutOfStock' };

const answer = (products: unknown): void =>
  on<RequestEvent>(document, ASK, (event) => event.respondWith(Promise.resolve(products as Product[])));

/** The network, until the test is over. */
let fetched: URL[] = [];
let respond: (url: URL) => Response | Promise<Response> = () => Response.json([]);
const realFetch = window.fetch;

const mountChanged = (attributes = ''): Promise<CueWishlist> => mountWith(attributes, '.changes');

describe('what has changed since a product was wished for', () => {
  beforeEach(() => {
    forgetPage();
    fetched = [];
    window.fetch = async (input, ...more) => {
      const url = new URL(input instanceof Request ? input.url : input, location.href);
      if (url.pathname !== '/now') return realFetch(input, ...more);
      fetched.push(url);
      return respond(url);
    };
  });
  afterEach(() => {
    window.fetch = realFetch;
  });

  describe('is accessible', function () {
    this.timeout(60_000);

    it('with a lower price, back in stock, with few left, and sold out', async () => {
      wish(teapot, cup, vase, { id: 't4', name: 'Plate', price: 3, currency: 'EUR' });
      setPresent([
        { ...teapot, price: 20 },
        { ...cup, availability: 'LimitedAvailability' },
        { ...vase, availability: 'InStock' },
        { id: 't4', availability: 'SoldOut' },
      ]);
      await mountChanged('move-to-cart');
      await expectAccessibleInAllColours('changes');
      if (engine !== 'chromium') return;
      const said = (await ariaSnapshot('cue-wishlist'))!;
      for (const text of ['€5.00 less since you saved it', 'Few left', 'Back in stock', 'Sold out'])
        expect(said).to.contain(text);
    });
  });

  it('is said in its row, beside the price of now, and announced to nobody', async () => {
    answer([{ ...teapot, price: 20 }]);
    wish(teapot, cup);
    const element = await mountChanged();
    expect(textOf(rowOf(element, 't1'))).to.equal('Teapot €20.00 €5.00 less since you saved it');
    expect(textOf(rowOf(element, 't2'))).to.equal('Cup €5.00');
    expect(status(element)).to.equal('');
  });

  it('keeps comparing with the price of then, until the shopper wishes again', async () => {
    answer([{ ...teapot, price: 20 }]);
    wish(teapot);
    const element = await mountChanged();
    expect($wishlist.get()[0]!.product.price).to.equal(25);
    addWish({ ...teapot, price: 20 });
    await rendered();
    expect(has(element, '.changes')).to.equal(false);
  });

  it('shows a risen price as it is, and makes no news of it', async () => {
    answer([{ ...teapot, price: 30 }]);
    wish(teapot);
    const element = await mount<CueWishlist>('<cue-wishlist></cue-wishlist>');
    await until('it is known', () => textOf(rowOf(element, 't1')).includes('30'));
    expect(has(element, '.changes')).to.equal(false);
  });

  it('writes money as people do where it stands', async () => {
    answer([{ ...teapot, price: 20 }]);
    wish(teapot);
    stage.lang = 'de';
    // Whether the words are German already depends on when they come.
    expect(textOf(inside(await mountChanged(), '.change'))).to.match(/^5,00\s€ /);
  });

  describe('is learnt', () => {
    it('from the shop, which is asked once for what is in view, however many lists there are', async () => {
      const asked = hear<RequestEvent<typeof ASK>>(document, ASK);
      answer([{ ...teapot, price: 20 }]);
      wish(teapot, cup);
      const closed = await mount<CueWishlist>('<cue-wishlist mode="drawer"></cue-wishlist>');
      await nextTask();
      expect(asked, 'closed').to.have.length(0);
      closed.open = true;
      await until('it is asked', () => asked.length > 0);
      await mount('<cue-wishlist></cue-wishlist>'.repeat(2));
      await nextTask();
      expect(asked).to.have.length(1);
      expect(asked[0]!.detail.products.map(({ id }) => id)).to.deep.equal(['t1', 't2']);
      wish({ ...vase, id: 'new' });
      await until('the new one is asked for', () => asked.length === 2);
      expect(asked.slice(1).map(({ detail }) => detail.products.map(({ id }) => id))).to.deep.equal([['new']]);
    });

    it('from an address that the shop names, of which each product is asked for by its id', async () => {
      respond = () => Response.json({ products: [{ ...teapot, price: 20 }, { ...vase, price: 1 }, { id: 7 }, null] });
      wish(teapot, { ...cup, id: 'a&b,c' });
      const element = await mountChanged('source="/now?shop=1"');
      expect(fetched.map(({ search }) => search)).to.deep.equal(['?shop=1&id=t1&id=a%26b%2Cc']);
      expect(textOf(inside(element, '.change'))).to.equal('€5.00 less since you saved it');
    });

    it('in questions of no more than fifty', async () => {
      respond = () => Response.json([]);
      wish(...Array.from({ length: 120 }, (_, index) => ({ id: `p${index}` })));
      await mount('<cue-wishlist source="/now"></cue-wishlist>');
      await until('all are asked', () => fetched.length === 3);
      expect(fetched.map(({ searchParams }) => searchParams.getAll('id').length)).to.deep.equal([50, 50, 20]);
    });

    it('not from the address where the shop answers itself, or forbids to ask', async () => {
      wish(teapot);
      on(document, ASK, (event) => event.preventDefault());
      await mount('<cue-wishlist source="/now"></cue-wishlist>');
      await nextTask();
      expect(fetched).to.have.length(0);
    });

    it('from the page itself', async () => {
      wish(teapot);
      const data = document.createElement('script');
      data.type = 'application/ld+json';
      data.textContent = JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'Product',
        sku: 't1',
        name: 'Teapot',
        url: location.href,
        offers: { price: 22, priceCurrency: 'EUR', availability: 'https://schema.org/LimitedAvailability' },
      });
      document.head.append(data);
      try {
        expect(textOf(inside(await mountChanged(), '.changes'))).to.equal('€3.00 less since you saved it Few left');
      } finally {
        data.remove();
      }
    });

    it('from what was viewed since, on this day', async () => {
      const now = Date.now();
      addWish(teapot, now - 10_000);
      addWish(cup, now - 100_000_000);
      addWish({ ...vase, availability: 'InStock' }, now);
      setConsent({ personalization: 'granted' });
      rememberViewed({ ...teapot, price: 24 }, now - 5_000);
      rememberViewed({ ...cup, price: 1 }, now - 90_000_000);
      rememberViewed({ ...vase, price: 1 }, now - 5_000);
      const element = await mountChanged();
      expect(textOf(inside(element, '.changes'))).to.equal('€1.00 less since you saved it');
      expect(element.shadowRoot!.querySelectorAll('.changes')).to.have.length(1);
    });

    it('from the shop rather than from anything else', async () => {
      addWish(teapot, Date.now() - 10_000);
      setConsent({ personalization: 'granted' });
      rememberViewed({ ...teapot, price: 1 });
      answer([{ ...teapot, price: 20 }]);
      const element = await mountChanged();
      await until('the shop has said it', () => textOf(inside(element, '.change')).startsWith('€5.00'));
      await nextTask();
      expect(textOf(inside(element, '.change'))).to.contain('€5.00');
    });
  });

  describe('given nonsense', () => {
    for (const [what, given] of [
      ['no list', { nothing: true }],
      ['null', null],
      ['products that were not asked for', [{ ...vase, price: 1 }]],
      ['things that are none', [7, null, 'x', { id: 7 }]],
    ] as const)
      it(`${what}: the list stays as it is`, async () => {
        warnings();
        const unhandled = hear(window, 'unhandledrejection', 'error');
        answer(given);
        wish(teapot);
        const element = await mount('<cue-wishlist></cue-wishlist>');
        await nextTask();
        await nextTask();
        expect(textOf(rowOf(element, 't1'))).to.equal('Teapot €25.00');
        expect(unhandled).to.have.length(0);
      });

    for (const [what, response] of [
      ['an error', () => new Response('', { status: 500 })],
      ['a page', () => new Response('<!doctype html>')],
      ['nothing', () => Promise.reject(new TypeError('Failed to fetch'))],
    ] as const)
      it(`an address that answers with ${what}: it is reported once`, async () => {
        const said = warnings();
        respond = response;
        wish(teapot);
        const element = await mount('<cue-wishlist source="/now"></cue-wishlist>');
        await until('it is reported', () => said.length > 0);
        expect(textOf(rowOf(element, 't1'))).to.equal('Teapot €25.00');
        expect(said).to.have.length(1);
      });

    it('an address that is none', async () => {
      const said = warnings();
      wish(teapot);
      await mount('<cue-wishlist source="javascript:alert(1)"></cue-wishlist>');
      await until('it is reported', () => said.length > 0);
      expect(said[0]).to.contain('source');
    });
  });

  it('neither clips nor scrolls sideways in 320 px at twice the text size', async () => {
    stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
    wish({ ...teapot, price: 12_345_678.5 });
    setPresent([{ ...teapot, price: 1, availability: 'LimitedAvailability' }]);
    const element = await mountChanged('lists share move-to-cart');
    await nextTask();
    expect(stage.scrollWidth).to.be.at.most(320);
    for (const change of element.shadowRoot!.querySelectorAll('.change'))
      expect(change.getBoundingClientRect().right).to.be.at.most(stage.getBoundingClientRect().right);
    await expectAccessible('200 %');
  });
});
