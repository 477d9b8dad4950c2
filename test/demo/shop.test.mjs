// @ts-check
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { categories, products } from '../../demo/catalog.mjs';
import { createShop } from '../../demo/server.mjs';

/** @typedef {{ status: number, headers: Headers, text: string }} Answer */

/** A browser without JavaScript: keeps cookies, follows nothing by itself. @param {string} base */
function visitor(base) {
  /** @type {Map<string, string>} */
  const cookies = new Map();
  /** @param {string} path @param {RequestInit} [init] @returns {Promise<Answer>} */
  async function ask(path, init = {}) {
    const headers = new Headers(init.headers);
    headers.set('Cookie', [...cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(base + path, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) cookies.set(name, value);
    }
    return { status: response.status, headers: response.headers, text: await response.text() };
  }
  return {
    get: (/** @type {string} */ path, /** @type {Record<string, string>} */ headers = {}) => ask(path, { headers }),
    post: (
      /** @type {string} */ path,
      /** @type {Record<string, string>} */ fields,
      /** @type {Record<string, string>} */ headers = {},
    ) => ask(path, { method: 'POST', headers, body: new URLSearchParams(fields) }),
  };
}

/** @param {string} html @returns {any[]} */
const structuredData = (html) =>
  [...html.matchAll(/<script type="application\/ld\+json"[^>]*>([^]*?)<\/script>/g)].map((match) =>
    JSON.parse(match[1] ?? ''),
  );

const pages = [
  '/',
  ...categories.map((category) => `/category/${category.slug}`),
  ...products.map((product) => `/product/${product.slug}`),
  '/search?q=linen',
  '/search?q=nothing-like-it',
  '/cart',
  '/account',
  '/wishlist',
  '/journal/a-pot-is-a-slow-oven',
  '/privacy',
  '/no-such-page',
];

/** @type {import('node:http').Server} */
let server;
let base = '';

before(async () => {
  const shop = createShop({ csp: true });
  server = createServer((request, response) => shop(request, response, () => response.writeHead(404).end()));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  base = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
});

after(() => {
  server.closeAllConnections();
  server.close();
});

describe('the basket, with JavaScript switched off', () => {
  it('takes a product, shows it, changes its amount and gives it back', async () => {
    const shopper = visitor(base);
    const added = await shopper.post('/cart/add', { slug: 'slow-mug', variant: 'ink', quantity: '2' });
    assert.equal(added.status, 303);
    assert.equal(added.headers.get('location'), '/cart');
    assert.match(added.headers.get('set-cookie') ?? '', /sid=.+HttpOnly; SameSite=Lax/);

    const cart = await shopper.get('/cart');
    assert.match(cart.text, /Slow Mug, Ink is in your basket/);
    assert.match(cart.text, /€48\.00/);
    assert.match(cart.text, /data-cart-count[^>]*>2</);
    assert.doesNotMatch((await shopper.get('/cart')).text, /Ink is in your basket/, 'the notice is said once');

    await shopper.post('/cart/update', { key: 'slow-mug.ink', quantity: '3' });
    assert.match((await shopper.get('/cart')).text, /€72\.00/);

    await shopper.post('/cart/remove', { key: 'slow-mug.ink' });
    assert.match((await shopper.get('/cart')).text, /An empty basket/);
  });

  it('belongs to one visitor only', async () => {
    await visitor(base).post('/cart/add', { slug: 'salt-dish' });
    assert.match((await visitor(base).get('/cart')).text, /An empty basket/);
  });

  for (const [situation, fields, status, words] of /** @type {[string, Record<string, string>, number, RegExp][]} */ ([
    ['a product that the shop does not know', { slug: 'flying-carpet' }, 404, /do not know that product/],
    ['no product at all', {}, 404, /do not know that product/],
    ['a colour that was not chosen', { slug: 'slow-mug' }, 422, /choose a colour/],
    ['something sold out', { slug: 'slow-mug', variant: 'moss' }, 409, /sold out/],
    ['an amount of nought', { slug: 'salt-dish', quantity: '0' }, 422, /whole number/],
    ['an amount below nought', { slug: 'salt-dish', quantity: '-1' }, 422, /whole number/],
    ['half a dish', { slug: 'salt-dish', quantity: '0.5' }, 422, /whole number/],
    ['more than there are', { slug: 'salt-dish', quantity: '1000000' }, 422, /whole number/],
    ['an amount in words', { slug: 'salt-dish', quantity: 'many' }, 422, /whole number/],
    ['a name of JavaScript’s own', { slug: '__proto__' }, 404, /do not know that product/],
  ]))
    it(`refuses ${situation} and says so`, async () => {
      const shopper = visitor(base);
      const answer = await shopper.post('/cart/add', fields);
      assert.equal(answer.status, status);
      assert.match(answer.text, words);
      assert.match((await shopper.get('/cart')).text, /An empty basket/);
    });

  it('never holds more than twelve of a thing', async () => {
    const shopper = visitor(base);
    for (let round = 0; round < 3; round++) await shopper.post('/cart/add', { slug: 'salt-dish', quantity: '5' });
    const { lines } = JSON.parse((await shopper.get('/cart', { Accept: 'application/json' })).text);
    assert.equal(lines[0].quantity, 12);
  });

  it('refuses a form that another site has sent', async () => {
    const answer = await visitor(base).post(
      '/cart/add',
      { slug: 'salt-dish' },
      { Origin: 'https://elsewhere.example' },
    );
    assert.equal(answer.status, 403);
  });

  it('leads through the till to an order', async () => {
    const shopper = visitor(base);
    await shopper.post('/cart/add', { slug: 'big-salad-bowl' });
    const wrong = await shopper.post('/checkout', {
      email: 'no',
      name: '<b>Lies</b>',
      street: '',
      postcode: '9',
      city: '',
      country: 'XX',
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /5 things are not right yet/);
    assert.match(wrong.text, /value="&lt;b&gt;Lies&lt;\/b&gt;"/, 'what was typed stays, and stays text');

    const placed = await shopper.post('/checkout', {
      ...{ email: 'lies@example.com', name: 'Lies Verbeke', street: 'Oude Houtlei 118' },
      ...{ postcode: '9000', city: 'Ghent', country: 'BE' },
    });
    assert.equal(placed.status, 303);
    const thanks = await shopper.get(placed.headers.get('location') ?? '');
    assert.equal(thanks.status, 200);
    assert.match(thanks.text, /Thank you, Lies\./);
    assert.match(thanks.text, /€63\.90/, 'with delivery');
    assert.match((await shopper.get('/cart')).text, /An empty basket/);
    assert.equal(
      (await visitor(base).get(placed.headers.get('location') ?? '')).status,
      303,
      'nobody else sees the order',
    );
  });
});

describe('the basket, for a script', () => {
  const asJson = { Accept: 'application/json' };

  it('answers with what it holds', async () => {
    const shopper = visitor(base);
    const answer = await shopper.post('/cart/add', { slug: 'weeknight-pan', variant: '28' }, asJson);
    assert.equal(answer.status, 200);
    const cart = JSON.parse(answer.text);
    assert.equal(cart.count, 1);
    assert.equal(cart.total, 74.9);
    assert.equal(cart.lines[0].price, 69);
  });

  it('answers a refusal with its reason', async () => {
    const answer = await visitor(base).post('/cart/add', { slug: 'flying-carpet' }, asJson);
    assert.ok(answer.status >= 400);
    assert.match(JSON.parse(answer.text).error, /do not know that product/);
  });
});

describe('the account', () => {
  it('is made, left and found again, with its orders', async () => {
    const shopper = visitor(base);
    const who = { name: 'Lies', email: 'lies@example.com', password: 'long enough' };
    assert.equal((await shopper.post('/account/sign-up', who)).status, 303);
    assert.match((await shopper.get('/account')).text, /Hello, Lies/);
    await shopper.post('/account/sign-out', {});
    assert.doesNotMatch((await shopper.get('/account')).text, /Hello/);
    assert.equal((await shopper.post('/account/sign-in', { ...who, password: 'something else' })).status, 422);
    assert.equal((await shopper.post('/account/sign-in', who)).status, 303);
    assert.equal((await visitor(base).post('/account/sign-up', who)).status, 422, 'an address has one account');
  });
});

describe('making an account', () => {
  const who = { name: 'An', password: 'long enough' };

  it('answers a script with where to go, and a page without one with the account', async () => {
    const [script, person] = [visitor(base), visitor(base)];
    const answer = await script.post(
      '/account/sign-up',
      { ...who, email: 'an@example.com' },
      { Accept: 'application/json' },
    );
    assert.deepEqual([answer.status, JSON.parse(answer.text).redirect], [200, '/account']);
    assert.match((await script.get('/account')).text, /Hello, An/);
    const led = await person.post('/account/sign-up', { ...who, email: 'person@example.com' });
    assert.deepEqual([led.status, led.headers.get('location')], [303, '/account']);
  });

  it('can be made to go wrong in each way, by hand', async () => {
    const shopper = visitor(base);
    const make = (/** @type {string} */ email, headers = { Accept: 'application/json' }) =>
      shopper.post('/account/sign-up', { ...who, email }, headers);
    for (const [address, status, code] of /** @type {[string, number, string][]} */ ([
      ['already@example.com', 422, 'already'],
      ['confirm@example.com', 202, 'pending'],
      ['refuse@example.com', 422, 'refused'],
      ['busy@example.com', 429, 'busy'],
    ])) {
      const answer = await make(address);
      assert.deepEqual([answer.status, JSON.parse(answer.text).status], [status, code], address);
    }
    await assert.rejects(make('drop@example.com'));
    const page = await make('refuse@example.com', { Accept: 'text/html' });
    assert.match(page.text, /role="alert">Letters to that address come back to us/);
    assert.match(page.text, /value="refuse@example\.com"/, 'what was typed stays');
    assert.doesNotMatch((await shopper.get('/account')).text, /Hello/);
  });
});

describe('another language', () => {
  it('is kept, brings its direction, and leaves to the widgets what they say', async () => {
    const shopper = visitor(base);
    const html = (/** @type {string} */ text) => /<html lang="(\w+)" dir="(\w+)"/.exec(text)?.slice(1).join(' ');
    const english = (await shopper.get('/')).text;
    assert.equal(html(english), 'en ltr');
    assert.match(english, /See the basket/);
    assert.equal(html((await shopper.get('/cart?lang=ar')).text), 'ar rtl');
    const arabic = (await shopper.get('/')).text;
    assert.equal(html(arabic), 'ar rtl');
    assert.doesNotMatch(arabic, /See the basket/);
    assert.equal(html((await shopper.get('/?lang=de')).text), 'de ltr');
    const german = (await shopper.get('/')).text;
    assert.equal(html(german), 'de ltr');
    assert.match(german, /Die Widgets sprechen Deutsch/);
    for (const nonsense of ['xx', '"><b>', 'constructor'])
      assert.equal(html((await shopper.get(`/?lang=${encodeURIComponent(nonsense)}`)).text), 'de ltr', nonsense);
    const answer = await shopper.post('/newsletter', { email: 'busy@example.com' }, { Accept: 'application/json' });
    assert.deepEqual(JSON.parse(answer.text), { status: 'busy' });
    assert.equal(html((await visitor(base).get('/')).text), 'en ltr', 'it is one visitor’s');
  });
});

describe('a review', () => {
  const written = { rating: '4', text: 'Kept my tea warm.', name: 'Lies', photo: '' };

  it('waits to be read, for its writer alone, and changes no sum', async () => {
    const shopper = visitor(base);
    const { sku, slug } = products[0] ?? assert.fail('there are no products');
    const before = structuredData((await shopper.get(`/product/${slug}`)).text)[0].aggregateRating;
    const sent = await shopper.post('/reviews', { ...written, product: sku, text: '<b>Warm</b>, really.' });
    assert.deepEqual([sent.status, sent.headers.get('location')], [303, `/product/${slug}#reviews`]);
    const { text } = await shopper.get(`/product/${slug}`);
    assert.match(text, /waiting to be read by us/);
    assert.match(text, /&lt;b&gt;Warm&lt;\/b&gt;, really\./, 'what was written stays text');
    assert.deepEqual(structuredData(text)[0].aggregateRating, before);
    assert.doesNotMatch((await visitor(base).get(`/product/${slug}`)).text, /waiting to be read by us/);
  });

  for (const [situation, fields, status, words] of /** @type {[string, Record<string, string>, number, RegExp][]} */ ([
    ['of what the shop does not know', { product: 'x' }, 404, /do not know that product/],
    ['with six stars', { rating: '6' }, 422, /from one to five/],
    ['without a text', { text: '  ' }, 422, /ten letters/],
    ['by nobody', { name: '' }, 422, /call you/],
    ['that comes too often', { name: 'Busy' }, 429, /in a minute/],
    ['that is the second', { name: 'Already' }, 409, /already/],
  ]))
    it(`${situation} is refused, in words`, async () => {
      const { sku } = products[0] ?? assert.fail('there are no products');
      const answer = await visitor(base).post('/reviews', { ...written, product: sku, ...fields });
      assert.equal(answer.status, status);
      assert.match(answer.text, words);
    });
});

describe('every page', () => {
  it('has a title, a description, a canonical address and a heading', async () => {
    for (const page of pages) {
      const { text } = await visitor(base).get(page);
      assert.match(text, /<title>[^<]+<\/title>/, page);
      assert.match(text, /<meta name="description" content="[^"]+"/, page);
      assert.match(text, /<link rel="canonical" href="http[^"]+"/, page);
      assert.match(text, /<meta property="og:image" content="http[^"]+"/, page);
      assert.equal(text.match(/<h1[ >]/g)?.length, 1, `${page} has one h1`);
    }
  });

  it('keeps its headings in order', async () => {
    for (const page of pages) {
      const { text } = await visitor(base).get(page);
      const levels = [...text.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
      levels.forEach((level, at) =>
        assert.ok(level <= (levels[at - 1] ?? 0) + 1, `${page}: h${level} after h${levels[at - 1]}`),
      );
    }
  });

  it('runs under a strict policy: nonces everywhere, no inline style, no inline handler, no data address', async () => {
    const seen = new Set();
    for (const page of pages) {
      const { headers, text } = await visitor(base).get(page);
      const nonce = /'nonce-([^']+)' 'strict-dynamic'/.exec(headers.get('content-security-policy') ?? '')?.[1] ?? '';
      assert.ok(nonce.length >= 22, page);
      assert.ok(!seen.has(nonce), 'a nonce is used once');
      seen.add(nonce);
      for (const [tag] of text.matchAll(/<(?:script|style|link rel="stylesheet")[^>]*>/g))
        assert.ok(tag.includes(`nonce="${nonce}"`), `${page}: ${tag}`);
      assert.doesNotMatch(text, /<[^>]*\sstyle=/, page);
      assert.doesNotMatch(text, /<[^>]*\son[a-z]+=/, page);
      assert.doesNotMatch(text, /["'(]data:|javascript:/, page);
    }
  });

  it('links to nothing that is not there', async () => {
    const shopper = visitor(base);
    const found = new Set(['/']);
    for (const path of found) {
      const { status, headers, text } = await shopper.get(path);
      assert.ok(status === 200 || (status === 303 && path === '/checkout'), `${path} answers ${status}`);
      if (!(headers.get('content-type') ?? '').startsWith('text/html')) continue;
      for (const [, address = ''] of text.matchAll(
        /(?:href|src|action|data-picture|data-detail|data-table)="(\/[^"#]*)/g,
      )) {
        const link = address.replaceAll('&amp;', '&');
        // Forms are posted to, the kit is served by others, and the switches would go on for ever.
        if (/^\/(cart|account)\/|^\/(day|newsletter|alerts|reviews)$|^\/kit\/|^\/@|[?&](theme|dir|lang)=/.test(link))
          continue;
        found.add(link);
      }
    }
    assert.ok(found.size > 200, `only ${found.size} addresses found`);
  });

  it('shows what was searched for as text', async () => {
    for (const payload of [
      '"><script>alert(1)</script>',
      "'><img src=x onerror=alert(1)>",
      '</title><svg/onload=alert(1)>',
      '</script><script>alert(1)</script>',
    ]) {
      const { text } = await visitor(base).get(`/search?q=${encodeURIComponent(payload)}`);
      assert.ok(!text.includes(payload));
      assert.doesNotMatch(text, /<script>alert|<img src=x|<svg\/onload/);
    }
  });
});

describe('structured data', () => {
  it('can be read on every page', async () => {
    for (const page of pages) structuredData((await visitor(base).get(page)).text);
  });

  it('says one product on a product page: the one that is sold there', async () => {
    for (const product of products) {
      const found = structuredData((await visitor(base).get(`/product/${product.slug}`)).text).filter((data) =>
        /^Product/.test(data['@type']),
      );
      assert.equal(found.length, 1, product.slug);
      const offers = found[0].hasVariant?.map((/** @type {any} */ variant) => variant.offers) ?? [found[0].offers];
      assert.equal(found[0].name, product.name);
      assert.ok(
        offers.some((/** @type {any} */ offer) => Number(offer.price) === product.price),
        product.slug,
      );
    }
  });

  it('tells the variant that is shown', async () => {
    const { text } = await visitor(base).get('/product/weeknight-pan?variant=28');
    const [pan] = structuredData(text).filter((data) => data['@type'] === 'Product');
    assert.equal(pan.offers.price, '69.00');
    assert.equal(pan.sku, 'SH-116-28');
  });

  it('puts a product into the journal, which is no product page', async () => {
    const found = structuredData((await visitor(base).get('/journal/a-pot-is-a-slow-oven')).text).map(
      (data) => data['@type'],
    );
    assert.ok(found.includes('Article') && found.includes('ProductGroup'));
  });

  it('gives every product and variant a number of its own with a right check digit', () => {
    const numbers = products.flatMap((product) => [product.gtin, ...product.variants.map((variant) => variant.gtin)]);
    assert.equal(new Set(numbers).size, numbers.length);
    for (const number of numbers) {
      const total = [...number].reduce((sum, digit, at) => sum + Number(digit) * (at % 2 ? 3 : 1), 0);
      assert.equal(total % 10, 0, number);
    }
  });
});

describe('the pictures', () => {
  it('are whole drawings, whatever the product, colour and view', async () => {
    const shopper = visitor(base);
    const names = products.flatMap((product) => [
      product.slug,
      `${product.slug}.detail`,
      `${product.slug}.table`,
      `${product.slug}.tile`,
      ...product.variants.filter((variant) => variant.colour).map((variant) => `${product.slug}.${variant.key}`),
    ]);
    for (const name of [...names, 'hero', 'missing']) {
      const { status, headers, text } = await shopper.get(`/pictures/${name}.svg`);
      assert.equal(status, 200, name);
      assert.equal(headers.get('content-type'), 'image/svg+xml');
      assert.doesNotMatch(text, /NaN|undefined|Infinity|style=|<script/, name);
      const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
      for (const [, id] of text.matchAll(/url\(#([^)]+)\)/g)) assert.ok(ids.has(id), `${name}: #${id}`);
    }
  });

  it('are the same on every visit', async () => {
    const [one, two] = [visitor(base), visitor(base)];
    assert.equal((await one.get('/pictures/slow-mug.svg')).text, (await two.get('/pictures/slow-mug.svg')).text);
  });

  for (const name of [
    'flying-carpet.svg',
    'slow-mug.pink.svg',
    'slow-mug.detail.detail.svg',
    'slow-mug.png',
    '..%2fserver.mjs',
    '__proto__.svg',
  ])
    it(`do not include ${name}`, async () => {
      assert.equal((await visitor(base).get(`/pictures/${name}`)).status, 404);
    });
});

describe('the film', () => {
  it('comes whole or in parts, with its captions, and nothing else does', async () => {
    const ask = (/** @type {string} */ name, /** @type {Record<string, string>} */ headers = {}) =>
      fetch(`${base}/film/${name}`, { headers });
    for (const [name, type] of /** @type {[string, string][]} */ ([
      ['pouring.webm', 'video/webm'],
      ['pouring.mp4', 'video/mp4'],
      ['pouring.en.vtt', 'text/vtt; charset=utf-8'],
    ])) {
      const whole = await ask(name);
      assert.deepEqual([whole.status, whole.headers.get('content-type')], [200, type]);
      const bytes = new Uint8Array(await whole.arrayBuffer());
      assert.ok(bytes.length <= 300_000, `${name} has ${bytes.length} bytes`);
      for (const [range, from, to] of /** @type {[string, number, number][]} */ ([
        ['bytes=0-1', 0, 1],
        ['bytes=100-', 100, bytes.length - 1],
        ['bytes=-10', bytes.length - 10, bytes.length - 1],
        [`bytes=5-${bytes.length * 2}`, 5, bytes.length - 1],
      ])) {
        const part = await ask(name, { Range: range });
        assert.deepEqual(
          [part.status, part.headers.get('content-range')],
          [206, `bytes ${from}-${to}/${bytes.length}`],
          range,
        );
        assert.deepEqual(new Uint8Array(await part.arrayBuffer()), bytes.slice(from, to + 1), range);
      }
      const beyond = await ask(name, { Range: `bytes=${bytes.length}-` });
      assert.deepEqual([beyond.status, await beyond.text()], [416, '']);
    }
    for (const name of ['', 'other.webm', '..%2fshop.css', '../shop.css', 'constructor'])
      assert.equal((await ask(name)).status, 404, name);
  });
});

describe('the next day', () => {
  it('has other prices and stock, tells them of what was wished for, and can be taken back', async () => {
    const shopper = visitor(base);
    const ask = async () =>
      JSON.parse(
        (await shopper.get('/wishlist?id=SH-106&id=SH-101-MOSS&id=nothing', { Accept: 'application/json' })).text,
      );
    const today = await ask();
    assert.deepEqual(
      today.map((/** @type {{ id: string }} */ { id }) => id),
      ['SH-106', 'SH-101-MOSS'],
    );
    assert.equal(today[1].availability, 'OutOfStock');
    const turned = await shopper.post('/day', { day: 'tomorrow', back: '/wishlist' });
    assert.equal(turned.headers.get('location'), '/wishlist');
    const tomorrow = await ask();
    assert.equal(tomorrow[1].availability, 'InStock');
    const all = () =>
      JSON.stringify(
        products.map(({ price, listPrice, availability, variants }) => [price, listPrice, availability, variants]),
      );
    const changed = all();
    await shopper.post('/day', { day: 'today', back: '//elsewhere.example' });
    assert.deepEqual(await ask(), today);
    assert.notEqual(all(), changed);
  });
});

describe('the lists of the shop', () => {
  it('take an address once, and do by hand all that a list does now and then', async () => {
    const shopper = visitor(base);
    const json = { Accept: 'application/json' };
    const join = (/** @type {string} */ email, path = '/newsletter', fields = {}) =>
      shopper.post(path, { email, ...fields }, json);
    assert.equal((await join('lies@example.com')).status, 200);
    assert.equal((await join('Lies@example.com')).status, 409);
    for (const [address, status] of /** @type {[string, number][]} */ ([
      ['already@example.com', 409],
      ['confirm@example.com', 202],
      ['refuse@example.com', 422],
      ['busy@example.com', 429],
      ['no address', 422],
    ]))
      assert.equal((await join(address)).status, status, address);
    await assert.rejects(join('drop@example.com'));
    assert.equal((await join('lies@example.com', '/alerts', { product: 'SH-105', kind: 'back-in-stock' })).status, 200);
    assert.equal((await join('lies@example.com', '/alerts', { product: 'SH-0', kind: 'back-in-stock' })).status, 404);
  });

  it('answer with a page where there are no scripts', async () => {
    const answer = await visitor(base).post('/newsletter', { email: 'an@example.com' });
    assert.match(answer.text, /Thank you/);
    assert.match((await visitor(base).post('/newsletter', { email: 'an@example.com' })).text, /on that list already/);
  });
});
