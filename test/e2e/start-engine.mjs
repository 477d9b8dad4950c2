import * as playwright from 'playwright-core';
import { engines } from '../find-browser.mjs';
import { playwrightTab } from './playwright-tab.mjs';

const size = { width: 1280, height: 800 };

/**
 * Firefox or WebKit, whichever there is of it. @param name as `--browsers` has it
 * @returns {Promise<{ open: () => Promise<object>, stop: () => Promise<void> }>} `open` a tab with storage of its own, as `playwrightTab`
 *   describes it; one at a time
 */
export async function startEngine(name) {
  const found = engines[name]();
  if (!found) throw new Error(`No ${name} on this machine: see CONTRIBUTING.md, “Browsers for the tests”`);
  if (found.by === 'puppeteer') return (await import('./start-firefox.mjs')).startFirefox(found, size);
  if (found.by === 'webdriver') return (await import('./start-webkit.mjs')).startWebKit(found, size);
  const browser = await playwright[name].launch({ executablePath: found.path });
  return {
    open: async () => playwrightTab(await (await browser.newContext({ viewport: size })).newPage()),
    stop: () => browser.close(),
  };
}
