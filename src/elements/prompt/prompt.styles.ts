import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --inset: var(--cue-prompt-inset, 16px);
    --from: 0 24px;
    display: contents;
  }
  :host([size='small']) {
    --scale: 0.8;
  }
  :host([size='large']) {
    --scale: 1.35;
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.3;
    margin: 0;
  }
  button {
    background: none;
    border: 0;
    color: inherit;
    cursor: pointer;
    font: inherit;
    margin: 0;
    padding: 0;
  }
  svg {
    block-size: 20px;
    display: block;
    fill: none;
    inline-size: 20px;
    margin: auto;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-width: 1.75;
  }
  .said {
    clip-path: inset(50%);
    inset-block-start: 0;
    margin: 0;
    position: fixed;
    white-space: nowrap;
  }
  .panel {
    background: var(--cue-surface, Canvas);
    border: 1px solid color-mix(in srgb, currentColor 16%, transparent);
    border-radius: var(--cue-radius, 16px);
    box-shadow: 0 12px 48px rgb(0 0 0 / 22%);
    color: var(--cue-text, CanvasText);
    display: none;
    gap: 12px 8px;
    grid-template: auto auto auto / minmax(0, 1fr) 44px;
    inline-size: min(var(--cue-prompt-width, calc(var(--base, 380px) * var(--scale, 1))), 100vw - 2 * var(--inset));
    inset-block: auto var(--inset);
    inset-inline: auto var(--inset);
    margin: 0;
    max-block-size: min(80dvh, 100dvh - 2 * var(--inset));
    max-inline-size: none;
    overflow: auto;
    overflow-wrap: anywhere;
    overscroll-behavior: contain;
    padding: 20px;
    position: fixed;
    /*
     * The first frame is transparent, always: what is painted so is no largest contentful paint. The transition of the visibility
     * tells when the page takes that away.
     */
    transition:
      opacity 1ms,
      visibility 1ms;
    z-index: 2147483647;
  }
  .panel:focus {
    outline: none;
  }
  .shown {
    align-content: start;
    display: grid;
  }
  .title {
    align-self: center;
  }
  .body {
    grid-area: 2 / 1 / 3 / 3;
  }
  .bare .title,
  .actions[hidden] {
    display: none;
  }
  .bare .body {
    grid-area: 1 / 1 / 3;
  }
  .actions {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    grid-area: 3 / 1 / 4 / 3;
  }
  .close {
    background: var(--cue-surface, Canvas);
    block-size: 44px;
    border-radius: 50%;
    grid-area: 1 / 2 / 4;
    inline-size: 44px;
    inset-block-start: -8px;
    margin-block: -8px;
    margin-inline: 8px -8px;
    position: sticky;
    z-index: 1;
  }
  @media (hover: hover) {
    .close:hover {
      background: color-mix(in srgb, currentColor 10%, var(--cue-surface, Canvas));
    }
  }
  .start {
    inset-inline: var(--inset) auto;
  }
  .top {
    --from: 0 -24px;
    inset-block: var(--inset) auto;
  }
  .dialog {
    --base: 480px;
    block-size: fit-content;
    inset: 0;
    margin: auto;
    padding: 28px;
  }
  .inline {
    box-shadow: none;
    inline-size: auto;
    inset: auto;
    max-block-size: none;
    max-inline-size: var(--cue-prompt-width, none);
    position: relative;
    z-index: auto;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  /* On a phone what is large is a sheet at the lower edge, where the thumb is. */
  @media (width < 480px) {
    .panel:is(.dialog, .corner, .drawer, .teaser) {
      --from: 0 48px;
      block-size: auto;
      border-inline: 0;
      border-radius: var(--cue-radius, 16px) var(--cue-radius, 16px) 0 0;
      inline-size: 100%;
      inset-block: auto var(--keyboard, 0);
      inset-inline: 0;
      margin: 0;
      max-block-size: min(80dvh, 100dvh - var(--keyboard, 0px) - 48px);
      padding: 20px;
      padding-block-end: max(20px, env(safe-area-inset-bottom));
    }
  }
  :host([entrance='fade']) .panel {
    --from: 0 0;
  }
  @media (prefers-reduced-motion: no-preference) {
    :host(:not([entrance='none'])) .panel {
      transition-duration: 0.25s, 1ms, 0.25s;
      transition-property: opacity, visibility, translate;
    }
    @starting-style {
      :host(:not([entrance='none'])) .shown:not(.inline) {
        translate: var(--from);
      }
    }
  }
  @starting-style {
    .shown {
      opacity: 0;
    }
  }
  @media (forced-colors: active) {
    .panel {
      border-color: CanvasText;
    }
  }
`;
