import { css } from '@lit/reactive-element/css-tag.js';

/** While there is nothing to show: no heading, and no margin that the page has given it. */
export const gone = css`
  :host {
    display: none !important;
  }
`;

export const styles = css`
  :host {
    --card: var(--cue-card-size, 160px);
    --gap: var(--cue-card-gap, 16px);
    display: block;
    min-inline-size: 0;
  }
  .header {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    justify-content: space-between;
    min-block-size: 44px;
  }
  h2 {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
    margin: 0;
  }
  .clear {
    appearance: none;
    background: none;
    border: 0;
    border-radius: 8px;
    color: inherit;
    cursor: pointer;
    font: inherit;
    margin: 0;
    min-block-size: 44px;
    padding: 0 8px;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    touch-action: manipulation;
  }
  ul {
    gap: var(--gap);
    list-style: none;
    margin: 8px 0 0;
    padding: 0;
  }
  .row {
    display: flex;
    overflow-x: auto;
    overscroll-behavior-x: contain;
    scroll-snap-type: inline proximity;
    scrollbar-width: thin;
  }
  .grid {
    display: grid;
    /* Two columns at least, on a phone, too. */
    grid-template-columns: repeat(auto-fill, minmax(min(var(--card), (100% - var(--gap)) / 2), 1fr));
    row-gap: calc(1.5 * var(--gap));
  }
  .card {
    align-content: start;
    display: grid;
    gap: 2px;
    grid-template-columns: minmax(0, 1fr);
    overflow-wrap: anywhere;
    position: relative;
  }
  .row .card {
    flex: none;
    inline-size: min(var(--card), 80%);
    scroll-snap-align: start;
  }
  .picture {
    aspect-ratio: 1;
    background: color-mix(in srgb, currentColor 7%, transparent);
    border-radius: var(--cue-radius, 8px);
    display: block;
    inline-size: 100%;
    margin-block-end: 6px;
    overflow: hidden;
    position: relative;
  }
  img {
    block-size: 100%;
    display: block;
    inline-size: 100%;
    object-fit: cover;
  }
  .name {
    color: inherit;
    font-weight: 500;
    hyphens: auto;
    min-block-size: 24px;
    text-decoration: none;
  }
  /* The whole card is the link. */
  a.name::after {
    content: '';
    inset: 0;
    position: absolute;
  }
  /* Inside, since a row that scrolls cuts what is outside; in two colours, since it lies on a picture. */
  .card:has(a:focus-visible) .picture::after {
    border-radius: inherit;
    box-shadow: inset 0 0 0 4px var(--cue-surface, Canvas);
    content: '';
    inset: 0;
    outline: 2px solid var(--cue-focus-color, currentColor);
    outline-offset: -2px;
    position: absolute;
  }
  a.name:focus-visible {
    outline: none;
    text-decoration: underline 2px;
    text-underline-offset: 0.2em;
  }
  ul:focus-visible {
    outline-offset: -2px;
  }
  a.name:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .variant {
    font-size: 0.875em;
    opacity: 0.8;
  }
  .cleared {
    margin: 0;
  }
  @media (forced-colors: active) {
    .card:has(a:focus-visible) .picture::after {
      outline-color: Highlight;
    }
    .picture {
      border: 1px solid CanvasText;
    }
  }
`;
