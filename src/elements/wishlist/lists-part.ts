import { html } from 'lit/html.js';
import { attempt } from '../../browser/report.js';
import { $listed, $lists } from '../../store/wish-lists.js';
import type { WishList } from '../../store/wish-lists.js';
import type { Wish } from '../../store/wishlist.js';
import { MessagesController } from '../internal/messages-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { createListManager } from './list-manager.js';
import { listSteps } from './list-steps.js';
import { messages } from './lists-part.messages.js';
import { styles } from './lists-part.styles.js';
import { partStyles } from './part.styles.js';
import { renderChoices } from './render-choices.js';
import type { SayList } from './render-list-bar.js';
import { nameOf } from './render-row.js';
import type { PartHost, RowStep, WishlistPart } from './wishlist-part.js';

/**
 * Several lists, each with a name. All wishes stay one wishlist, of which a list is a part: a heart tells whether a product
 * is wished for at all, what is on no list is still there, and who deletes a list loses nothing.
 */
export function createPart(host: PartHost): WishlistPart {
  const { element } = host;
  const texts = new MessagesController(element, messages);
  const say: SayList = (...message) => texts.say(...message);
  const lists = new StoreController(element, $lists);
  const listed = new StoreController(element, $listed);
  for (const sheet of [partStyles, styles]) adoptStyles(element, sheet);
  let all: readonly Wish[] = [];
  /** Id of the product whose lists are being chosen. */
  let choosing: string | undefined;

  const known = (): readonly WishList[] => lists.value ?? [];
  const current = (): WishList | undefined => known().find(({ id }) => id === element.list);
  const isOn = (listId: string, productId: string): boolean => listed.value?.get(listId)?.has(productId) ?? false;
  const manager = createListManager({
    host,
    say,
    known,
    current,
    show(id) {
      element.list = id;
      choosing = undefined;
      host.clear();
      host.say('');
    },
  });

  /** Takes a wish off the list that is shown. */
  function takeOff(list: WishList, wish: Wish): RowStep {
    const { product } = wish;
    const names = { name: nameOf(product), list: list.name };
    const text = say('takenOffList', names);
    return {
      label: say('removeFromList', names),
      run: () => listSteps.takeOff(element, list, product),
      done() {
        host.leave(wish, { text, undo: () => listSteps.put(element, list, product) });
        return text;
      },
    };
  }

  function choose(list: WishList, wish: Wish, box: HTMLInputElement): void {
    const { product } = wish;
    const { checked } = box;
    // What the store says is shown, also where the shop does not allow the step or has yet to answer.
    box.checked = !checked;
    const names = { name: nameOf(product), list: list.name };
    const step = {
      run: () => (checked ? listSteps.put : listSteps.takeOff)(element, list, product),
      done: () => say(checked ? 'putOnList' : 'takenOffList', names),
    };
    void host.take(product.id, !checked && list.id === current()?.id ? takeOff(list, wish) : step);
  }

  const count = (id: string): number => all.filter(({ product }) => isOn(id, product.id)).length;

  return {
    update: (wishes) => void (all = wishes),
    choose(wishes) {
      const list = current();
      return list ? wishes.filter(({ product }) => isOn(list.id, product.id)) : wishes;
    },
    bar: () => manager.render(all.length, count),
    empty: () =>
      current() &&
      html`<p class="said">${say('emptyList')}</p>
        <button
          class="action"
          part="action"
          type="button"
          @click=${() => {
            manager.show(undefined);
            host.focus(() => element.renderRoot.querySelector('.which'));
          }}
        >
          ${say('showAll')}
        </button>`,
    remove(wish) {
      const list = current();
      return list && takeOff(list, wish);
    },
    action({ product }) {
      if (!known().length) return undefined;
      const isOpen = choosing === product.id;
      return html`<button
        class="action choosing"
        part="action"
        type="button"
        aria-label=${say('chooseListsNamed', { name: nameOf(product) })}
        aria-expanded=${isOpen}
        @click=${() => {
          choosing = isOpen ? undefined : product.id;
          element.requestUpdate();
        }}
      >
        ${say('chooseLists')}
      </button>`;
    },
    below(wish) {
      const { product } = wish;
      if (choosing !== product.id || !known().length) return undefined;
      return renderChoices({
        legend: say('listsOf', { name: nameOf(product) }),
        lists: known().map((list) => ({ list, checked: isOn(list.id, product.id) })),
        busy: host.isPending(product.id),
        onChoose: (list, box) => attempt('a list could not be changed', () => choose(list, wish, box)),
      });
    },
  };
}
