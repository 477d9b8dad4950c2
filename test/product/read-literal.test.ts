import { expect } from 'chai';
import fc from 'fast-check';
import { readLiteral } from '../../src/product/read-literal.js';
import { runs } from '../runs.js';

const read = (text: string, prose = false): unknown => readLiteral(text, 0, prose).value;

describe('a literal', () => {
  it('is read when it is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value);
        if (text.includes('__proto__')) return;
        for (const prose of [false, true])
          if (!prose || !/\\"/.test(text)) expect(read(text, prose)).to.deep.equal(JSON.parse(text));
      }),
    );
  });

  it('is read as scripts write it', () => {
    const text = `{ // product
      'id': '12', name: "it's", price: 9.50, tags: ['a', 'b',], /* old */ on: true, none: null, }`;
    expect(read(text)).to.deep.equal({ id: '12', name: "it's", price: 9.5, tags: ['a', 'b'], on: true, none: null });
  });

  it('leaves out what would have to be run', () => {
    expect(read(`{ a: window.x, b: f({ price: 1 }), c: "1" + y, d: 2 * 3, e: 5 }`)).to.deep.equal({
      a: undefined,
      b: undefined,
      c: undefined,
      d: undefined,
      e: 5,
    });
  });

  it('reads unescaped quotes inside prose', () => {
    expect(read('{"name":"A 27" screen","price":"5"}', true)).to.deep.equal({ name: 'A 27" screen', price: '5' });
  });

  it('reads what is there of a text that ends too early', () => {
    expect(read('{"name":"Teapot","offers":{"price":"12.5')).to.deep.equal({
      name: 'Teapot',
      offers: { price: '12.5' },
    });
  });

  it('pollutes no prototype', () => {
    const value = read('{"__proto__":{"polluted":1},"a":1}') as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).to.equal(undefined);
  });

  it('never throws and always ends', () => {
    const soup = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        "'",
        '`',
        ',',
        ':',
        '\\',
        '/*',
        '//',
        '\n',
        'a',
        '1',
        '-',
        '(',
        ')',
        ' ',
        '<!--',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(soup, fc.boolean(), (parts, prose) => void readLiteral(parts.join(''), 0, prose)),
      { numRuns: runs(500) },
    );
    readLiteral('['.repeat(100_000));
  });
});
