import { heapUsed } from '../heap-used.mjs';

const count = 10_000;

/**
 * What a button keeps in memory: the page's JavaScript heap after garbage collection, with the buttons defined and
 * rendered, less the same page with their markup alone.
 */
export default {
  name: 'heap',
  title: `heap per wishlist button, of ${count.toLocaleString('en')}`,
  unit: 'B',
  digits: 0,
  runs: 3,
  variants: {
    cuekit: { bundle: 'cuekit' },
    'bare Lit toggle': { bundle: 'lit' },
    'sl-icon-button': { bundle: 'shoelace' },
  },
  references: { 'bare Lit toggle': 675, 'sl-icon-button': 2089 },
  async measure({ page }) {
    await page.evaluate((count) => globalThis.insert(count), count);
    const before = await heapUsed(page);
    await page.evaluate(() => globalThis.defineAndWait());
    const after = await heapUsed(page);
    await page.evaluate(() => globalThis.checkUsable());
    return (after - before) / count;
  },
};
