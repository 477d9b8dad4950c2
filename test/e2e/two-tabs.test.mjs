import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { button, htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const ids = Array.from({ length: 40 }, (_, index) => `p${index}`);

const stage = useStage({
  // Playwright switches the back/forward cache off by itself.
  browser: { ignoreDefaultArgs: ['--disable-back-forward-cache'] },
  prepare({ site }) {
    site.pages.set('/', htmlPage(`<cue-wishlist></cue-wishlist>${ids.map((id) => button(id)).join('')}`));
    site.pages.set('/away', '<!doctype html><title>Away</title><p>Somewhere else</p>');
  },
});

/** In the page, before anything else. */
function prepare() {
  globalThis.press = (id) => document.querySelector(`[product-id=${id}]`).shadowRoot.querySelector('button').click();
  globalThis.wished = () =>
    [...document.querySelectorAll('cue-wishlist-button')]
      .filter(({ shadowRoot }) => shadowRoot.querySelector('[aria-pressed=true]'))
      .map((one) => one.getAttribute('product-id'))
      .sort();
  globalThis.listed = () =>
    [...document.querySelector('cue-wishlist').shadowRoot.querySelectorAll('li')]
      .filter((row) => row.querySelector('.remove'))
      .map(({ dataset }) => dataset.id)
      .sort();
  globalThis.stored = () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('cuekit:wish:'))
      .map((key) => JSON.parse(localStorage.getItem(key)).d)
      .filter(({ wished }) => wished)
      .map(({ product }) => product.id)
      .sort();
}

async function openTab(context) {
  const tab = await context.newPage();
  await tab.goto(stage.site.url);
  await tab.waitForFunction(
    () =>
      [...document.querySelectorAll('cue-wishlist-button')].every(({ hasUpdated }) => hasUpdated) &&
      document.querySelector('cue-wishlist').hasUpdated,
  );
  return tab;
}

async function twoTabs() {
  const context = await stage.newContext();
  await context.addInitScript(prepare);
  return { context, tabs: [await openTab(context), await openTab(context)] };
}

/** Waits until a tab's buttons, its list and the device say the same, and what is expected. */
async function shows(tab, expected) {
  const wanted = JSON.stringify([...expected].sort());
  try {
    await tab.waitForFunction(
      (text) => [wished(), listed(), stored()].every((some) => JSON.stringify(some) === text),
      wanted,
      { timeout: 5000 },
    );
  } catch {
    const seen = await tab.evaluate(() => ({ buttons: wished(), list: listed(), device: stored() }));
    assert.fail(`expected ${wanted}, the tab shows ${JSON.stringify(seen)}`);
  }
}

describe('two tabs of one shop', () => {
  it('a wish in one appears in the other, and so does its removal', async () => {
    const { context, tabs } = await twoTabs();
    await tabs[0].evaluate(() => press('p1'));
    for (const tab of tabs) await shows(tab, ['p1']);
    await tabs[1].locator('cue-wishlist .remove').click();
    for (const tab of tabs) await shows(tab, []);
    await tabs[1].locator('cue-wishlist .undo').click();
    for (const tab of tabs) await shows(tab, ['p1']);
    await context.close();
    console.log('two tabs: a wish, its removal and the undo of that reached the other tab');
  });

  it('two wishes at the same instant are both kept', async () => {
    const { context, tabs } = await twoTabs();
    const rounds = ids.length / 2;
    // Both tabs wait for the same millisecond of the clock, again and again.
    const startAt = Date.now() + 300;
    const instants = await Promise.all(
      tabs.map((tab, which) =>
        tab.evaluate(
          async ({ startAt, rounds, which }) => {
            const pressedAt = [];
            for (let round = 0; round < rounds; round++) {
              const at = startAt + round * 20;
              await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now() - 5)));
              while (Date.now() < at);
              pressedAt.push(Date.now());
              press(`p${2 * round + which}`);
            }
            return pressedAt;
          },
          { startAt, rounds, which },
        ),
      ),
    );
    const same = instants[0].filter((at, round) => at === instants[1][round]).length;
    for (const tab of tabs) await shows(tab, ids);
    await shows(await openTab(context), ids);
    await context.close();
    console.log(
      `two tabs: ${2 * rounds} of ${2 * rounds} wishes kept, ${same} of ${rounds} pairs within one millisecond`,
    );
  });

  it('both converge after a hundred random toggles each', async () => {
    const { context, tabs } = await twoTabs();
    await Promise.all(
      tabs.map((tab, which) =>
        tab.evaluate(async (which) => {
          let seed = 12345 + which;
          const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
          for (let step = 0; step < 100; step++) {
            press(`p${random(8)}`);
            if (random(3) === 0) await new Promise((resolve) => setTimeout(resolve, random(6)));
          }
        }, which),
      ),
    );
    // Settled is what stays: the device the same for a while, and both tabs like it.
    let expected;
    for (let before; ; before = expected) {
      expected = await tabs[0].evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve, 80));
        return stored();
      });
      if (JSON.stringify(before) === JSON.stringify(expected)) break;
    }
    for (const tab of tabs) await shows(tab, expected);
    await context.close();
    console.log(`two tabs: 2 × 100 random toggles of 8 products ended alike in both (${expected.length} wished for)`);
  });

  it('a tab that returns from the back/forward cache is up to date', async () => {
    const { context, tabs } = await twoTabs();
    const [tab, other] = tabs;
    let restored;
    const told = new Promise((resolve) => {
      restored = resolve;
    });
    stage.site.pages.set('/restored', (request) => {
      restored(JSON.parse(decodeURIComponent(new URL(request.url, stage.site.url).search.slice(1))));
      return { body: '' };
    });
    await tab.evaluate(() => {
      addEventListener('pageshow', async ({ persisted }) => {
        const since = performance.now();
        while (performance.now() - since < 2000 && !wished().includes('p3'))
          await new Promise((resolve) => setTimeout(resolve, 10));
        const { notRestoredReasons } = performance.getEntriesByType('navigation')[0];
        const answer = { persisted, notRestoredReasons, wished: wished(), listed: listed() };
        await fetch(`/restored?${encodeURIComponent(JSON.stringify(answer))}`);
      });
      press('p1');
    });
    await tab.goto(`${stage.site.url}/away`);
    await other.evaluate(() => press('p3'));
    await shows(other, ['p1', 'p3']);
    // goBack() of Playwright waits for a navigation that a restored page does not make.
    await tab.evaluate(() => void setTimeout(() => history.back()));
    const answer = await Promise.race([
      told,
      new Promise((_, reject) => {
        setTimeout(
          () => reject(new Error('the page was not restored: is it kept in the back/forward cache?')),
          8000,
        ).unref();
      }),
    ]);
    assert.deepEqual(answer, {
      persisted: true,
      notRestoredReasons: null,
      wished: ['p1', 'p3'],
      listed: ['p1', 'p3'],
    });
    await context.close();
    console.log(
      'back/forward cache: the page is kept, nothing blocks it, and on its return it shows what another tab did',
    );
  });
});
