/** A text that an element shows or says, and where it stands. */
export interface OwnText {
  text: string;
  /** Of the tree: a text node, or the element whose attribute it is. */
  node: Text | Element;
}

const SPOKEN = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
];

/** Every text in an element's shadow tree, shown or said. What stands between its tags is the shop's. */
export function textsOf(element: Element): OwnText[] {
  const texts: OwnText[] = [];
  const visit = (root: DocumentFragment): void => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.matches('style, script') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    while (walker.nextNode()) {
      const node = walker.currentNode as Text | Element;
      const said = node instanceof Text ? [node.data] : SPOKEN.map((name) => node.getAttribute(name) ?? '');
      for (const text of said) if (text.trim()) texts.push({ text: text.trim(), node });
      if (node instanceof Element && node.shadowRoot) visit(node.shadowRoot);
    }
  };
  if (element.shadowRoot) visit(element.shadowRoot);
  return texts;
}
