import type { Product } from '../../events/product.js';
import type { MessagesController } from '../internal/messages-controller.js';
import type { messages } from './share-button.messages.js';

/** Begins with what can be seen, so that whoever speaks to the page is understood (WCAG 2.2, 2.5.3). */
export function accessibleName(
  host: Element & { label?: string | undefined },
  product: Product | undefined,
  texts: MessagesController<typeof messages>,
): string {
  const name = host.getAttribute('title')?.trim() || product?.name;
  const { label } = host;
  if (label) return name ? texts.say('labelled', { label, name }) : label;
  return name ? texts.say('shareNamed', { name }) : texts.say('share');
}
