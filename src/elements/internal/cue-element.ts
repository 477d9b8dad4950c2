import { LitElement } from 'lit';
import { report } from '../../browser/report.js';
// Types of the events, for who imports an element alone.
import '../../events/dom-event-maps.js';

/**
 * What all elements have in common: a fault while connecting or rendering stays here. Lit alone would let it reach the
 * host page, as an unhandled rejection or as an error of whoever inserted the element.
 */
export abstract class CueElement extends LitElement {
  override connectedCallback(): void {
    this.#contain(() => super.connectedCallback());
  }

  override disconnectedCallback(): void {
    this.#contain(() => super.disconnectedCallback());
  }

  protected override performUpdate(): void {
    this.#contain(() => super.performUpdate());
  }

  #contain(step: () => void): void {
    try {
      step();
    } catch (error) {
      report(`<${this.localName}> failed`, error);
    }
  }
}
