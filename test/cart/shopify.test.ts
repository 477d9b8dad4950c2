import { expect } from 'chai';
import type { CartError } from '../../src/cart/cart-error.js';
import { shopify } from '../../src/cart/shopify.js';
import { shopifyStandIn } from './shopify-stand-in.js';
import type { Variant } from './shopify-stand-in.js';

const variants: Variant[] = [
  { id: 41, title: 'Teapot', option: 'Blue', price: 2450, compareAt: 3000, stock: 5, sku: 'TP-B' },
  { id: 42, title: 'Cup', price: 700, stock: 3 },
  { id: 43, title: 'Tray', price: 900, stock: 0 },
];
const { signal } = new AbortController();
const product = { id: '41' };

async function refusalOf(promise: Promise<unknown>): Promise<CartError> {
  return promise.then(
    () => expect.fail('it was not refused'),
    (error: CartError) => error,
  );
}

function open(root?: string) {
  const shop = shopifyStandIn(variants, root);
  return { shop, cart: shopify({ fetch: shop.fetch, ...(root && { root }) }) };
}

function form(html: string): HTMLFormElement {
  const element = document.createElement('form');
  element.innerHTML = html;
  return element;
}

describe('the cart of a Shopify theme', () => {
  it('reads lines with decimal money, absolute or relative addresses, and the price before', async () => {
    const { shop, cart } = open();
    shop.foreign(41, 2);
    const state = await cart.read!(signal);
    expect(state).to.deep.equal({
      currency: 'EUR',
      total: 49,
      lines: [
        {
          key: '41:0123456789abcdef0123456789abcdef',
          variantId: '41',
          quantity: 2,
          total: 49,
          product: {
            id: 'TP-B',
            sku: 'TP-B',
            name: 'Teapot',
            variant: 'Blue',
            brand: 'Acme',
            category: 'Kitchen',
            url: '/products/teapot?variant=41',
            image: 'https://cdn.shopify.com/s/files/41.jpg',
            price: 24.5,
            listPrice: 30,
            currency: 'EUR',
          },
        },
      ],
    });
  });

  it('reads yen as Shopify writes them, with two decimals', async () => {
    const shop = shopifyStandIn([{ id: 1, title: 'Cup', price: 120000, stock: 9 }], '/', 'JPY');
    shop.foreign(1, 1);
    const state = await shopify({ fetch: shop.fetch }).read!(signal);
    expect(state!.total).to.equal(1200);
  });

  it('asks at the address that the language of the page has', async () => {
    const { shop, cart } = open('/fr-ca/');
    await cart.add({ product, quantity: 1 }, signal);
    await cart.read!(signal);
    expect(shop.requests).to.deep.equal(['POST /fr-ca/cart/add.js', 'GET /fr-ca/cart.js']);
  });

  it('takes that address from the theme', async () => {
    const shop = shopifyStandIn(variants, '/de/');
    const page = globalThis as { Shopify?: unknown };
    page.Shopify = { routes: { root: '/de/' } };
    try {
      await shopify({ fetch: shop.fetch }).read!(signal);
    } finally {
      delete page.Shopify;
    }
    expect(shop.requests).to.deep.equal(['GET /de/cart.js']);
  });

  it('finds the variant: given, in the form, or as the product’s own number', () => {
    const { cart } = open();
    expect(cart.variantOf!({ product, quantity: 1, variantId: '7' })).to.equal('7');
    expect(cart.variantOf!({ product: { id: 'TP' }, quantity: 1, form: form('<input name=id value=42>') })).to.equal(
      '42',
    );
    expect(cart.variantOf!({ product, quantity: 1 })).to.equal('41');
    expect(cart.variantOf!({ product: { id: 'TP' }, quantity: 1 })).to.equal(undefined);
  });

  it('sends along what only the shop understands', async () => {
    const sent: [string, FormDataEntryValue][] = [];
    const cart = shopify({
      fetch: (_, init) => {
        sent.push(...(init!.body as FormData));
        return Promise.resolve(new Response('{}'));
      },
    });
    const fields =
      '<input name=id value=42><input name=quantity value=9><input name="properties[Engraving]" value=Ada>';
    await cart.add({ product, quantity: 2, form: form(fields) }, signal);
    expect(Object.fromEntries(sent)).to.deep.equal({ id: '42', quantity: '2', 'properties[Engraving]': 'Ada' });
  });

  it('changes a line, and takes one out', async () => {
    const { shop, cart } = open();
    shop.foreign(41, 2);
    const [line] = (await cart.read!(signal))!.lines;
    const changed = await cart.change!(line!, 3, signal);
    expect(changed!.lines[0]!.quantity).to.equal(3);
    expect((await cart.change!(line!, 0, signal))!.lines).to.deep.equal([]);
  });

  describe('says why the shop refused, in the shop’s words', () => {
    it('when it is sold out', async () => {
      const refusal = await refusalOf(open().cart.add({ product, variantId: '43', quantity: 1 }, signal));
      expect(refusal.reason).to.equal('sold-out');
      expect(refusal.message).to.equal("The product 'Tray' is already sold out.");
    });

    it('when there are not so many, whatever the language', async () => {
      const { shop, cart } = open();
      const refusal = await refusalOf(cart.add({ product, variantId: '42', quantity: 4 }, signal));
      expect(refusal.reason).to.equal('quantity-limit');
      expect(refusal.message).to.equal('Only 3 items were added to your cart due to availability.');
      expect(shop.cart.size).to.equal(0);
      shop.foreign(42, 3);
      await cart.read!(signal);
      expect((await refusalOf(cart.add({ product, variantId: '42', quantity: 1 }, signal))).reason).to.equal(
        'quantity-limit',
      );
    });

    it('when there is no such variant', async () => {
      const { cart } = open();
      expect((await refusalOf(cart.add({ product, variantId: '99', quantity: 1 }, signal))).reason).to.equal(
        'variant-missing',
      );
      expect((await refusalOf(cart.add({ product: { id: 'TP' }, quantity: 1 }, signal))).reason).to.equal(
        'variant-missing',
      );
    });

    it('when too much was asked, with the time to wait', async () => {
      const answer = (header: string) =>
        shopify({
          fetch: () => Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': header } })),
        });
      const refusal = await refusalOf(answer('2').read!(signal));
      expect([refusal.reason, refusal.retryAfterMs]).to.deep.equal(['rate-limited', 2000]);
      const late = await refusalOf(answer(new Date(Date.now() + 30_000).toUTCString()).read!(signal));
      expect(late.retryAfterMs).to.be.within(28_000, 30_000);
      expect((await refusalOf(answer('999999999').read!(signal))).retryAfterMs).to.equal(300_000);
      expect((await refusalOf(answer('soon').read!(signal))).retryAfterMs).to.equal(undefined);
    });

    it('when nothing arrived, or something else than the shop answered', async () => {
      const { shop, cart } = open();
      shop.faults = ['offline', 'error-page', 'challenge'];
      const reasons = [];
      for (let n = 0; n < 3; n++) reasons.push((await refusalOf(cart.read!(signal))).reason);
      expect(reasons).to.deep.equal(['offline', 'unknown', 'unknown']);
    });

    it('when the session is over and the shop asks for a login', async () => {
      const login = new Response('<!doctype html>Password', { headers: { 'content-type': 'text/html' } });
      Object.defineProperty(login, 'redirected', { value: true });
      const refusal = await refusalOf(shopify({ fetch: () => Promise.resolve(login) }).read!(signal));
      expect(refusal.reason).to.equal('session-expired');
    });
  });

  describe('adds by the theme’s own way where the theme has one, so that the theme shows it', () => {
    const page = globalThis as { Shopify?: unknown };
    let asked: unknown[];
    beforeEach(() => (asked = []));
    afterEach(() => delete page.Shopify);

    function theme(answer: unknown, isDefault = false): void {
      const updateCart = (payload: unknown) => {
        asked.push(payload);
        return Promise.resolve(answer);
      };
      page.Shopify = { actions: { updateCart: Object.assign(updateCart, { isDefault: () => isDefault }) } };
    }

    it('with the variant as it is called there', async () => {
      theme({ cart: {}, userErrors: [] });
      const { shop, cart } = open();
      await cart.add({ product, quantity: 2, form: form('<input name=form_type value=product>') }, signal);
      expect(asked).to.deep.equal([{ lines: [{ merchandiseId: 'gid://shopify/ProductVariant/41', quantity: 2 }] }]);
      expect(shop.requests).to.deep.equal([]);
    });

    it('not when it is Shopify’s default, which may reload the page, nor with fields that it would lose', async () => {
      const { shop, cart } = open();
      theme({}, true);
      await cart.add({ product, quantity: 1 }, signal);
      theme({});
      await cart.add({ product, quantity: 1, form: form('<input name="properties[a]" value=b>') }, signal);
      expect([shop.requests.length, asked.length]).to.deep.equal([2, 0]);
    });

    for (const [code, reason] of [
      ['MERCHANDISE_OUT_OF_STOCK', 'sold-out'],
      ['MERCHANDISE_NOT_ENOUGH_STOCK', 'quantity-limit'],
      ['MAXIMUM_EXCEEDED', 'quantity-limit'],
      ['INVALID_MERCHANDISE_LINE', 'variant-missing'],
      ['SOMETHING_NEW', 'sold-out'],
    ])
      it(`and understands its refusal: ${code}`, async () => {
        theme({ userErrors: [{ code, message: 'Leider nicht.' }] });
        const refusal = await refusalOf(open().cart.add({ product, quantity: 1 }, signal));
        expect([refusal.reason, refusal.message]).to.deep.equal([reason, 'Leider nicht.']);
      });
  });

  describe('hears of changes that are not its own', () => {
    it('when the promise of a standard event is settled, kept or broken', async () => {
      let heard = 0;
      const stop = open().cart.watch!(() => heard++);
      const settle: ((value?: unknown) => void)[] = [];
      const promises = [
        new Promise((resolve) => settle.push(resolve)),
        new Promise((_, reject) => settle.push(() => reject(new Error('no')))),
      ];
      for (const promise of promises)
        document.dispatchEvent(Object.assign(new Event('shopify:cart:lines-update', { bubbles: true }), { promise }));
      await Promise.resolve();
      expect(heard).to.equal(0);
      for (const run of settle) run();
      await Promise.allSettled(promises);
      await Promise.resolve();
      expect(heard).to.equal(2);
      stop();
      document.dispatchEvent(new Event('shopify:cart:lines-update'));
      await Promise.resolve();
      await Promise.resolve();
      expect(heard).to.equal(2);
    });

    it('when the theme fetches, without wrapping fetch', async () => {
      const { fetch } = globalThis;
      let stop = () => {};
      const heard = new Promise<void>((resolve) => (stop = open().cart.watch!(resolve)));
      expect(globalThis.fetch).to.equal(fetch);
      await fetch('/cart/add.js', { method: 'POST' });
      await heard;
      stop();
    });

    it('and not when it only reads', async () => {
      let heard = 0;
      const stop = open().cart.watch!(() => heard++);
      const seen = new Promise((resolve) =>
        new PerformanceObserver((list, observer) => {
          if (!list.getEntries().some(({ name }) => name.endsWith('/cart.js'))) return;
          observer.disconnect();
          setTimeout(resolve);
        }).observe({ type: 'resource' }),
      );
      await fetch('/cart.js');
      await seen;
      stop();
      expect(heard).to.equal(0);
    });
  });

  it('hears that the cart’s drawer is opened, not that its page is', () => {
    let viewed = 0;
    const stop = open().cart.watchView!(() => viewed++);
    for (const context of ['dialog', 'page'])
      document.dispatchEvent(Object.assign(new Event('shopify:cart:view'), { context }));
    stop();
    document.dispatchEvent(Object.assign(new Event('shopify:cart:view'), { context: 'dialog' }));
    expect(viewed).to.equal(1);
  });

  it('hears that the shopper leaves for the checkout, by button or by link, unless the page keeps them', () => {
    let left = 0;
    const stop = open().cart.watchCheckout!(() => left++);
    const host = document.createElement('div');
    host.innerHTML = `<form action="/cart"><button name=checkout>Pay</button><button name=update>Update</button></form>
      <a href="/checkouts/cn/1"><b>Pay</b></a><a href="#other">Other</a>`;
    document.body.append(host);
    const stay = (event: Event) => event.preventDefault();
    const [pay, update] = host.querySelectorAll('button');
    const send = (submitter: HTMLButtonElement) => {
      const event = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter });
      host.querySelector('form')!.dispatchEvent(event);
    };
    // The test must not be taken away: a listener after ours keeps the page.
    addEventListener('submit', stay);
    send(pay!);
    send(update!);
    removeEventListener('submit', stay);
    expect(left).to.equal(1);
    addEventListener('click', stay);
    host.querySelector('b')!.click();
    host.querySelectorAll('a')[1]!.click();
    expect(left).to.equal(2);
    host.addEventListener('click', stay);
    host.querySelector('b')!.click();
    expect(left).to.equal(2);
    stop();
    removeEventListener('click', stay);
    host.remove();
  });
});
