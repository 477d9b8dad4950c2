import { html, nothing } from 'lit/html.js';
import { attempt } from '../../browser/report.js';
import type { Product } from '../../events/product.js';
import { $present } from '../../store/present.js';
import { $wishlist } from '../../store/wishlist.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { MessagesController } from '../internal/messages-controller.js';
import { StoreController } from '../internal/store-controller.js';
import { wishStep } from '../internal/wish-step.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { asNow } from './as-now.js';
import { findPresent } from './find-present.js';
import { partStyles } from './part.styles.js';
import { nameOf, renderName, renderPicture, renderPrice } from './render-row.js';
import { readSharedLink } from './shared-link.js';
import type { SharedList } from './shared-link.js';
import { messages } from './shared-part.messages.js';
import { styles } from './shared-part.styles.js';
import type { PartHost, RowStep, WishlistPart } from './wishlist-part.js';

/** A list that somebody has shared by a link: to look at, and to take from, until the shopper goes back to their own. */
export function createPart({ element, take, isPending, say, sayInList, focus }: PartHost): WishlistPart {
  const texts = new MessagesController(element, messages);
  const mine = new StoreController(element, $wishlist);
  const present = new StoreController(element, $present);
  for (const sheet of [partStyles, styles]) adoptStyles(element, sheet);
  let fragment: string | undefined;
  /** `undefined` while it is being read, and where it is not ours to show; `null` when it cannot be read. */
  let list: SharedList | null | undefined;
  /** Whether the panel was opened for it: closed, the list has been seen. */
  let opened = false;

  const isInline = ({ mode }: { mode: string }): boolean => mode !== 'drawer' && mode !== 'popover';

  /** Of several wishlists on a page, the one that stands in it shows the list, else the first. */
  function isOurs(): boolean {
    const all = [...element.ownerDocument.querySelectorAll('cue-wishlist')];
    return (all.find(isInline) ?? all[0] ?? element) === element;
  }

  async function read(): Promise<void> {
    const now = location.hash;
    fragment = now;
    list = undefined;
    opened = false;
    if (!isOurs()) return;
    const found = (await readSharedLink(now)) ?? null;
    if (fragment !== now) return;
    list = found;
    if (!isInline(element)) element.open = true;
    element.requestUpdate();
  }

  /** Leaves the shared list, and leaves it out of the address, so that a reload or a copy of it shows the shopper's own. */
  function leave(): void {
    list = undefined;
    fragment = undefined;
    history.replaceState(history.state, '', location.pathname + location.search);
    element.requestUpdate();
  }

  const isMine = ({ id }: Product): boolean => mine.value?.some(({ product }) => product.id === id) ?? false;
  const now = (product: Product): Product => asNow(product, present.value?.get(product.id));

  function add(product: Product): RowStep {
    return {
      run: () => isMine(product) || wishStep(element, now(product), true, 'add-shared'),
      done: () => texts.say('nowMine', { name: nameOf(now(product)) }),
    };
  }

  async function addAll(products: readonly Product[]): Promise<void> {
    await Promise.all(products.filter((product) => !isMine(product)).map((product) => take(product.id, add(product))));
    say(texts.say('allMine', { count: products.filter(isMine).length }));
  }

  function renderItem(shared: Product): unknown {
    const product = now(shared);
    const name = nameOf(product);
    const added = isMine(product);
    const busy = isPending(product.id) || nothing;
    return html`<li part="item" data-id=${product.id}>
      ${renderPicture(product)}
      <div class="text">
        ${renderName(product)} ${product.variant ? html`<span class="variant">${product.variant}</span>` : nothing}
        ${renderPrice(product, element, sayInList)}
      </div>
      <div class="more">
        <div class="actions">
          <button
            class="action add"
            part="action"
            type="button"
            aria-label=${texts.say(added ? 'addedNamed' : 'addNamed', { name })}
            aria-busy=${busy}
            aria-disabled=${added || busy}
            @click=${({ detail }: MouseEvent) => {
              if (detail < 2 && !added) void take(product.id, add(shared));
            }}
          >
            ${texts.say(added ? 'added' : 'add')}
          </button>
        </div>
      </div>
    </li>`;
  }

  function renderShared({ name, products }: SharedList): unknown {
    const missing = products.filter((product) => !isMine(product));
    return html`<h3 class="subtitle">${name ? texts.say('sharedNamed', { name }) : texts.say('sharedTitle')}</h3>
      <p class="said">${texts.say('sharedCount', { count: products.length })}</p>
      <div class="bar">
        <button
          class="action add-all"
          part="action"
          type="button"
          aria-disabled=${missing.length === 0 || nothing}
          @click=${({ detail }: MouseEvent) => {
            if (detail < 2 && missing.length) attempt('a shared list could not be added', () => addAll(missing));
          }}
        >
          ${texts.say('addAll')}
        </button>
        ${renderBack()}
      </div>
      <ul role="list" @keydown=${ignoreKeyRepeat}>
        ${products.map(renderItem)}
      </ul>`;
  }

  function renderBack(): unknown {
    return html`<button
      class="action plain"
      part="action"
      type="button"
      @click=${() => {
        leave();
        focus(() => {
          const title = element.renderRoot.querySelector<HTMLElement>('.title');
          // Only now: a drawer would put the focus on it when it opens.
          if (title) title.tabIndex = -1;
          return title;
        });
      }}
    >
      ${texts.say('mine')}
    </button>`;
  }

  return {
    update() {
      if (location.hash !== fragment) attempt('a shared list could not be read', read);
      if (list && !isInline(element)) {
        if (element.open) opened = true;
        else if (opened) leave();
      }
      if (list)
        findPresent(
          element,
          list.products.map((product) => ({ product, changedAt: 0 })),
        );
    },
    instead() {
      if (list === undefined) return undefined;
      return html`<div class="shared">
        ${
          list?.products.length
            ? renderShared(list)
            : html`<p class="said">${texts.say('unreadable')}</p>
                <div class="bar">${renderBack()}</div>`
        }
      </div>`;
    },
  };
}
