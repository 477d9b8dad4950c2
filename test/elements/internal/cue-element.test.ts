import { expect } from 'chai';
import { html } from 'lit';
import { CueElement } from '../../../src/elements/internal/cue-element.js';
import { hear, nextTask, rendered, stage, warnings } from '../mount.js';

let fault: 'connect' | 'disconnect' | 'render' | 'updated' | undefined;

function fail(step: typeof fault): void {
  if (fault === step) throw new Error(`fault in ${step}`);
}

class Frail extends CueElement {
  constructor() {
    super();
    this.addController({
      hostConnected: () => fail('connect'),
      hostDisconnected: () => fail('disconnect'),
      hostUpdated: () => fail('updated'),
    });
  }

  protected override render(): unknown {
    fail('render');
    return html`<p>well</p>`;
  }
}
customElements.define('test-frail', Frail);

describe('CueElement', () => {
  afterEach(() => {
    fault = undefined;
  });

  for (const step of ['connect', 'disconnect', 'render', 'updated'] as const) {
    it(`a fault while it does “${step}” is told as a cue-error, and is none of the host's`, async () => {
      const said = warnings();
      const errors = hear<CustomEvent<{ message: string; error: Error }>>(window, 'cue-error');
      const foreign = hear(window, 'error', 'unhandledrejection');
      const element = document.createElement('test-frail');
      fault = step;
      expect(() => stage.append(element)).not.to.throw();
      await rendered();
      expect(() => element.remove()).not.to.throw();
      await nextTask();
      expect(errors.map(({ detail }) => [detail.message, detail.error.message])).to.deep.equal([
        ['<test-frail> failed', `fault in ${step}`],
      ]);
      expect(said).to.have.length(1);
      expect(foreign).to.have.length(0);
    });
  }

  it('lives on after a fault', async () => {
    warnings();
    const element = document.createElement('test-frail') as Frail;
    fault = 'render';
    stage.append(element);
    await element.updateComplete;
    fault = undefined;
    element.requestUpdate();
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.equal('well');
  });

  it('tells the same fault of a thousand elements once', async () => {
    const said = warnings();
    fault = 'render';
    stage.append(...Array.from({ length: 1000 }, () => document.createElement('test-frail')));
    await rendered();
    expect(said).to.have.length(1);
  });
});
