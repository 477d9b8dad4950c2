import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --fill: var(--cue-button-background, #1d1d1f);
    --on-fill: var(--cue-button-color, #fff);
    display: block;
  }
  @supports (color: light-dark(red, red)) {
    :host {
      --fill: var(--cue-button-background, light-dark(#1d1d1f, #f5f5f7));
      --on-fill: var(--cue-button-color, light-dark(#fff, #1d1d1f));
    }
  }
  .root {
    border: var(--cue-incentive-border, 1px dashed currentColor);
    border-radius: var(--cue-radius, 8px);
    display: grid;
    gap: 4px;
    grid-template-columns: minmax(0, 1fr);
    overflow-wrap: anywhere;
    padding: var(--cue-incentive-padding, 12px 16px);
  }
  p {
    margin: 0;
  }
  .name {
    font-weight: 600;
  }
  .small {
    font-size: 0.875em;
  }
  .row {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 4px;
  }
  .code {
    background: color-mix(in srgb, currentColor 10%, transparent);
    /* Seen where colours are forced, and the background is not. */
    border: 1px solid transparent;
    border-radius: 4px;
    font-family: ui-monospace, monospace;
    font-size: 1.125em;
    letter-spacing: 0.05em;
    padding: 7px 11px;
    unicode-bidi: isolate;
    user-select: all;
  }
  button,
  .apply {
    appearance: none;
    background: none;
    border: 1px solid currentColor;
    border-radius: var(--cue-radius, 8px);
    color: inherit;
    cursor: pointer;
    font: inherit;
    font-weight: 600;
    margin: 0;
    min-block-size: 44px;
    padding: 8px 18px;
    text-decoration: none;
    touch-action: manipulation;
  }
  .main {
    background: var(--fill);
    border-color: transparent;
    color: var(--on-fill);
  }
  [aria-disabled] {
    cursor: progress;
    opacity: 0.6;
  }
`;
