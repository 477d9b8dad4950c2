/** Keeps a sheet above the keyboard of a phone, which covers what is fixed to the lower edge of the window. */
export function aboveKeyboard(panel: HTMLElement, viewport: VisualViewport | null, signal: AbortSignal): void {
  if (!viewport || signal.aborted) return;
  function settle(): void {
    // Enlarged by the shopper's fingers, the window is smaller for another reason.
    const covered = viewport!.scale > 1.01 ? 0 : Math.max(0, innerHeight - viewport!.height - viewport!.offsetTop);
    panel.style.setProperty('--keyboard', `${Math.round(covered)}px`);
  }
  for (const type of ['resize', 'scroll']) viewport.addEventListener(type, settle, { signal });
  settle();
}
