import { css } from '@lit/reactive-element/css-tag.js';

const hidden = css`
  :host {
    display: none !important;
  }
`;

/**
 * Takes an element out of the page's layout without a trace: an attribute would be undone by pages that morph, and
 * `hidden` is the page's own.
 */
export function hideHost(root: ShadowRoot, hide: boolean): void {
  const sheet = hidden.styleSheet!;
  const others = root.adoptedStyleSheets.filter((one) => one !== sheet);
  if (hide === others.length < root.adoptedStyleSheets.length) return;
  root.adoptedStyleSheets = hide ? [...others, sheet] : others;
}
