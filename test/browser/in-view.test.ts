import { expect } from 'chai';
import { inView } from '../../src/browser/in-view.js';
import { hearReports } from '../hear-reports.js';
import { fakeClock, setVisible } from './fake-clock.js';

const stage = document.createElement('div');
const stops: (() => void)[] = [];

/** Watches until the test is over. */
const watch = (...parts: Parameters<typeof inView>): void => void stops.push(inView(...parts));

/** A box at a place on a page that is three windows high. */
function box(top: number, height: number, width = 100): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = `position: absolute; top: ${top}px; left: 0; height: ${height}px; width: ${width}px`;
  stage.append(element);
  return element;
}

/** Until observers have looked at the page as it is now: they do so once a frame. */
async function looked(): Promise<void> {
  for (let frame = 0; frame < 3; frame++)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

describe('inView', () => {
  let clock: ReturnType<typeof fakeClock>;
  beforeEach(() => {
    clock = fakeClock();
    setVisible(true);
    stage.style.cssText = 'position: absolute; top: 0; left: 0; height: 300vh; width: 100%; overflow: hidden';
    document.body.append(stage);
    scrollTo(0, 0);
  });
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    stage.replaceChildren();
    stage.remove();
    setVisible(undefined);
  });

  it('tells once when half of it was in the window for a second', async () => {
    let seen = 0;
    watch(box(innerHeight - 60, 100), () => seen++, clock);
    await looked();
    clock.pass(999);
    expect(seen).to.equal(0);
    clock.pass(1);
    clock.pass(5000);
    expect(seen).to.equal(1);
  });

  it('does not when less than half of it was, nor when it is not shown', async () => {
    let seen = 0;
    watch(box(innerHeight - 40, 100), () => seen++, clock);
    const none = box(0, 100);
    none.style.display = 'none';
    watch(none, () => seen++, clock);
    await looked();
    clock.pass(5000);
    expect(seen).to.equal(0);
  });

  it('begins anew when it was scrolled away or the page left in between', async () => {
    let seen = 0;
    watch(box(0, 100), () => seen++, clock);
    await looked();
    clock.pass(900);
    scrollTo(0, innerHeight);
    await looked();
    clock.pass(900);
    scrollTo(0, 0);
    await looked();
    clock.pass(900);
    setVisible(false);
    clock.pass(5000);
    setVisible(true);
    clock.pass(900);
    expect(seen).to.equal(0);
    clock.pass(100);
    expect(seen).to.equal(1);
  });

  it('is content with three tenths of what is as large as a billboard', async () => {
    const seen: string[] = [];
    const width = innerWidth;
    const height = Math.ceil(242_500 / width) + 10;
    watch(box(innerHeight - height * 0.35, height, width), () => seen.push('large'), clock);
    watch(box(innerHeight - 35, 100), () => seen.push('small'), clock);
    await looked();
    clock.pass(1000);
    expect(seen).to.deep.equal(['large']);
  });

  it('is content with half of the window where something is longer than several', async () => {
    let seen = 0;
    stage.style.height = '1300vh';
    watch(box(innerHeight * 0.9, innerHeight * 10, innerWidth), () => seen++, clock);
    await looked();
    clock.pass(5000);
    expect(seen).to.equal(0);
    scrollTo(0, innerHeight * 0.6);
    await looked();
    clock.pass(1000);
    expect(seen).to.equal(1);
  });

  it('tells each of several, also of one element, and one that throws does not disturb the others', async () => {
    const heard = hearReports();
    const seen: number[] = [];
    const element = box(0, 100);
    watch(element, () => seen.push(1), clock);
    await looked();
    watch(
      element,
      () => {
        throw new Error('a fault');
      },
      clock,
    );
    watch(box(100, 100), () => seen.push(2), clock);
    const stop = inView(element, () => seen.push(3), clock);
    stop();
    await looked();
    clock.pass(1000);
    expect(seen).to.deep.equal([1, 2]);
    expect(heard.reports).to.have.length(1);
    heard.stop();
  });

  it('shares one observer, which ends with the last', async () => {
    const Native = IntersectionObserver;
    let live = 0;
    globalThis.IntersectionObserver = class extends Native {
      constructor(...parts: ConstructorParameters<typeof Native>) {
        super(...parts);
        live++;
      }
      override disconnect(): void {
        live--;
        super.disconnect();
      }
    };
    try {
      const ends = Array.from({ length: 10 }, (_, index) => inView(box(index, 10), () => {}, clock));
      expect(live).to.equal(1);
      await looked();
      expect(clock.waiting).to.equal(10);
      for (const end of ends) end();
      ends[0]!();
      expect([live, clock.waiting]).to.deep.equal([0, 0]);
    } finally {
      globalThis.IntersectionObserver = Native;
    }
  });
});
