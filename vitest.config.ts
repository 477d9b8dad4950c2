/**
 * Runs every story as a test, in Chromium: `npx vitest run --config vitest.config.ts`. Each story is rendered, played, and checked
 * by axe as it then stands; in all settings in which colours and directions differ.
 */
import { STORYBOOK_TEST_INITIAL_GLOBALS_PROVIDE_KEY } from '@storybook/addon-vitest/constants';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './test/find-browser.mjs';

const executablePath = findChromium();
if (!executablePath) throw new Error('No Chromium on this machine: see CONTRIBUTING.md, "Browsers for the tests"');
const launchOptions = { executablePath, args: ['--no-sandbox'] };

/** The toolbar's choices in this run; a story's own go before them. */
const globals = (choices: Record<string, string>) => ({ [STORYBOOK_TEST_INITIAL_GLOBALS_PROVIDE_KEY]: choices });

export default defineConfig({
  plugins: [storybookTest({ configDir: '.storybook' })],
  test: {
    testTimeout: 30_000,
    // Lit's development build says so once a page.
    onConsoleLog: (log) => !log.includes('Lit is in dev mode'),
    browser: {
      enabled: true,
      headless: true,
      provider: playwright({ launchOptions }),
      instances: [
        { browser: 'chromium', name: 'light' },
        {
          browser: 'chromium',
          name: 'dark',
          provide: globals({ theme: 'dark' }),
          provider: playwright({ launchOptions, contextOptions: { colorScheme: 'dark' } }),
        },
        {
          browser: 'chromium',
          name: 'forced colours',
          provider: playwright({ launchOptions, contextOptions: { forcedColors: 'active', colorScheme: 'dark' } }),
        },
        {
          browser: 'chromium',
          name: 'right to left, reduced motion',
          provide: globals({ direction: 'rtl' }),
          provider: playwright({ launchOptions, contextOptions: { reducedMotion: 'reduce' } }),
        },
      ],
    },
  },
});
