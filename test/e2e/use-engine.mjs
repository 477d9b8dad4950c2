import { after, before } from 'node:test';
import { startEngine } from './start-engine.mjs';
import { startSite } from './start-site.mjs';

/** As `useStage`, in an engine that need not be Chromium: `stage.site`, and `stage.open()` for a tab with storage of its own. */
export function useEngine(name, { site } = {}) {
  const stage = { open: () => stage.engine.open() };
  before(async () => {
    stage.site = await startSite(site);
    stage.engine = await startEngine(name);
  });
  after(async () => {
    await stage.engine?.stop();
    await stage.site?.stop();
  });
  return stage;
}
