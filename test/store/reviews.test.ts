import { expect } from 'chai';
import { createDevice } from '../../src/store/device.js';
import { $review, createReviews, forgetReview, rememberReview } from '../../src/store/reviews.js';
import { fakeStorage } from './fake-storage.js';

const now = Date.now();

describe('reviews that were written', () => {
  afterEach(() => forgetReview('t1'));

  it('are remembered by product, and forgotten', () => {
    rememberReview('t1', now);
    expect($review('t1').get()).to.deep.equal({ reviewedAt: now });
    expect($review('t2').get()).to.equal(undefined);
    forgetReview('t1');
    expect($review('t1').get()).to.equal(undefined);
  });

  it('written again, it is the later one, even if a clock has gone back', () => {
    rememberReview('t1', now);
    rememberReview('t1', now - 4000);
    expect($review('t1').get()).to.deep.equal({ reviewedAt: now + 1 });
  });

  it('are on the device, and read what is none as none', () => {
    const storage = fakeStorage();
    const device = createDevice(() => storage);
    createReviews(device).update('a', () => ({ reviewedAt: now }));
    storage.setItem('cuekit:review:b', '{"v":1,"d":{"reviewedAt":"yesterday"}}');
    const again = createReviews(createDevice(() => storage));
    expect([...again.$items.get().keys()]).to.deep.equal(['a']);
  });

  it('are two hundred at most, the latest', () => {
    const reviews = createReviews(createDevice(() => fakeStorage()));
    reviews.together(() => {
      for (let i = 0; i < 205; i++) reviews.update(String(i), () => ({ reviewedAt: now - 1000 + i }));
    });
    expect(reviews.$items.get().size).to.equal(200);
    expect([reviews.get('4'), reviews.get('5')]).to.deep.equal([undefined, { reviewedAt: now - 995 }]);
  });
});
