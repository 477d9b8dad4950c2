import { expect } from 'chai';
import fc from 'fast-check';
import { isReached, readBoundary } from '../../src/campaigns/boundary.js';
import { readCampaign, readCampaigns } from '../../src/campaigns/read-campaign.js';
import { defaultPolicy, readPolicy, ripeMsOf } from '../../src/campaigns/policy.js';
import { readCaps } from '../../src/campaigns/read-caps.js';
import { readDuration } from '../../src/browser/read-duration.js';
import { isOpen, readSchedule } from '../../src/campaigns/schedule.js';
import { hearReports } from '../hear-reports.js';
import { runs } from '../runs.js';

const HOUR = 3_600_000;

/** Reads, and collects what is said of it. */
function read(data: unknown) {
  const warnings: string[] = [];
  const campaign = readCampaign(data, { warn: (message) => void warnings.push(message) });
  return { campaign, warnings };
}

describe('a campaign', () => {
  it('is read from JSON', () => {
    const { campaign, warnings } = read({
      name: 'leaving-with-a-cart',
      moment: 'exit-intent',
      audience: { 'cart.value': { $gte: 50 }, subscribed: false },
      cap: '1/7d',
      group: 'discounts',
      asks: 'newsletter',
      holdout: '10%',
      start: '2026-11-27T00:00:00+01:00',
      end: '2026-11-30',
      schedule: 'Mo-Fr 09:00-17:00',
      priority: 5,
      exclusiveWith: ['welcome'],
      after: 'hello/2d',
      namespace: ['autumn', 0, 0.5],
      variants: [{ name: 'calm' }, { name: 'bold', weight: 2 }],
      surface: 'corner',
      overlay: false,
    });
    expect(warnings).to.deep.equal([]);
    expect(campaign).to.deep.equal({
      name: 'leaving-with-a-cart',
      moments: ['exit-intent'],
      audience: { 'cart.value': { $gte: 50 }, subscribed: false },
      caps: [{ count: 1, per: 168 * HOUR }],
      group: 'discounts',
      asks: 'newsletter',
      holdout: 0.1,
      start: { at: Date.UTC(2026, 10, 26, 23), local: false },
      end: { at: Date.UTC(2026, 11, 1), local: true },
      schedule: [1, 2, 3, 4, 5].map((day) => [day * 1440 + 540, day * 1440 + 1020]),
      priority: 5,
      exclusiveWith: ['welcome'],
      after: [{ campaign: 'hello', waitMs: 48 * HOUR }],
      namespace: ['autumn', 0, 0.5],
      variants: [
        { name: 'calm', weight: 1 },
        { name: 'bold', weight: 2 },
      ],
      surface: 'corner',
      overlay: false,
      paused: false,
      faults: [],
    });
  });

  it('keeps a comma inside of a moment', () => {
    expect(read({ name: 'a', moment: 'click(.help, [title="a, b"]), exit-intent' }).campaign?.moments).to.deep.equal([
      'click(.help, [title="a, b"])',
      'exit-intent',
    ]);
    expect(read({ name: 'a', moment: 'exit-intent', exclusiveWith: 'b(1,2)' }).campaign?.exclusiveWith).to.deep.equal([
      'b(1',
      '2)',
    ]);
  });

  it('is read from attributes, which are text', () => {
    const { campaign, warnings } = read({
      name: 'welcome',
      moment: 'dwell, after-add-to-cart',
      audience: '{"visit.number":1}',
      holdout: '0.05',
      priority: '-1',
      'exclusive-with': 'a, b',
      variants: 'calm, bold',
      overlay: 'false',
    });
    expect(warnings).to.deep.equal([]);
    expect(campaign).to.deep.include({
      moments: ['dwell', 'after-add-to-cart'],
      audience: { 'visit.number': 1 },
      holdout: 0.05,
      priority: -1,
      exclusiveWith: ['a', 'b'],
      overlay: false,
      caps: [{ count: 1, per: 'session' }],
      surface: 'welcome',
    });
    expect(campaign!.variants.map(({ name }) => name)).to.deep.equal(['calm', 'bold']);
  });

  it('is left out, with a word, when it has no name or no moment', () => {
    for (const data of [undefined, null, 5, 'x', [], {}, { name: ' ' }, { name: 'n' }, { name: 'n', moment: [] }]) {
      const { campaign, warnings } = read(data);
      expect(campaign).to.equal(undefined);
      expect(warnings.length).to.be.above(0);
    }
  });

  it('is never shown while something that restricts it is not understood', () => {
    for (const odd of [
      { audience: '{"cart' },
      { audience: [1] },
      { audience: { 'cart.unchangedMs': { $gte: '2 dayz' } } },
      { cap: 'often' },
      { cap: '1/fortnight' },
      { cap: '1/0d' },
      { cap: ['1/7d', 'x'] },
      { holdout: '110%' },
      { holdout: 'ten' },
      { start: '31.12.2026' },
      { end: '2026-02-31' },
      { schedule: 'Mo-Xx' },
      { after: 'a/soon' },
      { namespace: ['n', 1, 0] },
      { exclusiveWith: [{}] },
      { paused: 'maybe' },
      { group: {} },
    ]) {
      const { campaign, warnings } = read({ name: 'n', moment: 'm', ...odd });
      expect(campaign!.faults, JSON.stringify(odd)).to.deep.equal(Object.keys(odd));
      expect(warnings.join()).to.contain('“n”').and.to.contain(Object.keys(odd)[0]).and.to.contain('not shown');
    }
  });

  it('lives on with the default where nothing more would be shown by it', () => {
    const { campaign, warnings } = read({
      name: 'n',
      moment: 'm',
      priority: 'high',
      variants: [{}],
      surface: [],
      overlay: 1,
    });
    expect(campaign).to.deep.include({ priority: 0, surface: 'n', overlay: true, faults: [] });
    expect(campaign!.variants).to.deep.equal([{ name: 'default', weight: 1 }]);
    expect(warnings).to.have.length(4);
  });

  it('takes a length of time in its audience as a moment does', () => {
    const audience = {
      'cart.unchangedMs': { $gte: '2d', $lt: '2w', $not: { $in: ['90m', 5] } },
      $or: [{ 'visit.activeMs': '30s' }, { $not: { 'visit.durationMs': { $gt: '1.5h' } } }],
    };
    const { campaign, warnings } = read({ name: 'n', moment: 'm', audience: JSON.stringify(audience) });
    expect(warnings).to.deep.equal([]);
    expect(campaign!.audience).to.deep.equal({
      'cart.unchangedMs': { $gte: 172_800_000, $lt: 1_209_600_000, $not: { $in: [5_400_000, 5] } },
      $or: [{ 'visit.activeMs': 30_000 }, { $not: { 'visit.durationMs': { $gt: 5_400_000 } } }],
    });
  });

  it('leaves a text as it is where no length of time is known, and where it is a number', () => {
    const audience = {
      'cart.unchangedMs': { $gte: '86400000', $type: 'number', $inGroup: '2d', $exists: true },
      'cart.products': { $in: ['2d'] },
      'shop.waitMs': { $gte: '2d' },
      deepMs: { $elemMatch: { $eq: '2d' } },
      'visit.landing': '7d',
    };
    expect(read({ name: 'n', moment: 'm', audience }).campaign!.audience).to.deep.equal(audience);
  });

  it('says which field was probably meant, and which name in its audience', () => {
    const { warnings } = read({
      name: 'n',
      moment: 'm',
      audiance: {},
      exclusivWith: 'a',
      audience: { 'cart.valeu': 1, 'cart.unchangedMS': 1 },
    });
    expect(warnings.join('\n'))
      .to.contain('“audiance” is no field of a campaign; did you mean “audience”?')
      .and.to.contain('did you mean “exclusiveWith”?')
      .and.to.contain('did you mean “cart.value”?')
      .and.to.contain('did you mean “cart.unchangedMs”?');
  });

  it('knows the names that the store has, and warns in the console by itself', () => {
    const { warnings, stop } = hearReports();
    try {
      for (const name of [
        'cart.value',
        'cart.quantity',
        'cart.products',
        'wishlist.count',
        'viewed.categories',
        'visit.number',
        'consent.ads',
        'subscribed',
      ])
        readCampaign({ name: 'n', moment: 'm', audience: { [name]: 1 } });
      expect(warnings).to.deep.equal([]);
      readCampaign({ name: 'n', moment: 'm', audience: { 'wishlist.size': 1 } });
      expect(warnings.join()).to.contain('“wishlist.size”');
    } finally {
      stop();
    }
  });

  it('counts once by its name', () => {
    const warnings: string[] = [];
    const list = readCampaigns(
      [
        { name: 'a', moment: 'm', priority: 1 },
        { name: 'a', moment: 'm', priority: 2 },
        5,
        { name: '__proto__', moment: 'm' },
      ],
      { warn: (message) => void warnings.push(message) },
    );
    expect(list.map(({ name, priority }) => [name, priority])).to.deep.equal([
      ['a', 1],
      ['__proto__', 0],
    ]);
    expect(warnings.join('\n')).to.contain('two campaigns “a”').and.to.contain('without a name');
    expect(readCampaigns({}, { warn() {} })).to.deep.equal([]);
  });

  it('is read without a throw, whatever it is', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    });
    const keys = fc.constantFrom(
      'name',
      'moment',
      'audience',
      'cap',
      'group',
      'asks',
      'holdout',
      'start',
      'end',
      'schedule',
      'priority',
      'exclusive-with',
      'after',
      'namespace',
      'variants',
      'surface',
      'overlay',
      'paused',
      '__proto__',
      'x',
    );
    const odd = fc.oneof(
      anything,
      fc.dictionary(keys, anything),
      fc.dictionary(keys, anything).map((data) => ({ name: 'n', moment: 'm', ...data })),
    );
    fc.assert(
      fc.property(odd, (data) => {
        const { campaign } = read(data);
        if (!campaign) return;
        expect(campaign.variants.length).to.be.above(0);
        expect(campaign.holdout).to.be.within(0, 1);
        expect(campaign.caps.length).to.be.above(0);
        expect(Number.isFinite(campaign.priority)).to.equal(true);
        readPolicy(data, () => {});
      }),
      { numRuns: runs(3_000) },
    );
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(read(trap).campaign).to.equal(undefined);
  });
});

describe('a cap', () => {
  it('is a number of times in a time, on a page, in a visit or ever', () => {
    expect(readCaps('1/7d')).to.deep.equal([{ count: 1, per: 7 * 24 * HOUR }]);
    expect(readCaps('2/session, 10/30d')).to.deep.equal([
      { count: 2, per: 'session' },
      { count: 10, per: 720 * HOUR },
    ]);
    expect(readCaps(3)).to.deep.equal([{ count: 3, per: 'ever' }]);
    expect(readCaps(['1/page', '0'])).to.deep.equal([
      { count: 1, per: 'page' },
      { count: 0, per: 'ever' },
    ]);
    expect(readCaps('1000/1d')).to.deep.equal([{ count: 100, per: 24 * HOUR }]);
    for (const odd of ['', '1/', '/7d', '-1/7d', '1/7', '1/7y', '1.5/7d', 'one', null, {}, [[]], '1/7d,'])
      expect(readCaps(odd), String(odd)).to.equal(undefined);
  });

  it('has lengths of time in seconds, minutes, hours, days and weeks', () => {
    expect(['30s', '1.5m', '12h', '7d', '2w'].map(readDuration)).to.deep.equal([
      30_000,
      90_000,
      12 * HOUR,
      168 * HOUR,
      336 * HOUR,
    ]);
    for (const odd of ['', '7', 'd', '7 days', '-7d', null, {}]) expect(readDuration(odd)).to.equal(undefined);
  });
});

describe('the manners’ numbers', () => {
  it('are the shop’s where it says them, and the default elsewhere', () => {
    const warnings: string[] = [];
    const policy = readPolicy(
      {
        rest: '2m',
        sessionCap: 1,
        groupCaps: { newsletter: '1/7d' },
        cap: '3/30d',
        settle: -1,
        sesionCap: 4,
        notNow: 'soon',
        groupCap: 1,
        ripe: '20s',
        ripeOf: { 'exit-intent': '5s', 'returning-visitor': '2m' },
      },
      (message) => void warnings.push(message),
    );
    expect(policy).to.deep.include({
      restMs: 120_000,
      sessionCap: 1,
      settleMs: defaultPolicy.settleMs,
      notNowMs: defaultPolicy.notNowMs,
    });
    expect(policy.caps).to.deep.equal([{ count: 3, per: 720 * HOUR }]);
    const ripe = ['exit-intent', 'returning-visitor', 'landing(/sale)', 'dwell(30s)'].map((moment) =>
      ripeMsOf(moment, policy),
    );
    expect(ripe).to.deep.equal([5_000, 120_000, 60_000, 20_000]);
    expect(policy.groupCaps.get('newsletter')).to.deep.equal([{ count: 1, per: 168 * HOUR }]);
    expect(warnings.join('\n'))
      .to.contain('“settle”')
      .and.to.contain('did you mean “sessionCap”?')
      .and.to.contain('“notNow”')
      .and.to.contain('did you mean “groupCaps”');
    for (const odd of [
      undefined,
      null,
      5,
      'x',
      [],
      { groupCaps: null },
      { groupCaps: { a: 'x' } },
      { ripeOf: { a: 'x' } },
    ])
      expect(readPolicy(odd, () => {})).to.deep.equal(defaultPolicy);
  });
});

describe('times of the week', () => {
  /** Which of the hours of a week are open, Sunday first. */
  const open = (text: string) =>
    [...Array(168).keys()].filter((hour) => isOpen(readSchedule(text)!, Date.UTC(2026, 5, 7, hour, 30)));
  const hours = (day: number, from: number, to: number) =>
    [...Array(to - from).keys()].map((hour) => day * 24 + from + hour);

  it('are written as opening hours are', () => {
    expect(open('Mo 09:00-12:00')).to.deep.equal(hours(1, 9, 12));
    expect(open('Mo, We 09:00-12:00, 13:00-14:00')).to.deep.equal([
      ...hours(1, 9, 12),
      ...hours(1, 13, 14),
      ...hours(3, 9, 12),
      ...hours(3, 13, 14),
    ]);
    expect(open('Tu,Th 16:00-20:00; Sa')).to.deep.equal([...hours(2, 16, 20), ...hours(4, 16, 20), ...hours(6, 0, 24)]);
    expect(open('Mo-Tu 08:00-09:00, Sa 10:00-11:00')).to.deep.equal([
      ...hours(1, 8, 9),
      ...hours(2, 8, 9),
      ...hours(6, 10, 11),
    ]);
    expect(open('Sa-Mo')).to.deep.equal([...hours(0, 0, 48), ...hours(6, 0, 24)]);
    expect(open('10:00-11:00')).to.have.length(7);
    expect(open('mo-su 00:00-24:00')).to.have.length(168);
  });

  it('go over midnight, and over the end of the week', () => {
    expect(open('Sa 22:00-06:00')).to.deep.equal([...hours(0, 0, 6), ...hours(6, 22, 24)]);
    expect(open('Mo 22:00-02:00')).to.deep.equal([...hours(1, 22, 24), ...hours(2, 0, 2)]);
  });

  it('are not guessed at', () => {
    for (const odd of [
      '',
      ' ',
      ';',
      'Xx',
      'Mo-',
      'Mo-We-Fr',
      '9-17',
      '25:00-26:00',
      '09:60-10:00',
      '10:00-10:00',
      'Mo 09:00',
      5,
      null,
      undefined,
    ])
      expect(readSchedule(odd), String(odd)).to.equal(undefined);
  });
});

describe('a start and an end', () => {
  it('are instants with a time zone, and by the shopper’s clock without one', () => {
    expect(readBoundary('2026-12-24T18:00:00+01:00', true)).to.deep.equal({
      at: Date.UTC(2026, 11, 24, 17),
      local: false,
    });
    expect(readBoundary('2026-12-24T18:00Z', false)).to.deep.equal({ at: Date.UTC(2026, 11, 24, 18), local: false });
    expect(readBoundary('2026-12-24 18:00', false)).to.deep.equal({ at: Date.UTC(2026, 11, 24, 18), local: true });
    expect(readBoundary('2026-12-24', false)).to.deep.equal({ at: Date.UTC(2026, 11, 24), local: true });
    expect(readBoundary('2026-12-24', true)).to.deep.equal({ at: Date.UTC(2026, 11, 25), local: true });
    expect(readBoundary(17, true)).to.deep.equal({ at: 17, local: false });
    for (const odd of [
      '',
      'soon',
      '24.12.2026',
      '2026-13-01',
      '2026-02-30',
      '2026-12-24T25:00',
      '12/24/2026',
      NaN,
      Infinity,
      null,
      {},
    ])
      expect(readBoundary(odd, false), String(odd)).to.equal(undefined);
  });

  it('is reached in New York later than in Berlin when it names no zone', () => {
    const end = readBoundary('2026-12-24', true)!;
    const berlinMidnight = Date.UTC(2026, 11, 24, 23);
    expect(isReached(end, berlinMidnight, 60)).to.equal(true);
    expect(isReached(end, berlinMidnight - 1, 60)).to.equal(false);
    expect(isReached(end, berlinMidnight, -300)).to.equal(false);
    expect(isReached({ at: 5, local: false }, 5, -300)).to.equal(true);
  });
});
