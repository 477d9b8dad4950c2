// Somebody is about to leave with a basket: what is offered is there later, for as long as was said, and no longer.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { until } from './patience.mjs';
import { useStage } from './use-stage.mjs';

const HOUR_MS = 3_600_000;

/** By how much the shop's clock is ahead of this machine's. */
let later = 0;
const stage = useStage({
  site: {
    shop: createShop({ records: true, prompts: { rest: '0s', sessionCap: 10 }, now: () => Date.now() + later }),
  },
});

const steps = ['grant', 'reveal', 'copy', 'apply', 'redeem', 'refuse', 'expire'];

describe('leaving with a basket', () => {
  it('is met with an offer, which is copied, outlives a reload, is used in the basket, and ends when it was to end', async () => {
    const context = await stage.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const heard = [];
    await context.exposeBinding('tellTest', (_, step) => void heard.push(step));
    await context.addInitScript((names) => {
      for (const name of names) addEventListener(`cue-incentive-${name}`, () => globalThis.tellTest(name), true);
    }, steps);
    const page = await context.newPage();
    await page.clock.install();
    const go = (path) => page.goto(stage.site.url + path);
    const pass = async (ms) => {
      later += ms;
      await page.clock.fastForward(ms);
    };
    const offer = (where) => page.locator(`${where} cue-incentive[incentive=BASKET]`);

    await go('/product/oval-platter');
    await page.locator('cue-add-to-cart:defined').waitFor();
    await page.locator('[data-add-button]').click();
    await page.locator('cue-add-to-cart [role=status]', { hasText: 'in your basket' }).waitFor();

    await go('/category/linen');
    const prompt = page.locator('cue-prompt[open][label="Your basket stays here"]');
    await until('the prompt has come', async () => {
      await page.mouse.move(600, 500);
      await page.mouse.move(620, 2, { steps: 6 });
      return prompt.isVisible();
    });
    await offer('cue-prompt').locator('[part=get]').click();
    const code = (await offer('cue-prompt').locator('[part=code]').innerText()).trim();
    assert.match(code, /^STAY-[A-Z2-9]{8}$/);
    await offer('cue-prompt').locator('[part=copy]').click();
    await offer('cue-prompt').getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);

    await pass(5 * HOUR_MS);
    await page.reload();
    await go('/cart');
    assert.equal((await offer('main').locator('[part=code]').innerText()).trim(), code);
    assert.match(await offer('main').getByRole('timer').innerText(), /^18 hours, 5\d minutes left$|^19 hours left$/);
    await offer('main').locator('[part=apply]').click();
    await offer('main').getByText('It is in your cart.').waitFor();
    await page.reload();
    await page.locator('[data-totals]', { hasText: '5 % off this basket' }).waitFor();

    await pass(19 * HOUR_MS);
    await until('its end is told', () => heard.includes('expire'));
    await page.reload();
    await page.getByText('That has ended.', { exact: false }).first().waitFor();
    assert.doesNotMatch(await page.locator('[data-totals]').innerText(), /5 %/);
    assert.equal(await offer('main').locator('[part=code]').count(), 0);
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Use it', exact: true }).click();
    await page.getByText('That has ended.', { exact: false }).first().waitFor();
    assert.deepEqual(heard, ['grant', 'reveal', 'copy', 'apply', 'expire']);
    await context.close();
    console.log(
      'an exit offer: copied, found again with the right time left, used in the basket, refused after its end',
    );
  });
});
