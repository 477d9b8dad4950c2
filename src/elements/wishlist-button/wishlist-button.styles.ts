import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --size: max(24px, var(--cue-wishlist-button-size, 44px));
    --pressed: #c8102e;
    min-block-size: var(--size);
    min-inline-size: var(--size);
  }
  /* The red stands out from a dark page too. */
  @supports (color: light-dark(red, red)) {
    :host {
      --pressed: light-dark(#c8102e, #ff6b7a);
    }
  }
  button {
    align-items: center;
    appearance: none;
    background: var(--cue-wishlist-button-background, transparent);
    border: 0;
    border-radius: var(--cue-radius, calc(var(--size) / 2));
    color: inherit;
    cursor: pointer;
    display: inline-flex;
    flex: 1;
    gap: 0.4em;
    justify-content: center;
    margin: 0;
    min-block-size: var(--size);
    min-inline-size: var(--size);
    padding: 0;
    touch-action: manipulation;
  }
  [data-wide] {
    padding-inline: calc(var(--size) / 4);
  }
  svg,
  ::slotted([slot^='icon']) {
    block-size: var(--cue-icon-size, calc(var(--size) * 0.55));
    flex: none;
    inline-size: var(--cue-icon-size, calc(var(--size) * 0.55));
  }
  svg {
    display: block;
    fill: transparent;
    overflow: visible;
    stroke: currentColor;
    stroke-linejoin: round;
    stroke-width: 1.75;
    transition: fill 0.15s;
  }
  @media (hover: hover) {
    button:hover svg {
      fill: color-mix(in srgb, currentColor 15%, transparent);
    }
  }
  button[aria-pressed='true'] svg {
    fill: var(--cue-pressed-color, var(--pressed));
    stroke: var(--cue-pressed-color, var(--pressed));
  }
  button:active svg {
    scale: 0.9;
  }
  button[aria-busy] {
    cursor: progress;
    opacity: 0.6;
  }
  button:disabled {
    cursor: default;
    opacity: 0.4;
  }
  @media (prefers-reduced-motion: reduce) {
    svg {
      transition: none;
    }
    button:active svg {
      scale: none;
    }
  }
  @media (forced-colors: active) {
    button {
      color: ButtonText;
    }
    button[aria-pressed='true'] svg {
      fill: Highlight;
      stroke: Highlight;
    }
    button:disabled {
      color: GrayText;
      opacity: 1;
    }
  }
`;
