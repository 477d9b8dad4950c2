import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { placeOrder } from './place-order.mjs';
import { useStage } from './use-stage.mjs';

const HOUR_MS = 3_600_000;

/** By how much the shop's clock is ahead of this machine's. */
let later = 0;
const stage = useStage({ site: { shop: createShop({ records: true, now: () => Date.now() + later }) } });

const names = ['grant', 'reveal', 'copy', 'apply', 'redeem', 'refuse', 'expire'];

/** A shopper whose clock goes as the shop's does, and what the shop hears of the incentive. */
async function shopper() {
  const context = await stage.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const heard = [];
  const details = [];
  await context.exposeBinding('tellTest', (_, name, detail) => {
    heard.push(name);
    details.push(detail);
  });
  await context.addInitScript((steps) => {
    for (const step of steps)
      addEventListener(`cue-incentive-${step}`, ({ detail }) => window.tellTest(step, JSON.stringify(detail)));
  }, names);
  const page = await context.newPage();
  await page.clock.install({ time: Date.now() + later });
  const pass = async (ms) => {
    later += ms;
    await page.clock.fastForward(ms);
  };
  /** Who leaves a page before the kit has come to it does not hear what it had to say. */
  const told = async (step) => {
    for (
      const end = Date.now() + 30_000;
      !heard.includes(step);
      await new Promise((resolve) => setTimeout(resolve, 20))
    )
      if (Date.now() > end) assert.fail(`in vain waited for ${step}`);
  };
  return {
    context,
    page,
    heard,
    details,
    pass,
    told,
    go: (path, waitUntil = 'load') => page.goto(stage.site.url + path, { waitUntil }),
  };
}

const offer = (page, where, id = 'WELCOME') => page.locator(`${where} cue-incentive[incentive=${id}]`);
const message = (page, id) => offer(page, 'main', id).locator('[part=message]');

/** Signs up for the shop's letters, which brings a code. */
async function signUp(page, mail) {
  await page.locator('footer [type=email]').fill(mail);
  // Who fills a form within a second is taken for a program.
  await page.clock.fastForward(2000);
  await page.getByRole('button', { name: 'Send me that' }).click();
  const code = offer(page, 'footer').locator('[part=code]');
  await code.waitFor();
  return (await code.textContent()).trim();
}

/** Keeps a file back until it is released. */
function hold(path) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  stage.site.held = (asked) => (asked === path ? released : undefined);
  return { release };
}

async function buy(go, page, slug) {
  await go(`/product/${slug}`);
  await page.locator('[data-add-button]').click();
  await page.locator('cue-add-to-cart [role=status]', { hasText: 'in your basket' }).waitFor();
}

describe('an incentive in the demo', () => {
  it('is copied, survives a reload with the right time left, is used in the basket, and used once', async () => {
    const { context, page, heard, details, pass, told, go } = await shopper();
    await go('/');
    const code = await signUp(page, 'one@example.com');
    assert.match(code, /^TEA-[A-Z2-9]{8}$/);
    await offer(page, 'footer').locator('[part=copy]').click();
    await offer(page, 'footer').getByText('Copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);

    await pass(5 * HOUR_MS);
    await buy(go, page, 'salt-dish');
    await go('/cart');
    assert.equal((await offer(page, 'main').locator('[part=code]').textContent()).trim(), code);
    const left = page.locator('main cue-countdown [role=timer]');
    assert.match(await left.textContent(), /1 day, 18 hours left|1 day, 19 hours left/);

    // Too little in the basket: in words, by the page and by the server.
    await message(page)
      .getByText(/more in your cart, and you can use it/)
      .waitFor();
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Use it', exact: true }).click();
    await page.getByText('That needs a basket of €40 or more.').waitFor();
    await told('refuse');

    // On a slow day the shop's own script, which knows its cart, comes last.
    await buy(go, page, 'oval-platter');
    const { release } = hold('/assets/cart.js');
    await go('/cart', 'commit');
    await offer(page, 'main').locator('[part=code]').waitFor();
    release();
    await offer(page, 'main').locator('[part=apply]').click();
    await message(page).getByText('It is in your cart.').waitFor();
    await page.reload();
    await page.locator('[data-totals]', { hasText: '10 % off your first order' }).waitFor();

    await go('/checkout');
    await placeOrder(page, 'one@example.com');
    await message(page).getByText('You have used it.').waitFor();

    await buy(go, page, 'oval-platter');
    await go('/cart');
    assert.equal(await offer(page, 'main').isVisible(), false);
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Use it', exact: true }).click();
    await page.getByText('That has been used already.').waitFor();
    assert.deepEqual(heard, ['grant', 'reveal', 'copy', 'refuse', 'apply', 'redeem']);
    assert.equal(details.join().includes(code), false);
    await context.close();
  });

  it('is one code in two tabs, and for another shopper another', async () => {
    const { context, page, go } = await shopper();
    await go('/');
    const code = await signUp(page, 'two@example.com');
    const tab = await context.newPage();
    await tab.goto(stage.site.url);
    await offer(tab, 'footer').scrollIntoViewIfNeeded();
    assert.equal((await offer(tab, 'footer').locator('[part=code]').textContent()).trim(), code);
    const other = await shopper();
    await other.go('/');
    assert.notEqual(await signUp(other.page, 'three@example.com'), code);
    await context.close();
    await other.context.close();
  });

  it('is refused in words after its end, and no clock that is put back brings it back', async () => {
    const { context, page, heard, pass, go } = await shopper();
    await go('/');
    const code = await signUp(page, 'four@example.com');
    await buy(go, page, 'oval-platter');
    await go('/cart');
    await offer(page, 'main').scrollIntoViewIfNeeded();
    await offer(page, 'main').locator('[part=code]').waitFor();
    await pass(48 * HOUR_MS);
    await message(page).getByText('This has ended.').waitFor();
    assert.equal(await offer(page, 'main').locator('[part=code]').count(), 0);
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Use it', exact: true }).click();
    await page.getByText('That has ended.', { exact: false }).first().waitFor();

    const early = await context.newPage();
    await early.clock.install({ time: Date.now() - 10 * HOUR_MS });
    await early.goto(`${stage.site.url}/cart`);
    await early.waitForFunction(() => customElements.get('cue-incentive'));
    assert.equal(await offer(early, 'main').locator('[part=code]').count(), 0);
    assert.equal(heard.filter((step) => step === 'expire').length, 1);
    await context.close();
  });
});

/** Makes an account, for which the next delivery is on the shop. */
async function join({ go, page }, mail) {
  await go('/account');
  await page.locator('cue-sign-up:defined').waitFor();
  const form = page.locator('cue-sign-up form');
  await form.locator('[name=email]').fill(mail);
  await page.locator('cue-sign-up [part=continue]').click();
  await form.locator('[name=name]').fill('Ada One');
  await form.locator('[name=password]').fill('long enough');
  await page.clock.fastForward(2000);
  await form.getByRole('button', { name: 'Make an account' }).click();
  await page.getByRole('heading', { name: 'Hello, Ada One' }).waitFor();
}

describe('a signed offer in the demo', () => {
  it('comes with an account, is verified in the basket, and makes the delivery free until its end', async () => {
    const visit = await shopper();
    const { context, page, heard, details, pass, told, go } = visit;
    await join(visit, 'signed@example.com');
    await offer(page, 'main', 'DELIVERY').getByText('1 hour, 59 minutes left').waitFor();
    await told('reveal');
    const signed = await page.evaluate(() => JSON.parse(localStorage['cuekit:incentive:DELIVERY']).d.offer);
    assert.match(signed, /^[\w-]+\.[\w-]+\.[\w-]+$/);

    await buy(go, page, 'salt-dish');
    await go('/cart');
    await page.locator('[data-totals]', { hasText: /Delivery\s*€/ }).waitFor();
    await offer(page, 'main', 'DELIVERY').locator('[part=apply]').click();
    await message(page, 'DELIVERY').getByText('It is in your cart.').waitFor();
    await page.reload();
    await page.locator('[data-totals]', { hasText: /Delivery\s*Free/ }).waitFor();

    await pass(2 * HOUR_MS);
    await told('expire');
    await page.reload();
    await page.getByText('That has ended.', { exact: false }).first().waitFor();
    assert.match(await page.locator('[data-totals]').innerText(), /Delivery\s*€/);
    assert.equal(await offer(page, 'main', 'DELIVERY').locator('[part=apply]').count(), 0);
    assert.deepEqual(heard, ['grant', 'reveal', 'apply', 'expire']);
    assert.equal(details.join().includes(signed.slice(0, 20)), false);
    await context.close();
  });

  it('is refused in words when somebody has written another end into it', async () => {
    const visit = await shopper();
    const { context, page, heard, told, go } = visit;
    await join(visit, 'forged@example.com');
    await told('reveal');
    await buy(go, page, 'salt-dish');
    await page.evaluate(() => {
      const key = 'cuekit:incentive:DELIVERY';
      const kept = JSON.parse(localStorage[key]);
      const [head, payload, signature] = kept.d.offer.split('.');
      const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
      const forged = btoa(JSON.stringify({ ...claims, exp: claims.exp + 86_400 })).replaceAll(/[+/=]/g, (sign) =>
        sign === '+' ? '-' : sign === '/' ? '_' : '',
      );
      kept.d.offer = [head, forged, signature].join('.');
      localStorage[key] = JSON.stringify(kept);
    });
    await go('/cart');
    await offer(page, 'main', 'DELIVERY').locator('[part=apply]').click();
    await message(page, 'DELIVERY').getByText('The shop did not take it.').waitFor();
    await page.reload();
    assert.match(await page.locator('[data-totals]').innerText(), /Delivery\s*€/);
    assert.deepEqual(heard, ['grant', 'reveal', 'refuse']);
    await context.close();
  });
});

describe('a gate in the demo', () => {
  const STORY = '/journal/a-pot-is-a-slow-oven';
  const gate = (page) => page.locator('.story-letter cue-gate');

  it('opens with the letter, keeps open, and gives its file to nobody else', async () => {
    const { context, page, heard, details, told, go } = await shopper();
    await go(STORY);
    assert.equal((await page.content()).includes('wool stays cool'), false);
    await gate(page).getByText('Our pattern takes two squares').waitFor();
    assert.equal(
      (await page.request.get(`${stage.site.url}/guides/pot-holder.svg`)).headers()['content-type'],
      'text/html; charset=utf-8',
    );

    await page.locator('#story-letter').fill('sews@example.com');
    await page.clock.fastForward(2000);
    await page.locator('.story-letter').getByRole('button', { name: 'Send me that' }).click();
    await gate(page).getByText('wool stays cool').waitFor();
    assert.equal(await gate(page).getByText('Our pattern takes two squares').isVisible(), false);
    const [file] = await Promise.all([page.waitForEvent('download'), gate(page).locator('[part=link]').click()]);
    assert.equal(file.suggestedFilename(), 'pot-holder.svg');

    await page.reload();
    await gate(page).getByText('wool stays cool').waitFor();
    await told('reveal');
    const its = heard.filter((_, at) => JSON.parse(details[at]).promotion_id === 'POT-HOLDER');
    assert.deepEqual(its, ['grant', 'reveal']);
    await context.close();
  });

  it('is a link and a form without JavaScript', async () => {
    const context = await stage.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(stage.site.url + STORY);
    await page.getByRole('link', { name: 'I read your letters already' }).click();
    await page.locator('#pattern-letter').fill('prints@example.com');
    await page.locator('#pattern-letter').press('Enter');
    await page.getByText('The first letter comes').waitFor();
    await page.getByRole('link', { name: 'The pattern for a pot holder' }).click();
    await page.getByText('wool stays cool').waitFor();
    await page.getByRole('link', { name: 'The pattern, to print on A4' }).waitFor();
    await context.close();
  });
});
