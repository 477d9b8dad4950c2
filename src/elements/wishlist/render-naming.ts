import { html } from 'lit/html.js';
import { MOST_NAME } from '../../store/wish-lists.js';

export interface NamingOptions {
  name: string;
  busy: boolean;
  texts: { label: string; save: string; cancel: string };
  onSave: (name: string, button: HTMLElement | null) => void;
  onCancel: () => void;
}

/** Asks for the name of a list. Escape goes back, and leaves the drawer around it open. */
export function renderNaming({ name, busy, texts, onSave, onCancel }: NamingOptions): unknown {
  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    if (!busy) onSave(form.querySelector('input')!.value, form.querySelector('button'));
  }
  function keydown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.repeat) event.preventDefault();
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  }
  return html`<form class="naming" @submit=${submit} @keydown=${keydown}>
    <label class="label"
      >${texts.label}<input
        class="field"
        part="field"
        name="list"
        required
        pattern=".*\\S.*"
        maxlength=${MOST_NAME}
        autocomplete="off"
        .value=${name}
    /></label>
    <button class="action" part="action" type="submit">${texts.save}</button>
    <button class="action plain" part="action" type="button" @click=${onCancel}>${texts.cancel}</button>
  </form>`;
}
