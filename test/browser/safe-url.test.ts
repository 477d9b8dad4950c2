import { expect } from 'chai';
import fc from 'fast-check';
import { safeUrl } from '../../src/browser/safe-url.js';

const BASE = 'https://shop.example/kitchen/teapots';

describe('an address that goes into a link, a picture or a form', function () {
  this.timeout(60_000);

  for (const [address, url] of [
    ['https://other.example/a?b#c', 'https://other.example/a?b#c'],
    ['http://other.example', 'http://other.example/'],
    ['//other.example/a', 'https://other.example/a'],
    ['/a', 'https://shop.example/a'],
    ['a b', 'https://shop.example/kitchen/a%20b'],
    ['?page=2', 'https://shop.example/kitchen/teapots?page=2'],
    ['#part', 'https://shop.example/kitchen/teapots#part'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['tel:+491234', 'tel:+491234'],
    ['HTTPS://OTHER.example/', 'https://other.example/'],
  ] as const)
    it(`is kept, absolute: ${address}`, () => expect(safeUrl(address, BASE)).to.equal(url));

  const script = 'javascript:alert(1)';
  const dangerous = [
    script,
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    '\u0000javascript:alert(1)',
    '\u0001\u001f \tjavascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\r\nscript\n:alert(1)',
    'javascript\t:alert(1)',
    'javascript://%0aalert(1)',
    'javascript://https://shop.example/%0aalert(1)',
    'vbscript:msgbox(1)',
    'VBSCRIPT:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
    'DATA:image/svg+xml,<svg onload=alert(1)>',
    'blob:https://shop.example/9f0c',
    'file:///etc/passwd',
    'filesystem:https://shop.example/temporary/a',
    'about:blank',
    'view-source:javascript:alert(1)',
    'feed:javascript:alert(1)',
    'jar:javascript:alert(1)!/',
    'livescript:alert(1)',
    'mocha:alert(1)',
    'ws://shop.example',
    'intent://a#Intent;scheme=javascript;end',
  ];
  for (const address of dangerous)
    it(`is left out: ${JSON.stringify(address)}`, () => expect(safeUrl(address, BASE)).to.equal(undefined));

  it('does nothing more than a path when the browser would read it as one', () => {
    // Entities and escapes mean something in HTML and in CSS, not in an attribute that is set.
    for (const address of [
      'javascript&colon;alert(1)',
      '&#106;avascript:alert(1)',
      'javascript%3Aalert(1)',
      '\\javascript:a',
    ]) {
      const url = safeUrl(address, BASE);
      if (url !== undefined) expect(new URL(url).protocol).to.equal('https:');
    }
  });

  it('is left out when it is no address, or no text', () => {
    for (const address of ['', undefined, null, 7, {}, [script], 'https://', 'http://['])
      expect(safeUrl(address, BASE)).to.equal(undefined);
    expect(safeUrl({ toString: () => 'https://a.example' }, BASE)).to.equal(undefined);
    expect(safeUrl('/a', 'no base')).to.equal(undefined);
  });

  it('never runs as a script when a browser follows it, whatever stands around and within the scheme', () => {
    const link = document.createElement('a');
    const gap = fc.string({
      unit: fc.constantFrom('\t', '\n', '\r', ' ', '\u0000', '\u00a0', '\u200b', ''),
      maxLength: 3,
    });
    const scheme = fc
      .tuple(fc.constantFrom('javascript', 'JAVASCRIPT', 'vbscript', 'data'), fc.nat(11), gap)
      .map(([name, at, between]) => name.slice(0, at) + between + name.slice(at));
    fc.assert(
      fc.property(gap, scheme, gap, (before, name, after) => {
        const url = safeUrl(`${before}${name}${after}:alert(1)`);
        if (url === undefined) return;
        link.href = url;
        expect(['http:', 'https:', 'mailto:', 'tel:']).to.include(link.protocol);
      }),
      { numRuns: 1000 },
    );
  });
});
