import type { MessagesController } from '../internal/messages-controller.js';
import type { messages } from './wishlist-button.messages.js';

interface Shown {
  label: string | undefined;
  count: string | undefined;
  /** The product's. */
  name: string | undefined;
}

/** Begins with what can be seen, so that whoever speaks to the page is understood (WCAG 2.2, 2.5.3). */
export function accessibleName(
  texts: Pick<MessagesController<typeof messages>, 'say'>,
  { label, count, name }: Shown,
): string {
  if (label) {
    const visible = texts.say('visible', { label, count });
    return name ? texts.say('labelled', { label: visible, name }) : visible;
  }
  const text = name ? texts.say('add', { name }) : texts.say('addUnnamed');
  return count ? texts.say('counted', { text, count }) : text;
}
