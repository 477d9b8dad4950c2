/**
 * Calls back once, when enough of an element is in view or near it. Where a browser cannot tell, it is taken to be.
 *
 * @param margin how far outside of the viewport still counts, in pixels
 * @param share how much of the element has to be there, from 0 to 1
 * @returns stops waiting
 */
export function whenInView(
  element: Element,
  { margin = 0, share = 0 }: { margin?: number; share?: number },
  callback: () => void,
): () => void {
  if (typeof IntersectionObserver !== 'function') {
    callback();
    return () => {};
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting, intersectionRatio }) => isIntersecting && intersectionRatio >= share))
        return;
      observer.disconnect();
      callback();
    },
    { rootMargin: `${margin}px`, threshold: share },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
