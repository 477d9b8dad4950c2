import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chunksOf } from './built-kit.mjs';
import { button, htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage();

/** In the page, first of all: what a shop's error tracker would see, and what the kit reports by itself. */
function track() {
  globalThis.tracked = [];
  globalThis.reports = [];
  globalThis.warnings = [];
  addEventListener('error', ({ message, error }) => globalThis.tracked.push(`error: ${message} ${error?.stack ?? ''}`));
  addEventListener('unhandledrejection', ({ reason }) =>
    globalThis.tracked.push(`rejection: ${reason?.stack ?? reason}`),
  );
  addEventListener('cue-error', ({ detail }) => globalThis.reports.push(detail.message));
  const { error, warn } = console;
  console.error = (...words) => {
    globalThis.tracked.push(`console.error: ${words.join(' ')}`);
    error(...words);
  };
  console.warn = (...words) => {
    globalThis.warnings.push(words.join(' '));
    warn(...words);
  };
}

const shop = `<cue-wishlist></cue-wishlist><cue-wishlist mode="drawer"></cue-wishlist>
  <main>${button('p1')}${button('p2')}<cue-product product-id="p3"><cue-wishlist-button></cue-wishlist-button></cue-product></main>`;

/**
 * In the page: presses all buttons, opens and closes the drawer, removes and undoes, adds another button. With `facts`, waits
 * until so many have reached the data layer; without, the broken parts of a page leave nothing to wait for.
 */
async function shopAround(facts = 0) {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  for (let tries = 0; tries < 100 && document.querySelector('cue-wishlist-button:not(:defined)'); tries++)
    await pause(10);
  await pause(50);
  const inner = (host, selector) => host?.shadowRoot?.querySelector(selector);
  const press = (one) => inner(one, 'button')?.click();
  document.querySelectorAll('cue-wishlist-button').forEach(press);
  await pause(60);
  /** The code of a list comes after that of buttons, and what is in it when it is wanted. */
  const until = async (list, selector) => {
    for (let tries = 0; tries < (facts ? 300 : 2) && !inner(list, selector); tries++) await pause(10);
    return inner(list, selector);
  };
  (await until(document.querySelector('cue-wishlist[mode=drawer]'), '.badge'))?.click();
  await pause(30);
  for (const list of document.querySelectorAll('cue-wishlist')) {
    (await until(list, '.remove'))?.click();
    (await until(list, '.undo'))?.click();
    await pause(20);
  }
  inner(document.querySelector('cue-wishlist[mode=drawer]'), '.close')?.click();
  const late = document.createElement('cue-wishlist-button');
  late.setAttribute('product-id', 'late');
  late.setAttribute('name', 'Late');
  document.body.append(late);
  await pause(60);
  press(late);
  await pause(60);
  const told = () => (globalThis.dataLayer ?? []).filter((entry) => entry.event).map((entry) => entry.event);
  for (let tries = 0; tries < 300 && told().length < facts; tries++) await pause(10);
  late.remove();
  document.querySelector('main')?.replaceChildren();
  await pause(30);
  return {
    tracked: globalThis.tracked,
    reports: globalThis.reports,
    warnings: globalThis.warnings.filter((words) => words.startsWith('[cuekit]')),
    layer: told(),
  };
}

/** Shops around in a page with something broken; `{ tracked, reports, warnings, layer }`. */
async function shopAroundIn({ body = shop, options, setup, facts }) {
  const path = `/errors-${stage.site.pages.size}`;
  stage.site.pages.set(path, htmlPage(body, options));
  const page = await stage.open();
  await page.addInitScript(track);
  if (setup) await page.addInitScript(setup);
  const seen = [];
  page.on('pageerror', (error) => seen.push(`pageerror: ${error.stack}`));
  await page.goto(stage.site.url + path);
  const result = await page.evaluate(shopAround, facts);
  await page.context().close();
  return { ...result, tracked: [...result.tracked, ...seen] };
}

const configuration = (json) => ({ head: `<script type="application/json" data-cuekit>${json}</script>` });
const withLayer = configuration('{"consent":"granted","sinks":["data-layer"]}');
const breakAfterLoad = (what) =>
  `document.addEventListener('DOMContentLoaded', () => setTimeout(() => { ${what} }, 150));`;

/** name → what is broken, and how many reports of our own are expected at least */
const faults = {
  'nothing broken': { reports: 0, options: withLayer, most: 0 },
  'respondWith() given a promise that rejects': {
    reports: 1,
    setup: () =>
      addEventListener('cue-request-add-to-wishlist', (event) => event.respondWith(Promise.reject(new Error('shop')))),
  },
  'respondWith() given a function that throws': {
    reports: 1,
    setup: () =>
      addEventListener('cue-request-add-to-wishlist', (event) =>
        event.respondWith(() => {
          throw new Error('shop');
        }),
      ),
  },
  'respondWith() given what is no promise': {
    reports: 0,
    setup: () => addEventListener('cue-request-add-to-wishlist', (event) => event.respondWith(undefined)),
  },
  'a listener of records that throws': {
    reports: 1,
    options: {
      head: `<script type="module">import { onRecord } from '/kit/index.js'; onRecord(() => { throw new Error('shop'); });</script>`,
    },
  },
  'a sink of the shop that throws': {
    reports: 1,
    options: {
      head: `<script type="module">import { startKit } from '/kit/index.js';
        startKit({ consent: 'granted', sinks: [{ name: 'mine', reach: 'page', take() { throw new Error('shop'); } }] });</script>`,
    },
  },
  'Intl that throws': {
    reports: 0,
    setup: () => {
      const fail = () => {
        throw new Error('Intl');
      };
      Intl.NumberFormat = fail;
      Intl.PluralRules = fail;
      Intl.getCanonicalLocales = fail;
    },
  },
  'a render that throws': {
    reports: 1,
    setup: () => {
      const { trim } = String.prototype;
      String.prototype.trim = function () {
        if (/cuekit|kit\//.test(new Error().stack)) throw new Error('trim');
        return trim.call(this);
      };
      const { sort } = Array.prototype;
      Array.prototype.sort = function (...order) {
        if (/\/kit\//.test(new Error().stack)) throw new Error('sort');
        return sort.apply(this, order);
      };
    },
  },
  'connecting that throws': {
    reports: 1,
    setup: () => {
      Element.prototype.attachShadow = () => {
        throw new Error('attachShadow');
      };
    },
  },
  'localStorage that throws when it is read': {
    reports: 1,
    setup: () =>
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
  },
  'localStorage that is null': {
    reports: 1,
    setup: () => Object.defineProperty(globalThis, 'localStorage', { value: null }),
  },
  'localStorage that is full': {
    reports: 1,
    setup: () => {
      let size = 4 * 1024 * 1024;
      while (size >= 1) {
        try {
          localStorage.setItem(`host-${size}-${Math.random()}`, 'x'.repeat(size));
        } catch {
          size = Math.floor(size / 2);
        }
      }
    },
  },
  'storage full of what nobody can read': {
    reports: 0,
    setup: () => {
      for (const text of [
        '{',
        'null',
        '[]',
        '{"v":1}',
        '{"v":99,"d":{}}',
        '{"v":1,"d":{"product":{"id":1}}}',
        '\0',
        '"'.repeat(9),
      ])
        for (const name of ['wish', 'consent', 'visitor', 'session', 'viewed', 'decision'])
          localStorage.setItem(`cuekit:${name}:${text.length}`, text);
    },
  },
  'fetch, XHR and history that throw': {
    reports: 0,
    options: withLayer,
    setup: () => {
      globalThis.fetch = () => {
        throw new Error('fetch');
      };
      XMLHttpRequest.prototype.open = globalThis.fetch;
      history.pushState = globalThis.fetch;
    },
  },
  'addEventListener wrapped as monitoring tools do': {
    reports: 0,
    setup: () => {
      const { addEventListener: add } = EventTarget.prototype;
      EventTarget.prototype.addEventListener = function (type, listener, options) {
        if (typeof listener !== 'function') return add.call(this, type, listener, options);
        return add.call(this, type, (...args) => listener.apply(this, args), options);
      };
    },
  },
  'JSON that throws': {
    reports: 1,
    setup: () => {
      JSON.stringify = JSON.parse = () => {
        throw new Error('JSON');
      };
    },
  },
  'structuredClone that throws': {
    reports: 1,
    options: withLayer,
    setup: () => {
      globalThis.structuredClone = () => {
        throw new Error('structuredClone');
      };
    },
  },
  'dispatchEvent that throws': {
    reports: 0,
    setup: breakAfterLoad(`EventTarget.prototype.dispatchEvent = () => { throw new Error('dispatchEvent'); };`),
  },
  'crypto that throws': {
    reports: 0,
    setup: () => {
      crypto.randomUUID = () => {
        throw new Error('crypto');
      };
      crypto.getRandomValues = crypto.randomUUID;
    },
  },
  'MutationObserver that throws': {
    reports: 1,
    setup: () => {
      globalThis.MutationObserver = class {
        constructor() {
          throw new Error('MutationObserver');
        }
      };
    },
  },
  'a tag that the host has defined already': {
    reports: 0,
    setup: () => customElements.define('cue-wishlist-button', class extends HTMLElement {}),
  },
  'a configuration that is no JSON': { reports: 1, options: configuration('{"sinks": ["data-layer",]}') },
  'a configuration of the wrong kind': {
    reports: 0,
    options: configuration('{"sinks": {"a": 1}, "consent": 7, "other": null}'),
  },
};

const attributable = ({ tracked }) => tracked.filter((text) => !/^console\.error: Failed to load resource/.test(text));

describe("the host's error tracker", () => {
  for (const [name, { reports, most = 5, ...fault }] of Object.entries(faults)) {
    it(`sees nothing of ours with ${name}`, async () => {
      const seen = await shopAroundIn(fault);
      assert.deepEqual(attributable(seen), []);
      assert.ok(seen.reports.length >= reports, `only ${seen.reports.length} reports: ${seen.warnings.join('; ')}`);
      assert.ok(seen.reports.length <= most, `${seen.reports.length} reports: ${seen.reports.join('; ')}`);
      console.log(`host errors, ${name}: 0 seen by the host, ${seen.reports.length} reports of our own`);
    });
  }

  it('sees nothing of ours when the code of an element cannot be loaded', async () => {
    const [chunk] = chunksOf('wishlist-button');
    assert.ok(chunk, 'the build has no chunk for the button');
    stage.site.broken = (path) => path.endsWith(chunk);
    const seen = await shopAroundIn({});
    stage.site.broken = () => false;
    assert.deepEqual(attributable(seen), []);
    assert.ok(
      seen.reports.some((message) => message.includes('<cue-wishlist-button>')),
      seen.reports.join(),
    );
    assert.ok(seen.reports.length <= 5);
    console.log(`host errors, a chunk that is missing: 0 seen by the host, ${seen.reports.length} reports of our own`);
  });

  it('sees nothing of ours with everything broken at once, and we report five times at most', async () => {
    const seen = await shopAroundIn({
      options: configuration('{"sinks": [}'),
      setup: [
        `Object.defineProperty(globalThis, 'localStorage', { value: null });`,
        `JSON.stringify = structuredClone = () => { throw new Error('broken'); };`,
        `addEventListener('cue-request-add-to-wishlist', (event) => event.respondWith(Promise.reject(new Error(String(Math.random())))));`,
        breakAfterLoad(`Array.prototype.sort = () => { throw new Error('sort'); };`),
      ].join('\n'),
    });
    assert.deepEqual(attributable(seen), []);
    assert.ok(seen.reports.length >= 1 && seen.reports.length <= 5, seen.reports.join('; '));
    console.log(`host errors, everything at once: 0 seen by the host, ${seen.reports.length} reports of our own`);
  });
});

describe('the script more than once', () => {
  // Four buttons are pressed, and in each of two lists one wish is removed and taken back.
  const facts = [...Array(6).fill('add_to_wishlist'), ...Array(2).fill('remove_from_wishlist')];

  it('ten times: one store, one delivery, nothing said', async () => {
    const scripts = Array.from(
      { length: 9 },
      (_, index) => `<script type="module" src="/kit/auto.js?${index}"></script>`,
    );
    const seen = await shopAroundIn({ options: { head: withLayer.head + scripts.join('') }, facts: facts.length });
    assert.deepEqual(seen.tracked, []);
    assert.deepEqual(seen.reports, []);
    assert.deepEqual(seen.warnings, []);
    assert.deepEqual(seen.layer.sort(), facts);
    console.log(`ten inclusions: ${seen.layer.length} facts delivered once each, 0 errors, 0 warnings`);
  });

  it('in two versions: one store, one delivery, one warning', async () => {
    const head = `${withLayer.head}<script type="module" src="/kit-9.9.9/auto.js"></script>`;
    const seen = await shopAroundIn({ options: { head }, facts: facts.length });
    assert.deepEqual(seen.tracked, []);
    assert.deepEqual(seen.reports, []);
    assert.equal(seen.warnings.length, 1, seen.warnings.join('\n'));
    assert.match(seen.warnings[0], /9\.9\.9/);
    assert.deepEqual(seen.layer.sort(), facts);
    console.log(
      `two versions: ${seen.layer.length} facts delivered once each, 0 errors, 1 warning: ${seen.warnings[0]}`,
    );
  });
});
