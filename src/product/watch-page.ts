import { attempt } from '../browser/report.js';
import { forgetPages } from './read-page-once.js';

/** Single-page shops change address, title and data one after the other: one reading for all of it. */
const settleMs = 100;

const listeners = new Set<() => void>();

let end: (() => void) | undefined;

const isData = (node: Node): boolean =>
  node.nodeType === Node.ELEMENT_NODE
    ? (node as Element).matches('script[type^="application/ld+json" i],[itemscope],meta,title,link[rel=canonical]')
    : (node.parentElement?.matches('script[type^="application/ld+json" i],title') ?? false);

function start(): () => void {
  let url = location.href;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = (): void => {
    forgetPages();
    clearTimeout(timer);
    timer = setTimeout(() => {
      for (const listener of [...listeners]) attempt('A listener of watchPage failed', listener);
    }, settleMs);
  };
  const moved = (): void => {
    const before = url;
    url = location.href;
    if (url !== before) changed();
  };
  const observer = new MutationObserver((records) => {
    moved();
    const touched = records.some(({ type, target, addedNodes, removedNodes }) =>
      type === 'childList' ? [...addedNodes, ...removedNodes].some(isData) : isData(target),
    );
    if (touched) changed();
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  const controller = new AbortController();
  const { signal } = controller;
  addEventListener('popstate', moved, { signal });
  addEventListener('hashchange', moved, { signal });
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('currententrychange', moved, { signal });
  return () => {
    observer.disconnect();
    controller.abort();
    clearTimeout(timer);
  };
}

/**
 * Calls back, a moment later, whenever the page may have become another product's: its address changed, or its title,
 * meta elements or structured data did. All listeners share one observer, which ends with the last of them.
 *
 * @returns stops watching
 */
export function watchPage(callback: () => void): () => void {
  const listener = (): void => callback();
  listeners.add(listener);
  end ??= start();
  return () => {
    listeners.delete(listener);
    if (!listeners.size) {
      end?.();
      end = undefined;
      // Nobody sees what changes from now on.
      forgetPages();
    }
  };
}
