import { css } from '@lit/reactive-element/css-tag.js';

/** In a row all cards are as high as each other, known before they are there: nothing moves when they come. */
export const styles = css`
  :host {
    display: block;
    max-inline-size: 100%;
  }
  .root {
    --card: var(--cue-related-card, 11.25em);
  }
  h2 {
    font-size: 1.25em;
    font-weight: 600;
    line-height: 1.3;
    margin: 0;
    overflow-wrap: anywhere;
  }
  ul {
    display: grid;
    gap: 24px 16px;
    list-style: none;
    margin: 12px 0 0;
    padding: 0;
  }
  .row {
    grid-auto-columns: min(var(--card), 80%);
    grid-auto-flow: column;
    /* A picture, two lines of a name, one of a price. */
    grid-template-rows: minmax(var(--cue-related-card-height, calc(var(--card) + 4.2em + 10px)), auto);
    overflow: auto hidden;
    overscroll-behavior-x: contain;
    scroll-snap-type: x proximity;
    scrollbar-width: thin;
  }
  .grid {
    grid-template-columns: repeat(auto-fill, minmax(min(var(--card), calc(50% - 8px)), 1fr));
  }
  li {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    position: relative;
    scroll-snap-align: start;
  }
  .picture {
    aspect-ratio: 1;
    background: color-mix(in srgb, currentColor 7%, transparent);
    border-radius: var(--cue-radius, 8px);
    display: block;
    margin-block-end: 8px;
    overflow: hidden;
  }
  img {
    block-size: 100%;
    display: block;
    inline-size: 100%;
    object-fit: cover;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  /* The whole card can be pressed. */
  a::after {
    content: '';
    inset: 0;
    position: absolute;
  }
  a:focus-visible {
    outline: none;
  }
  /* On the picture, and within it: outside, the row would cut it off. The inner line sets it off from any picture. */
  a:focus-visible::before {
    aspect-ratio: 1;
    border-radius: var(--cue-radius, 8px);
    box-shadow: inset 0 0 0 4px Canvas;
    content: '';
    inset: 0 0 auto;
    outline: 2px solid var(--cue-focus-color, currentColor);
    outline-offset: -2px;
    position: absolute;
  }
  li:hover .name,
  a:focus-visible .name {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .name {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    font-weight: 500;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .price {
    column-gap: 0.5em;
    display: flex;
    flex-wrap: wrap;
    margin-block-start: 2px;
    min-block-size: 1.4em;
  }
  .price s {
    opacity: 0.75;
  }
  /* A strip at the foot of the picture: with it or without, all cards are as high. */
  .reason {
    align-items: end;
    aspect-ratio: 1;
    display: flex;
    font-size: 0.8125em;
    inset: 0 0 auto;
    line-height: 1.25;
    pointer-events: none;
    position: absolute;
  }
  .reason span {
    background: color-mix(in srgb, Canvas 88%, transparent);
    border-end-end-radius: var(--cue-radius, 8px);
    border-end-start-radius: var(--cue-radius, 8px);
    color: CanvasText;
    inline-size: 100%;
    max-block-size: 100%;
    overflow: hidden;
    overflow-wrap: anywhere;
    padding: 6px 8px;
  }
  ::slotted(cue-wishlist-button) {
    --cue-wishlist-button-background: color-mix(in srgb, Canvas 80%, transparent);
    inset-block-start: 4px;
    inset-inline-end: 4px;
    position: absolute;
    z-index: 1;
  }
  .hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  .waiting .name {
    min-block-size: 1.4em;
  }
  .waiting .name,
  .waiting .price {
    background: color-mix(in srgb, currentColor 7%, transparent);
    background-clip: content-box;
    border-radius: 4px;
    padding-block: 0.3em;
  }
  .waiting .price {
    inline-size: 50%;
  }
  .waiting li {
    animation: breathe 1.6s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .waiting li {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    a:focus-visible::before {
      outline-color: Highlight;
    }
    .picture {
      border: 1px solid CanvasText;
    }
    .waiting .name,
    .waiting .price {
      border: 1px solid GrayText;
    }
  }
`;
