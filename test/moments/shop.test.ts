import { expect } from 'chai';
import {
  onCartContains,
  onCartCount,
  onCartUnchanged,
  onCartValue,
  onPriceDrop,
  onReturnWithCart,
} from '../../src/moments/index.js';
import { setCart } from '../../src/store/cart.js';
import { notePage } from '../../src/store/journey.js';
import { setPresent } from '../../src/store/present.js';
import { addWish } from '../../src/store/wishlist.js';
import { setVisible } from '../browser/fake-clock.js';
import { countListeners } from '../elements/count-listeners.js';
import { forgetPage } from '../forget-page.js';
import { goTo, notice, stir, use, useFreshPage } from './page.js';

const page = useFreshPage();
const teapot = { id: 'p1', name: 'Teapot', price: 25, currency: 'EUR', category: 'Tea', brand: 'Brew' };
const cartOf = (quantity: number) => ({
  lines: quantity ? [{ key: 'a', product: teapot, quantity }] : [],
  currency: 'EUR',
});

describe('a cart', () => {
  it('that becomes worth enough is a moment, once on a page', () => {
    const { clock } = page;
    setCart(cartOf(1));
    const [value, count] = [notice(onCartValue, { value: 50, clock }), notice(onCartCount, { count: 2, clock })];
    use(clock, 3000);
    expect([value, count]).to.deep.equal([[], []]);
    setCart(cartOf(2));
    const evidence = { value: 50, currency: 'EUR', pieces: 2 };
    expect([...value, ...count].map((one) => [one.moment, one.evidence])).to.deep.equal([
      ['cart-value', evidence],
      ['cart-count', evidence],
    ]);
    setCart(cartOf(3));
    expect(value).to.have.length(1);
    goTo('/another');
    use(clock, 3000);
    expect(value).to.have.length(2);
  });

  it('that is worth enough from the start is one when somebody uses the page, also when the shop says it later', () => {
    const { clock } = page;
    const noticed = notice(onCartValue, { value: 0, clock });
    use(clock, 3000);
    expect(noticed).to.deep.equal([]);
    setCart(cartOf(0));
    expect(noticed).to.deep.equal([]);
    setCart(cartOf(1));
    expect(noticed).to.have.length(1);
  });

  it('with a product, a category or a brand in it is one', () => {
    const { clock } = page;
    setCart(cartOf(1));
    const noticed = ['p1', 'tea', 'Brew', 'Kettle'].map((of) => notice(onCartContains, { of, clock }));
    use(clock, 3000);
    expect(noticed.map(([one]) => one?.evidence.by)).to.deep.equal(['id', 'category', 'brand', undefined]);
  });

  it('that has stood for some time is one, while somebody is there', () => {
    const { clock } = page;
    setCart(cartOf(1), Date.now() - 9 * 60_000);
    const noticed = notice(onCartUnchanged, { ms: 10 * 60_000, clock });
    use(clock, 5000);
    expect(noticed).to.deep.equal([]);
    expect(clock.waiting).to.equal(0);
    forgetPage();
    setCart(cartOf(1), Date.now() - 11 * 60_000);
    const old = notice(onCartUnchanged, { ms: 10 * 60_000, clock });
    clock.pass(60_000);
    setVisible(false);
    clock.pass(60_000);
    expect(old).to.deep.equal([]);
    setVisible(true);
    use(clock, 4000);
    expect(old).to.have.length(1);
    expect(old[0]!.evidence).to.deep.include({ value: 25, pieces: 1 });
    expect(old[0]!.evidence.unchangedMs).to.be.at.least(11 * 60_000);
    stir();
    clock.pass(1000);
    expect(clock.waiting).to.equal(0);
  });

  it('that was left in an earlier visit is one', () => {
    const { clock } = page;
    const day = 24 * 60 * 60 * 1000;
    notePage({ path: '/' }, Date.now() - day);
    setCart(cartOf(1), Date.now() - day);
    const noticed = notice(onReturnWithCart, { clock });
    use(clock, 3000);
    expect(noticed).to.have.length(1);
    expect(noticed[0]!.evidence).to.deep.include({ value: 25, pieces: 1 });
    expect(noticed[0]!.evidence.leftAt).to.be.below(Date.now() - day + 1000);
  });

  it('that is new, or empty by now, is not left', () => {
    const { clock } = page;
    const noticed = notice(onReturnWithCart, { clock });
    setCart(cartOf(1));
    use(clock, 3000);
    goTo('/another');
    setCart(cartOf(0));
    use(clock, 3000);
    expect(noticed).to.deep.equal([]);
  });
});

describe('a price drop', () => {
  it('of a wished product is a moment as soon as it is known', () => {
    const { clock } = page;
    addWish({ ...teapot, id: 'other' });
    addWish(teapot);
    const noticed = notice(onPriceDrop, { clock });
    use(clock, 3000);
    setPresent([{ ...teapot, price: 30 }]);
    expect(noticed).to.deep.equal([]);
    setPresent([{ ...teapot, price: 20 }]);
    setPresent([{ ...teapot, price: 10 }]);
    expect(noticed.map(({ moment, evidence }) => [moment, evidence])).to.deep.equal([
      ['price-drop', { product: 'p1', amount: 5, percent: 20, currency: 'EUR' }],
    ]);
  });
});

describe('whoever watches the cart', () => {
  it('leaves no listener and no timer behind', async () => {
    const { clock } = page;
    setCart(cartOf(1), Date.now() - 595_000);
    const left = await countListeners(async () => {
      const ends = [
        onCartValue(() => {}, { value: 1, clock }),
        onCartUnchanged(() => {}, { clock }),
        onReturnWithCart(() => {}, { clock }),
        onPriceDrop(() => {}, { clock }),
      ];
      use(clock, 3000);
      for (const end of ends) end();
    });
    expect(left).to.deep.equal([]);
    expect(clock.waiting).to.equal(0);
  });
});
