import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css`
  [role='menuitem'] {
    border-radius: 8px;
    display: flex;
    font: inherit;
    gap: 0.75em;
    inline-size: 100%;
    min-block-size: 44px;
    overflow-wrap: anywhere;
    padding: 4px 12px;
    text-align: start;
    text-decoration: none;
  }
  .away:dir(rtl) {
    scale: -1 1;
  }
  [role='menuitem']:focus-visible {
    outline-offset: -2px;
  }
  @media (hover: hover) {
    [role='menuitem']:hover {
      background: color-mix(in srgb, currentColor 8%, transparent);
    }
  }
  .manual {
    display: grid;
    gap: 6px;
    inline-size: 20em;
    max-inline-size: 100%;
    padding: 8px 10px;
  }
  label {
    font-weight: 600;
  }
  input {
    background: transparent;
    border: 1px solid color-mix(in srgb, currentColor 60%, transparent);
    border-radius: 6px;
    color: inherit;
    font: inherit;
    inline-size: 100%;
    margin: 0;
    min-block-size: 44px;
    padding-inline: 10px;
  }
  #hint {
    font-size: 0.875em;
    margin: 0;
  }
`;
