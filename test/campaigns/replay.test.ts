import { expect } from 'chai';
import fc from 'fast-check';
import { createEngine, emptyAttributes, readCampaigns, replay } from '../../src/campaigns/index.js';
import type { Signal } from '../../src/campaigns/index.js';
import type { CueRecord, FactName } from '../../src/events/index.js';

const START = Date.UTC(2026, 5, 1, 10);
const MINUTE = 60_000;

let count = 0;
function record(visitor: string, name: FactName, minutes: number, more: Partial<CueRecord> = {}): CueRecord {
  return {
    v: 1,
    id: `r${count++}`,
    name,
    at: START + minutes * MINUTE,
    visitor,
    session: `${visitor}-1`,
    page: { url: 'https://shop.example/', title: '' },
    ...more,
  };
}

const add = (visitor: string, minutes: number, price: number, quantity = 1) =>
  record(visitor, 'add_to_cart', minutes, { currency: 'EUR', items: [{ item_id: `p${price}`, price, quantity }] });

const read = (data: object[]) => readCampaigns(data, { warn: (message) => expect.fail(message) });
const shown = (result: ReturnType<typeof replay>) =>
  result.decisions
    .filter(({ outcome }) => outcome === 'shown')
    .map(({ visitor, campaign, at }) => `${visitor} ${campaign} ${(at - START) / MINUTE}`);

describe('a replay', () => {
  it('of records says who would have seen what', () => {
    const records = [
      add('anna', 0, 20),
      add('ben', 1, 30),
      add('anna', 3, 40),
      record('anna', 'remove_from_cart', 4, { items: [{ item_id: 'p40', price: 40, quantity: 1 }] }),
      add('ben', 9, 30),
      record('ben', 'purchase', 10, { items: [] }),
      add('ben', 30, 15),
    ];
    const campaigns = read([
      { name: 'nearly', moment: 'after-add-to-cart', audience: { 'cart.value': { $gte: 50 } }, cap: '1/7d' },
    ]);
    const result = replay(records, campaigns);
    expect(shown(result)).to.deep.equal(['anna nearly 3', 'ben nearly 9']);
    expect(result.decisions.map(({ visitor, reason }) => `${visitor} ${reason}`)).to.deep.equal([
      'anna audience',
      'ben audience',
      'anna allowed',
      'ben allowed',
      'ben cap',
    ]);
    expect(result.states.get('anna')!.attributes).to.deep.include({
      cart: { value: 20, currency: 'EUR', quantity: 1, products: ['p20'], categories: [], unchangedMs: null },
    });
  });

  it('of records gives the same in any order, twice, and with each record twice', () => {
    const campaigns = read([
      { name: 'a', moment: 'after-add-to-cart', cap: '2/7d' },
      { name: 'b', moment: 'after-add-to-cart', cap: '1/7d' },
    ]);
    const records = [...Array(30).keys()].map((i) => add(`v${i % 3}`, i * 2, 10));
    const once = replay(records, campaigns).decisions;
    expect(once.some(({ outcome }) => outcome === 'shown')).to.equal(true);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (order) => {
        expect(replay([...order, ...order], campaigns).decisions).to.deep.equal(once);
      }),
      { numRuns: 50 },
    );
  });

  it('of records knows visits, views, wishes and who has subscribed', () => {
    const product = { id: 'p1', name: 'Teapot', category: 'Tea', brand: 'Brew' };
    const { states } = replay(
      [
        record('v', 'view_item', 0, { product }),
        record('v', 'add_to_wishlist', 1, { product }),
        record('v', 'newsletter_sign_up', 2),
        record('v', 'view_item', 90, { product: { ...product, id: 'p2' }, session: 'v-2' }),
        record('v', 'remove_from_wishlist', 91, { product, session: 'v-2' }),
      ],
      [],
    );
    expect(states.get('v')!.attributes).to.deep.include({
      wishlist: { products: [], count: 0 },
      viewed: { products: ['p2', 'p1'], count: 2, categories: ['Tea'], brands: ['Brew'] },
      visit: { ...emptyAttributes().visit, number: 2, durationMs: MINUTE },
      visitor: { ...emptyAttributes().visitor, returning: true },
      subscribed: true,
    });
  });

  it('of records takes moments that a shop derives from them', () => {
    const campaigns = read([{ name: 'back', moment: 'return-with-cart', audience: { 'visit.number': { $gte: 2 } } }]);
    const records = [add('v', 0, 20), record('v', 'view_item', 90, { session: 'v-2' })];
    const result = replay(records, campaigns, {
      moments: ({ name }, { cart }) =>
        name === 'view_item' && (cart as { quantity: number }).quantity ? ['return-with-cart'] : [],
    });
    expect(shown(result)).to.deep.equal(['v back 90']);
  });

  it('of a recording tells what campaigns would have done that were not there then', () => {
    let now = START;
    const recording: Signal[] = [];
    const engine = createEngine({
      campaigns: read([{ name: 'then', moment: 'exit-intent' }]),
      clock: () => now,
      random: () => 0,
      onSignal: (signal) => void recording.push(signal),
    });
    engine.send({ type: 'page', visitor: 'v', session: 's', settled: true, engaged: true });
    for (let i = 0; i < 4; i++) {
      now += 2 * MINUTE;
      engine.send({ type: 'moment', moment: 'exit-intent' });
      if (engine.state.chosen) engine.send({ type: 'ready', campaign: 'then' });
      if (engine.state.open) engine.send({ type: 'closed', campaign: 'then' });
    }
    const same = replay(recording, read([{ name: 'then', moment: 'exit-intent' }]));
    expect(shown(same)).to.deep.equal(['v then 2']);
    const other = replay(recording, read([{ name: 'now', moment: 'exit-intent', cap: '2/session' }]), {
      simulate: true,
    });
    expect(shown(other)).to.deep.equal(['v now 2', 'v now 4']);
    expect(other.decisions.map(({ reason }) => reason)).to.deep.equal([
      'allowed',
      'allowed',
      'session-cap',
      'session-cap',
    ]);
  });

  it('of nothing decides nothing', () => {
    expect(replay([], []).decisions).to.deep.equal([]);
  });
});
