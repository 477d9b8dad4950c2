import { after, before } from 'node:test';
import { PATIENCE_MS } from './patience.mjs';
import { startBrowser } from './start-browser.mjs';
import { startSite } from './start-site.mjs';

/**
 * A shop's server and a browser for the tests of a file, as `stage.site` and `stage.browser`, and closed after them.
 *
 * @param options `browser` for `startBrowser`, `site` for `startSite`, `prepare(stage)` to put pages up
 */
export function useStage({ browser, site, prepare } = {}) {
  const stage = {
    /** A page in a context of its own, with storage of its own. Closing the context closes both. */
    async open(options) {
      const context = await stage.newContext(options);
      return context.newPage();
    },
    async newContext(options) {
      const context = await stage.browser.newContext(options);
      context.setDefaultTimeout(PATIENCE_MS);
      return context;
    },
  };
  before(async () => {
    stage.site = await startSite(site);
    stage.browser = await startBrowser(browser);
    await prepare?.(stage);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.site?.stop();
  });
  return stage;
}
