import { expect } from 'chai';
import type { Incentive } from '../../src/incentives/incentive.js';
import { obtainCode } from '../../src/incentives/obtain-code.js';
import type { ObtainOptions } from '../../src/incentives/obtain-code.js';
import { readOffer } from '../../src/incentives/read-offer.js';
import { $incentive, stepIncentive } from '../../src/store/incentives.js';
import { shopNow } from '../../src/store/shop-time.js';
import { deferred } from '../elements/mount.js';
import { forgetPage } from '../forget-page.js';

const HOUR_MS = 3_600_000;
const pool: Incentive = {
  id: 'POOL',
  kind: 'discount',
  name: '10 % off',
  stackable: false,
  code: { from: 'pool', url: '/incentives/reserve' },
};
const signed: Incentive = { ...pool, code: { from: 'signed', url: '/incentives/offer' } };

const base64 = (data: unknown): string =>
  btoa(JSON.stringify(data)).replace(/=/g, '').replace(/\+/g, '-').replace(/\//g, '_');
const jws = (claims: object): string => `${base64({ alg: 'ES256' })}.${base64(claims)}.c2lnbmF0dXJl`;

interface Asked {
  url: string;
  body: { id: string; token: string };
}

/** A shop's server; answers in this order, then as the last time. */
function server(...answers: (object | 'down' | Response)[]): {
  asked: Asked[];
  fetch: NonNullable<ObtainOptions['fetch']>;
} {
  const asked: Asked[] = [];
  return {
    asked,
    fetch(url, init) {
      asked.push({ url, body: JSON.parse(init.body as string) as Asked['body'] });
      const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
      if (answer === 'down') return Promise.reject(new TypeError('offline'));
      return Promise.resolve(answer instanceof Response ? answer : new Response(JSON.stringify(answer)));
    },
  };
}

const granted = () => $incentive('POOL').get();
const grant = (): boolean => stepIncentive('POOL', { type: 'grant', at: shopNow(), endsAt: shopNow() + 9 * HOUR_MS });

describe('a code of a pool', () => {
  beforeEach(() => {
    forgetPage();
    grant();
  });
  after(() => forgetPage());

  it('is asked for once, with a token that is kept, and lasts as long as it is reserved', async () => {
    const until = shopNow() + HOUR_MS;
    const { asked, fetch } = server({ code: 'ABC', until });
    expect(await obtainCode(pool, { fetch })).to.equal(true);
    expect(await obtainCode(pool, { fetch })).to.equal(true);
    expect(asked).to.deep.equal([{ url: '/incentives/reserve', body: { id: 'POOL', token: granted()!.token } }]);
    expect(granted()).to.include({ code: 'ABC', endsAt: until });
  });

  it('is the same after a lost answer and a reload', async () => {
    const { asked, fetch } = server('down', { code: 'ABC', until: shopNow() + HOUR_MS });
    expect(await obtainCode(pool, { fetch })).to.equal('offline');
    forgetPage({ storage: true });
    expect(await obtainCode(pool, { fetch })).to.equal(true);
    expect(asked[0]!.body.token).to.be.a('string').and.equal(asked[1]!.body.token);
  });

  it('is asked for once by two at a time', async () => {
    const answer = deferred<Response>();
    let asked = 0;
    const fetch = (): Promise<Response> => {
      asked++;
      return answer.promise;
    };
    const both = [obtainCode(pool, { fetch }), obtainCode(pool, { fetch })];
    answer.resolve(new Response(JSON.stringify({ code: 'ABC' })));
    expect(await Promise.all(both)).to.deep.equal([true, true]);
    expect(asked).to.equal(1);
  });

  it('is not asked for by who has not got the incentive, or has it no more', async () => {
    const { asked, fetch } = server({ code: 'ABC' });
    expect(await obtainCode({ ...pool, id: 'OTHER' }, { fetch })).to.equal('unknown');
    stepIncentive('POOL', { type: 'redeem', at: shopNow() });
    expect(await obtainCode(pool, { fetch })).to.equal('used');
    expect(asked).to.deep.equal([]);
  });

  it('is refused with the shop’s reason, and can be asked for again where the shop could not answer', async () => {
    const answers: [object, string][] = [
      [new Response('{"reason":"gone"}', { status: 409 }), 'gone'],
      [{ reason: 'because' }, 'unknown'],
      [{ code: 'ABC', until: 'soon' }, 'unknown'],
      [{ code: 7 }, 'unknown'],
      [new Response('<h1>Sorry</h1>'), 'offline'],
      [new Response('', { status: 503 }), 'offline'],
      [new Response('', { status: 429 }), 'offline'],
      [new Response('null'), 'unknown'],
    ];
    for (const [answer, obtained] of answers)
      expect(await obtainCode(pool, { fetch: server(answer).fetch })).to.equal(obtained);
    expect(granted()!.code).to.equal(undefined);
  });

  it('lets the server say what time it is, unless a cache has answered', async () => {
    const noted: number[] = [];
    const note = (at: number): void => void (Number.isFinite(at) && noted.push(at));
    const Date = 'Fri, 01 Jan 2100 00:00:00 GMT';
    const cached = new Response('{"reason":"unknown"}', { headers: { Date, Age: '60' } });
    await obtainCode(pool, { note, fetch: server(cached).fetch });
    expect(noted).to.deep.equal([]);
    await obtainCode(pool, { note, fetch: server({ reason: 'unknown', serverTime: 5 }).fetch });
    expect(noted).to.deep.equal([5]);
  });
});

describe('a signed offer', () => {
  beforeEach(() => {
    forgetPage();
    grant();
  });
  after(() => forgetPage());

  it('is kept as it came, and its end counts', async () => {
    const exp = Math.floor(shopNow() / 1000) + 60;
    const offer = jws({ sub: 'POOL', exp, code: 'TYPED' });
    expect(await obtainCode(signed, { fetch: server({ offer }).fetch })).to.equal(true);
    expect(granted()).to.include({ offer, code: 'TYPED', endsAt: exp * 1000 });
  });

  it('for something else, or none at all, is not taken', async () => {
    for (const offer of [jws({ sub: 'OTHER' }), 'a.b.c', 'x', 7, jws({ sub: 'POOL', exp: 'soon' }), jws([])])
      expect(await obtainCode(signed, { fetch: server({ offer }).fetch }), String(offer)).to.equal('unknown');
    expect(granted()!.offer).to.equal(undefined);
  });

  it('is read in any script', () => {
    const claims = btoa(String.fromCharCode(...new TextEncoder().encode('{"sub":"A","code":"WÄRME☕"}')));
    expect(readOffer(`e30.${claims.replace(/=/g, '').replace(/\+/g, '-').replace(/\//g, '_')}.c2ln`)).to.deep.equal({
      id: 'A',
      code: 'WÄRME☕',
    });
  });
});
