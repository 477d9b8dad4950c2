import { expect } from 'chai';
import fc from 'fast-check';
import { formatTime } from '../../../src/elements/video/format-time.js';
import { chapterAt, chaptersFromJson } from '../../../src/elements/video/read-chapters.js';
import { hear, warnings } from '../mount.js';

describe('chapters', () => {
  it('are read in the order in which they come, with what a product may have', () => {
    const chapters = chaptersFromJson(
      JSON.stringify({
        chapters: [
          { start: 30, title: ' Pouring ' },
          {
            start: 0,
            title: 'Tea',
            product: { id: 't1', name: 'Teapot', price: 5, url: '/tea', evil: 1, image: 'javascript:x' },
          },
        ],
      }),
    );
    expect(chapters).to.deep.equal([
      { start: 0, title: 'Tea', product: { id: 't1', name: 'Teapot', price: 5, url: `${location.origin}/tea` } },
      { start: 30, title: 'Pouring', product: undefined },
    ]);
    expect(chaptersFromJson('[{"start":1,"title":"A list alone"}]')).to.have.length(1);
  });

  it('that are none are left out, and broken JSON is reported', () => {
    const said = warnings();
    const errors = hear(window, 'cue-error');
    for (const text of [
      'null',
      '{}',
      '1',
      '{"chapters":{}}',
      '{"chapters":[null,1,{},{"start":-1,"title":"x"},{"start":1},{"start":"1","title":"x"},{"start":1,"title":" "}]}',
    ])
      expect(chaptersFromJson(text), text).to.deep.equal([]);
    expect(said).to.have.length(0);
    expect(chaptersFromJson('{"chapters":[')).to.deep.equal([]);
    expect([said.length, errors.length]).to.deep.equal([1, 1]);
  });

  it('none of them pollutes a prototype', () => {
    chaptersFromJson(
      '[{"start":1,"title":"x","__proto__":{"polluted":1},"product":{"id":"a","__proto__":{"polluted":1}}}]',
    );
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('know which one a second is in', () => {
    const chapters = [0, 10, 20].map((start) => ({ start: start + 5, title: 'x' }));
    expect([0, 5, 14.9, 15, 100].map((time) => chapterAt(chapters, time))).to.deep.equal([-1, 0, 0, 1, 2]);
  });

  it('are written as players write times', () => {
    expect([0, 5, 65.9, 600, 3723].map(formatTime)).to.deep.equal(['0:00', '0:05', '1:05', '10:00', '1:02:03']);
    fc.assert(
      fc.property(fc.nat(100_000), (seconds) => {
        const back = formatTime(seconds)
          .split(':')
          .reduce((sum, part) => sum * 60 + Number(part), 0);
        expect(back).to.equal(seconds);
      }),
    );
  });
});
