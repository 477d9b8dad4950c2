import { expect } from 'chai';
import fc from 'fast-check';
import { atom } from 'nanostores';
import { setConsent } from '../../src/store/consent.js';
import { $viewed, createViewed, forgetViewed, mergeViewed, rememberViewed } from '../../src/store/viewed.js';
import { forgetPage } from '../forget-page.js';
import { hearReports } from '../hear-reports.js';
import { openTabs } from './open-tabs.js';

const ids = () => $viewed.get().map(({ product }) => product.id);

describe('viewed products', () => {
  beforeEach(() => forgetPage());

  it('are the latest first, each once', () => {
    rememberViewed({ id: 'a' }, 1);
    rememberViewed({ id: 'b' }, 2);
    rememberViewed({ id: 'a', name: 'Teapot' }, 3);
    expect($viewed.get()).to.deep.equal([
      { product: { id: 'a', name: 'Teapot' }, viewedAt: 3 },
      { product: { id: 'b' }, viewedAt: 2 },
    ]);
  });

  it('are at most a hundred, in memory and on the device', () => {
    setConsent('granted');
    for (let at = 0; at < 250; at++) rememberViewed({ id: `p${at}` }, at);
    expect(ids()).to.have.length(100);
    expect([ids()[0], ids()[99]]).to.deep.equal(['p249', 'p150']);
    const keys = Object.keys(localStorage).filter((key) => key.includes(':viewed:'));
    expect(keys).to.have.length(100);
    forgetPage({ storage: true });
    expect(ids()).to.have.length(100);
  });

  it('are forgotten, one or all, in memory and on the device, and listeners hear of it once', () => {
    setConsent('granted');
    for (const id of ['a', 'b', 'c']) rememberViewed({ id }, 1);
    const changes: number[] = [];
    const stop = $viewed.listen((viewed) => changes.push(viewed.length));
    forgetViewed('b');
    expect(ids()).to.have.members(['a', 'c']);
    forgetViewed('nothing');
    forgetViewed();
    expect(ids()).to.deep.equal([]);
    expect(changes).to.deep.equal([2, 0]);
    expect(Object.keys(localStorage).filter((key) => key.includes(':viewed:'))).to.deep.equal([]);
    stop();
  });

  it('that one tab forgets are forgotten in the others', () => {
    const { tabs, settle } = openTabs(2);
    const views = tabs.map(({ device }) => createViewed(device, atom(true)));
    views[0]!.update('a', () => ({ product: { id: 'a' }, viewedAt: 1 }));
    settle();
    views[1]!.forget('a');
    settle();
    expect(views.map((view) => view.get('a'))).to.deep.equal([undefined, undefined]);
    expect(tabs.map((tab) => tab.seen())).to.deep.equal([{}, {}]);
  });

  it('that are no products are left out, with a warning', () => {
    const heard = hearReports();
    for (const odd of [null, 'a', {}]) rememberViewed(odd as never);
    rememberViewed({ id: 'a' }, NaN);
    expect(ids()).to.deep.equal([]);
    expect(heard.warnings).to.have.length(1);
    heard.stop();
  });

  it('merge the same in any order and grouping', () => {
    const view = fc.record({
      product: fc.constantFrom({ id: 'a' }, { id: 'a', name: 'Teapot' }, { id: 'a', price: 2 }),
      viewedAt: fc.nat(2),
    });
    fc.assert(
      fc.property(view, view, view, (a, b, c) => {
        expect(mergeViewed(a, b)).to.deep.equal(mergeViewed(b, a));
        expect(mergeViewed(mergeViewed(a, b), c)).to.deep.equal(mergeViewed(a, mergeViewed(b, c)));
        expect(mergeViewed(a, a)).to.deep.equal(a);
      }),
    );
  });
});
