import { initialState, prepareRules, readCampaigns, reduce } from '../../../src/campaigns/index.ts';

const START = Date.UTC(2026, 5, 1);

const campaign = (i) => ({
  name: `campaign-${i}`,
  moment: 'exit-intent',
  audience: {
    'cart.value': { $gte: 20 },
    subscribed: false,
    $or: [{ 'visit.number': { $in: [1, 2, 3] } }, { 'viewed.categories': { $elemMatch: { $regex: '^Tea' } } }],
  },
  cap: '1/7d, 3/30d',
  group: `group-${i % 5}`,
  holdout: '10%',
  schedule: 'Mo-Su 00:00-24:00',
  start: '2026-01-01',
  end: '2026-12-31',
  priority: i % 3,
  exclusiveWith: [`campaign-${i + 200}`],
  variants: ['calm', 'bold'],
});

/** How often the same signal is taken in one measurement: the clock is coarser than a decision. */
const TIMES = 20;

/** Median of the microseconds from a signal to its decisions. */
globalThis.decide = (count) => {
  const campaigns = readCampaigns(Array.from({ length: count }, (_, i) => campaign(i)));
  const rules = prepareRules(campaigns);
  const times = [];
  for (let round = 0; round < 400; round++) {
    const step = (state, signal, at) => reduce(state, { ...signal, at, roll: 0.5 }, rules).state;
    let state = step(
      initialState(),
      { type: 'page', visitor: `v${round}`, session: 's', settled: true, engaged: true },
      START,
    );
    const attributes = {
      cart: { value: 50 },
      subscribed: false,
      visit: { number: 2 },
      viewed: { categories: ['Tea'] },
    };
    // What is known is read anew before each decision.
    const states = Array.from({ length: TIMES }, () => {
      state = step(state, { type: 'know', attributes: structuredClone(attributes) }, START);
      return state;
    });
    const signal = { type: 'moment', moment: 'exit-intent', at: START + 10_000, roll: 0.5 };
    let decided;
    const startedAt = performance.now();
    for (const state of states) decided = reduce(state, signal, rules);
    times.push((performance.now() - startedAt) / TIMES);
    if (decided.decisions.length !== count - 1 || !decided.state.chosen) throw new Error('Not all were looked at.');
  }
  // The first rounds warm the code.
  return times.slice(times.length / 4).sort((a, b) => a - b)[Math.floor((times.length * 3) / 8)] * 1000;
};
