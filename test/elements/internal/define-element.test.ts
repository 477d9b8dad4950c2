import { expect } from 'chai';
import { defineElement } from '../../../src/elements/internal/define-element.js';
import { warnings } from '../mount.js';

const newClass = (): CustomElementConstructor & { cuekit?: boolean } => class extends HTMLElement {};

describe('defineElement', () => {
  it('registers an element; doing so twice changes nothing', () => {
    const said = warnings();
    const element = newClass();
    defineElement('test-once', element);
    defineElement('test-once', element);
    expect(customElements.get('test-once') === element).to.equal(true);
    expect(said).to.deep.equal([]);
  });

  it('leaves the first of two copies of the kit in place, without a word', () => {
    const said = warnings();
    const [first, second] = [newClass(), newClass()];
    first.cuekit = true;
    defineElement('test-twice', first);
    expect(() => defineElement('test-twice', second)).not.to.throw();
    expect(customElements.get('test-twice') === first).to.equal(true);
    expect(said).to.deep.equal([]);
  });

  it("leaves somebody else's element in place, and says so once", () => {
    const said = warnings();
    const theirs = newClass();
    customElements.define('test-theirs', theirs);
    defineElement('test-theirs', newClass());
    defineElement('test-theirs', newClass());
    expect(customElements.get('test-theirs') === theirs).to.equal(true);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('<test-theirs>');
  });
});
