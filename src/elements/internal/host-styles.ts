import { css } from '@lit/reactive-element/css-tag.js';

/**
 * The page's rules cannot reach into a shadow tree, but what they set on the host is inherited. `.root`, the outermost
 * element inside, takes the shop's typeface and colour and refuses what would break a control: sizes of nought, spread
 * letters, capitals. `medium` is the shopper's own text size, whatever `html` says. Writing direction, visibility and
 * pointer events stay the page's: who hides a menu hides what is in it.
 */
export const hostStyles = css`
  :host {
    display: inline-flex;
    box-sizing: border-box;
    vertical-align: middle;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .root {
    font-family: var(--cue-font-family, inherit);
    font-size: var(--cue-font-size, medium);
    font-style: normal;
    font-weight: var(--cue-font-weight, 400);
    letter-spacing: normal;
    line-height: 1.4;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
  }
  :focus-visible {
    outline: 2px solid var(--cue-focus-color, currentColor);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
