import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { manners } from '../../demo/campaigns.mjs';
import { categories, products } from '../../demo/catalog.mjs';
import { createShop } from '../../demo/server.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({ site: { shop: createShop({ records: true, prompts: manners }) } });

const pages = [
  '/',
  `/category/${categories[0].slug}`,
  `/product/${products[0].slug}`,
  '/cart',
  '/wishlist',
  '/search?q=a',
  '/product/lean-to-teapot',
  '/journal/a-pot-is-a-slow-oven',
  '/account',
  '/privacy',
];

describe('a browser without scripts', () => {
  it('shows every page of the demo with nothing raw and nothing of ours visible', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    for (const path of pages) {
      await page.goto(stage.site.url + path);
      // The tests' own eyes still work: the page's scripts are off, not the debugger's.
      const text = await page.locator('body').innerText();
      assert.doesNotMatch(text, /undefined|\[object|\{\{|cue-|\bnull\b|NaN/, path);
      assert.ok(text.length > 200, `${path} is empty`);
      for (const element of await page.locator('cue-wishlist-button, cue-wishlist').all())
        assert.equal(await element.isVisible(), false, `${path}: ${await element.evaluate((one) => one.outerHTML)}`);
    }
    await page.context().close();
    console.log(
      `without scripts: ${pages.length} pages of the demo show their content, none shows an element of ours or raw text`,
    );
  });

  it('leaves no hole where a whole list would stand', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    await page.goto(`${stage.site.url}/wishlist`);
    for (const list of await page.locator('main cue-wishlist').all()) {
      const box = await list.boundingBox();
      assert.ok((box?.height ?? 0) <= 44, `a hole of ${box?.height} px`);
    }
    assert.ok((await page.locator('main').innerText()).length > 40, 'nothing says why the list is empty');
    await page.context().close();
    console.log('without scripts: the page of the wishlist says something else instead');
  });

  it('can put a product into the cart and order it', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    const product = products.find(({ variants }) => variants.length === 0) ?? products[0];
    await page.goto(`${stage.site.url}/product/${product.slug}`);
    await page.locator('main form[action="/cart/add"] button').first().click();
    await page.waitForURL('**/cart');
    assert.match(await page.locator('main').innerText(), new RegExp(product.name.slice(0, 10)));
    await page.context().close();
    console.log('without scripts: a product goes into the cart by its form');
  });

  it('can join the newsletter, and is told when that does not work', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    for (const [address, words] of [
      ['noscript@example.com', /Thank you[^]*first of the month/],
      ['noscript@example.com', /on that list already/],
      ['refuse@example.com', /come back to us/],
    ]) {
      await page.goto(`${stage.site.url}/journal/a-pot-is-a-slow-oven`);
      await page.locator('#story-letter').fill(address);
      await page.locator('#story-letter').press('Enter');
      await page.waitForURL('**/newsletter');
      assert.match(await page.locator('main').innerText(), words);
    }
    await page.context().close();
    console.log('without scripts: the newsletter is joined by its form');
  });

  it('can ask for word of a lower price', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    await page.goto(`${stage.site.url}/product/lean-to-teapot`);
    await page.getByText('Tell me when it costs less').click();
    await page.locator('#less').fill('noscript@example.com');
    await page.locator('#less').press('Enter');
    await page.waitForURL('**/alerts');
    assert.match(await page.locator('main').innerText(), /write to you once about Lean-to Teapot/);
    await page.context().close();
  });

  it('can make an account: all of its fields are there at once, and what was typed stays', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    await page.goto(`${stage.site.url}/account`);
    const field = (name) => page.locator(`cue-sign-up [name=${name}]`);
    for (const name of ['email', 'name', 'password']) assert.ok(await field(name).isVisible(), name);
    await field('email').fill('refuse@example.com');
    await field('name').fill('Noor');
    await field('password').fill('long enough');
    await field('password').press('Enter');
    assert.match(await page.locator('cue-sign-up [role=alert]').innerText(), /come back to us/);
    assert.equal(await field('name').inputValue(), 'Noor');
    await field('email').fill('noor@example.com');
    await field('password').fill('long enough');
    await field('password').press('Enter');
    await page.getByRole('heading', { name: 'Hello, Noor' }).waitFor();
    await page.context().close();
    console.log('without scripts: an account is made by its form');
  });

  it('can play the film, with the browser’s own controls and captions', async () => {
    const page = await stage.open({ javaScriptEnabled: false });
    await page.goto(`${stage.site.url}/product/lean-to-teapot`);
    const player = page.locator('cue-video video');
    await player.focus();
    await page.keyboard.press('Space');
    for (const end = Date.now() + 30_000; !(await player.evaluate((video) => video.currentTime > 0.2));)
      if (Date.now() > end) assert.fail('the film does not play');
    assert.deepEqual(await player.evaluate(({ textTracks }) => [...textTracks].map(({ kind }) => kind)), ['captions']);
    const { height } = await page.locator('cue-video').boundingBox();
    assert.equal(Math.round(height), Math.round((await player.boundingBox()).height), 'a hole below the film');
    await page.context().close();
    console.log('without scripts: the film plays');
  });
});
