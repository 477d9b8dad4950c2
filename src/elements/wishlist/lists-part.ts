import { html } from 'lit/html.js';
import { attempt } from '../../browser/report.js';
import { uuid } from '../../events/uuid.js';
import { $listed, $lists, cleanName } from '../../store/wish-lists.js';
import type { WishList } from '../../store/wish-lists.js';
import type { Wish } from '../../store/wishlist.js';
import { isPromise } from '../internal/is-promise.js';
import { MessagesController } from '../internal/messages-controller.js';
import { reportFailure } from '../internal/report-failure.js';
import { StoreController } from '../internal/store-controller.js';
import { adoptStyles } from './adopt-styles.js';
import { listSteps } from './list-step.js';
import { messages } from './lists-part.messages.js';
import { styles } from './lists-part.styles.js';
import { partStyles } from './part.styles.js';
import { renderChoices } from './render-choices.js';
import { renderListBar } from './render-list-bar.js';
import type { SayList } from './render-list-bar.js';
import { nameOf } from './render-row.js';
import type { PartHost, RowStep, WishlistPart } from './wishlist-part.js';

/**
 * Several lists, each with a name. All wishes stay one wishlist, of which a list is a part: a heart tells whether a product
 * is wished for at all, what is on no list is still there, and who deletes a list loses nothing.
 */
export function createPart(host: PartHost): WishlistPart {
  const { element, focus } = host;
  const texts = new MessagesController(element, messages);
  const say: SayList = (...message) => texts.say(...message);
  const lists = new StoreController(element, $lists);
  const listed = new StoreController(element, $listed);
  for (const sheet of [partStyles, styles]) adoptStyles(element, sheet);
  let all: readonly Wish[] = [];
  let form: 'create' | 'rename' | undefined;
  let deleted: WishList | undefined;
  /** Id of the product whose lists are being chosen. */
  let choosing: string | undefined;
  let busy = false;

  const known = (): readonly WishList[] => lists.value ?? [];
  const current = (): WishList | undefined => known().find(({ id }) => id === element.list);
  const isOn = (listId: string, productId: string): boolean => listed.value?.get(listId)?.has(productId) ?? false;
  const within = (selector: string) => () => element.renderRoot.querySelector(selector);

  /** Takes a step with a whole list. */
  async function take(run: () => boolean | Promise<boolean>, button: HTMLElement | null, done: () => void) {
    if (busy) return;
    try {
      const answer = run();
      busy = isPromise(answer);
      element.requestUpdate();
      if (isPromise(answer) ? await answer : answer) done();
    } catch (error) {
      reportFailure('the shop could not change a list', error, () => button, say('failed'));
    } finally {
      busy = false;
      element.requestUpdate();
    }
  }

  function show(id: string | undefined): void {
    element.list = id;
    form = deleted = choosing = undefined;
    host.clear();
    host.say('');
  }

  function ask(next: typeof form): void {
    form = next;
    deleted = undefined;
    host.say('');
    focus(within('.naming input'));
  }

  function cancel(): void {
    const before = form;
    form = undefined;
    focus(within(`.${before}`));
  }

  function save(name: string, button: HTMLElement | null): void {
    const clean = cleanName(name);
    if (!clean) return;
    const list = current();
    if (form === 'rename' && list) {
      const run = () => clean === list.name || listSteps.rename(element, { id: list.id, name: clean }, list.name);
      void take(run, button, () => {
        form = undefined;
        host.say(say('renamed', { name: clean }));
        focus(within('.rename'));
      });
      return;
    }
    // Two lists of one name could not be told apart.
    const same = known().find((other) => other.name === clean);
    const shown = (id: string): void => {
      show(id);
      host.say(say('made', { name: clean }));
      focus(within('.which'));
    };
    if (same) shown(same.id);
    else
      void take(
        () => listSteps.create(element, { id: uuid(), name: clean }, shown),
        button,
        () => {},
      );
  }

  function remove(list: WishList, button: HTMLElement): void {
    const { id, name } = list;
    void take(
      () => listSteps.delete(element, { id, name }),
      button,
      () => {
        show(undefined);
        deleted = list;
        host.say(say('deleted', { name }));
        focus(within('.restore'));
      },
    );
  }

  function restore({ id, name }: WishList, button: HTMLElement): void {
    void take(
      () => listSteps.restore(element, { id, name }),
      button,
      () => {
        show(id);
        host.say(say('restored', { name }));
        focus(within('.which'));
      },
    );
  }

  /** Takes a wish off the list that is shown. */
  function takeOff(list: WishList, wish: Wish): RowStep {
    const { product } = wish;
    const names = { name: nameOf(product), list: list.name };
    const text = say('taken', names);
    return {
      label: say('remove', names),
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
      done: () => say(checked ? 'put' : 'taken', names),
    };
    void host.take(product.id, !checked && list.id === current()?.id ? takeOff(list, wish) : step);
  }

  function renderBar(): unknown {
    const list = current();
    const count = (id: string): number => all.filter(({ product }) => isOn(id, product.id)).length;
    const naming = form && {
      name: form === 'rename' ? (list?.name ?? '') : '',
      busy,
      texts: { label: say('name'), save: say('save'), cancel: say('cancel') },
      onSave: save,
      onCancel: cancel,
    };
    return renderListBar({
      say,
      lists: known().map(({ id, name }) => ({ id, name, count: count(id) })),
      current: list,
      all: all.length,
      busy,
      deleted,
      naming,
      onShow: show,
      onCreate: () => ask('create'),
      onRename: () => ask('rename'),
      onDelete: remove,
      onRestore: restore,
    });
  }

  return {
    update: (wishes) => void (all = wishes),
    choose(wishes) {
      const list = current();
      return list ? wishes.filter(({ product }) => isOn(list.id, product.id)) : wishes;
    },
    bar: renderBar,
    empty: () =>
      current() &&
      html`<p class="said">${say('empty')}</p>
        <button
          class="action"
          part="action"
          type="button"
          @click=${() => {
            show(undefined);
            focus(within('.which'));
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
        aria-label=${say('chooseNamed', { name: nameOf(product) })}
        aria-expanded=${isOpen}
        @click=${() => {
          choosing = isOpen ? undefined : product.id;
          element.requestUpdate();
        }}
      >
        ${say('choose')}
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
