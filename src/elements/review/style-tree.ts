import type { CSSResult } from '@lit/reactive-element/css-tag.js';

/** Gives the tree that a node stands in, the page's or that of a shadow root, styles for what the shop has put there. */
export function styleTree(node: Node, { styleSheet }: CSSResult): void {
  const { adoptedStyleSheets } = node.getRootNode() as Partial<DocumentOrShadowRoot>;
  if (styleSheet && adoptedStyleSheets && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
}
