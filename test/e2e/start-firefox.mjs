import puppeteer from 'puppeteer-core';
import { scriptedTab } from './scripted-tab.mjs';

/** A stock Firefox, over WebDriver BiDi. @returns `open()`: a tab with storage of its own */
export async function startFirefox({ path }, size) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    timeout: 120_000,
    protocolTimeout: 120_000,
    extraPrefsFirefox: {
      // Without it only the window in front has the focus, and keys do nothing in a headless one.
      'focusmanager.testmode': true,
      // A device with a touchscreen: what a shopper there does with tabs and with “back” is asked for too.
      'dom.maxtouchpoints.testing.value': 5,
    },
  });
  return {
    stop: () => browser.close(),
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.setDefaultTimeout(120_000);
      await page.setViewport(size);
      return scriptedTab({
        goto: (url) => page.goto(url, { waitUntil: 'load' }),
        back: () => page.goBack(),
        reload: () => page.reload(),
        prepare: (run) => page.evaluateOnNewDocument(run),
        evaluate: (run, given) => page.evaluate(run, given),
        move: (x, y, steps = 1) => page.mouse.move(x, y, { steps }),
        clickAt: (x, y) => page.mouse.click(x, y),
        // The space bar is known as what it writes.
        press: (key) => page.keyboard.press(key === 'Space' ? ' ' : key),
        async inAnotherTab(stay) {
          const other = await context.newPage();
          await other.bringToFront();
          await stay();
          await other.close();
          await page.bringToFront();
        },
        close: () => context.close(),
      });
    },
  };
}
