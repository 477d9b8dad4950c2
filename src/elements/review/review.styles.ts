import { css } from '@lit/reactive-element/css-tag.js';

/** A form this tall leaves no hole behind: when it is done, it is gone. */
export const styles = css`
  :host {
    max-inline-size: var(--cue-review-width, 34rem);
  }
  .away {
    display: none;
  }
  .summary {
    line-height: 1.225;
    margin: 0;
    min-block-size: calc(1.225em + 6px);
    padding-block-end: 6px;
  }
  fieldset {
    border: 0;
    margin: 0;
    min-inline-size: 0;
    padding: 0;
  }
  legend {
    font-weight: 600;
    padding: 0;
  }
  .own {
    gap: 4px;
  }
  .own > [for] {
    margin-block-start: 8px;
  }
  textarea {
    background: var(--cue-surface, Field);
    border: 1px solid var(--line);
    border-radius: var(--cue-radius, 8px);
    color: var(--cue-text, FieldText);
    font: inherit;
    inline-size: 100%;
    margin: 0;
    min-block-size: 5lh;
    padding: 8px 12px;
    resize: vertical;
  }
  textarea:user-invalid {
    border-color: var(--trouble);
  }
  [type='file'] {
    font: inherit;
    inline-size: 100%;
    min-block-size: 44px;
    padding-block: 8px;
  }
  .hint {
    font-size: 0.875em;
    margin: 0;
  }
  .send {
    justify-self: start;
    margin-block-start: 8px;
  }
`;
