// Seven moments of a real shop, as a person comes to them: with a mouse, a finger, the keyboard, and the demo's own pages.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { useStage } from './use-stage.mjs';

// The manners of every shop, but for the rest between two prompts: what comes after the first is held for its own reasons.
const stage = useStage({ site: { shop: createShop({ records: true, prompts: { rest: '0s', sessionCap: 10 } }) } });

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** In the page, before anything: what jumps without having been pressed. */
function measure() {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) globalThis.shifts.push({ value, moved: sources.map(({ node }) => node?.localName) });
  }).observe({ type: 'layout-shift', buffered: true });
}

/** In the page: where the focus is. */
function focused() {
  let { activeElement } = document;
  while (activeElement?.shadowRoot?.activeElement) activeElement = activeElement.shadowRoot.activeElement;
  return activeElement?.id || activeElement?.localName;
}

async function shopper(options = { viewport: { width: 1280, height: 800 } }) {
  const context = await stage.newContext(options);
  await context.addInitScript(measure);
  const page = await context.newPage();
  const self = {
    context,
    page,
    go: (path) => page.goto(stage.site.url + path),
    /** Moves the mouse now and then, as somebody does who reads. Long enough for the page to have settled. */
    async read(ms = 3500) {
      for (let left = ms; left > 0; left -= 250) {
        await page.mouse.move(300 + (left % 1000) / 10, 400);
        await page.waitForTimeout(250);
      }
    },
    /** Puts what the page sells into the basket. */
    async add() {
      await page.locator('cue-add-to-cart:defined').waitFor();
      await page.locator('[data-add-button]').click();
      await page.locator('[data-cart-count]:not([data-empty])').waitFor();
    },
    /** What was decided of a campaign, the first time first. */
    decisions: (name) =>
      page.evaluate(async (campaign) => {
        const { $ledger } = await import('/kit/index.js');
        const own = $ledger.get().filter((decision) => decision.campaign === campaign);
        return own.reverse().map(({ outcome, reason, moment }) => `${moment}: ${outcome} ${reason}`);
      }, name),
    prompt: (name, role = 'dialog') => page.getByRole(role, { name, exact: true }),
    async until(what, condition) {
      for (const end = Date.now() + 10_000; !(await condition()); await page.waitForTimeout(50))
        if (Date.now() > end) assert.fail(`in vain waited until ${what}`);
    },
    /** It comes, and takes nothing from the shopper: no place, no focus. It goes at Escape, and is not said again. */
    async expectPrompt({ campaign, moment, name, role, bring, again = bring, heldBy = /dismissed/ }) {
      const before = await page.evaluate(() => globalThis.shifts.length);
      await bring();
      const prompt = self.prompt(name, role);
      await prompt.waitFor();
      await self.until('it is written down', async () => (await self.decisions(campaign)).length > 0);
      assert.deepEqual((await self.decisions(campaign)).at(-1), `${moment}: shown allowed`);
      await page.waitForTimeout(300);
      assert.deepEqual(await page.evaluate((count) => globalThis.shifts.slice(count), before), []);
      const where = await page.evaluate(focused);
      assert.notEqual(where, 'cue-prompt');
      await page.keyboard.press('Escape');
      await prompt.waitFor({ state: 'hidden' });
      assert.equal(await page.evaluate(focused), where);
      const known = (await self.decisions(campaign)).length;
      await again();
      await self.until('it is decided again', async () => (await self.decisions(campaign)).length > known);
      assert.match((await self.decisions(campaign)).at(-1), heldBy);
      assert.equal(await prompt.isVisible(), false);
    },
  };
  return self;
}

describe('leaving with a basket', () => {
  /** Up and out, where the tabs are. */
  const leave = async ({ page }) => {
    await page.mouse.move(600, 500);
    await page.mouse.move(620, 4, { steps: 8 });
  };

  it('with a mouse, one is shown what stays', async () => {
    const visit = await shopper();
    await visit.go('/product/salt-dish');
    await visit.add();
    await visit.go('/category/linen');
    await visit.read();
    await visit.expectPrompt({
      campaign: 'leaving-with-a-basket',
      moment: 'exit-intent',
      name: 'Your basket stays here',
      bring: () => leave(visit),
      async again() {
        await visit.go('/');
        await visit.read();
        await leave(visit);
      },
    });
    await visit.context.close();
  });
});
