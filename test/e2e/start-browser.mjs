import { chromium } from 'playwright-core';
import { findChromium } from '../find-browser.mjs';

/** Chromium, without a window. @param options what Playwright's `launch` takes, besides */
export function startBrowser({ args = [], ...options } = {}) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium was found. Install one, or name one with CHROME_PATH.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...args], ...options });
}
