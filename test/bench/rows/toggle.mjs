/** Among how many; the first is compared with the second. */
const among = [10_000, 100];

/**
 * From the click to the rendered heart, the store in between. On both pages the same fifty products are wished for and
 * taken off again, so that the number of wishes is the same: only the number of listening buttons differs.
 */
export default {
  name: 'toggle',
  title: 'one toggle among 10,000 buttons, click → rendered',
  unit: 'µs',
  digits: 0,
  runs: 7,
  variants: Object.fromEntries(
    among.map((count) => [`among ${count.toLocaleString('en')}`, { bundle: 'cuekit', count }]),
  ),
  limits: { 'among 100': 1.1 },
  async measure({ page, variant }) {
    await page.evaluate((count) => globalThis.insert(count), variant.count);
    await page.evaluate(() => globalThis.defineAndWait());
    return page.evaluate(async () => {
      const toggled = globalThis.elements().slice(-50);
      const times = [];
      for (let round = 0; round < 40; round++) {
        const pressed = round % 2 === 0;
        for (const element of toggled) {
          const button = element.shadowRoot.querySelector('button');
          const startedAt = performance.now();
          button.click();
          await element.updateComplete;
          times.push(performance.now() - startedAt);
          if (button.getAttribute('aria-pressed') !== String(pressed)) throw new Error('A click was lost.');
        }
        // The browser's own turn: what it does about the page is not part of the next toggle.
        await new Promise((resolve) => setTimeout(resolve));
      }
      // The first rounds fill the store and warm the code.
      return times.slice(times.length / 4).sort((a, b) => a - b)[Math.floor((times.length * 3) / 8)] * 1000;
    });
  },
};
