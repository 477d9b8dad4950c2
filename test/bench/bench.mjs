/**
 * `npm run bench [-- --rows NAME,NAME] [--runs N] [--json] [--check]`: how fast the kit is in a browser, and what it
 * holds, beside others doing the same.
 *
 *   --rows NAME,NAME   only these rows; `--rows list` names them all
 *   --runs N           how often each variant is measured; by default as the row says
 *   --clock wall       time on the wall instead of the main thread's own, for a machine that does nothing else
 *   --check            exit code 1 if a limit is missed by more than the noise
 *   --json             the last line is {"rows":{NAME:{"values":{…},"ratios":{…}}}}
 *
 * Times of one machine say nothing about another's, and a machine's own change by the minute: so all variants of a row
 * are measured in turn (A B C A B C …), each time in a fresh page, and what counts is the ratio of the medians.
 *
 * A row is a file in `rows/` whose default export is
 *   name, title, unit, digits   how it is called and printed
 *   runs                        how often each variant is measured
 *   variants                    { title: { bundle, … } }; `bundle` is a file in `variants/`. The first is ours, or the one that is judged
 *   limits                      { title: most }: the first variant may need that many times what this one needs (optional)
 *   most                        what the first variant may need at most, in the row's unit, however slow the machine (optional)
 *   references                  { title: value } known from elsewhere, printed beside ours (optional)
 *   measure({ page, variant, clock })  a number; `page` is Playwright's, has loaded the bundle and knows the functions of `in-page.js`
 *
 * Elsewhere: bytes are `npm run size`, reading product pages is `npm run bench:product`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../find-browser.mjs';
import { bundle } from './bundle.mjs';
import { compare, median } from './compare.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values: options } = parseArgs({
  options: {
    rows: { type: 'string' },
    runs: { type: 'string' },
    clock: { type: 'string', default: 'thread' },
    check: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const fail = (message) => {
  console.error(message);
  process.exit(2);
};

const known = readdirSync(`${here}rows`).map((file) => file.replace(/\.mjs$/, ''));
if (options.rows === 'list') {
  console.log(known.join('\n'));
  process.exit();
}
const names = options.rows?.split(',') ?? known;
for (const name of names) if (!known.includes(name)) fail(`No row “${name}”; there are ${known.join(', ')}.`);
const runs = options.runs === undefined ? undefined : Number(options.runs);
if (runs !== undefined && !(Number.isInteger(runs) && runs > 0)) fail('--runs takes a whole number above 0.');
if (!['thread', 'wall'].includes(options.clock)) fail('--clock takes thread or wall.');
const executablePath = findChromium();
if (!executablePath) fail('No Chromium was found. Install one, or name one with CHROME_PATH.');

if (!existsSync(`${here}node_modules`)) {
  console.log('Installing what the kit is measured against …');
  execFileSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--prefix', here], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

const rows = await Promise.all(names.map(async (name) => (await import(`./rows/${name}.mjs`)).default));
const bundles = [...new Set(rows.flatMap(({ variants }) => Object.values(variants).map((variant) => variant.bundle)))];
const files = new Map();
for (const name of bundles)
  for (const [address, code] of await bundle(name, { ours: name === 'cuekit' })) files.set(address, code);
const inPage = readFileSync(`${here}in-page.js`, 'utf8');

// Only an isolated page has a clock of 5 µs; others see steps of 100 µs.
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const origin = 'http://localhost';

function serve(route) {
  const { pathname } = new URL(route.request().url());
  const code = files.get(pathname);
  if (code) return route.fulfill({ headers, contentType: 'text/javascript', body: code });
  if (pathname === '/') return route.fulfill({ headers, contentType: 'text/html', body: '<!doctype html><body>' });
  return route.fulfill({ status: 404 });
}

/** One measurement in a page, and a storage, of its own. */
async function measure(browser, row, variant) {
  const context = await browser.newContext();
  try {
    await context.route('**', serve);
    await context.addInitScript(inPage);
    const page = await context.newPage();
    await page.goto(origin);
    await page.evaluate((bundle) => globalThis.load(bundle), variant.bundle);
    await page.requestGC();
    return await row.measure({ page, variant, clock: options.clock });
  } finally {
    await context.close();
  }
}

const line = (cells) =>
  console.log(
    cells
      .map((cell, i) => (i ? cell.padStart(14) : cell.padEnd(22)))
      .join('')
      .trimEnd(),
  );

const results = {};
let missed = false;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--js-flags=--expose-gc'] });
try {
  console.log(`Chromium ${browser.version()}`);
  for (const row of rows) {
    const values = Object.fromEntries(Object.keys(row.variants).map((title) => [title, []]));
    for (let run = 0; run < (runs ?? row.runs); run++)
      for (const [title, variant] of Object.entries(row.variants))
        values[title].push(await measure(browser, row, variant));

    const [[ours, own], ...others] = Object.entries(values);
    const result = { values: { [ours]: median(own) }, ratios: {} };
    console.log(`\n${row.title} (${row.name}, ${own.length} runs)`);
    line(['', row.unit, 'ratio', '95 %', 'aim']);
    const over = row.most !== undefined && median(own) > row.most;
    missed ||= over;
    line([
      ours,
      median(own).toFixed(row.digits),
      ...(row.most === undefined ? [] : ['', '', `≤ ${row.most} ${row.unit}`, over ? 'MISSED' : 'met']),
    ]);
    for (const [title, theirs] of others) {
      const { ratio, low, high } = compare(own, theirs);
      const limit = row.limits?.[title];
      const reference = row.references?.[title];
      missed ||= low > limit;
      result.values[title] = median(theirs);
      result.ratios[title] = { ratio, low, high, ...(limit && { limit }) };
      line([
        title,
        median(theirs).toFixed(row.digits),
        `${ratio.toFixed(2)} ×`,
        `${low.toFixed(2)}–${high.toFixed(2)}`,
        limit ? `≤ ${limit.toFixed(1)} ×` : '',
        limit ? (ratio <= limit ? 'met' : low <= limit ? 'within noise' : 'MISSED') : '',
        reference ? `(named: ${reference} ${row.unit})` : '',
      ]);
    }
    results[row.name] = result;
  }
} finally {
  await browser.close();
}
console.log('\nBytes: npm run size. Reading product pages: npm run bench:product.');
if (options.json) console.log(JSON.stringify({ rows: results }));
process.exitCode = options.check && missed ? 1 : 0;
