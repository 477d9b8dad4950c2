import { expect } from 'chai';
import '../../../src/define/preferences.js';
import { pageClock } from '../../../src/browser/clock.js';
import { CuePreferences } from '../../../src/elements/preferences/preferences.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import { setCart } from '../../../src/store/cart.js';
import { $consent, setConsent, setConsentDefault } from '../../../src/store/consent.js';
import { declareIncentives } from '../../../src/store/declared-incentives.js';
import { stepIncentive } from '../../../src/store/incentives.js';
import { logDecision } from '../../../src/store/ledger.js';
import { arePromptsPaused, pausePrompts } from '../../../src/store/pause.js';
import { touchSession } from '../../../src/store/session.js';
import { $viewed, rememberViewed } from '../../../src/store/viewed.js';
import { $visitor } from '../../../src/store/visitor.js';
import { createList, deleteList, putOnList } from '../../../src/store/wish-lists.js';
import { $wishlist, addWish } from '../../../src/store/wishlist.js';
import { fakeClock } from '../../browser/fake-clock.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys, setViewport } from '../../commands.js';
import { forgetPage } from '../../forget-page.js';
import { loadCopy } from '../../load-copy.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { hear, inside, nextTask, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

async function mountPreferences(attributes = '', inner = ''): Promise<CuePreferences> {
  stage.innerHTML = `<cue-preferences ${attributes}>${inner}</cue-preferences>`;
  await rendered();
  return stage.querySelector('cue-preferences')!;
}

function fill(): void {
  $visitor.get();
  touchSession();
  addWish({ id: 'a' });
  addWish({ id: 'b' });
  rememberViewed({ id: 'c' });
  setCart({ lines: [{ key: '1', product: { id: 'a' }, quantity: 1 }] });
  logDecision({ campaign: 'c', outcome: 'held', reason: 'typing' });
}

const toggleOf = (element: Element, name: string): HTMLInputElement =>
  inside<HTMLInputElement>(element, `input[name=${name}]`);
const button = (element: Element, name: string): HTMLButtonElement => inside<HTMLButtonElement>(element, `.${name}`);
const remembered = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll('li')].map(({ textContent }) => textContent.trim());
const said = (element: Element): string => inside(element, '[role=status]').textContent!.trim();
const keys = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('cuekit:'));
const focused = (element: Element): Element | null => element.shadowRoot!.activeElement;

async function press(target: HTMLElement): Promise<void> {
  target.click();
  await nextTask();
}

async function open(element: CuePreferences): Promise<void> {
  button(element, 'trigger').focus();
  await sendKeys({ press: 'Enter' });
  await until('it is open', () => inside(element, 'dialog').matches(':modal'));
  await nextTask();
}

describe('<cue-preferences>', () => {
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(() => {
    forgetPage();
    CuePreferences.clock = clock = fakeClock();
  });
  afterEach(() => {
    CuePreferences.clock = pageClock;
  });

  describe('is accessible', function () {
    this.timeout(60_000);

    for (const mode of ['inline', 'dialog'] as const) {
      it(`${mode}, empty, filled, with the question, and cleared`, async () => {
        const element = await mountPreferences(`mode="${mode}"`);
        if (mode === 'dialog') {
          await expectAccessibleInAllColours('closed');
          await open(element);
        }
        await expectAccessibleInAllColours(`${mode}, empty`);
        setConsent({ personalization: 'granted' });
        fill();
        await rendered();
        await expectAccessibleInAllColours(`${mode}, filled`);
        await press(button(element, 'clear'));
        await expectAccessibleInAllColours(`${mode}, asked`);
        await press(button(element, 'confirm'));
        await expectAccessibleInAllColours(`${mode}, cleared`);
      });
    }

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      addWish({ id: 'a' });
      setConsent({ analytics: 'granted' }, 1);
      const element = await mountPreferences();
      expect(await ariaSnapshot('cue-preferences')).to.equal(
        [
          '- region "What this shop remembers":',
          '  - heading "What this shop remembers" [level=2]',
          '  - paragraph: This is kept in this browser, on this device.',
          '  - list:',
          '    - listitem: 1 product on your wishlist',
          '    - listitem: 1 choice that you have made here',
          '  - heading "Your choices" [level=3]',
          '  - text: Personal suggestions Keeps what you look at and how your cart changes, to show you what suits you.',
          '  - switch "Personal suggestions"',
          '  - text: Counting visits Keeps a random number for this browser, so that the shop sees what helps and what does not.',
          '  - switch "Counting visits" [checked]',
          '  - text: Advertising Lets the shop tell its advertising partners what you did here.',
          '  - switch "Advertising"',
          '  - text: Leave me in peace No offer appears by itself, in any tab, until you turn this off.',
          '  - switch "Leave me in peace"',
          '  - button "Download a copy"',
          '  - button "Clear everything"',
          '  - status',
        ].join('\n'),
      );
      await press(button(element, 'clear'));
      expect(await ariaSnapshot('cue-preferences')).to.contain('button "Keep it"');
    });
  });

  describe('says', () => {
    it('what is remembered, and what only until the page is left', async () => {
      const element = await mountPreferences();
      expect(inside(element, 'section').textContent).to.contain('Nothing.');
      fill();
      await rendered();
      const fleeting = [
        '2 products on your wishlist',
        '1 product that you looked at; only until you leave this page',
        'what was in your cart, 1 time; only until you leave this page',
        '1 time that you were shown an offer, or left in peace; only until you leave this page',
        'a random number for this browser, and 1 visit; only until you leave this page',
      ];
      expect(remembered(element)).to.deep.equal(fleeting);
      setConsent('granted');
      await rendered();
      expect(remembered(element)).to.deep.equal([
        ...fleeting.map((row) => row.replace(/;.*/, '')),
        '3 choices that you have made here',
      ]);
      pausePrompts();
      localStorage.setItem('cuekit:something:else', '1');
      await rendered();
      expect(remembered(element).slice(-2)).to.deep.equal(['4 choices that you have made here', '1 other note']);
    });

    it('each offer that the shopper has, until when, or what has become of it', async () => {
      stage.lang = 'en';
      const at = Date.now();
      const offers = ['A', 'B', 'C', 'D'].map((id) => ({ id, kind: 'discount', name: `Offer ${id}`, code: id }));
      declareIncentives(offers);
      for (const id of ['A', 'B', 'C', 'UNKNOWN']) stepIncentive(id, { type: 'grant', at });
      stepIncentive('D', { type: 'grant', at, endsAt: Date.UTC(2100, 0, 31, 12) });
      stepIncentive('B', { type: 'redeem', at });
      stepIncentive('C', { type: 'refuse', reason: 'ended', at });
      const element = await mountPreferences();
      const rows = () =>
        [...element.shadowRoot!.querySelectorAll('[part=offer] .words')].map(({ textContent }) =>
          textContent
            .trim()
            .split(/\s*\n\s*/)
            .join(' · '),
        );
      await until('they are listed', () => rows().length === 4);
      expect(rows().slice(0, 3)).to.deep.equal(['Offer A', 'Offer B · Used', 'Offer C · Ended']);
      expect(rows()[3]).to.match(/^Offer D · Until Jan 31, 2100/);
      expect(element.shadowRoot!.querySelectorAll('[part=give-back]')).to.have.length(2);
      await expectAccessibleInAllColours('with offers');
    });

    it('lists with names, not those that were deleted', async () => {
      addWish({ id: 'a' });
      const [kitchen] = ['Kitchen', 'Garden'].map((name) => createList(name)!);
      putOnList(kitchen!, 'a');
      expect(remembered(await mountPreferences())).to.deep.equal(['1 product on your wishlist', '2 lists with names']);
      deleteList(kitchen!);
      expect(remembered(await mountPreferences())).to.deep.equal(['1 product on your wishlist', '1 list with a name']);
    });

    it('what another tab has just kept', async () => {
      const element = await mountPreferences();
      localStorage.setItem('cuekit:something:else', '1');
      dispatchEvent(
        new StorageEvent('storage', { key: 'cuekit:something:else', newValue: '1', storageArea: localStorage }),
      );
      await rendered();
      expect(remembered(element)).to.deep.equal(['1 other note']);
    });

    it('the shop’s own words first', async () => {
      const element = await mountPreferences(
        '',
        '<h3 slot="heading">Your data</h3><p slot="intro">We are careful.</p>',
      );
      const slots = [...element.shadowRoot!.querySelectorAll('slot')];
      expect(slots.map((slot) => slot.assignedElements()[0]?.textContent)).to.deep.equal([
        'Your data',
        'We are careful.',
      ]);
    });
  });

  describe('lets the shopper', () => {
    it('allow and refuse each purpose, at once', async () => {
      const element = await mountPreferences();
      rememberViewed({ id: 'c' });
      await press(toggleOf(element, 'personalization'));
      expect($consent.get()).to.deep.equal({ personalization: 'granted', analytics: 'pending', ads: 'pending' });
      expect(keys()).to.contain('cuekit:personalization:viewed:c');
      await press(toggleOf(element, 'personalization'));
      expect($consent.get().personalization).to.equal('denied');
      expect(keys()).to.deep.equal(['cuekit:consent:personalization']);
    });

    it('see what holds: the shop’s default, and what a consent dialog or another tab says', async () => {
      setConsentDefault('granted');
      const element = await mountPreferences();
      const on = (): boolean[] =>
        ['personalization', 'analytics', 'ads'].map((purpose) => toggleOf(element, purpose).checked);
      expect(on()).to.deep.equal([true, true, true]);
      setConsent({ ads: 'denied' });
      await rendered();
      expect(on()).to.deep.equal([true, true, false]);
    });

    it('decide on what the shop asks for only', async () => {
      const element = await mountPreferences('purposes="analytics, personalization"');
      const names = [...element.shadowRoot!.querySelectorAll('input')].map(({ name }) => name);
      expect(names).to.deep.equal(['personalization', 'analytics', 'pause']);
    });

    it('be left in peace, and no longer', async () => {
      const element = await mountPreferences();
      await press(toggleOf(element, 'pause'));
      expect(arePromptsPaused()).to.equal(true);
      toggleOf(element, 'pause').focus();
      await sendKeys({ press: 'Space' });
      expect(arePromptsPaused()).to.equal(false);
    });

    it('take a copy of every byte along', async () => {
      setConsent('granted');
      fill();
      const files: { blob: Blob; name: string }[] = [];
      const revoked: string[] = [];
      const { createObjectURL, revokeObjectURL } = URL;
      const { click } = HTMLAnchorElement.prototype;
      let blob: Blob;
      URL.createObjectURL = (source: Blob) => {
        blob = source;
        return createObjectURL(source);
      };
      URL.revokeObjectURL = (address: string) => {
        revoked.push(address);
        revokeObjectURL(address);
      };
      HTMLAnchorElement.prototype.click = function () {
        files.push({ blob, name: this.download });
      };
      const element = await mountPreferences();
      try {
        await press(button(element, 'copy'));
        expect(files).to.have.length(1);
        expect(files[0]!.name).to.match(/^[\w.-]+-\d{4}-\d\d-\d\d\.json$/);
        expect(files[0]!.blob.type).to.equal('application/json');
        const { data } = JSON.parse(await files[0]!.blob.text()) as { data: Record<string, unknown> };
        expect(Object.keys(data)).to.deep.equal(keys().sort());
        for (const [key, value] of Object.entries(data))
          expect(JSON.stringify(value)).to.equal(localStorage.getItem(key));
        expect(said(element)).to.contain('on its way');
        expect(revoked).to.deep.equal([]);
        clock.pass(60_000);
        expect(revoked).to.have.length(1);
      } finally {
        Object.assign(URL, { createObjectURL, revokeObjectURL });
        HTMLAnchorElement.prototype.click = click;
      }
    });

    it('clear everything, after a question that Enter does not answer by mistake', async () => {
      setConsentDefault('granted');
      fill();
      const element = await mountPreferences();
      expect(keys().length).to.be.above(6);
      button(element, 'clear').focus();
      await sendKeys({ press: 'Enter' });
      await nextTask();
      expect(focused(element)).to.equal(button(element, 'keep'));
      await sendKeys({ press: 'Enter' });
      await nextTask();
      expect(focused(element)).to.equal(button(element, 'clear'));
      expect(keys().length).to.be.above(6);

      await sendKeys({ press: 'Enter' });
      await nextTask();
      await press(button(element, 'confirm'));
      expect(keys()).to.deep.equal([]);
      expect([$wishlist.get(), $viewed.get()]).to.deep.equal([[], []]);
      expect(said(element)).to.contain('Cleared.');
      expect(focused(element)).to.equal(button(element, 'clear'));
      expect(toggleOf(element, 'analytics').checked).to.equal(false);
      expect(inside(element, 'section').textContent).to.contain('Nothing.');
    });

    it('give an offer back, and stay where it was; its code goes to the shop, as all do when everything is cleared', async () => {
      const realFetch = globalThis.fetch;
      const asked: unknown[] = [];
      globalThis.fetch = (_, init) => {
        asked.push(JSON.parse(init!.body as string));
        return Promise.reject(new TypeError('offline'));
      };
      const code = { from: 'pool', url: '/reserve', release: '/release' };
      declareIncentives(['A', 'B'].map((id) => ({ id, kind: 'discount', name: `Offer ${id}`, code })));
      for (const id of ['A', 'B']) {
        stepIncentive(id, { type: 'grant', at: Date.now() });
        stepIncentive(id, { type: 'ask', token: `token of ${id}`, at: Date.now() });
        stepIncentive(id, { type: 'receive', code: `CODE-${id}`, at: Date.now() });
      }
      const heard = hear<FactEvent<'cue-incentive-refuse'>>(window, 'cue-incentive-refuse');
      const element = await mountPreferences();
      const back = () => element.shadowRoot!.querySelectorAll<HTMLElement>('[part=give-back]');
      await until('they are listed', () => back().length === 2);
      back()[0]!.focus();
      await sendKeys({ press: 'Enter' });
      await nextTask();
      expect(back()).to.have.length(1);
      expect(focused(element)!.textContent.trim().split(/\s+/).join(' ')).to.equal('Offer A Given back');
      expect(said(element)).to.equal('Offer A is given back.');
      expect(heard.map(({ detail }) => [detail.promotion_id, detail.reason, detail.cause])).to.deep.equal([
        ['A', 'returned', { from: 'element', element: 'cue-preferences', action: 'click' }],
      ]);
      expect(asked).to.deep.equal([{ id: 'A', token: 'token of A' }]);
      await press(button(element, 'clear'));
      await press(button(element, 'confirm'));
      expect(asked).to.deep.equal([
        { id: 'A', token: 'token of A' },
        { id: 'B', token: 'token of B' },
      ]);
      globalThis.fetch = realFetch;
    });

    it('not clear by a held Enter key', async () => {
      const element = await mountPreferences();
      await press(button(element, 'clear'));
      const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
      expect(button(element, 'keep').dispatchEvent(held)).to.equal(false);
    });
  });

  describe('as a dialog', () => {
    it('opens with the focus inside, tells it, and gives the focus back', async () => {
      const element = await mountPreferences('mode="dialog"');
      const toggles = hear(element, 'toggle');
      await open(element);
      expect(inside(element, 'dialog').contains(focused(element))).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await until('it is closed', () => !element.open);
      await nextTask();
      expect(focused(element)).to.equal(button(element, 'trigger'));
      expect(toggles).to.have.length(2);
    });

    it('forgets its question when it is closed', async () => {
      const element = await mountPreferences('mode="dialog"');
      await open(element);
      await press(button(element, 'clear'));
      await press(button(element, 'close'));
      await open(element);
      expect(element.shadowRoot!.querySelector('.warning')).to.equal(null);
    });

    it('removed while open, it comes back closed', async () => {
      const element = await mountPreferences('mode="dialog"');
      await open(element);
      element.remove();
      await nextTask();
      stage.append(element);
      await rendered();
      expect([element.open, inside(element, 'dialog').hasAttribute('open')]).to.deep.equal([false, false]);
    });

    it('changes its mode, as a morphing page does', async () => {
      const element = await mountPreferences('mode="dialog"');
      element.removeAttribute('mode');
      await rendered();
      expect(element.shadowRoot!.querySelectorAll('dialog')).to.have.length(0);
      expect(toggleOf(element, 'ads').checked).to.equal(false);
    });
  });

  describe('comes and goes', () => {
    it('with properties that were set before its code came', async () => {
      const inert = new DOMParser().parseFromString('<cue-preferences></cue-preferences>', 'text/html').body
        .firstElementChild as CuePreferences;
      inert.purposes = 'ads';
      stage.append(inert);
      await rendered();
      expect(inert.shadowRoot!.querySelectorAll('input')).to.have.length(2);
      expect(inert.getAttributeNames()).to.deep.equal([]);
    });

    it('ten times in each mode, it leaves no listener behind', async () => {
      await mountPreferences();
      stage.replaceChildren();
      const before = [$wishlist.lc, $viewed.lc, $consent.lc];
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          for (const mode of ['inline', 'dialog']) {
            await mountPreferences(`mode="${mode}" open`);
            stage.replaceChildren();
            await nextTask();
          }
        }
      });
      expect(left).to.deep.equal([]);
      expect([$wishlist.lc, $viewed.lc, $consent.lc]).to.deep.equal(before);
    });

    it('and clears what a second copy of the kit remembers', async () => {
      const address = await loadCopy(new URL('../../../src/store/wishlist.ts', import.meta.url));
      const second = (await import(address)) as { addWish: typeof addWish; $wishlist: typeof $wishlist };
      const element = await mountPreferences();
      second.addWish({ id: 'a' });
      await rendered();
      expect(remembered(element)).to.deep.equal(['1 product on your wishlist']);
      await press(button(element, 'clear'));
      await press(button(element, 'confirm'));
      expect(second.$wishlist.get()).to.deep.equal([]);
    });
  });

  describe('on any page', () => {
    it('has room for a finger', async () => {
      const element = await mountPreferences('mode="dialog"');
      await open(element);
      for (const target of element.shadowRoot!.querySelectorAll('button, label')) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), target.className).to.be.at.least(44);
      }
      const { width, height } = toggleOf(element, 'ads').getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    });

    it('a switch moves to the end of the line', async () => {
      for (const dir of ['ltr', 'rtl']) {
        stage.dir = dir;
        const element = await mountPreferences();
        const toggle = toggleOf(element, 'pause');
        await press(toggle);
        expect(getComputedStyle(toggle, '::before').translate, dir).to.match(dir === 'rtl' ? /^-/ : /^\d/);
        await press(toggle);
      }
    });

    it('does not move when reduced motion is wished for', async function () {
      if (!(await emulateMedia({ reducedMotion: 'reduce' }))) this.skip();
      const element = await mountPreferences();
      await press(toggleOf(element, 'pause'));
      expect(element.shadowRoot!.getAnimations()).to.deep.equal([]);
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

    it('tells on from off where colours are forced', async function () {
      if (!(await emulateMedia({ forcedColors: 'active' }))) this.skip();
      const element = await mountPreferences();
      const off = getComputedStyle(toggleOf(element, 'pause')).backgroundColor;
      await press(toggleOf(element, 'pause'));
      expect(getComputedStyle(toggleOf(element, 'pause')).backgroundColor).to.not.equal(off);
      await emulateMedia({ forcedColors: 'none' });
    });

    it('neither clips nor scrolls sideways in 320 px at twice the text size', async () => {
      stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
      fill();
      const element = await mountPreferences();
      await press(button(element, 'clear'));
      expect(stage.scrollWidth).to.be.at.most(320);
      for (const part of element.shadowRoot!.querySelectorAll<HTMLElement>('.words, .warning, button, li'))
        expect(part.scrollWidth, part.className || part.localName).to.be.at.most(part.clientWidth + 1);
      await expectAccessible('200 %');
    });

    it('fits a phone', async function () {
      if (!(await setViewport({ width: 360, height: 600 }))) this.skip();
      const element = await mountPreferences('mode="dialog"');
      await open(element);
      const { left, right, top, bottom } = inside(element, 'dialog').getBoundingClientRect();
      expect(Math.min(left, top, 360 - right, 600 - bottom)).to.be.at.least(15);
    });

    it('keeps its shape among hostile rules', async () => {
      stage.style.inlineSize = '500px';
      const height = async (): Promise<number> => (await mountPreferences()).offsetHeight;
      const before = await height();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`html { font-size: 10px } * { box-sizing: content-box; margin: 0; padding: 0; line-height: 3 }
        button, input, label, ul, li, h2, h3, p { all: unset; display: none }
        #stage { font-size: 0; letter-spacing: 5px; text-transform: uppercase }`);
      document.adoptedStyleSheets.push(sheet);
      try {
        expect(await height()).to.equal(before);
      } finally {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      }
    });
  });

  describe('given nonsense', () => {
    it('a mode and purposes that are none: warns once of each', async () => {
      const heard = warnings();
      const element = await mountPreferences('mode="sideways" purposes="ads everything"');
      element.requestUpdate();
      await rendered();
      expect(element.shadowRoot!.querySelectorAll('section')).to.have.length(1);
      expect(heard).to.have.length(2);
      expect(heard.join()).to.contain('sideways').and.to.contain('everything');
    });

    it('works where the browser keeps nothing', async () => {
      const heard = warnings();
      const own = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
      Object.defineProperty(window, 'localStorage', { configurable: true, get: () => null });
      try {
        const element = await mountPreferences();
        await press(toggleOf(element, 'analytics'));
        expect(toggleOf(element, 'analytics').checked).to.equal(true);
        await press(button(element, 'clear'));
        await press(button(element, 'confirm'));
        expect(toggleOf(element, 'analytics').checked).to.equal(false);
      } finally {
        Object.defineProperty(window, 'localStorage', own);
      }
      expect(heard).to.have.length(1);
    });

    it('executes nothing of what is kept', async () => {
      warnings();
      for (const payload of xssPayloads) {
        addWish({ id: payload, name: payload });
        localStorage.setItem(`cuekit:${payload}`, payload);
      }
      const element = await mountPreferences();
      expect(element.shadowRoot!.querySelectorAll('script, img, iframe, svg')).to.have.length(0);
      expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
    });
  });
});
