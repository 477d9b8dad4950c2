import { expect } from 'chai';
import fc from 'fast-check';
import { setConsent } from '../../src/store/consent.js';
import { $viewed, mergeViewed, rememberViewed } from '../../src/store/viewed.js';
import { forgetPage } from '../forget-page.js';
import { hearReports } from '../hear-reports.js';

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
