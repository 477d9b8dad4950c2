import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({ site: { shop: createShop() } });

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a shopper may have done on a page before somebody looks at it. */
const steps = {
  '/': undefined,
  '/product/lean-to-teapot': async (page) => {
    await page.locator('.thing-less summary').click();
    await page.locator('cue-video button[part=chapter]').nth(1).click();
    await page.locator('cue-video [part=product]').waitFor();
  },
  '/journal/a-pot-is-a-slow-oven': undefined,
  '/account': async (page) => {
    await page.locator('#letter').focus();
    await page.keyboard.type('refuse@example.com', { delay: 75 });
    await page.keyboard.press('Enter');
    await page.locator('.foot cue-newsletter .message:not(:empty)').waitFor();
  },
  '/privacy': undefined,
};

describe('the demo’s pages', () => {
  for (const [look, colorScheme, lang] of [
    ['by day', 'light', 'en'],
    ['at night and from right to left', 'dark', 'ar'],
  ])
    it(`are accessible ${look}, with what has been opened, refused and played`, async () => {
      const page = await stage.open({ colorScheme });
      for (const [path, step] of Object.entries(steps)) {
        await page.goto(`${stage.site.url}${path}?lang=${lang}`);
        await page.waitForFunction(() => !document.querySelector(':not(:defined)'));
        await step?.(page);
        await page.evaluate(axe);
        const violations = await page.evaluate(async (values) => {
          const found = await globalThis.axe.run(document, { runOnly: { type: 'tag', values } });
          return found.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
          );
        }, rules);
        assert.deepEqual(violations, [], path);
      }
      await page.context().close();
      console.log(`accessible ${look}: ${Object.keys(steps).length} pages of the demo, no violation`);
    });
});
