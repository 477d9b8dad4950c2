import { uuid } from '../../events/uuid.js';
import { cleanName } from '../../store/wish-lists.js';
import type { WishList } from '../../store/wish-lists.js';
import { isPromise } from '../internal/is-promise.js';
import { reportFailure } from '../internal/report-failure.js';
import { listSteps } from './list-steps.js';
import { renderListBar } from './render-list-bar.js';
import type { SayList } from './render-list-bar.js';
import type { PartHost } from './wishlist-part.js';

interface ListManagerOptions {
  host: PartHost;
  say: SayList;
  known: () => readonly WishList[];
  /** The list that is shown. */
  current: () => WishList | undefined;
  /** Shows a list; all wishes, without an id. */
  show: (id: string | undefined) => void;
}

export interface ListManager {
  show(id: string | undefined): void;
  /** @param all how many wishes there are @param count how many of them are on a list */
  render(all: number, count: (id: string) => number): unknown;
}

/** What a shopper does with whole lists: choosing, making, naming and deleting them. */
export function createListManager({ host, say, known, current, ...options }: ListManagerOptions): ListManager {
  const { element, focus } = host;
  let form: 'create' | 'rename' | undefined;
  /** The list that was deleted just now. */
  let deleted: WishList | undefined;
  let busy = false;

  const within = (selector: string) => () => element.renderRoot.querySelector(selector);

  async function take(run: () => boolean | Promise<boolean>, button: HTMLElement | null, done?: () => void) {
    if (busy) return;
    try {
      const answer = run();
      busy = isPromise(answer);
      element.requestUpdate();
      if (isPromise(answer) ? await answer : answer) done?.();
    } catch (error) {
      reportFailure('the shop could not change a list', error, () => button, say('failed'));
    } finally {
      busy = false;
      element.requestUpdate();
    }
  }

  function show(id: string | undefined): void {
    form = deleted = undefined;
    options.show(id);
  }

  /** Shows a list after a step, and says so. */
  function shown(id: string, text: string): void {
    show(id);
    host.say(text);
    focus(within('.which'));
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

  function save(text: string, button: HTMLElement | null): void {
    const name = cleanName(text);
    const list = current();
    if (name && form === 'rename' && list) rename(list, name, button);
    else if (name) create(name, button);
  }

  function rename({ id, name: before }: WishList, name: string, button: HTMLElement | null): void {
    const run = () => name === before || listSteps.rename(element, { id, name }, before);
    void take(run, button, () => {
      form = undefined;
      host.say(say('listRenamed', { name }));
      focus(within('.rename'));
    });
  }

  function create(name: string, button: HTMLElement | null): void {
    const made = (id: string): void => shown(id, say('listMade', { name }));
    // Two lists of one name could not be told apart.
    const same = known().find((other) => other.name === name);
    if (same) made(same.id);
    else void take(() => listSteps.create(element, { id: uuid(), name }, made), button);
  }

  function remove(list: WishList, button: HTMLElement): void {
    void take(
      () => listSteps.delete(element, list),
      button,
      () => {
        show(undefined);
        deleted = list;
        host.say(say('listDeleted', { name: list.name }));
        focus(within('.restore'));
      },
    );
  }

  function restore(list: WishList, button: HTMLElement): void {
    const { id, name } = list;
    void take(
      () => listSteps.restore(element, list),
      button,
      () => shown(id, say('listRestored', { name })),
    );
  }

  return {
    show,
    render(all, count) {
      const list = current();
      const naming = form && {
        name: form === 'rename' ? (list?.name ?? '') : '',
        busy,
        texts: { label: say('listName'), save: say('save'), cancel: say('cancel') },
        onSave: save,
        onCancel: cancel,
      };
      return renderListBar({
        say,
        lists: known().map(({ id, name }) => ({ id, name, count: count(id) })),
        current: list,
        all,
        busy,
        deleted,
        naming,
        onShow: show,
        onCreate: () => ask('create'),
        onRename: () => ask('rename'),
        onDelete: remove,
        onRestore: restore,
      });
    },
  };
}
