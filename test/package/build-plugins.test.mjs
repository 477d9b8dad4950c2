// What the build changes in code that is not its own, and that it changes nothing else.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { compactElements } from '../../vite-plugin-compact-elements.mjs';
import { guardLitHtml } from '../../vite-plugin-guard-lit.mjs';
import { minifyCss, minifyHtml } from '../../vite-plugin-minify-templates.mjs';
import { slimCss } from '../../vite-plugin-slim-lit.mjs';
import { findChromium } from '../find-browser.mjs';
import { litTemplates } from '../lit-templates.mjs';

const lit = (path) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');

describe('the guard for Trusted Types', () => {
  for (const variant of ['', 'development/']) {
    it(`finds its places in Lit, ${variant ? 'as it is developed' : 'minified'}`, () => {
      const html = guardLitHtml(lit(`lit-html/${variant}lit-html.js`));
      assert.ok(!/createPolicy\(/.test(html), 'Lit creates no policy');
      assert.ok(!/\.innerHTML\s*=[^=]/.test(html), 'Lit writes no markup');
      assert.ok(!/['"]\$lit\$['"]/.test(html));
    });
  }

  it('stops the build when Lit has changed', () => {
    const code = lit('lit-html/lit-html.js');
    for (const changed of [
      code.replace('createPolicy("lit-html"', 'createPolicy("lit"'),
      code.replace('.innerHTML=', '.setHTMLUnsafe='),
      code.replace('"$lit$"', '"$l$"'),
      code.replace('s.innerHTML=t,', 's.innerHTML=t,s.innerHTML=t,'),
    ]) {
      assert.notEqual(changed, code);
      assert.throws(() => guardLitHtml(changed), /Lit has changed/);
    }
  });
});

describe("what takes the place of Lit's css-tag.js", () => {
  it('has the same exports, in both variants of Lit', () => {
    for (const variant of ['', 'development/']) slimCss(lit(`@lit/reactive-element/${variant}css-tag.js`));
  });

  it('stops the build when Lit exports something else', () => {
    assert.throws(() => slimCss('export const css = 1, other = 2; export { css as styles };'), /css-tag/);
  });
});

describe('templates without white space', () => {
  let browser;
  let page;
  before(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
    page = await browser.newPage();
  });
  after(() => browser?.close());

  const rulesOf = (text) =>
    page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      // What depends on a custom property, and what is asked of @supports, is kept as it was written.
      const bare = (cssText) => cssText.replaceAll(/(,|(?<=[\w-]):)\s+/g, '$1').replaceAll(/\{\s+\}/g, '{}');
      return [...sheet.cssRules].map(({ cssText }) => bare(cssText));
    }, text);

  const treeOf = (text) =>
    page.evaluate((html) => {
      const template = document.createElement('template');
      template.innerHTML = html;
      const squeeze = (value) => value.replaceAll(/\s+/g, ' ');
      const describeNode = (node) =>
        node instanceof Element
          ? [
              node.localName,
              [...node.attributes].map(({ name, value }) => [name, squeeze(value)]),
              [...(node.content ?? node).childNodes].map(describeNode),
            ]
          : [node.nodeType, squeeze(node.nodeValue)];
      return [...template.content.childNodes].map(describeNode);
    }, text);

  it('make the same rules, for every style of the kit', async () => {
    const templates = await litTemplates(['css']);
    assert.ok(templates.length > 2);
    for (const { file, strings } of templates) {
      const rules = await rulesOf(strings.join('var(--x)'));
      assert.ok(rules.length > 0, file);
      assert.deepEqual(await rulesOf(strings.map(minifyCss).join('var(--x)')), rules, file);
    }
  });

  for (const text of [
    'a > b { color : red ; }  c   d{margin:0 auto;;}',
    '/* a */ a:hover b { width: calc(1px + (2px * 3)); }',
    ':host( :not([a]) ) ::slotted(*) { color: red }',
    'a::before { content: "; } /* x */ , {"; quotes: \'a\' "b" }',
    '@media (min-width: 1px) and (hover: hover) { a { b: c; color: red } }',
    '@supports (color: light-dark(red, red)) { a { color: light-dark( red , blue ) } }',
    'a , b :is(c , d) , e { transition: color .1s , fill 2s }',
    '@keyframes a { from { opacity: 0 } 50% { opacity: .5 } }',
    'a { --x: { }; --y:  1 ; background: url("a b.png") }',
    'a { &:hover { color: red } & > b { color: blue } }',
  ]) {
    it(`make the same rules: ${text}`, async () => {
      assert.ok(minifyCss(text).length <= text.length);
      assert.deepEqual(await rulesOf(minifyCss(text)), await rulesOf(text));
    });
  }

  it('make the same trees, for every template of the kit', async () => {
    const templates = await litTemplates(['html', 'svg']);
    assert.ok(templates.length > 5);
    for (const { file, strings } of templates) {
      const whole = strings.join('x');
      assert.deepEqual(await treeOf(strings.map(minifyHtml).join('x').trim()), await treeOf(whole.trim()), file);
    }
  });

  it('keep the space between two inline elements', () => {
    assert.equal(minifyHtml('<b>a</b>\n    <i>b</i>'), '<b>a</b> <i>b</i>');
    assert.equal(minifyHtml('<b\n  class="a"\n>a</b>'), '<b class="a">a</b>');
  });
});

describe('the list of elements, made short', () => {
  const source = (lines) =>
    `const elements: Readonly<Record<string, () => Promise<unknown>>> = {\n${lines.join('\n')}\n};\n`;
  const line = (name) => `  'cue-${name}': () => import('./define/${name}.js'),`;

  it('loads each element by its name, with the chunks that its kind shares, once for each version', async () => {
    const code = compactElements(source(['product', 'wishlist', 'wishlist-button'].map(line)), ['product'], '1.2.3');
    const script = code
      .replace(/^.*? = Object/s, 'return Object')
      .replace('CUE_SHARED_LEAN', '"chunks/a.js"')
      .replace('CUE_SHARED', '"chunks/a.js chunks/b.js"')
      .replace(/import\(\/\*.*?\*\/ /, 'ask(');
    const asked = [];
    const elements = new Function('ask', script)((file) => asked.push(file));
    assert.deepEqual(Object.keys(elements), ['cue-product', 'cue-wishlist', 'cue-wishlist-button']);
    await elements['cue-product']();
    await elements['cue-wishlist-button']();
    assert.deepEqual(asked, [
      ...['./define/product.js?1.2.3', './chunks/a.js'],
      ...['./define/wishlist-button.js?1.2.3', './chunks/a.js', './chunks/b.js'],
    ]);
  });

  it('is what src/auto.ts has', () => {
    const code = readFileSync(new URL('../../src/auto.ts', import.meta.url), 'utf8');
    assert.match(compactElements(code, ['product'], '1.2.3'), /'product [^']*wishlist-button/);
  });

  it('stops the build when the list has another form, or an element is not in it', () => {
    assert.throws(() => compactElements(source(["  'cue-x': () => somewhere(),"]), [], '1'), /lists its elements/);
    assert.throws(() => compactElements('const elements = load();', [], '1'), /lists its elements/);
    assert.throws(() => compactElements(source([line('wishlist')]), ['product'], '1'), /does not list product/);
  });
});
