/** Not in every browser: https://html.spec.whatwg.org/multipage/interaction.html#close-requests-and-close-watchers */
interface CloseWatcherLike extends EventTarget {
  destroy(): void;
}

/**
 * Calls back when the shopper wants to get rid of what has appeared: Escape, unless something that lies above it, or the page
 * itself, takes that.
 *
 * @param backToo also at what else closes things on a device, as the back gesture; where that would leave the page otherwise
 * @returns ends it
 */
export function watchEscape(callback: () => void, backToo: boolean): () => void {
  const { CloseWatcher } = globalThis as { CloseWatcher?: new () => CloseWatcherLike };
  if (backToo && CloseWatcher) {
    const watcher = new CloseWatcher();
    watcher.addEventListener('close', callback);
    return () => {
      watcher.removeEventListener('close', callback);
      watcher.destroy();
    };
  }
  const hear = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    // What is in the top layer closes by itself. Within `:is`, what a browser does not know is passed over.
    if (document.querySelector(':is(:modal, :popover-open)')) return;
    event.preventDefault();
    callback();
  };
  // The window hears last: whoever has a use for the key has taken it by then.
  addEventListener('keydown', hear);
  return () => removeEventListener('keydown', hear);
}
