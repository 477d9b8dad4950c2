import { $consent } from '../../src/store/consent.js';
import type { Noticed, NoticedCallback, Stop } from '../../src/moments/index.js';
import { fakeClock, setVisible } from '../browser/fake-clock.js';
import { forgetPage } from '../forget-page.js';

/** Everything that a test of moments puts into the page. */
export const stage = document.createElement('div');

const own = location.href;
const stops: Stop[] = [];

/** A page in front, with nothing known, before each test; what is watched ends after it. */
export function useFreshPage(): { readonly clock: ReturnType<typeof fakeClock> } {
  let clock = fakeClock();
  beforeEach(() => {
    forgetPage();
    $consent.get();
    clock = fakeClock();
    setVisible(true);
    document.body.append(stage);
    scrollTo(0, 0);
  });
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
    stage.replaceChildren();
    stage.removeAttribute('style');
    stage.remove();
    setVisible(undefined);
    history.replaceState(null, '', own);
  });
  return {
    get clock() {
      return clock;
    },
  };
}

/** Watches until the test is over, and collects what is noticed. */
export function notice<O>(on: (callback: NoticedCallback, options: O) => Stop, options: O): Noticed[] {
  const noticed: Noticed[] = [];
  keep(on((one) => void noticed.push(one), options));
  return noticed;
}

/** Ends with the test. */
export function keep(stop: Stop): Stop {
  stops.push(stop);
  return stop;
}

/** A sign of life. */
export function stir(type = 'keydown'): void {
  document.body.dispatchEvent(new Event(type, { bubbles: true }));
}

/** The shopper uses the page for so long, without a pause. */
export function use(clock: ReturnType<typeof fakeClock>, ms: number): void {
  for (let left = ms; left > 0; left -= 1000) {
    stir();
    clock.pass(Math.min(left, 1000));
  }
}

/** A single-page shop opens another path. */
export function goTo(path: string): void {
  // Which page came last is known by their times, which some browsers give by the millisecond.
  for (const until = Date.now() + 2; Date.now() < until;);
  history.pushState(null, '', path);
  // Where a change of the address makes no event, the next sign of life shows it.
  stir('pointermove');
}

/** Until what a frame brings (observers, scroll events and what waits for them) has been brought. */
export async function frames(count = 3): Promise<void> {
  for (let frame = 0; frame < count; frame++)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
