/**
 * Where a browser that can run the tests is on this machine. Plain Node; works before `npm ci` too (then Playwright's own
 * browsers cannot be found yet). Nothing here downloads or starts anything.
 */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The first of `names` that is an executable on the PATH. */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      for (const suffix of process.platform === 'win32' ? ['.exe', ''] : ['']) {
        const path = join(folder, name + suffix);
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}

const firstExisting = (paths) => paths.find((path) => path && existsSync(path));

/** Program folders of Windows, in the order in which installers use them. */
const programFolders = () =>
  [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);

/** The executable of a browser that Playwright installed for its own version, or undefined. */
function inPlaywright(product) {
  try {
    const path = require('playwright-core')[product].executablePath();
    return path && existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Path of a Chromium or Chrome: `CHROME_PATH`, then the system's, then Playwright's. Undefined when there is none. */
export function findChromium() {
  return (
    firstExisting([process.env.CHROME_PATH]) ??
    onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ??
    firstExisting([
      '/usr/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      ...programFolders().map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
    ]) ??
    inPlaywright('chromium')
  );
}

/**
 * A Firefox as `{ path, by }`: `by` is the library that can drive it. A stock Firefox speaks WebDriver BiDi (puppeteer);
 * Playwright's has a protocol of its own and works with Playwright only.
 */
export function findFirefox() {
  const path =
    firstExisting([process.env.FIREFOX_PATH]) ??
    onPath(['firefox-esr', 'firefox']) ??
    firstExisting([
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      ...programFolders().map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ]);
  if (path) return { path, by: 'puppeteer' };
  const own = inPlaywright('firefox');
  return own ? { path: own, by: 'playwright' } : undefined;
}

/** Debian keeps MiniBrowser in a folder that names the architecture and the version of the API. */
function findMiniBrowser() {
  for (const base of ['/usr/lib', '/usr/libexec']) {
    if (!existsSync(base)) continue;
    for (const folder of ['', ...readdirSync(base).filter((name) => name.endsWith('-linux-gnu'))]) {
      for (const api of ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']) {
        const path = join(base, folder, api, 'MiniBrowser');
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}

/**
 * A WebKit: `{ by: 'webdriver', driver, browser, xvfb }` for WebKitGTK (`xvfb` is undefined when a display is there already) or
 * `{ by: 'playwright', path }`. Undefined when there is none, or when WebKitGTK has neither a display nor Xvfb. `WEBKIT_PATH` names
 * a MiniBrowser, or else a WebKit of Playwright's.
 */
export function findWebKit() {
  const given = firstExisting([process.env.WEBKIT_PATH]);
  const driver = onPath(['WebKitWebDriver']);
  const browser = given ?? findMiniBrowser();
  if (given && !given.endsWith('MiniBrowser')) return { by: 'playwright', path: given };
  const xvfb = onPath(['Xvfb']);
  // A display of the desktop would show windows that take the developer's focus: Xvfb is preferred even when DISPLAY is set.
  if (driver && browser && (xvfb || process.env.DISPLAY)) return { by: 'webdriver', driver, browser, xvfb };
  const own = inPlaywright('webkit');
  return own ? { by: 'playwright', path: own } : undefined;
}

/** The three engines by the names that `--browsers` takes. */
export const engines = { chromium: findChromium, firefox: findFirefox, webkit: findWebKit };
