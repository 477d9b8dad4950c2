import { expect } from 'chai';
import fc from 'fast-check';
import { diversify } from '../../src/recommend/diversify.js';

describe('a mixed choice', () => {
  const candidate = (id: string, score: number, brand?: string, category?: string) => ({
    product: { id, ...(brand && { brand }), ...(category && { category }) },
    score,
  });
  const ids = (chosen: ReturnType<typeof diversify>) => chosen.map(({ product }) => product.id).join('');

  it('lets another kind in where it is nearly as good', () => {
    const all = [
      candidate('a', 1, 'Ach'),
      candidate('b', 0.95, 'Ach'),
      candidate('c', 0.9, 'Ach'),
      candidate('d', 0.88, 'Bo'),
    ];
    expect(ids(diversify(all, 3))).to.equal('adb');
    const strong = [candidate('a', 1, 'Ach'), candidate('b', 0.95, 'Ach'), candidate('d', 0.5, 'Bo')];
    expect(ids(diversify(strong, 2))).to.equal('ab');
  });

  it('keeps the order where nothing is known of kinds', () => {
    expect(ids(diversify([candidate('a', 0.2), candidate('b', 0.2), candidate('c', 0.1)], 9))).to.equal('abc');
  });

  it('begins with the best, repeats nothing, loses nothing, and leaves what it was given alone', () => {
    const any = fc.record({
      product: fc.record({ id: fc.uuid(), brand: fc.constantFrom('x', 'y'), category: fc.constantFrom('p', 'q') }),
      score: fc.double({ min: 0, max: 10, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(any), fc.nat(30), (all, count) => {
        const before = [...all];
        const chosen = diversify(all, count);
        expect(all).to.deep.equal(before);
        expect(chosen.length).to.equal(Math.min(count, all.length));
        expect(new Set(chosen).size).to.equal(chosen.length);
        for (const one of chosen) expect(all).to.include(one);
        if (chosen[0]) expect(chosen[0].score).to.equal(Math.max(...all.map(({ score }) => score)));
      }),
    );
  });
});
