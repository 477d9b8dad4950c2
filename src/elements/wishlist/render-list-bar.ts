import { html, nothing } from 'lit/html.js';
import type { WishList } from '../../store/wish-lists.js';
import type { MessagesController } from '../internal/messages-controller.js';
import type { messages } from './lists-part.messages.js';
import { renderNaming } from './render-naming.js';
import type { NamingOptions } from './render-naming.js';

/** What the part with the lists says, in the language of its place. */
export type SayList = MessagesController<typeof messages>['say'];

interface ListBarOptions {
  say: SayList;
  /** With how many wishes are on each. */
  lists: readonly { id: string; name: string; count: number }[];
  current: WishList | undefined;
  /** How many wishes there are. */
  all: number;
  busy: boolean;
  /** The list that was deleted just now. */
  deleted: WishList | undefined;
  naming: NamingOptions | undefined;
  onShow: (id: string | undefined) => void;
  onCreate: () => void;
  onRename: () => void;
  onDelete: (list: WishList, button: HTMLElement) => void;
  onRestore: (list: WishList, button: HTMLElement) => void;
}

/** Which list is shown, and what can be done with lists. */
export function renderListBar(options: ListBarOptions): unknown {
  const { say, lists, current, busy, deleted, naming, onDelete } = options;
  const button = (name: 'create' | 'rename' | 'delete', onPress: (button: HTMLElement) => void): unknown =>
    html`<button
      class="action plain ${name}"
      part="action"
      type="button"
      aria-busy=${busy || nothing}
      @click=${({ detail, currentTarget }: MouseEvent) => {
        if (detail < 2) onPress(currentTarget as HTMLElement);
      }}
    >
      ${say(name)}
    </button>`;
  return html`${lists.length ? renderWhich(options) : nothing}${button('create', options.onCreate)}${
    current ? [button('rename', options.onRename), button('delete', (pressed) => onDelete(current, pressed))] : nothing
  }${deleted ? renderDeleted(deleted, options) : nothing}${naming ? renderNaming(naming) : nothing}`;
}

/** Each step of the arrow keys shows a list, which loses nothing. */
function renderWhich({ say, lists, current, all, onShow }: ListBarOptions): unknown {
  return html`<select
    class="which"
    part="which"
    aria-label=${say('which')}
    @input=${({ target }: Event) => onShow((target as HTMLSelectElement).value || undefined)}
  >
    <option value="" .selected=${!current}>${say('allWishes', { count: all })}</option>
    ${lists.map(
      ({ id, name, count }) =>
        html`<option value=${id} .selected=${current?.id === id}>${say('option', { name, count })}</option>`,
    )}
  </select>`;
}

function renderDeleted(list: WishList, { say, busy, onRestore }: ListBarOptions): unknown {
  const { name } = list;
  return html`<div class="told">
    <p class="said">${say('listDeleted', { name })}</p>
    <button
      class="undo restore"
      part="undo"
      type="button"
      aria-label=${say('undoDelete', { name })}
      aria-busy=${busy || nothing}
      @click=${({ detail, currentTarget }: MouseEvent) => {
        if (detail < 2) onRestore(list, currentTarget as HTMLElement);
      }}
    >
      ${say('undo')}
    </button>
  </div>`;
}
