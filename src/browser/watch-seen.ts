/** At least so much of an element, or of the window by it, is in view before it counts as seen. */
const ENOUGH = 0.5;

/**
 * Calls back when an element begins or ceases to be seen: half of it is inside the window, or it fills half of the window, of a page
 * that is in front. Not seen at first.
 *
 * @returns stops watching
 */
export function watchSeen(element: Element, callback: (seen: boolean) => void): () => void {
  const page = element.ownerDocument;
  let inside = false;
  let seen = false;

  function tell(): void {
    const now = inside && page.visibilityState === 'visible';
    if (now === seen) return;
    seen = now;
    callback(seen);
  }

  const observer = new IntersectionObserver(
    (entries) => {
      const { intersectionRatio, intersectionRect, rootBounds } = entries.at(-1)!;
      inside = intersectionRatio >= ENOUGH || (!!rootBounds && intersectionRect.height >= rootBounds.height * ENOUGH);
      tell();
    },
    { threshold: [0, 0.1, 0.2, 0.3, 0.4, ENOUGH, 0.6] },
  );
  observer.observe(element);
  page.addEventListener('visibilitychange', tell);
  return () => {
    observer.disconnect();
    page.removeEventListener('visibilitychange', tell);
  };
}
