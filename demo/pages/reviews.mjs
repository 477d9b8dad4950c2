// @ts-check
import { offerOf } from '../catalog.mjs';
import { html } from '../html.mjs';
import { reviewsOf, summaryOf } from '../reviews.mjs';

const day = new Intl.DateTimeFormat('en-IE', { dateStyle: 'long' });

/** @param {number} rating */
const stars = (rating) =>
  html`<span class="rated" role="img" aria-label="${rating} of 5 stars"
    ><span aria-hidden="true">${'★'.repeat(rating)}${'☆'.repeat(5 - rating)}</span></span
  >`;

/**
 * What others say of a product, and the form to say something oneself.
 * @param {import('./layout.mjs').Context} context @param {import('../catalog.mjs').Product} product
 * @param {import('../catalog.mjs').Variant | undefined} variant
 */
export function reviewSection({ session }, product, variant) {
  const reviews = reviewsOf(product.slug);
  const waiting = session.reviews.get(product.slug);
  return html`<section class="shelf voices" id="reviews" aria-labelledby="voices">
    <div>
      <h2 id="voices">What others say</h2>
      ${summaryOf(product.slug) ? html`<cue-review></cue-review>` : html`<p class="voices-none">Nobody has said anything yet.</p>`}
      <ul class="voices-list">
        ${
          waiting &&
          html`<li>
            <p>${stars(waiting.rating)} <b>${waiting.name}</b> <span class="waiting">waiting to be read by us</span></p>
            <p>${waiting.text}</p>
            ${waiting.photo && html`<p class="voices-when">With a photo</p>`}
          </li>`
        }
        ${reviews.map(
          ({ rating, name, on, text }) =>
            html`<li>
              <p>
                ${stars(rating)} <b>${name}</b>
                <time class="voices-when" datetime="${on}">${day.format(new Date(on))}</time>
              </p>
              <p>${text}</p>
            </li> `,
        )}
      </ul>
    </div>
    <div>
      <h3>And you?</h3>
      <cue-review summary="none" max-photo-size="5" moderated
        ><form class="voice" action="/reviews" method="post" enctype="multipart/form-data">
          <input type="hidden" name="product" value="${offerOf(product, variant).sku}" data-cue="product-id" />
          <fieldset data-cue="rating">
            <legend>How many stars?</legend>
            ${[1, 2, 3, 4, 5].map((count) => html`<label><input type="radio" name="rating" value="${count}" required /> ${count}<span class="hush"> ${count === 1 ? 'star' : 'stars'}</span></label>`)}
          </fieldset>
          <label for="voice-text">What is it like to live with?</label>
          <textarea id="voice-text" name="text" rows="4" minlength="10" maxlength="2000" required></textarea>
          <label for="voice-photo">A photo of it at your place, if you like (up to 5 MB)</label>
          <input id="voice-photo" name="photo" type="file" accept="image/*" data-cue="photo" />
          <label for="voice-name">Your name, as it shall stand here</label>
          <input id="voice-name" name="name" autocomplete="given-name" maxlength="80" required />
          <button class="button" type="submit">Send it to us</button>
        </form></cue-review
      >
    </div>
  </section>`;
}
