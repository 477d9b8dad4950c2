import { attempt, report } from './browser/report.js';

/** Each element's code, loaded when its tag is met. */
const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'cue-add-to-cart': () => import('./define/add-to-cart.js'),
  'cue-campaign': () => import('./define/campaign.js'),
  'cue-cart-progress': () => import('./define/cart-progress.js'),
  'cue-countdown': () => import('./define/countdown.js'),
  'cue-gate': () => import('./define/gate.js'),
  'cue-incentive': () => import('./define/incentive.js'),
  'cue-newsletter': () => import('./define/newsletter.js'),
  'cue-preferences': () => import('./define/preferences.js'),
  'cue-product': () => import('./define/product.js'),
  'cue-prompt': () => import('./define/prompt.js'),
  'cue-recently-viewed': () => import('./define/recently-viewed.js'),
  'cue-related': () => import('./define/related.js'),
  'cue-review': () => import('./define/review.js'),
  'cue-share-button': () => import('./define/share-button.js'),
  'cue-sign-up': () => import('./define/sign-up.js'),
  'cue-stock-alert': () => import('./define/stock-alert.js'),
  'cue-video': () => import('./define/video.js'),
  'cue-wishlist': () => import('./define/wishlist.js'),
  'cue-wishlist-button': () => import('./define/wishlist-button.js'),
};

/** Tags that the page has not had yet. */
const waiting = new Set(Object.keys(elements));

/** Loads what a tree needs; to be called by hand only for a shadow root, into which the kit cannot look by itself. */
export function discover(root: ParentNode): void {
  if (!waiting.size) return;
  for (const { localName } of [root as Element, ...root.querySelectorAll(':not(:defined)')])
    if (waiting.delete(localName)) load(localName);
}

function load(tag: string): void {
  started
    .then(() => Promise.all([elements[tag]?.(), tag === 'cue-campaign' && runCampaigns()]))
    .catch((error: unknown) => {
      // The page keeps what it had; a tag that is added later tries again (in vain in Firefox, which remembers a module that failed).
      waiting.add(tag);
      report(`the code of <${tag}> could not be loaded`, error);
    });
}

/** Who declares a campaign in HTML may have no configuration that starts the kit. */
const runCampaigns = async (): Promise<unknown> => (await import('./kit.js')).startKit();

/** A page in English that says nothing of the kit needs nothing before its elements. */
async function start(): Promise<void> {
  if (
    document.querySelector('[data-cuekit]') ||
    !/^(en\b|$)/i.test(document.documentElement.lang) ||
    location.search.includes('cue-inspect')
  )
    await (await import('./start-page.js')).startPage();
}

const started = start().catch((error: unknown) => report('the page could not be prepared', error));

attempt('looking for elements failed', () => {
  discover(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) discover(node as Element);
  }).observe(document, { childList: true, subtree: true });
});
