/** Whether something is written into the default slot, which is then the button's name. */
export function hasText(host: Element): boolean {
  return [...host.childNodes].some(
    (node) => node.nodeType !== Node.COMMENT_NODE && !(node as Partial<Element>).slot && node.textContent?.trim(),
  );
}
