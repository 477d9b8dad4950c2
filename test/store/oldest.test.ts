import { expect } from 'chai';
import { isInstant } from '../../src/store/is-instant.js';
import { oldest } from '../../src/store/oldest.js';

describe('the oldest of many', () => {
  const items = new Map(Object.entries({ c: 3, a: 1, d: 4, b: 2 }));

  it('are those that have to go, no more', () => {
    expect(oldest(items, 2, (at) => at)).to.deep.equal(['a', 'b']);
    expect(oldest(items, 4, (at) => at)).to.deep.equal([]);
    expect(oldest(items, 9, (at) => at)).to.deep.equal([]);
    expect(oldest(items, 0, (at) => at)).to.deep.equal(['a', 'b', 'c', 'd']);
  });
});

describe('an instant', () => {
  it('is a number that a Date can have', () => {
    for (const instant of [0, -1, 1.5, Date.now(), 8.64e15]) expect(isInstant(instant)).to.equal(true);
    for (const odd of [NaN, Infinity, 8.64e15 + 1, 1e300, '1', null, undefined, new Date()])
      expect(isInstant(odd)).to.equal(false);
  });
});
