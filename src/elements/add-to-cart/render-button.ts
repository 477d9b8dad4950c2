import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';

interface ButtonOptions {
  label: string;
  /** What assistive technology calls it. */
  name: string | undefined;
  disabled: boolean;
  pending: boolean;
  onPress: (event: MouseEvent) => void;
  /** The field for the quantity; without it there is none. */
  quantity: { label: string; value: number; onChange: (quantity: number) => void } | undefined;
}

/** The button of ours, for shops that have none. */
export function renderButton({ label, name, disabled, pending, onPress, quantity }: ButtonOptions): unknown {
  const busy = pending || nothing;
  return html`<div class="root controls">
    ${
      quantity
        ? html`<input
            part="quantity"
            type="number"
            inputmode="numeric"
            min="1"
            aria-label=${quantity.label}
            .value=${live(String(quantity.value))}
            @change=${(event: Event) => quantity.onChange((event.target as HTMLInputElement).valueAsNumber)}
          />`
        : nothing
    }
    <button
      part="button"
      type="button"
      aria-label=${name ?? nothing}
      aria-busy=${busy}
      aria-disabled=${busy}
      ?disabled=${disabled}
      @click=${onPress}
    >
      ${label}
    </button>
  </div>`;
}
