import { expect } from 'chai';
import '../../../src/define/sign-up.js';
import type { CueSignUp } from '../../../src/elements/sign-up/sign-up.js';
import { messages } from '../../../src/elements/sign-up/sign-up.messages.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys, setViewport } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { hasFocus } from '../has-focus.js';
import { deferred, hear, inside, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { fill, json, page, shopAnswers } from '../shop-answers.js';
import { disguisesOf, tracesOf } from '../newsletter/traces-of.js';
import { xssPayloads } from '../xss-payloads.js';

type Fact = FactEvent<'cue-sign-up'>;

const ASK = 'cue-request-sign-up';
const ADDRESS = 'Ada.Lovelace@Shop.example';
const PASSWORD = 'Correct-Horse-9';

const shopForm = `<form action="/account/sign-up" method="post">
  <p><label>E-mail <input name="email" type="email" autocomplete="username" required></label></p>
  <p data-cue="later" style="display: block"><label>Name <input name="name" autocomplete="name" required></label></p>
  <p data-cue="later"><label>Password <input name="password" type="password" autocomplete="new-password" minlength="8" required></label></p>
  <button name="go" value="1" style="background: #333; color: #fff">Make an account</button></form>`;

const others = `<ul slot="reasons"><li>Find your orders again</li></ul>
  <button slot="passkey" type="button" data-method="passkey" style="background: #333; color: #fff">Use a passkey</button>
  <form slot="social" action="/google" method="post"><button data-method="google" style="background: #333; color: #fff">Go on with Google</button></form>`;

async function mount(attributes = '', inner = shopForm): Promise<CueSignUp> {
  stage.innerHTML = `<cue-sign-up ${attributes}>${inner}</cue-sign-up>`;
  await rendered();
  return stage.querySelector('cue-sign-up')!;
}

const formOf = (element: Element): HTMLFormElement => element.querySelector('form[action="/account/sign-up"]')!;
const fieldOf = (element: Element, name: string): HTMLInputElement => element.querySelector(`[name="${name}"]`)!;
const isShown = (element: Element): boolean => element.getClientRects().length > 0;
const shownFields = (element: Element): string[] =>
  [...formOf(element).querySelectorAll<HTMLInputElement>('input,button')].filter(isShown).map(({ name }) => name);
const continueOf = (element: Element): HTMLElement | null => element.shadowRoot!.querySelector('.continue');
const outcomeOf = (element: Element): string => inside(element, '.outcome').textContent.replace(/\s+/g, ' ').trim();
const messageOf = (element: Element): string => inside(element, '.message').textContent.trim();
const hearFacts = (): Fact[] => hear<Fact>(document, 'cue-sign-up');

function fillIn(element: Element): void {
  fill(fieldOf(element, 'email'), ADDRESS);
  fill(fieldOf(element, 'name'), 'Ada');
  fill(fieldOf(element, 'password'), PASSWORD);
}

async function send(element: Element): Promise<void> {
  fillIn(element);
  await rendered();
  formOf(element).querySelector('button')!.click();
  await nextTask();
  await until('it has ended', () => !element.matches(':state(pending)'));
  await nextTask();
}

/** Answers that the browser has followed to another page. */
const redirectedTo = (url: string, html = '<h1>Hello'): Response =>
  Object.defineProperties(page(html), {
    redirected: { value: true },
    url: { value: new URL(url, location.href).href },
  });

/** Keeps the page where it is, and says where a form was sent by the browser. */
async function sentByBrowser(run: () => Promise<void>): Promise<(string | null)[]> {
  const { submit } = HTMLFormElement.prototype;
  const sent: (string | null)[] = [];
  HTMLFormElement.prototype.submit = function (this: HTMLFormElement) {
    sent.push(this.getAttribute('action'));
  };
  try {
    await run();
  } finally {
    HTMLFormElement.prototype.submit = submit;
  }
  return sent;
}

describe('<cue-sign-up>', () => {
  afterEach(() => {
    if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  });

  describe('is accessible', function () {
    this.timeout(60_000);

    it('with everything at once, or the address first, refused and done', async () => {
      await mount('', others + shopForm);
      await expectAccessibleInAllColours('all');
      const element = await mount('progressive stay', others + shopForm);
      await expectAccessibleInAllColours('address first');
      const answers = [() => json({ message: 'That password is known to everybody.' }, 422), () => json({})];
      shopAnswers(() => answers.shift()!());
      await send(element);
      await expectAccessibleInAllColours('refused');
      await send(element);
      await expectAccessibleInAllColours('done');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      await mount('progressive', others + shopForm);
      expect(await ariaSnapshot('cue-sign-up')).to.equal(
        [
          '- list:',
          '  - listitem: Find your orders again',
          '- paragraph:',
          '  - text: E-mail',
          '  - textbox "E-mail"',
          '- button "Continue"',
          '- paragraph: or',
          '- button "Use a passkey"',
          '- button "Go on with Google"',
          '- status',
          '- status',
        ].join('\n'),
      );
    });
  });

  describe('comes and goes', () => {
    it('as markup, with properties set before its code came', async () => {
      const inert = new DOMParser().parseFromString(`<cue-sign-up>${shopForm}</cue-sign-up>`, 'text/html').body
        .firstElementChild as CueSignUp;
      inert.progressive = true;
      stage.append(inert);
      await rendered();
      expect(shownFields(inert)).to.deep.equal(['email']);
    });

    it('made by script, without writing what nobody has set', async () => {
      const element = document.createElement('cue-sign-up');
      stage.append(element);
      await rendered();
      expect(element.getAttributeNames()).to.deep.equal([]);
    });

    it('and leaves the shop’s form as it was', async () => {
      const element = await mount('progressive');
      expect(shownFields(element)).to.deep.equal(['email']);
      const form = formOf(element);
      element.remove();
      expect([...form.querySelectorAll<HTMLElement>('p, button')].map(({ style }) => style.display)).to.deep.equal([
        '',
        'block',
        '',
        '',
      ]);
      stage.append(element);
      await rendered();
      expect(shownFields(element)).to.deep.equal(['email']);
    });

    it('ten times, it leaves no listener behind', async () => {
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          const element = await mount(round % 2 ? 'progressive' : '', others + shopForm);
          stage.append(element);
          await rendered();
          stage.replaceChildren();
          await nextTask();
        }
      });
      expect(left).to.deep.equal([]);
    });

    it('tells a developer what password managers will not understand', async () => {
      const said = warnings();
      await mount('', shopForm.replace('new-password', 'off').replace('autocomplete="username"', ''));
      expect(said).to.have.length(2);
      await mount();
      expect(said).to.have.length(2);
    });
  });

  describe('asks for the address first', () => {
    it('and for the rest when it is there, in one form', async () => {
      const sent = shopAnswers(() => json({ ok: true }));
      const element = await mount('progressive stay');
      expect(shownFields(element)).to.deep.equal(['email']);
      fieldOf(element, 'email').focus();
      await sendKeys({ type: ADDRESS });
      await sendKeys({ press: 'Tab' });
      expect(hasFocus(continueOf(element)!)).to.equal(true);
      await sendKeys({ press: 'Space' });
      await nextTask();
      expect(shownFields(element)).to.deep.equal(['email', 'name', 'password', 'go']);
      expect(hasFocus(fieldOf(element, 'name'))).to.equal(true);
      expect(continueOf(element)).to.equal(null);
      expect(fieldOf(element, 'email').autocomplete).to.equal('username');
      await send(element);
      expect(sent[0]!.body).to.deep.equal({ email: ADDRESS, name: 'Ada', password: PASSWORD, go: '1' });
    });

    it('Enter goes on as the button does, and complains of nothing that cannot be seen', async () => {
      const sent = shopAnswers(() => json({}));
      const element = await mount('progressive');
      fieldOf(element, 'email').focus();
      await sendKeys({ type: ADDRESS });
      await sendKeys({ press: 'Enter' });
      await until('the rest is there', () => shownFields(element).length > 1);
      expect(hasFocus(fieldOf(element, 'name'))).to.equal(true);
      expect([sent.length, element.matches(':state(invalid)')]).to.deep.equal([0, false]);
    });

    it('also where the shop has its own validation', async () => {
      const sent = shopAnswers(() => json({}));
      const element = await mount('progressive', shopForm.replace('<form', '<form novalidate'));
      fill(fieldOf(element, 'email'), ADDRESS);
      formOf(element).requestSubmit();
      await nextTask();
      expect(shownFields(element)).to.deep.equal(['email', 'name', 'password', 'go']);
      expect(sent).to.have.length(0);
    });

    it('not without an address that is one', async () => {
      const element = await mount('progressive');
      continueOf(element)!.click();
      fieldOf(element, 'email').focus();
      await sendKeys({ type: 'ada' });
      await sendKeys({ press: 'Enter' });
      await nextTask();
      expect(shownFields(element)).to.deep.equal(['email']);
      expect(element.matches(':state(invalid)')).to.equal(true);
      expect(hasFocus(fieldOf(element, 'email'))).to.equal(true);
    });

    it('shows all that a password manager has filled in at once', async () => {
      const element = await mount('progressive');
      fillIn(element);
      await nextTask();
      expect(shownFields(element)).to.deep.equal(['email', 'name', 'password', 'go']);
      expect(document.activeElement === fieldOf(element, 'name')).to.equal(false);
    });

    it('and nothing is hidden where the shop has filled it in, or marked nothing', async () => {
      const known = await mount('progressive', shopForm.replace('type="email"', 'type="email" value="a@b.example"'));
      expect(shownFields(known)).to.have.length(4);
      const said = warnings();
      const unmarked = await mount('progressive', shopForm.replaceAll('data-cue="later"', ''));
      expect(shownFields(unmarked)).to.have.length(4);
      expect(said[0]).to.contain('data-cue="later"');
    });

    it('takes progressive back', async () => {
      const element = await mount('progressive');
      element.progressive = false;
      await rendered();
      expect(shownFields(element)).to.have.length(4);
    });
  });

  describe('knows that there is an account', () => {
    it('by an answer in JSON, and goes on to where it says', async () => {
      shopAnswers(() => json({ success: true, redirect: '#welcome' }));
      const facts = hearFacts();
      await send(await mount());
      expect(location.hash).to.equal('#welcome');
      expect(facts.map(({ detail }) => detail)).to.deep.equal([
        { method: 'email', cause: { from: 'element', element: 'cue-sign-up', action: 'submit' } },
      ]);
    });

    it('by a page that the shop goes on to', async () => {
      shopAnswers(() => redirectedTo('#account'));
      const facts = hearFacts();
      const element = await mount();
      await send(element);
      expect([facts.length, location.hash]).to.deep.equal([1, '#account']);
      expect(outcomeOf(element)).to.equal(messages.done);
    });

    it('but stays, if that is wanted, and never goes elsewhere', async () => {
      const before = location.href;
      const answers = [
        () => json({ redirect: '#welcome' }),
        () => json({ redirect: 'https://evil.example/' }),
        () => json({ redirect: 'javascript:__xss=1' }),
      ];
      shopAnswers(() => answers.shift()!());
      for (const attributes of ['stay', '', '']) {
        const element = await mount(attributes);
        await send(element);
        expect(element.matches(':state(done)')).to.equal(true);
      }
      expect(location.href).to.equal(before);
      expect(window).not.to.have.property('__xss');
    });

    it('not when the page asks for a password again, redirected or not', async () => {
      const form = '<form><input type="password" name=p autocomplete="new-password"></form>';
      const answers = [
        page(`<p role="alert">Too short.</p>${form}`),
        redirectedTo('#again', `<p role=alert>Too short.</p>${form}`),
      ];
      shopAnswers(() => answers.shift()!);
      const facts = hearFacts();
      for (const _ of [1, 2]) {
        const element = await mount();
        await send(element);
        expect([element.matches(':state(refused)'), messageOf(element)]).to.deep.equal([true, 'Too short.']);
        expect(fieldOf(element, 'password').value).to.equal(PASSWORD);
      }
      expect([facts.length, location.hash]).to.deep.equal([0, '']);
    });

    it('not when there has been one before', async () => {
      shopAnswers(() => json({}, 409));
      const facts = hearFacts();
      const element = await mount();
      await send(element);
      expect([messageOf(element), facts.length]).to.deep.equal([messages.exists, 0]);
    });

    it('by the shop’s call, once, with the way that was pressed', async () => {
      const facts = hearFacts();
      const element = await mount('', others + shopForm);
      stage.querySelector<HTMLElement>('[data-method=passkey]')!.click();
      element.succeeded();
      element.succeeded('google');
      await rendered();
      expect(facts.map(({ detail: { method } }) => method)).to.deep.equal(['passkey']);
      expect(outcomeOf(element)).to.equal(messages.done);
    });

    it('by the shop’s call after its own request, or by its response', async () => {
      const facts = hearFacts();
      on<RequestEvent>(document, ASK, (event) => event.respondWith(Promise.resolve(json({ status: 'pending' }))));
      const element = await mount();
      await send(element);
      element.succeeded('email');
      await rendered();
      expect(facts.map(({ detail: { method } }) => method)).to.deep.equal(['email']);
    });
  });

  it('leaves it to the shop’s page to say why, where nothing else does', async () => {
    shopAnswers(() => page('<h1>Sorry', 422));
    const sent = await sentByBrowser(async () => send(await mount()));
    expect(sent).to.deep.equal(['/account/sign-up']);
  });

  it('puts no trap for programs into a form on which an account depends', async () => {
    const element = await mount();
    expect(element.querySelector('[data-cue=honeypot]')).to.equal(null);
  });

  it('leaves the forms of other services alone', async () => {
    const sent = shopAnswers(() => json({}));
    await mount('', others + shopForm);
    const taken: boolean[] = [];
    on(window, 'submit', (event) => {
      taken.push(event.defaultPrevented);
      event.preventDefault();
    });
    stage.querySelector<HTMLElement>('[data-method=google]')!.click();
    await nextTask();
    expect([taken, sent.length]).to.deep.equal([[false], 0]);
  });

  it('from the document, when it was removed meanwhile', async () => {
    const { promise, resolve } = deferred<Response>();
    shopAnswers(() => promise);
    const facts = hearFacts();
    const element = await mount('stay');
    fillIn(element);
    formOf(element).querySelector('button')!.click();
    await nextTask();
    element.remove();
    resolve(json({}));
    await until('it is told', () => facts.length > 0);
    expect(facts[0]!.target).to.equal(document);
  });

  it('lets nothing out of what was entered but in its own request', async () => {
    const sent = shopAnswers(() => json({ message: `Welcome ${ADDRESS}` }));
    const traces = await tracesOf('/account/sign-up', async () => send(await mount('progressive stay')));
    expect(JSON.stringify(sent.map(({ body }) => body))).to.contain(ADDRESS);
    for (const disguise of [...(await disguisesOf(ADDRESS)), PASSWORD, encodeURIComponent(PASSWORD)])
      for (const [where, text] of Object.entries(traces))
        expect(text, `${disguise} in ${where}`).not.to.contain(disguise);
  });

  it('takes all words for text', async () => {
    shopAnswers(() => json({ message: `${xssPayloads.join(' ')} end` }, 422));
    const element = await mount();
    await send(element);
    expect(messageOf(element)).not.to.equal('');
    expect(element.shadowRoot!.querySelectorAll('script, img, iframe, svg')).to.have.length(0);
    expect(window).not.to.have.property('__xss');
  });

  it('fits 320 px, and text of twice the size', async function () {
    if (!(await setViewport({ width: 320, height: 700 }))) this.skip();
    const element = await mount('progressive', others + shopForm);
    stage.style.setProperty('--cue-font-size', '200%');
    await rendered();
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    expect(continueOf(element)!.getBoundingClientRect().height).to.be.at.least(44);
    await setViewport({ width: 1280, height: 720 });
  });

  it('from right to left, the button stands at the right', async () => {
    stage.dir = 'rtl';
    const element = await mount('progressive');
    const { right } = continueOf(element)!.getBoundingClientRect();
    expect(right).to.be.closeTo(element.getBoundingClientRect().right, 1);
  });

  it('in forced colours and on still screens', async function () {
    if (!(await emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' }))) this.skip();
    const element = await mount('progressive');
    expect(getComputedStyle(continueOf(element)!).borderTopWidth).to.equal('1px');
    expect(element.shadowRoot!.getAnimations()).to.have.length(0);
    await emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  });
});
