import { expect } from 'chai';
import fc from 'fast-check';
import { locateJsonFault } from '../../src/browser/locate-json-fault.js';
import { runs } from '../runs.js';

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('where a text stops being JSON', function () {
  this.timeout(60_000);

  const faults: [text: string, says: string][] = [
    ['', 'line 1, column 1: a value is expected, found the end'],
    ['{\n  "sinks": ["a"],\n}', 'line 3, column 1: a key in double quotes is expected, found “}”'],
    ["{'sinks': 1}", "line 1, column 2: a key in double quotes or “}” is expected, found “'”"],
    ['{sinks: 1}', 'line 1, column 2: a key in double quotes or “}” is expected, found “sinks”'],
    ['{"a" 1}', 'line 1, column 6: “:” is expected, found “1”'],
    ['{"a": 1 "b": 2}', 'line 1, column 9: “,” or “}” is expected, found “"”'],
    ['[1 2]', 'line 1, column 4: “,” or “]” is expected, found “2”'],
    ['[1,]', 'line 1, column 4: a value is expected, found “]”'],
    ['[01]', 'line 1, column 3: “,” or “]” is expected, found “1”'],
    ['{"a": undefined}', 'line 1, column 7: a value is expected, found “undefined”'],
    ['{} {}', 'line 1, column 4: the end is expected, found “{”'],
    ['[1', 'line 1, column 3: “,” or “]” is expected, found the end'],
    ['// comment\n{}', 'line 1, column 1: a value is expected, found “/”'],
    [
      '{"a": "b}',
      'line 1, column 7: the text that begins here does not end, or holds a line break, a tab or a lone “\\”',
    ],
    [
      '{"a": "b\\x"}',
      'line 1, column 7: the text that begins here does not end, or holds a line break, a tab or a lone “\\”',
    ],
    ['{\r\n"a": 😀}', 'line 2, column 6: a value is expected, found “😀”'],
  ];
  for (const [text, says] of faults)
    it(`is said for ${JSON.stringify(text)}`, () => expect(locateJsonFault(text)).to.equal(says));

  it('is nowhere in JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
        expect(locateJsonFault(JSON.stringify(JSON.parse(json), null, indent))).to.equal(undefined);
      }),
    );
  });

  it('is found in JSON with one change exactly when JSON.parse finds a fault', () => {
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(2),
      insert: fc.oneof(
        fc.constantFrom(...'{}[],:"\'\\ \n\t0123456789.-+eEtrufalsn/*\u0000\u00a0\ufeff\u2028', ''),
        fc.constantFrom('null', '\\u12', '1e', '-', '0x1', 'NaN', '//', '""', ',,', '1.'),
      ),
    });
    fc.assert(
      fc.property(fc.json(), change, (json, { at, remove, insert }) => {
        const position = Math.floor(at * (json.length + 1));
        const text = json.slice(0, position) + insert + json.slice(position + remove);
        const fault = locateJsonFault(text);
        expect(fault === undefined, `${text} → ${fault}`).to.equal(parses(text));
        if (fault) expect(fault).to.match(/^line \d+, column \d+: /);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('is found in any text exactly when JSON.parse finds a fault', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'{}[],:"1 -e.\\un') })),
        (text) => {
          expect(locateJsonFault(text) === undefined, text).to.equal(parses(text));
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  it('is found quickly at the end of a long text', () => {
    const before = performance.now();
    expect(locateJsonFault(`[${'{"a": [1, "b"]},\n'.repeat(20_000)}]`)).to.contain('line 20001, column 1');
    expect(performance.now() - before).to.be.below(20_000);
  });
});
