// @ts-check
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { createIncentives } from '../../demo/incentives.mjs';
import { createPool } from '../../demo/incentive-pool.mjs';
import { createShop } from '../../demo/server.mjs';

const HOUR_MS = 3_600_000;

describe('the pool of codes', () => {
  let now = 0;
  const make = () => createPool({ codes: ['A', 'B'], reserveMs: HOUR_MS, endsAt: 10 * HOUR_MS, now: () => now });

  it('gives each shopper one code, each time the same, until there are none', () => {
    now = 0;
    const pool = make();
    assert.deepEqual(pool.reserve('x'), { code: 'A', until: HOUR_MS });
    assert.deepEqual(pool.reserve('x'), { code: 'A', until: HOUR_MS });
    assert.deepEqual(pool.reserve('y'), { code: 'B', until: HOUR_MS });
    assert.deepEqual(pool.reserve('z'), { reason: 'gone' });
  });

  it('takes back what was not used, for somebody else', () => {
    now = 0;
    const pool = make();
    pool.reserve('x');
    pool.reserve('y');
    assert.equal(pool.release('x'), true);
    assert.equal(pool.release('x'), false);
    assert.deepEqual(pool.reserve('z'), { code: 'A', until: HOUR_MS });
    now = HOUR_MS;
    assert.deepEqual(pool.reserve('y'), { reason: 'ended' });
    assert.deepEqual(pool.reserve('new'), { code: 'B', until: 2 * HOUR_MS });
  });

  it('refuses what was used, what has ended, and what it does not know', () => {
    now = 0;
    const pool = make();
    pool.reserve('x');
    assert.equal(pool.refusal('A'), undefined);
    assert.equal(pool.refusal('B'), 'ended');
    assert.equal(pool.refusal('C'), 'unknown');
    assert.equal(pool.redeem('A'), true);
    assert.equal(pool.redeem('A'), false);
    assert.equal(pool.refusal('A'), 'used');
    assert.equal(pool.release('x'), false);
    assert.deepEqual(pool.reserve('x'), { reason: 'used' });
    now = 10 * HOUR_MS;
    assert.equal(pool.refusal('A'), 'used');
    assert.deepEqual(pool.reserve('late'), { reason: 'ended' });
  });
});

describe('a signed offer', () => {
  it('is taken until its end, once, and only as it was signed', async () => {
    let now = 1_800_000_000_000;
    const shop = createIncentives({ now: () => now });
    const { offer } = await shop.offer('token');
    assert.equal((await shop.offer('token')).offer, offer);
    assert.deepEqual(await shop.check(offer, 10), { id: 'DELIVERY' });

    const [head, payload, signature] = offer.split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    const forge = (/** @type {object} */ more) =>
      Buffer.from(JSON.stringify({ ...claims, ...more })).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const forged of [
      `${head}.${forge({ exp: 9e9 })}.${signature}`,
      `${none}.${payload}.`,
      `${head}.${payload}.AAAA`,
    ])
      assert.deepEqual(await shop.check(forged, 10), { reason: 'unknown' });
    // Another shop's key.
    const foreign = await createIncentives({ now: () => now }).offer('token');
    assert.deepEqual(await shop.check(foreign.offer, 10), { reason: 'unknown' });

    await shop.redeem(offer);
    assert.deepEqual(await shop.check(offer, 10), { reason: 'used' });
    const other = (await shop.offer('other')).offer;
    now += 2 * HOUR_MS;
    assert.deepEqual(await shop.check(other, 10), { reason: 'ended' });
  });
});

describe('the demo’s incentives, without JavaScript', () => {
  let now = 1_800_000_000_000;
  const server = createServer((request, response) =>
    createdShop(request, response, () => response.writeHead(404).end()),
  );
  const createdShop = createShop({ now: () => now });
  let base = '';
  let cookie = '';

  before(async () => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    base = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  });
  after(() => server.close());

  /** @param {string} path @param {Record<string, string>} [fields] @param {boolean} [json] */
  async function ask(path, fields, json = false) {
    const response = await fetch(base + path, {
      redirect: 'manual',
      headers: { Cookie: cookie, ...(json && { Accept: 'application/json' }) },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return json ? response.json() : response.text();
  }

  it('come to who has a basket, for a day, each from its own pool', async () => {
    assert.deepEqual(await ask('/incentives/reserve', { id: 'BASKET', token: 'b' }, true), { reason: 'unknown' });
    assert.deepEqual(await ask('/incentives/reserve', { id: 'constructor', token: 'b' }, true), { reason: 'unknown' });
    await ask('/cart/add', { slug: 'oval-platter' });
    const { code, until } = await ask('/incentives/reserve', { id: 'BASKET', token: 'b' }, true);
    assert.match(code, /^STAY-[A-Z2-9]{8}$/);
    assert.equal(until, now + 24 * HOUR_MS);
    await ask('/cart/code', { code: 'some.thing' });
    assert.match(await ask('/cart'), /We do not know that code/);
    await ask('/cart/code', { code });
    assert.match(await ask('/cart'), /5 % off this basket/);
    await ask('/cart/code', { code: '' });
    assert.deepEqual(await ask('/incentives/release', { id: 'RIBBON', token: 'b' }, true), { reason: 'unknown' });
    assert.equal((await ask('/incentives/release', { id: 'BASKET', token: 'b' }, true)).released, true);
    await ask('/cart/code', { code });
    assert.match(await ask('/cart'), /That has ended/);
    cookie = '';
  });

  it('come to who has signed up, and go off the sum', async () => {
    assert.deepEqual(await ask('/incentives/reserve', { id: 'WELCOME', token: 't' }, true), { reason: 'unknown' });
    await ask('/newsletter', { email: 'a@example.com' });
    const { code, until, serverTime } = await ask('/incentives/reserve', { id: 'WELCOME', token: 't' }, true);
    assert.deepEqual([serverTime, until], [now, now + 48 * HOUR_MS]);

    await ask('/cart/add', { slug: 'oval-platter' });
    await ask('/cart/code', { code: code.toLowerCase() });
    const page = await ask('/cart');
    assert.match(page, /Taken off\. It is in the sum already\./);
    assert.match(page, /<dt>10 % off your first order<\/dt>/);
    const { goods, lines } = await ask('/cart', undefined, true);
    assert.equal(goods, Math.round(lines[0].total * 90) / 100);
  });

  it('go out of the basket when they end there, in words', async () => {
    now += 48 * HOUR_MS;
    const page = await ask('/cart');
    assert.match(page, /That has ended\./);
    assert.doesNotMatch(page, /<dt>10 % off/);
  });
});
