import type { PropertyValues } from '@lit/reactive-element';
import { render } from 'lit/html.js';
import { ContainedElement } from './contained-element.js';

/** An element that renders a template. What LitElement is to ReactiveElement, with faults contained. */
export abstract class CueElement extends ContainedElement {
  /** What the element shows, as its properties and stores are now. */
  protected abstract render(): unknown;

  protected override update(changed: PropertyValues): void {
    const template = this.render();
    super.update(changed);
    render(template, this.renderRoot as HTMLElement, { host: this });
  }
}
