// `npm run create`, tried in a copy of the project: what it makes passes types, lint, format and its own test as it is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const modules = (path) => join(root, 'node_modules', path);

let copy;
before(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'cuekit-create-')));
  const leftOut = new Set(['node_modules', 'dist', '.git', 'coverage', 'storybook-static', 'custom-elements.json']);
  for (const name of readdirSync(root)) {
    if (leftOut.has(name)) continue;
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (path) => !/node_modules|[\\/]bench/.test(path),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
});
after(() => rmSync(copy, { recursive: true, force: true }));

function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}
const create = (...args) =>
  run(modules('plop/bin/plop.js'), '--no-progress', '--plopfile', 'plopfile.js', 'element', ...args);
const read = (path) => readFileSync(join(copy, path), 'utf8');

function succeeds(...args) {
  const { status, output } = run(...args);
  assert.equal(status, 0, output);
  return output;
}

const made = [
  'src/elements/price-drop/price-drop.ts',
  'src/elements/price-drop/price-drop.styles.ts',
  'src/define/price-drop.ts',
  'test/elements/price-drop/price-drop.test.ts',
  'stories/elements/price-drop.stories.ts',
  'demo/embed/cue-price-drop.html',
];

describe('a new element', () => {
  before(() => {
    const { status, output } = create('price-drop');
    assert.equal(status, 0, output);
  });

  it('has all of its files', () => {
    for (const path of made) assert.ok(existsSync(join(copy, path)), path);
    assert.match(read(made[0]), /class CuePriceDrop extends CueElement/);
  });

  it('is known to auto.js, and to the demo', () => {
    assert.match(read('src/auto.ts'), /'cue-price-drop': \(\) => import\('\.\/define\/price-drop\.js'\),/);
    assert.match(read('demo/embed/index.html'), /cue-price-drop\.html/);
    assert.match(read('demo/server.mjs'), /cue-price-drop\.html/);
  });

  it('passes the type check', () => {
    succeeds(modules('tsgo/bin/tsc'), '-p', 'tsconfig.json');
    succeeds(modules('tsgo/bin/tsc'), '-p', 'tsconfig.build.json', '--noEmit');
  });

  it('passes lint and is formatted, as is what it changed', () => {
    const changed = ['src/auto.ts', 'demo/server.mjs', 'demo/embed/index.html'];
    const code = [...made, ...changed].filter((path) => /\.(ts|mjs)$/.test(path));
    succeeds(modules('eslint/bin/eslint.js'), '--max-warnings', '0', ...code);
    succeeds(modules('prettier/bin/prettier.cjs'), '--check', ...made, ...changed);
  });

  it('passes its own test', () => {
    const output = succeeds('test/unit.mjs', '--browsers', 'chromium', 'test/elements/price-drop/price-drop.test.ts');
    assert.match(output, /^5 passed, 0 failed, 0 skipped$/m);
  });

  it('is not made twice', () => {
    const { status, output } = create('price-drop');
    assert.notEqual(status, 0);
    assert.match(output, /<cue-price-drop> is there already: src\/elements\/price-drop\/price-drop\.ts/);
  });
});

describe('a name', () => {
  for (const [name, hint] of Object.entries({
    'cue-rating': /Leave “cue-” out: npm run create -- rating/,
    Rating: /small letters and digits/,
    'star--rating': /small letters and digits/,
    '../rating': /small letters and digits/,
    '1-rating': /small letters and digits/,
    utils: /says nothing/,
    wishlist: /is there already/,
  })) {
    it(`“${name}” is refused, with the reason`, () => {
      const { status, output } = create(name);
      assert.notEqual(status, 0);
      assert.match(output, hint);
      assert.ok(!existsSync(join(copy, `src/define/${name}.ts`)) || name === 'wishlist');
    });
  }
});
