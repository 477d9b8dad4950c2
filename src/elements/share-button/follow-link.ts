import { isPromise } from '../internal/is-promise.js';
import { reportFailure } from '../internal/report-failure.js';
import { isCancelled, shareStep } from './share-step.js';
import type { Share } from './share-step.js';

interface FollowOptions {
  button: () => HTMLElement | null;
  close: () => void;
  /** What the shopper is told when the shop could not share. */
  failed: string;
}

/** At a press on a network's link, which is the browser's to follow, unless the shop shares by itself or not at all. */
export function followLink(source: Element, event: MouseEvent, share: Share, options: FollowOptions): void {
  if (event.detail > 1) return event.preventDefault();
  const step = shareStep(source, share);
  if (step !== true) event.preventDefault();
  if (isPromise(step)) {
    step.catch((error: unknown) => {
      if (!isCancelled(error)) reportFailure('the shop could not share', error, options.button, options.failed);
    });
  }
  // Not before the browser has followed the link, which goes with the menu.
  setTimeout(options.close);
}
