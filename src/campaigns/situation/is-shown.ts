/** Less is a button or an edge, not something to read. */
const LEAST_PX = 10_000;

/** Boxes inside boxes that have none themselves, at most so deep. */
const MOST_DEPTH = 4;

/** Whether an element, or something not deep inside of it, can be seen in the window and is large enough to read. */
export function isShown(element: Element, depth = 0): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { top, right, bottom, left } = element.getBoundingClientRect();
  const width = Math.min(right, innerWidth) - Math.max(left, 0);
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (width > 0 && height > 0 && width * height >= LEAST_PX) return true;
  if (depth >= MOST_DEPTH) return false;
  return [...element.children, ...(element.shadowRoot?.children ?? [])].some((child) => isShown(child, depth + 1));
}
