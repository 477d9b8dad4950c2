import { expect } from 'chai';
import fc from 'fast-check';
import { aggregateRating } from '../../../src/elements/review/aggregate-rating.js';
import { starsOf } from '../../../src/elements/review/stars-of.js';
import type { RatingData } from '../../../src/product/rating-data.js';

describe('what a page’s data says of all ratings', () => {
  for (const [situation, data, result] of [
    [
      'from 1 to 5, if nothing is said',
      { ratingValue: '4.6', reviewCount: '128' },
      { value: 4.6, best: 5, worst: 1, reviews: 128 },
    ],
    ['with a comma', { ratingValue: '4,6', ratingCount: '3' }, { value: 4.6, best: 5, worst: 1, ratings: 3 }],
    ['on its own scale', { ratingValue: '8', bestRating: '10', worstRating: '0' }, { value: 8, best: 10, worst: 0 }],
    ['below nought', { ratingValue: '-1', bestRating: '2', worstRating: '-2' }, { value: -1, best: 2, worst: -2 }],
    ['as a percentage', { ratingValue: '92%', bestRating: '5' }, { value: 92, best: 100, worst: 0 }],
    ['as a fraction', { ratingValue: '6 / 10' }, { value: 6, best: 10, worst: 1 }],
    [
      'by those who have rated, where nobody has written',
      { ratingValue: '4', reviewCount: '0', ratingCount: '7' },
      { value: 4, best: 5, worst: 1, ratings: 7 },
    ],
  ] satisfies [string, RatingData, object][])
    it(situation, () => {
      expect(aggregateRating(data)).to.deep.equal(result);
    });

  for (const [situation, data] of [
    ['says nothing', {}],
    ['is no number', { ratingValue: 'great' }],
    ['is better than the best', { ratingValue: '8', reviewCount: '2' }],
    ['is worse than the worst', { ratingValue: '0', reviewCount: '2' }],
    ['has a scale without steps', { ratingValue: '5', bestRating: '5', worstRating: '5' }],
    ['comes from nobody', { ratingValue: '5', reviewCount: '0' }],
    ['comes from nobody at all', { ratingValue: '5', ratingCount: '0', reviewCount: '0' }],
  ] satisfies [string, RatingData][])
    it(`is nothing where it ${situation}`, () => {
      expect(aggregateRating(data)).to.equal(undefined);
    });
});

describe('a rating in stars', () => {
  it('is itself where there are five', () => {
    for (const value of [1, 2.5, 4.6, 5]) expect(starsOf({ value, best: 5, worst: 1 })).to.be.closeTo(value, 1e-9);
    for (const value of [0, 2.5, 5]) expect(starsOf({ value, best: 5, worst: 0 })).to.be.closeTo(value, 1e-9);
  });

  it('is between none and five on any scale, all of them for the best, and more for a better one', () => {
    const scale = fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(
        scale,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([worst, size], a, b) => {
          const best = worst + size;
          const stars = (part: number): number => starsOf({ value: worst + part * size, best, worst });
          expect(stars(Math.min(a, b))).to.be.at.most(stars(Math.max(a, b)) + 1e-9);
          expect(stars(a)).to.be.within(-1e-9, 5 + 1e-9);
          expect(stars(1)).to.be.closeTo(5, 1e-9);
        },
      ),
    );
  });
});
