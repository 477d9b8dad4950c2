import type { Stop } from './noticed.js';

/** Where the page is scrolled to. */
export interface ScrollState {
  /** Milliseconds on the page's clock. */
  at: number;
  /** Pixels above the window. */
  y: number;
  /** Height of the window. */
  height: number;
  /** Height of the whole page. */
  whole: number;
}

const listeners = new Set<(state: ScrollState) => void>();

let frame = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The handler only says that something moved. The page is read once the frame has been painted: then it need not be laid out for it. */
function moved(): void {
  frame ||= requestAnimationFrame(() => {
    timer = setTimeout(read);
  });
}

function read(): void {
  frame = 0;
  const page = document.scrollingElement;
  if (!page) return;
  const state = { at: performance.now(), y: scrollY, height: innerHeight, whole: page.scrollHeight };
  for (const listener of [...listeners]) listener(state);
}

/** Calls back after each frame in which the page was scrolled. All share one listener, which ends with the last. */
export function watchScroll(listener: (state: ScrollState) => void): Stop {
  const own = (state: ScrollState): void => listener(state);
  if (!listeners.size) addEventListener('scroll', moved, { passive: true });
  listeners.add(own);
  return () => {
    listeners.delete(own);
    if (listeners.size) return;
    removeEventListener('scroll', moved);
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = 0;
  };
}
