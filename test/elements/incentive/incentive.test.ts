import { expect } from 'chai';
import { connectCart } from '../../../src/cart/connect-cart.js';
import { customCart } from '../../../src/cart/custom.js';
import '../../../src/define/incentive.js';
import { CueIncentive } from '../../../src/elements/incentive/incentive.js';
import { pageTime } from '../../../src/elements/internal/ending-controller.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import { declareBelongs } from '../../../src/incentives/belongs.js';
import { grantIncentive } from '../../../src/incentives/mark-incentive.js';
import { $cart, setCart } from '../../../src/store/cart.js';
import { declareIncentives } from '../../../src/store/declared-incentives.js';
import { $incentive, stepIncentive } from '../../../src/store/incentives.js';
import { fakeClock } from '../../browser/fake-clock.js';
import { forgetPage } from '../../forget-page.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, nextTask, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

const START = Date.UTC(2027, 0, 31, 12);
const HOUR_MS = 3_600_000;
const steps = ['grant', 'reveal', 'copy', 'apply', 'redeem', 'refuse', 'expire'].map((step) => `cue-incentive-${step}`);
const EUR = (value: number) => ({ value, currency: 'EUR' });

let clock: ReturnType<typeof fakeClock>;
const now = (): number => START + clock.now();
const iso = (inMs: number): string => new Date(START + inMs).toISOString();

const welcome = {
  id: 'WELCOME',
  kind: 'discount',
  name: '10 % off',
  terms: 'On your first order.',
  percent: 10,
  minimum: EUR(40),
  lasts: '2h',
  code: 'HELLO10',
};

async function mountIncentive(attributes = 'incentive="WELCOME"', content = ''): Promise<CueIncentive> {
  stage.innerHTML = `<cue-incentive ${attributes}>${content}</cue-incentive>`;
  await rendered();
  return stage.querySelector('cue-incentive')!;
}

const grant = (id = 'WELCOME', endsInMs = 2 * HOUR_MS): boolean =>
  stepIncentive(id, { type: 'grant', at: now(), endsAt: START + endsInMs });
const cart = async (total: number): Promise<void> => {
  setCart({ lines: [{ key: '1', product: { id: 'mug', price: total }, quantity: 1 }], total, currency: 'EUR' });
  await rendered();
};
const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part=${name}]`);
const says = (element: Element, name: string): string | undefined => part(element, name)?.textContent?.trim();
const isGone = (element: Element): boolean => getComputedStyle(element).display === 'none';
const seen = (): Promise<void> => until('it is seen', () => clock.waiting > 0);

/** Waits until the browser must have said that it is seen. */
const seenOnce = (element: Element): Promise<void> =>
  new Promise((resolve) =>
    new IntersectionObserver((_, observer) => {
      observer.disconnect();
      resolve();
    }).observe(element),
  );

async function press(element: Element, name: string): Promise<void> {
  part(element, name)!.click();
  await nextTask();
}

/** Replaces the clipboard, until the test is over. */
function clipboard(writeText: (text: string) => Promise<void>): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
}

function answer(...answers: (object | 'down')[]): object[] {
  const asked: object[] = [];
  globalThis.fetch = (_, init) => {
    asked.push(JSON.parse(init!.body as string) as object);
    const next = answers.length > 1 ? answers.shift()! : answers[0]!;
    return next === 'down'
      ? Promise.reject(new TypeError('offline'))
      : Promise.resolve(new Response(JSON.stringify(next)));
  };
  return asked;
}

describe('<cue-incentive>', () => {
  const realFetch = globalThis.fetch;

  beforeEach(() => {
    forgetPage();
    clock = fakeClock();
    CueIncentive.time = { clock, now };
    stage.lang = 'en';
    declareIncentives([welcome]);
  });
  afterEach(() => {
    CueIncentive.time = pageTime;
    globalThis.fetch = realFetch;
    delete (navigator as { clipboard?: unknown }).clipboard;
    stage.replaceChildren();
  });
  after(() => forgetPage());

  describe('is accessible', function () {
    this.timeout(60_000);

    it('offered, granted, with something missing, applied, refused and ended', async () => {
      const element = await mountIncentive();
      await expectAccessibleInAllColours('offered');
      await press(element, 'get');
      await expectAccessibleInAllColours('granted');
      await cart(10);
      await expectAccessible('missing');
      for (const outcome of ['applied', 'stacking', 'ended']) {
        element.outcome = outcome;
        await rendered();
        await expectAccessible(outcome);
      }
    });

    it('and reached by keyboard: its button, its code’s, its link', async () => {
      forgetPage();
      declareIncentives([{ ...welcome, apply: '/discount/{code}' }]);
      const element = await mountIncentive();
      const focusable = (): string[] =>
        [...element.shadowRoot!.querySelectorAll<HTMLElement>('a[href], button')].map((each) => each.part.value);
      expect(focusable()).to.deep.equal(['get']);
      await press(element, 'get');
      expect(focusable()).to.deep.equal(['copy', 'apply']);
    });
  });

  describe('shows', () => {
    it('what it is, its terms, from which amount on, and no code before the shopper has it', async () => {
      const element = await mountIncentive();
      expect(says(element, 'name')).to.equal('10 % off');
      expect(says(element, 'terms')).to.equal('On your first order. · From €40.00');
      expect(element.shadowRoot!.textContent).to.not.include('HELLO10');
    });

    it('the code once the shopper has asked for it, and its end, also after a reload', async () => {
      const heard = hear<FactEvent<'cue-incentive-grant'>>(window, ...steps);
      let element = await mountIncentive();
      await press(element, 'get');
      expect(says(element, 'code')).to.equal('HELLO10');
      expect(says(element, 'terms')).to.match(/Until .*2027/);
      expect(heard.map(({ type }) => type)).to.deep.equal(['cue-incentive-grant', 'cue-incentive-reveal']);
      expect(heard[0]!.detail.cause).to.deep.equal({ from: 'element', element: 'cue-incentive', action: 'click' });
      forgetPage({ storage: true });
      declareIncentives([welcome]);
      element = await mountIncentive();
      await seen();
      await nextTask();
      expect(says(element, 'code')).to.equal('HELLO10');
      expect($incentive('WELCOME').get()!.endsAt).to.equal(START + 2 * HOUR_MS);
      expect(heard).to.have.length(2);
    });

    it('what was given elsewhere, and tells that its code was seen only when it was', async () => {
      const heard = hear(window, ...steps);
      grant();
      const element = await mountIncentive();
      await seen();
      await until('it is told', () => heard.length > 0);
      expect(heard.map(({ type }) => type)).to.deep.equal(['cue-incentive-reveal']);
      expect(says(element, 'code')).to.equal('HELLO10');
    });

    it('what is missing, as the cart changes, and then no more', async () => {
      const element = await mountIncentive();
      await cart(27.6);
      await until('it says so', () => says(element, 'message') === '€12.40 more in your cart, and you can use it.');
      await cart(40);
      expect(says(element, 'message')).to.equal('');
    });

    it('that the shopper already has a better one', async () => {
      declareIncentives([{ id: 'FIVE', kind: 'discount', name: '€5 off', amount: EUR(5), code: 'F' }]);
      await cart(45);
      const element = await mountIncentive();
      expect(says(element, 'message')).to.equal('');
      stepIncentive('FIVE', { type: 'grant', at: now() });
      await until('it says so', () => says(element, 'message') === 'You already have a better one: €5 off.');
      await cart(80);
      expect(says(element, 'message')).to.equal('');
    });

    it('only what the shopper has, where the page wants no more', async () => {
      const element = await mountIncentive('mine incentive="WELCOME"');
      expect(isGone(element)).to.equal(true);
      grant();
      await rendered();
      expect([isGone(element), says(element, 'code')]).to.deep.equal([false, 'HELLO10']);
    });

    it('nothing but text, whatever the shop’s data is', async () => {
      for (const payload of xssPayloads) {
        forgetPage();
        declareIncentives([{ ...welcome, name: payload, terms: payload, code: payload, apply: payload }]);
        grant();
        const element = await mountIncentive();
        expect(says(element, 'name')).to.equal(payload.trim());
        const links = [...element.shadowRoot!.querySelectorAll('a')].map(({ href }) => href);
        expect(links.filter((href) => !/^https?:/.test(href))).to.deep.equal([]);
        expect(element.shadowRoot!.querySelector('script, img, iframe')).to.equal(null);
      }
    });
  });

  describe('copies', () => {
    it('within the press, and tells it once, without the code', async () => {
      const written: string[] = [];
      clipboard(async (text) => void written.push(text));
      const element = await mountIncentive();
      await press(element, 'get');
      const heard = hear<FactEvent<'cue-incentive-copy'>>(window, 'cue-incentive-copy');
      part(element, 'copy')!.click();
      expect(written).to.deep.equal(['HELLO10']);
      await nextTask();
      expect(says(element, 'message')).to.equal('Copied.');
      await cart(27.6);
      expect(says(element, 'message')).to.equal('Copied.');
      clock.pass(6000);
      await nextTask();
      expect(says(element, 'message')).to.match(/€12.40 more/);
      await press(element, 'copy');
      expect(heard).to.have.length(1);
      expect(JSON.stringify(heard[0]!.detail)).to.not.include('HELLO10');
    });

    it('not where the browser does not let us: then the code is marked, and copying it by hand counts', async () => {
      clipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
      const heard = hear(window, 'cue-incentive-copy');
      const element = await mountIncentive();
      await press(element, 'get');
      await press(element, 'copy');
      expect(says(element, 'message')).to.match(/copy it by hand/);
      expect(heard).to.have.length(0);
      part(element, 'code')!.dispatchEvent(new ClipboardEvent('copy', { bubbles: true }));
      await nextTask();
      expect(heard).to.have.length(1);
    });
  });

  describe('is used', () => {
    it('by the shop’s link, with the code in it', async () => {
      forgetPage();
      declareIncentives([{ ...welcome, code: 'A&B C', apply: '/discount/{code}?redirect=/cart' }]);
      grant();
      const element = await mountIncentive();
      expect(part(element, 'apply')!.getAttribute('href')).to.match(/\/discount\/A%26B%20C\?redirect=\/cart$/);
    });

    it('by no link that would run as a script', async () => {
      forgetPage();
      declareIncentives([{ ...welcome, apply: 'javascript:alert("{code}")' }]);
      grant();
      expect(part(await mountIncentive(), 'apply')).to.equal(null);
    });

    it('by the cart’s adapter, with what that says', async () => {
      const asked: string[] = [];
      const answers = ['minimum', 'applied', 'nonsense'] as const;
      const adapter = customCart({
        applyCode: async (code) => {
          asked.push(code);
          return answers[asked.length - 1] as 'applied';
        },
      });
      const connection = connectCart({ adapter });
      const heard = hear<FactEvent<'cue-incentive-apply'>>(window, ...steps);
      const element = await mountIncentive();
      await press(element, 'get');
      heard.length = 0;
      const said = (words: string) => until(words, () => says(element, 'message') === words);
      await press(element, 'apply');
      await said('Your cart does not cost enough for it yet.');
      await press(element, 'apply');
      await said('It is in your cart.');
      expect(part(element, 'apply')).to.equal(null);
      expect(heard.map(({ type, detail }) => [type, detail.reason])).to.deep.equal([
        ['cue-incentive-refuse', 'minimum'],
        ['cue-incentive-apply', undefined],
      ]);
      expect(asked).to.deep.equal(['HELLO10', 'HELLO10']);
      connection.stop();
    });

    it('by a cart that is connected when it stands there already, and says nothing new', async () => {
      await cart(45);
      grant();
      const element = await mountIncentive();
      await seen();
      expect(part(element, 'apply')).to.equal(null);
      const connection = connectCart({ adapter: customCart({ applyCode: async () => 'applied' }) });
      await rendered();
      expect(part(element, 'apply')).to.not.equal(null);
      connection.stop();
      await rendered();
      expect(part(element, 'apply')).to.equal(null);
    });

    it('once for a double press, and can be tried again where no answer came', async () => {
      const waits = deferred<'applied'>();
      let asked = 0;
      const connection = connectCart({ adapter: customCart({ applyCode: () => (asked++, waits.promise) }) });
      const element = await mountIncentive();
      await press(element, 'get');
      part(element, 'apply')!.click();
      await press(element, 'apply');
      await until('the shop is asked', () => asked > 0);
      expect(asked).to.equal(1);
      waits.reject(new TypeError('offline'));
      await until('it says so', () => /No answer came/.test(says(element, 'message')!));
      await press(element, 'apply');
      await until('the shop is asked again', () => asked === 2);
      connection.stop();
    });

    it('as the shop’s page says, which is told once', async () => {
      grant();
      const heard = hear<FactEvent<'cue-incentive-apply'>>(window, 'cue-incentive-apply', 'cue-incentive-redeem');
      await mountIncentive('incentive="WELCOME" outcome="applied"');
      await mountIncentive('incentive="WELCOME" outcome="applied"');
      const element = await mountIncentive('incentive="WELCOME" outcome="redeemed"');
      expect(heard.map(({ type }) => type)).to.deep.equal(['cue-incentive-apply', 'cue-incentive-redeem']);
      expect(heard[0]!.detail.cause).to.include({ from: 'platform' });
      expect(says(element, 'message')).to.equal('You have used it.');
      expect(part(element, 'code')).to.equal(null);
    });

    it('although the page still says what was yesterday', async () => {
      grant();
      const connection = connectCart({ adapter: customCart({ applyCode: async () => 'applied' }) });
      const element = await mountIncentive('incentive="WELCOME" outcome="minimum"');
      await press(element, 'apply');
      await until('it is in the cart', () => says(element, 'message') === 'It is in your cart.');
      element.requestUpdate();
      await nextTask();
      expect(says(element, 'message')).to.equal('It is in your cart.');
      connection.stop();
    });

    it('or refused, in words', async () => {
      const words: Record<string, RegExp> = {
        ended: /This has ended/,
        used: /You have used it/,
        gone: /none left/,
        minimum: /does not cost enough/,
        products: /not for what is in your cart/,
        stacking: /together/,
        returned: /given it back/,
        unknown: /did not take it/,
      };
      for (const [reason, expected] of Object.entries(words)) {
        forgetPage();
        declareIncentives([welcome]);
        grant();
        expect(says(await mountIncentive(`incentive="WELCOME" outcome="${reason}"`), 'message')).to.match(expected);
      }
    });
  });

  describe('gets its code', () => {
    const pool = { ...welcome, code: { from: 'pool', url: '/incentives/reserve' } };

    beforeEach(() => {
      forgetPage();
      declareIncentives([pool]);
    });

    it('from the shop, when it is asked for; the same where it is shown twice', async () => {
      const asked = answer({ code: 'ONLY-YOU', until: START + HOUR_MS });
      stage.innerHTML = '<cue-incentive incentive="WELCOME"></cue-incentive>'.repeat(2);
      await rendered();
      expect(asked).to.have.length(0);
      const [first, second] = stage.querySelectorAll('cue-incentive');
      await press(first!, 'get');
      await until('both show it', () => [first, second].every((each) => says(each!, 'code') === 'ONLY-YOU'));
      expect(asked).to.have.length(1);
    });

    it('at the next try where no answer came, with the same question', async () => {
      const asked = answer('down', { code: 'ONLY-YOU', until: START + HOUR_MS });
      const element = await mountIncentive();
      await press(element, 'get');
      await until('it says so', () => /No answer came/.test(says(element, 'message')!));
      await press(element, 'get');
      await until('it is there', () => says(element, 'code') === 'ONLY-YOU');
      expect(asked[0]).to.deep.equal(asked[1]);
    });

    it('or is told in words that there is none left', async () => {
      answer({ reason: 'gone' });
      const heard = hear<FactEvent<'cue-incentive-refuse'>>(window, 'cue-incentive-refuse', 'cue-incentive-reveal');
      const element = await mountIncentive();
      await press(element, 'get');
      await until('it says so', () => says(element, 'message') === 'There are none left.');
      expect(heard.map(({ detail }) => detail.reason)).to.deep.equal(['gone']);
      expect(part(element, 'get')).to.equal(null);
    });
  });

  describe('refuses', () => {
    it('to outlive its end: the code is gone, and it is told once', async () => {
      const heard = hear(window, 'cue-incentive-expire');
      const element = await mountIncentive();
      await press(element, 'get');
      await seen();
      clock.pass(2 * HOUR_MS);
      await nextTask();
      expect(says(element, 'message')).to.equal('This has ended.');
      expect(part(element, 'code')).to.equal(null);
      await rendered();
      expect(heard).to.have.length(1);
      expect(isGone(await mountIncentive())).to.equal(true);
    });

    it('to be offered after its end, or to begin anew', async () => {
      forgetPage();
      declareIncentives([{ ...welcome, endsAt: iso(-1) }]);
      expect(isGone(await mountIncentive())).to.equal(true);
    });

    it('to be shown after it was used', async () => {
      grant();
      const element = await mountIncentive();
      stepIncentive('WELCOME', { type: 'redeem', at: now() });
      await seenOnce(element);
      await nextTask();
      expect(part(element, 'code')).to.equal(null);
      expect(isGone(await mountIncentive())).to.equal(true);
    });

    it('to say that only so many are left: the shop’s server knows, a page does not', async () => {
      forgetPage();
      const said = warnings();
      declareIncentives([
        { ...welcome, left: 2 },
        { ...welcome, id: 'LIMITED', limit: 2 },
      ]);
      expect(isGone(await mountIncentive())).to.equal(true);
      expect(said.join()).to.match(/“left” is not known/);
      const limited = await mountIncentive('incentive="LIMITED"');
      expect(says(limited, 'terms')).to.equal('On your first order. · From €40.00 · Limited to 2');
      expect(limited.shadowRoot!.textContent).to.not.match(/left|only/i);
      await press(limited, 'get');
      expect(says(limited, 'terms')).to.contain('Limited to 2 ·');
    });

    it('who buys anyway: it is not shown before that is known, and not given; who has it, keeps it', async () => {
      forgetPage();
      declareIncentives([{ ...welcome, notFor: { 'cart.value': { $gte: 100 } } }]);
      const element = await mountIncentive();
      expect(isGone(element)).to.equal(true);
      const ask = declareBelongs(() => ($cart.get()?.total ?? 0) >= 100);
      await rendered();
      expect(isGone(element)).to.equal(false);
      await cart(120);
      expect(isGone(element)).to.equal(true);
      expect(grantIncentive('WELCOME', element)).to.equal(false);
      await cart(45);
      expect(isGone(element)).to.equal(false);
      await press(element, 'get');
      await cart(120);
      expect(says(element, 'code')).to.equal('HELLO10');
      ask();
    });

    it('to urge to use what cannot be used now', async () => {
      const connection = connectCart({ adapter: customCart({ applyCode: async () => 'applied' }) });
      grant();
      const element = await mountIncentive();
      expect(part(element, 'apply')!.classList.contains('main')).to.equal(true);
      await cart(27.6);
      await until('it says what is missing', () => /more in your cart/.test(says(element, 'message')!));
      expect(part(element, 'apply')!.classList.contains('main')).to.equal(false);
      connection.stop();
    });

    it('what is not declared, and what is no outcome, with a warning', async () => {
      const said = warnings();
      expect(isGone(await mountIncentive('incentive="NONE"'))).to.equal(true);
      await mountIncentive('incentive="WELCOME" outcome="lost"');
      expect(said.join()).to.match(/“NONE” is declared.*no outcome “lost”/);
    });
  });

  it('appears when it is declared, and goes when that is withdrawn', async () => {
    forgetPage();
    const element = await mountIncentive('incentive="LATE"');
    const withdraw = declareIncentives([{ ...welcome, id: 'LATE' }]);
    await rendered();
    expect([isGone(element), says(element, 'name')]).to.deep.equal([false, '10 % off']);
    withdraw();
    await rendered();
    expect(isGone(element)).to.equal(true);
  });

  it('leaves no listener and no timer behind', async () => {
    const element = await mountIncentive();
    grant();
    await seen();
    const left = await countListeners(async () => {
      for (let round = 0; round < 10; round++) {
        element.remove();
        stage.append(element);
        await rendered();
      }
      element.remove();
    });
    expect(left).to.deep.equal([]);
    expect(clock.waiting).to.equal(0);
  });
});
