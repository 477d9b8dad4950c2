import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'vite';
import { createShop } from '../../demo/server.mjs';
import { root } from './built-kit.mjs';
import { button, htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const strict =
  "default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; style-src 'nonce-n'; connect-src 'self'; img-src 'self'";

/** A Lit that is not ours. */
async function hostLit() {
  const [{ output }] = await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry: join(root, 'test/e2e/host-lit.js'), formats: ['es'], fileName: 'host-lit' } },
  });
  return output[0].code;
}

const stage = useStage({
  site: { shop: createShop({ csp: true, records: true }) },
  prepare: async ({ site }) => site.pages.set('/host-lit.js', { type: 'text/javascript', body: await hostLit() }),
});

/** A page whose violations, errors and words of ours are collected from its first moment. */
async function openPage() {
  const context = await stage.newContext();
  const page = await context.newPage();
  const said = [];
  const errors = [];
  const violations = [];
  page.on('console', (message) => message.text().startsWith('[cuekit]') && said.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.exposeBinding('tellViolation', (_, violation) => violations.push(violation));
  await page.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) =>
        globalThis.tellViolation({
          effectiveDirective,
          blockedURI,
          sample,
          sourceFile,
          lineNumber,
          page: location.pathname,
        }),
      true,
    );
  });
  return { page, said, errors, violations, close: () => context.close() };
}

describe('the demo storefront under a strict policy', () => {
  it('runs without one violation, from home to cart and through the wishlist', async () => {
    const { page, errors, violations, close } = await openPage();
    const pressed = page.locator('cue-wishlist-button button[aria-pressed=true]');
    const first = page.locator('main cue-wishlist-button button').first();
    const response = await page.goto(stage.site.url);
    assert.match(response.headers()['content-security-policy'], /require-trusted-types-for 'script'/);
    await page.locator('main a[href*="/category/"], nav a[href*="/category/"]').first().click();
    await page.waitForURL('**/category/**');
    await first.click();
    await pressed.first().waitFor();
    await page.locator('main a[href*="/product/"]').first().click();
    await page.waitForURL('**/product/**');
    const onProduct = page.locator('main cue-wishlist-button button').first();
    await onProduct.waitFor();
    if ((await onProduct.getAttribute('aria-pressed')) === 'false') await onProduct.click();
    await pressed.first().waitFor();
    await page.locator('cue-wishlist .badge').first().click();
    const drawer = page.locator('cue-wishlist dialog[open]');
    await drawer.waitFor();
    await drawer.locator('.remove').first().click();
    await drawer.locator('.undo').first().click();
    await drawer.locator('.remove').first().waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
    const add = page.locator('main form[action="/cart/add"] button').first();
    await add.click();
    await page.goto(`${stage.site.url}/cart`);
    for (const path of [
      '/search?q=tea',
      '/wishlist',
      '/account',
      '/checkout',
      '/journal',
      '/embed/cue-wishlist-button.html',
    ])
      await page.goto(stage.site.url + path);
    assert.deepEqual(violations, []);
    assert.deepEqual(errors, []);
    await close();
    console.log(
      'strict CSP with Trusted Types: the demo was walked through, wish, drawer, removal and undo, 0 violations',
    );
  });
});

const trusted = `${strict}; require-trusted-types-for 'script'`;
/** name → [policy, whether a Lit of the host's is there first, whether Lit is refused its own policy] */
const matrix = {
  'no policy at all': ['', false, false],
  'strict, without Trusted Types': [strict, false, false],
  'required only': [trusted, false, false],
  'required only, the host has a Lit': [trusted, true, false],
  'trusted-types lit-html': [`${trusted}; trusted-types lit-html`, false, false],
  'trusted-types lit-html, the host has a Lit': [`${trusted}; trusted-types lit-html`, true, true],
  "trusted-types lit-html 'allow-duplicates', the host has a Lit": [
    `${trusted}; trusted-types lit-html 'allow-duplicates'`,
    true,
    false,
  ],
  "trusted-types 'none'": [`${trusted}; trusted-types 'none'`, false, true],
  'trusted-types dompurify': [`${trusted}; trusted-types dompurify`, false, true],
};

describe('Trusted Types', () => {
  let number = 0;
  for (const [name, [policy, withLit, refused]] of Object.entries(matrix)) {
    it(`${name}: elements, events and store work`, async () => {
      const path = `/policy-${number++}`;
      stage.site.pages.set(path, {
        type: 'text/html',
        headers: policy ? { 'content-security-policy': policy } : {},
        body: htmlPage(
          `${withLit ? '<host-hello></host-hello>' : ''}<cue-wishlist mode="drawer"></cue-wishlist>${button(
            'p1',
            'url="/product/1" image="/picture.svg" list-price="20" label="Save"',
          )}<cue-wishlist-button product-id="p2" name="Two" price="3"></cue-wishlist-button>
          <script type="application/json" nonce="n" data-cuekit>{"consent":"granted","sinks":["data-layer"]}</script>`,
          {
            nonce: 'n',
            head: withLit ? '<script type="module" nonce="n" src="/host-lit.js"></script>' : '',
          },
        ),
      });
      const { page, said, errors, violations, close } = await openPage();
      await page.goto(stage.site.url + path);
      if (withLit) await page.locator('host-hello b').waitFor();
      await page.locator('[product-id=p1] button').click();
      await page.locator('[product-id=p2] button').click();
      await page.locator('cue-wishlist .badge').click();
      await page.locator('cue-wishlist dialog[open] li').nth(1).waitFor();
      await page.locator('cue-wishlist li[data-id=p1] .remove').click();
      await page.locator('cue-wishlist li[data-id=p1] .undo').click();
      await page.locator('cue-wishlist li[data-id=p1] .remove').waitFor();
      const seen = await page.evaluate(() => ({
        names: globalThis.dataLayer.filter(({ event }) => event).map(({ event }) => event),
        stored: Object.keys(localStorage).filter((key) => key.startsWith('cuekit:wish:')).length,
        link: document.querySelector('cue-wishlist').shadowRoot.querySelector('li[data-id=p1] a')?.getAttribute('href'),
        picture: document.querySelector('cue-wishlist').shadowRoot.querySelector('li[data-id=p1] img')?.naturalWidth,
        label: document.querySelector('cue-wishlist-button').shadowRoot.querySelector('button').innerText.trim(),
      }));
      await close();
      assert.deepEqual(seen.names, ['add_to_wishlist', 'add_to_wishlist', 'remove_from_wishlist', 'add_to_wishlist']);
      assert.equal(seen.stored, 2);
      assert.equal(seen.link, `${stage.site.url}/product/1`);
      assert.equal(seen.picture, 72);
      assert.equal(seen.label, 'Save');
      assert.deepEqual(errors, []);
      if (refused) {
        // The browser tells of the refusal of the policy itself: once, and of nothing else.
        assert.deepEqual(
          violations.map(({ effectiveDirective }) => effectiveDirective),
          ['trusted-types'],
        );
        assert.equal(said.length, 1, said.join('\n'));
        assert.match(said[0], /Trusted Types/);
      } else {
        assert.deepEqual(violations, []);
        assert.deepEqual(said, []);
      }
      console.log(
        `policy “${name}”: wish, list, removal and undo work, ${violations.length} violations, ${said.length} messages`,
      );
    });
  }
});
