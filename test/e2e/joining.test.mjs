import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { createShop } from '../../demo/server.mjs';
import { useStage } from './use-stage.mjs';

const stage = useStage({ site: { shop: createShop({ records: true }) } });

const TYPING_MS = 75;
const STORY = '/journal/a-pot-is-a-slow-oven';
const endpoints = ['/newsletter', '/alerts', '/account/sign-up'];

/** In the page, first of all: whatever is said with a name of ours, by an event, a record or the data layer. */
function overhear() {
  const tell = (kind, name, data) =>
    window.tellTest(
      kind,
      name,
      JSON.stringify(data, (_, value) => (value instanceof Node ? value.nodeName : value)) ?? '',
    );
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    if (event.type.startsWith('cue-')) tell('event', event.type, event.detail);
    return dispatch.call(this ?? window, event);
  };
  window.dataLayer = [];
  window.dataLayer.push = (...entries) => {
    for (const entry of entries) tell('layer', entry?.event ?? 'reset', entry);
    return Array.prototype.push.apply(window.dataLayer, entries);
  };
  addEventListener('DOMContentLoaded', async () => {
    const { onRecord } = await import('/kit/index.js');
    onRecord((record) => tell('record', record.name, record));
  });
}

/** A shopper, and all that is said of them, that is sent, stored and written anywhere. */
async function shopper(options) {
  const context = await stage.newContext(options);
  const heard = [];
  const traces = [];
  await context.exposeBinding('tellTest', (_, kind, name, text) => void heard.push({ kind, name, text }));
  await context.addInitScript(overhear);
  const page = await context.newPage();
  page.on('console', (line) => traces.push(`console: ${line.text()}`));
  page.on('pageerror', (error) => traces.push(`error: ${error.stack}`));
  page.on('request', (asked) => {
    const own = endpoints.includes(new URL(asked.url()).pathname);
    traces.push(`${asked.url()} ${JSON.stringify(asked.headers())} ${own ? '' : asked.postData()}`);
  });
  const until = async (what, condition) => {
    for (const end = Date.now() + 30_000; !(await condition()); await page.waitForTimeout(25))
      if (Date.now() > end) assert.fail(`in vain waited until ${what}; heard ${heard.map(({ name }) => name)}`);
  };
  return {
    context,
    page,
    until,
    heard,
    go: (path) => page.goto(stage.site.url + path),
    /** How often a fact was said, by each who says it; a data layer's name is the record's. */
    count: (name) => {
      const times = (kind, wanted) => heard.filter((one) => one.kind === kind && one.name === wanted).length;
      return [times('event', `cue-${name.replaceAll('_', '-')}`), times('record', name), times('layer', name)];
    },
    /** Each fact with a name like this, in the order in which it came. */
    facts: (pattern) =>
      heard.flatMap(({ kind, name, text }) => (kind === 'record' && pattern.test(name) ? [JSON.parse(text)] : [])),
    async everything() {
      const kept = await page.evaluate(() =>
        JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, document.title, history.state]),
      );
      return [...traces, ...heard.map(({ name, text }) => `${name} ${text}`), kept, page.url()];
    },
  };
}

/** In how many disguises a secret could be there: as it is, in a URL, in base64, hashed. */
function disguisesOf(secret) {
  const [hex, base64] = ['hex', 'base64'].map((form) => createHash('sha256').update(secret).digest(form));
  const local = secret.split('@')[0];
  // A short word is found anywhere.
  return [secret, encodeURIComponent(secret), btoa(secret).replace(/=+$/, ''), hex, base64, local].filter(
    ({ length }) => length > 8,
  );
}

/** @param {Awaited<ReturnType<typeof shopper>>} shopper @param {string[]} secrets */
async function assertSecret({ everything }, secrets) {
  for (const line of await everything())
    for (const secret of secrets)
      for (const disguise of disguisesOf(secret)) assert.ok(!line.includes(disguise), `${disguise} is in ${line}`);
}

/** Presses Tab until the focus is where it should be, as somebody without a mouse does. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((wanted) => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      return focused?.matches(wanted) ?? false;
    }, selector);
    if (there) return;
  }
  assert.fail(`no way to ${selector} by keyboard`);
}

/** As people type: a form that is filled in and sent within a second is taken for a program's. */
const type = (page, text) => page.keyboard.type(text, { delay: TYPING_MS });

const isIn = (page, selector, state) =>
  page.locator(selector).evaluate((element, name) => element.matches(`:state(${name})`), state);

describe('joining in the demo, by keyboard alone', () => {
  it('the newsletter, at the end of a story: told once, and known in the footer too', async () => {
    const visit = await shopper();
    const { context, page, until, go, count } = visit;
    const address = 'griet.vandenbroucke@example.com';
    await go(STORY);
    await page.locator('cue-newsletter:defined').first().waitFor();
    await tabTo(page, '#story-letter');
    await type(page, address);
    await page.keyboard.press('Enter');
    await until('it is done', () => isIn(page, '.story-letter cue-newsletter', 'done'));
    assert.match(await page.locator('.story-letter [part=outcome]').innerText(), /first of the month/);
    assert.ok(await page.locator('.foot cue-newsletter [part=outcome]').isVisible(), 'the footer still asks');
    await until('it is recorded', () => count('newsletter_sign_up').every(Boolean));
    await page.reload();
    await page.locator('.story-letter [part=outcome]').waitFor();
    assert.deepEqual(count('newsletter_sign_up'), [1, 1, 1]);
    const heardByPanel = await page.locator('.dev-entry code').allTextContents();
    for (const name of ['cue-request-newsletter-sign-up', 'cue-newsletter-sign-up'])
      assert.equal(heardByPanel.filter((one) => one === name).length, 1, `${name} in the panel`);
    await assertSecret(visit, [address]);
    await context.close();
    console.log('newsletter: one event, one record, one push; the address is nowhere but in its own request');
  });

  it('an account: the address first, then the rest, and told once', async () => {
    const visit = await shopper();
    const { context, page, until, go, count, facts } = visit;
    const address = 'wannes.deprez@example.com';
    const password = 'stoofvlees-met-friet';
    await go('/account');
    await page.locator('cue-sign-up:defined').waitFor();
    assert.equal(
      await page.locator('main .doors section').ariaSnapshot(),
      [
        '- region "I am new":',
        '  - heading "I am new" [level=2]',
        '  - list:',
        '    - listitem: All your orders in one place',
        '    - listitem: "A name, an address, a password: nothing else is asked"',
        '    - listitem: The next delivery on us, for two hours from then on',
        '    - listitem: No letters, unless you ask for them below',
        '  - text: E-mail',
        '  - textbox "E-mail"',
        '  - button "Continue"',
        '  - status',
        '  - status',
      ].join('\n'),
    );
    await tabTo(page, 'cue-sign-up [name=email]');
    await type(page, address);
    await page.keyboard.press('Enter');
    await until('the name has the focus', () => page.evaluate(() => document.activeElement?.name === 'name'));
    await type(page, 'Wannes');
    await tabTo(page, 'cue-sign-up [name=password]');
    await type(page, password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Hello, Wannes' }).waitFor();
    await until('it is recorded', () => count('sign_up').every(Boolean));
    await page.reload();
    assert.deepEqual(count('sign_up'), [1, 1, 1]);
    assert.equal(facts(/^sign_up$/)[0].params.method, 'email');
    await assertSecret(visit, [address, password]);
    await context.close();
    console.log('account: one event, one record, one push; address and password are nowhere');
  });

  it('word of a lower price: told once with its product, and remembered for it', async () => {
    const visit = await shopper();
    const { context, page, until, go, count, facts } = visit;
    const address = 'maaike.desmet@example.com';
    await go('/product/lean-to-teapot');
    await page.locator('cue-stock-alert[kind=price-drop]:defined').waitFor({ state: 'attached' });
    await tabTo(page, '.thing-less summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '#less');
    await type(page, address);
    await page.keyboard.press('Enter');
    await until('it is done', () => isIn(page, 'cue-stock-alert[kind=price-drop]', 'done'));
    await until('it is recorded', () => count('stock_alert_sign_up').every(Boolean));
    await page.reload();
    await page.locator('.thing-less summary').click();
    await page.locator('cue-stock-alert[kind=price-drop] [part=outcome]').waitFor();
    assert.deepEqual(count('stock_alert_sign_up'), [1, 1, 1]);
    const text = JSON.stringify(facts(/^stock_alert_sign_up$/));
    assert.match(text, /SH-105/);
    assert.match(text, /price-drop/);
    await assertSecret(visit, [address]);
    await context.close();
  });
});

describe('whatever the shop’s server does', () => {
  const letters = { form: '.foot cue-newsletter', fact: 'newsletter_sign_up' };
  const account = { form: 'cue-sign-up', fact: 'sign_up' };
  for (const [address, state, told] of [
    ['already@example.com', { letters: 'already', account: 'refused' }, 0],
    ['confirm@example.com', { letters: 'confirm', account: 'confirm' }, 1],
    ['refuse@example.com', { letters: 'refused', account: 'refused' }, 0],
    ['busy@example.com', { letters: 'rate-limited', account: 'rate-limited' }, 0],
    ['drop@example.com', { letters: 'offline', account: 'offline' }, 0],
    ['slow@example.com', { letters: 'done', account: 'done' }, 1],
    ['lies@nowhere', { letters: 'refused', account: 'refused' }, 0],
  ])
    it(`${address}: can be seen by hand, and is ${told ? 'told once' : 'not told'}`, async () => {
      const visit = await shopper();
      const { context, page, until, go, count } = visit;
      await go('/account');
      await page.locator('cue-sign-up:defined').waitFor();
      await page.locator('cue-newsletter:defined').waitFor();
      // The account last: who has one is led to it.
      await tabTo(page, '#letter');
      await type(page, address);
      await page.keyboard.press('Enter');
      if (address.startsWith('slow')) await until('it waits', () => isIn(page, letters.form, 'pending'));
      await until(`the newsletter is ${state.letters}`, () => isIn(page, letters.form, state.letters));
      await until('it is told', () => count(letters.fact)[1] === told);
      await page.locator('cue-sign-up [name=email]').fill(address);
      await page.locator('cue-sign-up [name=email]').press('Enter');
      await page.locator('cue-sign-up [name=name]').fill('Lies');
      await page.locator('cue-sign-up [name=password]').fill('long enough');
      await page.locator('cue-sign-up [name=password]').press('Enter');
      if (address.startsWith('slow')) {
        await until('it waits', () => isIn(page, account.form, 'pending'));
        await page.getByRole('heading', { name: 'Hello, Lies' }).waitFor();
      } else await until(`the account is ${state.account}`, () => isIn(page, account.form, state.account));
      await until('it is told', () => count(account.fact)[1] === told);
      assert.deepEqual(count(letters.fact), [told, told, told]);
      assert.deepEqual(count(account.fact), [told, told, told]);
      await assertSecret(visit, [address]);
      await context.close();
    });
});

describe('sharing a story', () => {
  it('by keyboard: the link with its campaign, told once as an intention and once as a share of the page', async () => {
    const { context, page, until, go, count, facts } = await shopper({
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await context.addInitScript(() => delete Navigator.prototype.share);
    await go(STORY);
    await page.locator('.story-head cue-share-button:defined').waitFor();
    await tabTo(page, '[part=button][aria-haspopup=menu]');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('Enter');
    await until('it is recorded', () => count('share').every(Boolean));
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    assert.equal(link.origin + link.pathname, stage.site.url + STORY);
    assert.deepEqual(Object.fromEntries(link.searchParams), {
      utm_source: 'copy',
      utm_medium: 'share',
      utm_campaign: 'journal',
    });
    assert.deepEqual(
      [count('share_intent'), count('share')],
      [
        [1, 1, 1],
        [1, 1, 1],
      ],
    );
    // The article shows a product, with structured data of it: shared is the page.
    assert.match(JSON.stringify(facts(/^share$/)), /"content_type":"page"/);
    assert.ok((await page.goto(link.href))?.ok());
    assert.match(await page.locator('link[rel=canonical]').getAttribute('href'), /slow-oven$/);
    await context.close();
  });

  it('cancelled in the system’s own dialog, is none', async () => {
    const { context, page, until, go, count } = await shopper();
    await context.addInitScript(() => {
      Navigator.prototype.canShare = () => true;
      Navigator.prototype.share = async (data) => {
        window.offered = data;
        throw new DOMException('The shopper thought better of it', 'AbortError');
      };
    });
    await go(STORY);
    const button = page.locator('.story-head cue-share-button');
    await button.locator('button').focus();
    await page.keyboard.press('Enter');
    await until('the dialog was there', () => page.evaluate(() => 'offered' in window));
    assert.match(
      await page.evaluate(() => window.offered.url),
      /utm_source=native&utm_medium=share&utm_campaign=journal$/,
    );
    await until('the intention is told', () => count('share_intent').every(Boolean));
    await page.reload();
    assert.deepEqual(count('share'), [0, 0, 0]);
    await context.close();
  });
});

describe('the film', () => {
  const player = 'cue-video video';

  it('watched by keyboard, tells its start, each step and its end once', async () => {
    const { context, page, until, go, count, facts } = await shopper();
    await go('/product/lean-to-teapot');
    await page.locator('cue-video button[part=chapter]').nth(2).waitFor();
    assert.equal(
      await page.locator('cue-video').getByRole('list').ariaSnapshot(),
      [
        '- list "Chapters":',
        '  - listitem:',
        '    - button "0:00 Five minutes"',
        '  - listitem:',
        '    - button "0:03 It pours"',
        '  - listitem:',
        '    - button "0:09 Nothing on the cloth"',
      ].join('\n'),
    );
    await tabTo(page, player);
    await page.keyboard.press('Space');
    await until('it plays', () => page.locator(player).evaluate((video) => !video.paused && video.currentTime > 0));
    // Twice as fast is a choice of the browser's own controls, and saves the test some seconds.
    await page.locator(player).evaluate((video) => (video.playbackRate = 2));
    await page.locator('cue-video [part=product]', { hasText: 'Slow Mug' }).waitFor();
    await until('it was watched', () => count('video_complete').every(Boolean));
    assert.deepEqual(
      [count('video_start'), count('video_progress'), count('video_complete')],
      [
        [1, 1, 1],
        [4, 4, 4],
        [1, 1, 1],
      ],
    );
    assert.match(JSON.stringify(facts(/^video_start$/)), /The teapot pours, and stops/);
    assert.match(JSON.stringify(facts(/^video_complete$/)), /SH-105/);
    await tabTo(page, 'button[part=chapter]');
    await page.keyboard.press('Enter');
    await until('it begins again', () =>
      page.locator(player).evaluate((video) => !video.paused && video.currentTime < 3),
    );
    await until('a part of it plays', () => page.locator(player).evaluate((video) => video.currentTime > 3.5));
    assert.deepEqual(count('video_progress'), [4, 4, 4]);
    await context.close();
    console.log('film: start, 10, 25, 50, 75 per cent and the whole, each one event, record and push');
  });

  it('dragged to its end, or playing muted where nobody sees it, is not watched', async () => {
    const { context, page, until, go, heard } = await shopper();
    await go('/product/lean-to-teapot');
    await page.locator('cue-video button[part=chapter]').first().waitFor();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator(player).evaluate(async (video) => {
      video.muted = true;
      video.playbackRate = 4;
      await video.play();
    });
    await until('it is over', () => page.locator(player).evaluate((video) => video.ended));
    await page.locator(player).evaluate((video) => video.scrollIntoView());
    await page.locator(player).evaluate((video) => (video.currentTime = 13));
    await until('it stands there', () => page.locator(player).evaluate((video) => !video.seeking));
    assert.deepEqual(
      heard.filter(({ name }) => /video/.test(name)),
      [],
    );
    await context.close();
  });
});
