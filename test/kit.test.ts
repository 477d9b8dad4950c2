import { expect } from 'chai';
import { pageRun } from '../src/campaigns/page-run.js';
import { connectedCart } from '../src/cart/connected-cart.js';
import { FactEvent } from '../src/events/fact-event.js';
import type { CueRecord } from '../src/events/record.js';
import { declareIncentives } from '../src/store/declared-incentives.js';
import { $belongs } from '../src/incentives/belongs.js';
import { grantIncentive } from '../src/incentives/mark-incentive.js';
import { explainCampaign, onRecord, startKit } from '../src/kit.js';
import { dataLayer } from '../src/sinks/data-layer.js';
import type { Sink } from '../src/sinks/sink.js';
import { $campaigns, declareCampaigns } from '../src/store/campaigns.js';
import { setConsent } from '../src/store/consent.js';
import { $session } from '../src/store/session.js';
import { $visitor } from '../src/store/visitor.js';
import { $wishlist, addWish, removeWish } from '../src/store/wishlist.js';
import { forgetPage } from './forget-page.js';
import { hearReports } from './hear-reports.js';
import { loadCopy } from './load-copy.js';

let heard: ReturnType<typeof hearReports>;
const stops: (() => void)[] = [];

beforeEach(() => {
  forgetPage();
  heard = hearReports();
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  heard.stop();
});

const fact = (method: string | number) =>
  document.dispatchEvent(new FactEvent('cue-login', { method: String(method) }));

function sink(reach: Sink['reach'], name: string = reach) {
  const records: CueRecord[] = [];
  const methods = () => records.map(({ params }) => params?.method);
  return { name, reach, take: (record: CueRecord) => void records.push(record), records, methods };
}

function start(...parameters: Parameters<typeof startKit>): () => void {
  const { stop } = startKit(...parameters);
  stops.push(stop);
  return stop;
}

describe('a sink that reaches beyond the page', () => {
  it('gets nothing before consent, then what was held, once and in order, then each record', () => {
    const network = sink('network');
    start({ sinks: [network] });
    for (let index = 0; index < 5; index++) fact(index);
    expect(network.records).to.deep.equal([]);
    setConsent('granted');
    expect(network.methods()).to.deep.equal(['0', '1', '2', '3', '4']);
    fact(5);
    setConsent('granted');
    expect(network.methods()).to.deep.equal(['0', '1', '2', '3', '4', '5']);
  });

  it('has fifty records waiting at most, the latest', () => {
    const network = sink('network');
    start({ sinks: [network] });
    for (let index = 0; index < 120; index++) fact(index);
    setConsent({ analytics: 'granted' });
    expect(network.methods()).to.deep.equal(Array.from({ length: 50 }, (_, index) => String(index + 70)));
  });

  it('never gets what was held when the shopper refused, nor what happens then', () => {
    const network = sink('network');
    start({ sinks: [network] });
    fact('held');
    setConsent('denied');
    fact('refused');
    setConsent('granted');
    fact('allowed');
    expect(network.methods()).to.deep.equal(['allowed']);
  });

  it('waits again when the shopper takes the choice back', () => {
    const network = sink('network');
    start({ sinks: [network], consent: 'pending' });
    setConsent('granted');
    setConsent('pending');
    fact('held');
    expect(network.records).to.deep.equal([]);
    setConsent('granted');
    expect(network.methods()).to.deep.equal(['held']);
  });

  it('gets all at once where the shop says that no consent is needed, until the shopper refuses', () => {
    const network = sink('network');
    start({ sinks: [network], consent: 'granted' });
    fact('first');
    setConsent('denied');
    fact('second');
    expect(network.methods()).to.deep.equal(['first']);
  });

  it('gets no more from within its own delivery, when consent ends there', () => {
    const taken: unknown[] = [];
    start({
      sinks: [
        {
          name: 'n',
          reach: 'network',
          take: ({ params }) => {
            taken.push(params?.method);
            setConsent('denied');
          },
        },
      ],
    });
    fact(1);
    fact(2);
    setConsent('granted');
    expect(taken).to.deep.equal(['1']);
  });
});

describe('a sink within the page', () => {
  it('gets each record at once, unless the shopper has refused', () => {
    const page = sink('page');
    start({ sinks: [page] });
    fact('pending');
    setConsent('granted');
    fact('granted');
    setConsent('denied');
    fact('denied');
    expect(page.methods()).to.deep.equal(['pending', 'granted']);
  });
});

describe('sinks', () => {
  it('that throw or reject are reported, and keep nothing from the others', async () => {
    const page = sink('page');
    const odd = (name: string, take: () => unknown): Sink => ({ name, reach: 'page', take: take as () => void });
    start({
      sinks: [
        odd('throwing', () => {
          throw new Error('x');
        }),
        odd('rejecting', () => Promise.reject(new Error('x'))),
        page,
      ],
    });
    fact(1);
    fact(2);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(page.methods()).to.deep.equal(['1', '2']);
    expect(heard.reports).to.deep.equal(['the sink “throwing” failed', 'the sink “rejecting” failed']);
  });

  it('meet a data layer that cannot be used: it is reported, and the page hears nothing', () => {
    const page = sink('page');
    const errors: unknown[] = [];
    const hear = (event: ErrorEvent) => errors.push(event.message);
    addEventListener('error', hear);
    Object.defineProperty(window, 'cueFrozenLayer', { configurable: true, value: Object.freeze([]) });
    Object.defineProperty(window, 'cueThrowingLayer', {
      configurable: true,
      get() {
        throw new Error('host');
      },
    });
    start({ sinks: [dataLayer({ name: 'cueFrozenLayer' }), dataLayer({ name: 'cueThrowingLayer' }), page] });
    fact(1);
    removeEventListener('error', hear);
    expect(page.methods()).to.deep.equal(['1']);
    expect(errors).to.deep.equal([]);
    expect(heard.reports).to.deep.equal([
      'the sink “data-layer:cueFrozenLayer” failed',
      'the sink “data-layer:cueThrowingLayer” failed',
    ]);
    delete (window as { cueFrozenLayer?: unknown }).cueFrozenLayer;
    delete (window as { cueThrowingLayer?: unknown }).cueThrowingLayer;
  });

  it('get records in the order of the facts, also when one brings about the next', () => {
    const methods: unknown[] = [];
    const take = ({ params }: CueRecord) => {
      methods.push(params?.method);
      if (params?.method === '1') fact('3');
    };
    start({ sinks: [{ name: 'n', reach: 'network', take }] });
    fact(1);
    fact(2);
    setConsent('granted');
    expect(methods).to.deep.equal(['1', '2', '3']);
  });

  it('of one name are one, and can come again when it is stopped', () => {
    const [first, second] = [sink('page'), sink('page')];
    const stop = start({ sinks: [first] });
    start({ sinks: [second] });
    fact(1);
    expect([first.methods(), second.methods()]).to.deep.equal([['1'], []]);
    stop();
    stop();
    fact(2);
    start({ sinks: [second] });
    fact(3);
    expect([first.methods(), second.methods()]).to.deep.equal([['1'], ['3']]);
  });
});

describe('a record on a page', () => {
  const records: CueRecord[] = [];
  beforeEach(() => {
    records.length = 0;
    stops.push(onRecord((record) => records.push(record)));
  });

  it('knows the visitor, the visit and the page, without query and hash', () => {
    const before = location.href;
    history.replaceState(null, '', `${location.pathname}?email=ann@example.com&token=secret#part`);
    fact(1);
    history.replaceState(null, '', before);
    const [record] = records;
    expect(record!.page).to.deep.equal({ url: location.origin + location.pathname, title: document.title });
    expect(JSON.stringify(record)).to.not.match(/secret|example|part/);
    expect(record!.visitor).to.equal($visitor.get()!.id).and.to.have.length(36);
    expect(record!.session).to.equal($session.get()!.id).and.to.have.length(36);
  });

  it('has a visitor also after another tab has cleared storage', () => {
    setConsent('granted');
    fact(1);
    localStorage.clear();
    dispatchEvent(new StorageEvent('storage', { key: null }));
    fact(2);
    expect(records[1]!.visitor).to.have.length(36);
  });

  it('is made once, however many listen', () => {
    stops.push(onRecord((record) => records.push(record)));
    fact(1);
    expect(records).to.have.length(2);
    expect(records[0]).to.equal(records[1]);
  });
});

describe('two copies of the kit on one page', () => {
  type Kit = typeof import('../src/index.js');
  const load = async (version = '') =>
    (await import(
      await loadCopy(new URL('../src/index.ts', import.meta.url), { copy: version || 'same', version, parts: false })
    )) as Kit;

  it('have one store, and hear each other’s changes, also through a computed store', async () => {
    const other = await load();
    expect(other.addWish).to.not.equal(addWish);
    addWish({ id: 'here' }, Date.now() - 10);
    const heardHere: number[] = [];
    stops.push($wishlist.listen((list) => heardHere.push(list.length)));
    expect(other.$wishlist.get()).to.have.length(1);
    other.addWish({ id: 'there' });
    expect(heardHere).to.deep.equal([2]);
    expect($wishlist.get().map(({ product }) => product.id)).to.deep.equal(['there', 'here']);
    expect(other.$visitor.get()).to.equal($visitor.get());
  });

  it('deliver each record once to a sink that both were given', async () => {
    const other = await load();
    const [here, there] = [sink('page', 'one'), sink('page', 'one')];
    start({ sinks: [here] });
    stops.push(other.startKit({ sinks: [there] }).stop);
    fact(1);
    document.dispatchEvent(new other.FactEvent('cue-login', { method: '2' }));
    expect(here.methods()).to.deep.equal(['1', '2']);
    expect(there.records).to.deep.equal([]);
  });

  it('share the shopper’s consent', async () => {
    const other = await load();
    const network = sink('network');
    start({ sinks: [network] });
    fact(1);
    other.setConsent('granted');
    expect(network.methods()).to.deep.equal(['1']);
  });

  it('of one version say nothing, and of two warn once', async () => {
    const same = await load();
    addWish({ id: 'a' });
    same.addWish({ id: 'b' });
    expect(heard.warnings).to.deep.equal([]);
    const newer = await load('9.9.9');
    newer.addWish({ id: 'c' });
    newer.addWish({ id: 'd' });
    newer.setConsent('granted');
    expect(heard.warnings).to.have.length(1);
    expect(heard.warnings[0]).to.contain('dev').and.to.contain('9.9.9');
  });
});

describe('the window', () => {
  it('gets one symbol from the kit and nothing else but what nanostores counts in', async () => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    const module = new URL('../src/index.ts', import.meta.url).href;
    frame.srcdoc = `<script>before = new Set(Reflect.ownKeys(window)); prototypes = () =>
        [Object, Array, Function, String, Promise, Element, EventTarget].map(({ prototype }) => Reflect.ownKeys(prototype).length).join();
        shapes = prototypes();</script>
      <script type="module">
        const kit = await import(${JSON.stringify(module)});
        const imported = Reflect.ownKeys(window).filter((key) => !before.has(key));
        kit.startKit({ sinks: [kit.consoleSink()] });
        kit.addWish({ id: 'a' });
        const used = Reflect.ownKeys(window).filter((key) => !before.has(key) && key !== 'before');
        parent.dispatchEvent(new CustomEvent('globals', { detail: { imported, used, same: shapes === prototypes() } }));
      </script>`;
    const { detail } = await new Promise<CustomEvent>((resolve) =>
      addEventListener('globals', (event) => resolve(event as CustomEvent), { once: true }),
    );
    frame.remove();
    const own = (keys: unknown[]) => keys.filter((key) => !['shapes', 'prototypes', 'before'].includes(key as string));
    expect(own(detail.imported)).to.deep.equal(['nanostoresGlobal']);
    expect(own(detail.used)).to.have.members(['nanostoresGlobal', Symbol.for('cuekit')]);
    expect(detail.same).to.equal(true);
  });
});

describe('a cart', () => {
  const until = async (condition: () => boolean) => {
    for (let round = 0; round < 200 && !condition(); round++) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const cart = { name: 'own', add: () => Promise.resolve() };

  it('is connected, and stopped with the rest', async () => {
    const { stop } = startKit({ cart });
    await until(() => connectedCart() !== undefined);
    expect(connectedCart()?.adapter).to.equal(cart);
    stop();
    expect(connectedCart()).to.equal(undefined);
  });

  it('is not connected any more, when it was stopped while its code came', async () => {
    startKit({ cart }).stop();
    await import('../src/cart/find-cart.js');
    await new Promise((resolve) => setTimeout(resolve));
    expect(connectedCart()).to.equal(undefined);
  });
});

describe('campaigns', () => {
  const until = async (condition: () => unknown) => {
    for (let round = 0; round < 1000 && !condition(); round++) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const leaving = { name: 'leaving', moment: 'after-search' };

  it('that are given are run, and not any more when the kit is stopped', async () => {
    const stop = start({ campaigns: [leaving], manners: { settle: 0 } });
    expect($campaigns.get()).to.deep.equal([leaving]);
    await until(pageRun);
    document.dispatchEvent(new FactEvent('cue-search', { search_term: 'tea' }));
    expect(pageRun()?.state.rulings.at(-1)?.moment ?? pageRun()?.state.chosen?.moment).to.equal('after-search');
    stop();
    expect([pageRun(), $campaigns.get()]).to.deep.equal([undefined, []]);
  });

  it('that somebody declares later are run, with the manners that were given', async () => {
    start({ manners: { sessionCap: 0 } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pageRun()).to.equal(undefined);
    const withdraw = declareCampaigns([leaving]);
    await until(pageRun);
    expect((await explainCampaign('leaving'))!.obstacles.map(({ reason }) => reason)).to.include('session-cap');
    withdraw();
  });

  it('are run once, by two copies of the kit', async () => {
    start({ campaigns: [leaving] });
    const second = (await import(await loadCopy(new URL('../src/kit.ts', import.meta.url), { parts: false }))) as {
      startKit: typeof startKit;
    };
    const { stop } = second.startKit({ campaigns: [{ name: 'theirs', moment: 'dwell' }] });
    await until(() => pageRun()?.campaigns.length === 2);
    expect(pageRun()!.campaigns.map(({ name }) => name)).to.deep.equal(['leaving', 'theirs']);
    stop();
    expect(pageRun()!.campaigns.map(({ name }) => name)).to.deep.equal(['leaving']);
  });

  it('are not run when the kit is stopped while their code comes', async () => {
    const { stop } = startKit({ campaigns: [leaving] });
    stop();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pageRun()).to.equal(undefined);
  });

  it('are explained only where they are run', async () => {
    expect(await explainCampaign('leaving')).to.equal(undefined);
    expect(heard.warnings[0]).to.contain('no campaigns are run on this page');
  });
});

describe('an incentive that is not for everybody', () => {
  it('is given to whom it is for, when that can be said; by the shop’s own lists, too', async () => {
    const offer = { id: 'A', kind: 'discount', name: 'A', code: 'A' };
    const notFor = { 'wishlist.products': { $elemMatch: { $inGroup: 'teapots' } } };
    const stop = start({ incentives: [{ ...offer, notFor }], savedGroups: { teapots: ['pot'] } });
    expect(grantIncentive('A')).to.equal(false);
    for (const end = Date.now() + 5000; !$belongs.get().length; await new Promise((resolve) => setTimeout(resolve, 5)))
      if (Date.now() > end) throw new Error('nobody can say for whom it is');
    addWish({ id: 'pot' });
    expect(grantIncentive('A')).to.equal(false);
    removeWish('pot');
    expect(grantIncentive('A')).to.equal(true);
    stop();
    expect($belongs.get()).to.have.length(0);
  });

  it('is so too when a script of the shop declares it later, with times as campaigns have them', async () => {
    const stop = start({});
    const offer = { kind: 'discount', name: 'A', code: 'A' };
    const withdraw = declareIncentives([
      { ...offer, id: 'B', notFor: { 'visit.durationMs': { $lt: '2d' } } },
      { ...offer, id: 'C', notFor: { 'visit.durationMs': { $gte: '2d' } } },
      { ...offer, id: 'D', notFor: { 'visit.durationMs': { $gte: 'long' } } },
    ]);
    for (const end = Date.now() + 5000; !$belongs.get().length; await new Promise((resolve) => setTimeout(resolve, 5)))
      if (Date.now() > end) throw new Error('nobody can say for whom it is');
    expect(['B', 'C', 'D'].map((id) => grantIncentive(id))).to.deep.equal([false, true, false]);
    withdraw();
    stop();
  });
});
