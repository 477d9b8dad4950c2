import { expect } from 'chai';
import fc from 'fast-check';
import { atom } from 'nanostores';
import {
  $cart,
  $cartHistory,
  cartUnchangedMs,
  createCart,
  mergeCarts,
  readCart,
  setCart,
} from '../../src/store/cart.js';
import type { Cart, CartLine } from '../../src/store/cart.js';
import { setConsent } from '../../src/store/consent.js';
import { createDevice } from '../../src/store/device.js';
import { forgetPage } from '../forget-page.js';
import { contentOf, fakeStorage } from './fake-storage.js';
import { openTabs } from './open-tabs.js';

const T = Date.UTC(2026, 0, 1);

const line = (id: string, quantity: number, more: Partial<CartLine> = {}): CartLine => ({
  key: `k-${id}`,
  product: { id },
  quantity,
  ...more,
});

describe('the cart', () => {
  beforeEach(() => forgetPage());

  it('is unknown until the shop has said something of it, and empty when it says so', () => {
    expect($cart.get()).to.equal(undefined);
    setCart({ lines: [] }, T);
    expect($cart.get()).to.deep.equal({ lines: [], at: T });
  });

  it('keeps what is said of it, and since when', () => {
    const lines = [line('a', 2, { variantId: '7', total: 9.8 })];
    expect(setCart({ lines, total: 9.8, currency: 'EUR' }, T)).to.equal(true);
    expect($cart.get()).to.deep.equal({ lines, total: 9.8, currency: 'EUR', at: T });
    expect(setCart({ currency: 'EUR', total: 9.8, lines }, T + 1000)).to.equal(false);
    expect($cart.get()!.at).to.equal(T);
  });

  it('remembers its earlier states, the newest first, up to thirty', () => {
    for (let n = 1; n <= 35; n++) setCart({ lines: [line('a', n)] }, T + n);
    const history = $cartHistory.get();
    expect(history.map(({ lines }) => lines[0]!.quantity)).to.deep.equal(Array.from({ length: 30 }, (_, n) => 35 - n));
    expect($cart.get()!.lines[0]!.quantity).to.equal(35);
  });

  it('has the last word also when the clock is set back', () => {
    setCart({ lines: [line('a', 1)] }, T);
    setCart({ lines: [line('a', 2)] }, T - 5000);
    expect($cart.get()!.lines[0]!.quantity).to.equal(2);
    expect($cartHistory.get().map(({ lines }) => lines[0]!.quantity)).to.deep.equal([2, 1]);
  });

  it('leaves out lines that are none, and keeps no address that is a script', () => {
    const lines = [
      line('a', 1, { product: { id: 'a', url: 'javascript:alert(1)' } }),
      line('b', 0),
      line('c', NaN),
      { key: 'd', quantity: 1 },
      null,
    ] as CartLine[];
    setCart({ lines }, T);
    expect($cart.get()!.lines).to.deep.equal([line('a', 1)]);
  });

  it('is there without consent, but not on the device', () => {
    setCart({ lines: [line('a', 1)] }, T);
    expect($cart.get()!.lines).to.have.length(1);
    const kept = () =>
      Object.keys(contentOf(localStorage)).filter((key) => key.startsWith('cuekit:personalization:cart'));
    expect(kept()).to.deep.equal([]);
    setConsent('granted');
    expect(kept()).to.have.length(2);
    setConsent('denied');
    expect(kept()).to.deep.equal([]);
    expect($cart.get()!.lines).to.have.length(1);
  });

  it('is the same in every tab, whichever saw it last', () => {
    const { tabs, settle } = openTabs(2);
    const [a, b] = tabs.map(({ device }) => createCart(device, atom(true)));
    a!.set({ lines: [line('a', 1)] }, T);
    b!.set({ lines: [line('b', 1)] }, T + 1);
    settle();
    for (const { $cart: one, $history } of [a!, b!]) {
      expect(one.get()!.lines[0]!.product.id).to.equal('b');
      expect($history.get()).to.have.length(2);
    }
  });

  it('looks again for what another tab wrote before the tab has heard of it', () => {
    const storage = fakeStorage();
    const [a, b] = [1, 2].map(() =>
      createCart(
        createDevice(() => storage),
        atom(true),
      ),
    );
    a!.set({ lines: [line('a', 1)] }, T);
    expect(b!.latest()!.lines).to.have.length(1);
  });

  it('survives what anybody may have written', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (data) => {
        const cart = readCart(data);
        if (cart) expect(readCart(JSON.parse(JSON.stringify(cart)))).to.deep.equal(cart);
      }),
    );
    expect(readCart({ lines: [], at: Infinity })).to.equal(undefined);
  });

  it('merges in any order to the same', () => {
    const carts = fc.record({ at: fc.integer({ min: 1, max: 3 }), lines: fc.constant([]), total: fc.nat(3) });
    fc.assert(
      fc.property(carts, carts, carts, (a, b, c) => {
        expect(mergeCarts(a, b)).to.deep.equal(mergeCarts(b, a));
        expect(mergeCarts(a, mergeCarts(b, c))).to.deep.equal(mergeCarts(mergeCarts(a, b), c));
        expect(mergeCarts(a, a)).to.equal(a);
      }),
    );
  });

  describe('has stood unchanged', () => {
    const at = (ms: number, ...lines: CartLine[]): Cart => ({ at: T + ms, lines });

    it('since something was last put in or taken out', () => {
      const history = [at(3000, line('a', 2)), at(2000, line('a', 1)), at(1000)];
      expect(cartUnchangedMs(history, T + 10_000)).to.equal(7000);
    });

    it('through changes of price, of order and of the shop’s own keys', () => {
      const history = [
        at(3000, line('b', 1), line('a', 1, { key: 'new', total: 9 })),
        at(2000, line('a', 1), line('b', 1)),
        at(1000, line('a', 1)),
      ];
      expect(cartUnchangedMs(history, T + 10_000)).to.equal(8000);
    });

    it('since the beginning, if it was never different', () => {
      expect(cartUnchangedMs([at(1000, line('a', 1))], T + 3000)).to.equal(2000);
      expect(cartUnchangedMs([at(1000, line('a', 1))], T)).to.equal(0);
    });

    it('for no time when there is nothing in it', () => {
      expect(cartUnchangedMs([at(2000), at(1000, line('a', 1))], T + 3000)).to.equal(undefined);
      expect(cartUnchangedMs([], T)).to.equal(undefined);
    });
  });
});
