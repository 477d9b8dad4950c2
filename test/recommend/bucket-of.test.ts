import { expect } from 'chai';
import fc from 'fast-check';
import { bucketOf } from '../../src/recommend/bucket-of.js';

describe('the file of a product', () => {
  it('is one of those that there are, for any id', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1e6 }), (key, buckets) => {
        const bucket = bucketOf(key, buckets);
        expect(Number.isInteger(bucket) && bucket >= 0 && bucket < buckets).to.equal(true);
      }),
    );
  });

  it('stays the same: files that are served were written by it', () => {
    const known: [string, number][] = [
      ['', 11],
      ['1', 399],
      ['14957', 778],
      ['SKU-1', 971],
      ['Tee grün', 438],
      ['茶', 987],
    ];
    for (const [key, bucket] of known) expect(bucketOf(key, 1024), key).to.equal(bucket);
  });

  it('is chosen evenly, also for ids that count up', () => {
    for (const prefix of ['', 'SKU-', '/products/tee-']) {
      const counts = new Uint32Array(64);
      for (let id = 0; id < 6400; id++) counts[bucketOf(`${prefix}${id}`, 64)]! += 1;
      // 100 each; with chance alone, less than one file in 10,000 would have more than 140 or less than 60.
      expect(Math.max(...counts)).to.be.below(150);
      expect(Math.min(...counts)).to.be.above(55);
    }
  });
});
