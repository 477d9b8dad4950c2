// The occasions on which the demo shop offers something: the shopper takes the step, gets what was promised, and finds it again.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { placeOrder } from './place-order.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({
  site: { shop: createShop({ csp: true, records: true, prompts: { rest: '0s', sessionCap: 10 } }) },
});

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

const facts = [
  'prompt-view',
  'prompt-accept',
  'newsletter-sign-up',
  'sign-up',
  'review',
  'add-to-wishlist',
  ...['grant', 'reveal', 'copy', 'apply', 'redeem', 'refuse', 'expire'].map((step) => `incentive-${step}`),
];

/** A shopper whose time goes as fast as the test wants, and what the shop hears of the steps: each with what it is about. */
async function shopper() {
  const context = await stage.newContext({ viewport: { width: 1280, height: 800 } });
  const heard = [];
  await context.exposeBinding('tellTest', (_, fact) => heard.push(fact));
  await context.addInitScript((names) => {
    for (const name of names)
      // As the recorder does: first of all.
      addEventListener(
        `cue-${name}`,
        ({ detail }) => globalThis.tellTest(`${name} ${detail.promotion_id ?? detail.promotion_name ?? ''}`.trim()),
        true,
      );
  }, facts);
  const page = await context.newPage();
  await page.clock.install();
  const self = {
    context,
    page,
    heard,
    go: (path) => page.goto(stage.site.url + path),
    /** Is there for some time, with a sign of life now and then. */
    async stay(ms) {
      for (let left = ms; left > 0; left -= 10 * SECOND_MS) {
        await page.mouse.move(300 + ((left / SECOND_MS) % 100), 400);
        await page.clock.fastForward(Math.min(left, 10 * SECOND_MS));
      }
    },
    /** Until something is so; with a sign of life now and then. Time goes as it does: who waits is not to come to the next occasion. */
    async until(what, condition) {
      for (
        const end = Date.now() + 30_000;
        !(await condition());
        await new Promise((resolve) => setTimeout(resolve, 100))
      ) {
        if (Date.now() > end)
          assert.fail(`in vain waited until ${what}: ${heard.join(', ')}; ${await self.decisions()}`);
        await page.mouse.move(300 + (Date.now() % 100), 400);
      }
    },
    /** Why something was shown or not: for who reads that a test has failed. */
    decisions: () =>
      page.evaluate(async () => {
        const { $ledger } = await import('/kit/index.js');
        return $ledger
          .get()
          .map(({ campaign, outcome, reason }) => `${campaign}: ${outcome} ${reason}`)
          .join(', ');
      }),
    told: (fact) => self.until(`it is told: ${fact}`, () => heard.includes(fact)),
    prompt: page.locator('cue-prompt[open]'),
    /** Is there until a campaign would be shown if its moment came: the kit has come, and the page has come to rest. */
    async settle(campaign) {
      const obstacles = () =>
        page.evaluate(async (name) => {
          const { explainCampaign } = await import('/kit/index.js');
          return JSON.stringify((await explainCampaign(name))?.obstacles);
        }, campaign);
      await self.until(`${campaign} is known`, obstacles);
      await self.stay(5 * SECOND_MS);
      await self.until('the page has come to rest', async () => !/not-settled|not-engaged/.test(await obstacles()));
    },
    /** By the wheel, as somebody does who reads. */
    async scrollTo(selector) {
      await self.until(`${selector} is in the window`, async () => {
        await page.mouse.wheel(0, 300);
        return page.locator(selector).evaluate((element) => element.getBoundingClientRect().bottom < innerHeight);
      });
    },
    async comes(name, campaign) {
      const prompt = page
        .locator('cue-prompt[open]', { hasText: name })
        .or(page.locator(`cue-prompt[open][label="${name}"]`));
      await self.until(`“${name}” comes`, () => prompt.isVisible());
      await self.told(`prompt-view ${campaign}`);
    },
    async add(slug) {
      await self.go(`/product/${slug}`);
      await page.locator('cue-add-to-cart:defined').waitFor();
      await page.locator('[data-add-button]').click();
      await page.locator('cue-add-to-cart [role=status]', { hasText: 'in your basket' }).waitFor();
    },
    /** By keyboard, in the form of a prompt. */
    async joinLetters(field, mail) {
      await page.locator(field).fill(mail);
      // Who fills a form within a second is taken for a program.
      await self.stay(2 * SECOND_MS);
      await page.locator(field).press('Enter');
      await self.told('incentive-reveal WELCOME');
    },
    offer: (where, id) => page.locator(`${where} cue-incentive[incentive=${id}]`),
    /** In the basket it is used, and it is in the list of what this shop remembers. */
    async findsAgain(id, name, sum) {
      await self.go('/cart');
      await self.offer('main', id).locator('[part=apply]').click();
      await self.offer('main', id).getByText('It is in your cart.').waitFor();
      await page.reload();
      await page.locator('[data-totals]', { hasText: sum }).waitFor();
      await self.go('/privacy');
      await page.locator('main cue-preferences [part=offer]', { hasText: name }).waitFor();
    },
    about: (id) => heard.filter((fact) => fact.endsWith(` ${id}`)),
    /** What was told of the offer and its campaign, in this order, and nothing of it twice. */
    expectFacts(...expected) {
      const about = new Set(expected.map((fact) => fact.split(' ')[0]));
      assert.deepEqual(
        heard.filter((fact) => about.has(fact.split(' ')[0]) && !/goes-with-it|POT-HOLDER/.test(fact)),
        expected,
      );
    },
  };
  return self;
}

const WELCOME = '10 % off your first order';

describe('something is offered', () => {
  it('on the first visit, when it has lasted for two minutes', async () => {
    const visit = await shopper();
    await visit.go('/category/linen');
    await visit.settle('first-visit');
    await visit.stay(2 * MINUTE_MS);
    await visit.comes('New here?', 'first-visit');
    await visit.joinLetters('#letter-welcome', 'first@example.com');
    assert.match(await visit.offer('cue-prompt', 'WELCOME').locator('[part=code]').innerText(), /^TEA-/);
    await visit.add('oval-platter');
    await visit.findsAgain('WELCOME', WELCOME, WELCOME);
    visit.expectFacts(
      'prompt-view first-visit',
      'newsletter-sign-up',
      'prompt-accept first-visit',
      'incentive-grant WELCOME',
      'incentive-reveal WELCOME',
      'incentive-apply WELCOME',
    );
    await visit.context.close();
  });

  it('for the letter, at the end of a story', async () => {
    const visit = await shopper();
    await visit.go('/journal/a-pot-is-a-slow-oven');
    await visit.settle('read-a-story');
    await visit.scrollTo('.story-letter');
    await visit.comes('A story like this, once a month', 'read-a-story');
    await visit.joinLetters('#letter-read', 'story@example.com');
    await visit.add('oval-platter');
    await visit.findsAgain('WELCOME', WELCOME, WELCOME);
    visit.expectFacts(
      'prompt-view read-a-story',
      'newsletter-sign-up',
      'prompt-accept read-a-story',
      'incentive-grant WELCOME',
      'incentive-reveal WELCOME',
      'incentive-apply WELCOME',
    );
    // What is behind the gate comes at the same time, from another place.
    assert.deepEqual(visit.about('POT-HOLDER'), ['incentive-grant POT-HOLDER', 'incentive-reveal POT-HOLDER']);
    await visit.context.close();
  });

  it('for a basket that was left alone', async () => {
    const visit = await shopper();
    await visit.add('oval-platter');
    await visit.go('/category/linen');
    await visit.settle('thinking-it-over');
    // Nobody is there; who is would be asked whether they are new here.
    await visit.page.clock.fastForward(10 * MINUTE_MS);
    await visit.comes('Still thinking it over?', 'thinking-it-over');
    await visit.prompt.getByText('One thing, €64.00').waitFor();
    await visit.joinLetters('#letter-thinking', 'thinks@example.com');
    await visit.findsAgain('WELCOME', WELCOME, WELCOME);
    await visit.context.close();
  });

  it('for a list of wishes, at the third one', async () => {
    const visit = await shopper();
    const { page } = visit;
    await visit.go('/category/linen');
    const hearts = page.locator('main cue-wishlist-button button');
    await hearts.nth(2).waitFor();
    await visit.settle('third-wish');
    for (let heart = 0; heart < 3; heart++) {
      await hearts.nth(heart).focus();
      await page.keyboard.press('Enter');
    }
    await visit.comes('That makes a list', 'third-wish');
    await visit.offer('cue-prompt', 'RIBBON').locator('[part=get]').click();
    await visit.offer('cue-prompt', 'RIBBON').locator('[part=code]', { hasText: 'RIBBON' }).waitFor();
    await visit.told('incentive-reveal RIBBON');
    await visit.prompt.getByRole('link', { name: 'See the list' }).click();
    await page.getByRole('heading', { name: 'Still thinking' }).waitFor();
    await visit.add('salt-dish');
    await visit.findsAgain('RIBBON', 'Wrapped as a present, on us', /Wrapped as a present, on us\s*On us/);
    visit.expectFacts(
      'add-to-wishlist',
      'add-to-wishlist',
      'add-to-wishlist',
      'prompt-view third-wish',
      'incentive-grant RIBBON',
      'incentive-reveal RIBBON',
      'prompt-accept third-wish',
      'incentive-apply RIBBON',
    );
    await visit.context.close();
  });

  it('for an account, after an order', async () => {
    const visit = await shopper();
    const { page } = visit;
    await visit.add('salt-dish');
    await visit.go('/checkout');
    await placeOrder(page, 'keeps@example.com');
    await page.getByRole('heading', { name: 'Thank you, Ada.' }).waitFor();
    await visit.comes('Shall we keep this order for you?', 'keep-the-order');
    await visit.prompt.getByRole('link', { name: 'Make an account' }).click();
    await page.locator('cue-sign-up:defined').waitFor();
    const form = page.locator('cue-sign-up form');
    await form.locator('[name=email]').fill('keeps@example.com');
    await page.locator('cue-sign-up [part=continue]').click();
    await form.locator('[name=name]').fill('Ada One');
    await form.locator('[name=password]').fill('long enough');
    await visit.stay(2 * SECOND_MS);
    await form.locator('[name=password]').press('Enter');
    await page.getByRole('heading', { name: 'Hello, Ada One' }).waitFor();
    await visit.told('incentive-reveal DELIVERY');
    await visit.add('salt-dish');
    await visit.findsAgain('DELIVERY', 'Delivery on us, for a new account', /Delivery\s*Free/);
    visit.expectFacts(
      'prompt-view keep-the-order',
      'prompt-accept keep-the-order',
      'sign-up',
      'incentive-grant DELIVERY',
      'incentive-reveal DELIVERY',
      'incentive-apply DELIVERY',
    );
    await visit.context.close();
  });

  it('from a basket of €150 on: it is in there, and goes with what is taken out', async () => {
    const visit = await shopper();
    const { page } = visit;
    await visit.go('/category/linen');
    await visit.add('late-lamp');
    await visit.settle('tea-towel');
    await visit.add('salt-dish');
    await visit.comes('A tea towel comes with it', 'tea-towel');
    await visit.go('/cart');
    await page.locator('[data-totals]', { hasText: /A tea towel\s*On us/ }).waitFor();
    await page.getByRole('button', { name: 'Remove Little Dish for Salt' }).click();
    await page.getByText('is back on the shelf').waitFor();
    assert.doesNotMatch(await page.locator('[data-totals]').innerText(), /tea towel/);
    await visit.context.close();
  });
});

describe('nothing is offered', () => {
  it('for a review: who has read all of them is asked for one, writes it, and it is there', async () => {
    const visit = await shopper();
    const { page } = visit;
    await visit.go('/product/slow-mug');
    await page.locator('cue-review form').waitFor();
    await visit.settle('write-one-too');
    await visit.scrollTo('.voices-list');
    await visit.comes('Have you got one at home?', 'write-one-too');
    await visit.prompt.getByRole('link', { name: 'Say how it is' }).click();
    const form = page.locator('cue-review form');
    await form.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    await page.locator('#voice-text').fill('It keeps what I pour into it warm.');
    await page.locator('#voice-name').fill('Wim');
    await visit.stay(2 * SECOND_MS);
    await page.locator('#voice-name').press('Enter');
    await page.getByText('We read it first; then everybody can.').waitFor();
    await page.reload();
    await page.locator('.voices-list', { hasText: 'It keeps what I pour into it warm.' }).waitFor();
    visit.expectFacts('prompt-view write-one-too', 'prompt-accept write-one-too', 'review');
    assert.deepEqual(
      visit.heard.filter((fact) => fact.startsWith('incentive')),
      [],
    );
    await visit.context.close();
  });
});
