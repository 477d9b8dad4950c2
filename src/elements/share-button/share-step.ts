import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import { request, RequestEvent } from '../../events/request-event.js';
import type { SharedContent } from './shared-content.js';

/** A share that a shopper has decided on. */
export interface Share {
  content: SharedContent;
  /** `native` for the system's own dialog, `copy`, `email`, or the name of a network. */
  method: string;
  /** The address as it leaves the page. */
  link: string;
}

/** Whether a failure is the shopper's own “no”. */
export const isCancelled = (error: unknown): boolean => (error as Partial<Error> | undefined)?.name === 'AbortError';

/** Tells that the shopper chose a way to share, or that something was shared. */
export function tellShare(
  source: Element,
  type: 'cue-share' | 'cue-share-intent',
  { method, content: { product, url } }: Share,
): void {
  emit(
    source,
    new FactEvent(type, {
      method,
      content_type: product ? 'product' : 'page',
      item_id: product?.id ?? new URL(url).pathname,
      ...(product && { product }),
      cause: { from: 'element', element: source.localName, action: method },
    }),
  );
}

/**
 * The step that a shopper takes to share: asks the shop, does it, tells it. Starts within the press, as browsers demand.
 * Whether a share took place is told only where it can be known: nobody learns what becomes of a network's page.
 *
 * @param perform shares, and fulfils when it is done; without it the browser follows a link
 * @returns `false` when the shop vetoed it, `true` when the link is to be followed; else a promise, which rejects when it failed or
 * the shopper has cancelled it
 */
export function shareStep(source: Element, share: Share, perform?: () => Promise<unknown>): boolean | Promise<boolean> {
  const { method, link, content } = share;
  const { title, text, product } = content;
  const answer = request(
    source,
    new RequestEvent('cue-request-share', {
      method,
      url: link,
      ...(title && { title }),
      ...(text && { text }),
      ...(product && { product }),
    }),
  );
  if (answer === false) return false;
  const performed = answer === true ? perform?.() : answer;
  if (!performed) {
    tellShare(source, 'cue-share-intent', share);
    return true;
  }
  return performed.then(
    () => {
      tellShare(source, 'cue-share-intent', share);
      tellShare(source, 'cue-share', share);
      return true;
    },
    (error: unknown) => {
      if (isCancelled(error)) tellShare(source, 'cue-share-intent', share);
      throw error;
    },
  );
}
