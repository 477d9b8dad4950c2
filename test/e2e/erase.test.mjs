import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { button, htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const policy =
  `default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; style-src 'nonce-n'; connect-src 'self'; img-src 'self';
  require-trusted-types-for 'script'`.replace(/\s+/g, ' ');

/** All is granted by the shop's default: then a tab that was not told would write again at once. */
const markup = `${button('p1', 'name="Teapot" price="9"')}<cue-recently-viewed product-id="p1" name="Teapot" price="9"></cue-recently-viewed>
  <cue-cart-progress free-shipping="75" currency="EUR"></cue-cart-progress><cue-preferences></cue-preferences>`;

const stage = useStage({
  // Playwright switches the back/forward cache off by itself.
  browser: { ignoreDefaultArgs: ['--disable-back-forward-cache'] },
  prepare({ site }) {
    const body = htmlPage(
      `<script type="application/json" data-cuekit>{"consent": "granted", "sinks": ["data-layer"]}</script>${markup}`,
    ).replaceAll('<script', '<script nonce="n"');
    site.pages.set('/', { body, headers: { 'content-security-policy': policy } });
    site.pages.set('/away', '<!doctype html><title>Away</title><p>Somewhere else</p>');
  },
});

const keys = (tab) => tab.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('cuekit:')));

/** A tab in which the shopper has wished for something and looked at it. */
async function openTab(context) {
  const tab = await context.newPage();
  const violations = [];
  await tab.exposeBinding('tellViolation', (_, violation) => violations.push(violation));
  await tab.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, sample }) =>
      globalThis.tellViolation(`${effectiveDirective} ${sample}`),
    ),
  );
  await tab.goto(stage.site.url);
  await tab.locator('cue-preferences .clear').waitFor();
  await tab.bringToFront();
  await tab.waitForFunction(() => localStorage.getItem('cuekit:personalization:viewed:p1'));
  const heart = tab.locator('cue-wishlist-button button');
  if ((await heart.getAttribute('aria-pressed')) !== 'true') await heart.click();
  await tab.locator('cue-wishlist-button button[aria-pressed=true]').waitFor();
  return { tab, violations };
}

async function clear(tab) {
  await tab.bringToFront();
  await tab.locator('cue-preferences .clear').click();
  await tab.locator('cue-preferences .confirm').click();
  await tab.locator('cue-preferences [role=status]', { hasText: 'Cleared' }).waitFor();
}

describe('a shopper who clears everything', () => {
  it('leaves no key, while a second tab is open, which lets go as well', async () => {
    const context = await stage.newContext();
    const [{ tab: first, violations }, { tab: second }] = [await openTab(context), await openTab(context)];
    assert.ok((await keys(first)).length >= 4, String(await keys(first)));
    await clear(first);
    await second.locator('cue-wishlist-button button[aria-pressed=false]').waitFor();
    await second.getByText('Nothing.').waitFor();
    // Longer than anything that would write again.
    await second.waitForTimeout(300);
    assert.deepEqual(await keys(first), []);
    assert.deepEqual(await keys(second), []);
    assert.deepEqual(violations, []);
    await context.close();
    console.log('erase: 0 keys left in two open tabs, 0 violations of a strict policy');
  });

  it('finds nothing brought back by a page that returns from the back/forward cache', async () => {
    const context = await stage.newContext();
    const { tab } = await openTab(context);
    await tab.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => {
        globalThis.cameBack = persisted;
      }),
    );
    await tab.goto(`${stage.site.url}/away`);
    const { tab: other } = await openTab(context);
    await clear(other);
    await other.close();
    await tab.bringToFront();
    // goBack() of Playwright waits for a navigation that a restored page does not make.
    await tab.evaluate(() => void setTimeout(() => history.back()));
    await tab.locator('cue-wishlist-button button[aria-pressed=false]').waitFor();
    assert.equal(await tab.evaluate(() => globalThis.cameBack), true, 'the page was loaded anew');
    await tab.waitForTimeout(300);
    assert.deepEqual(await keys(tab), []);
    await context.close();
    console.log('erase: 0 keys left after a return from the back/forward cache');
  });

  it('takes a copy along before, with every byte, under a strict policy', async () => {
    const context = await stage.newContext();
    const { tab, violations } = await openTab(context);
    const [download] = await Promise.all([tab.waitForEvent('download'), tab.locator('cue-preferences .copy').click()]);
    assert.match(download.suggestedFilename(), /^localhost-\d{4}-\d\d-\d\d\.json$/);
    const { data } = JSON.parse(await readFile(await download.path(), 'utf8'));
    const kept = await tab.evaluate(() =>
      Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('cuekit:'))),
    );
    const bytes = Object.entries(data).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    assert.deepEqual(Object.fromEntries(bytes), kept);
    assert.deepEqual(violations, []);
    await context.close();
  });
});
