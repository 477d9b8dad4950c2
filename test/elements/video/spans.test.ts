import { expect } from 'chai';
import fc from 'fast-check';
import { addSpan, lengthOf } from '../../../src/elements/video/spans.js';
import type { Spans } from '../../../src/elements/video/spans.js';

/** In quarters of a second, so that a second way of counting can go through them one by one. */
const spanList = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 })));
const all = (list: readonly (readonly [number, number])[]): Spans =>
  list.reduce<Spans>((spans, [from, to]) => addSpan(spans, from / 4, to / 4), []);

describe('spans', () => {
  it('grow, join and bridge', () => {
    expect(
      all([
        [0, 4],
        [8, 12],
      ]),
    ).to.deep.equal([
      [0, 1],
      [2, 3],
    ]);
    expect(
      all([
        [0, 4],
        [4, 8],
      ]),
    ).to.deep.equal([[0, 2]]);
    expect(
      all([
        [0, 4],
        [8, 12],
        [2, 10],
      ]),
    ).to.deep.equal([[0, 3]]);
  });

  it('nothing, and what goes backwards, adds nothing', () => {
    expect(
      all([
        [4, 4],
        [8, 4],
      ]),
    ).to.deep.equal([]);
    expect(addSpan([], Number.NaN, 1)).to.deep.equal([]);
  });

  it('count each second once, in whatever order they come', () => {
    fc.assert(
      fc.property(spanList, fc.infiniteStream(fc.nat()), (list, keys) => {
        const spans = all(list);
        const quarters = new Set(
          list.flatMap(([from, to]) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)),
        );
        expect(lengthOf(spans)).to.equal(quarters.size / 4);
        const shuffled = list.map((span) => [keys.next().value as number, span] as const).sort(([a], [b]) => a - b);
        expect(all(shuffled.map(([, span]) => span))).to.deep.equal(spans);
        expect(all([...list, ...list])).to.deep.equal(spans);
        for (const [index, [from, to]] of spans.entries()) {
          expect(from).to.be.below(to);
          if (index) expect(spans[index - 1]![1]).to.be.below(from);
        }
      }),
    );
  });
});
