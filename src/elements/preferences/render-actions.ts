import { html } from 'lit/html.js';
import { ignoreKeyRepeat } from '../internal/ignore-key-repeat.js';
import type { MessagesController } from '../internal/messages-controller.js';
import type { messages } from './preferences.messages.js';

interface ActionsOptions {
  /** Whether the shopper is asked if everything is to be cleared. */
  confirming: boolean;
  say: MessagesController<typeof messages>;
  onCopy: () => void;
  onAsk: (confirming: boolean) => void;
  onConfirm: () => void;
}

/** What can be done with all of it; in place of that, the question before it is cleared. */
export function renderActions({ confirming, say, onCopy, onAsk, onConfirm }: ActionsOptions): unknown {
  if (!confirming)
    return html`<div class="actions" @keydown=${ignoreKeyRepeat}>
      <button class="copy" part="copy" type="button" @click=${onCopy}>${say.say('copy')}</button>
      <button class="clear" part="clear" type="button" @click=${() => onAsk(true)}>${say.say('clear')}</button>
    </div>`;
  return html`<div class="warning" part="warning" role="group" aria-labelledby="warning" @keydown=${ignoreKeyRepeat}>
    <p id="warning">${say.say('warning')}</p>
    <div class="actions">
      <button class="keep" type="button" aria-describedby="warning" @click=${() => onAsk(false)}>
        ${say.say('keep')}
      </button>
      <button class="confirm" type="button" @click=${onConfirm}>${say.say('confirm')}</button>
    </div>
  </div>`;
}
