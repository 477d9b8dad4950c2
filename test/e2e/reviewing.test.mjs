import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { reviewsOf, summaryOf } from '../../demo/reviews.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({ site: { shop: createShop() } });

const path = '/product/slow-mug';
const TEXT = 'It kept Wilhelmina’s cocoa warm. Write to wilhelmina@private.example';
const NAME = 'Wilhelmina';
const secret = /wilhelmina|cocoa|private\.example|balcony/i;

/** The smallest picture that is one. */
const photo = {
  name: 'balcony.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** In the page, first of all: all that scripts of the page could hear. */
function listen() {
  globalThis.heard = [];
  const names = ['cue-review', 'cue-request-review', 'cue-error'];
  for (const name of names)
    addEventListener(name, ({ type, detail }) => globalThis.heard.push(JSON.stringify({ type, detail })));
}

/** A page with its product's form, and what it said in the console and asked the network for. */
async function openForm(options) {
  const page = await stage.open(options);
  const said = [];
  const asked = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) =>
    asked.push({ url: request.url(), method: request.method(), headers: request.headers() }),
  );
  await page.addInitScript(listen);
  await page.goto(stage.site.url + path);
  return { page, said, asked };
}

const whenReady = (page) => page.waitForFunction(() => document.querySelector('cue-review form')?.closest(':defined'));

describe('a review', () => {
  it('is written by keyboard alone, sent once with its photo, and stays between shopper and shop', async () => {
    const { page, said, asked } = await openForm();
    await whenReady(page);
    const form = page.locator('cue-review form');
    await form.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowRight');
    assert.equal(await form.locator('[name=rating]:checked').inputValue(), '4');
    await page.keyboard.press('Tab');
    // As people type: what is sent within a second is taken for a program's.
    await page.keyboard.type(TEXT, { delay: 25 });
    await page.keyboard.press('Tab');
    await form.locator('[type=file]:focus').setInputFiles(photo);
    await form.getByRole('img', { name: 'balcony.png' }).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Remove the photo');
    await page.keyboard.press('Tab');
    await page.keyboard.type(NAME);
    // Who holds the key, and presses the button after that, has sent it once.
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await form.locator('button:not([type=button])').dispatchEvent('click');
    await page.getByText('We read it first; then everybody can.').waitFor();

    const posts = asked.filter(({ method }) => method === 'POST');
    assert.deepEqual(
      posts.map(({ url }) => new URL(url).pathname),
      ['/reviews'],
    );
    assert.match(posts[0].headers['content-type'], /^multipart\/form-data; boundary=/);

    const kept = await page.evaluate(() => ({
      heard: globalThis.heard,
      dataLayer: JSON.stringify(globalThis.dataLayer ?? []),
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
    }));
    assert.deepEqual(
      kept.heard.map((text) => JSON.parse(text)).map(({ type, detail }) => [type, detail.product.name, detail.rating]),
      [
        ['cue-request-review', 'Slow Mug', 4],
        ['cue-review', 'Slow Mug', 4],
      ],
    );
    assert.match(kept.dataLayer, /"event":"review"/);
    assert.match(kept.storage, /cuekit:review:/);
    for (const place of [
      ...kept.heard,
      kept.dataLayer,
      kept.storage,
      ...said,
      ...asked.map(({ url }) => url),
      page.url(),
    ])
      assert.doesNotMatch(place, secret);

    await page.reload();
    await page.getByText('You have reviewed this.').waitFor();
    assert.match(await page.locator('.voices-list').innerText(), /Wilhelmina waiting to be read by us/);
    assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
    await page.context().close();
    console.log('a review: by keyboard alone, one request, one fact, and its text and writer nowhere else');
  });

  it('without scripts goes the same way, and waits to be read', async () => {
    const { page } = await openForm({ javaScriptEnabled: false });
    const form = page.locator('cue-review form');
    await form.locator('[name=rating][value="2"]').check();
    await form.locator('[name=text]').fill(TEXT);
    await form.locator('[type=file]').setInputFiles(photo);
    await form.locator('[name=name]').fill(NAME);
    await form.locator('button').click();
    await page.waitForURL('**/product/slow-mug*#reviews');
    const text = await page.locator('.voices-list li').first().innerText();
    assert.match(text, /Wilhelmina waiting to be read by us/);
    assert.match(text, /With a photo/);
    const other = await stage.open({ javaScriptEnabled: false });
    await other.goto(stage.site.url + path);
    assert.doesNotMatch(await other.locator('main').innerText(), secret, 'nobody else sees it');
    await other.context().close();
    await page.context().close();
  });

  it('under a policy that forbids pictures from the page names the photo', async () => {
    stage.site.pages.set('/strict', {
      headers: { 'content-security-policy': "img-src 'self'; style-src 'self'; script-src 'self'" },
      body: `<!doctype html><html lang="en"><title>Shop</title><script type="module" src="/kit/auto.js"></script>
        <cue-review action="/reviews" product-id="p1" name="Mug" price="3" summary="none"></cue-review>`,
    });
    const page = await stage.open();
    await page.goto(`${stage.site.url}/strict`);
    await page.locator('cue-review [type=file]').setInputFiles(photo);
    await page.locator('[data-cue=chosen-photo]', { hasText: 'balcony.png' }).waitFor();
    assert.equal(await page.locator('[data-cue=chosen-photo] img').count(), 0);
    const { clipPath } = await page
      .locator('cue-review [type=radio]')
      .first()
      .evaluate((star) => ({ clipPath: getComputedStyle(star, '::before').clipPath }));
    assert.match(clipPath, /evenodd/, 'the stars need no picture');
    await page.context().close();
  });

  it('is among those that the page sums up, and the page’s data says no more than they', async () => {
    const { page } = await openForm();
    const { value, count } = summaryOf('slow-mug');
    await page.getByRole('img', { name: `${value} out of 5, ${count} reviews` }).waitFor();
    const sum = reviewsOf('slow-mug').reduce((total, { rating }) => total + rating, 0);
    assert.equal(value, Math.round((sum / count) * 10) / 10);
    await page.context().close();
  });
});
