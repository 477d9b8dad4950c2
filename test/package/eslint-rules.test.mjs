// Cuekit's own lint rules fire where they should, and only there.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import parser from '@typescript-eslint/parser';
import { ESLint, Linter } from 'eslint';
import cuekit, { layers, readTemplate } from '../../eslint.rules.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What one rule says about a code that stands in a file of the project (which need not exist). */
function messagesOf(rule, code, { file = 'src/elements/box/box.ts', options = [], cwd = root } = {}) {
  const linter = new Linter({ cwd, configType: 'flat' });
  const found = linter.verify(
    code,
    [
      {
        files: ['**/*.ts'],
        plugins: { cuekit },
        languageOptions: { parser },
        rules: { [`cuekit/${rule}`]: ['error', ...options] },
      },
    ],
    { filename: join(cwd, file) },
  );
  assert.ok(!found.some(({ fatal }) => fatal), `does not parse: ${found[0]?.message}`);
  return found.map(({ messageId }) => messageId);
}

function fires(rule, code, options) {
  assert.notDeepEqual(messagesOf(rule, code, options), [], `“${code}” should be an error`);
}

function passes(rule, code, options) {
  assert.deepEqual(messagesOf(rule, code, options), [], `“${code}” should be fine`);
}

describe('layers', () => {
  const folderFile = (part) => (part.endsWith('.ts') ? `src/${part}` : `src/${part}/thing.ts`);
  const parts = Object.keys(layers);
  for (const from of parts) {
    const allowed = layers[from];
    const may = parts.filter(
      (to) => to === from || (Array.isArray(allowed) ? allowed.includes(to) : !allowed.not.includes(to)),
    );
    it(`${from} may import ${may.join(', ')} and nothing else of ours`, () => {
      for (const to of parts) {
        if (to === 'auto.ts' && from === 'auto.ts') continue;
        const up = from.endsWith('.ts') ? './' : '../';
        const source = `${up}${to.endsWith('.ts') ? to.replace('.ts', '.js') : `${to}/thing.js`}`;
        const code = from === 'auto.ts' ? `const f = () => import('${source}');` : `import { a } from '${source}';`;
        const found = messagesOf('layers', code, { file: folderFile(from) });
        assert.deepEqual(found, may.includes(to) ? [] : ['direction'], `${from} → ${to}`);
      }
    });
  }

  it('holds for types, re-exports and dynamic imports too', () => {
    const file = 'src/sinks/thing.ts';
    fires('layers', `import type { A } from '../store/thing.js';`, { file });
    fires('layers', `export * from '../store/thing.js';`, { file });
    fires('layers', `export { a } from '../store/thing.js';`, { file });
    fires('layers', `const f = () => import('../store/thing.js');`, { file });
    fires('layers', `type A = import('../store/thing.js').A;`, { file });
  });

  it('lets nothing of src import a test, the demo or a file outside', () => {
    fires('layers', `import { a } from '../../test/a.js';`, { file: 'src/store/a.ts' });
    fires('layers', `import data from '../../package.json';`, { file: 'src/store/a.ts' });
  });

  it('asks what a new folder may import', () => {
    assert.deepEqual(messagesOf('layers', '', { file: 'src/magic/a.ts' }), ['unknownPart']);
  });

  it('keeps Lit in elements', () => {
    passes('layers', `import { html } from 'lit'; import { repeat } from 'lit/directives/repeat.js';`);
    for (const file of ['src/store/a.ts', 'src/kit.ts', 'src/define/box.ts', 'src/auto.ts']) {
      fires('layers', `import { html } from 'lit';`, { file });
      fires('layers', `import type { LitElement } from 'lit-element';`, { file });
      fires('layers', `import { x } from '@lit/reactive-element';`, { file });
    }
  });

  it('keeps floating-ui in the one file that is loaded late', () => {
    const code = `const f = () => import('@floating-ui/dom');`;
    passes('layers', code, { file: 'src/elements/internal/place-beside.ts' });
    fires('layers', code, { file: 'src/elements/internal/cue-element.ts' });
    fires('layers', code, { file: 'src/browser/anchor.ts' });
  });

  it('keeps nanostores in store, campaigns and the store controller', () => {
    const code = `import { atom } from 'nanostores';`;
    for (const file of ['src/store/a.ts', 'src/campaigns/a.ts', 'src/elements/internal/store-controller.ts']) {
      passes('layers', code, { file });
    }
    for (const file of ['src/elements/box/box.ts', 'src/sinks/a.ts', 'src/kit.ts']) fires('layers', code, { file });
  });

  it('knows no other package', () => {
    fires('layers', `import _ from 'lodash';`);
    fires('layers', `import { readFile } from 'node:fs';`);
    fires('layers', `import { readFile } from 'node:fs';`, { file: 'src/recommend/a.ts' });
    passes('layers', `import { readFile } from 'node:fs';`, { file: 'src/collector/a.ts' });
    passes('layers', `import { readFile } from 'node:fs';`, { file: 'src/trainer/a.ts' });
  });

  it('has auto.ts load elements late', () => {
    passes('layers', `const f = () => import('./define/a.js');`, { file: 'src/auto.ts' });
    fires('layers', `import './define/a.js';`, { file: 'src/auto.ts' });
  });
});

describe('no-cycle', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'cuekit-cycle-'));
  after(() => rmSync(cwd, { recursive: true, force: true }));
  const write = (path, code) => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), code);
    return code;
  };
  const found = (file, code) => messagesOf('no-cycle', write(file, code), { file, cwd });

  it('finds a cycle through .js specifiers of .ts files', () => {
    write('src/a/two.ts', `import { three } from './three.js';`);
    write('src/a/three.ts', `export { one } from './one.js';`);
    assert.deepEqual(found('src/a/one.ts', `import { two } from './two.js';`), ['cycle']);
  });

  it('finds one through imports of several lines, and through a bare import', () => {
    write('src/b/two.ts', `import {\n  one,\n  other,\n} from './one.js';`);
    assert.deepEqual(found('src/b/one.ts', `import './two.js';`), ['cycle']);
    write('src/b/four.ts', `import './three.js';`);
    assert.deepEqual(found('src/b/three.ts', `export * from './four.js';`), ['cycle']);
  });

  it('finds a file that imports itself', () => {
    assert.deepEqual(found('src/c/one.ts', `import { a } from './one.js';`), ['cycle']);
  });

  it('lets types and dynamic imports point back, and ignores comments', () => {
    write(
      'src/d/two.ts',
      `import type { One } from './one.js';\n/* import { a } from './one.js'; */\n// import './one.js';`,
    );
    assert.deepEqual(found('src/d/one.ts', `import { two } from './two.js';`), []);
    write('src/d/four.ts', `const f = () => import('./three.js');`);
    assert.deepEqual(found('src/d/three.ts', `import { four } from './four.js';`), []);
    write('src/d/six.ts', `import { five } from './five.js';`);
    assert.deepEqual(found('src/d/five.ts', `import type { Six } from './six.js';`), []);
  });
});

describe('no-import-side-effects', () => {
  const rule = 'no-import-side-effects';

  for (const code of [
    `start();`,
    `document.title = 'x';`,
    `if (a) b();`,
    `for (const a of b) c(a);`,
    `try { a(); } catch {}`,
    `const a = open();`,
    `const root = document;`,
    `const width = window.innerWidth;`,
    `const a = { b: { c: start() } };`,
    `const a = [...start()];`,
    `const a = \`\${start()}\`;`,
    `export const a = await start();`,
    `export default start();`,
    `const a = new MutationObserver(() => {});`,
    `class A { static a = start(); }`,
    `class A { static { start(); } }`,
    `class A extends mixin(B) {}`,
    `@tag('a') class A {}`,
    `const a = tag\`x\`;`,
    `import 'some-package';`,
    `let a; a = 1;`,
    `const a = delete b.c;`,
  ]) {
    it(`stops ${code}`, () => fires(rule, code));
  }

  for (const code of [
    `import { a } from './a.js'; export * from './b.js'; export { a };`,
    `import './event-maps.js';`,
    `export const a = 1, b = 'x', c = -1, d = /x/, e = \`a\${b}\`, f = a + 1, g = a ? b : c, h = a ?? b, i = typeof document;`,
    `const a = { b: [1, ...c], d() { start(); }, get e() { return start(); }, ...f } as const;`,
    `const a = () => start(); function b() { start(); } async function* c() {}`,
    `const a = Symbol.for('x'), b = new Map([[1, 2]]), c = new Set(), d = new WeakMap(), e = Object.freeze({ a: 1 });`,
    `const styles = css\`a { color: \${color}; }\`; const empty = html\`<p></p>\`; const icon = svg\`<g></g>\`;`,
    `const $a = atom(1), $b = map({}), $c = computed($a, (a) => a + 1);`,
    `const names = ['a', 'b'].map((name) => start(name)).join();`,
    `export class A extends B { static styles = [a, css\`\`]; static properties = { a: { type: String } }; b = start(); static c() { start(); } }`,
    `interface A {} type B = string; declare global { interface HTMLElementTagNameMap { a: A } } declare const c: string;`,
    `export default function () {}`,
    `let count = 0;`,
  ]) {
    it(`lets ${code} be`, () => passes(rule, code));
  }

  it('takes names of further functions that only make a value', () => {
    fires(rule, `const a = lazyStore(() => start());`);
    passes(rule, `const a = lazyStore(() => start());`, { options: [{ pure: ['lazyStore'] }] });
  });
});

describe('no-vague-file-names', () => {
  for (const file of [
    'src/utils.ts',
    'src/store/helpers.ts',
    'src/store/types.ts',
    'src/common/a.ts',
    'src/store/misc.ts',
    'test/Helper.test.ts',
    'demo/util/a.ts',
  ]) {
    it(`stops ${file}`, () => fires('no-vague-file-names', '', { file }));
  }
  for (const file of [
    'src/store/wishlist.ts',
    'src/store/type-of-price.ts',
    'src/elements/internal/fill.ts',
    'src/browser/event-types.ts',
  ]) {
    it(`lets ${file} be`, () => passes('no-vague-file-names', '', { file }));
  }
});

describe('safe-templates', () => {
  const rule = 'safe-templates';
  const stopped = {
    'html`<p style="color: red"></p>`': 'style',
    'html`<p style=${styles}></p>`': 'style',
    'html`<p style></p>`': 'style',
    'html`<p onclick="x()"></p>`': 'handler',
    'html`<style>a {}</style>`': 'element',
    'html`<script src="x"></script>`': 'element',
    'html`<a href=${url}>x</a>`': 'url',
    'html`<a href="${url}">x</a>`': 'url',
    "html`<a href='${url}'>x</a>`": 'url',
    'html`<a .href=${url}>x</a>`': 'url',
    'html`<a HREF=${url}>x</a>`': 'url',
    'html`<a href = ${url}>x</a>`': 'url',
    'html`<a class="x" href=${url ?? nothing}>x</a>`': 'url',
    'html`<a href="/to/${id}">x</a>`': 'url',
    'html`<a href="${safeUrl(a)}${b}">x</a>`': 'url',
    'html`<a href=${safeUrl(a) ?? b}>x</a>`': 'url',
    'html`<a href=${ifDefined(url)}>x</a>`': 'url',
    'html`<img src=${url}>`': 'url',
    'html`<img srcset=${url}>`': 'url',
    'html`<video poster=${url}></video>`': 'url',
    'html`<form action=${url}></form>`': 'url',
    'html`<button formaction=${url}></button>`': 'url',
    'html`<button .formAction=${url}></button>`': 'url',
    'svg`<a xlink:href=${url}></a>`': 'url',
    'html`<p .innerHTML=${a}></p>`': 'html',
    'html`<iframe srcdoc=${a}></iframe>`': 'html',
    'html`<p>${list.map((a) => html`<a href=${a.url}>x</a>`)}</p>`': 'url',
  };
  for (const [code, messageId] of Object.entries(stopped)) {
    it(`stops ${code}`, () => {
      assert.deepEqual([...new Set(messagesOf(rule, `const a = () => ${code};`))], [messageId]);
    });
  }
  for (const code of [
    'html`<a href=${safeUrl(url)}>x</a>`',
    'html`<a href="${safeUrl(url)}">x</a>`',
    'html`<a href=${safeUrl(url) ?? nothing}>x</a>`',
    'html`<a href=${url ? safeUrl(url) : nothing}>x</a>`',
    'html`<a href=${ifDefined(safeUrl(url))} class=${b}>x</a>`',
    'html`<a href="/static">x</a> <p>href=${x}</p>`',
    'html`<!-- <p style="a"> --><p>${a}</p>`',
    'html`<p class="style" data-style=${a} @click=${b} ?hidden=${c} .value=${d}>style="x"</p>`',
    'html`<cue-box mode=${a}></cue-box>`',
    'css`a { style: b }`',
    'other`<a href=${url}>`',
  ]) {
    it(`lets ${code} be`, () => passes(rule, `const a = () => ${code};`));
  }

  it('reads which attribute each expression stands in', () => {
    const { bindings } = readTemplate(['<p a=', ' b="x', 'y" .c=', '>', '</p><i d="', '"></i>']);
    assert.deepEqual(
      bindings.map((binding) => binding && [binding.name, binding.whole]),
      [['a', true], ['b', false], ['c', true], undefined, ['d', true]],
    );
  });
});

describe('no-unsafe-html', () => {
  const rule = 'no-unsafe-html';
  for (const code of [
    `import { unsafeHTML } from 'lit/directives/unsafe-html.js';`,
    `import { unsafeSVG } from 'lit/directives/unsafe-svg.js';`,
    `import { unsafeStatic } from 'lit/static-html.js';`,
    `import { styleMap } from 'lit/directives/style-map.js';`,
    `import { unsafeHTML as fine } from './somewhere.js';`,
    `a.innerHTML = b;`,
    `a['innerHTML'] = b;`,
    `a.outerHTML += b;`,
    `a.srcdoc = b;`,
    `a.insertAdjacentHTML('beforeend', b);`,
    `document.write(a);`,
    `window.document.writeln(a);`,
    `range.createContextualFragment(a);`,
    `eval(a);`,
    `window.eval(a);`,
    `new Function('a', b);`,
    `Function('a')();`,
    `setTimeout('a()', 1);`,
  ]) {
    it(`stops ${code}`, () => fires(rule, code));
  }
  for (const code of [
    `import { repeat } from 'lit/directives/repeat.js';`,
    `const a = b.innerHTML; c.textContent = d; setTimeout(() => a(), 1); e.write(f); a.append(b);`,
  ]) {
    it(`lets ${code} be`, () => passes(rule, code));
  }
});

describe('element-size', () => {
  it('warns of a long element', () => {
    passes('element-size', 'const a = 1;\n'.repeat(9), { options: [10] });
    fires('element-size', 'const a = 1;\n'.repeat(11), { options: [10] });
  });
});

describe('the configuration', () => {
  const eslint = new ESLint({ cwd: root });
  /** Rules that fire, by name, on a code that stands in a file which need not exist. */
  const lint = async (code, file) => {
    const [{ messages }] = await eslint.lintText(code, { filePath: join(root, file) });
    return messages.map(({ ruleId, message }) => ruleId ?? message);
  };

  it('forbids the console but where faults and records are shown', async () => {
    assert.deepEqual(await lint(`export const a = () => console.warn(1);\n`, 'src/store/a.ts'), ['no-console']);
    assert.deepEqual(await lint(`export const a = () => console.warn(1);\n`, 'src/browser/warn.ts'), []);
    assert.deepEqual(await lint(`export const a = () => console.warn(1);\n`, 'src/sinks/console.ts'), []);
  });

  it('lets define files and auto.ts act on import', async () => {
    const found = await lint(`start();\n`, 'src/define/a.ts');
    assert.ok(!found.includes('cuekit/no-import-side-effects'));
    assert.deepEqual(await lint(`start();\n`, 'src/store/a.ts'), ['cuekit/no-import-side-effects']);
  });

  it('finds a reactive property that a class field hides', async () => {
    const code = `import { LitElement } from 'lit';\nexport class A extends LitElement {\n  static properties = { a: {} };\n  a = 1;\n}\n`;
    assert.ok((await lint(code, 'src/elements/a/a.ts')).includes('lit/no-classfield-shadowing'));
  });

  it('finds an image without a text', async () => {
    const code = 'import { html } from \'lit\';\nexport const a = () => html`<img src="a">`;\n';
    assert.ok((await lint(code, 'src/elements/a/a.ts')).includes('lit-a11y/alt-text'));
    assert.ok((await lint(code, 'stories/a.stories.ts')).includes('lit-a11y/alt-text'));
  });

  it('forbids any, enums, classes away from elements, and tests that run alone', async () => {
    assert.deepEqual(await lint(`export const a = (b: any) => b;\n`, 'src/store/a.ts'), ['no-restricted-syntax']);
    assert.deepEqual(await lint(`export enum A {\n  b,\n}\n`, 'src/store/a.ts'), [
      'cuekit/no-import-side-effects',
      'no-restricted-syntax',
    ]);
    assert.deepEqual(await lint(`export class A {}\n`, 'src/store/a.ts'), ['no-restricted-syntax']);
    assert.deepEqual(await lint(`export class A {}\n`, 'src/elements/internal/a.ts'), []);
    assert.deepEqual(await lint(`it.only('a', () => {});\n`, 'test/a.test.ts'), ['no-restricted-syntax']);
  });

  it('finds what only a mouse can click, and lets a dialog close by its backdrop', async () => {
    const code = (tag) =>
      `import { html } from 'lit';\nexport const a = () => html\`<${tag}\n  @click=\${b}\n></${tag}>\`;\n`;
    assert.deepEqual(await lint(code('div'), 'src/elements/a/a.ts'), ['lit-a11y/click-events-have-key-events']);
    assert.deepEqual(await lint(code('dialog'), 'src/elements/a/a.ts'), []);
  });

  it('warns at 200 lines of an element and fails at 300', async () => {
    const lines = (count) => `${Array.from({ length: count }, (_, i) => `export const a${i} = ${i};`).join('\n')}\n`;
    assert.deepEqual(await lint(lines(150), 'src/elements/a/a.ts'), []);
    assert.deepEqual(await lint(lines(250), 'src/elements/a/a.ts'), ['cuekit/element-size']);
    assert.ok((await lint(lines(310), 'src/elements/a/a.ts')).includes('max-lines'));
  });
});
