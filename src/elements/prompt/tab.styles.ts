import { css } from '@lit/reactive-element/css-tag.js';

export const tabStyles = css`
  .tab {
    align-items: center;
    background: var(--cue-button-background, light-dark(#1c1c1c, #f2f2f2));
    border-start-end-radius: var(--cue-radius, 12px);
    border-start-start-radius: var(--cue-radius, 12px);
    box-shadow: 0 4px 20px rgb(0 0 0 / 22%);
    color: var(--cue-button-color, light-dark(#fff, #1c1c1c));
    display: flex;
    inset-block-end: 0;
    inset-inline-end: var(--inset);
    max-inline-size: calc(100vw - 2 * var(--inset));
    padding-block-end: env(safe-area-inset-bottom);
    position: fixed;
    transition: opacity 0.25s;
    z-index: 2147483646;
  }
  .tab.start {
    inset-inline: var(--inset) auto;
  }
  @starting-style {
    .tab {
      opacity: 0;
    }
  }
  .bring,
  .remove {
    border-radius: inherit;
    min-block-size: 44px;
  }
  .bring {
    font-weight: 600;
    overflow-wrap: anywhere;
    padding: 8px 4px;
    padding-inline-start: 16px;
    text-align: start;
  }
  .remove {
    flex: none;
    inline-size: 44px;
  }
  .tab :focus-visible {
    outline-offset: -4px;
  }
  @media (hover: hover) {
    .tab button:hover {
      background: color-mix(in srgb, currentColor 16%, transparent);
    }
  }
  @media (forced-colors: active) {
    .tab {
      border: 1px solid CanvasText;
    }
  }
`;
