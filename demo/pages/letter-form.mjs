// @ts-check
import { html } from '../html.mjs';

/**
 * The newsletter's form, as it would be without the kit. It stands in more than one place; whoever joins in one has joined.
 * @param {import('../languages.mjs').Words} words @param {string} id of its field
 */
export const letterForm = (words, id) =>
  html`<cue-newsletter incentive="WELCOME"
    ><form action="/newsletter" method="post">
      <label for="${id}">${words.letter}</label>
      <div class="letter-row">
        <input id="${id}" name="email" type="email" autocomplete="email" maxlength="120" required />
        <input type="hidden" name="visitor" data-cue="visitor" />
        <button class="button" type="submit">${words.letterSend}</button>
      </div>
    </form>
    <cue-incentive slot="incentive" incentive="WELCOME"
      ><cue-countdown incentive="WELCOME"></cue-countdown></cue-incentive
  ></cue-newsletter>`;
