import { expect } from 'chai';
import { onExitIntent } from '../../src/moments/index.js';
import { EXIT_SCORE, exitSigns, watchTouchExit } from '../../src/moments/touch-exit.js';
import { setConsent } from '../../src/store/consent.js';
import { notePage } from '../../src/store/journey.js';
import { setVisible } from '../browser/fake-clock.js';
import { engine, resetMouse, sendMouse } from '../commands.js';
import { countListeners } from '../elements/count-listeners.js';
import { frames, goTo, keep, notice, stage, useFreshPage } from './page.js';

useFreshPage();

let now = 1000;

/** The pointer is there, so many milliseconds after it was seen last. */
function point(x: number, y: number, afterMs: number, options: PointerEventInit = {}, type = 'pointermove'): void {
  now += afterMs;
  const event = new PointerEvent(type, {
    bubbles: true,
    pointerType: 'mouse',
    clientX: x,
    clientY: y,
    ...options,
  });
  Object.defineProperty(event, 'timeStamp', { value: now });
  document.body.dispatchEvent(event);
}

/** From a place to another, in steps of 10 ms. */
function move(
  [x, y]: [number, number],
  [toX, toY]: [number, number],
  ms: number,
  options: PointerEventInit = {},
): void {
  point(x, y, 1000, options);
  for (let at = 10; at <= ms; at += 10) point(x + ((toX - x) * at) / ms, y + ((toY - y) * at) / ms, 10, options);
}

describe('exit intent with a mouse', () => {
  it('is a fast way to the upper edge', () => {
    const noticed = notice(onExitIntent, {});
    move([400, 400], [420, 5], 200);
    expect(noticed).to.have.length(1);
    const { moment, evidence } = noticed[0]!;
    expect(moment).to.equal('exit-intent');
    expect(evidence.input).to.equal('mouse');
    expect(evidence.pixelsPerSecond).to.be.closeTo(1975, 50);
  });

  it('is told when the pointer is gone before it was seen at the edge', () => {
    const noticed = notice(onExitIntent, {});
    move([400, 400], [400, 150], 100);
    point(400, -20, 10, {}, 'pointerout');
    expect(noticed).to.have.length(1);
  });

  it('is not a slow way there, nor one that is stopped', () => {
    const noticed = notice(onExitIntent, {});
    move([400, 400], [400, 5], 2000);
    move([400, 400], [400, 40], 200);
    point(400, 15, 300);
    point(400, -1, 300, {}, 'pointerout');
    expect(noticed).to.deep.equal([]);
  });

  it('is not leaving sideways, nor downwards, nor to something in the page', () => {
    const noticed = notice(onExitIntent, {});
    move([100, 200], [innerWidth + 5, 190], 100);
    point(innerWidth + 20, 190, 10, {}, 'pointerout');
    move([100, 60], [800, 5], 100);
    move([100, 100], [100, innerHeight + 10], 100);
    point(100, 400, 1000);
    point(100, 10, 20, { relatedTarget: stage }, 'pointerout');
    expect(noticed).to.deep.equal([]);
  });

  it('is not a finger, nor somebody who drags', () => {
    const noticed = notice(onExitIntent, {});
    move([400, 400], [400, 0], 100, { pointerType: 'touch' });
    move([400, 400], [400, 0], 100, { pointerType: 'pen' });
    move([400, 400], [400, 0], 100, { buttons: 1 });
    expect(noticed).to.deep.equal([]);
  });

  it('is told once on a page, and once more on the next', () => {
    const noticed = notice(onExitIntent, {});
    const again = notice(onExitIntent, { againAfterMs: 0 });
    for (let time = 0; time < 3; time++) move([400, 400], [400, 5], 200);
    expect(noticed).to.have.length(1);
    expect(again.length).to.be.at.least(3);
    goTo('/another');
    move([400, 400], [400, 5], 200);
    expect(noticed).to.have.length(2);
  });

  it('is seen in the way a real mouse goes', async function () {
    // The other engines' drivers move in one step, or not out of the page.
    if (engine !== 'chromium') return this.skip();
    const noticed = notice(onExitIntent, { speed: 100 });
    for (const y of [300, 250, 200, 150, 100, 50, 2]) await sendMouse({ type: 'move', position: [300, y] });
    await frames(1);
    expect(noticed).to.have.length(1);
    await resetMouse();
  });

  it('leaves no listener behind', async () => {
    const left = await countListeners(async () => {
      const ends = [onExitIntent(() => {}), onExitIntent(() => {}), watchTouchExit(() => {})];
      await frames();
      for (const end of ends) end();
    });
    expect(left).to.deep.equal([]);
  });
});

describe('exit intent on a touchscreen', () => {
  it('is a score of several signs, none of which is enough', () => {
    for (const weight of Object.values(exitSigns)) expect(weight).to.be.below(EXIT_SCORE);
  });

  it('is going back and back again, to where the visit began', async () => {
    setConsent('granted');
    const told: { score: number; from: object }[] = [];
    keep(watchTouchExit((evidence) => void told.push(evidence)));
    // Meanwhile, on other pages.
    await frames();
    notePage({ path: '/b' });
    await frames();
    notePage({ path: '/c', back: true });
    await frames();
    expect(told).to.deep.equal([]);
    // The page comes out of the back/forward cache.
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(told.at(0)).to.deep.equal({ input: 'touch', score: 3, from: { back: 1, 'repeated-back': 2 } });
    expect(told.at(-1)!.from).to.have.property('return-to-landing', 1);
  });

  it('is coming back from another tab, after a while, and scrolling up fast', async () => {
    const told: { score: number; from: object }[] = [];
    keep(watchTouchExit((evidence) => void told.push(evidence)));
    stage.style.height = `${innerHeight * 8}px`;
    const { now: real } = performance;
    setVisible(false);
    performance.now = () => real.call(performance) + 6000;
    setVisible(true);
    performance.now = real;
    expect(told).to.deep.equal([]);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' }));
    for (let y = 6; y >= 1; y -= 0.7) {
      scrollTo(0, innerHeight * y);
      await frames(1);
    }
    await frames();
    expect(told).to.deep.equal([{ input: 'touch', score: 3, from: { 'return-from-tab': 1, 'fast-scroll-up': 2 } }]);
  });
});
