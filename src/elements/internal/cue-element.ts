import type { PropertyValues } from '@lit/reactive-element';
import { render } from 'lit/html.js';
import { ContainedElement } from './contained-element.js';
import { templatesReady } from './template-html.js';

/** An element that renders a template. What LitElement is to ReactiveElement, with faults contained. */
export abstract class CueElement extends ContainedElement {
  /** What the element shows, as its properties and stores are now. */
  protected abstract render(): unknown;

  /** Where the page refuses Lit's policy, what builds templates instead has to be loaded before the first rendering. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return templatesReady ? templatesReady.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override update(changed: PropertyValues): void {
    const template = this.render();
    super.update(changed);
    render(template, this.renderRoot as HTMLElement, { host: this });
  }
}
