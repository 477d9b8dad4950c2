import { expect } from 'chai';
import { visitTrail } from '../../src/recommend/visit-trail.js';

const MINUTE_MS = 60_000;

describe('the trail of a visit', () => {
  const viewed = (...minutesAgo: [string, number][]) =>
    minutesAgo.map(([id, minutes]) => ({ product: { id }, viewedAt: -minutes * MINUTE_MS }));

  it('has what was looked at, the latest last', () => {
    expect(visitTrail(viewed(['c', 1], ['b', 5], ['a', 30]), 0)).to.deep.equal(['a', 'b', 'c']);
  });

  it('ends at a pause that ends a visit', () => {
    expect(visitTrail(viewed(['c', 1], ['b', 29], ['a', 60]), 0)).to.deep.equal(['b', 'c']);
    expect(visitTrail(viewed(['c', 31]), 0)).to.deep.equal([]);
  });

  it('ends with the product of the page, whether it has been noted yet or not', () => {
    expect(visitTrail(viewed(['c', 1], ['b', 5]), 0, 'd')).to.deep.equal(['b', 'c', 'd']);
    expect(visitTrail(viewed(['c', 1], ['b', 5]), 0, 'b')).to.deep.equal(['c', 'b']);
    expect(visitTrail([], 0, 'a')).to.deep.equal(['a']);
    expect(visitTrail([], 0)).to.deep.equal([]);
  });
});
