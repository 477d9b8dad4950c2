import { html, nothing } from 'lit/html.js';
import type { WishList } from '../../store/wish-lists.js';

interface ChoicesOptions {
  legend: string;
  lists: readonly { list: WishList; checked: boolean }[];
  busy: boolean;
  onChoose: (list: WishList, box: HTMLInputElement) => void;
}

/** On which lists a wish is: a box for each. */
export function renderChoices({ legend, lists, busy, onChoose }: ChoicesOptions): unknown {
  return html`<fieldset class="choose" aria-busy=${busy || nothing}>
    <legend>${legend}</legend>
    ${lists.map(
      ({ list, checked }) =>
        html`<label class="choice"
          ><input
            type="checkbox"
            .checked=${checked}
            @change=${({ target }: Event) => onChoose(list, target as HTMLInputElement)}
          />${list.name}</label
        >`,
    )}
  </fieldset>`;
}
