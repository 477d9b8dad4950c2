import { expect } from 'chai';
import fc from 'fast-check';
import { letterOf, weightOf } from '../../src/recommend/weight-of.js';

describe('a weight as a letter', () => {
  it('comes back within a tenth', () => {
    fc.assert(
      fc.property(fc.double({ min: 2e-5, max: 1, noNaN: true }), (weight) => {
        expect(weightOf(letterOf(weight)) / weight).to.be.within(0.9, 1.1);
      }),
    );
  });

  it('keeps the order', () => {
    const weight = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(weight, weight, (a, b) => {
        if (a >= b) expect(weightOf(letterOf(a)) >= weightOf(letterOf(b))).to.equal(true);
      }),
    );
  });

  it('is the strongest for 1 and above, the weakest for nothing', () => {
    expect(letterOf(1)).to.equal('A');
    expect(letterOf(3)).to.equal('A');
    for (const none of [0, -1, NaN, 1e-30]) expect(letterOf(none)).to.equal('_');
  });

  it('says nothing where it is none of ours', () => {
    for (const odd of [undefined, '', ' ', 'é', 'AB', '💚']) expect(weightOf(odd)).to.equal(0);
  });
});
