import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  .hidden {
    clip-path: inset(50%);
    block-size: 1px;
    inline-size: 1px;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .panel ul,
  .panel .empty {
    padding-inline: 20px 8px;
  }
  .empty {
    opacity: 0.8;
    padding-block: 32px;
  }
  li {
    align-items: center;
    border-block-end: 1px solid var(--line);
    display: flex;
    gap: 16px;
    min-block-size: 97px;
    padding-block: 12px;
  }
  li:last-child {
    border-block-end: 0;
  }
  .picture {
    background: color-mix(in srgb, currentColor 7%, transparent);
    block-size: 72px;
    border-radius: 8px;
    flex: none;
    inline-size: 72px;
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
    flex: 1;
    gap: 2px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  a {
    color: inherit;
    font-weight: 500;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .variant {
    font-size: 0.875em;
    opacity: 0.8;
  }
  .price {
    column-gap: 0.5em;
    display: flex;
    flex-wrap: wrap;
  }
  .price s {
    opacity: 0.75;
  }
  .bar {
    align-items: center;
    border-block-end: 1px solid var(--line);
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    min-block-size: 61px;
    padding-block: 8px;
  }
  .panel .bar {
    padding-inline: 20px 8px;
  }
  .removed {
    flex: 1;
    margin: 0;
    opacity: 0.8;
    overflow-wrap: anywhere;
  }
  .undo {
    border-radius: 8px;
    flex: none;
    font-weight: 600;
    min-block-size: 44px;
    padding-inline: 12px;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  [aria-busy] {
    cursor: progress;
    opacity: 0.5;
  }
`;
