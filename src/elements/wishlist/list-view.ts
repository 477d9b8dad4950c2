import { html, nothing } from 'lit/html.js';
import type { Wish } from '../../store/wishlist.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { MessagesController } from '../internal/messages-controller.js';
import { wishStep } from '../internal/wish-step.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { createRowItems } from './arrange-rows.js';
import { createRows } from './create-rows.js';
import type { Row } from './create-rows.js';
import { messages } from './list-view.messages.js';
import { styles } from './list-view.styles.js';
import { createParts } from './load-parts.js';
import { nameOf, renderRow } from './render-row.js';
import type { SayInList } from './say.js';
import { StepController } from './step-controller.js';
import type { CueWishlist } from './wishlist.js';
import type { RowStep } from './wishlist-part.js';

/** The list itself, as its element shows it. */
export interface ListView {
  /** Before each rendering. @param inView whether the list is seen, and not only its badge */
  update(wishes: readonly Wish[], inView: boolean): void;
  render(): unknown;
  /** After each rendering. */
  rendered(): void;
  /** Begins anew, without ways back: the shopper has opened it. */
  restart(): void;
}

/** Loaded when a list is first looked at: most pages have only its badge. */
export function createListView(element: CueWishlist): ListView {
  const texts = new MessagesController(element, messages);
  const say: SayInList = (...message) => texts.say(...message);
  const steps = new StepController(element, () => say('failed'));
  const rows = createRows();
  const arrange = createRowItems(element);
  const parts = createParts({
    element,
    take: steps.take,
    isPending: (id) => steps.isPending(id),
    present: (product) => parts.present(product),
    leave: (wish, removal) => rows.remove(wish, removal),
    clear: () => rows.clear(),
    sayInList: say,
    say: steps.say,
    focus: steps.focus,
  });
  let shown: readonly Row[] = [];
  adoptStyles(element, styles);

  function remove(wish: Wish): RowStep {
    const { product } = wish;
    return {
      run: () => wishStep(element, product, false, 'remove'),
      done() {
        const text = say('removed', { name: nameOf(product) });
        rows.remove(wish, { text, undo: () => wishStep(element, product, true, 'undo') });
        return text;
      },
    };
  }

  /** A double click would undo what it has just done. */
  function onPress({ wish, removal }: Row, event: MouseEvent): void {
    if (event.detail > 1) return;
    const { product } = wish;
    const step = removal
      ? { run: removal.undo, done: () => say('restored', { name: nameOf(product) }) }
      : (parts.removal(wish) ?? remove(wish));
    void steps.take(product.id, step);
  }

  function renderOwn(): unknown {
    const bar = element.lists || element.share;
    return html`${bar ? html`<div class="bar">${parts.list().map((part) => part.bar?.())}</div>` : nothing}
    ${
      shown.length
        ? html`<ul class="rows" role="list" @keydown=${ignoreKeyRepeat}></ul>`
        : html`<div class="empty">
            ${parts.first((part) => part.empty?.()) ?? html`<slot name="empty">${say('empty')}</slot>`}
          </div>`
    }`;
  }

  return {
    update(wishes, inView) {
      const some = inView && wishes.length > 0;
      parts.want({
        shared: location.hash.startsWith('#cue-wishlist='),
        lists: inView && element.lists,
        share: inView && element.share,
        changes: some,
        cart: some && element.moveToCart,
      });
      shown = rows.list(parts.choose(wishes));
    },
    // The status is there before there is anything to say, or nobody would hear it.
    render: () =>
      html`<p class="hidden" role="status">${steps.said}</p>
        ${parts.first((part) => part.instead?.()) ?? renderOwn()}`,
    rendered() {
      arrange(element.renderRoot.querySelector('.rows'), shown, (row) => {
        const { product } = row.wish;
        return renderRow({
          row,
          product: parts.present(product),
          removeLabel: parts.removal(row.wish)?.label,
          pending: steps.isPending(product.id),
          host: element,
          say,
          parts: parts.list(),
          onPress: (event) => onPress(row, event),
        });
      });
    },
    restart() {
      rows.clear();
      steps.said = '';
    },
  };
}
