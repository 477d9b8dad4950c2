import { expect } from 'chai';
import { better, saving } from '../../src/incentives/better.js';
import { eligible } from '../../src/incentives/eligible.js';
import type { Incentive } from '../../src/incentives/incentive.js';
import { live } from '../../src/store/incentive-life.js';
import type { CartState } from '../../src/store/cart.js';

const offer = (more: Partial<Incentive> = {}): Incentive => ({
  id: 'A',
  kind: 'discount',
  name: '10 % off',
  stackable: false,
  ...more,
});
const EUR = (value: number) => ({ value, currency: 'EUR' });
const cart = (...lines: [id: string, price: number, category?: string][]): CartState => ({
  currency: 'EUR',
  lines: lines.map(([id, price, category]) => ({
    key: id,
    quantity: 1,
    product: { id, price, currency: 'EUR', ...(category && { category }) },
  })),
});

describe('whether an incentive can be used', () => {
  it('goes by the minimum, and says what is missing', () => {
    const from40 = offer({ minimum: EUR(40) });
    expect(eligible(from40, { cart: cart(['a', 27.6]) }, 0)).to.deep.equal({ reason: 'minimum', missing: EUR(12.4) });
    expect(eligible(from40, { cart: cart(['a', 40]) }, 0)).to.deep.equal({});
    expect(eligible(from40, { cart: cart(['a', 0.1], ['b', 0.2]) }, 0)).to.deep.include({ missing: EUR(39.7) });
    expect(eligible(from40, { cart: cart() }, 0)).to.deep.equal({ reason: 'minimum', missing: EUR(40) });
  });

  it('knows nothing against it while the cart is not known', () => {
    expect(eligible(offer({ minimum: EUR(40) }), {}, 0)).to.deep.equal({});
    const unpriced: CartState = { lines: [{ key: 'a', quantity: 1, product: { id: 'a' } }] };
    expect(eligible(offer({ minimum: EUR(40) }), { cart: unpriced }, 0)).to.deep.equal({});
  });

  it('goes by the products and categories that it is for, also in what is missing', () => {
    const teapots = offer({ categories: ['Kitchen > Tea'], products: ['mug'], minimum: EUR(30) });
    expect(eligible(teapots, { cart: cart(['pan', 90, 'Kitchen > Teaspoons']) }, 0)).to.deep.equal({
      reason: 'products',
    });
    const some = cart(['pan', 90, 'Kitchen'], ['pot', 20, 'Kitchen > Tea > Pots'], ['mug', 4]);
    expect(eligible(teapots, { cart: some }, 0)).to.deep.equal({ reason: 'minimum', missing: EUR(6) });
  });

  it('is not said of a cart in another currency', () => {
    const dollars = offer({ minimum: { value: 40, currency: 'USD' } });
    expect(eligible(dollars, { cart: cart(['a', 50]) }, 0)).to.deep.equal({ reason: 'currency' });
  });

  it('is over with its end, and with that of who has it', () => {
    expect(eligible(offer({ endsAt: 100 }), {}, 99)).to.deep.equal({});
    expect(eligible(offer({ endsAt: 100 }), {}, 100)).to.deep.equal({ reason: 'ended' });
    const granted = live(undefined, { type: 'grant', at: 0, endsAt: 50 });
    expect(eligible(offer({ endsAt: 100 }), { granted }, 50)).to.deep.equal({ reason: 'ended' });
    const used = live(granted, { type: 'redeem', at: 10 });
    expect(eligible(offer(), { granted: used }, 20)).to.deep.equal({ reason: 'used' });
  });

  it('is not for who is about to buy anyway', () => {
    const spare = offer({ notFor: { buying: true } });
    const asked: unknown[] = [];
    const belongs = (audience: unknown) => Boolean(asked.push(audience));
    expect(eligible(spare, { belongs }, 0)).to.deep.equal({ reason: 'not-for' });
    expect(asked).to.deep.equal([{ buying: true }]);
    expect(eligible(spare, {}, 0)).to.deep.equal({});
  });

  it('stands beside another only if both can', () => {
    const other = offer({ id: 'B' });
    expect(eligible(offer(), { applied: [other] }, 0)).to.deep.equal({ reason: 'stacking' });
    expect(eligible(offer({ stackable: true }), { applied: [other] }, 0)).to.deep.equal({ reason: 'stacking' });
    expect(eligible(offer({ stackable: true }), { applied: [offer({ id: 'B', stackable: true })] }, 0)).to.deep.equal(
      {},
    );
    expect(eligible(offer(), { applied: [offer()] }, 0)).to.deep.equal({});
  });
});

describe('which incentive is better', () => {
  const ten = offer({ percent: 10 });
  const five = offer({ id: 'B', amount: EUR(5) });

  it('depends on the cart', () => {
    expect(better(ten, [five], cart(['a', 30]))).to.equal(five);
    expect(better(ten, [five], cart(['a', 60]))).to.equal(undefined);
    expect(better(five, [ten], cart(['a', 60]))).to.equal(ten);
  });

  it('is not said where both can be used, of the same one, or when nobody can tell', () => {
    expect(better(offer({ percent: 1, stackable: true }), [{ ...five, stackable: true }], cart(['a', 9]))).to.equal(
      undefined,
    );
    expect(better(ten, [offer({ percent: 50 })], cart(['a', 9]))).to.equal(undefined);
    expect(better(offer({ kind: 'free-shipping' }), [five], cart(['a', 9]))).to.equal(undefined);
    expect(better(ten, [offer({ id: 'C', amount: { value: 5, currency: 'USD' } })], cart(['a', 9]))).to.equal(
      undefined,
    );
  });

  it('takes off no more than there is', () => {
    expect(saving(five, cart(['a', 3]))).to.deep.equal(EUR(3));
    expect(saving(offer({ percent: 10, products: ['a'] }), cart(['a', 30], ['b', 70]))).to.deep.equal(EUR(3));
  });
});
