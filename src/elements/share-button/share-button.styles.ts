import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --line: color-mix(in srgb, currentColor 16%, transparent);
    --size: max(24px, var(--cue-share-button-size, 44px));
    min-block-size: var(--size);
    min-inline-size: var(--size);
  }
  button,
  a {
    align-items: center;
    appearance: none;
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    gap: 0.4em;
    margin: 0;
    padding: 0;
    touch-action: manipulation;
  }
  .button {
    background: var(--cue-share-button-background, transparent);
    border-radius: var(--cue-radius, calc(var(--size) / 2));
    flex: 1;
    justify-content: center;
    min-block-size: var(--size);
    min-inline-size: var(--size);
  }
  .wide {
    padding-inline: calc(var(--size) / 4);
  }
  svg,
  ::slotted([slot^='icon']) {
    block-size: 1.375em;
    flex: none;
    inline-size: 1.375em;
  }
  .button svg,
  ::slotted([slot='icon']) {
    block-size: var(--cue-icon-size, calc(var(--size) * 0.55));
    inline-size: var(--cue-icon-size, calc(var(--size) * 0.55));
  }
  svg {
    display: block;
    fill: none;
    overflow: visible;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
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
  .panel {
    background: var(--cue-surface, Canvas);
    border: 1px solid var(--line);
    border-radius: var(--cue-panel-radius, 12px);
    box-shadow: 0 12px 40px rgb(0 0 0 / 18%);
    color: var(--cue-text, CanvasText);
    inline-size: max-content;
    inset: auto;
    margin: 0;
    min-inline-size: min(12em, 100vw - 16px);
    overflow: auto;
    padding: 6px;
    position: fixed;
  }
  /* Not shown in the wrong place for the moment until it is placed. */
  .panel:not([data-placed]) {
    opacity: 0;
  }
  @media (hover: hover) {
    .button:hover {
      background: color-mix(in srgb, currentColor 8%, transparent);
    }
  }
  @media (forced-colors: active) {
    .panel {
      border-color: CanvasText;
    }
    .button {
      color: ButtonText;
    }
  }
`;
