/**
 * Keeps a panel beside its anchor and inside the window, also while the page moves. The panel is in the top layer (a
 * popover), so that no stacking of the page's covers it. @floating-ui/dom is loaded when something first opens.
 *
 * @returns stops it; rejects when the code could not be loaded
 */
export async function placeBeside(anchor: Element, panel: HTMLElement): Promise<() => void> {
  const { autoUpdate, computePosition, flip, offset, shift, size } = await import('@floating-ui/dom');
  const middleware = [
    offset(8),
    flip(),
    shift({ padding: 8 }),
    size({
      padding: 8,
      apply: ({ availableHeight, availableWidth }) => {
        panel.style.setProperty('max-block-size', `${Math.max(160, availableHeight)}px`);
        panel.style.setProperty('max-inline-size', `${availableWidth}px`);
      },
    }),
  ];
  return autoUpdate(anchor, panel, () => {
    void computePosition(anchor, panel, { placement: 'bottom-end', strategy: 'fixed', middleware }).then(({ x, y }) => {
      panel.style.setProperty('left', `${x}px`);
      panel.style.setProperty('top', `${y}px`);
      panel.dataset.placed = '';
    });
  });
}
