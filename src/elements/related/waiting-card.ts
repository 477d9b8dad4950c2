import { html } from 'lit/html.js';

/** What keeps the place of a card until it is there; nothing to assistive technology. */
export const waitingCard = (): unknown =>
  html`<li><span class="picture"></span><span class="name"></span><span class="price"></span></li>`;
