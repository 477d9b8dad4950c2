import { expect } from 'chai';
import fc from 'fast-check';
import { createEngine, mergeMemories, readCampaigns, readMemory, readPolicy } from '../../src/campaigns/index.js';
import type { BareSignal, Memory, Situation } from '../../src/campaigns/index.js';

const START = Date.UTC(2026, 5, 1, 10);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** An engine on a page that has settled, with a shopper who has scrolled, a clock and a draw that a test sets. */
function open(
  campaigns: object[],
  { manners = {}, page = {}, memory }: { manners?: object; page?: object; memory?: Memory } = {},
) {
  const time = { now: START, luck: 0 };
  const engine = createEngine({
    campaigns: readCampaigns(
      campaigns.map((campaign) => ({ moment: 'exit-intent', ...campaign })),
      { warn: (message) => expect.fail(message) },
    ),
    policy: readPolicy(manners),
    clock: () => time.now,
    random: () => time.luck,
    ...(memory && { memory }),
  });
  const send = (bare: BareSignal) =>
    engine
      .send(bare)
      .map(({ campaign, reason, variant }) => [campaign, reason, ...(variant ? [variant] : [])].join(' '));
  const visit = (more: object = {}) =>
    send({ type: 'page', visitor: 'v', session: 's', settled: true, engaged: true, ...more });
  visit(page);
  time.now += 10_000;
  return {
    engine,
    time,
    send,
    visit,
    /** The moment comes, and what is chosen is ready at once. */
    leave() {
      const held = send({ type: 'moment', moment: 'exit-intent' });
      const { chosen } = engine.state;
      return chosen ? [...held, ...send({ type: 'ready', campaign: chosen.campaign })] : held;
    },
    close() {
      const { open } = engine.state;
      send({ type: 'closed', campaign: open!.campaign });
    },
  };
}

describe('the engine', () => {
  it('shows a campaign at its moment, once it is ready', () => {
    const { send, engine } = open([{ name: 'a', variants: 'calm' }]);
    expect(send({ type: 'moment', moment: 'dwell' })).to.deep.equal([]);
    expect(send({ type: 'moment', moment: 'exit-intent' })).to.deep.equal([]);
    expect(engine.state.chosen).to.deep.include({ campaign: 'a', variant: 'calm', moment: 'exit-intent' });
    expect(send({ type: 'ready', campaign: 'a' })).to.deep.equal(['a allowed calm']);
    expect(engine.state.open).to.deep.include({ campaign: 'a', variant: 'calm', at: START + 10_000 });
    expect(engine.state.chosen).to.equal(undefined);
  });

  const situations: [keyof Situation, boolean, string][] = [
    ['prerendering', true, 'prerendering'],
    ['hidden', true, 'hidden'],
    ['paused', true, 'paused'],
    ['consentDialogOpen', true, 'consent-dialog-open'],
    ['hostDialogOpen', true, 'host-dialog-open'],
    ['promptOpen', true, 'prompt-open'],
    ['checkout', true, 'checkout'],
    ['typing', true, 'typing'],
    ['videoPlaying', true, 'video-playing'],
    ['settled', false, 'not-settled'],
    ['engaged', false, 'not-engaged'],
  ];
  for (const [flag, value, reason] of situations) {
    it(`holds everything with “${reason}”, at the moment and at the instant of showing`, () => {
      const { send, leave } = open([{ name: 'a' }]);
      send({ type: 'moment', moment: 'exit-intent' });
      send({ type: 'situation', change: { [flag]: value } });
      expect(send({ type: 'ready', campaign: 'a' })).to.deep.equal([`a ${reason} default`]);
      expect(leave()).to.deep.equal([`a ${reason}`]);
      send({ type: 'situation', change: { [flag]: !value } });
      expect(leave()).to.deep.equal(['a allowed default']);
    });
  }

  it('waits until the page has been there for a moment, however settled', () => {
    const { visit, leave, time } = open([{ name: 'a' }]);
    visit();
    time.now += 1_999;
    expect(leave()).to.deep.equal(['a not-settled']);
    time.now += 1;
    expect(leave()).to.deep.equal(['a allowed default']);
  });

  it('has one prompt at a time, a rest between two, and a number a visit', () => {
    const { leave, close, time, visit } = open([{ name: 'a', cap: '9/session' }]);
    leave();
    time.now += 5 * MINUTE;
    expect(leave()).to.deep.equal(['a prompt-open']);
    close();
    time.now += MINUTE - 1;
    expect(leave()).to.deep.equal(['a resting']);
    time.now += 1;
    expect(leave()).to.deep.equal(['a allowed default']);
    close();
    time.now += MINUTE;
    expect(leave()).to.deep.equal(['a session-cap']);
    visit({ session: 'next' });
    time.now += MINUTE;
    expect(leave()).to.deep.equal(['a allowed default']);
  });

  it('rests after a page that was left with a prompt open', () => {
    const { leave, time, visit } = open([{ name: 'a', cap: '9/session' }]);
    leave();
    time.now += 5 * MINUTE;
    visit();
    time.now += 30_000;
    expect(leave()).to.deep.equal(['a resting']);
  });

  it('shows nothing over the page that a phone reached from a search, but in it', () => {
    const { leave, visit, time } = open([{ name: 'over' }], { page: { phone: true, fromSearch: true } });
    expect(leave()).to.deep.equal(['over landed-from-search-on-phone']);
    visit({ phone: true });
    time.now += MINUTE;
    expect(leave()).to.deep.equal(['over allowed default']);
    expect(open([{ name: 'in', overlay: false }], { page: { phone: true, fromSearch: true } }).leave()).to.deep.equal([
      'in allowed default',
    ]);
    expect(open([{ name: 'over' }], { page: { fromSearch: true } }).leave()).to.deep.equal(['over allowed default']);
  });

  it('remembers “not now” and “no thanks” for whatever asks for the same', () => {
    const campaigns = [
      { name: 'corner', asks: 'newsletter' },
      { name: 'footer', asks: 'newsletter', moment: 'dwell' },
      { name: 'sale', moment: 'dwell' },
    ];
    const { send, leave, time } = open(campaigns);
    send({ type: 'answer', answer: 'not-now', campaign: 'footer' });
    expect(leave()).to.deep.equal(['corner dismissed']);
    time.now += 7 * DAY;
    send({ type: 'answer', answer: 'no-thanks', asks: 'newsletter' });
    time.now += 89 * DAY;
    expect(leave()).to.deep.equal(['corner dismissed']);
    expect(send({ type: 'moment', moment: 'dwell' })).to.deep.equal(['footer dismissed']);
    time.now += DAY;
    expect(leave()).to.deep.equal(['sale too-late default', 'corner allowed default']);
  });

  it('never asks again for what was given, anywhere on the page', () => {
    const { send, leave, time } = open([
      { name: 'a', asks: 'newsletter' },
      { name: 'b', asks: 'account' },
    ]);
    expect(send({ type: 'fact', name: 'newsletter_sign_up' })).to.deep.equal([]);
    time.now += 1000 * DAY;
    expect(leave()).to.deep.equal(['a subscribed', 'b allowed default']);
    expect(
      open([{ name: 'b', asks: 'account' }]).send({ type: 'answer', answer: 'given', asks: 'account' }),
    ).to.deep.equal([]);
  });

  it('asks nobody for a review who has written one', () => {
    const { send, leave, time } = open([{ name: 'a', asks: 'review' }]);
    send({ type: 'fact', name: 'review' });
    time.now += DAY;
    expect(leave()).to.deep.equal(['a subscribed']);
  });

  it('takes a prompt that was dismissed for “not now”, and for gone', () => {
    const { send, leave, engine, time } = open([{ name: 'a', cap: '9/session' }]);
    leave();
    send({ type: 'fact', name: 'prompt_dismiss', campaign: 'a' });
    expect(engine.state.open).to.equal(undefined);
    time.now += MINUTE;
    expect(leave()).to.deep.equal(['a dismissed']);
  });

  it('raises a moment after each fact', () => {
    const { send, engine } = open([{ name: 'a', moment: 'after-add-to-cart' }]);
    send({ type: 'fact', name: 'add_to_cart' });
    expect(engine.state.chosen).to.deep.include({ campaign: 'a', moment: 'after-add-to-cart' });
  });

  it('keeps away from a checkout until the purchase', () => {
    const { send, leave } = open([{ name: 'a' }]);
    send({ type: 'fact', name: 'begin_checkout' });
    expect(leave()).to.deep.equal(['a checkout']);
    send({ type: 'fact', name: 'purchase' });
    expect(leave()).to.deep.equal(['a allowed default']);
  });

  it('counts showings for caps of a campaign, of a group and of all', () => {
    const manners = { rest: 0, sessionCap: 99, groupCaps: { g: '2/7d' }, cap: '4/30d' };
    const { send, time } = open(
      [
        { name: 'a', moment: 'a', group: 'g', cap: '1/7d' },
        { name: 'b', moment: 'b', group: 'g', cap: '9/7d' },
        { name: 'c', moment: 'c', cap: '9/page' },
      ],
      { manners },
    );
    const show = (name: string) => {
      const held = send({ type: 'moment', moment: name });
      if (held.length) return held.join();
      const [shown] = send({ type: 'ready', campaign: name });
      send({ type: 'closed', campaign: name });
      return shown;
    };
    expect(show('a')).to.equal('a allowed default');
    expect(show('a')).to.equal('a cap');
    expect(show('b')).to.equal('b allowed default');
    expect(show('b')).to.equal('b group-cap');
    expect(show('c')).to.equal('c allowed default');
    time.now += 7 * DAY - 1;
    expect(show('a')).to.equal('a cap');
    time.now += 1;
    expect(show('a')).to.equal('a allowed default');
    expect(show('c')).to.equal('c overall-cap');
  });

  it('shows one of two that exclude each other, whichever says so', () => {
    const { send, leave, close, time } = open([{ name: 'a' }, { name: 'b', moment: 'dwell', exclusiveWith: 'a' }], {
      manners: { sessionCap: 9 },
    });
    leave();
    close();
    time.now += DAY;
    expect(send({ type: 'moment', moment: 'dwell' })).to.deep.equal(['b excluded']);
  });

  it('shows one after another, and not too soon', () => {
    const { send, leave, close, time } = open([
      { name: 'a', moment: 'dwell' },
      { name: 'b', after: 'a/2d' },
    ]);
    expect(leave()).to.deep.equal(['b after']);
    send({ type: 'moment', moment: 'dwell' });
    send({ type: 'ready', campaign: 'a' });
    close();
    time.now += 2 * DAY - 1;
    expect(leave()).to.deep.equal(['b after']);
    time.now += 1;
    expect(leave()).to.deep.equal(['b allowed default']);
  });

  it('keeps to a start, an end and times of the week by the shopper’s clock', () => {
    const { leave, time } = open(
      [{ name: 'a', start: '2026-06-02', end: '2026-06-03', schedule: '09:00-17:00', cap: '9/session' }],
      { page: { utcOffsetMinutes: 120 } },
    );
    expect(leave()).to.deep.equal(['a not-started']);
    time.now = Date.UTC(2026, 5, 1, 22);
    expect(leave()).to.deep.equal(['a schedule']);
    time.now = Date.UTC(2026, 5, 2, 7);
    expect(leave()).to.deep.equal(['a allowed default']);
    time.now = Date.UTC(2026, 5, 3, 22);
    expect(open([{ name: 'a', end: '2026-05-31' }]).leave()).to.deep.equal(['a ended']);
  });

  it('asks what is known of the shopper, also at the instant of showing', () => {
    const { send, leave } = open([{ name: 'a', audience: { 'cart.value': { $gte: 50 } } }]);
    expect(leave()).to.deep.equal(['a audience']);
    send({ type: 'know', attributes: { cart: { value: 60 } } });
    send({ type: 'moment', moment: 'exit-intent' });
    send({ type: 'know', attributes: { cart: { value: 10 } } });
    expect(send({ type: 'ready', campaign: 'a' })).to.deep.equal(['a audience default']);
  });

  it('prefers the greater priority, and draws between equals', () => {
    const campaigns = [{ name: 'a' }, { name: 'b', priority: 1 }, { name: 'c', priority: 1 }];
    expect(open(campaigns).leave()).to.deep.equal(['a lower-priority', 'c lower-priority', 'b allowed default']);
    const other = open(campaigns);
    other.time.luck = 0.99;
    expect(other.leave()).to.deep.equal(['a lower-priority', 'b lower-priority', 'c allowed default']);
  });

  it('shows nothing to the holdout, which does not stand in the way of others', () => {
    const { leave } = open([{ name: 'a', holdout: 1, priority: 9 }, { name: 'b' }]);
    expect(leave()).to.deep.equal(['a holdout', 'b allowed default']);
    expect(open([{ name: 'b' }], { manners: { holdout: 1 } }).leave()).to.deep.equal(['b holdout']);
  });

  it('gives the same visitor the same variant on each page, and a shop the one that it wants to look at', () => {
    const variants = 'x, y, z';
    const once = open([{ name: 'a', variants }]).leave();
    expect(open([{ name: 'a', variants }]).leave()).to.deep.equal(once);
    const seen = new Set<string>();
    for (let i = 0; i < 40; i++)
      seen.add(
        open([{ name: 'a', variants }], { page: { visitor: `v${i}` } })
          .leave()
          .join(),
      );
    expect([...seen]).to.have.members(['a allowed x', 'a allowed y', 'a allowed z']);
    for (const [index, name] of ['x', 'y', 'z'].entries())
      expect(open([{ name: 'a', variants, holdout: 1 }], { page: { previews: { a: index } } }).leave()).to.deep.equal([
        `a allowed ${name}`,
      ]);
  });

  it('lets go of what is not ready in time, was not chosen, or belongs to a page that was left', () => {
    const { send, time, visit, engine } = open([{ name: 'a' }]);
    send({ type: 'moment', moment: 'exit-intent' });
    time.now += 5_001;
    expect(send({ type: 'ready', campaign: 'a' })).to.deep.equal(['a too-late default']);
    expect(send({ type: 'ready', campaign: 'b' })).to.deep.equal(['b not-chosen']);
    send({ type: 'moment', moment: 'exit-intent' });
    expect(visit()).to.deep.equal(['a page-left default']);
    expect(engine.state.chosen).to.equal(undefined);
  });

  it('shows nothing that has been taken away meanwhile', () => {
    const { send, engine } = open([{ name: 'a' }]);
    send({ type: 'moment', moment: 'exit-intent' });
    engine.setCampaigns([]);
    expect(send({ type: 'ready', campaign: 'a' })).to.deep.equal(['a withdrawn default']);
  });

  it('is never shown while something of it is not understood, or it is paused', () => {
    expect(open([{ name: 'a', paused: true }]).leave()).to.deep.equal(['a paused']);
    const engine = createEngine({ campaigns: readCampaigns([{ name: 'a', moment: 'm', cap: 'x' }], { warn() {} }) });
    engine.send({ type: 'page', visitor: 'v', session: 's', settled: true, engaged: true });
    expect(engine.send({ type: 'moment', moment: 'm' })[0]!.reason).to.equal('not-settled');
    engine.setCampaigns(readCampaigns([{ name: 'a', moment: 'm', cap: 'x' }], { warn() {} }), {
      policy: readPolicy({ settle: 0 }),
    });
    expect(engine.send({ type: 'moment', moment: 'm' })[0]!.reason).to.equal('not-understood');
  });

  it('knows what another tab, or an earlier page, has shown', () => {
    const first = open([{ name: 'a' }]);
    first.leave();
    first.close();
    const kept = JSON.parse(JSON.stringify(first.engine.state.memory));
    const second = open([{ name: 'a', cap: '1/7d' }]);
    second.time.now += 5 * MINUTE;
    second.send({ type: 'remember', memory: readMemory(kept) });
    expect(second.leave()).to.deep.equal(['a cap']);
    const third = open([{ name: 'a', cap: '1/7d' }], { memory: readMemory(kept) });
    third.time.now += 5 * MINUTE;
    expect(third.leave()).to.deep.equal(['a cap']);
  });
});

describe('a moment that something passing has held', () => {
  const moment: BareSignal = { type: 'moment', moment: 'exit-intent' };
  const again: BareSignal = { type: 'again' };
  const typing = (typing: boolean): BareSignal => ({ type: 'situation', change: { typing } });

  const passing: Partial<Situation>[] = [
    { hidden: true },
    { consentDialogOpen: true },
    { hostDialogOpen: true },
    { typing: true },
    { videoPlaying: true },
    { settled: false },
    { engaged: false },
  ];
  for (const change of passing) {
    const [[flag, value]] = Object.entries(change) as [[string, boolean]];
    it(`is answered when that has passed (${flag}: ${value}), and nothing is said meanwhile`, () => {
      const { send, engine, time } = open([{ name: 'a' }]);
      send({ type: 'situation', change });
      expect(send(moment)).to.have.length(1);
      time.now += 500;
      expect(send(again)).to.deep.equal([]);
      send({ type: 'situation', change: { [flag]: !value } });
      expect(engine.state.chosen).to.equal(undefined);
      expect(send(again)).to.deep.equal([]);
      expect(engine.state.chosen).to.deep.include({ campaign: 'a', moment: 'exit-intent', at: START + 10_500 });
      expect(send({ type: 'ready', campaign: 'a' })).to.deep.equal(['a allowed default']);
      expect(engine.state.ripe).to.deep.equal([]);
    });
  }

  it('is answered for some seconds, and for longer when it is so from the start of a page', () => {
    const { send, engine, time } = open([{ name: 'a' }, { name: 'b', moment: 'landing(/sale)' }]);
    send(typing(true));
    send(moment);
    send({ type: 'moment', moment: 'landing(/sale)' });
    time.now += 10_000;
    send(again);
    expect(engine.state.ripe.map((ripe) => ripe.moment)).to.have.members(['exit-intent', 'landing(/sale)']);
    time.now += 1;
    send(typing(false));
    send(again);
    expect(engine.state.chosen?.campaign).to.equal('b');
    expect(engine.state.ripe).to.deep.equal([]);
  });

  it('is not asked again for what is an answer', () => {
    const final: [object, Partial<Situation>, string][] = [
      [{}, { paused: true }, 'paused'],
      [{}, { checkout: true }, 'checkout'],
      [{}, { prerendering: true }, 'prerendering'],
      [{ sessionCap: 0 }, {}, 'session-cap'],
      [{ cap: '0' }, {}, 'overall-cap'],
    ];
    for (const [manners, change, reason] of final) {
      const { send, engine } = open([{ name: 'a' }], { manners });
      send({ type: 'situation', change });
      expect(send(moment)).to.deep.equal([`a ${reason}`]);
      expect(engine.state.ripe).to.deep.equal([]);
    }
    for (const campaign of [{ cap: '0' }, { holdout: 1 }, { audience: { subscribed: true } }]) {
      const { send, engine } = open([{ name: 'a', ...campaign }]);
      expect(send(moment)).to.have.length(1);
      expect(engine.state.ripe).to.deep.equal([]);
    }
  });

  it('waits for the end of a rest that ends in time, and for no other', () => {
    const { leave, close, send, engine, time } = open([{ name: 'a', cap: '9/session' }], { manners: { rest: '15s' } });
    leave();
    close();
    time.now += 4_999;
    expect(send(moment)).to.deep.equal(['a resting']);
    expect(engine.state.ripe).to.deep.equal([]);
    time.now += 1;
    expect(send(moment)).to.deep.equal(['a resting']);
    time.now += 9_999;
    send(again);
    expect(engine.state.chosen).to.equal(undefined);
    time.now += 1;
    send(again);
    expect(engine.state.chosen?.campaign).to.equal('a');
  });

  it('says another reason when it is another, and each campaign its own when the page is free', () => {
    const { send, engine } = open([{ name: 'a' }, { name: 'b', audience: { subscribed: true } }]);
    send(typing(true));
    expect(send(moment)).to.deep.equal(['a typing', 'b typing']);
    send({ type: 'situation', change: { typing: false, videoPlaying: true } });
    expect(send(again)).to.deep.equal(['a video-playing', 'b video-playing']);
    send({ type: 'situation', change: { videoPlaying: false } });
    expect(send(again)).to.deep.equal(['b audience']);
    expect(engine.state.chosen?.campaign).to.equal('a');
  });

  it('has another chance when it was held at the instant of showing, with the same luck', () => {
    const { send, engine, time, visit } = open([
      { name: 'a', variants: 'calm, bold' },
      { name: 'b', variants: 'calm, bold' },
    ]);
    visit({ visitor: '' });
    time.now += 10_000;
    time.luck = 0.9;
    expect(send(moment)).to.deep.equal(['a lower-priority']);
    const { variant } = engine.state.chosen!;
    send(typing(true));
    expect(send({ type: 'ready', campaign: 'b' })).to.deep.equal([`b typing ${variant}`]);
    time.luck = 0;
    time.now += 4_000;
    expect(send(again)).to.deep.equal(['a typing']);
    send(typing(false));
    expect(send(again)).to.deep.equal([]);
    expect(engine.state.chosen).to.deep.include({ campaign: 'b', variant });
    send(typing(true));
    time.now += 1_000;
    send({ type: 'ready', campaign: 'b' });
    time.now += 5_001;
    send(typing(false));
    expect([send(again), engine.state.chosen]).to.deep.equal([[], undefined]);
  });

  it('is one of several: the latest is answered, and the others are told that a prompt is coming', () => {
    const { send, engine, time } = open([{ name: 'a' }, { name: 'b', moment: 'dwell' }]);
    send(typing(true));
    send({ type: 'moment', moment: 'dwell' });
    time.now += 1;
    send(moment);
    send(typing(false));
    expect(send(again)).to.deep.equal(['b prompt-coming']);
    expect(engine.state.chosen?.campaign).to.equal('a');
  });

  it('is forgotten with its page, and when its campaign is gone', () => {
    const { send, visit, engine } = open([{ name: 'a' }]);
    send(typing(true));
    send(moment);
    visit();
    expect(engine.state.ripe).to.deep.equal([]);
    send(typing(true));
    send(moment);
    engine.setCampaigns([]);
    expect(send(again)).to.deep.equal([]);
    expect(engine.state.ripe).to.deep.equal([]);
  });
});

describe('what the engine remembers', () => {
  const at = fc.integer({ min: 0, max: 5 });
  const memory = fc.record(
    {
      shown: fc.dictionary(fc.constantFrom('all', 'c:a', 'g:g'), fc.array(at, { maxLength: 3 })),
      answers: fc.dictionary(fc.constantFrom('not-now c:a', 'given newsletter'), at),
      closedAt: at,
    },
    { requiredKeys: ['shown', 'answers'] },
  );

  it('merges in any order, and twice, into the same', () => {
    fc.assert(
      fc.property(memory, memory, memory, (...data) => {
        const [a, b, c] = data.map(readMemory) as [Memory, Memory, Memory];
        const all = mergeMemories(mergeMemories(a, b), c);
        expect(mergeMemories(a, mergeMemories(c, b))).to.deep.equal(all);
        expect(mergeMemories(all, b)).to.deep.equal(all);
      }),
    );
  });

  it('is read without a throw, whatever it is, and stays bounded', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ shown: fc.anything(), answers: fc.anything(), closedAt: fc.anything() })),
        (data) => {
          const read = readMemory(data);
          expect(readMemory(JSON.parse(JSON.stringify(read)))).to.deep.equal(read);
        },
      ),
    );
    expect(({} as Record<string, unknown>)['c:a']).to.equal(undefined);
    const many = Object.fromEntries(
      [...Array(1500).keys()].map((i) => [`c:${i}`, [...Array(300).keys()].map((j) => j + i)]),
    );
    const { shown } = readMemory({ shown: many });
    expect(Object.keys(shown)).to.have.length(1000);
    expect(shown['c:1499']).to.have.length(100);
    expect(shown['c:1']).to.equal(undefined);
  });
});
