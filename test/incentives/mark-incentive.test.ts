import { expect } from 'chai';
import { grantIncentive, knownIncentive, markIncentive } from '../../src/incentives/index.js';
import { takeStep } from '../../src/incentives/take-step.js';
import type { FactEvent } from '../../src/events/fact-event.js';
import { declareIncentives } from '../../src/store/declared-incentives.js';
import { $incentive, stepIncentive } from '../../src/store/incentives.js';
import { hear, warnings } from '../elements/mount.js';
import { forgetPage } from '../forget-page.js';

const HOUR_MS = 3_600_000;
const steps = ['grant', 'reveal', 'copy', 'apply', 'redeem', 'refuse', 'expire'];
const welcome = {
  id: 'WELCOME',
  kind: 'discount',
  name: '10 % off',
  code: 'TOP-SECRET',
  lasts: '2h',
  cost: { value: 4, currency: 'EUR' },
};

describe('what becomes of an incentive', () => {
  beforeEach(() => forgetPage());
  after(() => forgetPage());

  it('is told, step by step, each once, with its cause and never with the code', () => {
    declareIncentives([welcome]);
    const heard = hear<FactEvent<'cue-incentive-grant'>>(window, ...steps.map((step) => `cue-incentive-${step}`));
    for (let round = 0; round < 2; round++) {
      grantIncentive('WELCOME');
      for (const type of ['reveal', 'copy'] as const)
        takeStep(document.body, knownIncentive('WELCOME')!, { type }, { from: 'element', action: 'click' });
      markIncentive('WELCOME', 'minimum');
      markIncentive('WELCOME', 'applied');
      markIncentive('WELCOME', 'redeemed');
    }
    const told = heard.map(({ type }) => type.replace('cue-incentive-', ''));
    expect(told).to.deep.equal(['grant', 'reveal', 'copy', 'refuse', 'apply', 'redeem']);
    expect(heard[0]!.detail).to.deep.equal({
      promotion_id: 'WELCOME',
      kind: 'discount',
      value: 4,
      currency: 'EUR',
      cause: { from: 'code' },
    });
    expect(heard[3]!.detail).to.include({ reason: 'minimum' });
    expect(JSON.stringify(heard.map(({ detail }) => detail))).to.not.include('SECRET');
  });

  it('ends at the nearer of two ends', () => {
    const now = Date.now();
    const soon = new Date(now + HOUR_MS).toISOString();
    declareIncentives([welcome, { ...welcome, id: 'SOON', endsAt: soon }]);
    grantIncentive('WELCOME');
    grantIncentive('SOON');
    expect($incentive('WELCOME').get()!.endsAt).to.be.within(now + 2 * HOUR_MS, Date.now() + 2 * HOUR_MS);
    expect($incentive('SOON').get()!.endsAt).to.equal(Date.parse(soon));
  });

  it('is not granted after its end, nor again after it was over', () => {
    declareIncentives([
      { ...welcome, endsAt: '2020-01-01T00:00:00Z' },
      { ...welcome, id: 'SHORT' },
    ]);
    expect(grantIncentive('WELCOME')).to.equal(false);
    stepIncentive('SHORT', { type: 'grant', at: 1000, endsAt: 2000 });
    const heard = hear(window, 'cue-incentive-grant', 'cue-incentive-expire');
    expect(takeStep(document.body, knownIncentive('SHORT')!, { type: 'expire' }, { from: 'code' })).to.equal(true);
    expect(grantIncentive('SHORT')).to.equal(false);
    expect(heard.map(({ type }) => type)).to.deep.equal(['cue-incentive-expire']);
  });

  it('is a warning where it is not declared, or no outcome', () => {
    const said = warnings();
    expect(grantIncentive('NONE')).to.equal(false);
    expect(markIncentive('NONE', 'lost' as 'applied')).to.equal(false);
    expect(said.join()).to.match(/no incentive “NONE” is declared.*cannot be “lost”/);
  });

  it('goes by the first of two declarations of one id', () => {
    declareIncentives([welcome]);
    declareIncentives([{ ...welcome, name: 'More', lasts: '9d' }]);
    expect(knownIncentive('WELCOME')).to.include({ name: '10 % off', lastsMs: 2 * HOUR_MS });
    expect(knownIncentive(null)).to.equal(undefined);
  });

  describe('gives a code of a pool back', () => {
    const pool = { ...welcome, code: { from: 'pool', url: '/reserve', release: '/release' } };
    const realFetch = globalThis.fetch;
    let asked: [url: unknown, body: unknown, keepalive: unknown][] = [];

    beforeEach(() => {
      asked = [];
      globalThis.fetch = (url, init) => {
        asked.push([url, JSON.parse(init!.body as string), init!.keepalive]);
        return Promise.reject(new TypeError('offline'));
      };
      declareIncentives([pool]);
      grantIncentive('WELCOME');
      stepIncentive('WELCOME', { type: 'ask', token: 't1', at: Date.now() });
    });
    afterEach(() => {
      globalThis.fetch = realFetch;
    });
    const receive = () => stepIncentive('WELCOME', { type: 'receive', code: 'TEA-1', at: Date.now() });

    it('when it is refused for good or the shopper does not want it, once, also while the page is left', () => {
      for (const reason of ['returned', 'gone'] as const) {
        forgetPage();
        asked = [];
        declareIncentives([pool]);
        grantIncentive('WELCOME');
        stepIncentive('WELCOME', { type: 'ask', token: 't1', at: Date.now() });
        receive();
        markIncentive('WELCOME', 'minimum');
        expect(asked).to.have.length(0);
        expect(markIncentive('WELCOME', reason)).to.equal(true);
        expect(markIncentive('WELCOME', reason)).to.equal(false);
        expect(asked).to.deep.equal([['/release', { id: 'WELCOME', token: 't1' }, true]]);
        expect($incentive('WELCOME').get()).to.deep.include({
          over: { as: reason, at: $incentive('WELCOME').get()!.knownAt },
        });
        expect($incentive('WELCOME').get()!.code).to.equal(undefined);
      }
    });

    it('not when it was ordered with, nor when none had come', () => {
      markIncentive('WELCOME', 'returned');
      expect(asked).to.have.length(0);
      forgetPage();
      declareIncentives([pool]);
      grantIncentive('WELCOME');
      stepIncentive('WELCOME', { type: 'ask', token: 't1', at: Date.now() });
      receive();
      markIncentive('WELCOME', 'redeemed');
      expect(asked).to.have.length(0);
    });

    it('and what was given back is not given again', () => {
      receive();
      markIncentive('WELCOME', 'returned');
      expect(grantIncentive('WELCOME')).to.equal(false);
    });
  });
});
