import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({ site: { shop: createShop({ csp: true, records: true }) } });

const MUG = '/product/slow-mug';

/** The cards of the page's box, when they have come. */
async function cardsOf(page) {
  const box = page.locator('cue-related');
  await box.scrollIntoViewIfNeeded();
  await box.locator('.card[data-cue-made]').first().waitFor();
  return box.locator('.card[data-cue-made]');
}

const factsOf = (page, name) =>
  page.evaluate((wanted) => (globalThis.dataLayer ?? []).filter(({ event }) => event === wanted), name);

describe('suggestions in the demo', () => {
  it('come on the page of a product in the cards of the shop, learnt from what its shoppers did', async () => {
    const page = await stage.open();
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(stage.site.url + MUG);
    const cards = await cardsOf(page);
    assert.equal(await cards.count(), 8);
    const names = await cards.locator('.card-name').allInnerTexts();
    assert.ok(names.includes('Two-Cup Moka'), names.join());
    assert.ok(!names.includes('Slow Mug'));
    // The hearts are loaded as those of the page are.
    assert.match(await cards.first().locator('cue-wishlist-button button').getAttribute('aria-label'), /Two-Cup Moka/);
    const related = asked.filter((url) => /related\/|suggest\?/.test(url));
    assert.deepEqual(related, [`${stage.site.url}/related/manifest.json`]);
    await page.context().close();
  });

  it('tell that they were seen, and which one the shopper goes to', async () => {
    const page = await stage.open();
    await page.goto(stage.site.url + MUG);
    const cards = await cardsOf(page);
    await cards.first().scrollIntoViewIfNeeded();
    await page.waitForFunction(() => globalThis.dataLayer?.some(({ event }) => event === 'view_item_list'));
    const [seen] = await factsOf(page, 'view_item_list');
    assert.equal(seen.ecommerce.item_list_id, 'product-page');
    assert.equal(seen.ecommerce.items.length, 8);
    await page.evaluate(() => addEventListener('click', (event) => event.preventDefault()));
    await cards.nth(1).locator('.card-name a').click();
    const [chosen] = await factsOf(page, 'select_item');
    assert.equal(chosen.ecommerce.items.length, 1);
    assert.deepEqual(
      { index: chosen.ecommerce.items[0].index, id: chosen.ecommerce.items[0].item_id },
      { index: 1, id: seen.ecommerce.items[1].item_id },
    );
    await page.context().close();
  });

  it('are told as where a product came from, to the order', async () => {
    const page = await stage.open();
    await page.goto(stage.site.url + MUG);
    await (await cardsOf(page)).first().locator('.card-name a').click();
    await page.waitForURL((url) => url.pathname !== MUG);
    await page.waitForFunction(() => customElements.get('cue-add-to-cart') && globalThis.dataLayer);
    await page.locator('[data-add-button]').click();
    await page.waitForFunction(() => globalThis.dataLayer.some(({ event }) => event === 'add_to_cart'));
    const [added] = await factsOf(page, 'add_to_cart');
    await page.goto(`${stage.site.url}/checkout`);
    await page.waitForFunction(() => globalThis.dataLayer?.some(({ event }) => event === 'begin_checkout'));
    const [begun] = await factsOf(page, 'begin_checkout');
    for (const { ecommerce } of [added, begun]) {
      const [{ item_list_id: list, item_list_name: name, index }] = ecommerce.items;
      assert.deepEqual({ list, name, index }, { list: 'product-page', name: 'You may also like', index: 0 });
    }
    await page.context().close();
    console.log('suggestions: the list is told with add_to_cart and begin_checkout');
  });

  it('go by the basket on its page, say so, and leave out what is in it', async () => {
    const page = await stage.open();
    await page.goto(stage.site.url + MUG);
    await page.locator('[data-add-button]').click();
    await page.locator('[data-cart-count]').getByText('1').waitFor();
    await page.goto(`${stage.site.url}/cart`);
    const cards = await cardsOf(page);
    const names = await cards.locator('.card-name').allInnerTexts();
    assert.ok(!names.includes('Slow Mug'), names.join());
    assert.equal(await cards.first().locator('.card-reason').innerText(), 'Goes with Slow Mug in your basket');
    await page.context().close();
  });

  it('go by the wishlist on its page, and are there where a search finds nothing', async () => {
    const page = await stage.open();
    await page.goto(`${stage.site.url}/search?q=zzz`);
    const trending = await cardsOf(page);
    assert.equal(await trending.count(), 8);
    await trending.first().locator('cue-wishlist-button').click();
    const name = await trending.first().locator('.card-name').innerText();
    await page.goto(`${stage.site.url}/wishlist`);
    const cards = await cardsOf(page);
    assert.equal(await cards.first().locator('.card-reason').innerText(), `Because you wished for ${name}`);
    assert.ok(!(await cards.locator('.card-name').allInnerTexts()).includes(name));
    await page.context().close();
  });

  it('are what the shop itself has chosen where the files are not to be had, and without scripts', async () => {
    stage.site.broken = (path) => path.startsWith('/related/');
    for (const javaScriptEnabled of [true, false]) {
      const page = await stage.open({ javaScriptEnabled });
      await page.goto(stage.site.url + MUG);
      await page.locator('.facts').scrollIntoViewIfNeeded();
      await page.locator('cue-related > section .card').first().waitFor();
      assert.equal(await page.getByRole('heading', { name: 'Gets on well with' }).count(), 1);
      assert.equal(await page.locator('cue-related .card:visible').count(), 4);
      await page.context().close();
    }
    stage.site.broken = () => false;
    console.log('suggestions: the shop’s own where the files are missing, and without scripts');
  });
});
