import { fill } from '../internal/fill.js';
import { messages } from './wishlist-button.messages.js';

interface Shown {
  label: string | undefined;
  count: string | undefined;
  /** The product's. */
  name: string | undefined;
}

/** Begins with what can be seen, so that whoever speaks to the page is understood (WCAG 2.2, 2.5.3). */
export function accessibleName({ label, count, name }: Shown): string {
  if (label) {
    const visible = fill(messages.visible, { label, count });
    return name ? fill(messages.labelled, { label: visible, name }) : visible;
  }
  const text = name ? fill(messages.add, { name }) : messages.addUnnamed;
  return count ? fill(messages.counted, { text, count }) : text;
}
