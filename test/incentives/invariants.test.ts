import { expect } from 'chai';
import fc from 'fast-check';
import { createPool } from '../../demo/incentive-pool.mjs';
import { obtainCode } from '../../src/incentives/obtain-code.js';
import type { Incentive } from '../../src/incentives/incentive.js';
import { leftMs, overAs } from '../../src/store/incentive-life.js';
import type { Refusal } from '../../src/store/incentive-life.js';
import { createIncentives, stepIncentive } from '../../src/store/incentives.js';
import { createShopTime } from '../../src/store/shop-time.js';
import { openTabs } from '../store/open-tabs.js';
import { runs } from '../runs.js';

const MINUTE_MS = 60_000;
const RESERVED_MS = 10 * MINUTE_MS;
const START = 1_800_000_000_000;
const ID = 'POOL';

type Step =
  | {
      do: 'grant' | 'obtain' | 'reload' | 'copy' | 'apply' | 'redeem' | 'expire' | 'hear' | 'rival';
      tab: number;
      online: boolean;
    }
  | { do: 'refuse'; tab: number; reason: Refusal }
  | { do: 'pass'; ms: number }
  | { do: 'clock'; ms: number };

const tab = fc.integer({ min: 0, max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('grant', 'obtain', 'obtain'), tab, online: fc.boolean() }) },
  fc.record({
    do: fc.constantFrom('reload', 'copy', 'apply', 'redeem', 'expire', 'hear', 'rival'),
    tab,
    online: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('refuse' as const),
    tab,
    reason: fc.constantFrom<Refusal>('minimum', 'products', 'stacking', 'unknown', 'ended', 'gone', 'used'),
  }),
  fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 6 * MINUTE_MS }) }),
  fc.record({ do: fc.constant('clock' as const), ms: fc.integer({ min: -60 * MINUTE_MS, max: 60 * MINUTE_MS }) }),
);

const incentive: Incentive = {
  id: ID,
  kind: 'discount',
  name: 'Ten off',
  stackable: false,
  lastsMs: 30 * MINUTE_MS,
  code: { from: 'pool', url: '/reserve' },
};

/** One device with three tabs, its clock, the shop's server, and other shoppers. */
function world() {
  let real = START;
  let wrongBy = 0;
  let rivals = 0;
  let tokens = 0;
  const shop = createPool({ codes: ['A', 'B', 'C'], reserveMs: RESERVED_MS, now: () => real });
  /** Who holds which code until when, as the server has said it. */
  const handedOut: { token: string; code: string; until: number; from: number }[] = [];
  const used = new Set<string>();
  const { tabs, settle } = openTabs(3);

  function open(index: number) {
    const time = createShopTime(
      () => real + wrongBy,
      () => real,
    );
    return { store: createIncentives(tabs[index]!.device), time, index, least: Infinity };
  }
  const pages = tabs.map((_, index) => open(index));

  function answer(token: string): Response {
    const given = shop.reserve(token);
    if ('code' in given) handedOut.push({ token, ...given, from: real });
    return new Response(JSON.stringify({ ...given, serverTime: real }));
  }

  async function take(one: Step): Promise<void> {
    if (one.do === 'pass') return void (real += one.ms);
    if (one.do === 'clock') return void (wrongBy += one.ms);
    const page = pages[one.tab]!;
    const go = (event: Parameters<typeof stepIncentive>[1]) => stepIncentive(ID, event, page.store);
    const at = page.time.now();
    if (one.do === 'refuse') return void go({ type: 'refuse', reason: one.reason, at });
    switch (one.do) {
      case 'rival':
        answer(`rival ${rivals++}`);
        return;
      case 'hear':
        tabs[one.tab]!.hear();
        return;
      case 'grant':
        go({ type: 'grant', at, endsAt: at + incentive.lastsMs! });
        return;
      case 'reload': {
        go({ type: 'look', at });
        const { least } = page;
        pages[one.tab] = { ...open(one.tab), least };
        return;
      }
      case 'redeem': {
        const code = page.store.get(ID)?.code;
        if (code !== undefined && shop.redeem(code)) {
          used.add(code);
          go({ type: 'redeem', at });
        }
        return;
      }
      case 'obtain':
        await obtainCode(incentive, {
          step: go,
          granted: () => page.store.get(ID),
          now: page.time.now,
          note: (serverAt) => page.time.note(serverAt),
          makeToken: () => `mine ${tokens++}`,
          // Who gets a lock has seen what its last holder wrote.
          lock: (_, task) => {
            settle();
            return task();
          },
          fetch: (_, { body }) => {
            const response = answer((JSON.parse(body as string) as { token: string }).token);
            // The question may have come through, and the answer not.
            return one.online ? Promise.resolve(response) : Promise.reject(new TypeError('offline'));
          },
        });
        return;
      default:
        go({ type: one.do, at });
    }
  }

  function check(): void {
    for (const page of pages) {
      const now = page.time.now();
      const known = page.store.get(ID);
      if (!known) continue;
      const left = leftMs(known, now);
      expect(left, 'no countdown goes up').to.be.at.most(page.least);
      page.least = left;
      if (now >= (known.endsAt ?? Infinity))
        expect(overAs(known, now), 'nothing outlives its end').to.not.equal(undefined);
      if (known.over) expect(known, 'nothing is shown after it was over').to.not.have.any.keys('code', 'offer');
      if (known.code === undefined) continue;
      const mine = handedOut.findLast(({ code, token }) => code === known.code && token.startsWith('mine'))!;
      expect(known.endsAt, 'no code outlives its reservation').to.be.at.most(mine.until);
      if (used.has(known.code)) expect(pages.some(({ store }) => store.get(ID)?.over?.as === 'used')).to.equal(true);
    }
    for (const a of handedOut)
      for (const b of handedOut)
        if (a.code === b.code && a.token !== b.token)
          expect(a.until <= b.from || b.until <= a.from, 'no code is handed out twice at a time').to.equal(true);
    const mine = new Set(handedOut.filter(({ token }) => token.startsWith('mine')).map(({ token }) => token));
    expect(mine.size, 'one device asks for one code').to.be.at.most(1);
    for (const { code, until } of handedOut)
      if (real >= until && handedOut.every((other) => other.code !== code || other.until <= real))
        expect(shop.refusal(code), 'the shop refuses what is over, whatever a device says').to.not.equal(undefined);
  }

  function end(): void {
    settle();
    const overs = pages.map(({ store }) => store.get(ID)?.over?.as);
    if (overs.includes('used'))
      expect(overs, 'what is used is used in all tabs').to.deep.equal(['used', 'used', 'used']);
  }

  return { take, check, end };
}

describe('incentives cannot lie', () => {
  it('whatever is done with tabs, clocks, the network and the shop', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
        const { take, check, end } = world();
        for (const one of steps) {
          await take(one);
          check();
        }
        end();
      }),
      { numRuns: runs(1500) },
    );
  });
});
