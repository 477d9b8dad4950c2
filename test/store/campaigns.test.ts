import { expect } from 'chai';
import { $campaigns, declareCampaigns } from '../../src/store/campaigns.js';
import { forgetPage } from '../forget-page.js';

describe('campaigns that are declared', () => {
  beforeEach(() => forgetPage());

  it('stand in the order of their declaration, and go when they are withdrawn', () => {
    const withdraw = declareCampaigns([{ name: 'a' }, { name: 'b' }]);
    declareCampaigns([{ name: 'c' }]);
    expect($campaigns.get().map(({ name }) => name)).to.deep.equal(['a', 'b', 'c']);
    withdraw();
    expect($campaigns.get().map(({ name }) => name)).to.deep.equal(['c']);
  });

  it('are withdrawn once, and wake nobody the second time', () => {
    const withdraw = declareCampaigns([{ name: 'a' }]);
    withdraw();
    let calls = 0;
    const stop = $campaigns.listen(() => calls++);
    withdraw();
    expect(calls).to.equal(0);
    stop();
  });
});
