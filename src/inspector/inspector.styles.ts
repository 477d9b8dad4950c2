import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    --line: color-mix(in srgb, currentColor 20%, transparent);
    --cue-font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    --cue-font-size: 13px;
    color: CanvasText;
    color-scheme: light dark;
    display: block;
    inset-block-end: 12px;
    inset-inline-end: 12px;
    max-inline-size: calc(100vw - 24px);
    position: fixed;
    z-index: 2147483647;
  }
  .panel {
    background: Canvas;
    border: 1px solid GrayText;
    border-radius: 8px;
    box-shadow: 0 4px 24px rgb(0 0 0 / 30%);
    color: CanvasText;
    display: flex;
    flex-direction: column;
    max-block-size: min(420px, 60dvh);
    overflow: hidden;
  }
  .open {
    inline-size: min(720px, 100vw - 24px);
  }
  header {
    align-items: center;
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 4px;
    padding: 4px 4px 4px 12px;
  }
  .open header {
    border-block-end: 1px solid var(--line);
  }
  h2,
  h3 {
    font-size: 1em;
    font-weight: 700;
    margin: 0;
  }
  h3 {
    margin-block-start: 12px;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
  }
  .toggle {
    margin-inline-start: auto;
  }
  button {
    appearance: none;
    background: none;
    border: 1px solid transparent;
    border-radius: 6px;
    color: inherit;
    cursor: pointer;
    font: inherit;
    margin: 0;
    min-block-size: 32px;
    padding: 2px 10px;
  }
  p button {
    border-color: var(--line);
    min-block-size: 28px;
  }
  button:hover {
    background: color-mix(in srgb, currentColor 10%, transparent);
  }
  [aria-selected='true'] {
    background: color-mix(in srgb, currentColor 14%, transparent);
    font-weight: 700;
  }
  /* On a phone all tabs stand in one line, below the heading and its button. */
  @media (width < 560px) {
    .tabs {
      order: 1;
    }
    .tabs button {
      padding-inline: 4px;
    }
  }
  .view {
    min-block-size: 160px;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 8px 12px 12px;
  }
  .view:focus-visible {
    outline-offset: -2px;
  }
  p {
    margin: 4px 0;
    overflow-wrap: anywhere;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th,
  td {
    border-block-end: 1px solid var(--line);
    overflow-wrap: anywhere;
    padding: 4px 12px 4px 0;
    text-align: start;
    vertical-align: top;
  }
  tbody th {
    font-weight: 400;
  }
  .shown td:nth-child(4),
  .free h3::after {
    font-weight: 700;
  }
  .free h3::after {
    content: ' — would be shown';
  }
  .held h3::after {
    content: ' — held';
    font-weight: 400;
  }
  article {
    border-block-start: 1px solid var(--line);
    padding-block: 4px 8px;
  }
  .of {
    opacity: 0.8;
  }
  .why {
    white-space: pre-line;
  }
  details {
    border-block-end: 1px solid var(--line);
  }
  summary {
    cursor: pointer;
    min-block-size: 24px;
    overflow-wrap: anywhere;
    padding-block: 4px;
  }
  .time {
    opacity: 0.8;
  }
  pre {
    direction: ltr;
    font: inherit;
    margin: 4px 0 8px;
    overflow-wrap: anywhere;
    text-align: left;
    white-space: pre-wrap;
  }
  dl {
    display: grid;
    gap: 2px 16px;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
    margin: 8px 0;
  }
  dl div {
    display: flex;
    gap: 8px;
    justify-content: space-between;
  }
  dd {
    margin: 0;
  }
  .holds {
    font-weight: 700;
  }
`;
