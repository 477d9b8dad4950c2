import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chunksOf } from './built-kit.mjs';
import { htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const seed = `<script>
  localStorage.setItem('cuekit:wish:a', JSON.stringify({ v: 1, d: { product: { id: 'a', name: 'Teapot' }, wished: true, changedAt: Date.now() } }));
</script>`;

const stage = useStage({
  prepare: ({ site }) => {
    for (const mode of ['drawer', 'popover', 'inline'])
      site.pages.set(`/${mode}`, htmlPage(`${seed}<cue-wishlist mode="${mode}" lists share></cue-wishlist>`));
  },
});

const isPart = (path) => chunksOf('list-view').some((chunk) => path.endsWith(chunk));
const asked = () => stage.site.asked.filter(isPart).length;

/** As with the keyboard: the press comes with the focus, so the code gets no time. */
const press = (page) =>
  page.evaluate(() => {
    const badge = document.querySelector('cue-wishlist').shadowRoot.querySelector('.badge');
    badge.focus();
    badge.click();
  });
const focused = (page) =>
  page.evaluate(() => document.querySelector('cue-wishlist').shadowRoot.activeElement?.className ?? 'outside');

describe('the code of a wishlist’s list', () => {
  it('is not loaded by a page that shows its badge only', async () => {
    const before = asked();
    const page = await stage.open();
    await page.goto(`${stage.site.url}/drawer`, { waitUntil: 'networkidle' });
    await page.locator('cue-wishlist .badge').waitFor();
    assert.equal(asked(), before);
    await page.locator('cue-wishlist .badge').hover();
    for (let tries = 0; tries < 100 && asked() === before; tries++) await page.waitForTimeout(20);
    assert.equal(asked(), before + 1, 'a pointer over the badge is a hint');
    await page.context().close();
  });

  for (const mode of ['drawer', 'popover']) {
    it(`may be slow: the ${mode} opens whole, with the focus inside`, async () => {
      stage.site.slow = (path) => (isPart(path) ? 400 : 0);
      const page = await stage.open();
      await page.goto(`${stage.site.url}/${mode}`);
      await page.locator('cue-wishlist .badge').waitFor();
      await press(page);
      await page.locator('cue-wishlist li').waitFor();
      for (let tries = 0; tries < 100 && (await focused(page)) !== 'close'; tries++) await page.waitForTimeout(20);
      assert.equal(await focused(page), 'close');
      await page.keyboard.press('Escape');
      await page.locator('cue-wishlist li').waitFor({ state: 'detached' });
      assert.equal(await focused(page), 'root badge');
      stage.site.slow = () => 0;
      await page.context().close();
    });
  }

  it('may be missing: that is reported, the page goes on, and it is tried again when the shopper comes near', async () => {
    stage.site.broken = isPart;
    const page = await stage.open();
    const errors = [];
    const said = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.text().startsWith('[cuekit]') && said.push(message.text()));
    await page.goto(`${stage.site.url}/drawer`);
    await page.locator('cue-wishlist .badge').waitFor();
    await press(page);
    await page.locator('cue-wishlist .close').waitFor();
    assert.deepEqual(errors, []);
    assert.equal(said.length, 1);
    assert.match(said[0], /the list of <cue-wishlist> could not be loaded/);
    stage.site.broken = () => false;
    for (let tries = 0; tries < 100 && (await page.locator('cue-wishlist li').count()) === 0; tries++)
      for (const part of ['.title', '.close']) await page.locator(`cue-wishlist ${part}`).hover();
    assert.equal(await page.locator('cue-wishlist li').count(), 1);
    await page.context().close();
  });
});

describe('the code of its parts', () => {
  it('may be missing: the list is there without them', async () => {
    stage.site.broken = (path) => /\/(?:lists|share|changes)-part-/.test(path);
    const page = await stage.open();
    const errors = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${stage.site.url}/inline`, { waitUntil: 'networkidle' });
    await page.locator('cue-wishlist li .remove').click();
    await page.locator('cue-wishlist li .undo').waitFor();
    assert.deepEqual(errors, []);
    stage.site.broken = () => false;
    await page.context().close();
  });

  it('comes when it is wanted, and lists and sharing work in the build', async () => {
    const page = await stage.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${stage.site.url}/inline`);
    await page.locator('cue-wishlist .create').click();
    await page.locator('cue-wishlist .naming input').fill('Birthday');
    await page.keyboard.press('Enter');
    await page.locator('cue-wishlist .which').selectOption('');
    await page.locator('cue-wishlist .choosing').click();
    await page.locator('cue-wishlist .choice input').check();
    await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }));
    await page.locator('cue-wishlist .share').click();
    await page.locator('cue-wishlist .said').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await stage.open();
    await other.goto(link.replace('/inline', '/drawer'));
    await other.locator('cue-wishlist dialog h3').waitFor();
    assert.equal(await other.locator('cue-wishlist dialog li').count(), 1);
    await page.reload();
    await page.locator('cue-wishlist .which').waitFor();
    assert.deepEqual(await page.locator('cue-wishlist .which option').allInnerTexts(), [
      'All wishes (1)',
      'Birthday (1)',
    ]);
    await Promise.all([page.context().close(), other.context().close()]);
  });
});
