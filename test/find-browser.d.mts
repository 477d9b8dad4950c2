/** Types of find-browser.mjs, for configuration files in TypeScript. */
export function findChromium(): string | undefined;
export function findFirefox(): { path: string; by: 'puppeteer' | 'playwright' } | undefined;
export function findWebKit():
  | { by: 'webdriver'; driver: string; browser: string; xvfb: string | undefined }
  | { by: 'playwright'; path: string }
  | undefined;
export const engines: {
  chromium: typeof findChromium;
  firefox: typeof findFirefox;
  webkit: typeof findWebKit;
};
