import { css, html, LitElement, nothing } from 'lit';

/**
 * What a good developer would write by hand in Lit for a toggle that is an icon: a button in a shadow root with its
 * state, its accessible name and its label's slot, the same heart as ours, static styles, one click handler that tells
 * of the change. It knows no product, keeps nothing, asks nobody and has no styles against the host page's.
 */
class LitToggle extends LitElement {
  static properties = {
    pressed: { type: Boolean },
    label: { type: String },
  };

  static styles = css`
    :host {
      display: inline-block;
    }
    button {
      appearance: none;
      background: none;
      block-size: 44px;
      border: 0;
      color: inherit;
      cursor: pointer;
      inline-size: 44px;
      padding: 0;
    }
    svg {
      block-size: 24px;
      fill: transparent;
      inline-size: 24px;
      stroke: currentColor;
    }
    button[aria-pressed='true'] svg {
      fill: #c8102e;
      stroke: #c8102e;
    }
    button:focus-visible {
      outline: 2px solid currentColor;
    }
  `;

  constructor() {
    super();
    this.pressed = false;
  }

  #onClick() {
    this.pressed = !this.pressed;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  render() {
    return html`<button
      part="button"
      type="button"
      aria-pressed=${this.pressed}
      aria-label=${this.label ?? nothing}
      @click=${this.#onClick}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path
          d="M12 20.7C5.6 15.6 2.8 12.3 2.8 8.7a4.9 4.9 0 0 1 9.2-2.3 4.9 4.9 0 0 1 9.2 2.3c0 3.6-2.8 6.9-9.2 12Z"
        /></svg
      ><slot></slot>
    </button>`;
  }
}

export const tag = 'lit-toggle';
export const markup = (i) => `<lit-toggle label="Add Product ${i} to wishlist"></lit-toggle>`;
export const define = () => customElements.define(tag, LitToggle);
