import { load } from './load.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';
import { watchPages } from './watch-pages.js';

export interface ExitIntentOptions {
  /** How fast the mouse has to go up, in pixels in a second; 500 by default. */
  speed?: number;
  /** After so long it may be told once more on the same page; by default it is not. */
  againAfterMs?: number;
}

/** What the mouse did before that is forgotten. */
const RECENT_MS = 150;

/** Some mice are asked a thousand times a second; so often is enough. */
const STEP_MS = 10;

/** A mouse so close to the upper edge, and still fast, will not stop before it. */
const EDGE_PX = 20;

/**
 * The shopper is about to leave. With a mouse: it goes fast, and rather up than sideways, over the upper edge of the window, where tabs
 * and the address are; merely being outside is none. On a touchscreen: a score of several signs, {@link exitSigns}. Once in each
 * page view.
 */
export function onExitIntent(callback: NoticedCallback, options: ExitIntentOptions = {}): Stop {
  const { speed = 500, againAfterMs = Infinity } = options;
  let steps: { at: number; x: number; y: number }[] = [];
  let toldAt = -Infinity;

  function forget(): void {
    toldAt = -Infinity;
    steps = [];
  }

  function about(evidence: Record<string, number | string | Record<string, number>>): void {
    const now = performance.now();
    if (now - toldAt < againAfterMs && toldAt > -Infinity) return;
    toldAt = now;
    tell(callback, 'exit-intent', evidence);
  }

  function move({
    pointerType,
    buttons,
    clientX: x,
    clientY: y,
    timeStamp: at,
    type,
    relatedTarget,
  }: PointerEvent): void {
    // Who drags something, or marks a text, is busy with the page.
    if (pointerType !== 'mouse' || buttons) return void (steps = []);
    if (type === 'pointerout' && relatedTarget) return;
    while (steps.length && at - steps[0]!.at > RECENT_MS) steps.shift();
    const first = steps[0];
    if (!first || at - steps.at(-1)!.at >= STEP_MS) steps.push({ at, x, y });
    if (!first || first.at >= at || y > EDGE_PX) return;
    const up = first.y - y;
    const velocity = (up / (at - first.at)) * 1000;
    if (velocity < speed || up < Math.abs(first.x - x)) return;
    about({ input: 'mouse', pixelsPerSecond: Math.round(velocity), fromTop: Math.round(y) });
  }

  const passive = { capture: true, passive: true };
  const stopPages = watchPages(forget);
  addEventListener('pointermove', move, passive);
  addEventListener('pointerout', move, passive);
  const stopTouch =
    navigator.maxTouchPoints > 0
      ? load(import('./touch-exit.js'), ({ watchTouchExit }) => watchTouchExit(about))
      : () => {};
  return () => {
    stopPages();
    removeEventListener('pointermove', move, passive);
    removeEventListener('pointerout', move, passive);
    stopTouch();
  };
}
