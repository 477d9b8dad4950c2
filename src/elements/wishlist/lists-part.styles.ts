import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  .naming {
    align-items: end;
    flex: 1 1 100%;
  }
  .told {
    align-items: center;
    display: flex;
    flex: 1 1 100%;
    gap: 8px;
    order: 1;
  }
  .told .said {
    flex-basis: 0;
  }
  .bar:has(.naming) > :not(.naming) {
    display: none;
  }
  .choose {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }
  legend {
    font-size: 0.875em;
    opacity: 0.8;
    padding: 0;
  }
  .choice {
    flex-wrap: nowrap;
    min-block-size: 44px;
    overflow-wrap: anywhere;
  }
  .choice input {
    accent-color: currentColor;
    block-size: 24px;
    flex: none;
    inline-size: 24px;
    margin: 0;
  }
`;
