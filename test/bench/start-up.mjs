import { busyTime } from './busy-time.mjs';

/**
 * A row that inserts the markup of many buttons, then defines the element and takes the time until the last of them can
 * be used: rendered, with its accessible name, listening to clicks. With `--clock wall` it is the time on the wall, which on
 * a busy machine is mostly others'.
 */
export const startUp = ({ name, count, runs }) => ({
  name,
  title: `${count.toLocaleString('en')} wishlist buttons, define → all usable`,
  unit: 'ms',
  digits: 1,
  runs,
  variants: {
    cuekit: { bundle: 'cuekit' },
    'bare Lit toggle': { bundle: 'lit' },
    'sl-icon-button': { bundle: 'shoelace' },
  },
  limits: { 'bare Lit toggle': 1, 'sl-icon-button': 0.4 },
  async measure({ page, clock }) {
    await page.evaluate((count) => globalThis.insert(count, { hidden: true }), count);
    let wall;
    const define = async () => (wall = await page.evaluate(() => globalThis.defineAndWait()));
    const busy = await busyTime(page, define);
    await page.evaluate(() => globalThis.checkUsable());
    return clock === 'wall' ? wall : busy;
  },
});
