import { expect } from 'chai';
import { createEngine, explain, readCampaigns, readPolicy } from '../../src/campaigns/index.js';
import type { BareSignal, HeldReason } from '../../src/campaigns/index.js';
import { pageRules, campaignRules } from '../../src/campaigns/manners.js';

const START = Date.UTC(2026, 5, 1, 10);
const MINUTE = 60_000;

/** Plays signals, a minute apart, and explains the first of the campaigns. */
function explained(campaigns: object[], signals: BareSignal[], manners: object = {}) {
  let now = START;
  const list = readCampaigns(
    campaigns.map((campaign) => ({ moment: 'exit-intent', ...campaign })),
    { warn() {} },
  );
  const policy = readPolicy(manners);
  const engine = createEngine({ campaigns: list, policy, clock: () => now, random: () => 0 });
  engine.send({ type: 'page', visitor: 'v', session: 's', settled: true, engaged: true });
  now += MINUTE;
  for (const signal of signals) {
    engine.send(signal);
    if (signal.type !== 'moment') now += MINUTE;
  }
  return explain(list[0]!, engine.state, { campaigns: list, policy, at: now });
}

const moment: BareSignal = { type: 'moment', moment: 'exit-intent' };
const situation = (change: object): BareSignal => ({ type: 'situation', change });

describe('an explanation', () => {
  it('says that a moment has not come, and what would hold it', () => {
    const { text, obstacles } = explained([{ name: 'leaving' }], []);
    expect(text).to.equal(
      '“leaving” has not been decided on: none of its moments (exit-intent) has come.\nIf exit-intent came now, nothing would hold it.',
    );
    expect(obstacles).to.deep.equal([]);
  });

  it('says that it was shown, when and as what', () => {
    const { text, last } = explained(
      [{ name: 'leaving', variants: 'calm' }],
      [moment, { type: 'ready', campaign: 'leaving' }],
    );
    expect(last).to.deep.include({ outcome: 'shown', variant: 'calm' });
    expect(text).to.contain('“leaving” was shown at 2026-06-01T10:01:00.000Z, on exit-intent, as “calm”');
    expect(text).to.contain('the open prompt has to be gone (now: another prompt was open (“leaving”))');
  });

  it('says that a moment still waits, and how long', () => {
    const { text } = explained([{ name: 'leaving' }], [situation({ typing: true }), moment]);
    expect(text.split('\n').slice(0, 2)).to.deep.equal([
      '“leaving” was held at 2026-06-01T10:02:00.000Z, on exit-intent (typing): the shopper was typing.',
      'exit-intent still waits: it is asked again if that passes within 10 seconds.',
    ]);
    const { text: later } = explained([{ name: 'leaving' }], [situation({ typing: true }), moment, situation({})]);
    expect(later).not.to.contain('waits');
  });

  it('says lengths of time as lengths', () => {
    const { text } = explained(
      [{ name: 'back', audience: { 'cart.unchangedMs': { $gte: '2d' } } }],
      [{ type: 'know', attributes: { cart: { unchangedMs: 5_400_000 } } }],
    );
    expect(text).to.contain('cart.unchangedMs is 1.5 hours and has to be at least 2 days');
  });

  it('says why it was held, and all that would have to be different now', () => {
    const { text, obstacles } = explained(
      [{ name: 'leaving', audience: { 'cart.value': { $gte: 50 }, subscribed: false } }],
      [
        { type: 'know', attributes: { cart: { value: 20 }, subscribed: false } },
        situation({ typing: true, videoPlaying: true }),
        moment,
        situation({ typing: false }),
      ],
    );
    expect(text).to.contain(
      '“leaving” was held at 2026-06-01T10:03:00.000Z, on exit-intent (typing): the shopper was typing.',
    );
    expect(obstacles.map(({ reason }) => reason)).to.deep.equal(['video-playing', 'audience']);
    expect(text).to.contain('- no video may be playing (now: a video was playing)');
    expect(text).to.contain('- cart.value is 20 and has to be at least 50 (now: the shopper is not in its audience)');
  });

  it('says how long is still to wait', () => {
    const cap = explained(
      [{ name: 'a', cap: '1/7d' }],
      [moment, { type: 'ready', campaign: 'a' }, { type: 'closed', campaign: 'a' }, moment],
      { rest: '5m' },
    );
    expect(cap.text).to.contain('4 minutes more have to pass (“rest” is 5 minutes)');
    expect(cap.text).to.contain(
      '7 days more have to pass (now: it was shown once, which is all that may be in 7 days)',
    );
    const answered = explained([{ name: 'a' }], [{ type: 'answer', answer: 'no-thanks', campaign: 'a' }]);
    expect(answered.text).to.contain('90 days more have to pass (now: the shopper has said “no thanks”)');
  });

  it('says what other campaigns have to do with it', () => {
    const seen: BareSignal[] = [
      { type: 'moment', moment: 'dwell' },
      { type: 'ready', campaign: 'b' },
      { type: 'closed', campaign: 'b' },
    ];
    const excluded = explained([{ name: 'a' }, { name: 'b', moment: 'dwell', exclusiveWith: 'a' }], seen);
    expect(excluded.text).to.contain('the shopper has seen “b”, which excludes it');
    const after = explained(
      [
        { name: 'a', after: 'b/1d' },
        { name: 'b', moment: 'dwell' },
      ],
      seen,
    );
    expect(after.text).to.contain('the shopper has to have seen “b” 1 day ago');
    const lower = explained([{ name: 'a' }, { name: 'b', priority: 1 }], [moment]);
    expect(lower.text).to.contain('(lower-priority): another campaign had a greater priority, or was drawn');
  });

  it('says which part of an audience does not hold', () => {
    const audience = {
      $and: [{ 'visit.number': { $gt: 1 } }, { 'cart.products': { $size: { $gte: 2 } } }],
      $or: [{ subscribed: true }, { 'cart.currency': { $in: ['EUR', 'CHF'] } }],
      $not: { 'visit.number': 1 },
      'cart.value': { $exists: true },
    };
    const { text } = explained(
      [{ name: 'a', audience }],
      [{ type: 'know', attributes: { visit: { number: 1 }, cart: { products: ['x'] } } }],
    );
    expect(text)
      .to.contain('visit.number is 1 and has to be more than 1')
      .and.to.contain('cart.products is ["x"] and has to be so many: at least 2')
      .and.to.contain(
        'one of these has to be so: subscribed is not known and has to be true; or cart.currency is not known and has to be one of ["EUR","CHF"]',
      )
      .and.to.contain('this must not be so: {"visit.number":1}')
      .and.to.contain('cart.value is not known and has to be known');
  });

  it('has words for every reason, which say what would have to be different', () => {
    const given: [HeldReason, object, BareSignal[], object?][] = [
      ['prerendering', {}, [situation({ prerendering: true })]],
      ['hidden', {}, [situation({ hidden: true })]],
      ['paused', {}, [situation({ paused: true })]],
      ['paused', { paused: true }, []],
      ['consent-dialog-open', {}, [situation({ consentDialogOpen: true })]],
      ['host-dialog-open', {}, [situation({ hostDialogOpen: true })]],
      ['checkout', {}, [situation({ checkout: true })]],
      ['typing', {}, [situation({ typing: true })]],
      ['video-playing', {}, [situation({ videoPlaying: true })]],
      ['not-settled', {}, [situation({ settled: false })]],
      ['not-engaged', {}, [situation({ engaged: false })]],
      ['prompt-coming', {}, [moment]],
      ['prompt-open', {}, [moment, { type: 'ready', campaign: 'a' }]],
      [
        'resting',
        { cap: '9' },
        [moment, { type: 'ready', campaign: 'a' }, { type: 'closed', campaign: 'a' }],
        { rest: '1d' },
      ],
      ['session-cap', {}, [], { sessionCap: 0 }],
      ['overall-cap', {}, [], { cap: '0/7d' }],
      ['not-understood', { cap: 'x' }, []],
      [
        'landed-from-search-on-phone',
        {},
        [{ type: 'page', visitor: 'v', session: 's', settled: true, engaged: true, phone: true, fromSearch: true }],
      ],
      ['not-started', { start: '2026-06-02' }, []],
      ['ended', { end: '2026-05-01T00:00Z' }, []],
      ['schedule', { schedule: 'Sa' }, []],
      ['subscribed', { asks: 'newsletter' }, [{ type: 'fact', name: 'newsletter_sign_up' }]],
      ['dismissed', {}, [{ type: 'answer', answer: 'not-now', campaign: 'a' }]],
      ['after', { after: 'b' }, []],
      ['excluded', { exclusiveWith: 'b' }, [{ type: 'remember', memory: { shown: { 'c:b': [5] }, answers: {} } }]],
      ['namespace', { namespace: ['n', 0, 0] }, []],
      ['cap', { cap: '1' }, [{ type: 'remember', memory: { shown: { 'c:a': [5] }, answers: {} } }]],
      [
        'group-cap',
        { group: 'g' },
        [{ type: 'remember', memory: { shown: { 'g:g': [5] }, answers: {} } }],
        { groupCaps: { g: '1' } },
      ],
      ['audience', { audience: { subscribed: true } }, []],
      ['holdout', { holdout: 1 }, []],
    ];
    for (const [reason, campaign, signals, manners] of given) {
      const { obstacles, text } = explained([{ name: 'a', ...campaign }], signals, manners);
      const obstacle = obstacles.find((each) => each.reason === reason)!;
      expect(obstacle, reason).to.be.an('object');
      expect(obstacle.because.length).to.be.above(10);
      expect(text)
        .to.contain(`- ${obstacle.change} (now: ${obstacle.because})`)
        .and.not.match(/undefined|NaN|Infinity/);
    }
    const ruled = [...pageRules, ...campaignRules].map(([reason]) => reason);
    expect([...new Set(given.map(([reason]) => reason))]).to.have.members([...new Set(ruled)]);
  });
});
