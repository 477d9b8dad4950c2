import { expect } from 'chai';
import { createDevice } from '../../src/store/device.js';
import { $declaredIncentives, declareIncentives } from '../../src/store/declared-incentives.js';
import { erase } from '../../src/store/erase.js';
import { exportData } from '../../src/store/export-data.js';
import { $incentive, $incentives, createIncentives, stepIncentive } from '../../src/store/incentives.js';
import { setConsent } from '../../src/store/consent.js';
import { forgetPage } from '../forget-page.js';
import { contentOf, fakeStorage } from './fake-storage.js';

const grant = (id: string, endsAt = 9000): boolean => stepIncentive(id, { type: 'grant', endsAt, at: 1000 });

describe('incentives that the shopper has', () => {
  beforeEach(() => forgetPage());
  after(() => forgetPage());

  it('are granted once, and say whether a step was one', () => {
    expect([grant('a'), grant('a')]).to.deep.equal([true, false]);
    expect(stepIncentive('a', { type: 'copy', at: 2000 })).to.equal(true);
    expect(stepIncentive('b', { type: 'copy', at: 2000 })).to.equal(false);
    expect($incentive('a').get()).to.include({ grantedAt: 1000, copiedAt: 2000, endsAt: 9000 });
    expect([...$incentives.get().keys()]).to.deep.equal(['a']);
  });

  it('survive a reload, with their end', () => {
    grant('a');
    forgetPage({ storage: true });
    expect($incentive('a').get()).to.include({ endsAt: 9000 });
    expect(grant('a', 99_000)).to.equal(false);
    expect($incentive('a').get()).to.include({ endsAt: 9000 });
  });

  it('are kept although consent is refused, exported, and erased', () => {
    setConsent('denied');
    grant('a');
    expect(Object.keys(exportData().data)).to.include('cuekit:incentive:a');
    erase();
    expect($incentives.get().size).to.equal(0);
    expect(localStorage.getItem('cuekit:incentive:a')).to.equal(null);
  });

  it('stay bounded, those that were looked at last', () => {
    const storage = fakeStorage();
    const some = createIncentives(createDevice(() => storage));
    some.together(() => {
      for (let i = 0; i < 205; i++) stepIncentive(`i${i}`, { type: 'grant', at: i }, some);
    });
    expect(some.$items.get().size).to.equal(200);
    expect(some.get('i4')).to.equal(undefined);
    expect(Object.keys(contentOf(storage))).to.have.length(200);
  });
});

describe('incentives that are declared', () => {
  beforeEach(() => forgetPage());
  after(() => forgetPage());

  it('stand in the order of their declaration, and go when they are withdrawn, once', () => {
    const withdraw = declareIncentives([{ id: 'a' }, { id: 'b' }]);
    declareIncentives([{ id: 'c' }]);
    expect($declaredIncentives.get().map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
    withdraw();
    let calls = 0;
    const stop = $declaredIncentives.listen(() => calls++);
    withdraw();
    stop();
    expect($declaredIncentives.get().map(({ id }) => id)).to.deep.equal(['c']);
    expect(calls).to.equal(0);
  });
});
