import { ReactiveElement } from '@lit/reactive-element';
import { report } from '../../browser/report.js';
// Types of the events, for who imports an element alone.
import '../../events/dom-event-maps.js';

/**
 * What all elements have in common: a fault while connecting or rendering stays here. Lit alone would let it reach the
 * host page, as an unhandled rejection or as an error of whoever inserted the element.
 */
export abstract class ContainedElement extends ReactiveElement {
  override connectedCallback(): void {
    try {
      super.connectedCallback();
    } catch (error) {
      failed(this, error);
    }
  }

  override disconnectedCallback(): void {
    try {
      super.disconnectedCallback();
    } catch (error) {
      failed(this, error);
    }
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      failed(this, error);
    }
  }
}

function failed(element: Element, error: unknown): void {
  report(`<${element.localName}> failed`, error);
}
