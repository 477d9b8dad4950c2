import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({
  site: { shop: createShop({ records: true }) },
  // Pages come back from the back/forward cache, as they do for shoppers.
  browser: { ignoreDefaultArgs: ['--disable-back-forward-cache'] },
});

const names = ['add-to-cart', 'remove-from-cart', 'view-cart', 'begin-checkout', 'purchase'];

/** A shopper, and all that the shop hears of them: on every page and in every tab, in order. */
async function shopper() {
  const context = await stage.newContext();
  const heard = [];
  await context.exposeBinding('tellTest', (_, text) => void heard.push(text));
  await context.addInitScript((types) => {
    for (const type of types)
      addEventListener(`cue-${type}`, ({ detail }) =>
        window.tellTest(
          `${type} ${detail.items.map(({ item_id: id, quantity }) => `${quantity}×${id}`).join('+')} ${detail.cause.from}`,
        ),
      );
  }, names);
  const page = await context.newPage();
  const until = async (what, condition) => {
    for (const end = Date.now() + 30_000; !(await condition()); await page.waitForTimeout(25))
      if (Date.now() > end) assert.fail(`in vain waited until ${what}; heard ${JSON.stringify(heard)}`);
  };
  return { context, page, heard, until, go: (path) => page.goto(stage.site.url + path) };
}

const message = (page) => page.locator('cue-add-to-cart [role=status]');

/** Presses Tab until the focus is where it should be, as somebody without a mouse does. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((wanted) => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.matches(wanted) ?? false;
    }, selector);
    if (there) return;
  }
  assert.fail(`no way to ${selector} by keyboard`);
}

describe('buying in the demo', () => {
  it('works from the product to the order with the keyboard alone, and tells each step once', async () => {
    const { context, page, heard, until, go } = await shopper();
    await go('/product/slow-mug');
    await tabTo(page, '[data-add] [name=variant]');
    await page.keyboard.press('ArrowRight');
    await tabTo(page, '[name=quantity]');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, '[data-add-button]');
    await page.keyboard.press('Enter');
    await until('it is in the basket', async () => /is in your basket/.test(await message(page).innerText()));
    assert.equal(await page.locator('[data-cart-count]').innerText(), '2');
    await tabTo(page, 'a[part=link]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cart');
    await until('the cart was seen', () => heard.some((fact) => fact.startsWith('view-cart')));
    await tabTo(page, 'a[href="/checkout"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/checkout');
    await until('the checkout has begun', () => heard.some((fact) => fact.startsWith('begin-checkout')));
    for (const [name, text] of [
      ['email', 'lies@example.com'],
      ['name', 'Lies Verbeke'],
      ['street', 'Oude Houtlei 118'],
      ['postcode', '9000'],
      ['city', 'Ghent'],
    ]) {
      await tabTo(page, `[name=${name}]`);
      await page.keyboard.type(text);
    }
    await page.keyboard.press('Enter');
    await page.waitForURL('**/thank-you*');
    await until('the order is told', () => heard.some((fact) => fact.startsWith('purchase')));
    await page.reload();
    await page.waitForTimeout(2000);
    assert.deepEqual(heard, [
      'add-to-cart 2×SH-101-OAT element',
      'view-cart 2×SH-101-OAT platform',
      'begin-checkout 2×SH-101-OAT platform',
      'purchase 2×SH-101-OAT platform',
    ]);
    await context.close();
    console.log(`by keyboard: ${heard.join(', ')}; the order's page, loaded again, tells nothing`);
  });

  it('adds once by a double click and by Enter held down, and nothing by going back and forth', async () => {
    const { context, page, heard, until, go } = await shopper();
    await go('/product/salt-dish');
    await page.locator('[data-add-button]').dblclick();
    await until('it is told', () => heard.length > 0);
    await page.locator('[data-add-button]').focus();
    for (let round = 0; round < 6; round++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await until('the second is told', () => heard.length > 1);
    await go('/wishlist');
    await page.evaluate(() => history.back());
    await page.waitForURL('**/product/salt-dish');
    await page.evaluate(() => history.forward());
    await page.waitForURL('**/wishlist');
    await page.waitForTimeout(500);
    assert.deepEqual(heard, ['add-to-cart 1×SH-112 element', 'add-to-cart 1×SH-112 element']);
    await context.close();
  });

  it('agrees in two tabs: what one adds, the other shows, and neither tells again', async () => {
    const { context, page, heard, until, go } = await shopper();
    await go('/product/salt-dish');
    const other = await context.newPage();
    await other.goto(`${stage.site.url}/product/slow-mug`);
    await page.bringToFront();
    await page.locator('[data-add-button]').click();
    await until('it is told', () => heard.length > 0);
    await other.bringToFront();
    await until('the other tab shows it', async () => (await other.locator('[data-cart-count]').innerText()) === '1');
    await other.locator('[data-add-button]').click();
    await until('the second is told', () => heard.length > 1);
    await page.bringToFront();
    await until('the first tab shows it', async () => (await page.locator('[data-cart-count]').innerText()) === '2');
    await page.waitForTimeout(500);
    assert.equal(heard.length, 2, JSON.stringify(heard));
    await context.close();
  });

  it('says what the shop says when there are not so many, and tells what it took', async () => {
    const { context, page, heard, until, go } = await shopper();
    await go('/product/salt-dish');
    for (const quantity of ['8', '8']) {
      await page.locator('[name=quantity]').fill(quantity);
      await page.locator('[data-add-button]').click();
      await until('the shop has answered', async () => !/^(|Adding…)$/.test(await message(page).innerText()));
    }
    await until('the rest is told', () => heard.length > 1);
    assert.match(await message(page).innerText(), /12 is all we have/);
    assert.deepEqual(heard, ['add-to-cart 8×SH-112 element', 'add-to-cart 4×SH-112 element']);
    await context.close();
  });

  it('tells what the shop’s own forms change in the basket, as the shop’s doing', async () => {
    const { context, page, heard, until, go } = await shopper();
    await go('/product/salt-dish');
    await page.locator('[data-add-button]').click();
    await until('it is told', () => heard.length > 0);
    await go('/cart');
    await page.locator('.line-amount input[name=quantity]').fill('3');
    await page.locator('.line-amount button').click();
    await until('more is told', () => heard.includes('add-to-cart 2×SH-112 platform'));
    await context.close();
  });
});
