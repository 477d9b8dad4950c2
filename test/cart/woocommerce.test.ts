import { expect } from 'chai';
import type { CartError } from '../../src/cart/cart-error.js';
import { woocommerce } from '../../src/cart/woocommerce.js';
import { wooStandIn } from './woocommerce-stand-in.js';
import type { WooProduct } from './woocommerce-stand-in.js';

const products: WooProduct[] = [
  { id: 11, name: 'Tea &amp; Toast &#8217;s', price: 1299, regularPrice: 1500, sku: 'TT', stock: 5 },
  { id: 12, name: 'Shirt', price: 700, stock: 3, variation: [{ attribute: 'Size', value: 'L' }] },
  { id: 13, name: 'Tray', price: 900, stock: 0 },
];
const { signal } = new AbortController();
const product = { id: '11' };

function open(money?: Parameters<typeof wooStandIn>[1]) {
  const shop = wooStandIn(products, money);
  return { shop, cart: woocommerce({ fetch: shop.fetch, root: '/wp-json/' }) };
}

async function refusalOf(promise: Promise<unknown>): Promise<CartError> {
  return promise.then(
    () => expect.fail('it was not refused'),
    (error: CartError) => error,
  );
}

function form(html: string, action = '/product/shirt/'): HTMLFormElement {
  const element = document.createElement('form');
  element.method = 'post';
  element.action = action;
  element.innerHTML = html;
  return element;
}

describe('the cart of a WooCommerce shop', () => {
  it('reads lines with decimal money and texts without entities', async () => {
    const { shop, cart } = open();
    shop.foreign(11, 2);
    expect(await cart.read!(signal)).to.deep.equal({
      currency: 'EUR',
      total: 25.98,
      lines: [
        {
          key: 'key0000000000000000000000000000b',
          variantId: '11',
          quantity: 2,
          total: 25.98,
          product: {
            id: 'TT',
            sku: 'TT',
            name: 'Tea & Toast ’s',
            url: 'https://shop.example/product/11/',
            image: 'https://shop.example/wp-content/11.jpg',
            price: 12.99,
            listPrice: 15,
            currency: 'EUR',
          },
        },
      ],
    });
  });

  it('reads a currency without decimals', async () => {
    const { shop, cart } = open({ currency: 'JPY', minorUnit: 0 });
    shop.foreign(12, 2);
    const state = await cart.read!(signal);
    expect([state!.total, state!.lines[0]!.product.price]).to.deep.equal([1400, 700]);
  });

  it('counts the tax in where prices are shown with it', async () => {
    const { shop, cart } = open({ taxRate: 0.19 });
    shop.foreign(11, 3);
    shop.foreign(12, 1);
    const state = await cart.read!(signal);
    expect(state!.total).to.equal(45.97);
    expect(state!.lines.map(({ total }) => total)).to.deep.equal([38.97, 7]);
  });

  it('gets a nonce before it writes, and keeps it', async () => {
    const { shop, cart } = open();
    await cart.add({ product, quantity: 1 }, signal);
    await cart.add({ product, quantity: 1 }, signal);
    expect(shop.requests).to.deep.equal([
      'GET /wp-json/wc/store/v1/cart',
      'POST /wp-json/wc/store/v1/cart/add-item',
      'POST /wp-json/wc/store/v1/cart/add-item',
    ]);
    expect(shop.cart.get(11)).to.equal(2);
  });

  for (const renews of [true, false])
    it(`renews a nonce that holds no longer, once, and adds once (${renews ? 'given with the refusal' : 'asked for'})`, async () => {
      const { shop, cart } = open();
      await cart.read!(signal);
      shop.expireNonce();
      shop.renews = renews;
      await cart.add({ product, quantity: 1 }, signal);
      expect(shop.cart.get(11)).to.equal(1);
      expect(shop.requests).to.have.length(renews ? 3 : 4);
    });

  it('says that the session is over when the new nonce holds no better', async () => {
    const { shop, cart } = open();
    const { fetch } = shop;
    let asked = 0;
    const stubborn = woocommerce({
      root: '/wp-json/',
      fetch: (url, init) => {
        asked++;
        shop.expireNonce();
        return fetch(url, init);
      },
    });
    const refusal = await refusalOf(stubborn.add({ product, quantity: 1 }, signal));
    expect([refusal.reason, asked]).to.deep.equal(['session-expired', 3]);
    expect(cart.name).to.equal('woocommerce');
  });

  it('goes by a Cart-Token where the shop is headless, and needs no nonce then', async () => {
    const shop = wooStandIn(products);
    const cart = woocommerce({ fetch: shop.fetch, root: '/wp-json/', headless: true });
    await cart.read!(signal);
    shop.expireNonce();
    await cart.add({ product, quantity: 1 }, signal);
    expect(shop.requests).to.have.length(2);
  });

  it('finds its address in the page, also where addresses are not pretty', async () => {
    const link = document.createElement('link');
    link.rel = 'https://api.w.org/';
    link.href = '/?rest_route=/';
    document.head.append(link);
    const asked: string[] = [];
    const cart = woocommerce({
      fetch: (url) => {
        asked.push(url);
        return Promise.reject(new TypeError());
      },
    });
    await refusalOf(cart.read!(signal));
    link.remove();
    expect(asked).to.deep.equal([`${location.origin}/?rest_route=/wc/store/v1/cart`]);
  });

  it('changes a line, and takes one out', async () => {
    const { shop, cart } = open();
    shop.foreign(11, 2);
    const [line] = (await cart.read!(signal))!.lines;
    await cart.change!(line!, 4, signal);
    expect(shop.cart.get(11)).to.equal(4);
    await cart.change!(line!, 0, signal);
    expect(shop.cart.size).to.equal(0);
  });

  describe('says why the shop refused, in the shop’s words', () => {
    const cases: [string, number, string][] = [
      ['13', 1, 'sold-out'],
      ['12', 4, 'quantity-limit'],
      ['99', 1, 'variant-missing'],
    ];
    for (const [variantId, quantity, reason] of cases)
      it(`${reason}`, async () => {
        const refusal = await refusalOf(open().cart.add({ product, variantId, quantity }, signal));
        expect(refusal.reason).to.equal(reason);
        expect(refusal.message).to.match(/\w{4}/).and.not.match(/&\w+;/);
      });

    it('rate-limited, as WooCommerce says it: status 400, a code, and a header of its own', async () => {
      const cart = woocommerce({
        root: '/wp-json/',
        fetch: () =>
          Promise.resolve(
            new Response(
              '{"code":"rate_limit_exceeded","message":"Too many requests. Please wait 7 seconds before trying again.","data":{"status":400}}',
              {
                status: 400,
                headers: { 'RateLimit-Retry-After': '7' },
              },
            ),
          ),
      });
      const refusal = await refusalOf(cart.read!(signal));
      expect([refusal.reason, refusal.retryAfterMs]).to.deep.equal(['rate-limited', 7000]);
    });

    it('offline, and unknown where a page came instead of data', async () => {
      const { shop, cart } = open();
      shop.faults = ['offline', 'error-page', 'challenge'];
      const reasons = [];
      for (let n = 0; n < 3; n++) reasons.push((await refusalOf(cart.read!(signal))).reason);
      expect(reasons).to.deep.equal(['offline', 'unknown', 'unknown']);
    });
  });

  describe('takes a form', () => {
    const variation =
      '<input name=add-to-cart value=10><input name=variation_id value=12><input name=attribute_pa_size value=l>';

    it('in the terms of the Store API, as long as they suffice', async () => {
      const bodies: unknown[] = [];
      const shop = wooStandIn(products);
      const cart = woocommerce({
        root: '/wp-json/',
        fetch: (url, init) => {
          if (init?.body) bodies.push(JSON.parse(init.body as string));
          return shop.fetch(url, init);
        },
      });
      await cart.add({ product: { id: 'S' }, quantity: 2, form: form(variation) }, signal);
      expect(bodies).to.deep.equal([{ id: 12, quantity: 2, variation: [{ attribute: 'pa_size', value: 'l' }] }]);
    });

    it('as it is, when an add-on has put fields into it; the cart decides then', async () => {
      const sent: [string, string][] = [];
      const cart = woocommerce({
        root: '/wp-json/',
        fetch: (url, init) => {
          sent.push([url, String(init!.body)]);
          return Promise.resolve(new Response('<p>ok'));
        },
      });
      const addition = {
        product: { id: 'S' },
        quantity: 2,
        form: form('<button name=add-to-cart value=11></button><input name=engraving value=Ada>'),
      };
      expect(await cart.add(addition, signal)).to.equal('unconfirmed');
      expect(sent).to.deep.equal([[`${location.origin}/product/shirt/`, 'engraving=Ada&quantity=2&add-to-cart=11']]);
    });
  });

  describe('hears of changes that are not its own', () => {
    it('by the events of blocks, and of jQuery where there is one', () => {
      const on: [string, () => void][] = [];
      const off: unknown[] = [];
      const triggered: string[] = [];
      const page = globalThis as { jQuery?: unknown };
      page.jQuery = () => ({
        on: (events: string, hear: () => void) => on.push([events, hear]),
        off: (_: string, hear: () => void) => off.push(hear),
        trigger: (event: string) => triggered.push(event),
      });
      let heard = 0;
      const stop = open().cart.watch!(() => heard++);
      document.body.dispatchEvent(new CustomEvent('wc-blocks_added_to_cart', { bubbles: true }));
      expect(on[0]![0]).to.match(/\badded_to_cart\b.*\bwc_fragments_refreshed\b/);
      on[0]![1]();
      stop();
      delete page.jQuery;
      document.body.dispatchEvent(new CustomEvent('wc-blocks_added_to_cart', { bubbles: true }));
      expect(heard).to.equal(2);
      expect(off).to.deep.equal([on[0]![1]]);
    });

    it('and not of what it tells the theme itself', async () => {
      const { cart } = open();
      let heard = 0;
      let shown = 0;
      const show = () => shown++;
      document.addEventListener('wc-blocks_added_to_cart', show);
      const stop = cart.watch!(() => heard++);
      await cart.add({ product, quantity: 1 }, signal);
      stop();
      document.removeEventListener('wc-blocks_added_to_cart', show);
      expect([shown, heard]).to.deep.equal([1, 0]);
    });
  });

  it('knows its pages by what WooCommerce writes on the body', () => {
    const { cart } = open();
    const { className } = document.body;
    const kinds = ['woocommerce-cart', 'woocommerce-checkout', 'home'].map((name) => {
      document.body.className = name;
      return cart.page!()?.kind;
    });
    expect(kinds).to.deep.equal(['cart', 'checkout', undefined]);
    document.body.className = 'woocommerce-checkout woocommerce-order-received';
    const overview = document.createElement('p');
    overview.innerHTML = '<span class="woocommerce-order-overview__total"><b class="amount">1.042,50 €</b></span>';
    document.body.append(overview);
    const { href } = location;
    history.replaceState(null, '', '/checkout/order-received/731/?key=wc_order_x');
    const page = cart.page!();
    history.replaceState(null, '', href);
    overview.remove();
    document.body.className = className;
    expect(page).to.deep.equal({ kind: 'order', id: '731', value: 1042.5 });
  });
});
