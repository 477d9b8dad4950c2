/**
 * How tests run in real browsers. `test/unit.mjs` (npm run test:unit) calls `engineConfig` once per engine; the default export is
 * there for editors and for a bare `npx wtr <file>`, in Chromium.
 */
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { webdriverLauncher } from '@web/test-runner-webdriver';
import { findChromium, findFirefox, findWebKit } from './test/find-browser.mjs';
import { litTemplates } from './test/lit-templates.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Tests of `src`, which `test` mirrors; other folders of `test` have runners of their own. */
export const unitTests = [
  'test/**/*.test.ts',
  '!test/demo/**',
  '!test/e2e/**',
  '!test/package/**',
  '!test/bench/**',
  '!**/node_modules/**',
];

/** Per cent of what tests load, in Chromium; the other engines cannot say. Below that `--coverage` fails. */
const coverageThreshold = { statements: 97, lines: 97, branches: 93, functions: 96 };

/**
 * nanostores and Lit read `process.env.NODE_ENV`, which a bundler would replace. Replaced here as well, instead of giving the page a
 * `process` global: tests that watch for globals must see the page as it is.
 */
const nodeEnv = {
  name: 'node-env',
  transform(context) {
    if (context.response.is('js') && typeof context.body === 'string' && context.body.includes('process.env.NODE_ENV'))
      return context.body.replaceAll('process.env.NODE_ENV', '"test"');
  },
};

/**
 * Presses a key or a chord written as Playwright writes them ('Enter', 'Space', 'a', 'Shift+Tab') in each engine's own way.
 * Firefox (BiDi) knows the space bar as ' ' only; WebDriver's `keys` presses everything in its list at once and then releases it.
 */
async function press({ browser, id }, chord) {
  if (browser.type === 'playwright') return browser.getPage(id).keyboard.press(chord);
  const keys = chord.length > 1 ? chord.split('+').map((key) => (key === 'Space' ? ' ' : key)) : [chord];
  if (browser.type === 'webdriver') return browser.driver.keys(keys);
  const { keyboard } = browser.getPage(id);
  const last = keys.pop();
  for (const key of keys) await keyboard.down(key);
  await keyboard.press(last);
  for (const key of keys.reverse()) await keyboard.up(key);
}

/**
 * Commands beyond those of the runner; `test/commands.ts` is their typed side.
 * - `cue-aria-snapshot` → string, or null where the engine has no such thing (only Playwright's do)
 * - `cue-press` → true
 * - `cue-viewport` → true; in WebKitGTK by the size of its window, which is never narrower than its toolbar (about 450 px)
 * - `cue-templates` → the strings of every lit template in src/, with its file and its tag
 * - `cue-media` → true, or false where the engine cannot
 */
const commands = {
  name: 'cuekit-commands',
  async executeCommand({ command, payload, session }) {
    const { browser, id } = session;
    if (command === 'cue-aria-snapshot') {
      if (browser.type !== 'playwright') return { value: null };
      return { value: await browser.getPage(id).locator(payload.selector).ariaSnapshot() };
    }
    if (command === 'cue-press') {
      await press(session, payload.press);
      return { value: true };
    }
    if (command === 'cue-viewport') {
      const { width, height } = payload;
      if (browser.type === 'playwright') await browser.getPage(id).setViewportSize({ width, height });
      else if (browser.type === 'puppeteer') await browser.getPage(id).setViewport({ width, height });
      else {
        await browser.driver.setWindowSize(width, height);
        const [w, h] = await browser.driver.execute('return [innerWidth, innerHeight]');
        if (w !== width || h !== height) await browser.driver.setWindowSize(2 * width - w, 2 * height - h);
      }
      return { value: true };
    }
    if (command === 'cue-templates') return { value: await litTemplates(['html', 'svg']) };
    if (command === 'cue-media') {
      if (browser.type !== 'playwright') return { value: false };
      await browser.getPage(id).emulateMedia(payload);
      return { value: true };
    }
    return undefined;
  },
};

/** @param webkit what `startWebKitDriver` of test/webkit-driver.mjs gave; only for WebKitGTK */
function launcher(engine, { concurrency, webkit } = {}) {
  if (engine === 'chromium') {
    return playwrightLauncher({
      product: 'chromium',
      concurrency,
      launchOptions: { executablePath: findChromium(), args: ['--no-sandbox'] },
    });
  }
  const found = engine === 'firefox' ? findFirefox() : findWebKit();
  if (!found) throw new Error(`No ${engine} on this machine: see CONTRIBUTING.md, "Browsers for the tests"`);
  if (found.by === 'playwright') {
    return playwrightLauncher({ product: engine, concurrency, launchOptions: { executablePath: found.path } });
  }
  if (engine === 'firefox') {
    return puppeteerLauncher({
      concurrency: 1,
      // Without testmode only the window in front has focus, and Enter and Tab do nothing in a headless one.
      launchOptions: {
        browser: 'firefox',
        executablePath: found.path,
        headless: true,
        extraPrefsFirefox: { 'focusmanager.testmode': true },
      },
    });
  }
  return webdriverLauncher({
    automationProtocol: 'webdriver',
    hostname: '127.0.0.1',
    port: webkit.port,
    path: '/',
    logLevel: 'error',
    capabilities: {
      browserName: 'MiniBrowser',
      'wdio:enforceWebDriverClassic': true,
      'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
    },
  });
}

/**
 * The runner's configuration for one engine.
 * @param engine 'chromium' | 'firefox' | 'webkit'
 * @param options `files`, `coverage`, `grep`, `reporters`, `webkit`
 */
export function engineConfig(engine, { files = unitTests, coverage = false, grep, reporters, webkit } = {}) {
  return {
    rootDir: root,
    files,
    browsers: [launcher(engine, { concurrency: engine === 'chromium' ? 2 : 1, webkit })],
    // WebKitGTK's pages share one storage, Firefox's too: one test file at a time. Chromium has a context for each.
    concurrency: 1,
    nodeResolve: { exportConditions: ['browser', 'development'] },
    plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${root}tsconfig.json` }), nodeEnv, commands],
    testFramework: {
      config: { ui: 'bdd', timeout: 30_000, forbidOnly: Boolean(process.env.CI), ...(grep ? { grep } : {}) },
    },
    // Each file starts from empty storage: engines that reuse a page keep what the file before left behind.
    testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head><title>Cuekit tests</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
  <body>
    <script>localStorage.clear(); sessionStorage.clear();</script>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
    browserStartTimeout: 120_000,
    testsStartTimeout: 90_000,
    testsFinishTimeout: 180_000,
    ...(reporters ? { reporters } : {}),
    ...(coverage
      ? {
          coverage: true,
          coverageConfig: {
            include: ['src/**/*.ts'],
            reportDir: 'coverage',
            reporters: ['lcovonly'],
            threshold: coverageThreshold,
          },
        }
      : {}),
  };
}

export default engineConfig('chromium');
