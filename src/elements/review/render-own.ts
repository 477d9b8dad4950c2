import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { messages } from './review.messages.js';

interface OwnForm {
  action: string;
  say(key: keyof typeof messages, values?: Readonly<Record<string, number>>): string;
  label: string | undefined;
  minLength: number;
  maxLength: number;
  /** How many characters have been written. */
  written: number;
  onWritten(event: InputEvent): void;
  /** In megabytes; with 0 there is no field for a photo. */
  maxPhotoSize: number;
}

/** The form that the element renders when the shop has none between the tags. */
export function renderOwn({ action, say, label, minLength, maxLength, ...form }: OwnForm): unknown {
  const left = maxLength - form.written;
  const hint = [minLength && say('atLeast', { count: minLength }), maxLength && say('left', { count: left })];
  return html`<form class="own" action=${safeUrl(action) ?? nothing} method="post" enctype="multipart/form-data">
    <fieldset data-cue="rating">
      <legend part="label">${label ?? say('rating')}</legend>
      ${[1, 2, 3, 4, 5].map(
        (count) =>
          html`<label
            ><input type="radio" name="rating" required .value=${String(count)} /><span
              >${say('stars', { count })}</span
            ></label
          >`,
      )}
    </fieldset>
    <label for="text" part="label">${say('text')}</label>
    <textarea
      id="text"
      name="text"
      part="field"
      rows="5"
      minlength=${minLength || nothing}
      maxlength=${maxLength || nothing}
      ?required=${minLength > 0}
      aria-describedby=${hint.some(Boolean) ? 'hint' : nothing}
      @input=${form.onWritten}
    ></textarea>
    ${hint.some(Boolean) ? html`<p class="hint" id="hint">${hint.filter(Boolean).join(' · ')}</p>` : nothing}
    ${
      form.maxPhotoSize
        ? html`<label for="photo" part="label">${say('photo')}</label>
            <p class="hint" id="limit">${say('upTo', { size: form.maxPhotoSize })}</p>
            <input
              id="photo"
              name="photo"
              type="file"
              accept="image/*"
              part="photo"
              data-cue="photo"
              aria-describedby="limit"
            />`
        : nothing
    }
    <slot name="fields"></slot>
    <input type="hidden" name="product_id" data-cue="product-id" />
    <input type="hidden" name="product_name" data-cue="name" />
    <slot name="consent"></slot>
    <button class="send" part="button" type="submit">${say('send')}</button>
  </form>`;
}
