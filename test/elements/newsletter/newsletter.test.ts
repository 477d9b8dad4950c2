import { expect } from 'chai';
import '../../../src/define/newsletter.js';
import { CueNewsletter } from '../../../src/elements/newsletter/newsletter.js';
import { messages } from '../../../src/elements/newsletter/newsletter.messages.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { CueRecord } from '../../../src/events/record.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { onRecord, startKit } from '../../../src/kit.js';
import { setConsent, setConsentDefault } from '../../../src/store/consent.js';
import { declareIncentives } from '../../../src/store/declared-incentives.js';
import {
  $subscription,
  $subscriptions,
  forgetSubscription,
  rememberSubscription,
} from '../../../src/store/subscriptions.js';
import { $visitor } from '../../../src/store/visitor.js';
import { dataLayer } from '../../../src/sinks/data-layer.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys, setViewport } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { hasFocus } from '../has-focus.js';
import { deferred, hear, inside, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { fill, json, page, shopAnswers } from '../shop-answers.js';
import { xssPayloads } from '../xss-payloads.js';
import { disguisesOf, tracesOf } from './traces-of.js';

type Fact = FactEvent<'cue-newsletter-sign-up'>;

const ASK = 'cue-request-newsletter-sign-up';
const ADDRESS = 'Ada.Lovelace+tea@Shop.example';
const own = 'action="/newsletter" min-time="0"';

const shopForm = `<form action="/newsletter" method="post">
  <input type="hidden" name="vid" data-cue="visitor">
  <label>E-mail <input name="mail" type="email" autocomplete="email" required></label>
  <button>Join</button></form>`;

async function mount(attributes = own, inner = ''): Promise<CueNewsletter> {
  stage.innerHTML = `<cue-newsletter ${attributes}>${inner}</cue-newsletter>`;
  await rendered();
  return stage.querySelector('cue-newsletter')!;
}

const formOf = (element: Element): HTMLFormElement =>
  element.querySelector('form') ?? element.shadowRoot!.querySelector('form')!;
const outcomeOf = (element: Element): string => inside(element, '.outcome').textContent.replace(/\s+/g, ' ').trim();
const messageOf = (element: Element): string => inside(element, '.message').textContent.trim();
const hearFacts = (): Fact[] => hear<Fact>(document, 'cue-newsletter-sign-up');

async function send(element: Element, address = ADDRESS): Promise<void> {
  const form = formOf(element);
  if (address) fill(form.querySelector<HTMLInputElement>('[type=email]')!, address);
  form.querySelector('button')!.click();
  await nextTask();
}

async function sendAndWait(element: Element, address?: string): Promise<void> {
  await send(element, address);
  await until('it has ended', () => !element.matches(':state(pending)'));
  await nextTask();
}

describe('<cue-newsletter>', () => {
  afterEach(() => {
    for (const list of $subscriptions.get().keys()) forgetSubscription(list);
    setConsent('pending');
    setConsentDefault('pending');
  });

  describe('is accessible', function () {
    this.timeout(60_000);

    it('in each of its states', async () => {
      const { promise, resolve } = deferred<Response>();
      const answers = [() => promise, () => Promise.reject(new TypeError('no')), () => json({})];
      shopAnswers(() => answers.shift()!());
      const element = await mount(
        own,
        '<p slot="consent">At most one letter a month. <a href="/privacy">Privacy</a></p><p slot="incentive">Code: TEA10</p>',
      );
      await expectAccessibleInAllColours('idle');
      await send(element, 'nobody');
      await expectAccessibleInAllColours('invalid');
      await send(element);
      await expectAccessibleInAllColours('pending');
      resolve(json({ errors: { email: ['Not to this address.'] } }, 422));
      await until('it is refused', () => element.matches(':state(refused)'));
      await expectAccessibleInAllColours('refused');
      await sendAndWait(element);
      await expectAccessibleInAllColours('offline');
      await sendAndWait(element);
      await expectAccessibleInAllColours('done');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      shopAnswers(() => json({}));
      const element = await mount(own, '<h2>Tea letters</h2><p slot="incentive">Your code: TEA10</p>');
      expect(await ariaSnapshot('cue-newsletter')).to.equal(
        [
          '- heading "Tea letters" [level=2]',
          '- text: E-mail address',
          '- textbox "E-mail address"',
          '- button "Subscribe"',
          '- status',
          '- status',
        ].join('\n'),
      );
      await sendAndWait(element);
      expect(await ariaSnapshot('cue-newsletter')).to.equal(
        [
          '- status:',
          '  - paragraph: You are on our list. Thank you!',
          '  - paragraph: "Your code: TEA10"',
          '  - button "Use another address"',
        ].join('\n'),
      );
    });
  });

  describe('comes and goes', () => {
    it('with properties set before its code came', async () => {
      const inert = new DOMParser().parseFromString('<cue-newsletter></cue-newsletter>', 'text/html').body
        .firstElementChild as CueNewsletter;
      Object.assign(inert, { action: '/newsletter', label: 'Letters', list: 'tea' });
      stage.append(inert);
      await rendered();
      expect(inside(inert, 'label').textContent).to.equal('Letters');
      rememberSubscription('tea', 'done');
      await rendered();
      expect(outcomeOf(inert)).to.contain(messages.done);
    });

    it('made by script, without writing what nobody has set', async () => {
      const element = document.createElement('cue-newsletter');
      stage.append(element);
      await rendered();
      expect(element.getAttributeNames()).to.deep.equal([]);
      expect(element.shadowRoot!.querySelector('form')).to.equal(null);
    });

    it('ten times, moved and removed, it leaves no listener behind', async () => {
      setConsent('granted');
      const before = [$subscription('newsletter').lc, $visitor.lc];
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          const element = await mount(own, round % 2 ? shopForm : '');
          stage.append(element);
          await rendered();
          stage.replaceChildren();
          await nextTask();
        }
      });
      expect(left).to.deep.equal([]);
      expect([$subscription('newsletter').lc, $visitor.lc]).to.deep.equal(before);
    });
  });

  describe('keeps the address to itself', function () {
    this.timeout(20_000);
    const answers: [what: string, answer: () => Response | Promise<Response>, state: string][] = [
      ['taken', () => json({ ok: true, message: `Welcome ${ADDRESS}` }), 'done'],
      ['to be confirmed', () => json({ status: 'pending', message: `Look into ${ADDRESS}` }), 'confirm'],
      ['known already', () => json({ code: 'duplicate', message: `${ADDRESS} is on our list` }, 400), 'already'],
      ['refused', () => json({ errors: { mail: [`${ADDRESS} is no address`] } }, 422), 'refused'],
      ['unanswered', () => Promise.reject(new TypeError(`Failed for ${ADDRESS}`)), 'offline'],
      ['failed', () => page(`Oops ${ADDRESS}`, 500), 'failed'],
    ];
    for (const [what, answer, state] of answers) {
      for (const inner of ['', shopForm]) {
        it(`${what}, ${inner ? 'from the shop’s form' : 'from ours'}: it is in the form’s own request only`, async () => {
          setConsent('granted');
          const records: CueRecord[] = [];
          const layer: unknown[] = [];
          (window as { dataLayer?: unknown }).dataLayer = layer;
          const kit = startKit({ sinks: [dataLayer()], consent: 'granted' });
          const stop = onRecord((record) => records.push(record));
          const sent = shopAnswers(answer);
          const traces = await tracesOf('/newsletter', async () => {
            const element = await mount(own, inner);
            const field = formOf(element).querySelector<HTMLInputElement>('[type=email]')!;
            field.focus();
            await sendKeys({ type: ADDRESS });
            await sendKeys({ press: 'Enter' });
            await until(`it is ${state}`, () => element.matches(`:state(${state})`));
            await nextTask();
          });
          stop();
          kit.stop();
          delete (window as { dataLayer?: unknown }).dataLayer;
          expect(JSON.stringify(sent.map(({ body }) => body))).to.contain(ADDRESS);
          expect(records.map(({ name }) => name)).to.deep.equal(
            state === 'done' || state === 'confirm' ? ['newsletter_sign_up'] : [],
          );
          const all = { ...traces, records: JSON.stringify(records), layer: JSON.stringify(layer) };
          for (const disguise of await disguisesOf(ADDRESS))
            for (const [where, text] of Object.entries(all))
              expect(text, `${disguise} in ${where}`).not.to.contain(disguise);
        });
      }
    }

    it('and would be found, if it were there', async () => {
      const traces = await tracesOf('/newsletter', async () => {
        console.info({ hash: (await disguisesOf(ADDRESS))[3] });
        window.dispatchEvent(new CustomEvent('cue-anything', { detail: { deep: [btoa(ADDRESS)] } }));
        localStorage.setItem('x', encodeURIComponent(ADDRESS));
      });
      localStorage.removeItem('x');
      const found = (await disguisesOf(ADDRESS)).filter((disguise) =>
        Object.values(traces).some((text) => text.includes(disguise)),
      );
      expect(found.length).to.be.at.least(3);
    });
  });

  describe('tells the page', () => {
    it('once, when the address is taken or has to be confirmed', async () => {
      const answers = [{ ok: true }, { status: 'pending' }];
      shopAnswers(() => json(answers.shift()));
      const facts = hearFacts();
      const element = await mount();
      await sendAndWait(element);
      formOf(element).requestSubmit();
      await nextTask();
      expect(facts.map(({ detail }) => detail)).to.deep.equal([
        { method: 'form', cause: { from: 'element', element: 'cue-newsletter', action: 'submit' } },
      ]);
      element.reset();
      await rendered();
      await sendAndWait(element);
      expect([facts.length, outcomeOf(element)]).to.deep.equal([2, `${messages.confirm} ${messages.again}`]);
    });

    it('nothing when it is vetoed, refused, known already, or a program’s', async () => {
      const answers = [json({ already: true }), json({}, 422)];
      shopAnswers(() => answers.shift()!);
      const facts = hearFacts();
      await sendAndWait(await mount());
      forgetSubscription('newsletter');
      await sendAndWait(await mount());
      const quick = await mount('action="/newsletter" min-time="60000"');
      await sendAndWait(quick);
      expect(outcomeOf(quick)).to.contain(messages.done);
      const vetoed = await mount();
      on(document, ASK, (event) => event.preventDefault());
      await sendAndWait(vetoed);
      expect(outcomeOf(vetoed)).to.equal('');
      expect(facts).to.have.length(0);
    });

    it('what the shop does itself', async () => {
      const sent = shopAnswers(() => json({}));
      const facts = hearFacts();
      let address: unknown;
      on<RequestEvent>(document, ASK, (event) => {
        address = (event.target as CueNewsletter).formData.get('email');
        event.respondWith(Promise.resolve({ state: 'already' }));
      });
      const element = await mount();
      await sendAndWait(element);
      expect([sent.length, facts.length, address]).to.deep.equal([0, 0, ADDRESS]);
      expect(outcomeOf(element)).to.contain(messages.already);
    });

    it('from the document, when it was removed meanwhile', async () => {
      const { promise, resolve } = deferred<Response>();
      shopAnswers(() => promise);
      const facts = hearFacts();
      const element = await mount();
      await send(element);
      element.remove();
      resolve(json({}));
      await until('it is told', () => facts.length > 0);
      expect(facts[0]!.target).to.equal(document);
    });
  });

  describe('remembers', () => {
    it('that this browser has subscribed, for prompts to know, and has a way back', async () => {
      shopAnswers(() => json({}));
      await sendAndWait(await mount(`${own} list="tea"`));
      expect($subscriptions.get().get('tea')).to.have.property('state', 'done');
      const element = await mount(`${own} list="tea"`);
      expect(outcomeOf(element)).to.equal(`${messages.done} ${messages.again}`);
      expect(inside(element, '.outcome').hasAttribute('role')).to.equal(false);
      inside(element, '.again').click();
      await nextTask();
      expect($subscriptions.get().has('tea')).to.equal(false);
      expect(hasFocus(formOf(element).querySelector('[type=email]')!)).to.equal(true);
    });

    it('each list by itself', async () => {
      rememberSubscription('tea', 'done');
      expect(outcomeOf(await mount(`${own} list="coffee"`))).to.equal('');
    });
  });

  describe('shows its incentive', () => {
    const shown = async (element: Element): Promise<boolean> => {
      await rendered();
      return element.querySelector('[slot=incentive]')!.getBoundingClientRect().height > 0;
    };

    it('when it is done, and to who comes back for it', async () => {
      shopAnswers(() => json({}));
      const element = await mount(own, '<p slot="incentive">TEA10</p>');
      expect(await shown(element)).to.equal(false);
      await sendAndWait(element);
      expect(await shown(element)).to.equal(true);
      expect(await shown(await mount(own, '<p slot="incentive">TEA10</p>'))).to.equal(true);
    });

    it('not before the address is confirmed, and not to who had joined before', async () => {
      const answers = [{ status: 'pending' }, { already: true }];
      shopAnswers(() => json(answers.shift()));
      for (const _ of [1, 2]) {
        const element = await mount(own, '<p slot="incentive">TEA10</p>');
        await sendAndWait(element);
        expect(await shown(element)).to.equal(false);
        forgetSubscription('newsletter');
      }
    });

    it('and gives the one that it names, once, where the page has put none for it, too', async () => {
      const withdraw = declareIncentives([{ id: 'TEA', kind: 'gift', name: 'A tea towel' }]);
      const told = hear<FactEvent<'cue-incentive-grant'>>(document, 'cue-incentive-grant');
      const answers = [{ status: 'pending' }, { already: true }, {}, {}];
      shopAnswers(() => json(answers.shift()));
      for (const given of [0, 0, 1, 1]) {
        const element = await mount(`${own} incentive="TEA"`);
        await sendAndWait(element);
        if (given) await until('it is given', () => told.length > 0);
        expect(told).to.have.length(given);
        expect(element.querySelector('cue-incentive')?.outerHTML).to.equal(
          given ? '<cue-incentive slot="incentive" incentive="TEA"></cue-incentive>' : undefined,
        );
        forgetSubscription('newsletter');
      }
      expect(told[0]!.detail).to.deep.equal({
        promotion_id: 'TEA',
        kind: 'gift',
        cause: { from: 'element', element: 'cue-newsletter', action: 'submit' },
      });
      const element = await mount(`${own} incentive="TEA"`, '<p slot="incentive">Your towel</p>');
      expect(element.querySelectorAll('[slot=incentive]')).to.have.length(1);
      withdraw();
    });
  });

  describe('passes the visitor on', () => {
    it('with consent to analytics only, and takes it back', async () => {
      const sent = shopAnswers(() => json({ ok: false }));
      const element = await mount(own, shopForm);
      await sendAndWait(element);
      expect(sent[0]!.body).to.deep.equal({ mail: ADDRESS, vid: '' });
      setConsent('granted');
      await rendered();
      await sendAndWait(element);
      expect(sent[1]!.body).to.deep.equal({ mail: ADDRESS, vid: $visitor.get()!.id });
      setConsent('denied');
      await rendered();
      await sendAndWait(element);
      expect(sent[2]!.body).to.deep.equal({ mail: ADDRESS, vid: '' });
    });

    it('in a form of its own, where there is then a field for it', async () => {
      const sent = shopAnswers(() => json({ ok: false }));
      const element = await mount();
      await sendAndWait(element);
      setConsent('granted');
      await rendered();
      await sendAndWait(element);
      expect(sent.map(({ body }) => body)).to.deep.equal([
        { email: ADDRESS },
        { email: ADDRESS, visitor: $visitor.get()!.id },
      ]);
    });
  });

  describe('speaks with', () => {
    it('Mailchimp, whose answer may not be read, from its own embed code', async () => {
      const sent = shopAnswers(() => new Response());
      const element = await mount(
        'provider="mailchimp" double-opt-in min-time="0"',
        `<form action="https://x.us1.list-manage.com/subscribe/post?u=1&amp;id=2" method="post" target="_blank" novalidate>
          <label>Mail <input type="email" name="EMAIL" class="required email" required></label>
          <div aria-hidden="true"><input type="text" name="b_1_2" tabindex="-1" value=""></div>
          <button name="subscribe" value="Subscribe">Subscribe</button></form>`,
      );
      await send(element, 'nobody');
      expect([sent.length, element.matches(':state(invalid)')]).to.deep.equal([0, true]);
      await sendAndWait(element);
      expect(sent[0]).to.include({ mode: 'no-cors', url: 'https://x.us1.list-manage.com/subscribe/post?u=1&id=2' });
      expect(sent[0]!.body).to.deep.equal({ EMAIL: ADDRESS, b_1_2: '', subscribe: 'Subscribe' });
      expect(element.matches(':state(confirm)')).to.equal(true);
    });

    it('Klaviyo', async () => {
      const sent = shopAnswers(() => new Response(null, { status: 202 }));
      const facts = hearFacts();
      const element = await mount(
        'provider="klaviyo" list="Y6nRLr" min-time="0" action="https://a.klaviyo.com/client/subscriptions?company_id=abc"',
      );
      await sendAndWait(element);
      const { url, headers, body, mode } = sent[0]!;
      expect([url, mode]).to.deep.equal(['https://a.klaviyo.com/client/subscriptions?company_id=abc', 'cors']);
      expect(headers.get('content-type')).to.equal('application/vnd.api+json');
      expect(headers.get('revision')).to.match(/^\d{4}-\d\d-15$/);
      expect(body).to.deep.equal({
        data: {
          type: 'subscription',
          attributes: { profile: { data: { type: 'profile', attributes: { email: ADDRESS } } } },
          relationships: { list: { data: { type: 'list', id: 'Y6nRLr' } } },
        },
      });
      expect(facts[0]!.detail.method).to.equal('klaviyo');
    });

    it('Brevo', async () => {
      const sent = shopAnswers(() => json({ success: false, errors: { EMAIL: 'Please give a valid address.' } }));
      const element = await mount('provider="brevo" min-time="0" action="https://x.sibforms.com/serve/abc"');
      await sendAndWait(element);
      expect(sent[0]!.url).to.equal('https://x.sibforms.com/serve/abc?isAjax=1');
      expect(sent[0]!.body).to.deep.equal({ EMAIL: ADDRESS, email_address_check: '', locale: 'en' });
      expect(messageOf(element)).to.equal('Please give a valid address.');
    });

    it('Shopify', async () => {
      const at = (url: string): Response => Object.defineProperty(page('<p>Hello'), 'url', { value: url });
      const answers = [
        at('https://shop.example/?form_type=customer#contact_form'),
        at('https://shop.example/?customer_posted=true'),
      ];
      const sent = shopAnswers(() => answers.shift()!);
      const element = await mount('provider="shopify" min-time="0"');
      await sendAndWait(element);
      expect(sent[0]!.url).to.equal(new URL('/contact', location.href).href);
      expect(sent[0]!.headers.get('accept')).to.equal('text/html');
      expect(sent[0]!.body).to.deep.equal({
        'contact[email]': ADDRESS,
        form_type: 'customer',
        utf8: '✓',
        'contact[tags]': 'newsletter',
      });
      expect(element.matches(':state(refused)')).to.equal(true);
      await sendAndWait(element);
      expect(element.matches(':state(done)')).to.equal(true);
    });

    it('and leaves its challenge to robots to the browser', async () => {
      shopAnswers(() => Object.defineProperty(page('<p>Robot?'), 'url', { value: 'https://shop.example/challenge' }));
      const { submit } = HTMLFormElement.prototype;
      const submitted: [string, boolean][] = [];
      HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
        submitted.push([this.getAttribute('action')!, new FormData(this).has('website')]);
      };
      try {
        await sendAndWait(await mount('provider="shopify" min-time="0"'));
      } finally {
        HTMLFormElement.prototype.submit = submit;
      }
      expect(submitted).to.deep.equal([[new URL('/contact', location.href).href, false]]);
    });

    it('nobody that it does not know, and says so', async () => {
      const said = warnings();
      const sent = shopAnswers(() => json({}));
      await sendAndWait(await mount(`${own} provider="pigeon"`));
      expect(said).to.have.length(1);
      expect(sent[0]!.body).to.deep.equal({ email: ADDRESS });
    });
  });

  it('takes all words for text', async () => {
    warnings();
    shopAnswers(() => json({ message: `${xssPayloads.join(' ')} end` }, 422));
    const element = await mount();
    element.label = xssPayloads.join(' ');
    element.provider = xssPayloads[0];
    await sendAndWait(element);
    expect(messageOf(element)).not.to.equal('');
    expect(element.shadowRoot!.querySelectorAll('script, img, iframe, svg')).to.have.length(0);
    expect(window).not.to.have.property('__xss');
  });

  describe('fits', () => {
    it('320 px, and text of twice the size', async function () {
      if (!(await setViewport({ width: 320, height: 700 }))) this.skip();
      await mount(own, '<p slot="consent">At most one letter a month.</p>');
      stage.style.setProperty('--cue-font-size', '200%');
      await rendered();
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await setViewport({ width: 1280, height: 720 });
    });

    it('from right to left, the button is at the left', async () => {
      stage.dir = 'rtl';
      const element = await mount();
      const [field, button] = ['#email', '.send'].map((one) => inside(element, one).getBoundingClientRect());
      expect(button!.right).to.be.at.most(field!.left);
    });

    it('forced colours and still screens', async function () {
      if (!(await emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' }))) this.skip();
      const element = await mount();
      expect(getComputedStyle(inside(element, '.send')).borderTopWidth).to.equal('1px');
      expect(element.shadowRoot!.getAnimations()).to.have.length(0);
      await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    });
  });
});
