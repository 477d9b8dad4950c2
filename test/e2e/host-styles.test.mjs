import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { button, htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const wishes = [1, 2].map((number) => ({
  product: {
    id: `w${number}`,
    name: `A thing that is number ${number}`,
    price: 12.5,
    listPrice: 20,
    currency: 'EUR',
    url: `http://localhost/product/${number}`,
    variant: 'Blue',
  },
  wished: true,
  changedAt: number,
}));

/** Each widget in a box of its own, which no reset moves: what is compared is the widget. */
const widgets = `
  <div class="box" style="top:0;left:0">${button('w1')}</div>
  <div class="box" style="top:0;left:100px">${button('x1', 'label="Save for later"')}</div>
  <div class="box" style="top:0;left:400px">${button('x2', 'count="12"')}</div>
  <div class="box" style="top:0;left:600px"><cue-wishlist class="drawer" mode="drawer"></cue-wishlist></div>
  <div class="box" style="top:0;left:700px"><cue-wishlist class="popover" mode="popover"></cue-wishlist></div>
  <div class="box" style="top:80px;left:0;width:500px"><cue-wishlist class="inline"></cue-wishlist></div>`;
const pageStyle = `body{margin:0;font-family:sans-serif;color:#222;background:#fff}
  .box{position:absolute!important;display:block!important;margin:0!important;padding:0!important;border:0!important}`;

/** Where the widgets are, in the page's order; a locator reaches into shadow roots. */
const places = {
  'pressed button': '[product-id=w1] button',
  'button with a label': '[product-id=x1] button',
  'button with a count': '[product-id=x2] button',
  badge: '.drawer .badge',
  list: '.inline section',
};

/** What themes and resets do to everything; colours and typefaces are the shop's to set and are left out. */
const resets = {
  'html{font-size:10px}': 'html{font-size:10px}',
  '*{box-sizing:content-box}': '*,*::before,*::after{box-sizing:content-box}',
  'button{all:unset}': 'button{all:unset}',
  'everything set to nothing': `html,body,div,span,h1,h2,p,a,img,ul,li,button,svg,section,dialog,header,s,cue-wishlist,cue-wishlist-button{
    margin:0;padding:0;border:0;font-size:100%;vertical-align:baseline}ol,ul{list-style:none}`,
  'a theme that shouts': `a{color:red;text-decoration:underline dotted}img,svg{display:block;max-width:10px;height:auto}
    ul li{padding:20px;list-style:square}h2{font-size:60px;margin:50px}button{border:9px solid;min-width:300px;border-radius:0;
    background:lime;text-transform:uppercase}dialog{display:block;opacity:.5}[hidden]{display:block}section{padding:40px}
    p{margin:30px}span{display:block}::selection{color:red}:focus-visible{outline:9px solid red}`,
  'what is inherited': `body{letter-spacing:3px;word-spacing:9px;text-transform:uppercase;line-height:3;text-indent:40px;text-align:right;
    white-space:pre;font-style:italic;text-shadow:1px 1px red;font-size:7px;font-weight:100}`,
  '*{all:revert}': '*:not(html,head,body,style,script,link,title,meta){all:revert}',
};

const stage = useStage();

/** Opens the page with the widgets, after a script of the host's. */
async function openPage({ setup } = {}) {
  const path = `/styles-${stage.site.pages.size}`;
  stage.site.pages.set('/empty', '<!doctype html><title>Empty</title>');
  stage.site.pages.set(
    path,
    htmlPage(widgets, {
      head: `<link rel="stylesheet" href="/cuekit.css"><style>${pageStyle}</style>`,
    }),
  );
  const page = await stage.open({ viewport: { width: 800, height: 600 }, reducedMotion: 'reduce' });
  await page.goto(`${stage.site.url}/empty`);
  await page.evaluate((all) => {
    for (const wish of all) localStorage.setItem(`cuekit:wish:${wish.product.id}`, JSON.stringify({ v: 1, d: wish }));
  }, wishes);
  if (setup) await page.addInitScript(setup);
  await page.goto(stage.site.url + path);
  await page.locator('.inline li').nth(1).waitFor();
  await page.locator('[product-id=w1] [aria-pressed=true]').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Pictures of all widgets, the drawer and the popover open at the end. */
async function pictures(page) {
  const taken = {};
  for (const [name, selector] of Object.entries(places)) taken[name] = await page.locator(selector).screenshot();
  for (const mode of ['drawer', 'popover']) {
    await page.evaluate(async (mode) => {
      const list = document.querySelector(`.${mode}`);
      list.open = true;
      await list.updateComplete;
      const panel = list.shadowRoot.querySelector('.panel');
      const placed = () => mode !== 'popover' || 'placed' in panel.dataset;
      for (let tries = 0; tries < 100 && !placed(); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
      document.activeElement?.shadowRoot?.activeElement?.blur();
    }, mode);
    taken[mode] = await page.locator(`.${mode} .panel`).screenshot();
    await page.evaluate(async (mode) => {
      const list = document.querySelector(`.${mode}`);
      list.open = false;
      await list.updateComplete;
    }, mode);
  }
  return taken;
}

/** The share of pixels that differ visibly, measured by the browser itself. */
async function difference(page, a, b) {
  return page.evaluate(
    async (sources) => {
      const [one, other] = await Promise.all(
        sources.map(async (source) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (one.width !== other.width || one.height !== other.height)
        return `${one.width} × ${one.height} has become ${other.width} × ${other.height}`;
      let different = 0;
      for (let at = 0; at < one.data.length; at += 4)
        if ([0, 1, 2].some((channel) => Math.abs(one.data[at + channel] - other.data[at + channel]) > 24)) different++;
      return different / (one.width * one.height);
    },
    [a.toString('base64'), b.toString('base64')],
  );
}

describe("the host's styles", () => {
  let tried;
  let plain;
  let canvas;

  it('are tried against pictures that stay the same', async () => {
    tried = await openPage();
    plain = await pictures(tried);
    const again = await pictures(tried);
    canvas = await stage.open();
    await canvas.goto(`${stage.site.url}/empty`);
    for (const name of Object.keys(plain)) {
      const share = await difference(canvas, plain[name], again[name]);
      assert.ok(share <= 0.001, `${name}: ${share}`);
    }
    const blue = ':root{--cue-pressed-color:#00f;--cue-text:#00f;--cue-surface:#eee}';
    const mark = await tried.addStyleTag({ content: blue });
    const changed = await pictures(tried);
    await mark.evaluate((style) => style.remove());
    for (const name of ['pressed button', 'drawer', 'popover'])
      assert.ok((await difference(canvas, plain[name], changed[name])) > 0.001, `${name} cannot be told apart`);
  });

  for (const [name, style] of Object.entries(resets)) {
    it(`do not leak in: ${name}`, async () => {
      await tried.evaluate((text) => {
        document.querySelector('#reset')?.remove();
        const style = document.createElement('style');
        style.id = 'reset';
        style.textContent = text;
        document.head.append(style);
      }, style);
      const taken = await pictures(tried);
      const shares = {};
      for (const [widget, picture] of Object.entries(taken))
        shares[widget] = await difference(canvas, plain[widget], picture);
      const most = Math.max(...Object.values(shares).map((share) => (typeof share === 'number' ? share : 1)));
      assert.ok(most <= 0.001, JSON.stringify(shares));
      console.log(
        `styles, ${name}: ${Object.keys(shares).length} widgets differ by ${(100 * most).toFixed(2)} % at most`,
      );
    });
  }

  it('cannot cover the open list, not even at the greatest z-index', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      const overlay = document.createElement('div');
      overlay.className = 'overlay';
      overlay.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#f0f';
      document.body.append(overlay);
    });
    for (const mode of ['drawer', 'popover']) {
      const hit = await page.evaluate(async (mode) => {
        const list = document.querySelector(`.${mode}`);
        list.open = true;
        await list.updateComplete;
        const panel = list.shadowRoot.querySelector('.panel');
        const placed = () => mode !== 'popover' || 'placed' in panel.dataset;
        for (let tries = 0; tries < 100 && !placed(); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
        const { left, top, width, height } = panel.getBoundingClientRect();
        const found = document.elementFromPoint(left + width / 2, top + height / 2);
        list.open = false;
        await list.updateComplete;
        return found?.className;
      }, mode);
      assert.equal(hit, mode);
    }
    await page.context().close();
    console.log('styles, overlay with z-index 2147483647: drawer and popover are above it');
  });

  it('of ours do not leak out', async () => {
    const host = `<main><h2>Title</h2><p>Text <a href="/">link</a></p><ul><li>One</li></ul><button>Press</button><dialog open>D</dialog>
      <header>H</header><section>S</section><svg><path d="M0 0h9"/></svg><img alt=""><s>old</s></main>`;
    const styles = [];
    for (const kit of ['', '/kit/auto.js']) {
      const head = kit && '<link rel="stylesheet" href="/cuekit.css">';
      stage.site.pages.set(
        '/host',
        htmlPage(host + button('p1') + '<cue-wishlist mode="drawer"></cue-wishlist>', { head, kit }),
      );
      const page = await stage.open();
      await page.goto(`${stage.site.url}/host`);
      if (kit) await page.locator('cue-wishlist .badge').waitFor();
      styles.push(
        await page.evaluate(() =>
          [document.documentElement, document.body, ...document.querySelectorAll('main, main *')].map((element) => {
            const style = getComputedStyle(element);
            // How high the page is depends on what is in it.
            return [...style]
              .filter((name) => !/^(height|block-size|perspective-origin|transform-origin)$/.test(name))
              .map((name) => `${element.localName} ${name}: ${style.getPropertyValue(name)}`);
          }),
        ),
      );
      await page.context().close();
    }
    assert.deepEqual(styles[1], styles[0]);
    console.log(
      `styles of ours: ${styles[0].length} elements of the host, every computed property the same with the kit`,
    );
  });
});

describe("the host's prototypes", () => {
  it('may have enumerable additions and an old toJSON', async () => {
    const page = await openPage({
      setup: () => {
        Array.prototype.each = function (visit) {
          this.forEach(visit);
        };
        Object.prototype.extended = () => 'by the host';
        // As Prototype.js 1.6 has it.
        Array.prototype.toJSON = function () {
          return `[${this.map((one) => JSON.stringify(one)).join(', ')}]`;
        };
        String.prototype.toJSON = function () {
          return `"${this}"`;
        };
        Date.prototype.toJSON = () => 'a date';
      },
    });
    await page.locator('[product-id=x1] button').click();
    await page.locator('.inline li').nth(2).waitFor();
    await page.locator('.inline li[data-id=w1] .remove').click();
    await page.locator('.inline li[data-id=w1] .undo').waitFor();
    await page.reload();
    await page.locator('.inline li').nth(1).waitFor();
    const rows = await page.locator('.inline li').evaluateAll((all) => all.map((row) => row.innerText.split('\n')[0]));
    await page.context().close();
    assert.deepEqual(rows, ['Product x1', 'A thing that is number 2']);
    console.log('prototypes: enumerable additions and the toJSON of Prototype.js 1.6 change nothing that is kept');
  });
});

describe('the window', () => {
  it('gets one property from the kit, and the marks of the libraries in it', async () => {
    stage.site.pages.set('/window', htmlPage(`${button('p1')}<cue-wishlist mode="popover"></cue-wishlist>`));
    const page = await stage.open();
    await page.addInitScript(() => {
      const prototypes = () =>
        [Object, Array, Function, String, Promise, Element, HTMLElement, Node, Event, EventTarget, Document].flatMap(
          ({ name, prototype }) => Reflect.ownKeys(prototype).map((key) => `${name}.prototype.${String(key)}`),
        );
      const before = { window: Reflect.ownKeys(globalThis), prototypes: prototypes() };
      globalThis.isNew = () => ({
        window: Reflect.ownKeys(globalThis)
          .filter((key) => !before.window.includes(key) && key !== 'isNew')
          .map(String),
        prototypes: prototypes().filter((key) => !before.prototypes.includes(key)),
      });
    });
    await page.goto(`${stage.site.url}/window`);
    await page.locator('cue-wishlist-button button').click();
    await page.locator('cue-wishlist .badge').click();
    await page.locator('cue-wishlist .panel[data-placed]').waitFor();
    const added = await page.evaluate(() => globalThis.isNew());
    await page.context().close();
    console.log(`window: new properties are ${added.window.join(', ')}; new on prototypes: ${added.prototypes.length}`);
    assert.deepEqual(added.prototypes, []);
    const libraries = [
      'litElementVersions',
      'litHtmlVersions',
      'litPropertyMetadata',
      'nanostoresGlobal',
      'reactiveElementVersions',
    ];
    assert.deepEqual(
      added.window.filter((key) => !libraries.includes(key)),
      ['Symbol(cuekit)'],
    );
  });
});
