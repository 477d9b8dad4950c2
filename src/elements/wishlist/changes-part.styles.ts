import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  .changes {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    margin: 0;
  }
  .change {
    background: color-mix(in srgb, currentColor 9%, transparent);
    border-radius: 6px;
    font-size: 0.875em;
    font-weight: 600;
    padding: 2px 8px;
  }
  .sold-out {
    font-weight: 400;
  }
  @media (forced-colors: active) {
    .change {
      outline: 1px solid CanvasText;
      outline-offset: -1px;
    }
  }
`;
