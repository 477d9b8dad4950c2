import { expect } from 'chai';
import fc from 'fast-check';
import { $allowed, $consent, createConsent, setConsent, setConsentDefault } from '../../src/store/consent.js';
import type { ConsentState, Purpose } from '../../src/store/consent.js';
import { createDevice } from '../../src/store/device.js';
import { logDecision } from '../../src/store/ledger.js';
import { createSession, touchSession } from '../../src/store/session.js';
import { rememberViewed } from '../../src/store/viewed.js';
import { $visitor, createVisitor } from '../../src/store/visitor.js';
import { addWish } from '../../src/store/wishlist.js';
import { forgetPage } from '../forget-page.js';
import { hearReports } from '../hear-reports.js';
import { contentOf, fakeStorage } from './fake-storage.js';
import { openTabs } from './open-tabs.js';

const kept = () =>
  Object.keys(contentOf(localStorage))
    .map((key) => key.replace(/[\da-f]{8}-[\da-f-]{27}/, 'UUID'))
    .filter((key) => key.startsWith('cuekit:'));

function everything(): void {
  $visitor.get();
  touchSession();
  rememberViewed({ id: 'p' });
  logDecision({ campaign: 'c', outcome: 'held', reason: 'typing' });
}

const KEPT = [
  'cuekit:analytics:session:current',
  'cuekit:analytics:visitor:me',
  'cuekit:personalization:decision:UUID',
  'cuekit:personalization:viewed:p',
];
const CHOICES = ['cuekit:consent:ads', 'cuekit:consent:analytics', 'cuekit:consent:personalization'];

let heard: ReturnType<typeof hearReports>;
beforeEach(() => {
  forgetPage();
  heard = hearReports();
});
afterEach(() => heard.stop());

describe('before the shopper has chosen', () => {
  it('nothing is written to the device but what the shopper asked for', () => {
    const calls: string[] = [];
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key, value) {
      calls.push(key);
      setItem.call(this, key, value);
    };
    Object.defineProperty(document, 'cookie', {
      configurable: true,
      get: () => '',
      set(text) {
        calls.push(text);
      },
    });
    try {
      everything();
      expect(calls).to.deep.equal([]);
      addWish({ id: 'p' });
      expect(calls).to.deep.equal(['cuekit:wish:p']);
    } finally {
      Storage.prototype.setItem = setItem;
      delete (document as { cookie?: unknown }).cookie;
    }
    expect($consent.get()).to.deep.equal({ personalization: 'pending', analytics: 'pending', ads: 'pending' });
  });

  it('the shop’s default holds, and is not kept', () => {
    setConsentDefault({ analytics: 'granted' });
    expect($consent.get().analytics).to.equal('granted');
    everything();
    expect(kept()).to.deep.equal(KEPT.slice(0, 2));
    forgetPage({ storage: true });
    expect($consent.get().analytics).to.equal('pending');
  });
});

describe('when the shopper agrees', () => {
  it('what was in memory is kept on the device', () => {
    everything();
    const visitor = $visitor.get();
    const session = touchSession();
    setConsent('granted');
    expect(kept()).to.deep.equal([...KEPT, ...CHOICES].sort());
    forgetPage({ storage: true });
    expect($consent.get()).to.deep.equal({ personalization: 'granted', analytics: 'granted', ads: 'granted' });
    expect($visitor.get()).to.deep.equal(visitor);
    expect(touchSession()).to.deep.equal(session);
  });

  it('listeners hear of all purposes at once', () => {
    const states: string[] = [];
    const stop = $consent.listen((consent) => states.push(Object.values(consent).join()));
    setConsent('granted');
    expect(states).to.deep.equal(['granted,granted,granted']);
    stop();
  });

  it('to one purpose, only that is kept', () => {
    setConsent({ personalization: 'granted', ads: 'denied' });
    everything();
    expect(kept()).to.deep.equal([CHOICES[0], CHOICES[2], KEPT[2], KEPT[3]]);
    expect($allowed('personalization').get()).to.equal(true);
    expect($allowed('analytics').get()).to.equal(false);
  });
});

describe('when the shopper refuses', () => {
  for (const [how, answer] of [
    ['refuses', 'denied'],
    ['takes the choice back', 'pending'],
  ] as const) {
    it(`and ${how}, what was kept is erased`, () => {
      setConsent('granted');
      addWish({ id: 'p' });
      everything();
      localStorage.setItem('cuekit:bad:analytics:visitor:me', 'what was unreadable once');
      setConsent(answer);
      everything();
      expect(kept()).to.deep.equal([...(answer === 'denied' ? CHOICES : []), 'cuekit:wish:p']);
    });
  }

  it('also what nobody has opened on this page is erased', () => {
    setConsent('granted');
    everything();
    forgetPage({ storage: true });
    setConsent('denied');
    expect(kept()).to.deep.equal(CHOICES);
  });

  it('what a tab has written after the refusal is erased by the next page', () => {
    setConsent('denied');
    const late = ['cuekit:analytics:visitor:me', 'cuekit:personalization:viewed:p'];
    for (const key of late) localStorage.setItem(key, '{"v":1,"d":{}}');
    forgetPage({ storage: true });
    expect($consent.get().analytics).to.equal('denied');
    expect(kept()).to.deep.equal(CHOICES);
  });

  it('and agrees later, it is another visitor and another visit', () => {
    setConsent('granted');
    const before = [$visitor.get()!.id, touchSession().id];
    setConsent('denied');
    const between = [$visitor.get()!.id, touchSession().id];
    setConsent('granted');
    const after = [$visitor.get()!.id, touchSession().id];
    expect(between).to.not.include.members([before[0]]).and.to.not.include.members([before[1]]);
    expect(after).to.deep.equal(between);
    expect(localStorage.getItem('cuekit:analytics:visitor:me')).to.contain(after[0]!);
  });

  it('the other tab stops too, and keeps nothing', () => {
    const { tabs, settle } = openTabs(2);
    const pages = tabs.map(({ device }) => {
      const consent = createConsent(device);
      const allowed = consent.$allowed('analytics');
      return { consent, visitor: createVisitor(device, allowed), session: createSession(device, allowed) };
    });
    pages[0]!.consent.choose({ analytics: 'granted' }, 1);
    settle();
    for (const { session } of pages) session.touch(Date.now());
    settle();
    expect(Object.keys(tabs[1]!.seen())).to.have.length(3);
    pages[0]!.consent.choose({ analytics: 'denied' }, 2);
    pages[1]!.session.touch(Date.now() + 1e7);
    settle();
    for (const tab of tabs) expect(Object.keys(tab.seen())).to.deep.equal(['cuekit:consent:analytics']);
    for (const { consent } of pages) expect(consent.$consent.get().analytics).to.equal('denied');
  });
});

describe('choices in several tabs', function () {
  this.timeout(60_000);

  it('end up the same everywhere, after any interleaving', () => {
    const step = fc.record({
      tab: fc.nat(2),
      does: fc.constantFrom<'hear' | ConsentState>('hear', 'hear', 'granted', 'denied'),
      purpose: fc.constantFrom<Purpose>('analytics', 'ads'),
      now: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { tabs, settle } = openTabs(3);
        const pages = tabs.map(({ device }) => createConsent(device));
        for (const { tab, does, purpose, now } of steps) {
          if (does === 'hear') tabs[tab]!.hear();
          else {
            pages[tab]!.choose({ [purpose]: does }, now);
            expect(pages[tab]!.$consent.get()[purpose]).to.equal(does);
          }
        }
        settle();
        for (const page of pages) expect(page.$consent.get()).to.deep.equal(pages[0]!.$consent.get());
      }),
    );
  });
});

describe('a browser with Global Privacy Control', () => {
  const open = (gpc: boolean) =>
    createConsent(
      createDevice(() => fakeStorage()),
      gpc,
    );

  it('means no ads, whatever the shop’s default, unless the shopper says otherwise', () => {
    const consent = open(true);
    expect(consent.$consent.get()).to.deep.equal({ personalization: 'pending', analytics: 'pending', ads: 'denied' });
    consent.setDefault({ ads: 'granted', analytics: 'granted', personalization: 'granted' });
    expect(consent.$consent.get()).to.deep.equal({ personalization: 'granted', analytics: 'granted', ads: 'denied' });
    consent.choose({ ads: 'granted' }, 1);
    expect(consent.$consent.get().ads).to.equal('granted');
    consent.choose({ ads: 'pending' }, 2);
    expect(consent.$consent.get().ads).to.equal('denied');
  });

  it('is asked on the page', () => {
    Object.defineProperty(navigator, 'globalPrivacyControl', { configurable: true, value: true });
    try {
      expect($consent.get().ads).to.equal('denied');
    } finally {
      delete (navigator as { globalPrivacyControl?: unknown }).globalPrivacyControl;
    }
  });
});

describe('a choice that is none', () => {
  it('grants nothing, throws nothing and is named in a warning', () => {
    for (const odd of ['yes', undefined, null, 7, { analytics: 'yes', tracking: 'granted', ads: 'granted' }])
      setConsent(odd as never);
    setConsentDefault({ personalization: true } as never);
    expect($consent.get()).to.deep.equal({ personalization: 'pending', analytics: 'pending', ads: 'granted' });
    expect(kept()).to.deep.equal(['cuekit:consent:ads']);
    for (const named of [
      '“yes”',
      '“undefined”',
      '“null”',
      'analytics: yes',
      'tracking: granted',
      'personalization: true',
    ])
      expect(
        heard.warnings.some((warning) => warning.includes(named)),
        named,
      ).to.equal(true);
  });
});
