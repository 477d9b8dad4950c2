import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { pageClock } from '../../src/browser/clock.js';
import type { CueRecord } from '../../src/events/record.js';
import { watchSituation } from '../../src/campaigns/watch-situation.js';
import type { SituationWatch } from '../../src/campaigns/watch-situation.js';
import { pausePrompts, resumePrompts } from '../../src/store/pause.js';
import { fakeClock, setVisible } from '../browser/fake-clock.js';
import { countListeners } from '../elements/count-listeners.js';
import { forgetPage } from '../forget-page.js';
import { sendKeys } from '../commands.js';

const NOW = Date.UTC(2026, 5, 1);
const page = window as unknown as Record<string, unknown>;

let clock: ReturnType<typeof fakeClock>;
let watch: SituationWatch;
let place: HTMLElement;
const style = document.createElement('style');
style.textContent = `
  .fill { position: fixed; inset: 0; width: 100%; height: 100%; background: #fff8; }
  .bar { position: fixed; inset: 0 0 auto; height: 60px; }
  .side { position: fixed; inset: 0 auto 0 0; width: 25%; }
  .behind { position: fixed; inset: 0; z-index: -1; }
  .clear { pointer-events: none; }
  .box { width: 400px; height: 200px; }
  .gone { display: none; }
  .unseen { visibility: hidden; }
  .faint { opacity: 0; }
  .away { position: fixed; inset: auto 0 -900px; height: 300px; }
  .dot { position: fixed; inset: auto 0 0 auto; width: 48px; height: 48px; }
  main { min-height: 300px; }
`;

/** What is put into the page, and what is found there then. */
function put(html: string): HTMLElement {
  place.insertAdjacentHTML('beforeend', html);
  return place.lastElementChild as HTMLElement;
}

const read = () => watch.read(NOW);
const record = (name: string, params: object = {}, at = NOW) => watch.hear({ name, at, params } as CueRecord);

beforeEach(() => {
  forgetPage();
  document.head.append(style);
  place = document.createElement('div');
  place.innerHTML = '<main><h1>Teapots</h1><p>One</p><p>Two</p></main>';
  document.body.append(place);
  clock = fakeClock();
  watch = watchSituation(clock);
});
afterEach(() => {
  watch.stop();
  place.remove();
  style.remove();
  setVisible(undefined);
  for (const name of ['__tcfapi', 'Shopify']) delete page[name];
});

describe('whether a dialog of the page is open', () => {
  const cases: [situation: string, html: string, open: boolean][] = [
    ['nothing lies over it', '<p>Three</p>', false],
    ['a dialog is open', '<dialog open class="box">Sizes</dialog>', true],
    ['a dialog is there and closed', '<dialog class="box">Sizes</dialog>', false],
    ['an open dialog is not displayed', '<div class="gone"><dialog open class="box">Sizes</dialog></div>', false],
    ['a modal of a script is shown', '<div role="dialog" aria-modal="true" class="box">Sizes</div>', true],
    ['a modal of a script is hidden', '<div role="dialog" aria-modal="true" class="box unseen">Sizes</div>', false],
    ['a modal of a script is transparent', '<div role="dialog" aria-modal="true" class="box faint">Sizes</div>', false],
    ['a drawer waits outside of the window', '<div role="dialog" aria-modal="true" class="away">Cart</div>', false],
    ['an alert dialog is shown', '<div role="alertdialog" class="box">Really?</div>', true],
    ['a box calls itself a dialog and is none', '<div role="dialog" class="box">Chat</div>', false],
    ['another vendor’s frame lies over it', '<iframe class="fill"></iframe>', true],
    ['a backdrop lies over it', '<div class="fill"><p>Subscribe!</p></div>', true],
    ['a layer lies over it that lets clicks through', '<div class="fill clear"></div>', false],
    ['the header is fixed', '<div class="bar"><p>Shop</p></div>', false],
    ['the menu at its side is fixed', '<div class="side"><p>Menu</p></div>', false],
    ['a picture is fixed behind it', '<div class="behind"></div>', false],
    ['a chat’s button floats', '<div class="dot">?</div>', false],
    [
      'a prompt of ours lies over it',
      '<cue-prompt class="fill"><dialog open class="box">Ours</dialog></cue-prompt>',
      false,
    ],
    ['the inspector lies over it', '<cue-inspector class="fill"></cue-inspector>', false],
  ];
  for (const [situation, html, open] of cases)
    it(`${open ? 'is so' : 'is not so'} when ${situation}`, () => {
      put(html);
      expect(read().hostDialogOpen).to.equal(open);
    });

  it('is so while a modal dialog or a popover is open', () => {
    const dialog = put('<dialog class="box">Sizes</dialog>') as HTMLDialogElement;
    dialog.showModal();
    expect(read().hostDialogOpen).to.equal(true);
    dialog.close();
    expect(read().hostDialogOpen).to.equal(false);
    const popover = put('<div popover class="box">Menu</div>');
    popover.showPopover();
    expect(read().hostDialogOpen).to.equal(true);
    popover.hidePopover();
    expect(read().hostDialogOpen).to.equal(false);
  });

  it('is so when what lies over it is inside of another’s shadow root, or slotted there', () => {
    const host = put('<x-drawer><p>Cart</p></x-drawer>');
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<div id="over"><slot></slot></div><style>#over { position: fixed; inset: 0; background: #fff }</style>';
    expect(read().hostDialogOpen).to.equal(true);
    host.shadowRoot!.getElementById('over')!.hidden = true;
    host.shadowRoot!.querySelector('style')!.textContent = '#over { display: none }';
    expect(read().hostDialogOpen).to.equal(false);
  });

  it('is not so where the whole page is in a frame that is fixed', () => {
    const shell = put('<div class="fill"></div>');
    shell.append(place.querySelector('main')!);
    expect(read().hostDialogOpen).to.equal(false);
  });
});

describe('whether a consent dialog is open', () => {
  /** A consent tool as the IAB's specification describes it. */
  function tool(eventStatus = 'tcloaded') {
    const listeners = new Map<number, (data: object, success: boolean) => void>();
    let status = eventStatus;
    page.__tcfapi = (command: string, _: number, callback: (data: never, success: boolean) => void, id?: number) => {
      if (command === 'removeEventListener') return callback(listeners.delete(id!) as never, true);
      const listenerId = listeners.size + 1;
      listeners.set(listenerId, callback as never);
      callback({ eventStatus: status, listenerId } as never, true);
    };
    return {
      listeners,
      tell(next: string) {
        status = next;
        for (const [listenerId, listener] of listeners) listener({ eventStatus: next, listenerId }, true);
      },
    };
  }

  it('is what the tool says by the IAB’s framework, until it is answered', () => {
    const { tell } = tool();
    expect(read().consentDialogOpen).to.equal(false);
    tell('cmpuishown');
    expect(read().consentDialogOpen).to.equal(true);
    tell('useractioncomplete');
    expect(read().consentDialogOpen).to.equal(false);
  });

  it('is known of a tool that was there before, and is let go with the page view', () => {
    const { listeners } = tool('cmpuishown');
    const next = watchSituation(clock);
    expect(next.read(NOW).consentDialogOpen).to.equal(true);
    next.stop();
    expect(listeners.size).to.equal(0);
  });

  it('is what Shopify says, and nothing where that is no answer', () => {
    let asks: unknown = true;
    page.Shopify = { customerPrivacy: { shouldShowBanner: () => asks } };
    expect(read().consentDialogOpen).to.equal(true);
    asks = false;
    expect(read().consentDialogOpen).to.equal(false);
    page.Shopify = {
      customerPrivacy: {
        shouldShowBanner() {
          throw new Error('not yet');
        },
      },
    };
    expect(read().consentDialogOpen).to.equal(false);
  });

  it('is seen of tools that say nothing, while they show themselves', () => {
    for (const html of [
      '<div id="onetrust-consent-sdk"><div id="onetrust-banner-sdk" class="box">Cookies?</div></div>',
      '<div id="CybotCookiebotDialog" class="box">Cookies?</div>',
      '<div class="klaro"><div class="cookie-notice box">Cookies?</div></div>',
      '<div class="cky-consent-container"><div><div class="box">Cookies?</div></div></div>',
    ]) {
      const dialog = put(html);
      expect(read().consentDialogOpen, html).to.equal(true);
      dialog.classList.add('gone');
      expect(read().consentDialogOpen, html).to.equal(false);
      dialog.remove();
    }
  });

  it('is seen inside of a shadow root, where only the button that opens it again stays', () => {
    const host = put('<aside id="usercentrics-cmp-ui"></aside>');
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<div id="box">Cookies?</div><style>#box { position: fixed; inset: 0; width: 400px; height: 200px }</style>';
    expect(read().consentDialogOpen).to.equal(true);
    host.shadowRoot!.querySelector('style')!.textContent = '#box { position: fixed; width: 40px; height: 40px }';
    expect(read().consentDialogOpen).to.equal(false);
  });
});

describe('whether the shopper is typing', () => {
  it('is so while a field has the focus, also in a shadow root', () => {
    for (const html of [
      '<input>',
      '<input type="email">',
      '<textarea></textarea>',
      '<select></select>',
      '<p contenteditable>x</p>',
    ]) {
      const field = put(html);
      field.focus();
      expect(read().typing, html).to.equal(true);
      field.blur();
      expect(read().typing, html).to.equal(false);
    }
    const host = put('<x-search></x-search>');
    host.attachShadow({ mode: 'open' }).innerHTML = '<input type="search">';
    host.shadowRoot!.querySelector('input')!.focus();
    expect(read().typing).to.equal(true);
  });

  it('is not so on what takes no text', () => {
    for (const html of [
      '<button>Buy</button>',
      '<input type="checkbox">',
      '<a href="#x">Tea</a>',
      '<input type="range">',
    ]) {
      put(html).focus();
      expect(read().typing, html).to.equal(false);
    }
  });
});

describe('whether the shopper is in the checkout', () => {
  const { pathname } = location;
  afterEach(() => history.replaceState(null, '', pathname));
  for (const [path, checkout] of [
    ['/checkout', true],
    ['/checkouts/cn/Z2NwLWV1/information', true],
    ['/en-de/checkout/', true],
    ['/checkout/cart/', false],
    ['/checkout/order-received/12/', false],
    ['/checkout/onepage/success/', false],
    ['/products/checkout-counter', false],
    ['/', false],
  ] as const)
    it(`is ${checkout ? '' : 'not '}so at ${path}`, () => {
      history.replaceState(null, '', path);
      expect(read().checkout).to.equal(checkout);
    });

  it('is what the page says of itself', () => {
    const meta = put('<meta name="cuekit-page" content="checkout">') as HTMLMetaElement;
    expect(read().checkout).to.equal(true);
    meta.content = 'product';
    history.replaceState(null, '', '/checkout');
    expect(read().checkout).to.equal(false);
  });

  it('is told by the shop’s software where the path is translated', () => {
    document.body.classList.add('woocommerce-checkout');
    expect(read().checkout).to.equal(true);
    document.body.classList.remove('woocommerce-checkout');
  });
});

describe('whether something plays', () => {
  /** A second of silence is heard as little as it is: what counts is what the player says. */
  function player(state: Partial<Record<keyof HTMLVideoElement, unknown>>): HTMLElement {
    const video = put('<video></video>');
    const playing = { paused: false, ended: false, muted: false, volume: 1, readyState: 4, ...state };
    for (const [name, value] of Object.entries(playing)) Object.defineProperty(video, name, { value });
    return video;
  }

  it('is so while a player plays with a sound', () => {
    const video = player({});
    expect(read().videoPlaying).to.equal(true);
    video.remove();
    for (const state of [{ paused: true }, { ended: true }, { muted: true }, { volume: 0 }, { readyState: 0 }]) {
      const other = player(state);
      expect(read().videoPlaying, JSON.stringify(state)).to.equal(false);
      other.remove();
    }
  });

  it('is so for as long as a video in another site’s frame would last', () => {
    const about = { video_provider: 'youtube', video_duration: 60, video_current_time: 20 };
    record('video_progress', about);
    expect(watch.read(NOW + 39_000).videoPlaying).to.equal(true);
    expect(watch.read(NOW + 41_000).videoPlaying).to.equal(false);
    record('video_start', about);
    record('video_complete', about);
    expect(read().videoPlaying).to.equal(false);
    record('video_start', { video_provider: 'html5' });
    expect(read().videoPlaying).to.equal(false);
  });
});

describe('whether the shopper has done something', () => {
  it('is so after a key, and not after what a script does', async () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }));
    document.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, movementX: 4 }));
    scrollTo(0, 1);
    expect(read().engaged).to.equal(false);
    await sendKeys({ press: 'Shift' });
    expect(read().engaged).to.equal(true);
  });

  it('is so after the pointer has moved', async () => {
    await sendMouse({ type: 'move', position: [10, 10] });
    await sendMouse({ type: 'move', position: [60, 60] });
    expect(read().engaged).to.equal(true);
    await resetMouse();
  });
});

describe('whether the page has settled', () => {
  const shifts: { hadRecentInput: boolean }[] = [];

  /** Something comes in above, or goes again, and the browser tells it. */
  function jump(): Promise<void> {
    return new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => {
        shifts.push(...(list.getEntries() as never[]));
        observer.disconnect();
        resolve();
      });
      observer.observe({ type: 'layout-shift' });
      const before = place.querySelector('.box');
      if (before) before.remove();
      else place.prepend(Object.assign(document.createElement('div'), { className: 'box' }));
    });
  }

  it('is so half a second after it began, when it has loaded', () => {
    // Loading was long ago by this clock.
    clock.pass(10_000_000);
    watch.stop();
    watch = watchSituation(clock);
    expect(read().settled).to.equal(false);
    clock.pass(499);
    expect(read().settled).to.equal(false);
    clock.pass(1);
    expect(read().settled).to.equal(true);
  });

  it('is not so just after something has jumped, where browsers tell', async function () {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return this.skip();
    watch.stop();
    let ago = 10_000;
    watch = watchSituation({ ...pageClock, now: () => pageClock.now() - ago });
    ago = 0;
    expect(read().settled).to.equal(true);
    // What the test before has pressed is still a reason for half a second.
    do await jump();
    while (shifts.at(-1)!.hadRecentInput);
    expect(read().settled).to.equal(false);
  });

  it('is so though something has jumped that was pressed for', async function () {
    if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return this.skip();
    watch.stop();
    // What the test before has taken away jumps, too, and would be told to the next who watches.
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    let ago = 10_000;
    watch = watchSituation({ ...pageClock, now: () => pageClock.now() - ago });
    ago = 0;
    const jumped = new Promise<void>((resolve) => addEventListener('pointerup', () => resolve(jump()), { once: true }));
    await sendMouse({ type: 'click', position: [10, 10] });
    await jumped;
    expect(shifts.at(-1)!.hadRecentInput).to.equal(true);
    expect(read().settled).to.equal(true);
    await resetMouse();
  });
});

describe('the rest of the situation', () => {
  it('says when the page is in the background', () => {
    setVisible(false);
    expect(read().hidden).to.equal(true);
    setVisible(true);
    expect(read().hidden).to.equal(false);
  });

  it('says when it is only rendered in advance', () => {
    Object.defineProperty(document, 'prerendering', { configurable: true, value: true });
    expect(read().prerendering).to.equal(true);
    delete (document as { prerendering?: unknown }).prerendering;
    expect(read().prerendering).to.equal(false);
  });

  it('says when the shopper wants silence, until that is over', () => {
    pausePrompts(NOW + 1000, NOW - 1000);
    expect(read().paused).to.equal(true);
    expect(watch.read(NOW + 1000).paused).to.equal(false);
    pausePrompts(undefined, NOW);
    expect(read().paused).to.equal(true);
    resumePrompts(NOW);
    expect(read().paused).to.equal(false);
  });

  it('leaves no listener behind', async () => {
    const left = await countListeners(async () => {
      const other = watchSituation(clock);
      other.read(NOW);
      other.stop();
    });
    expect(left).to.deep.equal([]);
  });
});
