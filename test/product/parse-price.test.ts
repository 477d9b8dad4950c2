import { expect } from 'chai';
import fc from 'fast-check';
import { parsePrice } from '../../src/product/parse-price.js';

describe('a price as shops write it', () => {
  const written: [text: string | number, price: number | undefined, currency?: string][] = [
    ['1.299,00', 1299],
    ['34.000', 34000],
    ['Rp 34.000', 34000, 'IDR'],
    ['$1,024.00', 1024],
    ['1 299,00 €', 1299],
    ['1\u202f299,00\u00a0€', 1299],
    ["1'299.–", 1299],
    ['CHF 12.-', 12],
    ['12,5', 12.5],
    ['¥1,200', 1200, 'JPY'],
    ['1.250', 1.25, 'KWD'],
    ['49.9900', 49.99],
    ['10.748401', 10.75],
    ['0.990', 0.99],
    ['₹12,34,567.50', 1234567.5],
    ['１，２００円', 1200, 'JPY'],
    ['١٬٢٩٩٫٥٠', 1299.5],
    ['€ 10,00 – € 20,00', 10],
    ['$5 - $9', 5],
    ['30,000원~', 30000],
    [12.5, 12.5],
    [34.0, 34],
  ];
  for (const [text, price, currency] of written)
    it(`reads ${JSON.stringify(text)}${currency ? ` in ${currency}` : ''}`, () => {
      expect(parsePrice(text, currency)).to.equal(price);
    });
});

describe('what is no price', () => {
  const texts = [
    '',
    'free',
    '-20%',
    '20 % off',
    '-5',
    '0',
    '0,00 €',
    '10,75 € 11,95 €',
    '3 for 2',
    '2 x 5,00',
    '20 – 10',
  ];
  for (const value of [...texts, 0, -3, NaN, Infinity, null, undefined, {}, [], true])
    it(`leaves ${JSON.stringify(value) ?? 'undefined'} unread`, () => {
      expect(parsePrice(value)).to.equal(undefined);
    });

  it('does not throw for a currency that is none', () => {
    expect(parsePrice('1.250', 'nonsense')).to.equal(1250);
  });
});

describe('prices that a browser formats', () => {
  const locales = [
    'en',
    'en-IN',
    'en-ZA',
    'de',
    'de-CH',
    'de-AT',
    'fr',
    'it',
    'es',
    'pt',
    'pt-BR',
    'pl',
    'sv',
    'cs',
    'ru',
    'tr',
    'ja',
    'ar-EG',
    'fa',
    'hi',
    'bn',
    'he',
    'th',
  ];
  const currencies = ['EUR', 'USD', 'JPY', 'KWD', 'CHF', 'INR'];

  it('are read back from every locale', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.constantFrom(...currencies),
        fc.integer({ min: 1, max: 99_999_999 }),
        (locale, currency, units) => {
          const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
          const price = units / 10 ** format.resolvedOptions().maximumFractionDigits!;
          expect(parsePrice(format.format(price), currency), format.format(price)).to.be.closeTo(price, 1e-6);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('are positive and finite, or not there, for any text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ maxLength: 4 }), (text, currency) => {
        const price = parsePrice(text, currency);
        expect(price === undefined || (price > 0 && Number.isFinite(price))).to.equal(true);
      }),
    );
  });
});
