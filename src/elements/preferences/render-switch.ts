// Of a checkbox the browser says itself whether it is checked; `aria-checked` may not stand beside that.
/* eslint-disable lit-a11y/role-has-required-aria-attrs */
import { html } from 'lit/html.js';

interface SwitchOptions {
  id: string;
  name: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

/** A switch takes effect at once; the words beside it are its label and can be pressed as well. */
export function renderSwitch({ id, name, hint, on, onChange }: SwitchOptions): unknown {
  return html`<label class="switch" part="switch">
    <span class="words">
      <span class="name">${name}</span>
      <span class="hint" id=${`${id}-hint`}>${hint}</span>
    </span>
    <input
      type="checkbox"
      role="switch"
      part="toggle"
      autocomplete="off"
      name=${id}
      aria-label=${name}
      aria-describedby=${`${id}-hint`}
      .checked=${on}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
  </label>`;
}
