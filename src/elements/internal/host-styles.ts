import { css } from 'lit';

/**
 * The page's rules cannot reach into a shadow tree, but what they set on the host is inherited. `.root`, the outermost
 * element inside, takes the shop's typeface and colour and refuses what would break a control: sizes of nought, spread
 * letters, capitals, invisibility. The writing direction stays the page's.
 */
export const hostStyles = css`
  :host {
    display: inline-block;
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
    font-size: var(--cue-font-size, 16px);
    font-style: normal;
    font-weight: var(--cue-font-weight, 400);
    letter-spacing: normal;
    line-height: 1.4;
    pointer-events: auto;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    visibility: visible;
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
