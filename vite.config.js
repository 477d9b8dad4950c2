/**
 * The two builds of the kit: `vite build --mode npm` (modules for bundlers, dependencies left out) and `vite build --mode cdn`
 * (auto.js for a script tag, with everything in it). The demo and Storybook have configurations of their own.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { copyFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import compactElements from './vite-plugin-compact-elements.mjs';
import guardLit from './vite-plugin-guard-lit.mjs';
import slimLit from './vite-plugin-slim-lit.mjs';
import minifyTemplates from './vite-plugin-minify-templates.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Baseline of about two and a half years back. */
const target = ['chrome122', 'edge122', 'firefox125', 'safari17.4'];

const names = (folder) => readdirSync(join(root, folder), { withFileTypes: true });

/** Elements, each registered when its file is loaded. */
const defineEntries = () =>
  Object.fromEntries(
    names('src/define').map(({ name }) => [`define/${name.replace(/\.ts$/, '')}`, join(root, 'src/define', name)]),
  );

/** Everything that a bundler's user may import, by its path in dist/npm. */
function npmEntries() {
  const entries = {};
  const add = (name) => (entries[name] = join(root, `src/${name}.ts`));
  [
    'index',
    'auto',
    'inspect',
    'product/index',
    'events/index',
    'store/index',
    'cart/index',
    'cart/shopify',
    'cart/woocommerce',
    'experiments/index',
    'campaigns/index',
    'incentives/index',
    'languages/index',
    'moments/index',
    'recommend/index',
    'sinks/index',
    'trainer/cli',
  ].forEach(add);
  Object.assign(entries, defineEntries());
  for (const folder of names('src/elements')) {
    if (folder.isDirectory() && folder.name !== 'internal') add(`elements/${folder.name}/${folder.name}`);
  }
  return entries;
}

/** The licences of what is in the bundle: theirs ask to go along with copies. */
async function licenses() {
  const bundled = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'nanostores', '@floating-ui/dom'];
  const parts = bundled.map(async (name) => {
    const text = await readFile(join(root, 'node_modules', name, 'LICENSE'), 'utf8');
    return `${name}\n${'='.repeat(name.length)}\n\n${text.trim()}\n`;
  });
  return (await Promise.all(parts)).join('\n\n');
}

/** Copies cuekit.css, adds licences, and writes the SRI hash of every file of the folder, for those who pin what they load. */
function finishCdn(folder) {
  return {
    name: 'cuekit-finish-cdn',
    async closeBundle() {
      await copyFile(join(root, 'src/cuekit.css'), join(folder, 'cuekit.css'));
      await writeFile(join(folder, 'third-party-licenses.txt'), await licenses());
      const integrity = {};
      for (const file of (await readdir(folder, { recursive: true })).sort()) {
        if (!/\.(js|css)$/.test(file)) continue;
        const hash = createHash('sha384').update(await readFile(join(folder, file)));
        integrity[file.replaceAll('\\', '/')] = `sha384-${hash.digest('base64')}`;
      }
      await writeFile(join(folder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
    },
  };
}

/**
 * Few files rather than many small ones, which compress worse and cost a request each; but nobody loads what they do not use.
 * - `base`: what auto.js itself needs and others too
 * - `element`: Lit's base, and what else the elements of a list page share
 * - `state`: stores, events and products, as far as those need them; without Lit, for pages that import kit.js or index.js
 * - `template`: lit-html, and what else most of the other elements share
 * - `commerce`: stores and the cart, as far as most of those share them
 * - `campaigns`: what those who run campaigns share with moments, index.js and the inspector only
 * - `moments`: what most moments share
 * - `cart`: what finding and connecting a cart share with index.js
 * What is used once stays with its user; what a few share is one file for those few.
 */
function chunkOf(id, graph) {
  const roots = new Set();
  const seen = new Set();
  (function visit(module) {
    if (seen.has(module)) return;
    seen.add(module);
    const info = graph.getModuleInfo(module);
    if (!info) return;
    if (info.isEntry || info.dynamicImporters.length > 0) roots.add(module);
    info.importers.forEach(visit);
  })(id);
  if (roots.size < 2 || roots.has(id)) return null;
  const users = [...roots];
  if (sharedByMoments.test(id)) return 'moments';
  // What only campaigns, moments and index.js use would be put into index.js, and a page with campaigns would load all of that.
  if (users.some(isRun) && users.every((root) => isRun(root) || ofCampaigns.test(root))) return 'campaigns';
  if (users.some((root) => root.endsWith('/src/auto.ts'))) return 'base';
  const elements = users.filter((root) => root.includes('/src/define/'));
  // The same for a page that has its cart found.
  const findsCart = users.some((root) => root.endsWith('/src/cart/find-cart.ts'));
  if (findsCart && !elements.length && id.includes('/src/cart/')) return 'cart';
  // All of nanostores is imported by its index; what a page with buttons uses of it is `atom`.
  const unused = /\/nanostores\/(?!atom\/|index\.js)/.test(id);
  const onListPages = !unused && elements.some((root) => leanElements.test(root));
  // Parts of elements, loaded when they are wanted, use what list pages have already.
  const parts = users.filter((root) => root.includes('/src/elements/'));
  if (elements.length + (onListPages ? parts.length : 0) < 2) return null;
  const isElement = /\/(?:lit|lit-html|lit-element|@lit\/[^/]+)\/|\/src\/elements\//.test(id);
  if (onListPages) return isElement ? 'element' : 'state';
  const others = names('src/define').length - lean.length;
  if (elements.length <= others / 2) return null;
  return isElement ? 'template' : 'commerce';
}

const isRun = (root) => root.endsWith('/src/campaigns/run-campaigns.ts');

const ofCampaigns = /\/src\/(?:(?:index|inspect)\.ts$|moments\/)/;

const sharedByMoments = /\/src\/moments\/(?:page-forms|read-argument|tell|watch-activity|watch-pages|when-active)\.ts$/;

/** A list page has one of these for each product: it loads nothing for the sake of others. */
const lean = ['product', 'wishlist-button'];
const leanElements = new RegExp(`/define/(?:${lean.join('|')})\\.ts$`);

// A group takes what its modules import along, so the lower ones choose first.
const chunkNames = ['base', 'state', 'element', 'commerce', 'template', 'moments', 'campaigns', 'cart'];
const chunkGroups = chunkNames.map((debugName, index) => ({
  debugName,
  priority: chunkNames.length - index,
  name: (id, graph) => (chunkOf(id, graph) === debugName ? debugName : null),
}));

export default defineConfig(({ mode }) => {
  const cdn = mode === 'cdn';
  const outDir = join(root, cdn ? 'dist/cdn' : 'dist/npm');
  return {
    root,
    publicDir: false,
    define: {
      __CUEKIT_VERSION__: JSON.stringify(version),
      // A page has no `process`; a bundler replaces it itself.
      ...(cdn ? { 'process.env.NODE_ENV': '"production"' } : {}),
    },
    plugins: [
      minifyTemplates({ from: join(root, 'src') }),
      ...(cdn ? [guardLit(), slimLit(), compactElements({ lean, version }), finishCdn(outDir)] : []),
    ],
    build: {
      target,
      outDir,
      emptyOutDir: true,
      sourcemap: !cdn,
      minify: cdn,
      manifest: cdn && 'manifest.json',
      reportCompressedSize: false,
      lib: {
        entry: cdn
          ? {
              auto: join(root, 'src/auto.ts'),
              index: join(root, 'src/index.ts'),
              inspect: join(root, 'src/inspect.ts'),
              kit: join(root, 'src/kit.ts'),
              ...defineEntries(),
            }
          : npmEntries(),
        formats: ['es'],
      },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        external: cdn ? [] : [/^lit(\/|$)/, /^@lit\//, /^@floating-ui\//, /^nanostores$/, /^node:/],
        output: {
          // Lib mode keeps white space unless it is told twice.
          minify: cdn,
          // Licences are in third-party-licenses.txt.
          comments: cdn ? false : true,
          entryFileNames: '[name].js',
          chunkFileNames: cdn ? 'chunks/[name]-[hash].js' : '[name].js',
          // For bundlers each module stays a file, beside its types: they see what is used, and stack traces read like the source.
          ...(cdn
            ? { codeSplitting: { includeDependenciesRecursively: false, groups: chunkGroups } }
            : { preserveModules: true, preserveModulesRoot: join(root, 'src') }),
        },
      },
    },
  };
});
