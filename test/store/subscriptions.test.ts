import { expect } from 'chai';
import fc from 'fast-check';
import { createDevice } from '../../src/store/device.js';
import {
  $subscribed,
  $subscription,
  $subscriptions,
  createSubscriptions,
  forgetSubscription,
  mergeSubscriptions,
  rememberSubscription,
} from '../../src/store/subscriptions.js';
import type { Subscription } from '../../src/store/subscriptions.js';
import { fakeStorage } from './fake-storage.js';

describe('subscriptions', () => {
  afterEach(() => forgetSubscription('tea'));

  it('are remembered by list, so that nobody is asked again', () => {
    expect($subscribed.get()).to.equal(false);
    rememberSubscription('tea', 'confirm', 1000);
    expect($subscribed.get()).to.equal(true);
    expect($subscription('tea').get()).to.deep.equal({ state: 'confirm', subscribedAt: 1000 });
    expect([...$subscriptions.get().keys()]).to.deep.equal(['tea']);
    forgetSubscription('tea');
    expect($subscribed.get()).to.equal(false);
  });

  it('the later one counts, even if a clock has gone back', () => {
    rememberSubscription('tea', 'confirm', 5000);
    rememberSubscription('tea', 'done', 1000);
    expect($subscription('tea').get()).to.deep.equal({ state: 'done', subscribedAt: 5001 });
  });

  it('are on the device, at most fifty, and what is none is not read', () => {
    const storage = fakeStorage({
      'cuekit:subscription:a': '{"v":1,"d":{"state":"done","subscribedAt":1}}',
      'cuekit:subscription:b': '{"v":1,"d":{"state":"perhaps","subscribedAt":1}}',
      'cuekit:subscription:c': '{"v":1,"d":{"state":"done"}}',
    });
    const lists = createSubscriptions(createDevice(() => storage));
    expect([...lists.$items.get().keys()]).to.deep.equal(['a']);
    lists.together(() => {
      for (let i = 0; i < 60; i++) lists.update(String(i), () => ({ state: 'done', subscribedAt: i + 2 }));
    });
    expect(lists.$items.get().size).to.equal(50);
    expect(lists.get('a')).to.equal(undefined);
  });

  it('merge alike in any order', () => {
    const subscription: fc.Arbitrary<Subscription> = fc.record({
      state: fc.constantFrom('done', 'confirm', 'already'),
      subscribedAt: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(subscription, subscription, subscription, (a, b, c) => {
        expect(mergeSubscriptions(a, b)).to.deep.equal(mergeSubscriptions(b, a));
        expect(mergeSubscriptions(mergeSubscriptions(a, b), c)).to.deep.equal(
          mergeSubscriptions(a, mergeSubscriptions(b, c)),
        );
        expect(mergeSubscriptions(a, a)).to.deep.equal(a);
      }),
    );
  });
});
