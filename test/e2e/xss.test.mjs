import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';
import { payloads } from './xss-payloads.mjs';

const stage = useStage();

const escape = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('\0', '&#0;');
/** JSON for a script element: a payload must come to us, not end the element before. */
const json = (data) => JSON.stringify(data).replaceAll('<', '\\u003c');

const texts = ['name', 'brand', 'category', 'variant', 'availability', 'sku', 'gtin', 'mpn', 'currency'];
const attributes = ['product-id', ...texts, 'price', 'list-price', 'url', 'image', 'label', 'count', 'lang', 'title'];
const itemprops = {
  name: 'name',
  brand: 'brand',
  category: 'category',
  color: 'variant',
  sku: 'sku',
  gtin: 'gtin',
  mpn: 'mpn',
};

/** A page without any policy, in which whatever runs a payload is noticed. */
async function openPage() {
  const page = await stage.open();
  const hits = [];
  await guard(page, hits);
  return { page, hits, close: () => page.context().close() };
}

async function guard(page, hits) {
  await page.exposeBinding('__xssTold', (_, what) => hits.push(what));
  await page.addInitScript(() => {
    globalThis.__xss = () => void globalThis.__xssTold(`ran in ${location.href.slice(0, 80)}`);
    globalThis.msgbox = globalThis.__xss;
  });
  page.on('dialog', (dialog) => {
    hits.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (/^(https?|wss?):/.test(request.url()) && new URL(request.url()).hostname !== 'localhost')
      hits.push(`asked for ${request.url()}`);
  });
}

/** In the page: presses every button by its inner button, opens the list, and looks at every address that got through. */
async function useEverything() {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  if (document.querySelector('cue-wishlist-button')) await customElements.whenDefined('cue-wishlist-button');
  await globalThis.done;
  const buttons = [...document.querySelectorAll('cue-wishlist-button')];
  await Promise.all(buttons.map(({ updateComplete }) => updateComplete));
  for (let tries = 0; tries < 50 && buttons.some((one) => !one.shadowRoot.querySelector('button')); tries++)
    await pause(20);
  let pressed = 0;
  addEventListener('cue-add-to-wishlist', () => pressed++, true);
  for (const one of buttons) {
    const inner = one.shadowRoot.querySelector('button');
    inner.dispatchEvent(new PointerEvent('pointerenter'));
    inner.focus();
    if (inner.getAttribute('aria-pressed') === 'false') inner.click();
  }
  await pause(100);
  // Only now: a list that is there would be rendered again at each press.
  for (const mode of ['inline', 'drawer']) {
    const list = document.createElement('cue-wishlist');
    list.setAttribute('mode', mode);
    document.body.append(list);
    await customElements.whenDefined('cue-wishlist');
    list.open = true;
    await list.updateComplete;
  }
  await pause(100);
  const lists = [...document.querySelectorAll('cue-wishlist')].map(({ shadowRoot }) => shadowRoot);
  const roots = [...buttons.map(({ shadowRoot }) => shadowRoot), ...lists];
  const addresses = roots.flatMap((root) =>
    [...root.querySelectorAll('[href],[src],[action],[formaction],[srcdoc]')].map(
      (one) => one.href ?? one.src ?? 'other',
    ),
  );
  const strange = roots.flatMap((root) =>
    [...root.querySelectorAll('*')].filter(
      (one) =>
        /^(script|iframe|object|embed|style|form|video|audio|foreignobject|base|meta)$/i.test(one.localName) ||
        one.getAttributeNames().some((name) => /^on|^style$|^srcdoc$/i.test(name)),
    ),
  );
  for (const root of lists)
    for (const link of root.querySelectorAll('a')) if (!/^https?:/.test(link.protocol)) link.click();
  await pause(150);
  return {
    buttons: buttons.length,
    pressed,
    rows: Math.max(0, ...lists.map((root) => root.querySelectorAll('li').length)),
    unsafe: addresses.filter((address) => address && !/^(https?|mailto|tel):/.test(address)),
    strange: strange.map((one) => one.outerHTML.slice(0, 120)),
    polluted: ['polluted', '0', 'id', 'name', 'push', 'sinks'].filter((key) => key in {}),
  };
}

/** Uses a page of elements and asserts that nothing ran. */
async function nothingRuns(name, body, options, minimum) {
  const path = `/${name.replaceAll(' ', '-')}`;
  stage.site.pages.set(path, htmlPage(body, options));
  const { page, hits, close } = await openPage();
  await page.goto(stage.site.url + path);
  const seen = await page.evaluate(useEverything);
  await close();
  assert.deepEqual(hits, []);
  assert.deepEqual(seen.unsafe, []);
  assert.deepEqual(seen.strange, []);
  assert.deepEqual(seen.polluted, []);
  assert.ok(seen.pressed >= minimum, `only ${seen.pressed} of ${seen.buttons} buttons could be pressed`);
  console.log(
    `XSS, ${name}: ${payloads.length} payloads, ${seen.pressed} presses, ${seen.rows} rows in the list, nothing ran`,
  );
}

describe(`${payloads.length} XSS payloads`, () => {
  it('are dangerous where text is taken for markup or an address', async () => {
    const { page, close } = await openPage();
    stage.site.pages.set('/control', '<!doctype html><title>Control</title><main></main>');
    await page.goto(`${stage.site.url}/control`);
    const dangerous = await page.evaluate(async (payloads) => {
      let ran = 0;
      globalThis.__xss = () => ran++;
      const bad = [];
      for (const payload of payloads) {
        const before = ran;
        const place = document.createElement('main');
        document.body.append(place);
        place.innerHTML = payload;
        place.insertAdjacentHTML('beforeend', `<p title="${payload}">`);
        const link = document.createElement('a');
        link.href = payload;
        if (link.protocol === 'javascript:') {
          place.append(link);
          link.click();
        }
        await new Promise((resolve) => setTimeout(resolve, 15));
        if (ran > before) bad.push(payload);
        place.remove();
      }
      return bad.length;
    }, payloads);
    await close();
    assert.ok(payloads.length >= 100 && dangerous >= 30, `${dangerous} of ${payloads.length} run anything`);
    console.log(
      `XSS, control: ${dangerous} of ${payloads.length} payloads run when written with innerHTML or as a link`,
    );
  });

  it('in every attribute run nothing', () =>
    nothingRuns(
      'in attributes',
      payloads
        .map((payload, index) => {
          const all = attributes.map((name) => `${name}="${escape(payload)}"`).join(' ');
          return (
            `<cue-wishlist-button ${all}></cue-wishlist-button>` +
            `<cue-wishlist-button ${all} product-id="b${index}" ></cue-wishlist-button>`.replace(
              `product-id="${escape(payload)}"`,
              '',
            ) +
            `<cue-product ${all}><cue-wishlist-button></cue-wishlist-button></cue-product>`
          );
        })
        .join(''),
      {},
      payloads.length,
    ));

  it('in every property run nothing', async () => {
    const fill = `<script type="module">
      const payloads = ${json(payloads)};
      document.body.append(document.createElement('cue-wishlist-button'), document.createElement('cue-wishlist'));
      let done;
      globalThis.done = new Promise((resolve) => (done = resolve));
      for (const tag of ['cue-wishlist-button', 'cue-wishlist']) await customElements.whenDefined(tag);
      for (const [index, payload] of payloads.entries()) {
        const button = document.createElement('cue-wishlist-button');
        button.setAttribute('product-id', 'p' + index);
        button.setAttribute('name', payload);
        Object.assign(button, { label: payload, count: payload, title: payload, lang: payload, textContent: index % 2 ? payload : '' });
        document.body.append(button);
        const list = document.createElement('cue-wishlist');
        Object.assign(list, { mode: payload, open: index % 2 ? payload : false, lang: payload, dir: payload });
        document.body.append(list);
        await list.updateComplete;
        list.remove();
      }
      done();
    </script>`;
    await nothingRuns('in properties', fill, {}, payloads.length - 2);
  });

  it('in every string of the JSON configuration run nothing', async () => {
    const blocks = payloads.flatMap((payload) => [
      {
        consent: payload,
        sinks: [payload, { sink: payload }, { sink: 'data-layer', dataLayer: payload, format: payload }],
      },
      { [payload]: payload, consent: { [payload]: payload, analytics: payload } },
      payload,
    ]);
    const body = blocks.map((block) => `<script type="application/json" data-cuekit>${json(block)}</script>`).join('');
    const more = payloads.map(
      (payload) => `<script type="application/json" data-cuekit>${payload.replaceAll('<', ' ')}</script>`,
    );
    const button = '<cue-wishlist-button product-id="p1" name="A" price="1"></cue-wishlist-button>';
    await nothingRuns('in the configuration', body + more.join('') + button, {}, 1);
  });

  it('in every string of JSON-LD run nothing', async () => {
    const products = payloads.map((payload, index) => ({
      '@type': 'Product',
      url: `/product/${index}`,
      ...Object.fromEntries(Object.keys(itemprops).map((key) => [key, payload])),
      productID: payload,
      description: payload,
      image: [payload],
      size: payload,
      offers: {
        '@type': 'Offer',
        price: index % 2 ? '12.5' : payload,
        priceCurrency: payload,
        availability: payload,
        url: payload,
      },
      [payload]: payload,
    }));
    const list = { '@context': 'https://schema.org', '@type': 'ItemList', itemListElement: products };
    const cards = payloads.map(
      (_, index) =>
        `<li class="card"><a href="/product/${index}">Product</a><img alt=""><cue-wishlist-button></cue-wishlist-button></li>`,
    );
    const head = `<script type="application/ld+json">${json(list)}</script>`;
    await nothingRuns('in JSON-LD', `<ul>${cards.join('')}</ul>`, { head }, payloads.length / 2);
  });

  it('in every property of microdata run nothing', () =>
    nothingRuns(
      'in microdata',
      payloads
        .map((payload) => {
          const value = escape(payload);
          const metas = Object.keys(itemprops).map((prop) => `<meta itemprop="${prop}" content="${value}">`);
          return `<div itemscope itemtype="https://schema.org/Product">${metas.join('')}<link itemprop="url" href="${value}"><link
            itemprop="image" href="${value}"><div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="price"
            content="12.5"><meta itemprop="priceCurrency" content="${value}"><link itemprop="availability" href="${value}"></div>
            <cue-wishlist-button></cue-wishlist-button></div>`;
        })
        .join(''),
      {},
      payloads.length / 2,
    ));

  it('as what a product page says of itself run nothing', async () => {
    const properties = ['og:title', 'og:image', 'og:description', 'og:brand', 'product:brand'];
    const more = ['product:retailer_item_id', 'product:availability', 'product:category', 'og:site_name'];
    payloads.forEach((payload, index) => {
      const value = escape(payload);
      const metas = [...properties, ...more]
        .map((property) => `<meta property="${property}" content="${value}">`)
        .join('');
      const main = {
        '@context': 'https://schema.org',
        '@type': 'Product',
        name: payload,
        sku: payload,
        image: payload,
      };
      const offers = { '@type': 'Offer', price: 12.5, priceCurrency: 'EUR', availability: payload };
      const head =
        index % 2
          ? `<meta property="og:type" content="product"><meta property="product:price:amount" content="12.5"><meta property="product:price:currency" content="EUR">${metas}`
          : `<script type="application/ld+json">${json({ ...main, brand: { name: payload }, offers })}</script>`;
      stage.site.pages.set(
        `/main-${index}`,
        htmlPage(`<h1>${value}</h1><cue-wishlist-button></cue-wishlist-button>`, { head }).replace(
          '<title>Shop',
          `<title>${value}`,
        ),
      );
    });
    const { page, hits, close } = await openPage();
    let pressed = 0;
    const none = [];
    let next = 0;
    async function work() {
      const tab = await page.context().newPage();
      await guard(tab, hits);
      while (next < payloads.length) {
        await tab.goto(`${stage.site.url}/main-${next++}`, { waitUntil: 'domcontentloaded' });
        const ok = await tab.evaluate(async () => {
          await customElements.whenDefined('cue-wishlist-button');
          const button = document.querySelector('cue-wishlist-button');
          await button.updateComplete;
          const inner = button.shadowRoot.querySelector('button');
          // Of two payloads that differ in their blanks only, the second is the first one's product again.
          const told = new Promise((resolve) => {
            for (const fact of ['cue-add-to-wishlist', 'cue-remove-from-wishlist'])
              addEventListener(fact, () => resolve(1), true);
          });
          const none = new Promise((resolve) => {
            new MutationObserver(() => inner.disabled && resolve(0)).observe(inner, { attributes: true });
            if (inner.disabled) resolve(0);
          });
          inner.click();
          return Promise.race([told, none, new Promise((resolve) => setTimeout(() => resolve(0), 5000))]);
        });
        pressed += ok;
        if (!ok) none.push(tab.url().split('-').pop());
      }
      await tab.close();
    }
    await Promise.all([work(), work(), work()]);
    stage.site.pages.set('/all', htmlPage(''));
    await page.goto(`${stage.site.url}/all`);
    const seen = await page.evaluate(useEverything);
    await close();
    assert.deepEqual(hits, []);
    assert.deepEqual(seen.unsafe, []);
    assert.deepEqual(seen.strange, []);
    assert.ok(pressed >= payloads.length / 2, `only ${pressed} pages had a product: ${none}`);
    console.log(
      `XSS, in JSON-LD and Open Graph of product pages: ${payloads.length} pages, ${pressed} presses, nothing ran`,
    );
  });

  it('in what this browser kept run nothing', async () => {
    const path = '/stored';
    stage.site.pages.set('/empty', '<!doctype html><title>Empty</title>');
    stage.site.pages.set(path, htmlPage(''));
    const { page, hits, close } = await openPage();
    await page.goto(`${stage.site.url}/empty`);
    await page.evaluate(
      ({ payloads, texts }) => {
        payloads.forEach((payload, index) => {
          const fields = Object.fromEntries([...texts, 'url', 'image'].map((field) => [field, payload]));
          const product = { ...fields, id: `p${index}`, price: 1, listPrice: 2 };
          const wish = { product, wished: true, changedAt: index };
          localStorage.setItem(`cuekit:wish:p${index}`, JSON.stringify({ v: 1, d: wish }));
          localStorage.setItem(
            `cuekit:wish:${payload}`,
            JSON.stringify({ v: 1, d: { ...wish, product: { ...product, id: payload } } }),
          );
          localStorage.setItem(`cuekit:consent:${payload}`, payload);
        });
        localStorage.setItem(
          'cuekit:wish:polluted',
          '{"v":1,"d":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"product":{"id":"polluted","__proto__":{"polluted":1}},"wished":true,"changedAt":1}}',
        );
      },
      { payloads, texts },
    );
    await page.goto(stage.site.url + path);
    const seen = await page.evaluate(useEverything).catch((error) => assert.fail(error));
    await close();
    assert.deepEqual(hits, []);
    assert.deepEqual(seen.unsafe, []);
    assert.deepEqual(seen.strange, []);
    assert.deepEqual(seen.polluted, []);
    assert.ok(seen.rows >= payloads.length, `the list has ${seen.rows} rows`);
    console.log(`XSS, in stored wishes: ${payloads.length} payloads, ${seen.rows} rows in the list, nothing ran`);
  });
});
