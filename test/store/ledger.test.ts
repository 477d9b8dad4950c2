import { expect } from 'chai';
import { setConsent } from '../../src/store/consent.js';
import { $ledger, logDecision, logDecisions } from '../../src/store/ledger.js';
import { forgetPage } from '../forget-page.js';

describe('the ledger', () => {
  beforeEach(() => forgetPage());

  it('has the latest decision first, with its reason', () => {
    logDecision({ campaign: 'leaving', outcome: 'held', reason: 'typing' }, 1);
    logDecision({ campaign: 'leaving', outcome: 'shown', reason: 'allowed', variant: 'calm' }, 2);
    const [latest, first] = $ledger.get();
    expect(latest).to.include({ at: 2, campaign: 'leaving', outcome: 'shown', reason: 'allowed', variant: 'calm' });
    expect(first).to.include({ at: 1, outcome: 'held', reason: 'typing' }).and.not.to.have.property('variant');
    expect(latest!.id).to.not.equal(first!.id);
  });

  it('keeps at most two hundred, and only what a decision has', () => {
    setConsent('granted');
    for (let at = 0; at < 230; at++)
      logDecision({ campaign: 'c', outcome: 'held', reason: 'resting', email: 'a@b.example' } as never, at);
    expect($ledger.get()).to.have.length(200);
    expect($ledger.get().at(-1)?.at).to.equal(30);
    const kept = Object.entries(localStorage).filter(([key]) => key.includes(':decision:'));
    expect(kept).to.have.length(200);
    expect(kept.join()).to.not.contain('@');
    const before = $ledger.get();
    forgetPage({ storage: true });
    expect($ledger.get()).to.deep.equal(before);
  });

  it('takes no decision that is none', () => {
    for (const odd of [
      {},
      { campaign: 'c', outcome: 'maybe', reason: 'r' },
      { campaign: 1, outcome: 'held', reason: 'r' },
    ])
      logDecision(odd as never);
    expect($ledger.get()).to.deep.equal([]);
  });

  it('takes several at once, of which listeners hear together', () => {
    const heard: number[] = [];
    $ledger.listen((decisions) => heard.push(decisions.length));
    logDecisions([
      { at: 1, campaign: 'a', outcome: 'held', reason: 'lower-priority', moment: 'exit-intent' },
      { at: 1, campaign: 'b', outcome: 'shown', reason: 'allowed', moment: 'exit-intent' },
    ]);
    expect(heard).to.deep.equal([2]);
    expect($ledger.get().map(({ campaign, moment }) => `${campaign} ${moment}`)).to.have.members([
      'a exit-intent',
      'b exit-intent',
    ]);
  });
});
