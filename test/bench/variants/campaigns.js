import { runCampaigns } from '../../../src/campaigns/run-campaigns.ts';
import { addWish } from '../../../src/store/wishlist.ts';
import { setCart } from '../../../src/store/cart.ts';

const START = Date.UTC(2026, 5, 1);

const campaign = (i) => ({
  name: `campaign-${i}`,
  moment: 'exit-intent',
  audience: { 'cart.value': { $gte: 20 }, subscribed: false, 'wishlist.count': { $gte: 3 } },
  cap: '1/7d, 3/30d',
  group: `group-${i % 5}`,
  priority: i % 3,
  exclusiveWith: [`campaign-${i + 200}`],
  variants: ['calm', 'bold'],
});

/** A page of a shop, as far as it is looked at: a list of products, a header that is fixed, a form. */
function fill() {
  document.body.innerHTML = `<header style="position: fixed; inset: 0 0 auto; height: 60px">Shop<input></header><main>${Array.from(
    { length: 400 },
    (_, i) => `<article><h2>Teapot ${i}</h2><p>For everyday</p><a href="#${i}">More</a></article>`,
  ).join('')}</main>`;
}

let time;

/** Opens the page, and gives what lets the moment come so many times. */
globalThis.openPage = async (count) => {
  fill();
  setCart({ lines: [], total: 50, currency: 'EUR' });
  for (let i = 0; i < 30; i++) addWish({ id: `p${i}`, name: `Teapot ${i}` });
  let notice;
  let hear;
  time = START;
  const run = runCampaigns({
    campaigns: Array.from({ length: count }, (_, i) => campaign(i)),
    now: () => time,
    clock: { wait: () => 0, clear() {}, now: () => time - START + 1e7 },
    onRecord: (listener) => ((hear = listener), () => {}),
    loadWatchMoment: async () => (_, callback) => ((notice = callback), () => {}),
  });
  await new Promise((resolve) => setTimeout(resolve));
  time += 60_000;
  hear({ name: 'search' });
  globalThis.noticeTimes = (times) => {
    for (let i = 0; i < times; i++) {
      // What was chosen before is too late by then.
      time += 60_000;
      notice();
      if (run.state.chosen?.at !== time) throw new Error('None was chosen.');
    }
  };
  globalThis.noticeTimes(100);
};
