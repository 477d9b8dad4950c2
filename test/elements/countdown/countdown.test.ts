import { expect } from 'chai';
import '../../../src/define/countdown.js';
import { CueCountdown } from '../../../src/elements/countdown/countdown.js';
import { pageTime } from '../../../src/elements/internal/ending-controller.js';
import { declareIncentives } from '../../../src/store/declared-incentives.js';
import { $incentive, stepIncentive } from '../../../src/store/incentives.js';
import { fakeClock, setVisible } from '../../browser/fake-clock.js';
import { ariaSnapshot, engine } from '../../commands.js';
import { forgetPage } from '../../forget-page.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { hear, inside, nextTask, rendered, stage, until, warnings } from '../mount.js';

const START = Date.UTC(2027, 0, 31, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let clock: ReturnType<typeof fakeClock>;
/** By how much the device's clock is wrong. */
let wrongBy = 0;
const now = (): number => START + clock.now() + wrongBy;
const iso = (inMs: number): string => new Date(START + inMs).toISOString();

async function mountCountdown(attributes: string): Promise<CueCountdown> {
  stage.innerHTML = `<cue-countdown ${attributes}></cue-countdown>`;
  await rendered();
  return stage.querySelector('cue-countdown')!;
}

const shown = (element: Element): string => element.shadowRoot!.querySelector('.time')?.textContent?.trim() ?? '';
const end = (element: Element): string => element.shadowRoot!.querySelector('.end')?.textContent?.trim() ?? '';
const said = (element: Element): string => inside(element, '[role=status]').textContent!.trim();
const isGone = (element: Element): boolean => getComputedStyle(element).display === 'none';

/** The element has a timer once the browser says that it is seen. */
const seen = (): Promise<void> => until('it is seen', () => clock.waiting > 0);

async function pass(ms: number): Promise<void> {
  clock.pass(ms);
  await nextTask();
}

function grant(id: string, endsInMs?: number): void {
  stepIncentive(id, { type: 'grant', at: START, ...(endsInMs !== undefined && { endsAt: START + endsInMs }) });
}

const welcome = { id: 'WELCOME', kind: 'discount', name: '10 % off', lasts: '2h' };

describe('<cue-countdown>', () => {
  beforeEach(() => {
    forgetPage();
    clock = fakeClock();
    wrongBy = 0;
    CueCountdown.time = { clock, now };
    stage.lang = 'en';
  });
  afterEach(() => {
    CueCountdown.time = pageTime;
    setVisible(undefined);
    stage.replaceChildren();
  });
  after(() => forgetPage());

  it('is accessible, while it counts and when it is over', async function () {
    this.timeout(20_000);
    await mountCountdown(`ends="${iso(2 * HOUR_MS)}"`);
    await expectAccessibleInAllColours('counting');
    await mountCountdown(`ends="${iso(-1)}"`);
    await expectAccessibleInAllColours('over');
  });

  it('reads well: what is left, which is not read out by itself, and the end as a date', async function () {
    if (engine !== 'chromium') this.skip();
    const element = await mountCountdown(`ends="${iso(2 * HOUR_MS)}"`);
    const [timer, , paragraph] = (await ariaSnapshot('cue-countdown'))!.split('\n');
    expect(timer).to.match(/^- timer: 2 hours left$/);
    expect(paragraph ?? (await ariaSnapshot('cue-countdown'))).to.match(/Until/);
    expect(inside(element, '[role=timer]').getAttribute('aria-live')).to.equal('off');
    expect(inside(element, 'time').getAttribute('datetime')).to.equal(iso(2 * HOUR_MS));
  });

  describe('counts', () => {
    it('hours and minutes, at last seconds, and says that it is over', async () => {
      const element = await mountCountdown(`ends="${iso(2 * HOUR_MS + 1)}"`);
      expect(shown(element)).to.equal('2 hours left');
      await seen();
      await pass(2);
      expect(shown(element)).to.equal('1 hour, 59 minutes left');
      await pass(HOUR_MS + 58 * MINUTE_MS);
      expect(shown(element)).to.equal('1 minute, 59 seconds left');
      await pass(MINUTE_MS + 59_000);
      expect(shown(element)).to.equal('0 seconds left');
      await pass(1000);
      expect([shown(element), end(element)]).to.deep.equal(['', 'This has ended.']);
      expect(clock.waiting).to.equal(0);
    });

    it('and wakes up only when what it shows changes', async () => {
      const element = await mountCountdown(`ends="${iso(3 * HOUR_MS)}"`);
      await seen();
      let changes = 0;
      const observer = new MutationObserver((records) => (changes += records.length));
      observer.observe(inside(element, '.time'), { subtree: true, characterData: true, childList: true });
      for (let second = 0; second < 120; second++) clock.pass(1000);
      await nextTask();
      observer.disconnect();
      expect(changes).to.equal(1);
      expect(shown(element)).to.equal('2 hours, 58 minutes left');
    });

    it('with one timer for many, and none when it is not seen, hidden or gone', async () => {
      stage.innerHTML = `<cue-countdown ends="${iso(HOUR_MS)}"></cue-countdown>`.repeat(3);
      await rendered();
      await seen();
      await nextTask();
      expect(clock.waiting).to.equal(1);
      setVisible(false);
      await nextTask();
      expect(clock.waiting).to.equal(0);
      clock.pass(30 * MINUTE_MS);
      setVisible(true);
      await seen();
      await nextTask();
      expect(shown(stage.querySelector('cue-countdown')!)).to.equal('30 minutes left');
      stage.replaceChildren();
      expect(clock.waiting).to.equal(0);
    });

    it('never up, although the device’s clock is put back', async () => {
      const element = await mountCountdown(`ends="${iso(HOUR_MS + MINUTE_MS)}"`);
      await seen();
      await pass(30 * MINUTE_MS);
      expect(shown(element)).to.equal('31 minutes left');
      wrongBy = -20 * MINUTE_MS;
      element.requestUpdate();
      await rendered();
      expect(shown(element)).to.equal('31 minutes left');
    });

    it('out, in five minutes and at the end, politely; nothing else', async () => {
      const element = await mountCountdown(`ends="${iso(7 * MINUTE_MS)}"`);
      await seen();
      const heard: string[] = [];
      for (let second = 0; second < 430; second++) {
        await pass(1000);
        if (said(element) !== (heard.at(-1) ?? '')) heard.push(said(element));
      }
      expect(heard).to.deep.equal(['5 minutes left', 'This has ended.']);
    }).timeout(20_000);

    it('in the page’s language', async () => {
      stage.lang = 'de';
      const element = await mountCountdown(`ends="${iso(26 * HOUR_MS)}"`);
      await until('German has come', () => shown(element).startsWith('Noch'));
      expect(shown(element)).to.equal('Noch 1 Tag, 2 Stunden');
      expect(end(element)).to.match(/^Bis 01\.02\.2027/);
    });
  });

  describe('of an incentive', () => {
    it('counts to the end that was stored, and goes on after a reload', async () => {
      declareIncentives([welcome]);
      grant('WELCOME', 2 * HOUR_MS);
      let element = await mountCountdown('incentive="WELCOME"');
      await seen();
      await pass(HOUR_MS);
      expect(shown(element)).to.equal('1 hour left');
      stage.replaceChildren();
      forgetPage({ storage: true });
      declareIncentives([welcome]);
      wrongBy = -HOUR_MS;
      element = await mountCountdown('incentive="WELCOME"');
      expect(shown(element)).to.equal('1 hour left');
    });

    it('that has not been granted has no end yet, and shows none', async () => {
      declareIncentives([welcome]);
      const element = await mountCountdown('incentive="WELCOME"');
      expect(isGone(element)).to.equal(true);
      grant('WELCOME', 2 * HOUR_MS);
      await rendered();
      expect([isGone(element), shown(element)]).to.deep.equal([false, '2 hours left']);
    });

    it('expires it, and tells that once', async () => {
      declareIncentives([welcome]);
      grant('WELCOME', HOUR_MS);
      const heard = hear(window, 'cue-incentive-expire');
      stage.innerHTML = '<cue-countdown incentive="WELCOME"></cue-countdown>'.repeat(2);
      await rendered();
      await seen();
      await pass(HOUR_MS);
      expect(heard).to.have.length(1);
      expect($incentive('WELCOME').get()!.over).to.include({ as: 'ended' });
      expect(end(stage.querySelector('cue-countdown')!)).to.equal('This has ended.');
      // Granting it again does not begin it again.
      grant('WELCOME', 9 * HOUR_MS);
      await rendered();
      expect(end(stage.querySelector('cue-countdown')!)).to.equal('This has ended.');
    });

    it('shows nothing of what was used', async () => {
      declareIncentives([welcome]);
      grant('WELCOME', HOUR_MS);
      const element = await mountCountdown('incentive="WELCOME"');
      stepIncentive('WELCOME', { type: 'redeem', at: START });
      await rendered();
      expect(isGone(element)).to.equal(true);
    });

    it('ends with the nearer of two ends', async () => {
      declareIncentives([{ ...welcome, endsAt: iso(HOUR_MS) }]);
      grant('WELCOME', 2 * HOUR_MS);
      expect(shown(await mountCountdown('incentive="WELCOME"'))).to.equal('1 hour left');
    });
  });

  describe('refuses, with a warning,', () => {
    const refusals: [string, string, RegExp][] = [
      ['to count without an end', '', /needs an end or an incentive/],
      ['a length in place of an end, which would begin anew with each page', 'ends="2h"', /an instant with its zone/],
      ['a date without a zone', 'ends="2027-01-31T18:00"', /an instant with its zone/],
      ['an incentive that has no end', 'incentive="ENDLESS"', /“ENDLESS” has no end/],
      ['an incentive that nobody has declared', 'incentive="NONE"', /no incentive “NONE” is declared/],
    ];
    for (const [what, attributes, words] of refusals)
      it(what, async () => {
        declareIncentives([{ id: 'ENDLESS', kind: 'gift', name: 'A gift' }]);
        const heard = warnings();
        const element = await mountCountdown(attributes);
        expect(isGone(element)).to.equal(true);
        expect(heard.join()).to.match(words);
      });
  });

  it('removed and put back, goes on', async () => {
    const element = await mountCountdown(`ends="${iso(HOUR_MS)}"`);
    for (let round = 0; round < 10; round++) {
      element.remove();
      stage.append(element);
    }
    await seen();
    await pass(MINUTE_MS);
    expect(shown(element)).to.equal('59 minutes left');
    expect(clock.waiting).to.equal(1);
  });
});
