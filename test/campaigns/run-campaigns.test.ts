import { expect } from 'chai';
import fc from 'fast-check';
import { runCampaigns } from '../../src/campaigns/run-campaigns.js';
import type { Signal } from '../../src/campaigns/signal.js';
import { replay } from '../../src/campaigns/replay.js';
import { readCampaigns } from '../../src/campaigns/read-campaign.js';
import { $answers, $showings } from '../../src/store/campaign-memory.js';
import { declareCampaigns } from '../../src/store/campaigns.js';
import { setCart } from '../../src/store/cart.js';
import { setConsent } from '../../src/store/consent.js';
import { erase } from '../../src/store/erase.js';
import { noteHesitation } from '../../src/store/hesitation.js';
import { $visit } from '../../src/store/journey.js';
import { $ledger } from '../../src/store/ledger.js';
import { pausePrompts } from '../../src/store/pause.js';
import { $prompt, openPrompts, tellPrompt } from '../../src/store/prompts.js';
import { rememberSubscription } from '../../src/store/subscriptions.js';
import { setVisible } from '../browser/fake-clock.js';
import { countListeners } from '../elements/count-listeners.js';
import { forgetPage } from '../forget-page.js';
import { hearReports } from '../hear-reports.js';
import { loadCopy } from '../load-copy.js';
import { closeRuns, openRun } from './open-run.js';

const leaving = { name: 'leaving', moment: 'exit-intent' };
const DAY = 86_400_000;

let heard: ReturnType<typeof hearReports>;
beforeEach(() => {
  forgetPage();
  heard = hearReports();
});
afterEach(() => {
  closeRuns();
  heard.stop();
  document.querySelector('input')?.remove();
});

/** The shopper types, until the field is gone. */
function typeInto(): HTMLInputElement {
  const field = document.createElement('input');
  document.body.append(field);
  field.focus();
  return field;
}

/** Another page of the same visitor. */
function nextPage(): void {
  closeRuns();
  forgetPage({ storage: true });
}

async function until(condition: () => boolean): Promise<void> {
  for (let round = 0; round < 200 && !condition(); round++) await new Promise((resolve) => setTimeout(resolve, 5));
}

const keys = () => Object.keys(localStorage).filter((key) => /^cuekit:(answer|personalization:showing):/.test(key));

describe('a campaign on a page', () => {
  it('is chosen at its moment, shown when it is ready, gone when it is closed, and all of it is in the ledger', async () => {
    const { notice, clock } = await openRun({ campaigns: [{ ...leaving, variants: 'calm', surface: 'corner' }] });
    expect($prompt.get()).to.equal(undefined);
    notice();
    expect($prompt.get()).to.deep.include({ campaign: 'leaving', variant: 'calm', surface: 'corner', state: 'chosen' });
    tellPrompt({ type: 'ready', campaign: 'leaving' });
    expect($prompt.get()).to.deep.include({ campaign: 'leaving', moment: 'exit-intent', state: 'open' });
    tellPrompt({ type: 'closed', campaign: 'leaving' });
    expect($prompt.get()).to.equal(undefined);
    notice();
    expect($prompt.get()).to.equal(undefined);
    clock.pass(1000);
    expect($ledger.get().map(({ outcome, reason }) => `${outcome} ${reason}`)).to.deep.equal([
      'shown allowed',
      'held resting',
    ]);
    expect(clock.waiting).to.equal(0);
    expect(heard.warnings).to.deep.equal([]);
  });

  it('that is ready as soon as it is chosen is open before anybody else hears of it', async () => {
    const { notice } = await openRun({ campaigns: [leaving] });
    const states: (string | undefined)[] = [];
    const stop = $prompt.listen((prompt) => {
      states.push(prompt?.state);
      if (prompt?.state === 'chosen') {
        tellPrompt({ type: 'ready', campaign: 'leaving' });
        expect($prompt.get()?.state).to.equal('open');
      }
    });
    notice();
    stop();
    expect(states).to.deep.equal(['chosen', 'open']);
  });

  it('that takes too long to be ready goes, and is no answer to its moment any more', async () => {
    const { notice, clock, reason } = await openRun({ campaigns: [leaving], manners: { prepare: '3s' } });
    notice();
    clock.pass(3000);
    expect($prompt.get()?.state).to.equal('chosen');
    clock.pass(1);
    expect($prompt.get()).to.equal(undefined);
    expect(reason()).to.equal('too-late');
    tellPrompt({ type: 'ready', campaign: 'leaving' });
    expect($prompt.get()).to.equal(undefined);
  });

  it('is held when the page has changed between its moment and its appearance', async () => {
    const { notice, reason } = await openRun({ campaigns: [leaving] });
    notice();
    const field = typeInto();
    tellPrompt({ type: 'ready', campaign: 'leaving' });
    field.remove();
    expect($prompt.get()).to.equal(undefined);
    expect(reason()).to.equal('typing');
  });

  it('that was held for something passing is chosen when that is over, and the ledger has it once', async () => {
    const signals: Signal[] = [];
    const campaigns = [leaving];
    const { notice, clock } = await openRun({ campaigns, onSignal: (signal) => signals.push(signal) });
    const field = typeInto();
    notice();
    for (let round = 0; round < 5; round++) clock.pass(500);
    expect($prompt.get()).to.equal(undefined);
    field.remove();
    clock.pass(500);
    expect($prompt.get()).to.deep.include({ campaign: 'leaving', moment: 'exit-intent', state: 'chosen' });
    tellPrompt({ type: 'ready', campaign: 'leaving' });
    tellPrompt({ type: 'closed', campaign: 'leaving' });
    clock.pass(1000);
    expect($ledger.get().map(({ reason }) => reason)).to.deep.equal(['allowed', 'typing']);
    expect(clock.waiting).to.equal(0);
    const { decisions } = replay(JSON.parse(JSON.stringify(signals)) as Signal[], readCampaigns(campaigns));
    expect(decisions.map(({ reason }) => reason)).to.deep.equal(['typing', 'allowed']);
  });

  it('comes after all when the page has settled in which something was put into the cart', async () => {
    const campaigns = [{ name: 'thanks', moment: 'after-add-to-cart' }];
    // The page has been there for 10,000 seconds.
    const { fact, clock, reason } = await openRun({ campaigns, manners: { settle: 10_002_000 } });
    fact('add_to_cart');
    expect([$prompt.get(), reason('thanks')]).to.deep.equal([undefined, 'not-settled']);
    clock.pass(2000);
    expect($prompt.get()?.campaign).to.equal('thanks');
  });

  it('is looked for no longer than it is an answer to its moment, and less often as time goes on', async () => {
    const { notice, clock } = await openRun({ campaigns: [leaving, { name: 'back', moment: 'returning-visitor' }] });
    const { elementFromPoint } = document;
    let asked = 0;
    document.elementFromPoint = (...point) => (asked++, elementFromPoint.apply(document, point));
    const field = typeInto();
    notice();
    const looks = (seconds: number): number => {
      asked = 0;
      for (let ms = 0; ms < seconds * 1000; ms += 100) clock.pass(100);
      return asked;
    };
    const once = asked;
    expect(looks(13) / once).to.be.within(5, 20);
    expect(clock.waiting).to.equal(0);
    notice('returning-visitor');
    expect(looks(75) / once).to.be.within(10, 30);
    expect(clock.waiting).to.equal(0);
    field.remove();
    clock.pass(500);
    expect($prompt.get()).to.equal(undefined);
    delete (document as { elementFromPoint?: unknown }).elementFromPoint;
  });

  it('waits until the page has settled and the shopper has done something', async () => {
    const { show, reason, clock, fact } = await openRun({ campaigns: [leaving] }, { settled: false, engaged: false });
    expect([show(), reason()]).to.deep.equal([undefined, 'not-settled']);
    clock.pass(10_000_000);
    expect([show(), reason()]).to.deep.equal([undefined, 'not-engaged']);
    fact('view_item');
    expect(show()).to.equal('leaving');
  });

  it('does not come over a prompt that the shopper has opened, before or while it is prepared', async () => {
    const { show, notice, reason } = await openRun({ campaigns: [leaving] });
    openPrompts().add(document.body);
    expect([show(), reason()]).to.deep.equal([undefined, 'prompt-open']);
    openPrompts().clear();
    notice();
    openPrompts().add(document.body);
    tellPrompt({ type: 'ready', campaign: 'leaving' });
    expect([$prompt.get(), reason()]).to.deep.equal([undefined, 'prompt-open']);
    openPrompts().clear();
    expect(show()).to.equal('leaving');
  });

  it('is held while the shopper wants silence', async () => {
    const { show, reason } = await openRun({ campaigns: [leaving] });
    pausePrompts();
    expect([show(), reason()]).to.deep.equal([undefined, 'paused']);
  });

  it('follows a fact, and stays away after the fact that gives what it asks for', async () => {
    const after = { name: 'thanks', moment: 'after-add-to-cart', asks: 'newsletter', cap: '9/session' };
    const { fact, reason } = await openRun({ campaigns: [after], manners: { rest: 0, sessionCap: 9 } });
    fact('add_to_cart');
    expect($prompt.get()?.campaign).to.equal('thanks');
    tellPrompt({ type: 'ready', campaign: 'thanks' });
    fact('prompt_dismiss', { promotion_name: 'thanks' });
    expect($prompt.get()).to.equal(undefined);
    fact('add_to_cart');
    expect(reason('thanks')).to.equal('dismissed');
    fact('newsletter_sign_up');
    fact('add_to_cart');
    expect(reason('thanks')).to.equal('subscribed');
  });

  it('follows a video that was watched when that is over, for it is told some time before', async () => {
    const video = document.createElement('video');
    const player = { paused: false, ended: false, muted: false, volume: 1, readyState: 4 };
    for (const name of Object.keys(player))
      Object.defineProperty(video, name, { get: () => player[name as keyof typeof player] });
    document.body.append(video);
    const { fact, run } = await openRun({ campaigns: [{ name: 'watched', moment: 'after-video-complete' }] });
    fact('video_complete');
    expect(run.state.rulings).to.deep.equal([]);
    player.paused = true;
    video.dispatchEvent(new Event('pause'));
    expect($prompt.get()?.campaign).to.equal('watched');
    tellPrompt({ type: 'closed', campaign: 'watched' });
    player.paused = false;
    fact('video_complete');
    closeRuns();
    video.remove();
    window.dispatchEvent(new Event('pause'));
    expect($prompt.get()).to.equal(undefined);
  });

  it('keeps the checkout that the shopper has begun on this page in mind', async () => {
    const { fact, show, reason } = await openRun({ campaigns: [leaving] });
    fact('begin_checkout');
    expect([show(), reason()]).to.deep.equal([undefined, 'checkout']);
  });

  it('is for its audience, as the store has it at that instant', async () => {
    const campaigns = [{ ...leaving, audience: { 'cart.value': { $gte: 50 } } }];
    const { show, reason } = await openRun({ campaigns });
    expect([show(), reason()]).to.deep.equal([undefined, 'audience']);
    setCart({ lines: [], total: 60, currency: 'EUR' });
    expect(show()).to.equal('leaving');
  });

  it('knows how long the cart has stood, without anything having changed', async () => {
    const campaigns = [{ ...leaving, audience: { 'cart.unchangedMs': { $gte: 60_000 } } }];
    const { show, reason, clock } = await openRun({ campaigns });
    const at = Date.UTC(2026, 5, 1, 10) + clock.now();
    const lines = [{ key: 'a', product: { id: 'a', name: 'Teapot' }, quantity: 1 }];
    setCart({ lines }, at);
    expect([show(), reason()]).to.deep.equal([undefined, 'audience']);
    clock.pass(59_000);
    expect(show()).to.equal(undefined);
    clock.pass(1000);
    expect(show()).to.equal('leaving');
  });

  it('knows what its audience is about, because that is followed for it', async () => {
    const campaigns = [{ ...leaving, audience: { 'visit.pages': { $gte: 1 }, 'hesitation.score': { $gte: 3 } } }];
    const { show, reason, run } = await openRun({ campaigns });
    expect([show(), reason()]).to.deep.equal([undefined, 'audience']);
    await until(() => $visit.get() !== undefined);
    const { obstacles } = (await run.explain('leaving'))!;
    expect(obstacles[0]!.change).to.contain('hesitation.score').and.to.not.contain('visit.pages');
    for (const sign of ['size-guide', 'back-and-forth'] as const) noteHesitation(sign, run.state.at);
    expect(show()).to.equal('leaving');
  });

  it('that is declared later is run, one that is withdrawn is not, and its moment is let go', async () => {
    const { show, watched } = await openRun();
    expect([...watched.keys()]).to.deep.equal([]);
    const withdraw = declareCampaigns([leaving, { name: 'waiting', moment: 'dwell, after-add-to-cart' }]);
    await Promise.resolve();
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve));
    expect([...watched.keys()]).to.deep.equal(['exit-intent', 'dwell']);
    expect(show()).to.equal('leaving');
    withdraw();
    await Promise.resolve();
    expect([...watched.keys()]).to.deep.equal([]);
  });

  it('is read once, however many are declared beside it', async () => {
    const { run } = await openRun({ campaigns: [leaving] });
    const [before] = run.campaigns;
    declareCampaigns([{ name: 'second', moment: 'dwell' }]);
    expect(run.campaigns.map(({ name }) => name)).to.deep.equal(['leaving', 'second']);
    expect(run.campaigns[0]).to.equal(before);
  });

  it('is shown as the variant that the address asks for', async () => {
    const { pathname } = location;
    history.replaceState(null, '', `${pathname}?cue-variant.leaving=bold&cue-variant.dwelling=1`);
    const { show, close } = await openRun({
      campaigns: [
        { ...leaving, variants: 'calm, bold', holdout: '100%' },
        { name: 'dwelling', moment: 'dwell', variants: 'calm, bold, loud' },
      ],
      manners: { rest: 0 },
    });
    expect(show()).to.equal('leaving');
    expect($prompt.get()?.variant).to.equal('bold');
    close();
    expect(show('dwell')).to.equal('dwelling');
    expect($prompt.get()?.variant).to.equal('bold');
    history.replaceState(null, '', pathname);
  });

  it('goes with its page view, also where pages change without loading', async () => {
    const { pathname } = location;
    const { show, reason, clock, fact } = await openRun({ campaigns: [{ ...leaving, cap: '9/session' }] });
    expect(show()).to.equal('leaving');
    history.pushState(null, '', '/teapots');
    dispatchEvent(new PopStateEvent('popstate'));
    expect($prompt.get()).to.equal(undefined);
    expect([show(), reason()]).to.deep.equal([undefined, 'not-settled']);
    clock.pass(100_000);
    fact('search');
    expect(show()).to.equal('leaving');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect($prompt.get()).to.equal(undefined);
    history.replaceState(null, '', pathname);
  });

  it('says why it is not shown, and what would have to be different', async () => {
    const { run, show } = await openRun({ campaigns: [leaving] });
    pausePrompts();
    show();
    const { obstacles, text } = (await run.explain('leaving'))!;
    expect(obstacles.map(({ reason }) => reason)).to.deep.equal(['paused']);
    expect(text).to.contain('“leaving” was held');
    expect(await run.explain('living')).to.equal(undefined);
    expect(heard.warnings).to.deep.equal(['[cuekit] there is no campaign “living”; there are “leaving”']);
  });

  it('is decided on as a recording of the signals is', async () => {
    const signals: Signal[] = [];
    const campaigns = [leaving, { name: 'thanks', moment: 'after-add-to-cart' }];
    const { show, close, fact, clock } = await openRun({ campaigns, onSignal: (signal) => signals.push(signal) });
    show();
    close();
    fact('add_to_cart');
    clock.pass(60_000);
    fact('add_to_cart');
    clock.pass(60_000);
    clock.pass(1000);
    const { decisions } = replay(JSON.parse(JSON.stringify(signals)) as Signal[], readCampaigns(campaigns));
    const brief = (list: readonly { at: number; campaign: string; reason: string }[]) =>
      list.map(({ at, campaign, reason }) => `${at} ${campaign} ${reason}`).sort();
    expect(brief(decisions)).to.deep.equal(brief($ledger.get()));
    expect(decisions).to.have.length(3);
  });
});

describe('what was shown and answered', () => {
  it('is remembered on the next page: “no thanks” without consent, a showing with it', async () => {
    const campaigns = [{ ...leaving, cap: '1/7d', asks: 'newsletter' }];
    const manners = { rest: 0, noThanks: '30d' };
    const first = await openRun({ campaigns, manners });
    first.show();
    expect(keys()).to.deep.equal([]);
    tellPrompt({ type: 'answer', answer: 'no-thanks', campaign: 'leaving' });
    first.close();
    expect(keys()).to.deep.equal(['cuekit:answer:no-thanks newsletter']);

    nextPage();
    const second = await openRun({ campaigns, manners });
    expect([second.show(), second.reason()]).to.deep.equal([undefined, 'dismissed']);
    second.clock.pass(31 * DAY);
    expect(second.show()).to.equal('leaving');

    nextPage();
    setConsent('granted');
    const third = await openRun({ campaigns: [{ ...leaving, cap: '1/7d' }], manners });
    expect(third.show()).to.equal('leaving');
    nextPage();
    const fourth = await openRun({ campaigns: [{ ...leaving, cap: '1/7d' }], manners });
    expect([fourth.show(), fourth.reason()]).to.deep.equal([undefined, 'cap']);
  });

  it('rests on the next page too', async () => {
    setConsent('granted');
    const campaigns = [{ ...leaving, cap: '9/session' }];
    const first = await openRun({ campaigns });
    first.show();
    first.clock.pass(120_000);
    first.close();
    nextPage();
    // The clock of the next page begins where the first one's did: for a page that was opened 5 s later.
    const second = await openRun({ campaigns, now: () => Date.UTC(2026, 5, 1, 10) + 10_125_000 });
    expect(second.run.state.memory.closedAt).to.equal(Date.UTC(2026, 5, 1, 10) + 10_120_000);
  });

  it('is forgotten with everything, and does not come back', async () => {
    setConsent('granted');
    const { show, close, clock } = await openRun({ campaigns: [{ ...leaving, cap: '9/session' }] });
    show();
    tellPrompt({ type: 'answer', answer: 'not-now', campaign: 'leaving' });
    expect(keys().length).to.be.above(1);
    erase();
    expect(keys()).to.deep.equal([]);
    clock.pass(1000);
    close();
    clock.pass(1000);
    expect([...$showings.get().keys()]).to.deep.equal(['closed']);
    expect($answers.get().size).to.equal(0);
    expect(keys()).to.deep.equal([]);
  });

  it('of showings is not on the device once consent is refused, and still counts on this page', async () => {
    setConsent('granted');
    const { show, close, reason, clock } = await openRun({ campaigns: [leaving] });
    show();
    close();
    setConsent('denied');
    expect(keys()).to.deep.equal([]);
    clock.pass(600_000);
    expect([show(), reason()]).to.deep.equal([undefined, 'cap']);
  });

  it('in another tab counts here before the next decision', async () => {
    setConsent('granted');
    const { show, reason, clock, run } = await openRun({ campaigns: [{ ...leaving, cap: '1/7d' }] });
    const at = Date.UTC(2026, 5, 1, 10) + clock.now() - DAY;
    const key = 'cuekit:personalization:showing:c:leaving';
    const text = JSON.stringify({ v: 1, d: { at: [at] } });
    localStorage.setItem(key, text);
    dispatchEvent(new StorageEvent('storage', { key, newValue: text, storageArea: localStorage }));
    expect(run.state.memory.shown['c:leaving']).to.equal(undefined);
    expect([show(), reason()]).to.deep.equal([undefined, 'cap']);
  });

  it('less than half an hour ago was in this visit, also where pages have no session in common', async () => {
    setConsent({ personalization: 'granted' });
    const first = await openRun({ campaigns: [leaving], manners: { rest: 0 } });
    first.show();
    first.close();
    nextPage();
    setConsent({ personalization: 'granted' });
    const second = await openRun({ campaigns: [leaving], manners: { rest: 0 } });
    expect([second.show(), second.reason()]).to.deep.equal([undefined, 'cap']);
  });

  it('with a subscription on this device is what campaigns for newsletters ask for', async () => {
    rememberSubscription('teas', 'done', 5);
    const { show, reason } = await openRun({ campaigns: [{ ...leaving, asks: 'newsletter' }] });
    expect([show(), reason()]).to.deep.equal([undefined, 'subscribed']);
  });
});

describe('who runs campaigns', () => {
  it('is one on a page, whoever starts it, until the last has stopped', async () => {
    const first = await openRun({ campaigns: [leaving] });
    const copy = (await import(await loadCopy(new URL('../../src/campaigns/run-campaigns.ts', import.meta.url)))) as {
      runCampaigns: typeof runCampaigns;
    };
    const second = copy.runCampaigns({ campaigns: [{ name: 'theirs', moment: 'exit-intent', priority: 2 }] });
    await Promise.resolve();
    expect(second.campaigns.map(({ name }) => name)).to.deep.equal(['leaving', 'theirs']);
    expect(first.show()).to.equal('theirs');
    expect($ledger.get()).to.have.length(0);
    first.clock.pass(1000);
    expect($ledger.get()).to.have.length(2);
    first.close();
    second.stop();
    second.stop();
    expect(first.run.campaigns.map(({ name }) => name)).to.deep.equal(['leaving']);
    first.clock.pass(600_000);
    expect(first.show()).to.equal('leaving');
    expect(heard.warnings).to.deep.equal([]);
  });

  it('takes the manners that are given first, also by the second, and says so', async () => {
    const { run, show, reason } = await openRun({ campaigns: [leaving] });
    const others = [{ sessionCap: 0 }, { sessionCap: 0 }, { sessionCap: 3 }].map((manners) =>
      runCampaigns({ manners }),
    );
    expect([show(), reason()]).to.deep.equal([undefined, 'session-cap']);
    expect(heard.warnings).to.deep.equal(['[cuekit] manners are given twice; the first ones count']);
    for (const { stop } of others) stop();
    expect(run.campaigns).to.have.length(1);
  });

  it('leaves no listener, no timer and no prompt when it is stopped', async () => {
    let waiting = -1;
    const left = await countListeners(async () => {
      const audience = { 'cart.value': null, 'visit.pages': { $lt: 9 } };
      const { show, clock } = await openRun({ campaigns: [{ ...leaving, audience }] });
      await until(() => $visit.get() !== undefined);
      expect(show()).to.equal('leaving');
      closeRuns();
      waiting = clock.waiting;
    });
    expect(left).to.deep.equal([]);
    expect(waiting).to.equal(0);
    expect($prompt.get()).to.equal(undefined);
    tellPrompt({ type: 'ready', campaign: 'leaving' });
    expect($prompt.get()).to.equal(undefined);
  });

  it('writes down what was decided when the page goes into the background', async () => {
    const { show } = await openRun({ campaigns: [leaving] });
    show();
    expect($ledger.get()).to.have.length(0);
    setVisible(false);
    setVisible(undefined);
    expect($ledger.get()).to.have.length(1);
  });

  it('has no timer and asks the page nothing while nothing is to be decided', async () => {
    const { clock, fact, notice } = await openRun({ campaigns: [leaving] });
    const { elementFromPoint } = document;
    let asked = 0;
    document.elementFromPoint = (...point) => (asked++, elementFromPoint.apply(document, point));
    fact('view_item');
    document.dispatchEvent(new Event('scroll'));
    expect([asked, clock.waiting]).to.deep.equal([0, 0]);
    notice();
    expect(asked).to.be.above(0);
    delete (document as { elementFromPoint?: unknown }).elementFromPoint;
  });

  it('goes on when what watches for a moment fails', async () => {
    const { fact } = await openRun({
      campaigns: [{ name: 'both', moment: 'broken, after-add-to-cart' }],
      loadWatchMoment: () =>
        Promise.resolve(() => {
          throw new Error('no such moment');
        }),
    });
    fact('add_to_cart');
    expect($prompt.get()?.campaign).to.equal('both');
    expect(heard.reports).to.deep.equal(['the moment “broken” could not be watched for']);
  });
});

describe('for any changes of the page', () => {
  const style = document.createElement('style');
  style.textContent = '.cover { position: fixed; inset: 0; background: #fff8 } .box { width: 300px; height: 200px }';

  it('no prompt comes over a dialog, a field that is typed in, a consent dialog or a checkout', async function () {
    this.timeout(60_000);
    document.head.append(style);
    const place = document.createElement('div');
    document.body.append(place);
    const page = location.pathname;
    const makers: Record<string, string> = {
      dialog: '<dialog open class="box">Sizes</dialog>',
      modal: '<div role="dialog" aria-modal="true" class="box">Cart</div>',
      cover: '<div class="cover"></div>',
      field: '<input>',
      consent: '<div id="onetrust-banner-sdk" class="box">Cookies?</div>',
      meta: '<meta name="cuekit-page" content="checkout">',
      harmless: '<p>Tea</p>',
    };
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('notice', 'ready', 'show', 'show', 'close') },
      { weight: 2, arbitrary: fc.constantFrom(...Object.keys(makers)) },
      { weight: 2, arbitrary: fc.constantFrom('clear', 'clear', 'clear', 'later') },
    );
    let shown = 0;
    const { notice, close, clock } = await openRun({
      campaigns: [{ ...leaving, cap: '100/1s' }],
      manners: { rest: 0, sessionCap: 100_000, notNow: 0 },
    });
    try {
      fc.assert(
        fc.property(fc.array(step, { minLength: 10, maxLength: 40 }), (steps) => {
          close();
          clock.pass(10_000);
          place.replaceChildren();
          const there = new Set<string>();
          for (const each of steps) {
            const before = $prompt.get();
            if (each === 'notice' || each === 'show') notice();
            if (each === 'ready' || each === 'show') tellPrompt({ type: 'ready', campaign: 'leaving' });
            else if (each === 'close') close();
            else if (each === 'later') clock.pass(1000);
            else if (each === 'clear') {
              place.replaceChildren();
              there.clear();
            } else if (makers[each]) {
              place.insertAdjacentHTML('beforeend', makers[each]);
              (place.lastElementChild as HTMLElement).focus();
              there.add(each);
            }
            there.delete('harmless');
            const now = $prompt.get();
            if (now?.state !== 'open' || before?.state === 'open') continue;
            shown++;
            expect([...there]).to.deep.equal([]);
          }
        }),
        { numRuns: 150 },
      );
      expect(shown).to.be.above(50);
    } finally {
      place.remove();
      style.remove();
      history.replaceState(null, '', page);
    }
  });
});
