import { isCancelled, shareStep } from './share-step.js';
import type { Share } from './share-step.js';

/**
 * Shares by the system's own dialog. Starts within the press.
 *
 * @returns whether there is such a dialog for this page: a frame may not be allowed to open it
 */
export async function shareNatively(source: Element, share: Share): Promise<boolean> {
  const { title, text } = share.content;
  // Many apps write title and text one after the other.
  const data = { url: share.link, ...(title && { title }), ...(text && text !== title && { text }) };
  if (navigator.canShare?.(data) === false) return false;
  try {
    await shareStep(source, share, async () => navigator.share(data));
    return true;
  } catch (error) {
    // InvalidStateError: it is open already.
    return isCancelled(error) || (error as Partial<Error> | undefined)?.name === 'InvalidStateError';
  }
}
