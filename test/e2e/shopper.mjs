import assert from 'node:assert/strict';
import { it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from './patience.mjs';

/** How often a page may come too slowly for its moment. */
const TRIES = 3;

/** In the page: what jumps without having been pressed, where the engine can tell, and what the policy forbids. */
function measure() {
  globalThis.forbidden = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
    globalThis.forbidden.push(`${effectiveDirective} ${sample}`),
  );
  globalThis.shifts = [];
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) globalThis.shifts.push({ value, moved: sources.map(({ node }) => node?.localName) });
  }).observe({ type: 'layout-shift', buffered: true });
}

/** In the page: where the focus is, whether that is in a prompt, and what was measured. */
function look() {
  let { activeElement } = document;
  const inPrompt = !!activeElement?.closest('cue-prompt');
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  const { shifts = [], forbidden = [] } = globalThis;
  return { focused: activeElement?.id || activeElement?.localName, inPrompt, shifts, forbidden };
}

/** In the page: what was decided of a campaign, the first time first. */
async function readDecisions(campaign) {
  const { $ledger } = await import('/kit/index.js');
  const own = $ledger.get().filter((decision) => decision.campaign === campaign);
  return own.reverse().map(({ outcome, reason, moment }) => `${moment}: ${outcome} ${reason}`);
}

/** In the page: whether the visit has this page, and the product on it, if there is one, is known to have been looked at. */
async function isNoted() {
  const { $viewed, $visit } = await import('/kit/index.js');
  const { pathname } = location;
  const url = $viewed.get()[0]?.product.url;
  const isProduct = pathname.startsWith('/product/');
  return $visit.get()?.pages.at(-1)?.path === pathname && (!isProduct || (!!url && new URL(url).pathname === pathname));
}

/** Somebody in a shop. @param tab see `playwrightTab` */
async function createShopper(tab, site) {
  await tab.prepare(measure);
  const self = {
    tab,
    go: (path) => tab.goto(site.url + path),
    /** Moves the mouse now and then, as somebody does who reads, until something is so. */
    async read(what, ask) {
      let step = 0;
      await until(
        what,
        async () => {
          step += 1;
          await tab.move(300 + (step % 10) * 10, 400);
          return ask();
        },
        { everyMs: 200 },
      );
    },
    /** So long after the page has begun. */
    stay: (ms = 3500) => self.read(`the page is ${ms} ms old`, async () => (await tab.evaluate(now)) > ms),
    /** Looks at a page, and no longer than it takes to have been there. */
    async glance(path) {
      await self.go(path);
      await self.read(`having been at ${path} is noted`, () => tab.evaluate(isNoted));
    },
    /** What has jumped while the page came is not a prompt's doing. */
    forgetShifts: () => tab.evaluate(forgetShifts),
    /** Puts what the page sells into the basket. */
    async add() {
      await tab.see({ css: 'cue-add-to-cart:defined' });
      await tab.click({ css: '[data-add-button]' });
      await tab.see({ css: '[data-cart-count]:not([data-empty])' });
    },
    /** Up and out, where the tabs are. */
    async hurryOut() {
      await tab.move(600, 500);
      await tab.move(620, 4, 8);
    },
    /** Until it is noticed: in the hands of a busy machine a mouse may be too slow. */
    async leave(campaign, hurry = self.hurryOut) {
      const known = (await self.decisions(campaign)).length;
      await until(`${campaign} is decided`, async () => {
        await hurry();
        for (let wait = 0; wait < 10; wait++) {
          if ((await self.decisions(campaign)).length > known) return true;
          await sleep(100);
        }
        return false;
      });
    },
    decisions: (campaign) => tab.evaluate(readDecisions, campaign),
    /**
     * What is decided of a campaign when its moment comes.
     *
     * @param bring brings that about; told how often it was in vain, because the page was still coming
     * @param known how often it was decided before
     */
    async decide(campaign, bring, known = 0) {
      for (let time = 0; ; time++) {
        await bring(time);
        let decisions = [];
        await self.read('it is decided', async () => (decisions = await self.decisions(campaign)).length > known);
        if (!decisions.at(-1).endsWith('held not-settled') || time === TRIES - 1) return decisions.at(-1);
        known = decisions.length;
      }
    },
    /** It comes, and takes nothing from the shopper: no place, no focus. It goes at Escape, and with `again` it is not said again. */
    async expectPrompt({ campaign, moment, name, role = 'dialog', bring, seen, again }) {
      const prompt = { role, name };
      assert.equal(await self.decide(campaign, bring), `${moment}: shown allowed`);
      await tab.see(prompt);
      await seen?.();
      const { focused, inPrompt, shifts, forbidden } = await tab.evaluate(look);
      assert.deepEqual({ inPrompt, shifts, forbidden }, { inPrompt: false, shifts: [], forbidden: [] });
      await tab.press('Escape');
      await tab.gone(prompt);
      assert.equal((await tab.evaluate(look)).focused, focused);
      if (!again) return;
      const known = (await self.decisions(campaign)).length;
      assert.equal(await self.decide(campaign, again, known), `${moment}: held dismissed`);
      assert.equal(await tab.count(prompt), 0);
    },
  };
  return self;
}

const now = () => performance.now();

function forgetShifts() {
  globalThis.shifts = [];
}

/**
 * Declares tests, each a visit in a tab of its own.
 *
 * @param stage `site`, and `open()` for a tab with storage of its own
 * @returns `test(name, run)`; what `run` returns is why the engine cannot do it, and said
 */
export function tellVisits(stage) {
  return (name, run, { open = stage.open } = {}) =>
    it(name, async (context) => {
      const tab = await open();
      try {
        const reason = await run(await createShopper(tab, stage.site));
        if (reason) {
          context.skip(reason);
          console.log(`  skipped: ${name}: ${reason}`);
        }
      } finally {
        await tab.close();
      }
    });
}
