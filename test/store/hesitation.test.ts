import { expect } from 'chai';
import fc from 'fast-check';
import { setConsent } from '../../src/store/consent.js';
import {
  $hesitation,
  hesitationWeights,
  mergeTimes,
  noteHesitation,
  readHesitation,
  scoreHesitation,
  tally,
} from '../../src/store/hesitation.js';
import type { HesitationSign } from '../../src/store/hesitation.js';
import { forgetPage } from '../forget-page.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 5, 1);
const keys = () => Object.keys(localStorage).filter((key) => key.includes(':hesitation:'));

describe('hesitation', () => {
  beforeEach(() => forgetPage());

  it('is a sum that says what it is made of', () => {
    expect(readHesitation(NOW)).to.deep.equal({ score: 0, from: {} });
    noteHesitation('size-guide', NOW);
    noteHesitation('variant-toggle', NOW);
    noteHesitation('variant-toggle', NOW + 1);
    expect(readHesitation(NOW + 1)).to.deep.equal({ score: 4, from: { 'size-guide': 2, 'variant-toggle': 2 } });
  });

  it('is worth half after two days, and nothing after two weeks', () => {
    noteHesitation('size-guide', NOW);
    expect(readHesitation(NOW + 2 * DAY_MS)).to.deep.equal({ score: 1, from: { 'size-guide': 1 } });
    noteHesitation('cart-edit', NOW + 15 * DAY_MS);
    expect([...$hesitation.get().keys()]).to.deep.equal(['cart-edit']);
  });

  it('is worth what its signs are worth as long as a visit lasts', () => {
    const MINUTE_MS = 60_000;
    noteHesitation('back-and-forth', NOW);
    noteHesitation('back-and-forth', NOW + 45 * MINUTE_MS);
    expect(readHesitation(NOW + 45 * MINUTE_MS)).to.deep.equal({ score: 4, from: { 'back-and-forth': 4 } });
    noteHesitation('cart-edit', NOW + 90 * MINUTE_MS);
    expect(readHesitation(NOW + 90 * MINUTE_MS).score).to.be.within(5.3, 5.5);
  });

  it('counts no kind more than five times', () => {
    for (let at = 0; at < 20; at++) noteHesitation('price-reread', NOW + at);
    expect($hesitation.get().get('price-reread')).to.have.length(5);
    expect(readHesitation(NOW + 20).score).to.equal(2.5);
  });

  it('counts two signs of the same instant as two', () => {
    noteHesitation('cart-edit', NOW);
    noteHesitation('cart-edit', NOW);
    expect(readHesitation(NOW).score).to.equal(3);
  });

  it('survives the page when it is allowed, and is gone when it is refused', () => {
    noteHesitation('size-guide', NOW);
    expect(keys()).to.deep.equal([]);
    setConsent({ personalization: 'granted' });
    forgetPage({ storage: true });
    expect(readHesitation(NOW).score).to.equal(2);
    setConsent({ personalization: 'denied' });
    expect(keys()).to.deep.equal([]);
    expect(readHesitation(NOW).score).to.equal(0);
  });

  it('does not take what is none', () => {
    noteHesitation('nonsense' as HesitationSign, NOW);
    noteHesitation('constructor' as HesitationSign, NOW);
    noteHesitation('size-guide', NaN);
    expect($hesitation.get().size).to.equal(0);
  });

  it('is the weighted sum of its tallies, whatever was seen, and tallies merge in any order', () => {
    const times = fc.array(fc.nat(30 * DAY_MS), { maxLength: 8 }).map((list) => mergeTimes(list, []));
    const signs = fc.dictionary(fc.constantFrom(...Object.keys(hesitationWeights)), times);
    fc.assert(
      fc.property(signs, fc.nat(60 * DAY_MS), (seen, now) => {
        const { score, from } = scoreHesitation(new Map(Object.entries(seen)), now);
        const sum = Object.entries(hesitationWeights).reduce(
          (total, [sign, weight]) => total + weight * tally(seen[sign] ?? [], now),
          0,
        );
        // Each part is rounded to a tenth.
        expect(score).to.be.closeTo(sum, 0.05 * Object.keys(hesitationWeights).length + 1e-9);
        expect(score).to.be.closeTo(
          Object.values(from).reduce((total, part) => total + part, 0),
          1e-9,
        );
        for (const sign of Object.keys(from)) expect(seen[sign]).to.have.length.greaterThan(0);
      }),
    );
    fc.assert(
      fc.property(times, times, times, (a, b, c) => {
        expect(mergeTimes(a, b)).to.deep.equal(mergeTimes(b, a));
        expect(mergeTimes(mergeTimes(a, b), c)).to.deep.equal(mergeTimes(a, mergeTimes(b, c)));
        expect(mergeTimes(a, a)).to.deep.equal(a);
      }),
    );
  });
});
