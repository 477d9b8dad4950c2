import { expect } from 'chai';
import { onEndOfReviews, onInView, onScrollDepth, onScrollUp } from '../../src/moments/index.js';
import { countListeners } from '../elements/count-listeners.js';
import { hearReports } from '../hear-reports.js';
import { frames, goTo, notice, stage, useFreshPage } from './page.js';

const page = useFreshPage();

/** A page that is so many windows high. */
function makeHigh(windows: number): void {
  stage.style.cssText = `position: relative; height: ${innerHeight * windows}px`;
}

async function scrollToY(y: number): Promise<void> {
  scrollTo(0, y);
  await frames();
}

/** Scrolls as a finger does: frame by frame. */
async function glide(from: number, to: number, steps: number): Promise<void> {
  await scrollToY(from);
  for (let step = 1; step <= steps; step++) {
    scrollTo(0, from + ((to - from) * step) / steps);
    await frames(1);
  }
  await frames();
}

describe('scroll depth', () => {
  it('is how much of the page was above the lower edge of the window', async () => {
    makeHigh(4);
    const [half, whole] = [notice(onScrollDepth, { depth: 0.5 }), notice(onScrollDepth, { depth: 1 })];
    await scrollToY(innerHeight * 0.5);
    expect([half.length, whole.length]).to.deep.equal([0, 0]);
    await scrollToY(innerHeight * 1.2);
    expect([half.length, whole.length]).to.deep.equal([1, 0]);
    expect(half[0]!.moment).to.equal('scroll-depth');
    expect(half[0]!.evidence.depth).to.be.within(0.5, 0.6);
    await scrollToY(document.scrollingElement!.scrollHeight);
    await scrollToY(0);
    await scrollToY(innerHeight * 2);
    expect([half.length, whole.length]).to.deep.equal([1, 1]);
  });

  it('grows with the page, and is asked anew on another one', async () => {
    makeHigh(3);
    const noticed = notice(onScrollDepth, { depth: 0.9 });
    makeHigh(30);
    await scrollToY(innerHeight * 2);
    expect(noticed).to.deep.equal([]);
    await scrollToY(innerHeight * 29);
    expect(noticed).to.have.length(1);
    goTo('/another');
    await scrollToY(innerHeight * 28.5);
    expect(noticed).to.have.length(2);
  });

  it('is nothing where nobody scrolls', async () => {
    const noticed = notice(onScrollDepth, { depth: 0.1 });
    await frames();
    dispatchEvent(new Event('scroll'));
    await frames();
    expect(noticed).to.deep.equal([]);
  });

  it('reads nothing from the page in its handler, and once after a frame, however many ask', async () => {
    makeHigh(4);
    const { get } = Object.getOwnPropertyDescriptor(window, 'scrollY')!;
    let reads = 0;
    let reading = false;
    Object.defineProperty(window, 'scrollY', {
      configurable: true,
      get: () => {
        reads++;
        reading = true;
        return get!.call(window) as number;
      },
    });
    try {
      for (const depth of [0.6, 0.7, 0.8]) notice(onScrollDepth, { depth });
      for (let event = 0; event < 50; event++) dispatchEvent(new Event('scroll'));
      expect([reads, reading]).to.deep.equal([0, false]);
      await frames();
      expect(reads).to.equal(1);
    } finally {
      Object.defineProperty(window, 'scrollY', { configurable: true, get: get!.bind(window) });
    }
  });
});

describe('scrolling up', () => {
  it('fast and far is a moment', async () => {
    makeHigh(8);
    const noticed = notice(onScrollUp, { speed: 1000, distance: 0.8 });
    await glide(innerHeight * 6, innerHeight * 2, 8);
    expect(noticed).to.have.length(1);
    expect(noticed[0]!.evidence.pixels).to.be.at.least(innerHeight * 0.8);
    expect(noticed[0]!.evidence.pixelsPerSecond).to.be.at.least(1000);
    await glide(innerHeight * 6, innerHeight * 2, 8);
    expect(noticed).to.have.length(1);
  });

  it('by a jump, down, or a little, is none', async () => {
    makeHigh(8);
    const noticed = notice(onScrollUp, { speed: 100, distance: 0.8 });
    await scrollToY(innerHeight * 6);
    await scrollToY(0);
    await glide(0, innerHeight * 5, 8);
    await glide(innerHeight * 5, innerHeight * 4.5, 8);
    expect(noticed).to.deep.equal([]);
  });
});

describe('an element', () => {
  it('in view, for a second, is a moment; also one that comes later', async () => {
    const { clock } = page;
    const noticed = notice(onInView, { selector: '#reviews', clock });
    await frames();
    clock.pass(5000);
    const late = document.createElement('div');
    late.id = 'reviews';
    late.style.cssText = 'height: 50px; width: 50px';
    stage.append(late);
    await frames();
    expect(noticed).to.deep.equal([]);
    clock.pass(1000);
    expect(noticed.map(({ moment, evidence }) => [moment, evidence])).to.deep.equal([
      ['in-view', { selector: '#reviews' }],
    ]);
  });

  it('that no selector names is told, and nothing breaks', () => {
    const heard = hearReports();
    expect(notice(onInView, { selector: '((' })).to.deep.equal([]);
    expect(heard.warnings).to.have.length(1);
    heard.stop();
  });
});

describe('the end of the reviews', () => {
  it('is where the last of them is in the window', async () => {
    makeHigh(6);
    const reviews = document.createElement('section');
    reviews.className = 'product-reviews';
    reviews.style.cssText = `position: absolute; top: ${innerHeight}px; height: ${innerHeight * 3}px; width: 50px`;
    stage.append(reviews);
    const noticed = notice(onEndOfReviews, {});
    await scrollToY(innerHeight * 2);
    expect(noticed).to.deep.equal([]);
    await scrollToY(innerHeight * 3.2);
    expect(noticed.map(({ moment }) => moment)).to.deep.equal(['end-of-reviews']);
    await scrollToY(0);
    await scrollToY(innerHeight * 3.2);
    expect(noticed).to.have.length(1);
  });

  it('is not reached by a jump over them', async () => {
    makeHigh(8);
    const reviews = document.createElement('section');
    reviews.id = 'reviews';
    reviews.style.cssText = `position: absolute; top: ${innerHeight}px; height: ${innerHeight}px; width: 50px`;
    stage.append(reviews);
    const noticed = notice(onEndOfReviews, {});
    await frames();
    await scrollToY(innerHeight * 6);
    expect(noticed).to.deep.equal([]);
  });
});

describe('whoever watches how the page is scrolled', () => {
  it('leaves no listener and no observer behind', async () => {
    const Native = MutationObserver;
    let live = 0;
    globalThis.MutationObserver = class extends Native {
      override observe(...parts: Parameters<MutationObserver['observe']>): void {
        live++;
        super.observe(...parts);
      }
      override disconnect(): void {
        live--;
        super.disconnect();
      }
    };
    try {
      const left = await countListeners(async () => {
        const ends = [
          onScrollDepth(() => {}),
          onScrollUp(() => {}),
          onInView(() => {}, { selector: '.never' }),
          onEndOfReviews(() => {}),
        ];
        await frames();
        for (const end of ends) end();
      });
      expect([left, live]).to.deep.equal([[], 0]);
    } finally {
      globalThis.MutationObserver = Native;
    }
  });
});
