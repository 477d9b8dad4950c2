import {
  onDwell,
  onExitIntent,
  onHesitation,
  onIdle,
  onInView,
  onNthPage,
  onScrollDepth,
  onScrollUp,
} from '../../../src/moments/index.ts';

/** Timers that the page has set and not had yet. */
const waiting = new Set();
const { setTimeout: set, clearTimeout: clear } = globalThis;
globalThis.setTimeout = (run, ms) => {
  const timer = set(() => {
    waiting.delete(timer);
    run();
  }, ms);
  waiting.add(timer);
  return timer;
};
globalThis.clearTimeout = (timer) => {
  waiting.delete(timer);
  clear(timer);
};

const noop = () => {};

const watchAll = () => [
  onDwell(noop, { ms: 3_600_000 }),
  onExitIntent(noop),
  onHesitation(noop),
  onInView(noop, { selector: '.never' }),
  onNthPage(noop, { page: 1000 }),
  onScrollDepth(noop, { depth: 1 }),
  onScrollUp(noop),
];

/** How many events are timed together: the clock is coarser than a handler. */
const TIMES = 200;

/** Median of the microseconds that an event of each kind takes, handlers included. */
globalThis.pressOn = async (watched) => {
  document.body.style.height = '10000px';
  const stops = watched ? watchAll() : [];
  // nanostores lets go of a computed store after a second.
  await new Promise((resolve) => set(resolve, 1200));
  if (waiting.size) throw new Error(`${waiting.size} timers wait although nobody is there.`);
  const kinds = [
    () => dispatchEvent(new Event('scroll')),
    () => dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', clientX: 300, clientY: 300 })),
  ];
  const times = [];
  for (let round = 0; round < 120; round++) {
    const startedAt = performance.now();
    for (let time = 0; time < TIMES; time++) for (const dispatch of kinds) dispatch();
    times.push((performance.now() - startedAt) / (TIMES * kinds.length));
    await new Promise((resolve) => requestAnimationFrame(() => set(resolve)));
  }
  // A frame more, for what waits for it.
  await new Promise((resolve) => requestAnimationFrame(() => set(() => set(resolve))));
  const stopIdle = onIdle(noop, { ms: 3_600_000 });
  if (waiting.size !== 1) throw new Error(`${waiting.size} timers wait for one shopper.`);
  for (const stop of [...stops, stopIdle]) stop();
  if (waiting.size) throw new Error(`${waiting.size} timers are left.`);
  return times.slice(20).sort((a, b) => a - b)[50] * 1000;
};
