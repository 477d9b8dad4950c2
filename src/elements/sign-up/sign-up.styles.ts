import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    max-inline-size: var(--cue-sign-up-width, none);
  }
  .continue {
    margin-block-start: 8px;
  }
  .or {
    align-items: center;
    display: flex;
    gap: 12px;
    margin-block: 8px;
  }
  .or::before,
  .or::after {
    border-block-start: 1px solid color-mix(in srgb, currentColor 25%, transparent);
    content: '';
    flex: 1;
  }
  .others {
    display: grid;
    gap: 8px;
  }
`;
