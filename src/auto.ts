import { attempt, report } from './browser/report.js';

/** Each element's code, loaded when its tag is met. */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'cue-add-to-cart': () => import('./define/add-to-cart.js'),
  'cue-product': () => import('./define/product.js'),
  'cue-wishlist': () => import('./define/wishlist.js'),
  'cue-wishlist-button': () => import('./define/wishlist-button.js'),
};

const asked = new Set<string>();

/** Loads what a tree needs; to be called by hand only for a shadow root, into which the kit cannot look by itself. */
export function discover(root: ParentNode): void {
  const wanted = Object.keys(elements).filter((tag) => !asked.has(tag));
  if (wanted.length === 0) return;
  const found = [...root.querySelectorAll(wanted.map((tag) => `${tag}:not(:defined)`).join())];
  if (root.nodeType === Node.ELEMENT_NODE) found.push(root as Element);
  for (const { localName } of found) if (wanted.includes(localName) && !asked.has(localName)) load(localName);
}

function load(tag: string): void {
  asked.add(tag);
  started
    .then(() => elements[tag]?.())
    .catch((error: unknown) => {
      // The page keeps what it had; a tag that is added later tries again (in vain in Firefox, which remembers a module that failed).
      asked.delete(tag);
      report(`the code of <${tag}> could not be loaded`, error);
    });
}

/** Facts come from elements, so whoever listens to them has to be ready first. */
async function start(): Promise<void> {
  const blocks = [...document.querySelectorAll('script[type="application/json"][data-cuekit]')];
  for (const { textContent } of blocks) {
    try {
      await (await import('./configure.js')).configure(textContent ?? '');
    } catch (error) {
      report('the configuration could not be used', error);
    }
  }
}

/** Before the first element, so that none speaks English first and another language then. */
async function speak(): Promise<void> {
  const { lang } = document.documentElement;
  if (lang && !/^en\b/i.test(lang)) await (await import('./languages/load-language.js')).loadLanguage(lang);
}

const started = Promise.all([start(), speak()]);

attempt('looking for elements failed', () => {
  discover(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) discover(node as Element);
  }).observe(document, { childList: true, subtree: true });
});
