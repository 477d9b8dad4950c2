import { expect } from 'chai';
import { atom } from 'nanostores';
import type { CartAdapter, CartPage } from '../../src/cart/cart-adapter.js';
import { tellCartPages } from '../../src/cart/tell-cart-pages.js';
import { FactEvent } from '../../src/events/fact-event.js';
import { onRecord } from '../../src/kit.js';
import { dataLayer } from '../../src/sinks/data-layer.js';
import { createCart } from '../../src/store/cart.js';
import type { CartState, CartStore } from '../../src/store/cart.js';
import { createDevice } from '../../src/store/device.js';
import { rememberListChoice } from '../../src/store/list-choices.js';
import { forgetPage } from '../forget-page.js';
import { fakeStorage } from '../store/fake-storage.js';

const page = globalThis as unknown as { testLayer?: unknown[] };
const names = ['cue-view-cart', 'cue-begin-checkout', 'cue-purchase'] as const;
const filled: CartState = {
  lines: [{ key: 'k', product: { id: 'a', name: 'Tea', price: 5 }, quantity: 2 }],
  total: 10,
  currency: 'EUR',
};
const items = [{ item_id: 'a', item_name: 'Tea', price: 5, quantity: 2 }];

/** The page is left: whatever has waited is said now. */
const leave = () => dispatchEvent(new Event('pagehide'));

describe('what the shop’s pages and data layer say of buying', () => {
  let told: FactEvent[];
  let store: CartStore;
  let changes: number;
  let storage: Storage;
  const stops: (() => void)[] = [];
  const hear = (event: Event) => void told.push(event as FactEvent);
  const openStore = () =>
    createCart(
      createDevice(() => storage),
      atom(true),
    );

  beforeEach(() => {
    told = [];
    changes = 0;
    storage = fakeStorage();
    store = openStore();
    page.testLayer = [];
    for (const name of names) addEventListener(name, hear);
  });
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    for (const name of names) removeEventListener(name, hear);
    delete page.testLayer;
  });

  function open(arrived?: CartPage, more: Partial<CartAdapter> = {}): void {
    const adapter: CartAdapter = { name: 'test', add: () => Promise.resolve(), page: () => arrived, ...more };
    stops.push(tellCartPages(adapter, store, 'testLayer', () => changes++));
  }
  const said = () => told.map(({ type }) => type);

  it('from which list a product came, up to the order', () => {
    store.set(filled, 1);
    rememberListChoice({ item_list_id: 'related', items: [{ item_id: 'a', index: 2 }] });
    const from = { item_list_id: 'related', index: 2 };
    open({ kind: 'checkout' });
    leave();
    open({ kind: 'order', id: 'O-7' });
    leave();
    expect(said()).to.deep.equal(['cue-begin-checkout', 'cue-purchase']);
    for (const { detail } of told) expect(detail).to.deep.include({ items: [{ ...items[0], ...from }] });
    forgetPage();
  });

  it('the cart’s page is a look at the cart, as it has been read by then', () => {
    open({ kind: 'cart' });
    expect(said()).to.deep.equal([]);
    store.set(filled, 1);
    leave();
    leave();
    expect(said()).to.deep.equal(['cue-view-cart']);
    expect(told[0]!.detail).to.deep.equal({ items, value: 10, currency: 'EUR', cause: { from: 'platform' } });
  });

  it('an empty cart is nothing to look at, nor to check out', () => {
    store.set({ lines: [] }, 1);
    open(
      { kind: 'cart' },
      { watchView: (viewed) => (viewed(), () => {}), watchCheckout: (left) => (left(), () => {}) },
    );
    leave();
    expect(said()).to.deep.equal([]);
  });

  it('a drawer that is opened twice is looked at twice; a checkout is begun once', () => {
    store.set(filled, 1);
    let view = () => {};
    let left = () => {};
    open(undefined, {
      watchView: (listener) => ((view = listener), () => (view = () => {})),
      watchCheckout: (listener) => ((left = listener), () => (left = () => {})),
    });
    for (const step of [view, view, left, left]) step();
    expect(said()).to.deep.equal(['cue-view-cart', 'cue-view-cart', 'cue-begin-checkout']);
  });

  it('the checkout’s page begins the checkout', () => {
    store.set(filled, 1);
    open({ kind: 'checkout' });
    leave();
    // A test page that was reloaded is no new visit; runners load it anew.
    expect(said()).to.deep.equal(['cue-begin-checkout']);
  });

  describe('the confirmation of an order', () => {
    it('is a purchase of what was in the cart, with what the page says it cost', () => {
      store.set(filled, 1);
      store.set({ lines: [] }, 2);
      open({ kind: 'order', id: '731', value: 14.9 });
      leave();
      expect(told[0]!.detail).to.deep.equal({
        items,
        value: 14.9,
        currency: 'EUR',
        cause: { from: 'platform' },
        transaction_id: '731',
      });
      expect(store.latest()).to.include({ order: '731' });
    });

    it('is told once, also when the shopper comes back to it, in another page view', () => {
      store.set(filled, 1);
      open({ kind: 'order', id: '731' });
      leave();
      stops.splice(0).forEach((stop) => stop());
      store = openStore();
      open({ kind: 'order', id: '731' });
      leave();
      expect(said()).to.deep.equal(['cue-purchase']);
    });

    it('is the next purchase when the next order is confirmed', () => {
      store.set(filled, 1);
      for (const id of ['731', '732']) {
        open({ kind: 'order', id });
        leave();
      }
      expect(told.map(({ detail }) => (detail as { transaction_id: string }).transaction_id)).to.deep.equal([
        '731',
        '732',
      ]);
    });
  });

  describe('the data layer', () => {
    const purchase = {
      event: 'purchase',
      ecommerce: {
        transaction_id: 'R-9',
        value: '20.5',
        currency: 'EUR',
        coupon: 'SUMMER',
        items: [{ item_id: 'a', item_name: 'Tea', price: '10.25', quantity: 2, secret: 'x' }, null, {}],
      },
    };

    it('is taken at its word, with its items and its values, as far as they are GA4’s', () => {
      page.testLayer!.push({ ecommerce: null }, purchase);
      open({ kind: 'order', id: '9' });
      leave();
      expect(said()).to.deep.equal(['cue-purchase']);
      expect(told[0]!.detail).to.deep.equal({
        transaction_id: 'R-9',
        value: 20.5,
        currency: 'EUR',
        coupon: 'SUMMER',
        items: [{ item_id: 'a', item_name: 'Tea', price: 10.25, quantity: 2 }],
        cause: { from: 'platform', action: 'data-layer' },
      });
    });

    it('is understood when gtag() wrote it, and when it is spoken to later', () => {
      open();
      (function (..._: unknown[]) {
        page.testLayer!.push(arguments);
      })('event', 'begin_checkout', { currency: 'EUR', items: [{ item_id: 'a' }] });
      expect(said()).to.deep.equal([]);
      leave();
      expect(told[0]!.detail).to.deep.include({ items: [{ item_id: 'a' }], currency: 'EUR' });
    });

    it('is not wrapped', () => {
      const { push } = page.testLayer!;
      open();
      expect(Object.hasOwn(page.testLayer!, 'push')).to.equal(false);
      expect(page.testLayer!.push).to.equal(push);
    });

    it('says a thing once, however often it says it, and whoever else said it', () => {
      page.testLayer!.push(purchase, structuredClone(purchase));
      open({ kind: 'checkout' });
      store.set(filled, 1);
      document.dispatchEvent(new FactEvent('cue-begin-checkout', { items }));
      page.testLayer!.push({ event: 'begin_checkout', ecommerce: { items } });
      leave();
      expect(said()).to.deep.equal(['cue-purchase', 'cue-begin-checkout']);
    });

    it('is a sign of a change where it tells of additions, which the cart tells better', () => {
      page.testLayer!.push({ event: 'add_to_cart', ecommerce: { items } }, { event: 'scroll' });
      open();
      expect([changes, said()]).to.deep.equal([1, []]);
    });

    it('loses its oldest entries when it is long, and is still read on', () => {
      open();
      page.testLayer!.push({ event: 'x' }, { event: 'y' });
      leave();
      page.testLayer!.splice(0, 1);
      page.testLayer!.push({ event: 'view_cart', ecommerce: { items } });
      leave();
      leave();
      expect(said()).to.deep.equal(['cue-view-cart']);
    });

    for (const junk of [null, 7, 'text', [], {}, { event: 'purchase' }, { event: 'view_cart', ecommerce: 7 }])
      it(`may hold anything: ${JSON.stringify(junk)}`, () => {
        page.testLayer!.push(junk);
        open();
        expect(said()).to.deep.equal([]);
      });

    it('may be something else altogether', () => {
      (page as { testLayer?: unknown }).testLayer = 'mine';
      open();
      leave();
      expect(said()).to.deep.equal([]);
    });

    it('and our own sink do not answer each other', () => {
      const sink = dataLayer({ name: 'testLayer' });
      stops.push(onRecord((record) => sink.take(record)));
      store.set(filled, 1);
      let left = () => {};
      open({ kind: 'cart' }, { watchCheckout: (listener) => ((left = listener), () => {}) });
      left();
      leave();
      page.testLayer!.push(purchase);
      leave();
      leave();
      expect(said().sort()).to.deep.equal(['cue-begin-checkout', 'cue-purchase', 'cue-view-cart']);
      const events = page.testLayer!.flatMap((entry) => (entry as { event?: string }).event ?? []);
      expect(events.sort()).to.deep.equal(['begin_checkout', 'purchase', 'view_cart']);
    });
  });
});
