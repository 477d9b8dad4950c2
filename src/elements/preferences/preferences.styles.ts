import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --line: color-mix(in srgb, currentColor 16%, transparent);
    display: block;
  }
  :host([mode='dialog']) {
    display: inline-flex;
    min-block-size: 44px;
  }
  button {
    appearance: none;
    background: none;
    border: 1px solid currentColor;
    border-radius: var(--cue-radius, 8px);
    color: inherit;
    cursor: pointer;
    font: inherit;
    margin: 0;
    min-block-size: 44px;
    padding: 8px 16px;
    text-align: start;
    touch-action: manipulation;
  }
  @media (hover: hover) {
    button:hover {
      background: color-mix(in srgb, currentColor 8%, transparent);
    }
  }
  .trigger {
    border: 0;
    padding-inline: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  h2,
  h3 {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
    margin: 0;
  }
  h3 {
    font-size: 1em;
    margin-block-start: 24px;
  }
  p,
  ul {
    margin: 8px 0 0;
    overflow-wrap: anywhere;
  }
  ul {
    padding-inline-start: 1.25em;
  }
  .offer {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    min-block-size: 44px;
    padding-block: 4px;
  }
  .offer .words {
    flex: 1 1 9em;
  }
  .offers {
    list-style: none;
    padding: 0;
  }
  .switch {
    align-items: center;
    border-block-end: 1px solid var(--line);
    cursor: pointer;
    display: flex;
    gap: 16px;
    justify-content: space-between;
    min-block-size: 44px;
    padding-block: 12px;
  }
  .words {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .name {
    font-weight: 500;
  }
  .hint {
    font-size: 0.875em;
    opacity: 0.8;
  }
  input {
    appearance: none;
    background: transparent;
    block-size: 28px;
    border: 2px solid currentColor;
    border-radius: 14px;
    cursor: pointer;
    flex: none;
    inline-size: 48px;
    margin: 0;
    padding: 2px;
  }
  input::before {
    background: currentColor;
    block-size: 20px;
    border-radius: 50%;
    content: '';
    display: block;
    inline-size: 20px;
    transition: translate 0.15s ease-out;
  }
  input:checked {
    background: var(--cue-accent-color, color-mix(in srgb, currentColor 30%, transparent));
  }
  input:checked::before {
    translate: 20px;
  }
  input:checked:dir(rtl)::before {
    translate: -20px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin-block-start: 24px;
  }
  .warning {
    border: 2px solid currentColor;
    border-radius: var(--cue-radius, 8px);
    margin-block-start: 24px;
    padding: 16px;
  }
  .warning p {
    margin: 0;
  }
  .warning .actions {
    margin-block-start: 16px;
  }
  .said {
    min-block-size: 1.4em;
  }
  .panel {
    background: var(--cue-surface, Canvas);
    border: 0;
    border-radius: var(--cue-radius, 12px);
    box-shadow: 0 0 40px rgb(0 0 0 / 25%);
    color: var(--cue-text, CanvasText);
    inline-size: min(560px, 100vw - 32px);
    max-block-size: calc(100dvh - 32px);
    max-inline-size: none;
    overscroll-behavior: contain;
    padding: 0;
  }
  .panel::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .header {
    align-items: center;
    background: inherit;
    border-block-end: 1px solid var(--line);
    display: flex;
    gap: 8px;
    inset-block-start: 0;
    justify-content: space-between;
    min-block-size: 60px;
    padding: 8px;
    padding-inline-start: 20px;
    position: sticky;
    z-index: 1;
  }
  .close {
    block-size: 44px;
    border: 0;
    border-radius: 50%;
    flex: none;
    inline-size: 44px;
    padding: 10px;
  }
  svg {
    block-size: 24px;
    display: block;
    fill: none;
    inline-size: 24px;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-width: 1.75;
  }
  .body {
    padding: 12px 20px 20px;
  }
  @media (prefers-reduced-motion: reduce) {
    input::before {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border: 1px solid CanvasText;
    }
    input {
      border-color: ButtonText;
      forced-color-adjust: none;
    }
    input::before {
      background: ButtonText;
    }
    input:checked {
      background: Highlight;
    }
    input:checked::before {
      background: HighlightText;
    }
  }
`;
