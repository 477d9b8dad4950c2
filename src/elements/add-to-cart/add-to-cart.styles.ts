import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --fill: var(--cue-button-background, #1d1d1f);
    --on-fill: var(--cue-button-color, #fff);
    display: block;
  }
  /* Nearly white on a dark page. */
  @supports (color: light-dark(red, red)) {
    :host {
      --fill: var(--cue-button-background, light-dark(#1d1d1f, #f5f5f7));
      --on-fill: var(--cue-button-color, light-dark(#fff, #1d1d1f));
    }
  }
  .controls {
    align-items: stretch;
    display: inline-flex;
    flex-wrap: wrap;
    gap: 8px;
    max-inline-size: 100%;
  }
  button,
  input {
    border: 1px solid transparent;
    border-radius: var(--cue-radius, 8px);
    font: inherit;
    margin: 0;
    min-block-size: 44px;
  }
  button {
    appearance: none;
    background: var(--fill);
    color: var(--on-fill);
    cursor: pointer;
    font-weight: 600;
    padding: 8px 20px;
    touch-action: manipulation;
  }
  input {
    background: transparent;
    border-color: color-mix(in srgb, currentColor 55%, transparent);
    color: inherit;
    inline-size: 5em;
    max-inline-size: 100%;
    padding: 8px 12px;
  }
  @media (hover: hover) {
    button:not(:disabled, [aria-busy]):hover {
      background: color-mix(in srgb, var(--fill) 85%, var(--on-fill));
    }
  }
  button[aria-busy] {
    cursor: progress;
    opacity: 0.6;
  }
  button:disabled {
    background: color-mix(in srgb, currentColor 10%, transparent);
    color: color-mix(in srgb, currentColor 65%, transparent);
    cursor: default;
  }
  .message {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .message:not(:empty) {
    margin-block-start: 8px;
  }
  .hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    margin: 0;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  a {
    color: inherit;
    display: inline-block;
    font-weight: 600;
    min-block-size: 24px;
    text-underline-offset: 0.2em;
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
    button:disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
