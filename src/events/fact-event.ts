import type { FactDetails, FactEventName, FactNameOf } from './vocabulary.js';
import { uuid } from './uuid.js';

/**
 * A fact, as the DOM hears it: something that has just become true because of what a shopper did. Bubbles, crosses
 * shadow roots, and cannot be cancelled, since it has happened already (to have a say before, listen to the request).
 */
export class FactEvent<E extends FactEventName = FactEventName> extends CustomEvent<FactDetails[FactNameOf<E>]> {
  declare readonly type: E;
  /** UUID; the record that is made of the fact has the same. */
  readonly id: string = uuid();
  /** When it happened, in milliseconds since 1970. */
  readonly at: number = Date.now();

  constructor(type: E, detail: FactDetails[FactNameOf<E>]) {
    super(type, { detail, bubbles: true, composed: true });
  }
}
