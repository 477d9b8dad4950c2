import { expect } from 'chai';
import '../../../src/define/product.js';
import '../../../src/define/stock-alert.js';
import { CueStockAlert } from '../../../src/elements/stock-alert/stock-alert.js';
import { messages } from '../../../src/elements/stock-alert/stock-alert.messages.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { $stockAlert, forgetStockAlert, rememberStockAlert } from '../../../src/store/stock-alerts.js';
import type { StockAlertKey } from '../../../src/store/stock-alerts.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys, setViewport } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { hasFocus } from '../has-focus.js';
import { deferred, hear, inside, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { fill, json, shopAnswers } from '../shop-answers.js';
import { xssPayloads } from '../xss-payloads.js';

type Fact = FactEvent<'cue-stock-alert-sign-up'>;

const ASK = 'cue-request-stock-alert-sign-up';
const ADDRESS = 'Ada.Lovelace@Shop.example';
const teapot = 'product-id="t1" name="Teapot" price="24.90" currency="EUR" url="/teapot"';
const out = `${teapot} availability="OutOfStock"`;
const own = 'action="/alerts" min-time="0"';
const key: StockAlertKey = { kind: 'back-in-stock', productId: 't1', variant: undefined };

const shopForm = `<form action="/alerts" method="post">
  <input type="hidden" name="pid" data-cue="product-id"><input type="hidden" name="v" data-cue="variant">
  <input type="hidden" name="k" data-cue="kind"><input type="hidden" name="p" data-cue="price">
  <label>E-mail <input name="mail" type="email" autocomplete="email" required></label>
  <button>Tell me</button></form>`;

async function mount(attributes: string, inner = ''): Promise<CueStockAlert> {
  stage.innerHTML = `<cue-stock-alert ${attributes}>${inner}</cue-stock-alert>`;
  await rendered();
  return stage.querySelector('cue-stock-alert')!;
}

const isShown = (element: Element): boolean => getComputedStyle(element).display !== 'none';
const formOf = (element: Element): HTMLFormElement =>
  element.querySelector('form') ?? element.shadowRoot!.querySelector('form')!;
const outcomeOf = (element: Element): string => inside(element, '.outcome').textContent.replace(/\s+/g, ' ').trim();
const messageOf = (element: Element): string => inside(element, '.message').textContent.trim();
const hearFacts = (): Fact[] => hear<Fact>(document, 'cue-stock-alert-sign-up');

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

describe('<cue-stock-alert>', () => {
  afterEach(() => {
    for (const kind of ['back-in-stock', 'price-drop'] as const)
      for (const variant of [undefined, 'Blue', 'Red']) forgetStockAlert({ kind, productId: 't1', variant });
  });

  describe('is accessible', function () {
    this.timeout(60_000);

    it('with a form of its own, in each of its states', async () => {
      const { promise, resolve } = deferred<Response>();
      const answers = [() => promise, () => json({}, 500), () => json({})];
      shopAnswers(() => answers.shift()!());
      const element = await mount(
        `${out} ${own}`,
        '<label slot="consent"><input type="checkbox" name="agree"> Write to me about other things, too.</label>',
      );
      await expectAccessibleInAllColours('idle');
      await send(element, 'nobody');
      await expectAccessibleInAllColours('invalid');
      await send(element);
      await expectAccessibleInAllColours('pending');
      resolve(json({ message: 'Not to this address.' }, 422));
      await until('it is refused', () => element.matches(':state(refused)'));
      await expectAccessibleInAllColours('refused');
      await sendAndWait(element);
      await expectAccessibleInAllColours('failed');
      await sendAndWait(element);
      await expectAccessibleInAllColours('done');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      shopAnswers(() => json({}));
      const element = await mount(`${out} ${own}`);
      expect(await ariaSnapshot('cue-stock-alert')).to.equal(
        [
          '- text: Tell me when it is back in stock',
          '- textbox "Tell me when it is back in stock"',
          '- button "Tell me"',
          '- status',
          '- status',
        ].join('\n'),
      );
      await sendAndWait(element);
      expect(await ariaSnapshot('cue-stock-alert')).to.equal(
        [
          '- status:',
          '  - paragraph: We will tell you when it is back in stock.',
          '  - button "Use another address"',
        ].join('\n'),
      );
    });

    it('remembered from another day, it is not announced', async () => {
      rememberStockAlert(key);
      const element = await mount(`${out} ${own}`);
      expect(inside(element, '.outcome').hasAttribute('role')).to.equal(false);
      expect(outcomeOf(element)).to.contain(messages['done-back-in-stock']);
    });
  });

  describe('comes and goes', () => {
    it('with properties set before its code came', async () => {
      const inert = new DOMParser().parseFromString('<cue-stock-alert></cue-stock-alert>', 'text/html').body
        .firstElementChild as CueStockAlert;
      Object.assign(inert, { action: '/alerts', label: 'Back?', availability: 'OutOfStock' });
      for (const [name, value] of Object.entries({ 'product-id': 't1', name: 'Teapot', price: '3' }))
        inert.setAttribute(name, value);
      stage.append(inert);
      await rendered();
      expect(inside(inert, 'label').textContent).to.equal('Back?');
      expect(isShown(inert)).to.equal(true);
    });

    it('made by script, without writing what nobody has set', async () => {
      const element = document.createElement('cue-stock-alert');
      stage.append(element);
      await rendered();
      expect(element.getAttributeNames()).to.deep.equal([]);
      expect(isShown(element)).to.equal(false);
    });

    it('ten times, moved and removed, it leaves no listener behind', async () => {
      const before = $stockAlert(key).lc;
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          const element = await mount(`${out} ${own}`, round % 2 ? shopForm : '');
          stage.append(element);
          await rendered();
          stage.replaceChildren();
          await nextTask();
        }
      });
      expect(left).to.deep.equal([]);
      expect($stockAlert(key).lc).to.equal(before);
    });
  });

  describe('is shown while it makes sense', () => {
    it('back in stock: only while the product is not', async () => {
      const element = await mount(`${out} ${own}`);
      expect(isShown(element)).to.equal(true);
      element.setAttribute('availability', 'https://schema.org/InStock');
      await rendered();
      expect(isShown(element)).to.equal(false);
      expect(element.getBoundingClientRect().height).to.equal(0);
      element.availability = 'SoldOut';
      await rendered();
      expect(isShown(element)).to.equal(true);
    });

    it('leaving no gap in a grid', async () => {
      stage.innerHTML = `<div style="display:grid;gap:20px"><p style="margin:0;height:10px"></p><cue-stock-alert ${teapot} ${own} availability="InStock"></cue-stock-alert></div>`;
      await rendered();
      expect(stage.firstElementChild!.getBoundingClientRect().height).to.equal(10);
    });

    it('price drop: for all that is not gone for ever', async () => {
      const element = await mount(`${teapot} ${own} kind="price-drop"`);
      expect(isShown(element)).to.equal(true);
      element.availability = 'SoldOut';
      await rendered();
      expect(isShown(element)).to.equal(false);
      element.availability = 'OutOfStock';
      await rendered();
      expect(isShown(element)).to.equal(true);
    });

    it('as the product around it changes', async () => {
      stage.innerHTML = `<cue-product ${out}><cue-stock-alert ${own}></cue-stock-alert></cue-product>`;
      await rendered();
      const element = stage.querySelector('cue-stock-alert')!;
      expect(isShown(element)).to.equal(true);
      stage.querySelector('cue-product')!.setAttribute('availability', 'InStock');
      await nextTask();
      expect(isShown(element)).to.equal(false);
    });

    it('as the page’s own data says, and goes on to say', async () => {
      const data = (availability: string): string =>
        JSON.stringify({
          '@context': 'https://schema.org',
          '@type': 'Product',
          name: 'Teapot',
          sku: 't1',
          offers: { '@type': 'Offer', price: '24.90', priceCurrency: 'EUR', availability },
        });
      const script = document.createElement('script');
      script.type = 'application/ld+json';
      script.textContent = data('https://schema.org/OutOfStock');
      stage.append(script);
      const element = document.createElement('cue-stock-alert');
      element.action = '/alerts';
      stage.append(element);
      await until('the page is read', () => isShown(element));
      script.textContent = data('https://schema.org/InStock');
      await until('the page is read again', () => !isShown(element));
    });

    it('where nobody says whether the product can be had, a form of the shop’s stays, and ours is not offered', async () => {
      expect(isShown(await mount(teapot, shopForm))).to.equal(true);
      expect(isShown(await mount(`${teapot} ${own}`))).to.equal(false);
    });

    it('without form and action there is nothing to show', async () => {
      expect(isShown(await mount(out))).to.equal(false);
    });

    it('a kind that it does not know is said once, and taken for back in stock', async () => {
      const said = warnings();
      const element = await mount(`${out} ${own} kind="cheaper"`);
      expect(inside(element, 'label').textContent).to.equal(messages['label-back-in-stock']);
      expect(said).to.have.length(1);
    });

    it('without a product it says what it needs', async () => {
      const said = warnings();
      const element = await mount(own);
      await until('it has looked', () => said.length > 0);
      expect(said[0]).to.contain('found no product');
      expect(isShown(element)).to.equal(false);
    });
  });

  describe('tells the shop what it is about', () => {
    it('in a form of its own', async () => {
      const sent = shopAnswers(() => json({}));
      const element = await mount(`${out} ${own} variant="Blue"`);
      await sendAndWait(element);
      expect(sent[0]!.body).to.deep.equal({
        email: ADDRESS,
        product_id: 't1',
        variant: 'Blue',
        product_name: 'Teapot',
        price: '24.9',
        currency: 'EUR',
        url: new URL('/teapot', location.href).href,
        kind: 'back-in-stock',
      });
    });

    it('in the shop’s form, by its own names', async () => {
      const sent = shopAnswers(() => json({}));
      const element = await mount(`${out} variant="Blue" min-time="0"`, shopForm);
      element.setAttribute('variant', 'Red');
      await rendered();
      await sendAndWait(element);
      expect(sent[0]!.body).to.deep.equal({ mail: ADDRESS, pid: 't1', v: 'Red', k: 'back-in-stock', p: '24.9' });
    });

    it('as JSON', async () => {
      const sent = shopAnswers(() => json({}));
      await sendAndWait(await mount(`${out} ${own} format="json"`));
      expect(sent[0]!.body).to.include({ email: ADDRESS, product_id: 't1' });
    });
  });

  describe('tells the page', () => {
    it('once, with the product and never with the address', async () => {
      shopAnswers(() => json({ ok: true }));
      const facts = hearFacts();
      const requests = hear<RequestEvent<typeof ASK>>(document, ASK);
      const element = await mount(`${out} ${own}`);
      await sendAndWait(element);
      formOf(element).requestSubmit();
      await nextTask();
      expect(facts).to.have.length(1);
      const { product, value, currency, items, cause, method } = facts[0]!.detail;
      expect([product.id, value, currency, items[0]!.item_id, method]).to.deep.equal([
        't1',
        24.9,
        'EUR',
        't1',
        'back-in-stock',
      ]);
      expect(cause).to.deep.equal({ from: 'element', element: 'cue-stock-alert', action: 'submit' });
      expect(requests.map(({ detail: { kind } }) => kind)).to.deep.equal(['back-in-stock']);
      expect(JSON.stringify([facts[0]!.detail, requests[0]!.detail]).toLowerCase()).not.to.contain('ada');
    });

    it('when the shopper has still to confirm, but not when the shop had it already', async () => {
      const answers = [{ status: 'pending' }, { already: true }];
      shopAnswers(() => json(answers.shift()));
      const facts = hearFacts();
      const element = await mount(`${out} ${own}`);
      await sendAndWait(element);
      expect([outcomeOf(element), facts.length]).to.deep.equal([`${messages.confirm} ${messages.again}`, 1]);
      element.reset();
      await rendered();
      await sendAndWait(element);
      expect([outcomeOf(element), facts.length]).to.deep.equal([`${messages.already} ${messages.again}`, 1]);
    });

    it('nothing when it is vetoed, refused, or code sets something', async () => {
      shopAnswers(() => json({ message: 'No more.' }, 422));
      const facts = hearFacts();
      const element = await mount(`${out} ${own}`);
      on(document, ASK, (event) => event.preventDefault());
      await sendAndWait(element);
      expect(isShown(element) && outcomeOf(element) === '').to.equal(true);
      element.kind = 'price-drop';
      await rendered();
      expect(facts).to.have.length(0);
      expect($stockAlert(key).get()).to.equal(undefined);
    });

    it('what the shop does itself, with what the form holds', async () => {
      const sent = shopAnswers(() => json({}));
      const facts = hearFacts();
      let address: unknown;
      on<RequestEvent>(document, ASK, (event) => {
        address = (event.target as CueStockAlert).formData.get('email');
        event.respondWith(Promise.resolve());
      });
      await sendAndWait(await mount(`${out} ${own}`));
      expect([sent.length, facts.length, address]).to.deep.equal([0, 1, ADDRESS]);
    });

    it('from the document, when it was removed meanwhile', async () => {
      const { promise, resolve } = deferred<Response>();
      shopAnswers(() => promise);
      const facts = hearFacts();
      const element = await mount(`${out} ${own}`);
      await send(element);
      element.remove();
      resolve(json({}));
      await until('it is told', () => facts.length > 0);
      expect(facts[0]!.target).to.equal(document);
    });

    it('of the variant that was asked for, also when another has been chosen since', async () => {
      const { promise, resolve } = deferred<Response>();
      shopAnswers(() => promise);
      const facts = hearFacts();
      const element = await mount(`${out} ${own} variant="Blue"`);
      await send(element);
      element.setAttribute('variant', 'Red');
      await rendered();
      resolve(json({}));
      await until('it is told', () => facts.length > 0);
      await rendered();
      expect(facts[0]!.detail.product.variant).to.equal('Blue');
      expect(outcomeOf(element)).to.equal('');
      expect($stockAlert({ ...key, variant: 'Blue' }).get()).to.have.property('price', 24.9);
      expect($stockAlert({ ...key, variant: 'Red' }).get()).to.equal(undefined);
    });
  });

  describe('remembers', () => {
    it('that this variant has an alert, without the address, and has a way to ask again', async () => {
      shopAnswers(() => json({}));
      await sendAndWait(await mount(`${out} ${own}`));
      const kept = Object.entries(localStorage).join();
      expect(kept)
        .to.contain('stock-alert')
        .and.not.to.match(/ada|shop\.example/i);
      const element = await mount(`${out} ${own}`);
      expect(outcomeOf(element)).to.equal(`${messages['done-back-in-stock']} ${messages.again}`);
      inside(element, '.again').click();
      await nextTask();
      expect(outcomeOf(element)).to.equal('');
      expect(hasFocus(formOf(element).querySelector('[type=email]')!)).to.equal(true);
    });

    it('per variant', async () => {
      rememberStockAlert({ ...key, variant: 'Blue' });
      const element = await mount(`${out} ${own} variant="Blue"`);
      expect(outcomeOf(element)).to.contain(messages['done-back-in-stock']);
      element.setAttribute('variant', 'Red');
      await rendered();
      expect(outcomeOf(element)).to.equal('');
    });

    it('until it has come true', async () => {
      rememberStockAlert(key, 24.9);
      const element = await mount(`${out} ${own}`);
      element.availability = 'InStock';
      await rendered();
      expect($stockAlert(key).get()).to.equal(undefined);
      const drop = { ...key, kind: 'price-drop' } as const;
      rememberStockAlert(drop, 30);
      const cheaper = await mount(`${teapot} ${own} kind="price-drop"`);
      expect(outcomeOf(cheaper)).to.equal('');
      expect($stockAlert(drop).get()).to.equal(undefined);
    });
  });

  describe('with the shop’s own words', () => {
    it('in the slot for success', async () => {
      shopAnswers(() => json({}));
      const element = await mount(`${out} ${own}`, '<p slot="success">See you soon.</p>');
      const words = stage.querySelector('p')!;
      expect(words.getBoundingClientRect().height).to.equal(0);
      await sendAndWait(element);
      expect(words.getBoundingClientRect().height).to.be.greaterThan(0);
    });

    it('as text, whatever they are', async () => {
      warnings();
      shopAnswers(() => json({ message: `${xssPayloads.join(' ')} end` }, 422));
      const element = await mount(`${out} ${own}`);
      element.label = xssPayloads.join(' ');
      await sendAndWait(element);
      expect(messageOf(element)).not.to.equal('');
      expect(element.shadowRoot!.querySelectorAll('script, img, iframe, svg')).to.have.length(0);
      expect(window).not.to.have.property('__xss');
    });

    it('nowhere but to web addresses', async () => {
      for (const payload of xssPayloads) {
        const element = await mount(out);
        element.action = payload;
        await rendered();
        const { protocol } = new URL(formOf(element).getAttribute('action') ?? '', location.href);
        expect(protocol, payload).to.match(/^https?:$/);
      }
    });
  });

  describe('fits', () => {
    it('320 px, and text of twice the size', async function () {
      if (!(await setViewport({ width: 320, height: 700 }))) this.skip();
      const element = await mount(`${out} ${own}`);
      stage.style.setProperty('--cue-font-size', '200%');
      await rendered();
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const control of element.shadowRoot!.querySelectorAll<HTMLElement>('.send, #email')) {
        expect(control.scrollWidth).to.be.at.most(control.clientWidth + 1);
        expect(control.getBoundingClientRect().height).to.be.at.least(44);
      }
      await setViewport({ width: 1280, height: 720 });
    });

    it('the place that is kept for it', async () => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = new URL('../../../src/cuekit.css', import.meta.url).href;
      await new Promise((resolve) => {
        link.onload = resolve;
        document.head.append(link);
      });
      const element = await mount(`${out} ${own}`);
      const template = document.createElement('template');
      template.innerHTML = `<cue-stock-alert ${out} ${own}></cue-stock-alert>`;
      // In a document without a registry the element stays undefined.
      const frame = document.createElement('iframe');
      stage.append(frame);
      const inner = frame.contentDocument!;
      inner.head.append(link.cloneNode());
      inner.body.append(inner.importNode(template.content, true));
      const undefinedOne = inner.querySelector('cue-stock-alert')!;
      await until('it has its style', () => undefinedOne.getBoundingClientRect().height > 0);
      expect(undefinedOne.getBoundingClientRect().height).to.be.closeTo(element.getBoundingClientRect().height, 0.5);
      link.remove();
    });

    it('from right to left, the button is at the left', async () => {
      stage.dir = 'rtl';
      const element = await mount(`${out} ${own}`);
      const [field, button] = ['#email', '.send'].map((one) => inside(element, one).getBoundingClientRect());
      expect(button!.right).to.be.at.most(field!.left);
    });

    it('forced colours and still screens', async function () {
      if (!(await emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' }))) this.skip();
      const element = await mount(`${out} ${own}`);
      expect(getComputedStyle(inside(element, '.send')).borderTopWidth).to.equal('1px');
      expect(element.shadowRoot!.getAnimations()).to.have.length(0);
      await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
    });
  });

  it('by keyboard alone', async () => {
    shopAnswers(() => json({}));
    const facts = hearFacts();
    const element = await mount(`${out} ${own}`);
    inside(element, '#email').focus();
    await sendKeys({ type: 'ada@shop.example' });
    await sendKeys({ press: 'Tab' });
    expect(hasFocus(inside(element, '.send'))).to.equal(true);
    await sendKeys({ press: 'Space' });
    await until('it is told', () => facts.length === 1);
    await nextTask();
    await sendKeys({ press: 'Tab' });
    expect(hasFocus(inside(element, '.again'))).to.equal(true);
  });
});
