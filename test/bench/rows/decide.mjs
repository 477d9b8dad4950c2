/**
 * One signal that asks a hundred campaigns: each has an audience, caps and a holdout, and nothing on the page holds them all, so
 * that every one is looked at. Beside it the same for ten.
 */
const of = (count) => ({ bundle: 'engine', count });

export default {
  name: 'decide',
  title: 'one signal, a hundred campaigns, all looked at',
  unit: 'µs',
  digits: 1,
  runs: 7,
  variants: { '100 campaigns': of(100), '10 campaigns': of(10) },
  // A campaign that is looked at costs the same among many.
  limits: { '10 campaigns': 12 },
  most: 200,
  async measure({ page, variant }) {
    return page.evaluate((count) => globalThis.decide(count), variant.count);
  },
};
