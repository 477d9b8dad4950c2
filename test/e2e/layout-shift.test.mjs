import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { button, htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

/** Between one part of the kit and the next: each is painted by itself. */
const SLOW_MS = 60;

const stage = useStage({ site: { shop: createShop() } });

/** In the page, first of all: every shift, with what moved. */
function watchShifts() {
  globalThis.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      globalThis.shifts.push({
        value,
        hadRecentInput,
        moved: sources.map(({ node, previousRect, currentRect }) => ({
          node: node?.outerHTML?.slice(0, 80) ?? String(node?.nodeValue ?? node),
          from: [previousRect.x, previousRect.y, previousRect.width, previousRect.height].map(Math.round).join(),
          to: [currentRect.x, currentRect.y, currentRect.width, currentRect.height].map(Math.round).join(),
        })),
      });
  }).observe({ type: 'layout-shift', buffered: true });
}

async function shiftsOf(path, { viewport, seed } = {}) {
  const page = await stage.open({ viewport: viewport ?? { width: 1000, height: 800 } });
  if (seed) {
    stage.site.pages.set('/empty', '<!doctype html><title>Empty</title>');
    await page.goto(`${stage.site.url}/empty`);
    await page.evaluate(() => {
      const wish = { product: { id: 'p1', name: 'One' }, wished: true, changedAt: 1 };
      const keep = (key, d) => localStorage.setItem(`cuekit:${key}`, JSON.stringify({ v: 1, d }));
      keep('wish:p1', wish);
      keep('consent:personalization', { state: 'granted', changedAt: 1 });
      for (const id of ['v1', 'v2', 'v3'])
        keep(`personalization:viewed:${id}`, { product: { id, name: `Number ${id}`, url: '/x' }, viewedAt: 1 });
      const cart = { lines: [{ key: '1', product: { id: 'p1' }, quantity: 1 }], total: 62.5, currency: 'EUR', at: 1 };
      keep('personalization:cart:latest', cart);
    });
  }
  await page.addInitScript(watchShifts);
  // A form waits three seconds for its code, and a machine that does much else may take longer to bring it.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Animation.enable');
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 0.05 });
  const isCode = (asked) => asked.startsWith('/kit/') && !asked.endsWith('.css');
  let release;
  const painted = new Promise((resolve) => (release = resolve));
  stage.site.held = (asked) => (isCode(asked) ? painted : undefined);
  stage.site.slow = (asked) => (isCode(asked) ? SLOW_MS : 0);
  await page.goto(stage.site.url + path, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length);
  // What moves once the page's own type has come has been moved by the kit.
  await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()));
    for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    globalThis.shifts.length = 0;
    if (customElements.get('cue-wishlist-button')) throw new Error('the kit came before the page was painted');
  });
  release();
  await page.locator(':is(cue-wishlist-button, cue-wishlist) button').first().waitFor();
  await page.waitForFunction(() => !document.querySelector(':not(:defined)'));
  // Far below, nothing is suggested yet.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('cue-related')].every(
      (box) => box.suggestions || box.getBoundingClientRect().top > innerHeight + 400,
    ),
  );
  const shifts = await page.evaluate(async () => {
    await Promise.all([...document.querySelectorAll('*')].map(({ updateComplete }) => updateComplete));
    for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve, 80));
    return globalThis.shifts;
  });
  stage.site.slow = () => 0;
  stage.site.held = () => undefined;
  await page.context().close();
  return shifts;
}

const text = '<p>Some text that is long enough to stand on a line of its own, and more.</p>';
const embed = (link) =>
  htmlPage(
    `<h1>Teapot</h1>${text}<div>${button('p1', 'label="Save for later"')} and ${button('p2')} in a line</div>${text}
    <header><cue-wishlist mode="drawer"></cue-wishlist> <b>beside it</b> <cue-wishlist mode="popover"></cue-wishlist></header>${text}
    <cue-product product-id="p3" name="Three" price="3">${button('p3')}</cue-product>${text}`,
    { head: link },
  );

describe('layout shift', () => {
  it('is nought on a plain page with labels, badges and cards, however late the kit comes', async () => {
    stage.site.pages.set('/embedded', embed('<link rel="stylesheet" href="/cuekit.css">'));
    for (const viewport of [undefined, { width: 360, height: 740 }]) {
      const shifts = await shiftsOf('/embedded', { viewport, seed: true });
      assert.deepEqual(shifts, []);
    }
    console.log('layout shift: 0 on a plain page with labels, badges and wishes, at 1000 and 360 px');
  });

  it('is nought with the progress of the cart and what was viewed, known or not', async () => {
    stage.site.pages.set(
      '/shopping',
      htmlPage(
        `<h1>Teapot</h1>${text}<cue-cart-progress free-shipping="75" currency="EUR"></cue-cart-progress>${text}
        <cue-recently-viewed reserve><p slot="empty">Loved by others</p></cue-recently-viewed>${text}${button('p1')}
        <div style="height: 120vh"></div><cue-recently-viewed></cue-recently-viewed><footer>${text}</footer>`,
        { head: '<link rel="stylesheet" href="/cuekit.css">' },
      ),
    );
    for (const viewport of [undefined, { width: 360, height: 740 }])
      for (const seed of [true, false]) {
        const shifts = await shiftsOf('/shopping', { viewport, seed });
        assert.deepEqual(shifts, []);
      }
  });

  it('is nought with suggestions in view, whatever the shop has put into their place', async () => {
    const box = (more, inner = '') =>
      `<cue-related models="/related/manifest.json" product-id="SH-101-TOMATO" name="Mug" price="24" ${more}>${inner}</cue-related>${text}`;
    stage.site.pages.set(
      '/suggesting',
      htmlPage(
        `${button('p1')}${text}${box('', '<h2 slot="heading">You may also like</h2><div style="height: 500px">Ours</div>')}
        ${box('count="3" list-id="other" no-wishlist')}`,
        {
          head: '<link rel="stylesheet" href="/cuekit.css"><style>h2 { margin: 0; font: 600 20px/26px sans-serif; }</style>',
        },
      ),
    );
    for (const viewport of [undefined, { width: 360, height: 740 }])
      assert.deepEqual(await shiftsOf('/suggesting', { viewport }), []);
    console.log('layout shift: 0 with suggestions in view, at 1000 and 360 px');
  });

  it('is nought under an alert around the form of a shop that says whether its product can be had', async () => {
    for (const availability of ['InStock', 'OutOfStock']) {
      stage.site.pages.set(
        '/alert',
        htmlPage(
          `<h1>Teapot</h1><cue-stock-alert product-id="p1" name="Teapot" availability="${availability}"
            ><form action="/alerts" method="post"><label>Tell me <input type="email" name="email" required></label>
            <button>Tell me</button></form></cue-stock-alert>${text}${button('p1')}`,
          { head: '<link rel="stylesheet" href="/cuekit.css">' },
        ),
      );
      const shifts = await shiftsOf('/alert');
      assert.deepEqual(shifts, []);
    }
  });

  it('is nought around a shop’s form for reviews, and under what the shop’s data sums up', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: 'Teapot',
      sku: 'p1',
      aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.6, reviewCount: 128 },
    };
    stage.site.pages.set(
      '/reviews',
      htmlPage(
        `<h1>Teapot</h1><cue-review product-id="p1" name="Teapot"></cue-review>${text}
        <cue-review product-id="p1" name="Teapot" summary="none"><form action="/reviews" method="post">
        <label>Text <textarea name="text"></textarea></label> <button>Send</button></form></cue-review>${text}${button('p1')}`,
        {
          head: `<link rel="stylesheet" href="/cuekit.css"><script type="application/ld+json">${JSON.stringify(data)}</script>`,
        },
      ),
    );
    const shifts = await shiftsOf('/reviews');
    assert.deepEqual(shifts, []);
  });

  it('is nought around an incentive that can be had, and under one that only a cart shows', async () => {
    const incentives = [{ id: 'A', kind: 'discount', name: '10 % off', terms: 'On your first order', code: 'A10' }];
    stage.site.pages.set(
      '/offering',
      htmlPage(
        `<h1>Teapot</h1>${text}<cue-incentive incentive="A"></cue-incentive>${text}
        <cue-incentive mine incentive="A"></cue-incentive>${text}${button('p1')}`,
        {
          head: `<link rel="stylesheet" href="/cuekit.css"><script type="application/json" data-cuekit>${JSON.stringify({ incentives })}</script>`,
        },
      ),
    );
    for (const viewport of [undefined, { width: 360, height: 740 }])
      assert.deepEqual(await shiftsOf('/offering', { viewport }), []);
  });

  it('would be seen without the style sheet', async () => {
    stage.site.pages.set('/without', embed(''));
    const shifts = await shiftsOf('/without');
    assert.ok(shifts.length > 0, 'nothing moved');
  });

  for (const room of ['category', 'product', 'home', 'film', 'journal', 'account', 'privacy']) {
    it(`is nought on the demo's ${room} page`, async () => {
      const { categories, products } = await import('../../demo/catalog.mjs');
      const path = {
        category: `/category/${categories[0].slug}`,
        product: `/product/${products[0].slug}`,
        home: '/',
        film: '/product/lean-to-teapot',
        journal: '/journal/a-pot-is-a-slow-oven',
        account: '/account',
        privacy: '/privacy',
      }[room];
      for (const viewport of [undefined, { width: 360, height: 740 }]) {
        const shifts = await shiftsOf(path, { viewport });
        assert.deepEqual(shifts, []);
      }
      console.log(`layout shift: 0 on the demo's ${room} page, at 1000 and 360 px`);
    });
  }
});
