import { css } from '@lit/reactive-element/css-tag.js';

/** What the parts have in common: buttons with words, and fields. */
export const partStyles = css`
  .actions,
  .naming,
  .choice {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  /* Below picture and text in its whole width; where there is room, in line with the text. */
  ul {
    container-type: inline-size;
  }
  li {
    flex-wrap: wrap;
    row-gap: 8px;
  }
  li > .text {
    flex-basis: 0;
  }
  .more {
    display: grid;
    flex: 1 0 100%;
    gap: 8px;
    order: 1;
  }
  @container (inline-size > 400px) {
    .more {
      padding-inline-start: 88px;
    }
  }
  .action,
  .which,
  .field {
    background: none;
    border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
    border-radius: 8px;
    color: inherit;
    font: inherit;
    font-size: 0.9375em;
    max-inline-size: 100%;
    min-block-size: 44px;
    padding-block: 4px;
    padding-inline: 12px;
  }
  .action {
    align-items: center;
    display: inline-flex;
    font-weight: 500;
    text-align: start;
    text-decoration: none;
  }
  .action[aria-disabled] {
    cursor: default;
  }
  .which {
    background: var(--cue-surface, Canvas);
    color: var(--cue-text, CanvasText);
    text-overflow: ellipsis;
  }
  .plain {
    border-color: transparent;
    padding-inline: 8px;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media (hover: hover) {
    .action:hover {
      background: color-mix(in srgb, currentColor 8%, transparent);
    }
  }
  .field {
    flex: 1 1 10em;
    min-inline-size: 0;
  }
  .said {
    flex: 1 1 14em;
    margin: 0;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .label {
    display: grid;
    flex: 1 1 12em;
    gap: 4px;
    min-inline-size: 0;
  }
`;
