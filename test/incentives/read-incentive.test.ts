import { expect } from 'chai';
import fc from 'fast-check';
import { readIncentive } from '../../src/incentives/read-incentive.js';
import { runs } from '../runs.js';

const welcome = { id: 'WELCOME', kind: 'discount', name: '10 % off' };

function read(data: unknown): { incentive: unknown; said: string[] } {
  const said: string[] = [];
  return { incentive: readIncentive(data, (what) => said.push(what)), said };
}

describe('an incentive as somebody wrote it', () => {
  it('is read with all that it may say', () => {
    const { incentive, said } = read({
      ...welcome,
      terms: 'On your first order.',
      percent: 10,
      minimum: { value: 40, currency: 'eur' },
      products: ['a'],
      categories: ['Kitchen'],
      endsAt: '2027-01-31T18:00:00+01:00',
      lasts: '48h',
      stackable: true,
      cost: { value: 5, currency: 'EUR' },
      limit: 500,
      notFor: { 'cart.value': { $gte: 100 } },
      code: 'WELCOME10',
      apply: '/discount/{code}',
    });
    expect(said).to.deep.equal([]);
    expect(incentive).to.deep.equal({
      ...welcome,
      terms: 'On your first order.',
      percent: 10,
      minimum: { value: 40, currency: 'EUR' },
      products: ['a'],
      categories: ['Kitchen'],
      endsAt: Date.UTC(2027, 0, 31, 17),
      lastsMs: 48 * 3_600_000,
      stackable: true,
      cost: { value: 5, currency: 'EUR' },
      limit: 500,
      notFor: { 'cart.value': { $gte: 100 } },
      code: { from: 'static', code: 'WELCOME10' },
      apply: '/discount/{code}',
    });
  });

  it('gets its code from the shop, in three ways', () => {
    for (const code of [
      { from: 'static', code: 'A' },
      { from: 'pool', url: '/reserve', release: '/release' },
      { from: 'signed', url: '/offer' },
      { from: 'pool', url: '/reserve' },
    ])
      expect(read({ ...welcome, code }).incentive).to.deep.include({ code });
  });

  it('is left out whole, and said with its fault, where a part cannot be understood', () => {
    const faults: [object, RegExp][] = [
      [{ id: 'two words' }, /needs an “id”/],
      [{ kind: 'bribe' }, /“kind” must be one of discount,/],
      [{ name: ' ' }, /“name” must say what it is/],
      [{ stackable: 'no' }, /“stackable” must be true or false/],
      [{ endsAt: 'tomorrow' }, /“endsAt” must be an instant with its zone/],
      [{ endsAt: '2027-01-31' }, /“endsAt”/],
      [{ endsAt: '2027-01-31T18:00:00' }, /“endsAt”/],
      [{ endsAt: null }, /“endsAt”/],
      [{ lasts: 'a while' }, /“lasts” must be a length/],
      [{ lasts: '0h' }, /“lasts”/],
      [{ percent: 110 }, /“percent”/],
      [{ minimum: 40 }, /“minimum” must be as in/],
      [{ limit: 1.5 }, /“limit”/],
      [{ code: { from: 'dream' } }, /“code”/],
      [{ code: { from: 'pool', url: '/reserve', release: 7 } }, /“release”/],
      [{ left: 2 }, /“left” is not known/],
      [{ constructor: 2 }, /“constructor” is not known/],
    ];
    for (const [fault, words] of faults) {
      const { incentive, said } = read({ ...welcome, ...fault });
      expect(incentive, JSON.stringify(fault)).to.equal(undefined);
      expect(said).to.have.length(1);
      expect(said[0]).to.match(words);
    }
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (data, field) => {
        read(data);
        for (const key of ['endsAt', 'lasts', 'code', 'minimum', 'products', 'notFor']) {
          const { incentive, said } = read({ ...welcome, [key]: field });
          expect(Boolean(incentive)).to.equal(said.length === 0);
        }
      }),
      { numRuns: runs(1000), examples: [[{}, { toString: false }]] },
    );
  });
});
