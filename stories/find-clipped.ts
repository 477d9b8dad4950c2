import type { OwnText } from './texts-of.js';

/** Pixels are rounded. */
const TOLERANCE = 1.5;

const rectOf = (node: Node): DOMRect => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
};

/**
 * Texts that can be seen in part only: cut off, or sticking out of their box, their button, or the room that the page gives. What
 * is for assistive technology alone is left out, as is what can be scrolled into view.
 */
export function findClipped(texts: readonly OwnText[], room: Element): string[] {
  return texts.flatMap(({ text, node }) => {
    if (!(node instanceof Text) || !node.parentElement?.checkVisibility({ visibilityProperty: true })) return [];
    const own = rectOf(node);
    const sticksOut = (box: { left: number; right: number }): boolean =>
      own.left < box.left - TOLERANCE || own.right > box.right + TOLERANCE;
    for (let box: Element | null = node.parentElement; box; box = box.parentElement) {
      const { display, overflowX, overflowY, position } = getComputedStyle(box);
      if (display === 'contents' || display === 'inline') continue;
      const rect = box.getBoundingClientRect();
      if (rect.width <= 1) return [];
      if (/auto|scroll/.test(overflowX) && box.scrollWidth > box.clientWidth) return [];
      const where = `${box.localName}.${box.className}`;
      if (sticksOut(rect)) return [`“${text}” sticks out of ${where}`];
      const cuts = /hidden|clip/.test(overflowY) && box.scrollHeight > box.clientHeight + TOLERANCE;
      const leaves = box.matches('button, a') && (own.top < rect.top - 4 || own.bottom > rect.bottom + 4);
      if (cuts || leaves) return [`“${text}” is too high for ${where}`];
      // From here on it stands somewhere else.
      if (position === 'absolute' || position === 'fixed')
        return sticksOut({ left: 0, right: innerWidth }) ? [`“${text}” sticks out of the window`] : [];
    }
    return sticksOut(room.getBoundingClientRect()) ? [`“${text}” sticks out of its place`] : [];
  });
}
