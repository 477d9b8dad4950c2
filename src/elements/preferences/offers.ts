import { html, nothing } from 'lit/html.js';
import { knownIncentive } from '../../incentives/known-incentive.js';
import { returnCode } from '../../incentives/return-code.js';
import { takeStep } from '../../incentives/take-step.js';
import { overAs } from '../../store/incentive-life.js';
import type { GrantedIncentive } from '../../store/incentive-life.js';
import { $incentives } from '../../store/incentives.js';
import { shopNow } from '../../store/shop-time.js';
import { formatEnd } from '../internal/format-end.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import { MessagesController } from '../internal/messages-controller.js';
import { messages } from './offers.messages.js';
import type { CuePreferences } from './preferences.js';

/** The offers that the shopper has, one by one. */
export interface Offers {
  render(): unknown;
  /** Before everything is cleared: what is not wanted can be somebody else's. */
  returnAll(): void;
}

/** What is declared on this page: of what is not, only its id is known. */
const known = (): [incentive: NonNullable<ReturnType<typeof knownIncentive>>, granted: GrantedIncentive][] =>
  [...$incentives.get()].flatMap(([id, granted]) => {
    const incentive = knownIncentive(id);
    return incentive ? [[incentive, granted]] : [];
  });

export function createOffers(element: CuePreferences): Offers {
  const texts = new MessagesController(element, messages);

  return {
    returnAll() {
      for (const [incentive, granted] of known()) returnCode(incentive, granted);
    },

    render() {
      const now = shopNow();
      const rows = known().map(([incentive, granted]) => {
        const { id, name } = incentive;
        const over = overAs(granted, now);
        const state = over
          ? texts.say(over)
          : granted.endsAt !== undefined && texts.say('until', { date: formatEnd(granted.endsAt, texts.language) });
        // It stays as what was given back: forgotten without a trace, it would be offered anew, with another end.
        const onGiveBack = (event: Event): void => {
          (event.currentTarget as Element).closest('li')!.focus();
          const cause = { from: 'element', element: element.localName, action: 'click' } as const;
          if (takeStep(element, incentive, { type: 'refuse', reason: 'returned' }, cause))
            element.said = texts.say('givenBack', { name });
        };
        return html`<li class="offer" part="offer" tabindex="-1" data-incentive=${id}>
          <span class="words">
            <span><bdi>${name}</bdi></span>
            ${state ? html`<span class="hint">${state}</span>` : nothing}
          </span>
          ${
            over
              ? nothing
              : html`<button
                  part="give-back"
                  type="button"
                  aria-label=${texts.say('giveBackNamed', { name })}
                  @click=${onGiveBack}
                  @keydown=${ignoreKeyRepeat}
                >
                  ${texts.say('giveBack')}
                </button>`
          }
        </li>`;
      });
      return rows.length
        ? html`<ul class="offers" role="list">
            ${rows}
          </ul>`
        : nothing;
    },
  };
}
