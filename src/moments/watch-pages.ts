import { attempt } from '../browser/report.js';
import type { Stop } from './noticed.js';

/** How the shopper came to the page; `back` within a single-page shop, `return` to one that comes back as it was left. */
export type Way = 'load' | 'navigation' | 'back' | 'return';

type Listener = (way: Way) => void;

const listeners = new Set<Listener>();

let end: Stop | undefined;

/** The page that is open now; no longer that of who came before. */
let path = '';

const seen = (): boolean =>
  document.visibilityState === 'visible' && !(document as { prerendering?: boolean }).prerendering;

function tell(way: Way): void {
  for (const listener of [...listeners])
    if (listeners.has(listener)) attempt('a page view could not be noted', () => listener(way));
}

/** Single-page shops change the address; a variant or a filter changes its query, and is no other page. */
function moved(event: Event): void {
  if (location.pathname === path) return;
  path = location.pathname;
  tell(isBack(event) ? 'back' : 'navigation');
}

/** Where the browser does not say in which direction somebody goes through the history, it is taken to be back: forth is rare. */
function isBack(event: Event): boolean {
  const { from, navigationType } = event as { from?: { index: number }; navigationType?: string | null };
  const { navigation } = globalThis as { navigation?: { currentEntry: { index: number } | null } };
  if (!from) return event.type === 'popstate';
  return navigationType === 'traverse' && (navigation?.currentEntry?.index ?? 0) < from.index;
}

function returned({ persisted }: PageTransitionEvent): void {
  if (persisted) tell('return');
}

function start(): Stop {
  path = location.pathname;
  const controller = new AbortController();
  const options = { signal: controller.signal, passive: true };
  addEventListener('pageshow', returned, options);
  addEventListener('popstate', moved, options);
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) navigation.addEventListener('currententrychange', moved, options);
  // Where a change of the address makes no event, whoever uses the new page is noticed on it.
  else for (const type of ['pointerdown', 'pointermove', 'keydown', 'scroll']) addEventListener(type, moved, options);
  return () => controller.abort();
}

/**
 * Calls back for each page that the shopper comes to: this one, as soon as it is in front (not while it is prerendered, nor in a tab
 * that was opened for later), each path of a single-page shop, and when it returns from the back/forward cache.
 */
export function watchPages(callback: Listener): Stop {
  const listener: Listener = (way) => callback(way);
  const begin = (): void => {
    if (!seen()) return;
    stopWaiting();
    listeners.add(listener);
    end ??= start();
    attempt('a page view could not be noted', () => callback('load'));
  };
  const stopWaiting = (): void => {
    document.removeEventListener('visibilitychange', begin);
    document.removeEventListener('prerenderingchange', begin);
  };
  document.addEventListener('visibilitychange', begin);
  document.addEventListener('prerenderingchange', begin);
  begin();
  return () => {
    stopWaiting();
    listeners.delete(listener);
    if (listeners.size) return;
    end?.();
    end = undefined;
  };
}
