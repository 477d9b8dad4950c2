import type { CSSResult } from '@lit/reactive-element/css-tag.js';

/** Gives an element that has rendered already the styles of a part that came later. */
export function adoptStyles({ shadowRoot }: Element, { styleSheet }: CSSResult): void {
  if (shadowRoot && styleSheet && !shadowRoot.adoptedStyleSheets.includes(styleSheet))
    shadowRoot.adoptedStyleSheets.push(styleSheet);
}
