import { attempt } from '../../browser/report.js';
import { shareStep, tellShare } from './share-step.js';
import type { Share } from './share-step.js';

/** Copying the link, or letting the shopper do it by hand; each time that the menu is open once. */
export interface Copy {
  /** Whether the link has been copied. */
  readonly copied: boolean;
  /** Whether the browser does not let us, so that the shopper has to. */
  readonly manual: boolean;
  /** When the menu is opened. */
  reset(): void;
  /** To listen to the menu item's `click`. */
  onClick(event: MouseEvent): void;
  /** To listen to the field's `copy`. */
  onCopyByHand(event: ClipboardEvent): void;
}

/** @param share what is to be shared now @param onChange told that there is something new to show */
export function createCopy(source: Element, share: () => Share, onChange: () => void): Copy {
  let copied = false;
  let manual = false;
  let busy = false;

  /** The clipboard is asked within the press. There is none on pages without TLS, and frames may be refused it. */
  async function copy(): Promise<void> {
    const now = share();
    busy = true;
    try {
      copied = await shareStep(source, now, async () => navigator.clipboard.writeText(now.link));
    } catch {
      tellShare(source, 'cue-share-intent', now);
      manual = true;
    } finally {
      busy = false;
      onChange();
    }
  }

  return {
    get copied() {
      return copied;
    },
    get manual() {
      return manual;
    },
    reset() {
      copied = manual = false;
    },
    onClick(event) {
      if (event.detail > 1 || copied || busy) return;
      attempt('a link could not be copied', copy);
    },
    onCopyByHand({ target }) {
      const { selectionStart, selectionEnd, value } = target as HTMLInputElement;
      if (copied || selectionEnd! - selectionStart! < value.length) return;
      copied = true;
      onChange();
      tellShare(source, 'cue-share', share());
    },
  };
}
