/**
 * `npm run bench:product [-- --data DIR] [--json] [--errors]`: how well the page reader reads real product pages, how long
 * it takes and what it weighs.
 *
 * DIR holds `ground-truth.json` and `html/<page>.html.gz`, the form of scrapinghub/product-extraction-benchmark.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../../find-browser.mjs';
import { peer, score } from './score.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, '../shared/data/product-pages') },
    json: { type: 'boolean', default: false },
    errors: { type: 'boolean', default: false },
  },
});

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

const data = resolve(options.data);
if (!existsSync(join(data, 'ground-truth.json')))
  fail(`No pages to read: ${data} holds no ground-truth.json. Name a folder with --data DIR.`);
const executablePath = findChromium();
if (!executablePath) fail('No Chromium was found. Install one, or name one with CHROME_PATH.');

/** Bundles an entry of the source the way a shopper gets it. */
async function bundle(entry, codeSplitting) {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, entry), formats: ['es'], fileName: 'bundle' },
      rolldownOptions: { output: { minify: true, codeSplitting } },
    },
  });
  return result[0].output.filter(({ type }) => type === 'chunk');
}

/** Bytes of an entry and of all that it loads, with or without what it loads only when it is needed. */
async function sizeOf(entry) {
  const chunks = await bundle(entry, true);
  const needed = new Set([chunks.find(({ isEntry }) => isEntry)]);
  for (const { imports } of needed)
    for (const name of imports) needed.add(chunks.find(({ fileName }) => fileName === name));
  const size = (some) => some.reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
  return { atOnce: size([...needed]), later: size(chunks.filter((chunk) => !needed.has(chunk))) };
}

const { atOnce: reader } = await sizeOf('src/product/read-page.ts');
const { atOnce: light, later } = await sizeOf('src/product/resolve-product.ts');
const [{ code }] = await bundle('src/product/index.ts', false);

const truth = JSON.parse(readFileSync(join(data, 'ground-truth.json'), 'utf8'));
const pages = readdirSync(join(data, 'html')).filter((name) => name.endsWith('.html.gz'));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const answers = {};
const times = [];
try {
  const page = await browser.newPage();
  // No network: the pages are parsed only, and a document without a browsing context loads nothing.
  await page.route('**/*', (route) => route.abort());
  await page.evaluate(async (source) => {
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    globalThis.reader = await import(address);
  }, code);
  for (const name of pages) {
    const id = basename(name, '.html.gz');
    if (!truth[id]) continue;
    const html = gunzipSync(readFileSync(join(data, 'html', name))).toString('utf8');
    const { product, time } = await page.evaluate(
      ({ html, url }) => {
        const { readProducts, readPage } = globalThis.reader;
        const document = new DOMParser().parseFromString(html, 'text/html');
        const runs = [];
        for (let run = 0; run < 7; run++) {
          const start = performance.now();
          readProducts(document, url);
          runs.push(performance.now() - start);
        }
        const time = runs.sort((a, b) => a - b)[3];
        return { product: readPage(document, url).main, time };
      },
      { html, url: truth[id].url },
    );
    answers[id] = product;
    times.push(time);
  }
} finally {
  await browser.close();
}

const { fields, errors } = score(truth, answers);
const three = (number) => (number === undefined ? '' : number.toFixed(3));
const row = (cells) =>
  console.log(cells.map((cell, i) => (i ? String(cell).padStart(12) : String(cell).padEnd(14))).join(''));
console.log(`${times.length} of ${Object.keys(truth).length} pages in ${data}\n`);
row(['', 'precision', 'recall', 'F1', 'right', 'wrong', 'missed', 'peer prec.', 'peer F1']);
for (const [field, { precision, recall, f1, right, wrong, missed }] of Object.entries(fields))
  row([
    field,
    three(precision),
    three(recall),
    three(f1),
    right,
    wrong,
    missed,
    three(peer[field]?.precision),
    three(peer[field]?.f1),
  ]);
times.sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(2);
console.log(`\ntime a page: median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms`);
console.log(
  `size (minified, brotli): page reader ${reader} B; resolveProduct ${light} B at once, ${later} B when a page has to be read`,
);
if (options.errors)
  for (const { field, page, url, expected, answer } of errors)
    console.log(
      [field, page.slice(0, 8), JSON.stringify(expected ?? null), JSON.stringify(answer ?? null), url].join('\t'),
    );
if (options.json) {
  const rounded = Object.entries(fields).map(([field, { precision, recall, f1 }]) => [
    field,
    { precision, recall, f1 },
  ]);
  console.log(JSON.stringify({ fields: Object.fromEntries(rounded) }));
}
