import { expect } from 'chai';
import { pageRun } from '../src/campaigns/page-run.js';
import { connectedCart } from '../src/cart/connected-cart.js';
import { configure } from '../src/configure.js';
import { FactEvent } from '../src/events/fact-event.js';
import { knownIncentive } from '../src/incentives/known-incentive.js';
import { said } from '../src/languages/translations.js';
import { $consent } from '../src/store/consent.js';
import { forgetPage } from './forget-page.js';
import { hearReports } from './hear-reports.js';

const page = window as unknown as { [name: string]: { event?: string }[] | undefined };

/** Names that no other test uses: a sink cannot be taken back. */
let layers = 0;
const layer = () => `cueConfigured${++layers}`;

async function events(configuration: unknown, name: string): Promise<(string | undefined)[] | undefined> {
  await configure(JSON.stringify(configuration));
  document.dispatchEvent(new FactEvent('cue-login', { method: 'x' }));
  return page[name]?.map(({ event }) => event);
}

async function until(condition: () => boolean): Promise<void> {
  for (let round = 0; round < 1000 && !condition(); round++) await new Promise((resolve) => setTimeout(resolve, 5));
}

let heard: ReturnType<typeof hearReports>;
beforeEach(() => {
  forgetPage();
  heard = hearReports();
});
afterEach(() => heard.stop());

describe('a configuration', () => {
  it('starts the sinks that it names, by name or with options', async () => {
    const name = layer();
    expect(await events({ sinks: [{ sink: 'data-layer', dataLayer: name }] }, name)).to.deep.equal(['login']);
    const lines: unknown[] = [];
    const { info } = console;
    console.info = (line: unknown) => lines.push(line);
    await configure('{"sinks": ["console"]}');
    document.dispatchEvent(new FactEvent('cue-login', { method: 'x' }));
    console.info = info;
    expect(lines).to.deep.equal(['[cuekit] login']);
    expect(heard.warnings).to.deep.equal([]);
  });

  it('has its campaigns run, with its manners, and says what is wrong in them', async () => {
    await configure(
      JSON.stringify({
        campaigns: [
          { name: 'leaving', moment: 'after-search', cap: 'often' },
          { name: 'staying', moment: 'dwell', audiense: {} },
        ],
        manners: { rest: '2m', resst: 1 },
        savedGroups: { tea: ['green'] },
      }),
    );
    await until(() => heard.warnings.length >= 3 && !!pageRun()?.campaigns.length);
    expect(pageRun()!.campaigns.map(({ name, faults }) => [name, ...faults])).to.deep.equal([
      ['leaving', 'cap'],
      ['staying'],
    ]);
    const said = heard.warnings.join();
    expect(said).to.contain('campaign “leaving”: cap is').and.to.contain('“audiense” is no field');
    expect(said).to.contain('manners: “resst” is not known');
  });

  it('given twice doubles nothing', async () => {
    const name = layer();
    const configuration = { sinks: [{ sink: 'data-layer', dataLayer: name }] };
    await configure(JSON.stringify(configuration));
    expect(await events(configuration, name)).to.deep.equal(['login']);
  });

  it('says what holds until the shopper chooses', async () => {
    await configure('{"consent": "granted"}');
    expect(Object.values($consent.get())).to.deep.equal(['granted', 'granted', 'granted']);
    await configure('{"consent": {"ads": "denied"}}');
    expect(Object.values($consent.get())).to.deep.equal(['granted', 'granted', 'denied']);
  });

  it('connects the cart that it names', async () => {
    for (const [cart, name] of [
      ['shopify', 'shopify'],
      ['woocommerce', 'woocommerce'],
      ['custom', 'custom'],
      [{ cart: '.cart', line: 'li', currency: 'EUR' }, 'dom'],
    ] as const) {
      forgetPage();
      await configure(JSON.stringify({ cart }));
      await until(() => connectedCart() !== undefined);
      expect(connectedCart()!.adapter.name).to.equal(name);
      connectedCart()!.stop();
    }
    await configure('{"cart": "detect"}');
    expect(heard.warnings).to.deep.equal([]);
  });

  it('that names no cart, or one that cannot be, says so and connects none', async () => {
    for (const cart of ['magento', 7, ['shopify'], { line: 'li' }, { cart: '.cart', line: 'li:nope(' }, '__proto__'])
      await configure(JSON.stringify({ cart }));
    await configure('{"cart": {"cart": ".cart", "line": 3, "lines": "li"}}');
    await new Promise((resolve) => setTimeout(resolve));
    expect(connectedCart()).to.equal(undefined);
    expect(heard.warnings.join()).to.contain('magento').and.to.contain('selectors').and.to.contain('“lines”');
  });

  it('gives elements the shop’s own words, for all languages or for one', async () => {
    await configure(
      '{"messages": {"cue-x": {"a": "A", "b": "B"}, "de": {"cue-x": {"b": "B, auf Deutsch"}}, "fr": "non", "cue-y": 3}}',
    );
    expect(said().get('')).to.deep.equal({ 'cue-x': { a: 'A', b: 'B' } });
    expect(said().get('de')).to.deep.equal({ 'cue-x': { a: 'A', b: 'B, auf Deutsch' } });
    expect(heard.warnings.join()).to.contain('“fr”').and.to.contain('“cue-y”');
    await configure('{"messages": ["A"]}');
    expect(heard.warnings.join()).to.contain('“messages” must be');
  });

  it('declares what the shop offers', async () => {
    await configure('{"incentives": [{"id": "TEA", "kind": "gift", "name": "A tea towel"}, 7]}');
    expect(knownIncentive('TEA')).to.include({ kind: 'gift', name: 'A tea towel' });
    expect(heard.warnings).to.deep.equal([]);
  });

  it('may be empty', async () => {
    await configure('{}');
    expect(heard.warnings).to.deep.equal([]);
  });
});

describe('a mistake in a configuration', () => {
  const cases: [json: string, ...named: string[]][] = [
    ['[]', 'an object is expected'],
    ['null', 'an object is expected'],
    ['"data-layer"', 'an object is expected'],
    ['{"sink": ["console"]}', '“sink” is not known', 'sinks'],
    ['{"sinks": "console"}', '“sinks” must be a list'],
    ['{"sinks": ["consol"]}', 'sinks[0]', '"consol"', 'console, data-layer'],
    ['{"sinks": ["toString"]}', 'sinks[0]', '"toString"'],
    ['{"sinks": [null]}', 'sinks[0]', 'null'],
    ['{"sinks": [{"name": "console"}]}', 'sinks[0]', '"name":"console"'],
    ['{"sinks": [{"sink": "data-layer", "formt": "gtag"}]}', 'sinks[0]', '“formt”', 'data-layer'],
    ['{"sinks": [{"sink": "data-layer", "format": "gtags"}]}', '“format”', '"gtags"'],
    ['{"sinks": [{"sink": "data-layer", "dataLayer": 7}]}', '“dataLayer”', '7'],
    ['{"consent": "yes"}', '“yes”', 'granted, denied, pending'],
    ['{"consent": null}', '“null”'],
    ['{"consent": {"marketing": "granted"}}', 'marketing: granted', 'personalization, analytics, ads'],
    ['{"consent": {"ads": true}}', 'ads: true'],
    ['{"incentives": {"id": "TEA"}}', '“incentives” must be a list'],
    ['{"__proto__": {"polluted": true}}', '“__proto__” is not known'],
    ['{"campaigns": {"name": "leaving"}}', '“campaigns” must be a list', 'exit-intent'],
    ['{"campaigns": ["leaving"]}', 'campaigns[0], "leaving", is no object'],
    ['{"manners": ["2m"]}', '“manners” must be an object', 'rest'],
    ['{"savedGroups": "tea"}', '“savedGroups” must be an object', 'Green tea'],
  ];
  for (const [json, ...named] of cases) {
    it(`is said by its name: ${json}`, async () => {
      await configure(json);
      expect(heard.warnings).to.have.length(1);
      for (const part of named) expect(heard.warnings[0]).to.contain(part);
      expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
      expect(Object.values($consent.get())).to.not.include('granted');
    });
  }

  it('leaves the rest in effect', async () => {
    const name = layer();
    const configuration = {
      colour: 'red',
      consent: { analytics: 'granted', ads: 1 },
      sinks: ['unknown', { sink: 'data-layer', dataLayer: name, format: 'odd' }],
    };
    expect(await events(configuration, name)).to.deep.equal(['login']);
    expect($consent.get().analytics).to.equal('granted');
    expect(heard.warnings).to.have.length(4);
  });

  it('that is no JSON throws, with line and column', async () => {
    const faults: [string, string][] = [
      ['{\n  "sinks": ["data-layer"],\n}', 'line 3, column 1'],
      ['', 'line 1, column 1'],
      ["{'sinks': []}", 'line 1, column 2'],
      ['{"consent": granted}', 'line 1, column 13'],
      ['{"sinks": ["console"', 'line 1, column 21'],
    ];
    for (const [json, place] of faults) {
      const error = await configure(json).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(error).to.be.instanceOf(SyntaxError);
      expect((error as Error).message)
        .to.contain('the configuration is no JSON')
        .and.to.contain(place);
    }
  });
});
