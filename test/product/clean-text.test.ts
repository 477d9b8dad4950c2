import { expect } from 'chai';
import { cleanText } from '../../src/product/clean-text.js';

describe('a text from page data', () => {
  it('is freed of entities and of white space', () => {
    expect(cleanText('  Salt &amp; Pepper&nbsp;&#8211;\n\t set&#x21; ')).to.equal('Salt & Pepper – set!');
  });

  it('keeps an entity it does not know', () => {
    expect(cleanText('a &xyz; b &#1114112;')).to.equal('a &xyz; b &#1114112;');
  });

  it('is cut after 500 characters', () => {
    expect(cleanText('x'.repeat(10_000))).to.have.length(500);
  });

  it('may be a number, and is absent when there is nothing to read', () => {
    expect(cleanText(42)).to.equal('42');
    for (const value of ['', ' \n ', null, undefined, {}, []]) expect(cleanText(value)).to.equal(undefined);
  });
});
