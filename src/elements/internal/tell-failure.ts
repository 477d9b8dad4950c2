import { css } from '@lit/reactive-element/css-tag.js';
import { placeBeside } from './place-beside.js';

/** Long enough to read a sentence twice. */
const SHOWN_MS = 10_000;

const styles = css`
  .failure {
    background: var(--cue-text, CanvasText);
    border: 1px solid transparent;
    border-radius: 8px;
    color: var(--cue-surface, Canvas);
    inline-size: max-content;
    inset: auto;
    margin: 0;
    padding: 8px 12px;
    pointer-events: none;
    position: fixed;
  }
  .failure:empty {
    opacity: 0;
  }
`;

/**
 * Tells the shopper beside a button that its press came to nothing, until the next press. Loaded only when that happens.
 * A region that assistive technology is to read has to be there before its text is.
 */
export async function tellFailure(button: HTMLElement | null | undefined, message: string): Promise<void> {
  const root = button?.getRootNode();
  if (!button?.isConnected || !(root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(styles.styleSheet!)) root.adoptedStyleSheets.push(styles.styleSheet!);
  const tip = document.createElement('div');
  tip.className = 'root failure';
  tip.setAttribute('role', 'status');
  tip.popover = 'manual';
  // What is outside of a modal dialog is neither seen nor heard while it is open.
  (button.closest('dialog') ?? root).append(tip);
  tip.showPopover();
  const stop = await placeBeside(button, tip).catch(() => {});
  tip.textContent = message;

  function end(): void {
    clearTimeout(timer);
    stop?.();
    tip.remove();
  }
  const timer = setTimeout(end, SHOWN_MS);
  button.addEventListener('click', end, { once: true });
}
