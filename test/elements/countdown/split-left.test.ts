import { expect } from 'chai';
import fc from 'fast-check';
import { splitLeft } from '../../../src/elements/countdown/split-left.js';

const lengths: Record<string, number> = { day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1000 };
const shown = (ms: number): number =>
  splitLeft(ms).parts.reduce((sum, [unit, count]) => sum + lengths[unit]! * count, 0);

describe('what is left', () => {
  it('is said in the two largest units', () => {
    const said = (ms: number): string =>
      splitLeft(ms)
        .parts.map(([unit, count]) => `${count} ${unit}`)
        .join(' ');
    expect(said(2 * 86_400_000 + 3 * 3_600_000 + 59 * 60_000)).to.equal('2 day 3 hour');
    expect(said(86_400_000)).to.equal('1 day');
    expect(said(86_399_999)).to.equal('23 hour 59 minute');
    expect(said(3_600_000)).to.equal('1 hour');
    expect(said(3_599_999)).to.equal('59 minute 59 second');
    expect(said(61_000)).to.equal('1 minute 1 second');
    expect(said(59_999)).to.equal('59 second');
    expect(said(999)).to.equal('0 second');
    expect(said(0)).to.equal('0 second');
  });

  it('is never more than there is, never goes up, and changes exactly when it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 86_400_000 }), fc.integer({ min: 0, max: 5_000_000 }), (ms, less) => {
        expect(shown(ms)).to.be.at.most(ms);
        expect(shown(Math.max(0, ms - less))).to.be.at.most(shown(ms));
        const { changesInMs } = splitLeft(ms);
        expect(changesInMs).to.be.above(0);
        if (ms < changesInMs) return;
        expect(shown(ms - changesInMs + 1)).to.equal(shown(ms));
        expect(shown(ms - changesInMs)).to.be.below(shown(ms));
      }),
    );
  });
});
