import type { FactEvent } from './fact-event.js';
import type { FactEventName } from './vocabulary.js';

/**
 * Dispatches a fact from where it happened. An element that has meanwhile left the page (a card re-rendered while the
 * shop's server was answering) cannot be heard from there, so its fact is told from the document: it happened all the same.
 */
export function emit<E extends FactEventName>(source: Element, fact: FactEvent<E>): void {
  (source.isConnected ? source : source.ownerDocument).dispatchEvent(fact);
}
