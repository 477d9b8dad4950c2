import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --lines: var(--cue-cart-progress-lines, 1);
    display: block;
  }
  /* A longer sentence takes two lines on a phone: the room is there before the cart is known. */
  @media (width < 480px) {
    :host {
      --lines: var(--cue-cart-progress-lines, 2);
    }
  }
  .root {
    display: grid;
    gap: 6px;
  }
  .text {
    align-content: end;
    margin: 0;
    min-block-size: calc(1.4em * var(--lines));
    overflow-wrap: anywhere;
  }
  .silent {
    visibility: hidden;
  }
  .bar {
    align-items: center;
    display: flex;
    gap: 4px;
    min-block-size: 24px;
  }
  .track {
    background: color-mix(in srgb, currentColor 18%, transparent);
    block-size: 8px;
    border-radius: 4px;
    flex: var(--share, 1) 1 0;
    overflow: hidden;
  }
  .fill {
    background: var(--cue-accent-color, currentColor);
    block-size: 100%;
    border-radius: inherit;
    display: block;
    inline-size: var(--done, 0%);
    transition: inline-size 0.4s ease-out;
  }
  .marker {
    block-size: 24px;
    fill: none;
    flex: none;
    inline-size: 24px;
    stroke: currentColor;
    stroke-linejoin: round;
    stroke-width: 1.5;
  }
  .reached {
    fill: var(--cue-accent-color, currentColor);
    stroke: none;
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
  @media (prefers-reduced-motion: reduce) {
    .fill {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .track {
      border: 1px solid CanvasText;
    }
    .fill {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`;
