import { expect } from 'chai';
import { htmlPolicy, setTemplateHtml, templatesReady } from '../../../src/elements/internal/template-html.js';

describe("Lit's policy", () => {
  const table = '<table><tr><td>a</td></tr></table>';

  it('is none where there are no Trusted Types, and markup is parsed by the browser', () => {
    expect(htmlPolicy(undefined)).to.equal(undefined);
    const template = document.createElement('template');
    setTemplateHtml(template, table);
    expect(template.content.querySelector('tbody')).not.to.equal(null);
    expect(templatesReady).to.equal(undefined);
  });

  it('is created under the name that Lit uses', () => {
    const made: string[] = [];
    const policy = htmlPolicy({
      createPolicy(name, rules) {
        made.push(name);
        return rules;
      },
    });
    expect(policy?.createHTML('<p>')).to.equal('<p>');
    expect(made).to.deep.equal(['lit-html']);
  });

  it('is done without when the page refuses it, which is said once', async () => {
    const refusing = {
      createPolicy: () => {
        throw new TypeError('Policy "lit-html" already exists');
      },
    };
    const said: unknown[] = [];
    const { warn } = console;
    console.warn = (...parts: unknown[]) => void said.push(parts);
    try {
      expect(htmlPolicy(refusing)).to.equal(undefined);
      expect(htmlPolicy(refusing)).to.equal(undefined);
    } finally {
      console.warn = warn;
    }
    expect(said.length).to.equal(1);
    await templatesReady;
    const template = document.createElement('template');
    setTemplateHtml(template, table);
    expect(template.content.querySelector('td')?.textContent).to.equal('a');
    expect(template.content.querySelector('tbody'), 'built, not parsed').to.equal(null);
  });
});
