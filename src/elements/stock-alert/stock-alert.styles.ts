import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    max-inline-size: var(--cue-stock-alert-width, 28rem);
  }
`;
