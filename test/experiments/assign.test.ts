import { expect } from 'chai';
import fc from 'fast-check';
import {
  assign,
  chooseVariation,
  getBucketRanges,
  getEqualWeights,
  getQueryStringOverride,
  hash,
  inHoldout,
  inNamespace,
} from '../../src/experiments/index.js';
import { runs } from '../runs.js';

const people = Array.from({ length: 20_000 }, (_, i) => `visitor-${i}`);

/** How many of all drew each. */
function count(draw: (id: string) => number | string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of people) counts[draw(id)] = (counts[draw(id)] ?? 0) + 1;
  return counts;
}

/** Five standard deviations of a binomial: fails by chance less than once in a million. */
const near = (seen: number | undefined, share: number) =>
  expect(seen ?? 0).to.be.closeTo(share * people.length, 5 * Math.sqrt(people.length * share * (1 - share)) + 1);

describe('assignment', () => {
  it('gives each variant its share, and the holdout its own of each', () => {
    const counts = count((id) => assign(id, { salt: 'leaving', weights: [1, 2, 1], holdout: 0.1 }));
    near(counts.holdout, 0.1);
    near(counts[0], 0.9 / 4);
    near(counts[1], 0.9 / 2);
    near(counts[2], 0.9 / 4);
  });

  it('draws anew for another salt', () => {
    const both = people.filter(
      (id) => assign(id, { salt: 'a', weights: [1, 1] }) === assign(id, { salt: 'b', weights: [1, 1] }),
    );
    near(both.length, 0.5);
  });

  it('draws the holdout apart from the variants', () => {
    const held = people.filter((id) => inHoldout(id, 'leaving', 0.5));
    const first = held.filter((id) => assign(id, { salt: 'leaving', weights: [1, 1] }) === 0);
    expect(first.length / held.length).to.be.closeTo(0.5, 0.03);
  });

  it('never changes its mind, and never gives a variant without weight', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (id, salt, weights, holdout) => {
          const drawn = assign(id, { salt, weights, holdout });
          expect(assign(id, { salt, weights, holdout })).to.equal(drawn);
          if (drawn === 'holdout') return void expect(holdout).to.be.above(0);
          expect(drawn).to.be.within(0, weights.length - 1);
          if (weights.some((weight) => weight > 0)) expect(weights[drawn]).to.be.above(0);
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('holds out nobody at 0 and everybody at 1', () => {
    expect(people.some((id) => inHoldout(id, 's', 0))).to.equal(false);
    expect(people.every((id) => inHoldout(id, 's', 1))).to.equal(true);
  });

  it('keeps who is in when more are let in', () => {
    const few = getBucketRanges(2, 0.1);
    const more = getBucketRanges(2, 0.6);
    for (const id of people) {
      const early = chooseVariation(hash('s', id)!, few);
      if (early >= 0) expect(chooseVariation(hash('s', id)!, more)).to.equal(early);
    }
  });

  it('shares one namespace out without anybody in two parts', () => {
    for (const id of people) {
      const parts = [inNamespace(id, ['n', 0, 0.4]), inNamespace(id, ['n', 0.4, 0.7]), inNamespace(id, ['n', 0.7, 1])];
      expect(parts.filter(Boolean)).to.have.length(1);
    }
  });

  it('hashes any text onto the line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(1, 2),
        (seed, value, version) => {
          const place = hash(seed, value, version)!;
          expect(place).to.be.at.least(0).and.below(1);
          expect(hash(seed, value, version)).to.equal(place);
        },
      ),
    );
    expect(hash('s', 'v', 3)).to.equal(null);
  });

  it('makes ranges that follow on each other, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.option(fc.double()),
        fc.option(fc.array(fc.double())),
        (variants, coverage, weights) => {
          const ranges = getBucketRanges(variants, coverage, weights);
          expect(ranges).to.have.length(variants);
          expect(getEqualWeights(variants)).to.have.length(variants);
          ranges.forEach(([start, end]) => expect(Number.isFinite(start) && Number.isFinite(end)).to.equal(true));
        },
      ),
    );
  });

  it('takes a variant from the address, whatever its name is made of', () => {
    expect(getQueryStringOverride('50 % & more', 'https://shop.example/?50%20%25%20%26%20more=1', 2)).to.equal(1);
    expect(getQueryStringOverride('a', 'https://shop.example/?a=1e0', 2)).to.equal(null);
    expect(getQueryStringOverride('a', 'https://shop.example/#?a=1', 2)).to.equal(null);
    expect(getQueryStringOverride('a', 'https://shop.example/?b=1&a=', 2)).to.equal(null);
    expect(getQueryStringOverride('__proto__', 'https://shop.example/?x=0', 2)).to.equal(null);
  });
});
