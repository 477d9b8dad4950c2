// Seven moments of a real shop, as a person comes to them: with a mouse, a finger, the keyboard, and the demo's own pages.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { useStage } from './use-stage.mjs';

// A strict policy, as shops should have one, and the manners of every shop, but for the rest between two prompts: what comes after the first is held for its own reasons.
const stage = useStage({
  site: { shop: createShop({ csp: true, records: true, prompts: { rest: '0s', sessionCap: 10 } }) },
});

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** In the page, before anything: what jumps without having been pressed, and what the policy forbids. */
function measure() {
  globalThis.forbidden = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
    globalThis.forbidden.push(`${effectiveDirective} ${sample}`),
  );
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
      assert.deepEqual(await page.evaluate(() => globalThis.forbidden), []);
      assert.equal(await page.evaluate(() => !!document.activeElement?.closest('cue-prompt')), false);
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

/** Up and out, where the tabs are. */
async function leave({ page }) {
  await page.mouse.move(600, 500);
  await page.mouse.move(620, 4, { steps: 8 });
}

describe('leaving with a basket', () => {
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

  it('on a phone, by going back to where one came in and scrolling up in a hurry', async () => {
    const visit = await shopper(phone);
    const { page, context } = visit;
    await visit.go('/category/linen');
    await page.locator('a[href^="/product/market-bag"]').first().waitFor();
    await visit.go('/product/salt-dish');
    await page.locator('cue-add-to-cart:defined').waitFor();
    await page.locator('[data-add-button]').tap();
    await page.locator('[data-cart-count]:not([data-empty])').waitFor();
    await page.goBack();
    const finger = await context.newCDPSession(page);
    const touch = (type, ...touchPoints) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
    async function swipe(from, to, steps) {
      await touch('touchStart', { x: 180, y: from });
      for (let step = 1; step <= steps; step++)
        await touch('touchMove', { x: 180, y: from + ((to - from) * step) / steps });
      await touch('touchEnd');
    }
    async function scrollAbout() {
      for (let time = 0; time < 3; time++) await swipe(650, 80, 20);
      await page.waitForTimeout(2000);
      for (let time = 0; time < 2; time++) await swipe(60, 720, 8);
    }
    await visit.expectPrompt({
      campaign: 'leaving-with-a-basket',
      moment: 'exit-intent',
      name: 'Your basket stays here',
      bring: scrollAbout,
      // On a slow machine the page is still coming when the finger hurries.
      heldBy: /held (?:dismissed|not-settled)/,
      async again() {
        await visit.go('/product/slow-mug');
        await page.goBack();
        await scrollAbout();
      },
    });
    await context.close();
  });
});

describe('hesitating between two products', () => {
  it('twice there and back, one is shown the other', async () => {
    const visit = await shopper();
    const { page } = visit;
    for (const slug of ['slow-mug', 'thimble-espresso-cups', 'slow-mug']) {
      await visit.go(`/product/${slug}`);
      await visit.read(1500);
    }
    await visit.expectPrompt({
      campaign: 'between-two',
      moment: 'hesitation(3.5)',
      name: 'Undecided?',
      async bring() {
        await visit.go('/product/thimble-espresso-cups');
        await visit.read();
        const other = page.locator('cue-prompt cue-recently-viewed');
        await other.getByRole('link', { name: 'Slow Mug' }).waitFor();
        assert.equal(await other.getByRole('listitem').count(), 1);
      },
      async again() {
        await visit.go('/product/slow-mug');
        await visit.read();
      },
    });
    await visit.context.close();
  });
});

describe('returning after two days with a basket', () => {
  it('one is told that it is still there', async () => {
    const visit = await shopper();
    const { page } = visit;
    await visit.go('/product/salt-dish');
    await visit.add();
    await page.getByRole('link', { name: 'As if two days had passed' }).click();
    await visit.expectPrompt({
      campaign: 'basket-still-here',
      moment: 'return-with-cart',
      name: 'Your basket is still here',
      role: 'region',
      async bring() {
        await visit.read();
        await page.getByText(/^One thing, €9.50, as you left it on \w+day\.$/).waitFor();
      },
      async again() {
        await visit.go('/category/linen');
        await visit.read();
      },
    });
    await page.getByRole('link', { name: 'Back to the present' }).click();
    await page.getByRole('link', { name: 'As if two days had passed' }).waitFor();
    await visit.context.close();
  });
});

describe('a wish that has become cheaper', () => {
  it('is told with both prices', async () => {
    const visit = await shopper();
    const { page } = visit;
    await visit.go('/product/sunday-carafe');
    await page.locator('.thing-wish cue-wishlist-button button').click();
    try {
      await page.getByRole('button', { name: 'See it tomorrow' }).click();
      await page.getByRole('button', { name: 'Back to today' }).waitFor();
      await visit.go('/');
      await visit.expectPrompt({
        campaign: 'wish-is-cheaper',
        moment: 'price-drop',
        name: 'Cheaper than when you marked it',
        async bring() {
          await visit.read();
          await page.locator('shop-cheaper li', { hasText: /Sunday Carafe €33.50 €42.00/ }).waitFor();
        },
        async again() {
          await visit.go('/category/linen');
          await visit.read();
        },
      });
    } finally {
      await page.getByRole('button', { name: 'Back to today' }).click();
      await page.getByRole('button', { name: 'See it tomorrow' }).waitFor();
      await visit.context.close();
    }
  });
});

describe('something put into the basket', () => {
  it('with the keyboard: what is missing to free delivery, and what goes with it', async () => {
    const visit = await shopper();
    const { page } = visit;
    await visit.go('/product/salt-dish');
    await page.locator('cue-add-to-cart:defined').waitFor();
    await visit.read(2500);
    await visit.expectPrompt({
      campaign: 'goes-with-it',
      moment: 'after-add-to-cart',
      name: 'In your basket',
      async bring() {
        await page.locator('[data-add-button]').focus();
        await page.keyboard.press('Enter');
        const prompt = page.locator('cue-prompt[open]');
        await prompt.getByText('€65.50 to free shipping').first().waitFor();
        await prompt.locator('cue-related a').nth(1).waitFor();
      },
      again: () => page.keyboard.press('Enter'),
    });
    await visit.context.close();
  });
});

describe('the end of the film', () => {
  it('brings the letter, to whoever has watched it with its sound', async () => {
    const visit = await shopper();
    const { page } = visit;
    const film = page.locator('cue-video video');
    const watch = async () => {
      await film.focus();
      await page.keyboard.press('Space');
      await visit.until('it plays', () => film.evaluate((video) => !video.paused && video.currentTime > 0));
      // Twice as fast is a choice of the browser's own controls, and saves the test some seconds.
      await film.evaluate((video) => (video.playbackRate = 2));
      await visit.until('it is over', () => film.evaluate((video) => video.ended));
    };
    await visit.go('/product/lean-to-teapot');
    await page.locator('cue-video button[part=chapter]').nth(2).waitFor();
    await visit.expectPrompt({
      campaign: 'after-the-film',
      moment: 'after-video-complete',
      name: 'Thank you for watching',
      async bring() {
        await watch();
        await page.locator('cue-prompt cue-newsletter [name=email]').waitFor();
      },
      async again() {
        await page.reload();
        await page.locator('cue-video button[part=chapter]').nth(2).waitFor();
        await watch();
      },
    });
    await visit.context.close();
  });
});

describe('the third product of a shelf', () => {
  it('brings advice, and the way to the whole shelf', async () => {
    const visit = await shopper();
    const { page } = visit;
    for (const slug of ['small-saucepan', 'weeknight-pan']) {
      await visit.go(`/product/${slug}`);
      await visit.read(1500);
    }
    await visit.expectPrompt({
      campaign: 'help-to-choose',
      moment: 'nth-product(3 category)',
      name: 'How we would choose',
      async bring() {
        await visit.go('/product/porridge-pan');
        await visit.read();
        await page.getByRole('link', { name: 'Read about the pot' }).waitFor();
      },
      async again() {
        await visit.go('/product/long-simmer-pot');
        await visit.read();
      },
    });
    await visit.context.close();
  });
});

describe('nothing is said', () => {
  const held = (visit, reason) =>
    visit.until(`it is held: ${reason}`, async () =>
      (await visit.decisions('leaving-with-a-basket')).includes(`exit-intent: held ${reason}`),
    );

  it('to somebody who types, nor over the shop’s own dialog, nor at the till', async () => {
    const visit = await shopper();
    const { page } = visit;
    await visit.go('/product/salt-dish');
    await visit.add();

    await visit.go('/');
    await visit.read();
    await page.locator('#q').click();
    await page.keyboard.type('linen');
    await leave(visit);
    await held(visit, 'typing');

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
    await visit.read();
    await leave(visit);
    await visit.until('it is held by the dialog', async () =>
      /held (consent|host)-dialog-open/.test((await visit.decisions('leaving-with-a-basket')).join()),
    );

    await visit.go('/checkout');
    await visit.read();
    await leave(visit);
    await page.waitForTimeout(500);
    assert.equal(await page.locator('cue-campaign').count(), 0);
    assert.equal(await page.locator('cue-prompt').count(), 0);
    await visit.context.close();
  });

  it('by pages of the till that declare it all the same', async () => {
    const visit = await shopper();
    const { page } = visit;
    await visit.go('/product/salt-dish');
    await visit.add();
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
    await visit.read();
    await leave(visit);
    await visit.until('it is held', async () =>
      (await visit.decisions('at-the-till')).includes('exit-intent: held checkout'),
    );
    assert.equal(await page.getByText('Wait', { exact: true }).isVisible(), false);
    await visit.context.close();
  });
});
