import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({ prepare: ({ site }) => site.pages.set('/', htmlPage('<main></main>')) });

async function measure(cdp) {
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return { nodes: value('Nodes'), listeners: value('JSEventListeners'), heap: value('JSHeapUsedSize') };
}

/** In the page: connects and disconnects, `together` elements at a time. */
async function cycle({ html, count, together }) {
  const main = document.querySelector('main');
  for (let done = 0; done < count; done += together) {
    main.innerHTML = html.repeat(together);
    await Promise.all([...main.children].map(({ localName }) => customElements.whenDefined(localName)));
    await Promise.all([...main.children].map(({ updateComplete }) => updateComplete));
    main.replaceChildren();
  }
  await new Promise((resolve) => setTimeout(resolve, 150));
}

/** Nodes, listeners and heap after 5 × `count` elements have come and gone, against what they were after the first of them. */
async function growth(html, { count = 2000, together = 100 } = {}) {
  const page = await stage.open();
  await page.goto(stage.site.url);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  // Code, templates and stores come with the first elements, and stay; what they ask for then comes a moment later.
  for (let round = 0; round < 3; round++) await page.evaluate(cycle, { html, count: 400, together });
  const before = await measure(cdp);
  for (let round = 0; round < 5; round++) await page.evaluate(cycle, { html, count, together });
  const end = await measure(cdp);
  await page.context().close();
  return Object.fromEntries(Object.keys(before).map((key) => [key, end[key] - before[key]]));
}

const cases = {
  'buttons that know their product': {
    html: '<cue-wishlist-button product-id="p1" name="A" price="1" currency="EUR" label="Save"></cue-wishlist-button>',
  },
  'buttons in a cue-product, told by the page': {
    html: '<cue-product product-id="p2"><cue-wishlist-button></cue-wishlist-button></cue-product>',
  },
  'lists and drawers': {
    html: '<cue-wishlist></cue-wishlist><cue-wishlist mode="drawer"></cue-wishlist>',
    together: 50,
  },
};

describe('10,000 elements that come and go', () => {
  for (const [name, { html, ...options }] of Object.entries(cases)) {
    it(`leave nothing behind: ${name}`, async () => {
      const { nodes, listeners, heap } = await growth(html, options);
      console.log(`leak, ${name}: nodes ${nodes}, listeners ${listeners}, heap ${Math.round(heap / 1000)} KB`);
      assert.ok(Math.abs(nodes) <= 10, `${nodes} nodes`);
      assert.ok(listeners <= 0, `${listeners} listeners`);
      assert.ok(heap <= 200_000, `${heap} bytes`);
    });
  }

  it('would be noticed if one listener of each stayed', async () => {
    const page = await stage.open();
    await page.goto(stage.site.url);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable');
    const before = await measure(cdp);
    await page.evaluate(() => {
      for (let one = 0; one < 100; one++) {
        const element = document.createElement('div');
        addEventListener('resize', () => element);
      }
    });
    const end = await measure(cdp);
    assert.ok(end.listeners - before.listeners >= 100 && end.nodes - before.nodes >= 100);
    await page.context().close();
  });
});
