import { expect } from 'chai';
import { pageSingleton, version } from '../../src/browser/page-singleton.js';
import { forgetPage } from '../forget-page.js';
import { hearReports } from '../hear-reports.js';
import { loadCopy } from '../load-copy.js';

type Module = typeof import('../../src/browser/page-singleton.js');
const copy = async (of: string): Promise<Module> =>
  import(await loadCopy(new URL('../../src/browser/page-singleton.ts', import.meta.url), { copy: of, version: of }));

describe('what there is one of on a page', () => {
  let heard: ReturnType<typeof hearReports>;
  beforeEach(() => {
    forgetPage();
    heard = hearReports();
  });
  afterEach(() => heard.stop());

  it('is made once, by who asks first', () => {
    expect(pageSingleton('a', () => 1)).to.equal(1);
    expect(pageSingleton('a', () => 2)).to.equal(1);
    expect(pageSingleton('b', () => undefined)).to.equal(undefined);
    expect(pageSingleton<unknown>('b', () => 3)).to.equal(undefined);
  });

  it('is made again after making it has failed', () => {
    const failing = () => {
      throw new Error('x');
    };
    expect(() => pageSingleton('a', failing)).to.throw('x');
    expect(pageSingleton('a', () => 2)).to.equal(2);
  });

  it('is shared by copies of the kit, which say once that their versions differ', async () => {
    const [one, two] = [await copy('1.0.0'), await copy('2.0.0')];
    expect([one.version, two.version, version]).to.deep.equal(['1.0.0', '2.0.0', 'dev']);
    const made = one.pageSingleton('a', () => ({}));
    expect(one.pageSingleton('a', () => ({}))).to.equal(made);
    expect(heard.warnings).to.deep.equal([]);
    expect(two.pageSingleton('a', () => ({}))).to.equal(made);
    two.pageSingleton('b', () => 1);
    expect(heard.warnings).to.deep.equal([
      '[cuekit] versions 1.0.0 and 2.0.0 are both on this page. They share one store; load one of them only.',
    ]);
  });
});
