import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  .panel .shared {
    padding-block-start: 16px;
  }
  .panel .shared > :not(ul) {
    padding-inline: 20px;
  }
  .subtitle {
    font-size: 1.0625em;
    font-weight: 600;
    line-height: 1.3;
    margin: 4px 0 0;
    overflow-wrap: anywhere;
  }
  .add[aria-disabled='true'] {
    border-color: transparent;
    font-weight: 400;
    padding-inline: 0;
  }
  .add-all[aria-disabled] {
    opacity: 0.6;
  }
`;
