import { expect } from 'chai';
import fc from 'fast-check';
import { atom } from 'nanostores';
import {
  $answers,
  $showings,
  createAnswers,
  createShowings,
  mergeInstants,
  rememberAnswer,
  rememberShowing,
} from '../../src/store/campaign-memory.js';
import { createDevice } from '../../src/store/device.js';
import { forgetPage } from '../forget-page.js';
import { contentOf, fakeStorage } from './fake-storage.js';
import { openTabs } from './open-tabs.js';

describe('what is remembered of prompts', () => {
  beforeEach(() => forgetPage());

  it('are answers, of each kind the latest, kept without consent', () => {
    rememberAnswer('no-thanks newsletter', 2000);
    rememberAnswer('no-thanks newsletter', 1000);
    forgetPage({ storage: true });
    expect([...$answers.get()]).to.deep.equal([['no-thanks newsletter', { at: [2000] }]]);
  });

  it('are showings under all their names, on this page only until they may be kept', () => {
    rememberShowing(['all', 'c:leaving'], 1000);
    rememberShowing(['all'], 3000);
    rememberShowing(['all'], 2000);
    expect($showings.get().get('all')).to.deep.equal({ at: [1000, 2000, 3000] });
    expect(Object.keys(localStorage)).to.deep.equal([]);

    const storage = fakeStorage();
    const $may = atom(false);
    const showings = createShowings(
      createDevice(() => storage),
      $may,
    );
    showings.update('all', () => ({ at: [1] }));
    expect(contentOf(storage)).to.deep.equal({});
    $may.set(true);
    expect(contentOf(storage)).to.deep.equal({ 'cuekit:personalization:showing:all': '{"v":1,"d":{"at":[1]}}' });
  });

  it('is the same in all tabs, whoever was first', () => {
    const { tabs, settle } = openTabs(2);
    const both = tabs.map(({ device }) => createShowings(device, atom(true)));
    both.forEach((showings, index) => showings.update('all', () => ({ at: [index + 1] })));
    settle();
    for (const showings of both) expect(showings.get('all')).to.deep.equal({ at: [1, 2] });
  });

  it('stays bounded', () => {
    const answers = createAnswers(createDevice(() => fakeStorage()));
    answers.together(() => {
      for (let at = 0; at < 310; at++) answers.update(`no-thanks c:${at}`, () => ({ at: [at] }));
    });
    expect([answers.$items.get().size, answers.get('no-thanks c:9')]).to.deep.equal([300, undefined]);
    for (let at = 0; at < 110; at++) rememberShowing(['all'], at);
    expect($showings.get().get('all')!.at).to.have.length(100);
  });

  it('that makes no sense is none', () => {
    localStorage.setItem('cuekit:answer:a', '{"v":1,"d":{"at":["yesterday"]}}');
    localStorage.setItem('cuekit:answer:b', '{"v":1,"d":{"at":[5,null]}}');
    expect([...$answers.get()]).to.deep.equal([['b', { at: [5] }]]);
  });

  it('merges the same in any order and grouping', () => {
    const instants = fc.record({
      at: fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 120, size: 'max' }),
    });
    const sorted = (most: number) => instants.map(({ at }) => mergeInstants({ at }, { at: [] }, most));
    for (const most of [1, 100])
      fc.assert(
        fc.property(sorted(most), sorted(most), sorted(most), (a, b, c) => {
          const merge = (x: typeof a, y: typeof a) => mergeInstants(x, y, most);
          expect(merge(a, b)).to.deep.equal(merge(b, a));
          expect(merge(merge(a, b), c)).to.deep.equal(merge(a, merge(b, c)));
          expect(merge(a, a)).to.deep.equal(a);
        }),
      );
  });
});
