import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'vite';
import { score } from '../bench/product/score.mjs';
import { kitFile, root } from './built-kit.mjs';

/** Where real product pages are, for those who have them. */
export const usualData = join(root, '../shared/data/product-pages');

const cdn = 'https://cdn.example';

/**
 * The page's own scripts stay text that can be read, and never run; only ours has the nonce. Everything else that the page
 * would load is refused by the browser itself, which is faster than by a route.
 */
const policy = "default-src 'none'; script-src 'nonce-cuekit' 'strict-dynamic'; style-src 'unsafe-inline'";

const twoLines = `<script type="module" nonce="cuekit" src="${cdn}/cuekit/auto.js"></script>
<cue-wishlist-button></cue-wishlist-button>`;

/** @returns why there is nothing to try in this folder, or undefined */
export function missing(data) {
  return existsSync(join(data, 'ground-truth.json')) && existsSync(join(data, 'html'))
    ? undefined
    : `${data} holds no ground-truth.json and html/: no real product pages here`;
}

/** The reader by itself, for comparing: what it finds in the same page without an element. */
async function bundledReader() {
  const [{ output }] = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'src/product/index.ts'), formats: ['es'], fileName: 'reader' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  return output[0].code;
}

/** In the page: waits for the button, presses it by key, and says what came of it. */
async function pressInPage(place) {
  let button = document.querySelector('cue-wishlist-button');
  if (place === 'beside the heading') {
    const heading = [...document.querySelectorAll('h1')].find((one) => one.checkVisibility());
    if (!heading) return { place, noHeading: true };
    button.remove();
    button = document.createElement('cue-wishlist-button');
    heading.append(button);
  }
  const within = (ms, promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);
  await within(5000, customElements.whenDefined('cue-wishlist-button'));
  if (!button.shadowRoot) return { place, undefined: true };
  await button.updateComplete;
  const inner = button.shadowRoot.querySelector('button');
  const fact = new Promise((resolve) => {
    for (const name of ['cue-add-to-wishlist', 'cue-remove-from-wishlist'])
      document.addEventListener(name, ({ type, detail }) => resolve({ type, detail }), { once: true });
  });
  const disabled = new Promise((resolve) => {
    new MutationObserver(() => inner.disabled && resolve()).observe(inner, { attributes: true });
    if (inner.disabled) resolve();
  });
  inner.click();
  const heard = await within(5000, Promise.race([fact, disabled]));
  const { width, height } = button.getBoundingClientRect();
  const result = {
    place,
    shown: width >= 24 && height >= 24 && button.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    laidOut: width >= 24 && height >= 24,
    enabled: !inner.disabled,
    pressed: inner.getAttribute('aria-pressed') === 'true',
    label: inner.getAttribute('aria-label'),
    heard,
    title: `${document.title} ${document.querySelector('h1')?.textContent ?? ''} ${document.querySelector('meta[property="og:title"]')?.content ?? ''}`,
  };
  // The next try starts from a product that is not wished for.
  if (heard?.type === 'cue-add-to-wishlist') inner.click();
  return result;
}

/** In an empty page: what the reader alone says. */
async function readInPage({ reader, html, url }) {
  globalThis.reader ??= await import(URL.createObjectURL(new Blob([reader], { type: 'text/javascript' })));
  const page = globalThis.reader.readPage(new DOMParser().parseFromString(html, 'text/html'), url);
  return page.main;
}

/**
 * Adds the two lines to each page of a folder, presses the button, and collects what happened.
 *
 * @param browser of `startBrowser()`
 * @param data a folder with `ground-truth.json` and `html/*.html.gz`
 * @returns `{ truth, pages }`, a page being `{ id, url, atEnd, atHeading, read, errors }`
 */
export async function tryProductPages(browser, data, { atOnce = 3 } = {}) {
  const truth = JSON.parse(readFileSync(join(data, 'ground-truth.json'), 'utf8'));
  const ids = readdirSync(join(data, 'html'))
    .filter((name) => name.endsWith('.html.gz'))
    .map((name) => basename(name, '.html.gz'))
    .filter((id) => truth[id]);
  const reader = await bundledReader();
  const pages = [];

  async function work(queue) {
    const context = await browser.newContext();
    const blank = await context.newPage();
    for (let id = queue.shift(); id; id = queue.shift()) {
      const { url } = truth[id];
      const html = gunzipSync(readFileSync(join(data, 'html', `${id}.html.gz`))).toString('utf8');
      const end = html.toLowerCase().lastIndexOf('</body>');
      const body = end < 0 ? html + twoLines : html.slice(0, end) + twoLines + html.slice(end);
      const errors = [];
      // One of its own: some reload themselves after a while, and would do so in the next one's time.
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.text().startsWith('[cuekit]')) errors.push(message.text());
      });
      await page.route('**/*', (route) => {
        const request = route.request();
        if (request.url().startsWith(`${cdn}/cuekit/`)) {
          const code = kitFile(new URL(request.url()).pathname.slice('/cuekit/'.length));
          if (code === undefined) return route.fulfill({ status: 404 });
          const headers = { 'access-control-allow-origin': '*' };
          return route.fulfill({ body: code, contentType: 'text/javascript', headers });
        }
        if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return route.abort();
        const headers = { 'content-security-policy': policy };
        return route.fulfill({ body, contentType: 'text/html; charset=utf-8', headers });
      });
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      pages.push({
        id,
        url,
        atEnd: await page.evaluate(pressInPage, 'at the end of the page'),
        atHeading: await page.evaluate(pressInPage, 'beside the heading'),
        read: await blank.evaluate(readInPage, { reader, html, url }),
        errors,
      });
      await page.close();
    }
    await context.close();
  }

  const queue = [...ids];
  await Promise.all(Array.from({ length: atOnce }, () => work(queue)));
  return { truth: Object.fromEntries(ids.map((id) => [id, truth[id]])), pages };
}

const words = (text) =>
  new Set(
    String(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [],
  );

/** Whether a name is that of the page: most of its words are in the title or a heading. */
function isNamed(name, title) {
  const own = [...words(name)];
  const there = words(title);
  return own.length > 0 && own.filter((word) => there.has(word)).length >= own.length / 2;
}

/** Adds up what `tryProductPages` saw in one place (`atEnd` or `atHeading`). */
export function summarise({ truth, pages }, place) {
  const tried = pages.filter((page) => !page[place].noHeading);
  const products = Object.fromEntries(tried.map((page) => [page.id, page[place].heard?.detail.product]));
  const ofTried = Object.fromEntries(tried.map(({ id }) => [id, truth[id]]));
  const { fields, errors } = score(ofTried, products);
  const count = (test) => tried.filter((page) => test(page[place], page)).length;
  const product = (result) => result.heard?.detail.product;
  const alternatives = (page) => ['sku', 'gtin', 'mpn'].flatMap((field) => truth[page.id][field] ?? []);
  return {
    tried: tried.length,
    laidOut: count(({ laidOut }) => laidOut),
    shown: count(({ shown }) => shown),
    enabled: count(({ enabled }) => enabled),
    added: count(({ heard }) => heard?.type === 'cue-add-to-wishlist'),
    idAndName: count((result) => product(result)?.id && product(result)?.name),
    named: count((result) => product(result)?.name && isNamed(product(result).name, result.title)),
    idOfTruth: count((result, page) => alternatives(page).includes(product(result)?.id)),
    idComparable: count((_, page) => alternatives(page).length > 0),
    like: count(
      (result, page) => JSON.stringify(pick(product(result))) === JSON.stringify(pick(page.read)) && page.read,
    ),
    read: count((_, page) => page.read),
    price: fields.price,
    currency: fields.currency,
    sku: fields.sku,
    errors,
    ofOurs: tried.flatMap(({ errors: ours }) => ours),
    all: count((result, page) => {
      const { id, name, price, currency } = product(result) ?? {};
      return id && name && (price !== undefined || !truth[page.id].price) && (currency || !truth[page.id].currency);
    }),
  };
}

const pick = (product) => product && ['id', 'name', 'price', 'currency'].map((field) => product[field] ?? null);

/** Prints a summary the way a person reads it. */
export function print(name, s) {
  const lines = [
    [`button laid out / visible / enabled`, `${s.laidOut} / ${s.shown} / ${s.enabled}`],
    ['pressing gives cue-add-to-wishlist', s.added],
    ['… with an id and a name', s.idAndName],
    ['… whose name stands in title or heading', s.named],
    ['… whose id is the sku, gtin or mpn a person saw', `${s.idOfTruth} of ${s.idComparable} with one`],
    [
      'price as a person read it / wrong / missing',
      `${s.price.right} / ${s.price.wrong} / ${s.price.missed - s.price.wrong}`,
    ],
    [
      'currency as a person read it / wrong / missing',
      `${s.currency.right} / ${s.currency.wrong} / ${Math.max(0, s.currency.missed - s.currency.wrong)}`,
    ],
    ['id, name, and price and currency where there are', s.all],
    ['the same id, name, price, currency as the reader alone', `${s.like} of ${s.read}`],
  ];
  console.log(`two lines in ${s.tried} pages, the button ${name}:`);
  for (const [label, value] of lines) console.log(`  ${label.padEnd(56)} ${value}`);
}
