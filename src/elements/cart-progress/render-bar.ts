import { html, nothing, svg } from 'lit/html.js';
import type { CartStep, RewardKind } from '../../incentives/cart-progress.js';
import type { Description } from './describe-progress.js';

/** In a box of 24; the disc of what is reached has its tick cut out, so that it needs no second colour. */
const TICKED = 'M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22Zm-1.6 16L5.8 12.3l1.6-1.6 3 3 6.2-6.2 1.6 1.6Z';
const PERCENT =
  'M6.5 17.5l11-11M8 6.5a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6ZM16 14a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z';
const PARCEL =
  'M4 10h16v10H4ZM3 6.5h18V10H3ZM12 6.5V20M12 6.5C9.8 6.5 7.6 5.6 8 3.7c.5-1.7 3.3-.8 4 2.8.7-3.6 3.5-4.5 4-2.8.4 1.9-1.8 2.8-4 2.8Z';
const STAR = 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8Z';
const VAN =
  'M2.5 6h11.5v10.5H2.5ZM14 9.5h4l3.5 3.5v3.5H14ZM7 14.8a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM17.3 14.8a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z';

const icons: Readonly<Record<RewardKind, string>> = {
  discount: PERCENT,
  'free-shipping': VAN,
  gift: PARCEL,
  'free-trial': STAR,
  'gated-content': STAR,
};

interface BarOptions {
  description: Description;
  /** What the bar is about, for who cannot see it. */
  label: string;
  /** What the cart is worth, if that is known. */
  amount: number | undefined;
}

/**
 * A line to each step, and the step's sign at its end. A meter, not a progress bar: what it shows is a measure, which also goes
 * back, and no task that the page is busy with (https://www.w3.org/TR/wai-aria-1.2/#meter, #progressbar).
 */
export function renderBar({ description, label, amount }: BarOptions): unknown {
  const { progress, value } = description;
  const goal = progress.steps.at(-1)?.amount ?? 0;
  const inner = progress.steps.map(renderStep);
  // Without a span there is nothing to be measured.
  return value === undefined || amount === undefined || goal === 0
    ? html`<div class="bar" part="bar" aria-hidden="true">${inner}</div>`
    : html`<div
        class="bar"
        part="bar"
        role="meter"
        aria-label=${label}
        aria-valuemin="0"
        aria-valuemax=${goal}
        aria-valuenow=${Math.min(amount, goal)}
        aria-valuetext=${value}
      >
        ${inner}
      </div>`;
}

function renderStep({ reached, tiers }: CartStep): unknown {
  return html`<span class="track" part="track"><span class="fill" part="fill"></span></span>
    <svg
      class=${reached ? 'marker reached' : 'marker'}
      part=${reached ? 'marker marker-reached' : 'marker'}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      ${reached ? svg`<path d=${TICKED} />` : tiers[0] ? svg`<path d=${icons[tiers[0].kind]} />` : nothing}
    </svg>`;
}

/** Sizes cannot be written into a template: a strict policy forbids style attributes. */
export function sizeBar(root: ParentNode, { progress: { part, steps } }: Description): void {
  let from = 0;
  root.querySelectorAll<HTMLElement>('.track').forEach((track, index) => {
    const to = steps[index]?.at ?? from;
    const done = part >= to ? 1 : part <= from ? 0 : (part - from) / (to - from);
    track.style.setProperty('--share', String(to - from));
    track.style.setProperty('--done', `${done * 100}%`);
    from = to;
  });
}
