import { html, nothing } from 'lit/html.js';
import { safeUrl } from '../../browser/safe-url.js';
import type { Incentive } from '../../incentives/incentive.js';
import { formatEnd } from '../internal/format-end.js';
import { formatPrice } from '../internal/format-price.js';
import type { MessagesController } from '../internal/messages-controller.js';
import type { Description } from './describe-incentive.js';
import type { messages } from './incentive.messages.js';

interface IncentiveOptions {
  element: Element;
  incentive: Incentive;
  described: Description;
  say: MessagesController<typeof messages>;
  /** Whether the shop's cart takes a code without a link. */
  canApply: boolean;
  onGet: () => void;
  onCopy: (event: Event) => void;
  onApply: () => void;
}

/** The link that uses it; `undefined` where the shop has none, or it needs what is not there. */
function linkOf({ apply }: Incentive, { code, offer }: Description): string | undefined {
  if (apply === undefined) return undefined;
  const values: Readonly<Record<string, string | undefined>> = { code, offer };
  let complete = true;
  const link = apply.replace(/\{(code|offer)\}/g, (_, name: string) => {
    complete &&= values[name] !== undefined;
    return encodeURIComponent(values[name] ?? '');
  });
  return complete && safeUrl(link) ? link : undefined;
}

export function renderIncentive(options: IncentiveOptions): unknown {
  const { element, incentive, described, say } = options;
  const { state, endsAt, message, missing, better, busy } = described;
  const { minimum, terms, name, limit } = incentive;
  const price = (money: typeof minimum) => money && formatPrice(element, money.value, money.currency);
  const small = [
    terms,
    minimum && say.say('least', { amount: price(minimum) }),
    limit && say.say('limit', { count: limit }),
    endsAt && !element.querySelector('cue-countdown') && say.say('until', { date: formatEnd(endsAt, say.language) }),
  ].filter(Boolean);
  const open = state !== 'over';
  return html`<div class="root" part="base" role="group" aria-labelledby="name">
    <p class="name" id="name" part="name"><bdi>${name}</bdi></p>
    ${open && small.length ? html`<p class="small" part="terms">${small.map((text, at) => html`${at ? ' · ' : ''}<bdi>${text}</bdi>`)}</p>` : nothing}
    ${open ? html`<slot></slot>${renderWays(options)}` : nothing}
    <p class="small" part="message" role="status" aria-busy=${busy ? 'true' : nothing}>
      ${message ? say.say(message, { amount: price(missing), name: better }) : ''}
    </p>
  </div>`;
}

/** The ways on: to get it, to copy its code, to use it. */
function renderWays({ incentive, described, say, canApply, onGet, onCopy, onApply }: IncentiveOptions): unknown {
  const { state, code, offer, message, busy } = described;
  const disabled = busy ? 'true' : nothing;
  // As far as the page knows, the shop would not take it now.
  const use = message === 'missing' || message === 'products' || message === 'stacking' ? '' : 'main';
  const lacks = incentive.code && code === undefined && offer === undefined;
  if (state === 'offered' || state === 'pending' || (lacks && message === 'offline'))
    return html`<div class="row">
      <button class="main" part="get" type="button" aria-disabled=${disabled} @click=${onGet}>${say.say('get')}</button>
    </div>`;
  const link = state === 'applied' ? undefined : linkOf(incentive, described);
  const uses = state !== 'applied' && incentive.apply === undefined && canApply && !lacks && incentive.code;
  if (code === undefined && !link && !uses) return nothing;
  return html`<div class="row">
    ${code === undefined ? nothing : html`<code class="code" part="code" dir="ltr" @copy=${onCopy}>${code}</code>`}
    ${
      code === undefined || state === 'applied'
        ? nothing
        : html`<button part="copy" type="button" @click=${onCopy}>${say.say('copy')}</button>`
    }
    ${link ? html`<a class=${`apply ${use}`} part="apply" href=${safeUrl(link) ?? nothing}>${say.say('apply')}</a>` : nothing}
    ${
      uses
        ? html`<button class=${use} part="apply" type="button" aria-disabled=${disabled} @click=${onApply}>
            ${say.say('apply')}
          </button>`
        : nothing
    }
  </div>`;
}
