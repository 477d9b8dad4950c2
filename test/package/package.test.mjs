// What is published: entries, types, files, sizes, and what the README says about them. Needs `npm run build`.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../find-browser.mjs';
import { measureSizes } from './sizes.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const execute = promisify(execFile);

/** Runs Node; what it prints is in the error when it fails. */
async function node(args, options = {}) {
  try {
    return (await execute(process.execPath, args, { cwd: root, maxBuffer: 1e8, ...options })).stdout;
  } catch (error) {
    return assert.fail(`node ${args.join(' ')}\n${error.stdout}${error.stderr}`);
  }
}

/** Every target of `exports`, with `*` filled in by what is there. */
function targets() {
  const found = [];
  for (const [entry, value] of Object.entries(manifest.exports)) {
    for (const [condition, target] of Object.entries(typeof value === 'string' ? { default: value } : value)) {
      if (!target.includes('*')) found.push({ entry, condition, target });
      else {
        const folder = join(root, target.slice(0, target.indexOf('*')));
        const names = readdirSync(folder, { withFileTypes: true })
          .map(({ name }) => name.replace(/(\.d)?\.(js|ts)(\.map)?$/, ''))
          .filter((name) => name !== 'internal');
        for (const name of new Set(names)) {
          found.push({ entry: entry.replaceAll('*', name), condition, target: target.replaceAll('*', name) });
        }
      }
    }
  }
  return found;
}

let scratch;
before(() => {
  assert.ok(existsSync(join(root, 'dist/cdn/auto.js')), 'not built: npm run build');
  scratch = mkdtempSync(join(tmpdir(), 'cuekit-package-'));
});
after(() => rmSync(scratch, { recursive: true, force: true }));

describe('the package', () => {
  it('has a file behind each of its entries', () => {
    const all = targets();
    assert.ok(all.length > 15);
    for (const { entry, target } of all) {
      if (!entry.startsWith('./cdn/')) assert.ok(existsSync(join(root, target)), `${entry} → ${target}`);
    }
  });

  it('pleases publint', async () => {
    await node(['node_modules/publint/src/cli.js', '--strict']);
  });

  it('has types that resolve for every entry', async () => {
    // A style sheet and a module of types alone have none of the other.
    const rest = ['--exclude-entrypoints', 'cuekit.css', 'jsx'];
    await node(['node_modules/@arethetypeswrong/cli/dist/index.js', '--pack', '.', '--profile', 'esm-only', ...rest]);
  });

  it('publishes what is built and what is to be read, and nothing else', async () => {
    const npm = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
    const packed = existsSync(npm)
      ? await node([npm, 'pack', '--dry-run', '--json', '--ignore-scripts'])
      : (await execute('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, maxBuffer: 1e8 }))
          .stdout;
    const files = JSON.parse(packed)[0].files.map(({ path }) => path);
    for (const path of [
      'LICENSE',
      'README.md',
      'CHANGELOG.md',
      'package.json',
      'dist/cdn/auto.js',
      'dist/npm/index.js',
    ]) {
      assert.ok(files.includes(path), path);
    }
    const strangers = files.filter(
      (path) =>
        !/^(LICENSE|README\.md|CHANGELOG\.md|package\.json|dist\/(npm|cdn|types)\/.+|dist\/custom-elements\.json)$/.test(
          path,
        ),
    );
    assert.deepEqual(strangers, []);
  });

  it('does nothing on import, where there is no page', async () => {
    const parts = ['events', 'store', 'sinks', 'product', 'experiments', 'campaigns', 'recommend'];
    const entries = ['cuekit', ...parts.map((part) => `cuekit/${part}`)];
    const code = `
      const before = new Set(Reflect.ownKeys(globalThis));
      for (const entry of ${JSON.stringify(entries)}) {
        const names = Object.keys(await import(entry));
        if (names.length === 0) throw new Error(entry + ' exports nothing');
      }
      // nanostores has one of its own.
      const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key) && key !== 'nanostoresGlobal');
      if (added.length > 0) throw new Error('added ' + added.map(String));`;
    await node(['--input-type=module', '--eval', code]);
  });

  it('decides on campaigns where there is no page, as a replay on a server does', async () => {
    const code = `
      import { createEngine, explain, evaluateAudience, readCampaign } from 'cuekit/campaigns';
      import { assign } from 'cuekit/experiments';
      const campaign = readCampaign({ name: 'a', moment: 'exit-intent', audience: { 'cart.value': { $gte: 50 } } });
      let now = 0;
      const engine = createEngine({ campaigns: [campaign], clock: () => now });
      engine.send({ type: 'page', visitor: 'v', session: 's', settled: true, engaged: true });
      now = 5000;
      const [{ reason }] = engine.send({ type: 'moment', moment: 'exit-intent' });
      console.log(reason, explain(campaign, engine.state).obstacles.length, evaluateAudience({ a: 1 }, { a: 1 }), assign('v', { salt: 'a', weights: [1] }));`;
    assert.equal(await node(['--input-type=module', '--eval', code]), 'audience 1 true 0\n');
  });

  it('has a command that learns, with nothing installed beside it', async () => {
    const npm = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch];
    const packed = existsSync(npm)
      ? await node([npm, ...pack])
      : (await execute('npm', pack, { cwd: root, maxBuffer: 1e8 })).stdout;
    const project = join(scratch, 'shop');
    mkdirSync(project);
    await execute('tar', ['-xzf', join(scratch, JSON.parse(packed)[0].filename), '-C', project]);
    const { bin } = JSON.parse(readFileSync(join(project, 'package/package.json'), 'utf8'));
    const command = join(project, 'package', bin.cuekit);
    assert.match(readFileSync(command, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    writeFileSync(join(project, 'clicks.csv'), 'session,item,time\n1,pot,1590000000\n1,lid,1590000001\n');
    const said = await node([command, 'train', 'clicks.csv', '--out', 'related'], { cwd: project });
    assert.match(said, /^2 clicks, 1 sessions? of at least two, 2 products/);
    const { tables } = JSON.parse(readFileSync(join(project, 'related/manifest.json'), 'utf8'));
    assert.deepEqual(tables.related.lists.pot.ids, ['lid']);
  });

  it('brings no dependency that runs a script when it is installed', () => {
    const { packages } = JSON.parse(read('package-lock.json'));
    const shipped = Object.entries(packages).filter(([path, entry]) => path && !entry.dev && !entry.devOptional);
    const names = shipped.map(([path]) => path.replace(/^.*node_modules\//, ''));
    for (const name of Object.keys(manifest.dependencies)) assert.ok(names.includes(name), name);
    const scripted = shipped.filter(([path, { hasInstallScript }]) => {
      const { scripts = {} } = JSON.parse(read(`${path}/package.json`));
      return hasInstallScript || ['preinstall', 'install', 'postinstall'].some((script) => script in scripts);
    });
    assert.deepEqual(
      scripted.map(([path]) => path),
      [],
    );
    // lit brings types for Trusted Types along; everything else a shopper may have to download is named here on purpose.
    assert.deepEqual(names.sort(), [
      '@floating-ui/core',
      '@floating-ui/dom',
      '@floating-ui/utils',
      '@lit-labs/ssr-dom-shim',
      '@lit/reactive-element',
      '@types/trusted-types',
      'lit',
      'lit-element',
      'lit-html',
      'nanostores',
    ]);
  });

  it('pins what it depends on', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.match(version, /^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/, name);
    }
  });
});

describe("a developer's project", () => {
  /** A project that has installed the package, with one file of TypeScript; the compiler's complaints. */
  async function compile(code, options) {
    const project = mkdtempSync(join(scratch, 'project-'));
    mkdirSync(join(project, 'node_modules'));
    symlinkSync(root, join(project, 'node_modules/cuekit'), 'dir');
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(project, 'index.ts'), code);
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      strict: true,
      noEmit: true,
      types: [],
      skipLibCheck: false,
      ...options,
    };
    writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['index.ts'] }));
    try {
      await execute(process.execPath, [join(root, 'node_modules/tsgo/bin/tsc'), '-p', project], { cwd: project });
      return '';
    } catch (error) {
      return error.stdout;
    }
  }

  const resolutions = {
    'a bundler': { module: 'ESNext', moduleResolution: 'bundler' },
    'Node’s own resolution': { module: 'NodeNext', moduleResolution: 'NodeNext' },
  };
  for (const [name, options] of Object.entries(resolutions)) {
    it(`has types for elements and events, with ${name}`, async () => {
      const code = `
        import 'cuekit/define/wishlist-button.js';
        import { dataLayer, onRecord, startKit } from 'cuekit';
        import { CueWishlistButton } from 'cuekit/elements/wishlist-button.js';
        import { readProducts } from 'cuekit/product';
        import { openModels, recommend } from 'cuekit/recommend';
        startKit({ sinks: [dataLayer()], consent: 'pending' }).stop();
        onRecord((record) => record.name satisfies string);
        readProducts(document, location.href);
        recommend({ models: openModels('/related/manifest.json'), session: ['a'], count: 4 }).then(([first]) => first?.product.id);
        const button: CueWishlistButton = document.createElement('cue-wishlist-button');
        button.addEventListener('cue-add-to-wishlist', ({ detail }) => detail.product.price satisfies number | undefined);
        for (const target of [document, window]) void target;
        document.addEventListener('cue-add-to-wishlist', ({ detail }) => detail.product.id satisfies string);
        window.addEventListener('cue-add-to-wishlist', ({ detail }) => detail.product.id satisfies string);
        document.addEventListener('cue-request-add-to-wishlist', (event) => event.respondWith(Promise.resolve()));`;
      assert.equal(await compile(code, options), '');
    });
  }

  it('is told of a wrong name', async () => {
    const wrong = `
      import 'cuekit';
      document.addEventListener('cue-add-to-wishlist', ({ detail }) => detail.nothing);`;
    assert.match(await compile(wrong, resolutions['a bundler']), /nothing/);
  });

  it('has types for events when it imports an element alone', async () => {
    const code = `
      import 'cuekit/define/wishlist-button.js';
      document.addEventListener('cue-add-to-wishlist', ({ detail }) => detail.product.id satisfies string);`;
    assert.equal(await compile(code, resolutions['a bundler']), '');
  });
});

describe('the build for script tags', () => {
  const folder = join(root, 'dist/cdn');
  const scripts = () => readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.js'));

  it('has an SRI hash for each file', () => {
    const integrity = JSON.parse(read('dist/cdn/integrity.json'));
    const files = readdirSync(folder, { recursive: true }).filter((file) => /\.(js|css)$/.test(file));
    assert.deepEqual(Object.keys(integrity).sort(), files.map((file) => file.replaceAll('\\', '/')).sort());
    for (const [file, hash] of Object.entries(integrity)) {
      assert.equal(
        hash,
        `sha384-${createHash('sha384')
          .update(readFileSync(join(folder, file)))
          .digest('base64')}`,
        file,
      );
    }
  });

  it('needs nothing that a page has not', () => {
    for (const file of scripts()) {
      const code = readFileSync(join(folder, file), 'utf8');
      assert.ok(!/\bprocess\.env\b|\bimport\.meta\.env\b|__CUEKIT_VERSION__/.test(code), file);
      // Words that end in “from” are texts, which the build puts into backticks; no import statement has those.
      for (const [, source] of code.matchAll(/(?:from\s*["']|import\(\s*["'`])([^"'`]+)["'`]/g)) {
        assert.match(source, /^\.\.?\//, `${file} imports ${source}`);
        assert.ok(existsSync(join(folder, posix.join(posix.dirname(file), source))), `${file} imports ${source}`);
      }
    }
  });

  it('keeps Lit out of what works without an element', () => {
    const { rows } = measureSizes();
    for (const entry of ['auto.js', 'kit.js', 'index.js']) {
      for (const file of rows.find(({ what }) => what === entry).files) {
        assert.ok(
          !/litElementVersions|lit-html/.test(readFileSync(join(folder, file), 'utf8')),
          `${entry} loads ${file}`,
        );
      }
    }
  });

  it('loads for a page with wishlist buttons what the budget counts, and in two steps', async () => {
    const { rows } = measureSizes();
    const counted = rows.find(({ what }) => what === 'page with <cue-wishlist-button>').files;
    const asked = [];
    const server = createServer((request, response) => {
      const path = new URL(request.url, 'http://localhost').pathname.slice(1);
      if (path.endsWith('.js')) {
        asked.push(path);
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(readFileSync(join(folder, path)));
      } else {
        const button =
          '<cue-wishlist-button product-id="1" name="Teapot" price="24.90" currency="EUR"></cue-wishlist-button>';
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(`<!doctype html><title>x</title><script type="module" src="auto.js"></script>${button.repeat(3)}`);
      }
    }).listen(0, '127.0.0.1');
    const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      await page.locator('cue-wishlist-button button:enabled').nth(2).waitFor();
      await page.waitForLoadState('networkidle');
      assert.deepEqual([...new Set(asked)].sort(), counted);
      assert.equal(asked.length, counted.length, 'each file once');
    } finally {
      await browser.close();
      server.close();
    }
  });
});

describe('the README', () => {
  it('states the budgets that the build holds', () => {
    const { budgets } = manifest.cuekit;
    const readme = read('README.md').replaceAll(/\s+/g, ' ');
    const stated = (bytes) => `${bytes / 1000} kB`;
    assert.ok(
      readme.includes(`${stated(budgets['auto.js'])} before the first element`),
      `“${stated(budgets['auto.js'])} before the first element”`,
    );
    const page = stated(budgets['page with <cue-wishlist-button>']);
    assert.ok(
      readme.includes(`${page} for a page with wishlist buttons`),
      `“${page} for a page with wishlist buttons”`,
    );
  });

  it('names entries that exist', () => {
    const entries = Object.keys(manifest.exports).map((entry) => entry.replace(/^\./, 'cuekit'));
    for (const [, , name] of read('README.md').matchAll(/(['"])(cuekit(?:\/[\w.*/-]+)?)\1/g)) {
      const found = entries.some((entry) =>
        new RegExp(`^${entry.replaceAll('.', '\\.').replace('*', '[^/]+')}$`).test(name),
      );
      assert.ok(found, name);
    }
  });
});
