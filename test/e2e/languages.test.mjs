import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { languageCodes } from '../../demo/languages.mjs';
import { createShop } from '../../demo/server.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({ site: { shop: createShop({ records: true }) } });

const open = (page, path) => page.goto(stage.site.url + path);

describe('the demo in another language', () => {
  it('offers each one that the kit speaks, and every widget speaks it, on the pages after it too', async () => {
    const page = await stage.open();
    await open(page, '/privacy');
    const spoken = await page.evaluate(async () => (await import('/kit/index.js')).languageCodes);
    assert.deepEqual([...languageCodes].sort(), [...spoken].sort());
    const english = await page.locator('main cue-preferences h2').first().innerText();
    const said = new Set([english]);
    for (const code of languageCodes.filter((each) => each !== 'en')) {
      await page.locator(`.foot-languages a[hreflang=${code}]`).click();
      await page.waitForURL(`**lang=${code}`);
      await open(page, '/privacy');
      const title = page.locator('main cue-preferences h2').first();
      await page.waitForFunction(
        (before) =>
          ![undefined, before].includes(
            document.querySelector('main cue-preferences')?.shadowRoot?.querySelector('h2')?.innerText,
          ),
        english,
      );
      said.add(await title.innerText());
      assert.equal(await page.locator('html').getAttribute('lang'), code);
    }
    assert.equal(said.size, languageCodes.length, [...said].join(', '));
    await page.context().close();
    console.log(`languages: ${[...said].join(' · ')}`);
  });

  it('lets a widget say by itself what the shop can say in English only', async () => {
    const page = await stage.open();
    await open(page, '/?lang=de');
    await page.locator('.foot cue-newsletter:defined').waitFor();
    await page.locator('#letter').focus();
    // As people type: what is sent within a second is taken for a program's.
    await page.keyboard.type('refuse@example.com', { delay: 75 });
    await page.keyboard.press('Enter');
    await page.locator('.foot cue-newsletter [part=message]', { hasText: 'angenommen' }).waitFor();
    await page.context().close();
  });

  it('runs from right to left in Arabic, and no page scrolls sideways on a phone', async () => {
    const page = await stage.open({ viewport: { width: 360, height: 740 } });
    for (const code of ['ar', 'de'])
      for (const path of ['/', '/product/lean-to-teapot', '/journal/a-pot-is-a-slow-oven', '/account', '/privacy']) {
        await open(page, `${path}?lang=${code}`);
        await page.waitForFunction(() => !document.querySelector(':not(:defined)'));
        const { direction, beyond } = await page.evaluate(() => ({
          direction: getComputedStyle(document.body).direction,
          beyond: document.documentElement.scrollWidth - innerWidth,
        }));
        assert.deepEqual([direction, beyond], [code === 'ar' ? 'rtl' : 'ltr', 0], `${path} in ${code}`);
      }
    await page.context().close();
  });
});
