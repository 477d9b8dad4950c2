/** Whether an open panel can be seen: a host page hides what it likes, in ways of its own. */
export function isSeeable(panel: HTMLElement): boolean {
  if (!panel.checkVisibility({ visibilityProperty: true })) return false;
  // On its way in it may still be transparent, or outside.
  if (panel.getAnimations().length) return true;
  const { top, right, bottom, left } = panel.getBoundingClientRect();
  return (
    getComputedStyle(panel).opacity !== '0' &&
    right > left &&
    bottom > top &&
    right > 0 &&
    bottom > 0 &&
    left < innerWidth &&
    top < innerHeight
  );
}
