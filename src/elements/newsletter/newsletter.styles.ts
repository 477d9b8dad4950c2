import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  :host {
    max-inline-size: var(--cue-newsletter-width, 28rem);
  }
`;
