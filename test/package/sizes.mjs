/**
 * What a shopper downloads, from the real graph of chunks in dist/cdn, in bytes after Brotli (quality 11, as a CDN serves static
 * files). Prints a table; fails when a budget of package.json ("cuekit": { "budgets": … }) is exceeded.
 *
 *   npm run size
 *   npm run size -- --modules    where the bytes are: each module of each chunk, compressed by itself
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cdn = join(root, 'dist/cdn');

const cache = new Map();

/** Bytes of a file of dist/cdn after Brotli. */
function brotli(file) {
  if (!cache.has(file)) {
    const content = readFileSync(join(cdn, file));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    cache.set(file, brotliCompressSync(content, { params }).length);
  }
  return cache.get(file);
}

/**
 * Reads dist/cdn.
 * @returns {{ rows: { what: string, bytes: number, budget: number | undefined, files: string[] }[] }}
 */
export function measureSizes() {
  if (!existsSync(join(cdn, 'manifest.json'))) throw new Error('dist/cdn is not built: npm run build');
  const manifest = JSON.parse(readFileSync(join(cdn, 'manifest.json'), 'utf8'));
  const { budgets } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).cuekit;

  /** A chunk with everything that it imports statically, and so on. */
  const closure = (...keys) => {
    const found = new Set();
    const add = (key) => {
      if (found.has(key)) return;
      found.add(key);
      manifest[key].imports?.forEach(add);
    };
    keys.forEach(add);
    return [...found].map((key) => manifest[key].file).sort();
  };
  const sum = (files) => files.reduce((total, file) => total + brotli(file), 0);

  const rows = [];
  const add = (what, files, own = sum(files)) => rows.push({ what, bytes: own, budget: budgets[what], files });
  const auto = 'src/auto.ts';
  add('auto.js', closure(auto));
  const defines = Object.keys(manifest)
    .filter((key) => key.startsWith('src/define/'))
    .sort();
  for (const key of defines) {
    const tag = `cue-${basename(key, '.ts')}`;
    add(`page with <${tag}>`, closure(auto, key));
  }
  const reader = 'src/product/resolve-from-page.ts';
  if (manifest[reader]) {
    add('page with <cue-wishlist-button> and the page reader', closure(auto, 'src/define/wishlist-button.ts', reader));
  }
  add('page with every element', closure(auto, ...defines));
  if (manifest['src/configure.ts']) add('page with a configuration, no element', closure(auto, 'src/configure.ts'));
  const run = 'src/campaigns/run-campaigns.ts';
  if (manifest[run]) {
    add('page that runs campaigns, no element', closure(auto, 'src/kit.ts', run));
    // What the kit has anyway, stores and records, is not counted again.
    const kit = closure(auto, 'src/kit.ts');
    const files = closure(run).filter((file) => !kit.includes(file));
    add('campaigns alone: engine, manners, situation', files);
  }
  add('kit.js', closure('src/kit.ts'));
  add('index.js', closure('src/index.ts'));
  for (const key of defines) add(`<cue-${basename(key, '.ts')}> alone`, [manifest[key].file]);
  const parts = Object.keys(manifest).filter((key) => /^src\/elements\/(?!internal\/)/.test(key));
  for (const key of parts.filter((key) => manifest[key].isDynamicEntry).sort())
    add(`part ${key.slice('src/elements/'.length, -'.ts'.length)}`, [manifest[key].file]);
  add('cuekit.css', ['cuekit.css']);

  const unknown = Object.keys(budgets).filter((name) => !rows.some(({ what }) => what === name));
  return { rows, unknown };
}

/** Prints the table; false when a budget is exceeded or names nothing. */
export function reportSizes() {
  const { rows, unknown } = measureSizes();
  const width = Math.max(...rows.map(({ what }) => what.length));
  let good = unknown.length === 0;
  console.log(`${'bytes after Brotli'.padEnd(width)}    size  budget  files`);
  for (const { what, bytes, budget, files } of rows) {
    const over = budget !== undefined && bytes > budget;
    if (over) good = false;
    const right = `${String(bytes).padStart(6)}  ${String(budget ?? '').padStart(6)}  ${String(files.length).padStart(5)}`;
    console.log(`${what.padEnd(width)}  ${right}${over ? `  over budget by ${bytes - budget}` : ''}`);
  }
  for (const name of unknown) console.log(`package.json has a budget for “${name}”, which is not built`);
  return good;
}

/** Builds once more, in memory, and prints what each module would be by itself: the sum is more than the chunk's size. */
async function reportModules() {
  const { build, minify } = await import('vite');
  const { output } = [await build({ root, mode: 'cdn', logLevel: 'error', build: { write: false } })].flat()[0];
  for (const chunk of output.filter(({ type }) => type === 'chunk')) {
    console.log(`\n${String(brotliCompressSync(chunk.code).length).padStart(6)}  ${chunk.fileName}`);
    const modules = [];
    for (const [id, { code }] of Object.entries(chunk.modules)) {
      if (!code) continue;
      const small = await minify(id, code, { module: false, compress: false });
      modules.push([brotliCompressSync(small.code).length, id.replace(root, '')]);
    }
    for (const [bytes, id] of modules.sort(([a], [b]) => b - a)) console.log(`${String(bytes).padStart(14)}  ${id}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = reportSizes() ? 0 : 1;
  if (process.argv.includes('--modules')) await reportModules();
}
