import assert from 'node:assert/strict';
import { describe } from 'node:test';
import { playwrightTab } from './playwright-tab.mjs';
import { tellVisits } from './shopper.mjs';
import { momentsShop, tryMoments } from './try-moments.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({ site: { shop: momentsShop() } });
const opens = (options) => async () => playwrightTab(await stage.open(options));
const desk = {
  open: opens({ viewport: { width: 1280, height: 800 } }),
  get site() {
    return stage.site;
  },
};
const phone = { open: opens({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }) };

tryMoments(desk, { again: true });
const test = tellVisits(desk);

describe('leaving with a basket', () => {
  test(
    'on a phone, by going back to where one came in and scrolling up in a hurry',
    async (visit) => {
      const { tab } = visit;
      const { page } = tab;
      await visit.glance('/category/linen');
      await visit.go('/product/salt-dish');
      await page.locator('cue-add-to-cart:defined').waitFor();
      await page.locator('[data-add-button]').tap();
      await page.locator('[data-cart-count]:not([data-empty])').waitFor();
      await tab.back();
      const finger = await page.context().newCDPSession(page);
      const touch = (type, ...touchPoints) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
      async function swipe(from, to, steps) {
        await touch('touchStart', { x: 180, y: from });
        for (let step = 1; step <= steps; step++)
          await touch('touchMove', { x: 180, y: from + ((to - from) * step) / steps });
        await touch('touchEnd');
      }
      async function leave(time) {
        for (let swipes = 0; swipes < 3; swipes++) await swipe(650, 80, 20);
        await page.waitForTimeout(2000 * (time + 1));
        await visit.leave('leaving-with-a-basket', async () => {
          for (let swipes = 0; swipes < 2; swipes++) await swipe(650, 80, 20);
          for (let swipes = 0; swipes < 2; swipes++) await swipe(60, 720, 8);
        });
      }
      async function comeBack(time) {
        await visit.glance('/product/slow-mug');
        await tab.back();
        await leave(time);
      }
      await visit.expectPrompt({
        campaign: 'leaving-with-a-basket',
        moment: 'exit-intent',
        name: 'Your basket stays here',
        bring: (time) => (time ? comeBack(time) : leave(time)),
        again: comeBack,
      });
    },
    phone,
  );
});

describe('nothing is said', () => {
  const basket = 'leaving-with-a-basket';

  test('to somebody who types, nor over the shop’s own dialog, nor at the till', async (visit) => {
    const { tab } = visit;
    const { page } = tab;
    await visit.go('/product/salt-dish');
    await visit.add();

    const whileTyping = await visit.decide(basket, async (time) => {
      await visit.go('/');
      await visit.stay(3500 * (time + 1));
      await page.locator('#q').click();
      await page.keyboard.type('linen');
      await visit.leave(basket);
    });
    assert.equal(whileTyping, 'exit-intent: held typing');

    const underDialog = await visit.decide(basket, async (time) => {
      await visit.go('/category/linen');
      await page.evaluate(() => {
        const dialog = document.createElement('dialog');
        for (const answer of ['Yes', 'No'])
          dialog.append(Object.assign(document.createElement('button'), { textContent: answer }));
        dialog.id = 'cookie-banner';
        dialog.className = 'cookie-consent';
        document.body.append(dialog);
        dialog.showModal();
      });
      await visit.stay(3500 * (time + 1));
      await visit.leave(basket);
    });
    assert.match(underDialog, /held (consent|host)-dialog-open/);

    await visit.go('/checkout');
    await visit.stay();
    await visit.hurryOut();
    await page.waitForTimeout(500);
    assert.equal(await page.locator('cue-campaign').count(), 0);
    assert.equal(await page.locator('cue-prompt').count(), 0);
  });

  test('by pages of the till that declare it all the same', async (visit) => {
    const { page } = visit.tab;
    await visit.go('/product/salt-dish');
    await visit.add();
    const atTheTill = await visit.decide('at-the-till', async (time) => {
      await visit.go('/checkout');
      await page.evaluate(() => {
        const campaign = document.createElement('cue-campaign');
        campaign.setAttribute('name', 'at-the-till');
        campaign.setAttribute('moment', 'exit-intent');
        const template = document.createElement('template');
        template.content.append(Object.assign(document.createElement('cue-prompt'), { textContent: 'Wait' }));
        campaign.append(template);
        document.body.append(campaign);
      });
      await visit.stay(3500 * (time + 1));
      await visit.leave('at-the-till');
    });
    assert.equal(atTheTill, 'exit-intent: held checkout');
    assert.equal(await page.getByText('Wait', { exact: true }).isVisible(), false);
  });
});
