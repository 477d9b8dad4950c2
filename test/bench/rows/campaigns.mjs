import { busyTime } from '../busy-time.mjs';

/** So many moments are measured together. */
const TIMES = 200;

/**
 * A moment on a page with a hundred campaigns: the page is looked at for dialogs, the store is read, every campaign is
 * looked at, and one is chosen. Beside it the same for one campaign, which is mostly the page and the store.
 */
const of = (count) => ({ bundle: 'campaigns', count });

export default {
  name: 'campaigns',
  title: 'one moment on a page with a hundred campaigns, all looked at',
  unit: 'µs',
  digits: 1,
  runs: 5,
  variants: { '100 campaigns': of(100), '1 campaign': of(1) },
  most: 200,
  async measure({ page, variant }) {
    await page.evaluate((count) => globalThis.openPage(count), variant.count);
    return (
      ((await busyTime(page, () => page.evaluate((times) => globalThis.noticeTimes(times), TIMES))) / TIMES) * 1000
    );
  },
};
