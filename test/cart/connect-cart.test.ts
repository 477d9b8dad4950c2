import { expect } from 'chai';
import fc from 'fast-check';
import { atom } from 'nanostores';
import { connectCart } from '../../src/cart/connect-cart.js';
import type { ConnectCartOptions } from '../../src/cart/connect-cart.js';
import { connectedCart } from '../../src/cart/connected-cart.js';
import type { CartConnection } from '../../src/cart/connected-cart.js';
import type { CartAdapter, CartAnswer } from '../../src/cart/cart-adapter.js';
import type { CartError } from '../../src/cart/cart-error.js';
import { shopify } from '../../src/cart/shopify.js';
import { woocommerce } from '../../src/cart/woocommerce.js';
import type { FactEvent } from '../../src/events/fact-event.js';
import { createCart } from '../../src/store/cart.js';
import { createDevice } from '../../src/store/device.js';
import { rememberListChoice } from '../../src/store/list-choices.js';
import type { CartStore } from '../../src/store/cart.js';
import { forgetPage } from '../forget-page.js';
import { fakeStorage } from '../store/fake-storage.js';
import type { Fault, Network } from './network.js';
import { shopifyStandIn } from './shopify-stand-in.js';
import { wooStandIn } from './woocommerce-stand-in.js';

const names = ['cue-add-to-cart', 'cue-remove-from-cart'] as const;

/** What is told on this page from now on: `+2 41 element`. */
function hearFacts() {
  const facts: FactEvent<(typeof names)[number]>[] = [];
  const hear = (event: Event) => void facts.push(event as FactEvent<(typeof names)[number]>);
  for (const name of names) addEventListener(name, hear);
  const pieces = ({ type, detail }: (typeof facts)[number]) =>
    (type === 'cue-add-to-cart' ? 1 : -1) * detail.items[0]!.quantity!;
  return {
    facts,
    said: () =>
      facts.map(
        (fact) =>
          `${pieces(fact) > 0 ? '+' : ''}${pieces(fact)} ${fact.detail.items[0]!.item_id} ${fact.detail.cause!.from}`,
      ),
    sum(id: string, from?: string): number {
      return facts
        .filter(({ detail }) => detail.items[0]!.item_id === id && (!from || detail.cause!.from === from))
        .reduce((total, fact) => total + pieces(fact), 0);
    },
    stop: () => names.forEach((name) => removeEventListener(name, hear)),
  };
}

const variants = [41, 42, 43].map((id) => ({ id, title: `Thing${id}`, price: 100 * id, stock: 1000 }));
const product = { id: '41', name: 'Thing41', price: 41, currency: 'EUR' };

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Lines, in any order: `41×2`. */
const linesOf = (store: CartStore) =>
  (store.latest()?.lines ?? []).map(({ variantId, quantity }) => `${variantId}×${quantity}`).sort();
const shopLines = (cart: Map<number, number>) => [...cart].map(([id, quantity]) => `${id}×${quantity}`).sort();

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let round = 0; round < 400; round++) {
    if (condition()) return;
    await nextTask();
  }
  expect.fail(`it never came about that ${what}`);
}

/** One after another, in all tabs of the test, as `navigator.locks` does it. */
function createLock() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(task: () => Promise<T>): Promise<T> => {
    const result = last.then(task);
    last = result.catch(() => {});
    return result;
  };
}

interface Tab {
  connection: CartConnection;
  store: CartStore;
  /** Something on this tab's page changed the cart. */
  signal(): void;
  hidden: boolean;
}

function openTab(adapter: CartAdapter, storage: Storage, options: Partial<ConnectCartOptions> = {}): Tab {
  let changed = () => {};
  const store = createCart(
    createDevice(() => storage),
    atom(true),
  );
  const tab = { store, hidden: false, signal: () => changed() } as Tab;
  tab.connection = connectCart({
    adapter: {
      ...adapter,
      watch(listener) {
        changed = listener;
        return () => (changed = () => {});
      },
    },
    store,
    dataLayer: '',
    settleMs: 0,
    retryMs: 0,
    lock: createLock(),
    isHidden: () => tab.hidden,
    ...options,
  });
  return tab;
}

describe('a page that is connected with the shop’s cart', () => {
  let heard: ReturnType<typeof hearFacts>;
  let tabs: Tab[] = [];
  const open = (...parameters: Parameters<typeof openTab>) => {
    const tab = openTab(...parameters);
    tabs.push(tab);
    return tab;
  };
  beforeEach(() => (heard = hearFacts()));
  afterEach(() => {
    heard.stop();
    for (const { connection } of tabs) connection.stop();
    tabs = [];
  });

  async function start(fill: Record<number, number> = {}) {
    const shop = shopifyStandIn(variants);
    for (const [id, quantity] of Object.entries(fill)) shop.foreign(Number(id), quantity);
    const tab = open(shopify({ fetch: shop.fetch }), fakeStorage());
    await until(() => tab.store.latest() !== undefined, 'the cart was read');
    return { shop, tab, ...tab };
  }

  it('knows the cart as it is found, and tells nothing of it', async () => {
    const { store } = await start({ 41: 2 });
    expect(linesOf(store)).to.deep.equal(['41×2']);
    expect(heard.said()).to.deep.equal([]);
  });

  it('tells the variant that the shop took, where the page still shows another', async () => {
    const line = (sku: string) => ({
      key: `line ${sku}`,
      variantId: 'v2',
      quantity: 1,
      product: { id: sku, sku, name: 'Mug, blue', price: 12 },
    });
    let answer: CartAnswer;
    const adapter: CartAdapter = { name: 'own', variantOf: () => 'v2', add: () => Promise.resolve(answer) };
    const { connection } = open(adapter, fakeStorage());
    const red = { id: 'RED', sku: 'RED', gtin: '4006381333931', name: 'Mug, red', price: 10, brand: 'Acme' };
    const sold = () => heard.facts.at(-1)!.detail.items[0]!;

    answer = line('BLUE');
    await connection.add({ product: red, quantity: 1 });
    expect(sold()).to.deep.equal({
      item_id: 'BLUE',
      quantity: 1,
      item_name: 'Mug, blue',
      item_brand: 'Acme',
      price: 12,
    });
    expect(heard.facts.at(-1)!.detail)
      .to.deep.nested.include({ value: 12 })
      .and.not.have.nested.property('product.gtin');

    answer = { lines: [line('BLUE')] };
    await connection.add({ product: { ...red, id: '8123' }, quantity: 1 });
    expect([sold().item_id, sold().price], 'a page that calls products by a number does so still').to.deep.equal([
      '8123',
      12,
    ]);

    answer = undefined;
    await connection.add({ product: red, quantity: 1 });
    expect([sold().item_id, sold().price]).to.deep.equal(['RED', 10]);
  });

  it('tells an addition from the element that made it, once, and shows it before it is read again', async () => {
    const { shop, connection, store } = await start({ 42: 1 });
    const button = document.body.appendChild(document.createElement('button'));
    const targets: unknown[] = [];
    button.addEventListener('cue-add-to-cart', ({ target, detail }) => targets.push(target, detail.value));
    const cause = { from: 'element', element: 'cue-add-to-cart', action: 'click' } as const;
    expect(await connection.add({ product, quantity: 2 }, { source: button, cause })).to.equal(true);
    expect(linesOf(store)).to.deep.equal(['41×2', '42×1']);
    await until(() => store.latest()!.lines.every(({ key }) => key), 'the cart was read again');
    shop.foreign(42, 0);
    button.remove();
    expect(heard.said()).to.deep.equal(['+2 41 element']);
    expect(heard.facts[0]!.detail.cause).to.deep.equal(cause);
    expect(targets).to.deep.equal([button, 82]);
  });

  it('tells an addition with the list from which the shopper went to the product', async () => {
    const { shop, tab } = await start();
    rememberListChoice({ item_list_id: 'related', item_list_name: 'Related', items: [{ item_id: '41', index: 2 }] });
    shop.foreign(41, 1);
    tab.signal();
    await until(() => heard.facts.length > 0, 'it was told');
    const [item] = heard.facts[0]!.detail.items;
    expect(item).to.include({ item_list_id: 'related', item_list_name: 'Related', index: 2 });
    forgetPage();
  });

  it('does not tell it again when the platform’s own event, or the request in the browser’s list, comes too', async () => {
    const { tab, connection, shop } = await start();
    const adding = connection.add({ product, quantity: 1 });
    tab.signal();
    await adding;
    tab.signal();
    await until(() => shop.requests.filter((request) => request.startsWith('GET')).length >= 2, 'it was read again');
    await nextTask();
    expect(heard.said()).to.deep.equal(['+1 41 code']);
  });

  it('tells what the theme adds and removes as the platform’s', async () => {
    const { tab, shop, store } = await start({ 41: 2 });
    shop.foreign(42, 3);
    shop.cart.delete(41);
    tab.signal();
    await until(() => linesOf(store).join() === '42×3', 'the cart was read again');
    expect(heard.said().sort()).to.deep.equal(['+3 42 platform', '-2 41 platform']);
  });

  it('keeps apart what it did and what the theme did in the meantime', async () => {
    const { tab, shop, connection, store } = await start();
    shop.delay.back = () => {
      shop.delay.back = () => {};
      shop.foreign(41, 1);
      shop.foreign(42, 1);
    };
    await connection.add({ product, quantity: 2 });
    tab.signal();
    await until(() => linesOf(store).join() === '41×3,42×1', 'the cart was read again');
    expect(heard.said().sort()).to.deep.equal(['+1 41 platform', '+1 42 platform', '+2 41 code']);
  });

  it('changes lines, and tells the difference', async () => {
    const { connection, store } = await start({ 41: 2, 42: 1 });
    const key = (id: string) => store.latest()!.lines.find(({ variantId }) => variantId === id)!.key;
    await connection.change(key('41'), 5);
    await connection.change(key('42'), 0);
    expect(linesOf(store)).to.deep.equal(['41×5']);
    expect(heard.said()).to.deep.equal(['+3 41 code', '-1 42 code']);
  });

  it('tells the part of an addition that a shop did, and still says why not all', async () => {
    const few = shopifyStandIn([{ id: 41, title: 'Thing', price: 4100, stock: 3 }]);
    few.tooMany = 'partial';
    const tab = open(shopify({ fetch: few.fetch }), fakeStorage());
    await until(() => tab.store.latest() !== undefined, 'the cart was read');
    const refusal = await tab.connection.add({ product, quantity: 5 }).catch((error: CartError) => error);
    expect((refusal as CartError).reason).to.equal('quantity-limit');
    expect(linesOf(tab.store)).to.deep.equal(['41×3']);
    expect(heard.said()).to.deep.equal(['+3 41 code']);
  });

  it('finds out whether something was added when the answer is lost', async () => {
    const { shop, connection, store } = await start();
    shop.faults = ['lost'];
    expect(await connection.add({ product, quantity: 1 })).to.equal(true);
    shop.faults = ['offline'];
    const refusal = await connection.add({ product, quantity: 1 }).catch((error: CartError) => error);
    expect((refusal as CartError).reason).to.equal('offline');
    expect(linesOf(store)).to.deep.equal(['41×1']);
    expect(heard.said()).to.deep.equal(['+1 41 code']);
  });

  it('lets a press go before a slow reading, whose late answer counts no more', async () => {
    const { shop, tab, connection, store } = await start();
    let release = () => {};
    const slow = new Promise<void>((resolve) => (release = resolve));
    shop.delay.back = () => {
      shop.delay.back = () => {};
      return slow;
    };
    const before = shop.requests.length;
    tab.signal();
    await until(() => shop.requests.length > before, 'the slow reading was under way');
    await connection.add({ product, quantity: 1 });
    expect(linesOf(store)).to.deep.equal(['41×1']);
    release();
    await until(() => store.latest()!.lines.every(({ key }) => key), 'the cart was read again');
    expect(linesOf(store)).to.deep.equal(['41×1']);
    expect(heard.said()).to.deep.equal(['+1 41 code']);
  });

  it('reads once for many signals, and again after a fault', async () => {
    const { shop, tab, store } = await start();
    shop.requests.length = 0;
    for (let n = 0; n < 20; n++) tab.signal();
    await until(() => shop.requests.length > 0, 'it was read');
    await nextTask();
    expect(shop.requests).to.have.length(1);
    shop.faults = ['error-page', 'offline', 'rate-limited'];
    shop.foreign(41, 1);
    tab.signal();
    await until(() => linesOf(store).join() === '41×1', 'it was read in the end');
    expect(heard.said()).to.deep.equal(['+1 41 platform']);
  });

  it('reads nothing while nobody looks, and tells what it missed as soon as somebody does', async () => {
    const { shop, tab, store } = await start();
    tab.hidden = true;
    const before = shop.requests.length;
    shop.foreign(41, 1);
    tab.signal();
    await nextTask();
    await nextTask();
    expect(shop.requests.length).to.equal(before);
    tab.hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => linesOf(store).join() === '41×1', 'the cart was read');
    expect(heard.said()).to.deep.equal(['+1 41 platform']);
  });

  it('does not take an ordered or expired cart for one that was emptied', async () => {
    const { shop, tab, store } = await start({ 41: 1 });
    shop.cart.clear();
    tab.connection.refresh();
    await until(() => linesOf(store).length === 0, 'the cart was read');
    expect(heard.said()).to.deep.equal([]);
  });

  it('does not tell on arrival what has become of the cart of last week', async () => {
    const shop = shopifyStandIn(variants);
    const storage = fakeStorage();
    const store = createCart(
      createDevice(() => storage),
      atom(true),
    );
    store.set({ lines: [] }, Date.now() - 7 * 24 * 60 * 60 * 1000);
    shop.foreign(41, 2);
    const tab = open(shopify({ fetch: shop.fetch }), storage);
    await until(() => linesOf(tab.store).join() === '41×2', 'the cart was read');
    expect(heard.said()).to.deep.equal([]);
  });

  it('tells on arrival what a form without scripts has done a moment ago', async () => {
    const shop = shopifyStandIn(variants);
    const storage = fakeStorage();
    createCart(
      createDevice(() => storage),
      atom(true),
    ).set({ lines: [] }, Date.now() - 5000);
    shop.foreign(41, 2);
    const tab = open(shopify({ fetch: shop.fetch }), storage);
    await until(() => linesOf(tab.store).join() === '41×2', 'the cart was read');
    expect(heard.said()).to.deep.equal(['+2 41 platform']);
  });

  it('is one connection, though two copies of the kit make it', () => {
    forgetPage();
    const adapter: CartAdapter = { name: 'one', add: () => Promise.resolve() };
    const first = connectCart({ adapter, dataLayer: '' });
    expect(connectCart({ adapter: { ...adapter }, dataLayer: '' })).to.equal(first);
    expect(connectedCart()).to.equal(first);
    first.stop();
    expect(connectedCart()).to.equal(undefined);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const { shop, tab } = await start();
    tab.connection.stop();
    shop.requests.length = 0;
    for (const type of ['visibilitychange', 'online', 'pageshow']) {
      document.dispatchEvent(new Event(type));
      dispatchEvent(new Event(type));
    }
    tab.connection.refresh(true);
    await nextTask();
    await nextTask();
    expect(shop.requests).to.deep.equal([]);
  });

  it('is silent on what another tab may have told where tabs do not share what they know', async () => {
    const shop = shopifyStandIn(variants);
    const store = createCart(
      createDevice(() => fakeStorage()),
      atom(false),
    );
    const tab = open(shopify({ fetch: shop.fetch }), fakeStorage(), { store });
    await until(() => store.latest() !== undefined, 'the cart was read');
    shop.foreign(41, 1);
    tab.connection.refresh();
    await until(() => linesOf(store).length === 1, 'the cart was read');
    expect(heard.said()).to.deep.equal([]);
    shop.foreign(42, 1);
    tab.signal();
    await until(() => linesOf(store).length === 2, 'the cart was read');
    expect(heard.said()).to.deep.equal(['+1 42 platform']);
  });

  describe('asks before it acts', () => {
    const once = (hear: (event: HTMLElementEventMap['cue-request-add-to-cart']) => void) =>
      addEventListener('cue-request-add-to-cart', hear as (event: Event) => void, { once: true });

    it('and does nothing when the shop says no', async () => {
      const { shop, connection } = await start();
      once((event) => event.preventDefault());
      expect(await connection.add({ product, quantity: 1 })).to.equal(false);
      expect([shop.cart.size, heard.said()]).to.deep.equal([0, []]);
    });

    it('and lets the shop do it itself: told once, when it is done', async () => {
      const { shop, tab, connection, store } = await start();
      let done = () => {};
      once((event) => {
        const { quantity, variantId } = event.detail;
        event.respondWith(
          new Promise<void>((resolve) => {
            done = () => {
              shop.foreign(Number(variantId), quantity);
              tab.signal();
              resolve();
            };
          }),
        );
      });
      const adding = connection.add({ product, quantity: 2 });
      await nextTask();
      expect(heard.said()).to.deep.equal([]);
      done();
      await adding;
      await until(() => store.latest()!.lines.every(({ key }) => key), 'the cart was read');
      expect(heard.said()).to.deep.equal(['+2 41 code']);
    });

    it('and tells nothing when the shop’s own way fails', async () => {
      const { connection } = await start();
      once((event) => event.respondWith(Promise.reject(new Error('no'))));
      const refusal = await connection.add({ product, quantity: 1 }).catch((error: CartError) => error);
      expect((refusal as CartError).reason).to.equal('unknown');
      expect(heard.said()).to.deep.equal([]);
    });
  });

  it('believes a form’s page only what the cart confirms', async () => {
    let lines: { key: string; product: { id: string }; quantity: number }[] = [];
    let works = true;
    const adapter: CartAdapter = {
      name: 'form',
      read: () => Promise.resolve({ lines }),
      add({ quantity }) {
        // The shop calls it by a name of its own.
        if (works) lines = [...lines, { key: `k${lines.length}`, product: { id: `sku-${lines.length}` }, quantity }];
        return Promise.resolve('unconfirmed');
      },
    };
    const { connection, store } = open(adapter, fakeStorage());
    await until(() => store.latest() !== undefined, 'the cart was read');
    expect(await connection.add({ product, quantity: 2 })).to.equal(true);
    works = false;
    const refusal = await connection.add({ product, quantity: 1 }).catch((error: CartError) => error);
    expect((refusal as CartError).reason).to.equal('unknown');
    expect(heard.said()).to.deep.equal(['+2 41 code']);
  });

  it('recognises an addition that the platform lists under another name', async () => {
    let lines: { key: string; variantId: string; product: { id: string }; quantity: number }[] = [];
    const adapter: CartAdapter = {
      name: 'other-names',
      read: () => Promise.resolve({ lines }),
      add({ quantity }) {
        lines = [{ key: 'k', variantId: '900', product: { id: 'SKU' }, quantity }];
        return Promise.resolve();
      },
    };
    const { connection, store } = open(adapter, fakeStorage());
    await until(() => store.latest() !== undefined, 'the cart was read');
    await connection.add({ product, quantity: 2 });
    await until(() => linesOf(store).join() === '900×2', 'the cart was read');
    expect(heard.said()).to.deep.equal(['+2 41 code']);
  });

  it('tracks what is added where no cart can be read', async () => {
    const { connection, store } = open({ name: 'blind', add: () => Promise.resolve() }, fakeStorage());
    store.set({ lines: [] }, Date.now());
    await connection.add({ product, quantity: 2 });
    await connection.add({ product, quantity: 1 });
    expect(store.latest()!.lines.map(({ quantity }) => quantity)).to.deep.equal([3]);
    expect(heard.said()).to.deep.equal(['+2 41 code', '+1 41 code']);
  });

  const faults = fc.array(
    fc.option(fc.constantFrom<Fault>('offline', 'lost', 'error-page', 'challenge', 'rate-limited'), {
      nil: undefined,
      freq: 1,
    }),
    { maxLength: 4 },
  );
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('add' as const),
        tab: fc.nat(1),
        id: fc.constantFrom(41, 42, 43),
        quantity: fc.integer({ min: 1, max: 3 }),
        faults,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('foreign' as const),
        tab: fc.nat(1),
        id: fc.constantFrom(41, 42, 43),
        quantity: fc.integer({ min: 1, max: 3 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('change' as const),
        tab: fc.nat(1),
        line: fc.nat(2),
        quantity: fc.nat(4),
        faults,
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('switch' as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), tasks: fc.nat(4) }) },
  );

  interface Shop extends Network {
    cart: Map<number, number>;
    foreign(id: number, quantity: number): void;
  }
  const platforms: [string, () => { shop: Shop; adapter: CartAdapter }][] = [
    [
      'Shopify',
      () => {
        const shop = shopifyStandIn(variants);
        return { shop, adapter: shopify({ fetch: shop.fetch }) };
      },
    ],
    [
      'WooCommerce',
      () => {
        const shop = wooStandIn(variants.map(({ id, title, price }) => ({ id, name: title, price, stock: 1000 })));
        return { shop, adapter: woocommerce({ fetch: shop.fetch, root: '/wp-json/' }) };
      },
    ],
  ];

  for (const [platform, create] of platforms)
    it(`holds on ${platform}: whatever comes in between, $cart ends as the shop’s cart, and each piece is told once`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { maxLength: 12 }),
          fc.array(fc.nat(3), { maxLength: 40 }),
          async (steps, waits) => {
            const own = hearFacts();
            const { shop, adapter } = create();
            const storage = fakeStorage();
            const lock = createLock();
            const pair = [openTab(adapter, storage, { lock }), openTab(adapter, storage, { lock })] as const;
            try {
              pair[1].hidden = true;
              await until(() => pair[0].store.latest() !== undefined, 'the cart was read');
              const pause = async () => {
                for (let n = waits.shift() ?? 0; n > 0; n--) await nextTask();
              };
              shop.delay = { there: pause, back: pause };
              /** Pieces that must be told in all, by product, and those of them that are certain to be ours. */
              const certain = new Map<number, number>();
              const running: Promise<unknown>[] = [];
              for (const each of steps) {
                if (each.do === 'wait') for (let n = each.tasks; n > 0; n--) await nextTask();
                else if (each.do === 'switch') {
                  for (const tab of pair) tab.hidden = !tab.hidden;
                  document.dispatchEvent(new Event('visibilitychange'));
                } else if (each.do === 'foreign') {
                  shop.foreign(each.id, each.quantity);
                  pair[each.tab]!.signal();
                } else if (each.do === 'add') {
                  shop.faults.push(...each.faults);
                  const addition = { product: { id: String(each.id) }, quantity: each.quantity };
                  running.push(
                    pair[each.tab]!.connection.add(addition).then(
                      () => certain.set(each.id, (certain.get(each.id) ?? 0) + each.quantity),
                      () => {},
                    ),
                  );
                } else {
                  shop.faults.push(...each.faults);
                  const { store, connection } = pair[each.tab]!;
                  const key = store.latest()?.lines.at(each.line)?.key;
                  if (key) running.push(connection.change(key, each.quantity).catch(() => {}));
                }
              }
              await Promise.all(running);
              shop.faults.length = 0;
              shop.delay = { there: () => {}, back: () => {} };
              // Back in each tab, as a shopper would come back to it.
              for (const tab of pair) tab.hidden = false;
              for (const tab of pair) tab.signal();
              const settled = () => pair.every(({ store }) => linesOf(store).join() === shopLines(shop.cart).join());
              await until(settled, '$cart was the shop’s cart');
              for (let n = 0; n < 5; n++) await nextTask();
              expect(settled()).to.equal(true);
              for (const { id } of variants)
                expect(own.sum(String(id)), `pieces of ${id} that were told`).to.equal(shop.cart.get(id) ?? 0);
              if (!steps.some((each) => each.do === 'change'))
                for (const { id } of variants)
                  expect(own.sum(String(id), 'code'), `pieces of ${id} told as ours`).to.be.at.least(
                    certain.get(id) ?? 0,
                  );
              if (!steps.some((each) => each.do === 'change'))
                expect(own.facts.every(({ type }) => type === names[0])).to.equal(true);
            } finally {
              for (const { connection } of pair) connection.stop();
              own.stop();
            }
          },
        ),
        { numRuns: 60 },
      );
    });
});
