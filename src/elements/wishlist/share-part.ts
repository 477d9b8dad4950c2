import { html, nothing } from 'lit/html.js';
import { attempt, report } from '../../browser/report.js';
import { emit } from '../../events/emit.js';
import { FactEvent } from '../../events/fact-event.js';
import { $lists } from '../../store/wish-lists.js';
import { MessagesController } from '../internal/messages-controller.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { partStyles } from './part.styles.js';
import { messages } from './share-part.messages.js';
import { linksTo, MOST_SHARED } from './shared-link.js';
import type { PartHost, WishlistPart } from './wishlist-part.js';

/** A button that shares the list by a link, which has the whole list in it: no server keeps it. */
export function createPart({ element, say, focus }: PartHost): WishlistPart {
  const texts = new MessagesController(element, messages);
  adoptStyles(element, partStyles);
  let key = '';
  let link = '';
  let count = 0;
  let told: string | undefined;
  let byHand = false;
  let busy = false;

  const nameOfList = (): string => $lists.get().find(({ id }) => id === element.list)?.name ?? '';

  function done(method: string, text: string): void {
    told = text;
    say(text);
    const cause = { from: 'element' as const, element: element.localName, action: 'share' };
    const item_id = element.list || 'wishlist';
    emit(element, new FactEvent('cue-share', { method, content_type: 'wishlist', item_id, cause }));
  }

  const copied = (): string => texts.say(count > MOST_SHARED ? 'copiedSome' : 'copied', { count: MOST_SHARED });

  /** Nothing is awaited before sharing or copying: browsers allow both only in answer to a press. */
  async function share(): Promise<void> {
    if (busy) return;
    busy = true;
    const url = link;
    const data = { title: nameOfList() || texts.say('title'), url };
    try {
      if ('share' in navigator && (navigator.canShare?.(data) ?? true)) {
        try {
          await navigator.share(data);
          return done('native', texts.say('shared'));
        } catch (error) {
          // The shopper has thought better of it: that is no share, and no fault.
          if ((error as DOMException).name === 'AbortError') return;
        }
      }
      try {
        await navigator.clipboard.writeText(url);
        done('copy', copied());
      } catch {
        // Not allowed, or not on a page without TLS.
        byHand = true;
        focus(() => element.renderRoot.querySelector('.link'));
      }
    } finally {
      busy = false;
      element.requestUpdate();
    }
  }

  return {
    choose(wishes) {
      const products = wishes.map(({ product }) => product);
      const list = { name: nameOfList(), products };
      const now = JSON.stringify([list, element.shareUrl]);
      if (now === key) return wishes;
      key = now;
      count = products.length;
      told = undefined;
      byHand = false;
      attempt('a list could not be written into a link', async () => {
        const { now: long, packed } = linksTo(list, element.shareUrl);
        link = long;
        const short = await packed;
        if (key === now) link = short;
      });
      return wishes;
    },
    bar() {
      if (!count) return nothing;
      return html`<button
          class="action plain share"
          part="action"
          type="button"
          @click=${({ detail }: MouseEvent) => {
            if (detail < 2) share().catch((error: unknown) => report('a list could not be shared', error));
          }}
        >
          ${texts.say('share')}</button
        >${told ? html`<p class="said">${told}</p>` : nothing}${
          byHand
            ? html`<label class="label"
                >${texts.say('byHand')}<input
                  class="field link"
                  part="field"
                  readonly
                  .value=${link}
                  @focus=${({ target }: Event) => (target as HTMLInputElement).select()}
                  @copy=${() => {
                    if (!told) done('copy', copied());
                  }}
              /></label>`
            : nothing
        }`;
    },
  };
}
