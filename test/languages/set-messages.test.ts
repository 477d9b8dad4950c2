import { expect } from 'chai';
import { languageCodes, loadLanguage, setMessages } from '../../src/languages/index.js';
import { said } from '../../src/languages/translations.js';
import { forgetPage } from '../forget-page.js';
import { hearReports } from '../hear-reports.js';

const german = (tag: string): Readonly<Record<string, unknown>> => said().get('de')?.[tag] ?? {};

describe('what elements say', () => {
  let heard: ReturnType<typeof hearReports>;
  beforeEach(() => {
    forgetPage();
    heard = hearReports();
  });
  afterEach(() => heard.stop());

  it('comes in a language when that is loaded, once', async () => {
    expect(said().get('de')).to.equal(undefined);
    await Promise.all([loadLanguage('de-AT'), loadLanguage('de')]);
    expect(german('cue-add-to-cart').added).to.contain('Warenkorb');
  });

  it('is English where there is nothing else', async () => {
    for (const language of ['en', 'en-GB', 'sv', '', 'x', '__proto__', 'constructor']) await loadLanguage(language);
    expect([...said()]).to.deep.equal([]);
    expect(heard.warnings).to.deep.equal([]);
    expect(languageCodes).to.include('en').and.to.include('de');
  });

  it('is in the shop’s own words first, those for one language before those for all, in any order', async () => {
    for (const steps of [
      [() => loadLanguage('de'), () => setMessages({ 'cue-add-to-cart': { add: 'all', view: 'all' } })],
      [() => setMessages({ 'cue-add-to-cart': { add: 'all', view: 'all' } }), () => loadLanguage('de')],
    ]) {
      forgetPage();
      setMessages({ 'cue-add-to-cart': { add: 'deutsch' } }, 'de-CH');
      for (const step of steps) await step();
      expect(german('cue-add-to-cart')).to.include({ add: 'deutsch', view: 'all', quantity: 'Menge' });
      expect(said().get('')).to.deep.equal({ 'cue-add-to-cart': { add: 'all', view: 'all' } });
    }
  });

  it('is a text, or texts by plural category: else it is left out, with a word to the developer', () => {
    const plurals = { one: '{count} wish', other: '{count} wishes' };
    setMessages({
      'cue-x': { good: 'yes', plurals, number: 3, none: null, list: ['a'], half: { one: 'a' }, mixed: { other: 4 } },
    } as never);
    expect(said().get('')).to.deep.equal({ 'cue-x': { good: 'yes', plurals } });
    expect(heard.warnings).to.have.length(5);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });

  it('pollutes no prototype', () => {
    setMessages(JSON.parse('{"__proto__": {"polluted": "yes"}, "cue-x": {"__proto__": {"polluted": "yes"}}}') as never);
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  });
});
