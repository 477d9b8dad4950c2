import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  ol {
    display: flex;
    gap: 8px;
    list-style: none;
    margin: 0;
    overflow-x: auto;
    padding: 8px 0 0;
    /* Room for the focus ring, which a row that scrolls would cut. */
    padding-inline: 4px;
    scrollbar-width: none;
  }
  li {
    flex: none;
    max-inline-size: 100%;
  }
  button {
    align-items: center;
    appearance: none;
    background: none;
    border: 1px solid color-mix(in srgb, currentColor 24%, transparent);
    border-radius: 22px;
    color: inherit;
    cursor: pointer;
    display: flex;
    font: inherit;
    gap: 0.5em;
    margin: 0;
    max-inline-size: 100%;
    min-block-size: max(44px, 2.75em);
    overflow-wrap: anywhere;
    padding: 0 16px;
    text-align: start;
    touch-action: manipulation;
  }
  button[aria-current] {
    background: color-mix(in srgb, currentColor 12%, transparent);
    border-color: currentColor;
  }
  @media (hover: hover) {
    button:hover {
      background: color-mix(in srgb, currentColor 8%, transparent);
    }
  }
  button:focus-visible {
    outline-offset: -3px;
  }
  .time {
    flex: none;
    font-variant-numeric: tabular-nums;
    opacity: 0.8;
  }
  .place {
    block-size: calc(max(64px, 4em) + 24px);
    padding-block-start: 8px;
  }
  .card {
    align-items: center;
    background: var(--cue-surface, transparent);
    block-size: 100%;
    border: 1px solid color-mix(in srgb, currentColor 16%, transparent);
    border-radius: 12px;
    color: inherit;
    display: flex;
    gap: 12px;
    padding: 7px;
    text-decoration: none;
  }
  a.card:hover .name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .picture {
    background: color-mix(in srgb, currentColor 7%, transparent);
    block-size: 64px;
    border-radius: 8px;
    flex: none;
    inline-size: 64px;
    overflow: hidden;
  }
  img {
    block-size: 100%;
    display: block;
    inline-size: 100%;
    object-fit: cover;
  }
  .text {
    display: grid;
    min-inline-size: 0;
  }
  .text > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: 500;
  }
  @media (forced-colors: active) {
    button[aria-current] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
