import { expect } from 'chai';
import fc from 'fast-check';
import { cartProgress } from '../../src/incentives/cart-progress.js';
import type { Tier } from '../../src/incentives/cart-progress.js';

const shipping = (amount: number): Tier => ({ amount, kind: 'free-shipping' });
const towel = (amount: number): Tier => ({ amount, kind: 'gift', label: 'a tea towel' });
const missing = (total: number, amount: number, digits = 2): number | undefined =>
  cartProgress(total, [shipping(amount)], digits).next?.missing;

/** An amount of money as shops write it: whole coins, and now and then a sum that has drifted. */
const money = (digits: number): fc.Arbitrary<number> =>
  fc.array(fc.nat(10 ** (digits + 3)), { minLength: 1, maxLength: 6 }).map((coins) => {
    let sum = 0;
    for (const coin of coins) sum += coin / 10 ** digits;
    return sum;
  });
const cases = fc.constantFrom(0, 2, 3).chain((digits) =>
  fc.record({
    digits: fc.constant(digits),
    total: money(digits),
    more: money(digits),
    tiers: fc.array(money(digits).map(shipping), { minLength: 1, maxLength: 5 }),
  }),
);

describe('the progress of a cart', () => {
  it('is the way to the last amount, with what is missing to the next', () => {
    expect(cartProgress(62.5, [shipping(75), towel(120)])).to.deep.equal({
      part: 62.5 / 120,
      steps: [
        { amount: 75, tiers: [shipping(75)], reached: false, missing: 12.5, at: 0.625 },
        { amount: 120, tiers: [towel(120)], reached: false, missing: 57.5, at: 1 },
      ],
      next: { amount: 75, tiers: [shipping(75)], reached: false, missing: 12.5, at: 0.625 },
    });
    expect(cartProgress(75, [towel(120), shipping(75)]).next).to.include({ amount: 120, missing: 45 });
    expect(cartProgress(500, [shipping(75), towel(120)])).to.not.have.property('next');
  });

  it('reaches an amount by a sum that has drifted below it, and misses by one that has drifted above', () => {
    expect(missing(0.1 + 0.2, 0.3)).to.equal(undefined);
    expect(missing(0.3, 0.1 + 0.2)).to.equal(undefined);
    expect(missing(1.1 + 2.2, 3.31)).to.equal(0.01);
    expect(missing(74.99, 75)).to.equal(0.01);
  });

  it('counts in the coins of the currency', () => {
    expect(missing(4999, 5000, 0)).to.equal(1);
    expect(missing(4999.4, 5000, 0)).to.equal(1);
    expect(missing(24.999, 25, 3)).to.equal(0.001);
    expect(missing(10.005, 25.5, 3)).to.equal(15.495);
  });

  it('takes what is given from one amount on together', () => {
    const { steps } = cartProgress(0, [towel(75), shipping(75.00000001)]);
    expect(steps.map(({ tiers }) => tiers.map(({ kind }) => kind))).to.deep.equal([['gift', 'free-shipping']]);
  });

  it('is done where something is always given, and nowhere without anything to reach', () => {
    expect(cartProgress(0, [shipping(0)])).to.deep.include({ part: 1 });
    expect(cartProgress(0, [shipping(0), towel(10)])).to.deep.include({ part: 0 });
    expect(cartProgress(10, [])).to.deep.equal({ part: 0, steps: [] });
    expect(cartProgress(-5, [shipping(10)]).next).to.include({ missing: 10 });
  });

  it('misses more than nothing if, and only if, it has not arrived; and never more than there is to be reached', () => {
    fc.assert(
      fc.property(cases, ({ digits, total, tiers }) => {
        const { part, steps, next } = cartProgress(total, tiers, digits);
        expect(part).to.be.within(0, 1);
        expect(part === 1).to.equal(!next);
        for (const { amount, reached, missing: left, at } of steps) {
          expect(left > 0).to.equal(!reached);
          expect(Number(left.toFixed(digits))).to.equal(left);
          expect(left).to.be.at.most(Math.ceil(amount * 10 ** digits + 1e-6) / 10 ** digits + 1e-9);
          expect(at).to.be.within(0, 1);
          // Who pays what is missing has arrived.
          expect(cartProgress(total + left, [shipping(amount)], digits).next).to.equal(undefined);
        }
      }),
    );
  });

  it('never goes back while the cart grows', () => {
    fc.assert(
      fc.property(cases, ({ digits, total, more, tiers }) => {
        const before = cartProgress(total, tiers, digits);
        const after = cartProgress(total + more, tiers, digits);
        expect(after.part).to.be.at.least(before.part);
        before.steps.forEach((step, index) => {
          expect(after.steps[index]!.missing).to.be.at.most(step.missing);
          expect(after.steps[index]!.reached || !step.reached).to.equal(true);
          expect(after.steps[index]!.at).to.be.at.least(before.steps[index - 1]?.at ?? 0);
        });
      }),
    );
  });
});
