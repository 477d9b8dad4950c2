// What a prompt does to a real page: nothing that is measured moves, and the focus stays.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlPage } from './start-site.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage();

// Browsers take no picture for a content whose file says next to nothing for its size: so it is padded.
const picture = (width, height, fill) => ({
  type: 'image/svg+xml',
  body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${fill}"/><circle cx="60" cy="60" r="40" fill="#fff"/><path d="M0 0L${width} ${height}" stroke="#fff" stroke-width="9"/><!--${'teapot '.repeat(5000)}--></svg>`,
});

const text = '<p>Some text that is long enough to stand on a line of its own, and more of it after that.</p>'.repeat(
  20,
);

/** As often, and as soon, as this test wants it; all else holds. */
const manners = JSON.stringify({ manners: { settle: '0s', rest: '0s', sessionCap: 99 } });

const shop = (prompt, before = '') =>
  htmlPage(
    `<h1>Teapot</h1><img src="/small.svg" width="120" height="80" alt="">${text}${before}
    <cue-campaign name="welcome" moment="event(now)" cap="99/page"><template>${prompt}</template></cue-campaign>${text}`,
    {
      head: `<link rel="stylesheet" href="/cuekit.css"><script type="application/json" data-cuekit>${manners}</script>`,
    },
  );

/** In the page, before anything: what the browser measures. */
function measure() {
  globalThis.shifts = [];
  globalThis.largest = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries())
      globalThis.shifts.push({ value, moved: sources.map(({ node }) => node?.localName ?? String(node)) });
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { size, url, element } of list.getEntries())
      globalThis.largest.push({ size, url: url.split('/').pop(), of: element?.localName });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
}

/** In the page: hears what the prompt tells, and gives it its moment. */
async function hear() {
  globalThis.kit = await import('/kit/index.js');
  globalThis.told = [];
  globalThis.kit.onPromptMessage(({ type }) => globalThis.told.push(type));
}

/** In the page, until it is so: the moment comes, and is one as soon as the page has settled. */
function choose() {
  if (!globalThis.kit.$prompt.get() && !globalThis.told.length) dispatchEvent(new CustomEvent('now'));
  return globalThis.kit.$prompt.get() || globalThis.told.length;
}

const frames = (page, ms = 500) =>
  page.evaluate(async (time) => {
    const end = performance.now() + time;
    while (performance.now() < end) await new Promise((resolve) => requestAnimationFrame(resolve));
  }, ms);

async function openShop(prompt, { before, ...options } = {}) {
  stage.site.pages.set('/small.svg', picture(120, 80, '#467'));
  stage.site.pages.set('/large.svg', picture(700, 500, '#a43'));
  stage.site.pages.set('/', shop(prompt, before));
  const page = await stage.open({ viewport: { width: 1000, height: 800 }, ...options });
  await page.addInitScript(measure);
  await page.goto(stage.site.url);
  await page.evaluate(hear);
  await frames(page);
  // Somebody is there, who has pressed nothing: what is pressed ends the measuring of the largest paint.
  await page.mouse.move(300, 300);
  await page.mouse.move(310, 320);
  return page;
}

async function showPrompt(page) {
  await page.waitForFunction(choose);
  await page.waitForFunction(() => {
    const prompt = document.querySelector('cue-campaign > cue-prompt');
    return prompt?.open || prompt?.teased;
  });
  await frames(page);
}

const placements = ['dialog', 'corner', 'bar', 'drawer', 'toast', 'teaser'];
const content =
  '<h2 slot="heading">Ten per cent</h2><img src="/large.svg" width="700" height="500" alt=""><p>For you.</p><a slot="actions" href="#" data-cue="accept">See</a>';

describe('a prompt in a page', () => {
  const options = [{}, { viewport: { width: 360, height: 740 } }, { reducedMotion: 'reduce' }];
  for (const [name, attributes, ways] of [
    ['with an entrance', '', options],
    ['without one', 'entrance="none"', options.slice(0, 1)],
  ])
    it(`shifts nothing and is no largest paint, before anything was pressed, ${name}`, async () => {
      for (const placement of placements)
        for (const way of ways) {
          const page = await openShop(
            `<cue-prompt placement="${placement}" size="large" ${attributes} teaser="Ten">${content}</cue-prompt>`,
            way,
          );
          const before = await page.evaluate(() => globalThis.largest.length);
          assert.ok(before > 0, 'nothing was measured');
          await showPrompt(page);
          const { shifts, largest } = await page.evaluate(() => ({
            shifts: globalThis.shifts,
            largest: globalThis.largest,
          }));
          assert.deepEqual(shifts, [], placement);
          assert.deepEqual(largest.slice(before), [], placement);
          await page.context().close();
        }
      console.log(
        `prompt, ${name}: layout shift 0 and never the largest paint, on ${placements.length * ways.length} pages`,
      );
    });

  it('would be noticed if it did', async () => {
    const page = await openShop(`<cue-prompt>${content}</cue-prompt>`);
    const before = await page.evaluate(() => globalThis.largest.length);
    await page.evaluate(() => {
      const popover = document.createElement('div');
      popover.popover = 'manual';
      popover.innerHTML = '<img src="/large.svg" width="700" height="500" alt="">';
      document.body.prepend(popover, Object.assign(document.createElement('p'), { textContent: 'Moves all' }));
      popover.showPopover();
    });
    await frames(page);
    const { shifts, largest } = await page.evaluate(() => ({ shifts: globalThis.shifts, largest: globalThis.largest }));
    assert.ok(shifts.length > 0 && largest.length > before);
    await page.context().close();
  });

  it('in its place in the page waits until nothing in view would move', async () => {
    const page = await openShop(`<cue-prompt placement="inline">${content}</cue-prompt>`, {
      before: '<div style="block-size: 1200px"></div>',
    });
    await showPrompt(page);
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
    await page.context().close();

    const inView = await openShop(`<cue-prompt placement="inline">${content}</cue-prompt>`);
    await inView.evaluate(() => document.querySelector('cue-campaign').parentElement.scrollTo(0, 0));
    await inView.evaluate(() => document.querySelector('p:nth-of-type(15)').scrollIntoView({ block: 'start' }));
    await inView.waitForFunction(choose);
    await frames(inView);
    assert.deepEqual(await inView.evaluate(() => globalThis.told), []);
    assert.deepEqual(await inView.evaluate(() => globalThis.shifts), []);
    await inView.evaluate(() => scrollTo(0, 0));
    await inView.waitForFunction(() => document.querySelector('cue-campaign > cue-prompt')?.open);
    await frames(inView);
    assert.deepEqual(await inView.evaluate(() => globalThis.shifts), []);
    await inView.context().close();
  });

  it('goes from step to step without a shift, also when a fact comes late', async () => {
    const page = await openShop(
      `<cue-prompt label="Ten per cent"><section data-step><p id="form">Your address</p></section><section data-step><h3>Your code</h3><p>WELCOME10</p>${'<p>And how it is used.</p>'.repeat(6)}</section></cue-prompt>`,
    );
    await showPrompt(page);
    await page.evaluate(() => {
      const detail = { method: 'form' };
      document
        .querySelector('cue-campaign #form')
        .dispatchEvent(new CustomEvent('cue-newsletter-sign-up', { bubbles: true, composed: true, detail }));
    });
    await frames(page);
    assert.ok(await page.getByText('WELCOME10').isVisible());
    assert.ok(!(await page.getByText('Your address').isVisible()));
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
    await page.context().close();
  });

  it('is put away when Turbo or htmx swaps the page, and comes back for the new one', async () => {
    const page = await openShop(`<cue-prompt placement="dialog">${content}</cue-prompt>`);
    for (const swap of [
      () => document.body.replaceWith(document.body.cloneNode(true)),
      () => (document.body.innerHTML = String(document.body.innerHTML)),
      () => document.querySelector('cue-campaign').replaceWith(document.querySelector('cue-campaign').cloneNode(true)),
      () => document.startViewTransition?.(() => document.body.replaceWith(document.body.cloneNode(true))).finished,
    ]) {
      await page.evaluate(() => (globalThis.told = []));
      await showPrompt(page);
      await page.evaluate(swap);
      await frames(page, 200);
      assert.deepEqual(await page.evaluate(() => globalThis.told), ['ready', 'closed']);
      const left = await page.evaluate(() => [
        document.querySelectorAll('cue-campaign > cue-prompt').length,
        document.querySelectorAll('cue-campaign').length,
      ]);
      assert.deepEqual(left, [0, 1]);
    }
    await page.context().close();
  });

  it('is one, with two copies of the kit on the page', async () => {
    const page = await openShop(`<cue-prompt>${content}</cue-prompt>`);
    await page.evaluate(() => import('/kit-9.9.9/auto.js'));
    await showPrompt(page);
    assert.deepEqual(await page.evaluate(() => globalThis.told), ['ready']);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector('cue-campaign > cue-prompt'));
    // The fact of its dismissal has already closed it for who runs the campaigns.
    assert.deepEqual(await page.evaluate(() => globalThis.told), ['ready', 'closed', 'answer']);
    await page.context().close();
  });

  it('never comes when its code does not, and says that it is gone', async () => {
    stage.site.broken = (path) => path.includes('create-surface');
    const page = await openShop(`<cue-prompt>${content}</cue-prompt>`);
    await page.waitForFunction(choose);
    await page.waitForFunction(() => globalThis.told.includes('closed'));
    assert.equal(await page.getByText('For you.').isVisible(), false);
    stage.site.broken = () => false;
    await page.context().close();
  });

  it('keeps the page scrolling, and takes a dialog that was asked for away without a trace', async () => {
    const page = await openShop(`<cue-prompt placement="dialog">${content}</cue-prompt>`, {
      before: `<button id="ask">Ask</button><cue-prompt id="asked" placement="dialog">${content}</cue-prompt>`,
    });
    await page.evaluate(() => {
      document.querySelector('#ask').onclick = () => document.querySelector('#asked').show();
    });
    const wide = await page.evaluate(() => document.documentElement.clientWidth);
    for (const take of [
      () => document.querySelector('#asked').style.setProperty('display', 'none', 'important'),
      () => document.querySelector('#asked').remove(),
    ]) {
      await page.click('#ask');
      await page.waitForFunction(() => document.querySelector('#asked').shadowRoot.querySelector(':modal'));
      await frames(page, 400);
      assert.equal(await page.evaluate(() => document.documentElement.clientWidth), wide);
      await page.evaluate(take);
      await frames(page, 300);
      await page.click('h1', { timeout: 2000 });
      await page.evaluate(() => document.querySelector('#asked')?.style.removeProperty('display'));
    }
    await page.context().close();
  });
});
