import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --line: color-mix(in srgb, currentColor 16%, transparent);
    --badge: max(24px, var(--cue-badge-size, 44px));
  }
  :host {
    display: block;
  }
  :host([mode='drawer']),
  :host([mode='popover']) {
    display: inline-flex;
    min-block-size: var(--badge);
    min-inline-size: var(--badge);
  }
  button {
    appearance: none;
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    font: inherit;
    margin: 0;
    padding: 0;
    touch-action: manipulation;
  }
  svg {
    block-size: 24px;
    display: block;
    fill: none;
    inline-size: 24px;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
  }
  .badge,
  .close,
  .remove {
    align-items: center;
    block-size: 44px;
    border-radius: 50%;
    display: inline-flex;
    flex: none;
    inline-size: 44px;
    justify-content: center;
    position: relative;
  }
  .badge {
    block-size: var(--badge);
    inline-size: var(--badge);
  }
  @media (hover: hover) {
    .badge:hover,
    .close:hover,
    .remove:hover {
      background: color-mix(in srgb, currentColor 8%, transparent);
    }
  }
  .remove svg {
    block-size: 18px;
    inline-size: 18px;
  }
  /* At the icon's upper corner, whatever the badge's size; grows to the outside. */
  .count {
    background: var(--cue-accent-color, #c8102e);
    border-radius: 1em;
    color: var(--cue-on-accent-color, #fff);
    font-size: min(0.75em, 16px);
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    inset-block-end: calc(50% + 2px);
    inset-inline-start: calc(50% + 2px);
    line-height: 1.667;
    min-inline-size: 1.667em;
    padding-inline: 0.4em;
    position: absolute;
    text-align: center;
  }
  [hidden] {
    display: none;
  }
  .panel {
    background: var(--cue-surface, Canvas);
    border: 0;
    color: var(--cue-text, CanvasText);
    margin: 0;
    overscroll-behavior: contain;
    padding: 0;
  }
  .drawer::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .drawer {
    block-size: 100dvh;
    /* On a phone a strip of the page stays in view: what it lies over, and a place to press it away. */
    inline-size: min(420px, 100vw - 48px);
    inset-block: 0;
    inset-inline: auto 0;
    max-block-size: none;
    max-inline-size: none;
    overflow: auto;
    position: fixed;
  }
  .drawer[open] {
    animation: slide 0.25s ease-out;
    box-shadow: 0 0 40px rgb(0 0 0 / 25%);
  }
  .drawer[open]::backdrop {
    animation: fade 0.25s ease-out;
  }
  @keyframes slide {
    from {
      transform: translateX(var(--from, 100%));
    }
  }
  .drawer:dir(rtl) {
    --from: -100%;
  }
  @keyframes fade {
    from {
      opacity: 0;
    }
  }
  .popover {
    border: 1px solid var(--line);
    border-radius: var(--cue-radius, 12px);
    box-shadow: 0 12px 40px rgb(0 0 0 / 18%);
    inline-size: 380px;
    inset: auto;
    overflow: auto;
    position: fixed;
  }
  /* Not shown in the wrong place for the moment until it is placed. */
  .popover:not([data-placed]) {
    opacity: 0;
  }
  .header {
    align-items: center;
    background: inherit;
    border-block-end: 1px solid var(--line);
    display: flex;
    inset-block-start: 0;
    justify-content: space-between;
    padding: 8px 8px 8px 20px;
    padding-inline: 20px 8px;
    position: sticky;
    z-index: 1;
  }
  h2 {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
    margin: 0;
  }
  @media (prefers-reduced-motion: reduce) {
    .drawer[open],
    .drawer[open]::backdrop {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border: 1px solid CanvasText;
    }
    .count {
      outline: 1px solid CanvasText;
    }
  }
`;
