import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    display: block;
  }
  .root {
    overflow-wrap: anywhere;
  }
  .away {
    display: none;
  }
  a {
    color: inherit;
    display: inline-flex;
    align-items: center;
    font-weight: 600;
    min-block-size: 24px;
  }
  button {
    appearance: none;
    background: none;
    border: 1px solid currentColor;
    border-radius: var(--cue-radius, 8px);
    color: inherit;
    cursor: pointer;
    font: inherit;
    min-block-size: 44px;
    padding: 8px 18px;
  }
  .content > :first-child {
    margin-block-start: 0;
  }
  .title {
    font-weight: 600;
  }
`;
