/** What a theme with a Lit of its own has on its pages; bundled by the tests, so that it is a second copy. */
import { html, LitElement } from 'lit';

customElements.define(
  'host-hello',
  class extends LitElement {
    render() {
      return html`<b>hello</b>`;
    }
  },
);
