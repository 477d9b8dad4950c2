import { expect } from 'chai';
import * as fc from 'fast-check';
import { formatPrice, languageOf } from '../../../src/elements/internal/format-price.js';

const inLanguage = (lang: string): HTMLElement => {
  const around = document.createElement('div');
  around.lang = lang;
  return around.appendChild(document.createElement('span'));
};

describe('formatPrice', () => {
  it('writes an amount as people do where the element stands', () => {
    expect(formatPrice(inLanguage('en'), 1234.5, 'EUR')).to.equal('€1,234.50');
    expect(formatPrice(inLanguage('de'), 1234.5, 'EUR')).to.match(/^1\.234,50\s€$/);
    expect(formatPrice(inLanguage('ja'), 1200, 'JPY')).to.match(/^[¥￥]1,200$/);
    expect(formatPrice(inLanguage('en'), 1.5, 'KWD')).to.match(/^KWD\s1\.500$/);
  });

  it('writes a number where no currency is known', () => {
    expect(formatPrice(inLanguage('en'), 1234.5, undefined)).to.equal('1,234.5');
  });

  it('leaves a currency that is none as it is written', () => {
    expect(formatPrice(inLanguage('en'), 24.9, 'EURO')).to.equal('24.9 EURO');
  });

  it('never throws, whatever the language and the currency are said to be', () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), fc.string(), (lang, amount, currency) => {
        expect(formatPrice(inLanguage(lang), amount, currency))
          .to.be.a('string')
          .and.not.equal('');
      }),
    );
  });
});

describe('languageOf', () => {
  it('is that of the nearest lang, of the page else, and undefined where that is no language', () => {
    expect(languageOf(inLanguage('pt-BR'))).to.equal('pt-BR');
    expect(languageOf(document.createElement('span'))).to.equal(document.documentElement.lang || undefined);
    expect(languageOf(inLanguage('not a language'))).to.equal(undefined);
  });
});
