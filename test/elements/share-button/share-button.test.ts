import { expect } from 'chai';
import '../../../src/define/product.js';
import '../../../src/define/share-button.js';
import { CueShareButton } from '../../../src/elements/share-button/share-button.js';
import type { FactEvent } from '../../../src/events/fact-event.js';
import type { RequestEvent } from '../../../src/events/request-event.js';
import { ariaSnapshot, emulateMedia, engine, sendKeys, setViewport } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { deferred, hear, inside, mount, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

type Fact = FactEvent<'cue-share' | 'cue-share-intent'>;

const ASK = 'cue-request-share';
const TEAPOT = 'product-id="t1" name="Teapot" price="24.90" currency="EUR" url="https://shop.example/teapot?v=2#blue"';
const LINK = 'https://shop.example/teapot?v=2&utm_source=copy&utm_medium=share#blue';

const restore: (() => void)[] = [];

/** Puts something in place of what the browser has, until the test is over. */
function stub(target: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
  restore.push(() => {
    if (before) Object.defineProperty(target, name, before);
    else delete (target as Record<string, unknown>)[name];
  });
}

/** The system's own dialog. */
function stubShare(share: (data: ShareData) => Promise<void>): ShareData[] {
  const asked: ShareData[] = [];
  stub(navigator, 'canShare', () => true);
  stub(navigator, 'share', (data: ShareData) => {
    asked.push(data);
    return share(data);
  });
  return asked;
}

function stubClipboard(write: (text: string) => Promise<void> = async () => {}): string[] {
  const copied: string[] = [];
  stub(navigator, 'clipboard', {
    writeText: (text: string) => {
      copied.push(text);
      return write(text);
    },
  });
  return copied;
}

const failure = (name: string): Error => new DOMException('no', name);

const buttonOf = (element: Element): HTMLButtonElement => inside<HTMLButtonElement>(element, '.button');
const panelOf = (element: Element): HTMLElement => inside(element, '.panel');
const focused = (element: Element): Element | null => element.shadowRoot!.activeElement;
const items = (element: Element): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]'),
];
const itemOf = (element: Element, text: string): HTMLElement =>
  items(element).find(({ textContent }) => textContent.trim().startsWith(text))!;
const addresses = (element: Element): string[] =>
  [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('a')].map(({ href }) => href);
const hearFacts = (): Fact[] => hear<Fact>(document, 'cue-share', 'cue-share-intent');
const told = (facts: readonly Fact[]): string[] => facts.map(({ type, detail }) => `${type} ${detail.method}`);
const clicked = (detail: number): MouseEvent =>
  new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail });

async function mountMenu(attributes = TEAPOT, content = ''): Promise<CueShareButton> {
  return mount<CueShareButton>(`<cue-share-button mode="menu" ${attributes}>${content}</cue-share-button>`);
}

const isShown = (element: CueShareButton): boolean =>
  panelOf(element).matches(':popover-open') && 'placed' in panelOf(element).dataset;

/** As a shopper does with the keyboard. */
async function open(element: CueShareButton): Promise<void> {
  buttonOf(element).focus();
  await sendKeys({ press: 'Enter' });
  await until('it is open', () => element.open && isShown(element));
  await nextTask();
}

async function mountOpen(attributes = TEAPOT): Promise<CueShareButton> {
  const element = await mountMenu(attributes);
  await open(element);
  return element;
}

async function press(button: HTMLElement): Promise<void> {
  button.click();
  await nextTask();
  await nextTask();
}

/** What a shopper would be sent to, without going there. */
const stayHere = (): void =>
  on(stage, 'click', (event) => {
    if (event.composedPath().some((node) => node instanceof HTMLAnchorElement)) event.preventDefault();
  });

/** Tags in the head, until the test is over. */
function head(markup: string): void {
  const range = document.createRange().createContextualFragment(markup);
  const added = [...range.children];
  document.head.append(range);
  restore.push(() => added.forEach((element) => element.remove()));
}

describe('<cue-share-button>', () => {
  beforeEach(stayHere);

  afterEach(() => {
    for (const undo of restore.splice(0)) undo();
  });

  describe('is accessible', function () {
    // axe looks at each state three times; on a busy machine that takes a while.
    this.timeout(60_000);

    it('as an icon and with a label, where the system has a dialog', async () => {
      stubShare(async () => {});
      await mount(`<cue-share-button ${TEAPOT}></cue-share-button>`);
      await expectAccessibleInAllColours('an icon');
      await mount(`<cue-share-button ${TEAPOT} label="Share"></cue-share-button>`);
      await expectAccessibleInAllColours('a label');
    });

    it('as a menu, closed and open, and when the link is copied', async () => {
      stubClipboard();
      const element = await mountMenu();
      await expectAccessibleInAllColours('closed');
      await open(element);
      await expectAccessibleInAllColours('open');
      await press(itemOf(element, 'Copy'));
      await expectAccessibleInAllColours('copied');
    });

    it('as a field, where the link has to be copied by hand', async () => {
      stub(navigator, 'clipboard', undefined);
      const element = await mountOpen();
      await press(itemOf(element, 'Copy'));
      await expectAccessibleInAllColours('by hand');
    });

    it('and reads well', async function () {
      if (engine !== 'chromium') this.skip();
      const read = async (): Promise<string> => (await ariaSnapshot('cue-share-button'))!;
      stubShare(async () => {});
      await mount(`<cue-share-button ${TEAPOT}></cue-share-button>`);
      expect(await read()).to.equal(['- button "Share Teapot"', '- status'].join('\n'));
      const element = await mountMenu(`${TEAPOT} networks="copy email x" label="Tell"`);
      expect(await read()).to.equal(['- \'button "Tell: Teapot"\': Tell', '- status'].join('\n'));
      await open(element);
      expect(await read()).to.equal(
        [
          '- \'button "Tell: Teapot" [expanded]\': Tell',
          '- status',
          '- menu "Ways to share":',
          '  - menuitem "Copy link"',
          '  - menuitem "E-mail"',
          '  - menuitem "X (opens in a new tab)"',
        ].join('\n'),
      );
      stub(navigator, 'clipboard', undefined);
      await press(itemOf(element, 'Copy'));
      expect(await read()).to.contain('- textbox "Link to share"');
    });
  });

  describe('comes and goes', () => {
    it('as markup, with properties set before its code came', async () => {
      const inert = new DOMParser().parseFromString('<cue-share-button></cue-share-button>', 'text/html').body
        .firstElementChild as CueShareButton;
      inert.label = 'Tell';
      inert.networks = 'x';
      inert.mode = 'menu';
      stage.append(inert);
      await rendered();
      expect(buttonOf(inert).textContent.trim()).to.equal('Tell');
      await open(inert);
      expect(items(inert)).to.have.length(1);
    });

    it('made by script, without writing what nobody has set', async () => {
      const element = document.createElement('cue-share-button');
      stage.append(element);
      await rendered();
      expect(element.getAttributeNames()).to.deep.equal([]);
    });

    it('removed while open, it comes back closed, and opens again', async () => {
      const element = await mountOpen();
      element.remove();
      await nextTask();
      expect(element.open).to.equal(false);
      stage.append(element);
      await rendered();
      expect(panelOf(element).matches(':popover-open')).to.equal(false);
      await open(element);
      expect(items(element)).to.have.length(6);
    });

    it('ten times, it leaves no listener behind', async () => {
      const left = await countListeners(async () => {
        for (let round = 0; round < 10; round++) {
          const element = await mountMenu(`${TEAPOT} open`);
          await until('it is open', () => isShown(element));
          stage.replaceChildren();
          await nextTask();
        }
      });
      expect(left).to.deep.equal([]);
    });
  });

  describe('shares', () => {
    const shared = async (markup: string): Promise<ShareData> => {
      const asked = stubShare(async () => {});
      const element = await mount<CueShareButton>(markup);
      await press(buttonOf(element));
      // The page reader is loaded when it is first needed.
      await until('the system is asked', () => asked.length > 0);
      return asked[0]!;
    };
    const bare = 'utm-source="" utm-medium=""';

    it('the product it stands for, with the way in its link', async () => {
      expect(await shared(`<cue-share-button ${TEAPOT}></cue-share-button>`)).to.deep.equal({
        url: 'https://shop.example/teapot?v=2&utm_source=native&utm_medium=share#blue',
        title: 'Teapot',
      });
    });

    it('the product around it, as it is now', async () => {
      const asked = stubShare(async () => {});
      const element = await mount<CueShareButton>(
        `<cue-product ${TEAPOT}><cue-share-button ${bare}></cue-share-button></cue-product>`,
      ).then(() => stage.querySelector('cue-share-button')!);
      expect(buttonOf(element).ariaLabel).to.equal('Share Teapot');
      stage.firstElementChild!.setAttribute('name', 'Cup');
      await nextTask();
      expect(buttonOf(element).ariaLabel).to.equal('Share Cup');
      await press(buttonOf(element));
      expect(asked[0]).to.deep.equal({ url: 'https://shop.example/teapot?v=2#blue', title: 'Cup' });
    });

    it('what its attributes say', async () => {
      const facts = hearFacts();
      expect(
        await shared(
          '<cue-share-button url="/journal/tea?p=1" title="All about tea" text="Read this" utm-source="shop" utm-medium="friend" utm-campaign="may" utm-content="top"></cue-share-button>',
        ),
      ).to.deep.equal({
        url: `${location.origin}/journal/tea?p=1&utm_source=shop&utm_medium=friend&utm_campaign=may&utm_content=top`,
        title: 'All about tea',
        text: 'Read this',
      });
      expect(facts.at(-1)!.detail).to.deep.include({ content_type: 'page', item_id: '/journal/tea' });
      expect(facts.at(-1)!.detail.product).to.equal(undefined);
    });

    it('the page by the address and the name that it gives itself', async () => {
      head('<link rel="canonical" href="/canonical?x=1">');
      expect(await shared(`<cue-share-button ${bare}></cue-share-button>`)).to.deep.equal({
        url: `${location.origin}/canonical?x=1`,
        title: document.title,
      });
    });

    it('the page’s own address without what concerns this visit only', async () => {
      const before = location.href;
      history.replaceState(null, '', '?p=1&utm_source=mail&gclid=abc&email=a%40b.example&q=a+b#here');
      restore.push(() => history.replaceState(null, '', before));
      const { url } = await shared(`<cue-share-button ${bare}></cue-share-button>`);
      expect(url).to.equal(`${location.origin}${location.pathname}?p=1&q=a+b#here`);
    });

    it('nothing that is no web address', async () => {
      const said = warnings();
      head('<link rel="canonical" href="javascript:alert(1)">');
      for (const url of ['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.example', 'https://']) {
        const data = await shared(`<cue-share-button url="${url}" ${bare}></cue-share-button>`);
        expect(new URL(data.url!).href, url).to.equal(new URL(location.href).href);
      }
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('http(s)');
    });
  });

  describe('by the system’s dialog', () => {
    const mountNative = (attributes = TEAPOT): Promise<CueShareButton> =>
      mount<CueShareButton>(`<cue-share-button ${attributes}></cue-share-button>`);

    it('asks within the press, and tells when it was shared', async () => {
      const { promise, resolve } = deferred();
      const asked = stubShare(() => promise);
      const element = await mountNative();
      const facts = hearFacts();
      expect(buttonOf(element).getAttribute('aria-haspopup')).to.equal(null);
      buttonOf(element).click();
      expect(asked, 'before anything is awaited').to.have.length(1);
      await nextTask();
      expect(facts).to.have.length(0);
      resolve();
      await nextTask();
      expect(told(facts)).to.deep.equal(['cue-share-intent native', 'cue-share native']);
      expect(facts[1]!.detail).to.deep.equal({
        method: 'native',
        content_type: 'product',
        item_id: 't1',
        product: {
          id: 't1',
          name: 'Teapot',
          price: 24.9,
          currency: 'EUR',
          url: 'https://shop.example/teapot?v=2#blue',
        },
        cause: { from: 'element', element: 'cue-share-button', action: 'native' },
      });
      expect(facts.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
      expect(element.open).to.equal(false);
    });

    it('tells an intention, and no share, when the shopper cancels', async () => {
      const unhandled = hear(window, 'unhandledrejection', 'error', 'cue-error');
      stubShare(() => Promise.reject(failure('AbortError')));
      const element = await mountNative();
      const facts = hearFacts();
      await press(buttonOf(element));
      expect(told(facts)).to.deep.equal(['cue-share-intent native']);
      expect(element.open).to.equal(false);
      expect(unhandled).to.have.length(0);
    });

    it('tells nothing and opens the menu where the page may not, for good', async () => {
      const asked = stubShare(() => Promise.reject(failure('NotAllowedError')));
      const element = await mountNative();
      const facts = hearFacts();
      buttonOf(element).focus();
      await press(buttonOf(element));
      await until('the menu is open', () => isShown(element));
      expect(told(facts)).to.deep.equal([]);
      await until('the focus is inside', () => focused(element) === items(element)[0]);
      expect(buttonOf(element).getAttribute('aria-expanded')).to.equal('true');
      element.open = false;
      await nextTask();
      await open(element);
      expect(asked).to.have.length(1);
    });

    it('opens the menu for what the system cannot share, and where the dialog is there in name only', async () => {
      const asked = stubShare(async () => {});
      stub(navigator, 'canShare', () => false);
      let element = await mountNative();
      await press(buttonOf(element));
      expect([element.open, asked.length]).to.deep.equal([true, 0]);
      stub(navigator, 'canShare', undefined);
      stub(navigator, 'share', () => {
        throw new TypeError('broken');
      });
      element = await mountNative();
      await press(buttonOf(element));
      expect(element.open).to.equal(true);
    });

    it('a double click, a held Enter key and a press while it is open count for nothing', async () => {
      const asked = stubShare(async () => {});
      const element = await mountNative();
      const facts = hearFacts();
      buttonOf(element).dispatchEvent(clicked(1));
      buttonOf(element).dispatchEvent(clicked(2));
      await nextTask();
      expect([asked.length, facts.length]).to.deep.equal([1, 2]);
      const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
      expect(buttonOf(element).dispatchEvent(held)).to.equal(false);
      stubShare(() => Promise.reject(failure('InvalidStateError')));
      await press(buttonOf(element));
      expect([facts.length, element.open]).to.deep.equal([2, false]);
    });

    it('waits for a product that is still being looked for rather than share the wrong thing', async () => {
      const asked = stubShare(async () => {});
      stage.innerHTML = `<cue-share-button ${TEAPOT}></cue-share-button>`;
      const element = stage.querySelector('cue-share-button')!;
      await rendered();
      element.setAttribute('name', 'Cup');
      buttonOf(element).click();
      await nextTask();
      expect(asked[0]!.title).to.equal('Cup');
    });

    it('is the shop’s to veto or to take over', async () => {
      const asked = stubShare(async () => {});
      const element = await mountNative();
      const facts = hearFacts();
      const requests = hear<RequestEvent<typeof ASK>>(document, ASK);
      const answers = [
        (event: RequestEvent) => event.preventDefault(),
        (event: RequestEvent) => event.respondWith(Promise.resolve()),
      ];
      on<RequestEvent>(document, ASK, (event) => answers.shift()!(event));
      await press(buttonOf(element));
      expect(facts).to.have.length(0);
      await press(buttonOf(element));
      expect(told(facts)).to.deep.equal(['cue-share-intent native', 'cue-share native']);
      expect(asked).to.have.length(0);
      expect(requests[0]!.detail).to.deep.include({ method: 'native', title: 'Teapot', text: 'Teapot' });
      expect(requests[0]!.detail.url).to.contain('utm_source=native');
    });

    it('mode="menu" does without it', async () => {
      const asked = stubShare(async () => {});
      await mountOpen();
      expect(asked).to.have.length(0);
    });
  });

  describe('by copying the link', () => {
    it('asks the clipboard within the press, and tells when it is really there', async () => {
      const { promise, resolve } = deferred();
      const copied = stubClipboard(() => promise);
      const element = await mountOpen();
      const facts = hearFacts();
      const region = inside(element, '[role=status]');
      expect(region.textContent.trim()).to.equal('');
      itemOf(element, 'Copy').click();
      expect(copied, 'before anything is awaited').to.deep.equal([LINK]);
      await nextTask();
      expect(facts).to.have.length(0);
      expect(region.textContent.trim()).to.equal('');
      resolve();
      await nextTask();
      expect(told(facts)).to.deep.equal(['cue-share-intent copy', 'cue-share copy']);
      expect(region.textContent.trim()).to.equal('Link copied');
      expect(inside(element, '[role=status]') === region).to.equal(true);
      expect(items(element)[0]!.textContent.trim()).to.equal('Link copied');
      expect(element.open).to.equal(true);
    });

    it('twice, with a double click or two presses, is once', async () => {
      const copied = stubClipboard();
      const element = await mountOpen();
      const facts = hearFacts();
      const item = itemOf(element, 'Copy');
      item.dispatchEvent(clicked(1));
      item.dispatchEvent(clicked(1));
      item.dispatchEvent(clicked(2));
      await nextTask();
      await press(item);
      expect([copied.length, facts.length]).to.deep.equal([1, 2]);
      element.open = false;
      await nextTask();
      await open(element);
      expect(inside(element, '[role=status]').textContent.trim()).to.equal('');
      await press(itemOf(element, 'Copy'));
      expect([copied.length, facts.length]).to.deep.equal([2, 4]);
    });

    for (const [why, clipboard] of [
      ['there is no clipboard', undefined],
      ['the clipboard is refused', { writeText: () => Promise.reject(failure('NotAllowedError')) }],
    ] as const) {
      it(`by hand where ${why}: the link stands selected in a field`, async () => {
        stub(navigator, 'clipboard', clipboard);
        const element = await mountOpen();
        const facts = hearFacts();
        await press(itemOf(element, 'Copy'));
        const field = inside<HTMLInputElement>(element, 'input');
        expect(field.value).to.equal(LINK);
        expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, LINK.length]);
        expect(focused(element) === field).to.equal(true);
        expect(told(facts)).to.deep.equal(['cue-share-intent copy']);
        field.dispatchEvent(new Event('copy', { bubbles: true }));
        field.dispatchEvent(new Event('copy', { bubbles: true }));
        await nextTask();
        expect(told(facts)).to.deep.equal(['cue-share-intent copy', 'cue-share copy']);
        expect(inside(element, '#hint').textContent).to.equal('Link copied');
        expect(inside(element, '[role=status]').textContent.trim()).to.equal('Link copied');
        await sendKeys({ press: 'Escape' });
        await until('it is closed', () => !element.open);
        await nextTask();
        expect(focused(element) === buttonOf(element)).to.equal(true);
      });
    }

    it('a part of the link, copied by hand, is no share', async () => {
      stub(navigator, 'clipboard', undefined);
      const element = await mountOpen();
      await press(itemOf(element, 'Copy'));
      const facts = hearFacts();
      const field = inside<HTMLInputElement>(element, 'input');
      field.setSelectionRange(0, 5);
      field.dispatchEvent(new Event('copy', { bubbles: true }));
      expect(facts).to.have.length(0);
    });

    it('vetoed by the shop, nothing is copied and nothing told', async () => {
      const copied = stubClipboard();
      on(document, ASK, (event) => event.preventDefault());
      const element = await mountOpen();
      const facts = hearFacts();
      await press(itemOf(element, 'Copy'));
      expect([copied.length, facts.length]).to.deep.equal([0, 0]);
      expect(items(element)[0]!.textContent.trim()).to.equal('Copy link');
    });
  });

  describe('by a network', () => {
    it('is a plain link that opens apart and knows nothing of this page', async () => {
      const element = await mountOpen(`${TEAPOT} networks="email whatsapp facebook pinterest x bluesky"`);
      const links = [...element.shadowRoot!.querySelectorAll('a')];
      expect(links.map(({ protocol }) => protocol)).to.deep.equal(['mailto:', ...Array<string>(5).fill('https:')]);
      expect(links.map(({ target }) => target)).to.deep.equal(['', ...Array<string>(5).fill('_blank')]);
      for (const { relList } of links) expect([...relList]).to.deep.equal(['noopener', 'noreferrer']);
      expect(new URL(links[4]!.href).searchParams.get('url')).to.equal(
        'https://shop.example/teapot?v=2&utm_source=x&utm_medium=share#blue',
      );
      expect(new URL(links[2]!.href).searchParams.get('u')).to.contain('utm_source=facebook');
      expect(document.querySelectorAll('script[src*="facebook"], iframe')).to.have.length(0);
    });

    it('tells an intention, once, and closes; a share it does not claim', async () => {
      const element = await mountOpen();
      const facts = hearFacts();
      const link = itemOf(element, 'WhatsApp');
      link.dispatchEvent(clicked(1));
      expect(link.dispatchEvent(clicked(2)), 'the second click of a double click').to.equal(false);
      await until('it is closed', () => !element.open);
      await nextTask();
      expect(told(facts)).to.deep.equal(['cue-share-intent whatsapp']);
      expect(focused(element) === buttonOf(element)).to.equal(true);
    });

    it('lets the browser follow the link, unless the shop vetoes it or shares by itself', async () => {
      const followed: boolean[] = [];
      const facts = hearFacts();
      const answers: ((event: RequestEvent) => void)[] = [
        () => {},
        (event) => event.preventDefault(),
        (event) => event.respondWith(Promise.resolve()),
      ];
      on<RequestEvent>(document, ASK, (event) => answers.shift()!(event));
      for (let round = 0; round < 3; round++) {
        const element = await mountOpen();
        on<MouseEvent>(element, 'click', (event) => {
          followed.push(!event.defaultPrevented);
          event.preventDefault();
        });
        await press(itemOf(element, 'Facebook'));
        expect(element.open).to.equal(false);
      }
      expect(followed).to.deep.equal([true, false, false]);
      expect(told(facts)).to.deep.equal([
        'cue-share-intent facebook',
        'cue-share-intent facebook',
        'cue-share facebook',
      ]);
    });

    it('says beside the button that the shop could not share', async () => {
      const said = warnings();
      on<RequestEvent>(document, ASK, (event) => event.respondWith(Promise.reject(new Error('503'))));
      const element = await mountOpen();
      const facts = hearFacts();
      await press(itemOf(element, 'Facebook'));
      await until('it is told', () => Boolean(element.shadowRoot!.querySelector('.failure')?.textContent));
      expect(facts).to.have.length(0);
      expect(said).to.have.length(1);
    });
  });

  describe('as a menu by keyboard', () => {
    const focusedText = (element: Element): string => focused(element)!.textContent.trim().split('\n')[0]!.trim();

    it('opens with Enter, Space and arrow down on the first item, with arrow up on the last', async () => {
      for (const [key, text] of [
        ['Enter', 'Copy link'],
        ['Space', 'Copy link'],
        ['ArrowDown', 'Copy link'],
        ['ArrowUp', 'X'],
      ] as const) {
        const element = await mountMenu();
        const facts = hearFacts();
        buttonOf(element).focus();
        await sendKeys({ press: key });
        await until(`it is open by ${key}`, () => element.open && isShown(element));
        await until('the focus is inside', () => focused(element)?.role === 'menuitem');
        expect(focusedText(element).startsWith(text), key).to.equal(true);
        expect(buttonOf(element).getAttribute('aria-expanded')).to.equal('true');
        expect(facts, key).to.have.length(0);
      }
    });

    it('moves with arrows, round and round, Home and End', async () => {
      const element = await mountOpen();
      const visited: number[] = [];
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
        await sendKeys({ press: key });
        visited.push(items(element).indexOf(focused(element) as HTMLElement));
      }
      expect(visited).to.deep.equal([1, 2, 1, 5, 0, 5, 0]);
      expect(items(element).map(({ tabIndex }) => tabIndex)).to.deep.equal(Array(6).fill(-1));
    });

    it('goes to what begins with the letters that are typed', async () => {
      const element = await mountOpen(`${TEAPOT} networks="copy threads telegram whatsapp x email"`);
      const typed = async (keys: string, at: number): Promise<string> => {
        for (const [index, key] of [...keys].entries()) {
          const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
          Object.defineProperty(event, 'timeStamp', { value: at + index * 100 });
          focused(element)!.dispatchEvent(event);
        }
        return focusedText(element).replace(/\(.*/, '').trim();
      };
      expect(await typed('t', 1e6)).to.equal('Threads');
      expect(await typed('t', 2e6), 'again goes on').to.equal('Telegram');
      expect(await typed('TH', 3e6)).to.equal('Threads');
      expect(await typed('te', 4e6)).to.equal('Telegram');
      expect(await typed('q', 5e6), 'nothing begins so').to.equal('Telegram');
      expect(await typed('w', 6e6)).to.equal('WhatsApp');
    });

    it('Escape closes it, and the focus returns', async () => {
      const element = await mountOpen();
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'Escape' });
      await until('it is closed', () => !element.open);
      await nextTask();
      expect(focused(element) === buttonOf(element)).to.equal(true);
      expect(buttonOf(element).getAttribute('aria-expanded')).to.equal('false');
    });

    it('Tab closes it and goes on from the button, in both directions', async () => {
      for (const [key, id] of [
        ['Tab', 'after'],
        ['Shift+Tab', 'before'],
      ] as const) {
        await mount(
          `<input id="before" aria-label="a"><cue-share-button mode="menu" ${TEAPOT}></cue-share-button><input id="after" aria-label="b">`,
        );
        const element = stage.querySelector('cue-share-button')!;
        await open(element);
        await sendKeys({ press: key });
        await until('it is closed', () => !element.open && !panelOf(element).matches(':popover-open'));
        await until(`${key} has gone on`, () => document.activeElement?.id === id);
      }
    });

    it('Enter and Space press an item, held ones once', async () => {
      for (const key of ['Enter', 'Space']) {
        const element = await mountOpen();
        const facts = hearFacts();
        itemOf(element, 'Facebook').focus();
        await sendKeys({ press: key });
        await until('it is closed', () => !element.open);
        await nextTask();
        expect(told(facts), key).to.deep.equal(['cue-share-intent facebook']);
      }
      const element = await mountOpen();
      const held = new KeyboardEvent('keydown', {
        key: 'Enter',
        repeat: true,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      expect(itemOf(element, 'Facebook').dispatchEvent(held)).to.equal(false);
    });

    it('a press elsewhere closes it', async () => {
      const element = await mountOpen();
      panelOf(element).hidePopover();
      await until('it is closed', () => !element.open);
      expect(items(element)).to.have.length(0);
    });

    it('a second press on the button closes it, a double click leaves it open', async () => {
      const element = await mountMenu();
      buttonOf(element).dispatchEvent(clicked(1));
      await until('it is open', () => isShown(element));
      buttonOf(element).dispatchEvent(clicked(2));
      await nextTask();
      expect(element.open).to.equal(true);
      buttonOf(element).dispatchEvent(clicked(1));
      await until('it is closed', () => !element.open);
    });

    it('code that opens it takes no focus, tells nothing, and tells its toggle to those who listen to it alone', async () => {
      await mount(`<input aria-label="Search"><cue-share-button mode="menu" ${TEAPOT}></cue-share-button>`);
      const element = stage.querySelector('cue-share-button')!;
      const toggles = hear(element, 'toggle');
      const outside = hear(document, 'toggle');
      const facts = hearFacts();
      const input = stage.querySelector('input')!;
      input.focus();
      element.open = true;
      await until('it is open', () => isShown(element));
      expect(document.activeElement === input).to.equal(true);
      element.open = false;
      await nextTask();
      expect([toggles.length, outside.length, facts.length]).to.deep.equal([2, 0, 0]);
    });
  });

  describe('on any page', () => {
    it('is named by its label, its slot or its product', async () => {
      const name = async (attributes: string, content = ''): Promise<(string | null)[]> => {
        const button = buttonOf(await mountMenu(attributes, content));
        return [button.getAttribute('aria-label'), button.textContent.trim()];
      };
      expect(await name(TEAPOT)).to.deep.equal(['Share Teapot', '']);
      expect(await name('title="Our story"')).to.deep.equal(['Share Our story', '']);
      expect(await name(`${TEAPOT} label="Tell"`)).to.deep.equal(['Tell: Teapot', 'Tell']);
      expect(await name(TEAPOT, 'Tell a friend')).to.deep.equal([null, '']);
    });

    it('puts the menu inside the window, in both directions of writing', async () => {
      for (const place of ['inset: 0 auto auto 0', 'inset: 0 0 auto auto', 'inset: auto 0 0 auto']) {
        for (const dir of ['ltr', 'rtl']) {
          stage.dir = dir;
          stage.style.cssText = `position: fixed; ${place}`;
          const element = await mountOpen();
          // It is placed again when it has got its size.
          await until(`it is inside, from ${place}`, () => {
            const { left, top, right, bottom } = panelOf(element).getBoundingClientRect();
            return Math.min(left, top) >= 0 && right <= innerWidth && bottom <= innerHeight;
          });
          const icon = inside(element, '[role=menu] svg').getBoundingClientRect();
          const text = inside(element, '[role=menu] span').getBoundingClientRect();
          expect(icon.left < text.left, dir).to.equal(dir === 'ltr');
        }
      }
    });

    it('neither clips nor scrolls sideways in 320 px at twice the text size, and has room for a finger', async () => {
      stage.style.cssText = 'inline-size: 320px; --cue-font-size: 32px';
      stub(navigator, 'clipboard', undefined);
      const element = await mountOpen(`${TEAPOT} label="Share this with your friends and family"`);
      for (const part of [buttonOf(element), ...items(element)]) {
        expect(part.scrollWidth, part.textContent).to.be.at.most(part.clientWidth + 1);
        expect(part.getBoundingClientRect().height).to.be.at.least(44);
      }
      expect(stage.scrollWidth).to.be.at.most(320);
      await press(itemOf(element, 'Copy'));
      expect(panelOf(element).scrollWidth).to.be.at.most(panelOf(element).clientWidth + 1);
      await expectAccessible('200 %');
    });

    it('keeps the menu inside a phone’s window at twice the text size', async function () {
      if (!(await setViewport({ width: 320, height: 600 }))) this.skip();
      stage.style.setProperty('--cue-font-size', '32px');
      const element = await mountOpen();
      const { left, right } = panelOf(element).getBoundingClientRect();
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
    });

    it('takes the room that cuekit.css has kept for it', async () => {
      const markup =
        '<p>a<cue-share-button></cue-share-button>b</p><p>a<cue-share-button label="Share"></cue-share-button></p>' +
        '<p>a<cue-share-button style="--cue-share-button-size: 30px">Tell</cue-share-button></p>';
      const size = (element: Element): number[] => {
        const { width, height } = element.getBoundingClientRect();
        return [
          Math.round(height),
          element.parentElement!.offsetHeight,
          ...(element.textContent ? [] : [Math.round(width)]),
        ];
      };
      const frame = document.createElement('iframe');
      frame.srcdoc = `<!doctype html><link rel="stylesheet" href="/src/cuekit.css">${markup}`;
      stage.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      const before = [...frame.contentDocument!.querySelectorAll('cue-share-button')].map(size);
      await mount(markup);
      expect([...stage.querySelectorAll('cue-share-button')].map(size)).to.deep.equal(before);
      expect(before[0]).to.deep.equal([44, before[0]![1], 44]);
    });

    it('moves nothing when reduced motion is wished for', async function () {
      if (!(await emulateMedia({ reducedMotion: 'reduce' }))) this.skip();
      const element = await mountOpen();
      expect([...document.getAnimations(), ...element.shadowRoot!.getAnimations()]).to.deep.equal([]);
      await emulateMedia({ reducedMotion: 'no-preference' });
    });

    it('shows the page’s own icons', async () => {
      const element = await mountMenu(
        TEAPOT,
        '<svg slot="icon"></svg><svg slot="icon-copy"></svg><svg slot="icon-whatsapp"></svg>',
      );
      await open(element);
      const filled = [...element.shadowRoot!.querySelectorAll('slot')].filter((slot) => slot.assignedElements().length);
      expect(filled.map(({ name }) => name)).to.deep.equal(['icon', 'icon-copy', 'icon-whatsapp']);
      expect(buttonOf(element).ariaLabel).to.equal('Share Teapot');
    });
  });

  describe('given nonsense', () => {
    it('a mode and networks that are none: says so once, and works', async () => {
      const said = warnings();
      stubShare(async () => {});
      const markup = '<cue-share-button mode="fax" networks="fax" open></cue-share-button>';
      await mount<CueShareButton>(markup + markup);
      await until('the menu is there', () => items(stage.lastElementChild!).length === 6);
      expect(said.map((line) => /fax/.test(line))).to.deep.equal([true, true]);
    });

    it('executes nothing, whatever is shared', async () => {
      warnings();
      for (const payload of xssPayloads) {
        const element = await mount<CueShareButton>('<cue-share-button mode="menu"></cue-share-button>');
        for (const name of ['product-id', 'name', 'image', 'url', 'title', 'text', 'label', 'networks', 'utm-source'])
          element.setAttribute(name, payload);
        element.open = true;
        await until('the menu is there', () => items(element).length > 0);
        const known = 'button, slot, svg, path, p, div, a, span, input, label';
        expect(element.shadowRoot!.querySelectorAll(`:not(${known})`), payload).to.have.length(0);
        for (const address of addresses(element)) expect(new URL(address).protocol).to.be.oneOf(['https:', 'mailto:']);
        for (const item of items(element)) item.click();
        await nextTask();
      }
      expect((window as { __xss?: unknown }).__xss).to.equal(undefined);
    });
  });
});
