import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { categories, products } from '../../demo/catalog.mjs';
import { createShop } from '../../demo/server.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({ site: { shop: createShop() } });

const pages = [
  '/',
  `/category/${categories[0].slug}`,
  `/product/${products[0].slug}`,
  '/cart',
  '/wishlist',
  '/search?q=a',
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
});
