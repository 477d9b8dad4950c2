import { css } from '@lit/reactive-element/css-tag.js';

/**
 * A form of ours, and what stands in its place when it is done: in one cell, so that what comes later does not move the
 * page. Fields and buttons of the shop's own form are the shop's.
 */
export const formStyles = css`
  :host {
    --line: color-mix(in srgb, currentColor 55%, transparent);
    --fill: var(--cue-button-background, #1d1d1f);
    --on-fill: var(--cue-button-color, #fff);
    --trouble: #b3261e;
    display: block;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --fill: var(--cue-button-background, light-dark(#1d1d1f, #f5f5f7));
      --on-fill: var(--cue-button-color, light-dark(#fff, #1d1d1f));
      --trouble: light-dark(#b3261e, #ff8a80);
    }
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .stack > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
  }
  .away {
    visibility: hidden;
  }
  .own {
    display: grid;
    gap: 6px;
    grid-template-columns: minmax(0, 1fr);
  }
  label {
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    min-inline-size: 0;
  }
  .row input {
    appearance: none;
    background: var(--cue-surface, Field);
    border: 1px solid var(--line);
    border-radius: var(--cue-radius, 8px);
    color: var(--cue-text, FieldText);
    flex: 1 1 9em;
    inline-size: 9em;
    max-inline-size: 100%;
    font: inherit;
    margin: 0;
    min-block-size: 44px;
    min-inline-size: 0;
    padding: 8px 12px;
  }
  .row input:user-invalid {
    border-color: var(--trouble);
  }
  button {
    appearance: none;
    border: 0;
    cursor: pointer;
    font: inherit;
    margin: 0;
    touch-action: manipulation;
  }
  .send {
    background: var(--fill);
    border-radius: var(--cue-radius, 8px);
    color: var(--on-fill);
    flex: none;
    font-weight: 600;
    max-inline-size: 100%;
    min-block-size: 44px;
    padding: 8px 18px;
  }
  @media (hover: hover) {
    .send:hover {
      background: color-mix(in srgb, var(--fill) 85%, var(--on-fill));
    }
  }
  [aria-busy] {
    cursor: progress;
    opacity: 0.6;
  }
  ::slotted([slot='consent']) {
    font-size: 0.875em;
  }
  .message {
    color: var(--trouble);
    font-size: 0.875em;
    margin: 6px 0 0;
    min-block-size: 1.4em;
    overflow-wrap: anywhere;
  }
  /* Empty, it has no height, and leaves the form's presses to the form. */
  .outcome {
    align-self: start;
    display: grid;
    gap: 8px;
    justify-items: start;
    overflow-wrap: anywhere;
  }
  .outcome p {
    display: flex;
    gap: 8px;
    margin: 0;
  }
  .outcome svg {
    block-size: 1.25em;
    fill: none;
    flex: none;
    inline-size: 1.25em;
    margin-block-start: 0.075em;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 2;
  }
  .again {
    background: none;
    color: inherit;
    min-block-size: 44px;
    padding: 0;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media (forced-colors: active) {
    .send {
      border: 1px solid ButtonText;
    }
  }
`;
