import { expect } from 'chai';
import { emit } from '../../src/events/emit.js';
import { FactEvent } from '../../src/events/fact-event.js';
import { defineElement } from '../../src/elements/internal/define-element.js';
import { CueInspector } from '../../src/inspector/inspector.js';
import { logDecision } from '../../src/store/ledger.js';
import { closeRuns, openRun } from '../campaigns/open-run.js';
import { sendKeys } from '../commands.js';
import { countListeners } from '../elements/count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../elements/expect-accessible.js';
import { inside, rendered, stage, until } from '../elements/mount.js';
import { forgetPage } from '../forget-page.js';

defineElement('cue-inspector', CueInspector);

async function open(view = 'Decisions'): Promise<CueInspector> {
  stage.innerHTML = `<cue-inspector view="${view}"></cue-inspector>`;
  await rendered();
  return stage.querySelector('cue-inspector')!;
}

const text = (element: Element, selector = '.view') =>
  inside(element, selector).textContent!.replaceAll(/\s+/g, ' ').trim();
const selected = (element: Element) => text(element, '[aria-selected="true"]');

beforeEach(() => forgetPage());
afterEach(() => closeRuns());

describe('the inspector', () => {
  for (const view of ['Decisions', 'Campaigns', 'Facts', 'Store', 'Page'])
    it(`is accessible: ${view}, with nothing and with something in it`, async () => {
      await open(view);
      await expectAccessible('empty');
      const { notice } = await openRun({ campaigns: [{ name: 'leaving', moment: 'exit-intent' }] });
      const inspector = await open(view);
      notice();
      emit(document.body, new FactEvent('cue-share', { method: 'copy', content_type: 'page', item_id: '/' }));
      await inspector.updateComplete;
      await expectAccessibleInAllColours(view);
    });

  it('is as wide in each of its views', async () => {
    const widths = new Set<number>();
    for (const view of ['Decisions', 'Page']) widths.add(inside<HTMLElement>(await open(view), '.panel').offsetWidth);
    expect([...widths]).to.deep.equal([Math.min(720, document.documentElement.clientWidth - 24)]);
  });

  it('shows what was decided, the latest first, as text', async () => {
    const inspector = await open();
    expect(text(inspector)).to.include('Nothing has been decided yet');
    logDecision({ campaign: '<img src=x onerror=alert(1)>', outcome: 'held', reason: 'typing', moment: 'idle' }, 1);
    logDecision({ campaign: 'welcome', outcome: 'shown', reason: 'allowed', variant: 'calm', moment: 'dwell(30s)' }, 2);
    await inspector.updateComplete;
    const rows = [...inspector.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].slice(1).map(({ textContent }) => textContent),
    );
    expect(rows).to.deep.equal([
      ['welcome', 'dwell(30s)', 'shown, as “calm”', 'allowed'],
      ['<img src=x onerror=alert(1)>', 'idle', 'held', 'typing'],
    ]);
  });

  it('explains each campaign, and anew when it is looked at again', async () => {
    const { fact } = await openRun({ campaigns: [{ name: 'leaving', moment: 'exit-intent' }] }, { engaged: false });
    const inspector = await open('Campaigns');
    await until('it is explained', () => inspector.explanations.size > 0);
    await inspector.updateComplete;
    expect(text(inspector, 'article')).to.include('leaving').and.to.include('exit-intent');
    expect(inside(inspector, 'article').className).to.equal('held');
    const held = () => inspector.explanations.get('leaving')!.obstacles.some(({ reason }) => reason === 'not-engaged');
    expect(held()).to.equal(true);
    fact('search');
    inside<HTMLButtonElement>(inspector, 'p button').click();
    await until('it is explained anew', () => !held());
    await inspector.updateComplete;
    expect(text(inspector, '.why')).to.include('exit-intent');
  });

  it('says so where there are no campaigns', async () => {
    expect(text(await open('Campaigns'))).to.equal('This page declares no campaign.');
    expect(text(await open('Page'))).to.equal('No campaign is run on this page.');
  });

  it('lists the facts since it came, each with its record', async () => {
    const inspector = await open('Facts');
    expect(text(inspector)).to.include('No fact has been told');
    emit(document.body, new FactEvent('cue-share', { method: 'copy', content_type: 'page', item_id: '/a' }));
    emit(document.body, new FactEvent('cue-share', { method: 'email', content_type: 'page', item_id: '/b' }));
    await inspector.updateComplete;
    const facts = [...inspector.shadowRoot!.querySelectorAll('details')];
    expect(
      facts.map((each) => (JSON.parse(each.querySelector('pre')!.textContent!) as { name: string }).name),
    ).to.deep.equal(['share', 'share']);
    expect(facts[0]!.textContent).to.include('/b');
  });

  it('shows what is kept in this browser, and what goes on in the page', async () => {
    localStorage.setItem('cuekit:wish:a', 'no JSON');
    await openRun({ campaigns: [{ name: 'leaving', moment: 'exit-intent' }] });
    expect(text(await open('Store')))
      .to.include('cuekit:wish:a')
      .and.to.include('"subscribed": false');
    const page = text(await open('Page'));
    expect(page)
      .to.match(/engaged yes/)
      .and.to.match(/typing no/);
    localStorage.removeItem('cuekit:wish:a');
  });

  it('has tabs that the arrow keys go through, in the direction of reading', async () => {
    const inspector = await open();
    inside(inspector, '[aria-selected="true"]').focus();
    await sendKeys({ press: 'ArrowRight' });
    await inspector.updateComplete;
    expect(selected(inspector)).to.equal('Campaigns');
    expect(inspector.shadowRoot!.activeElement?.textContent?.trim()).to.equal('Campaigns');
    await sendKeys({ press: 'End' });
    await inspector.updateComplete;
    expect(selected(inspector)).to.equal('Page');
    await sendKeys({ press: 'ArrowRight' });
    await inspector.updateComplete;
    expect(selected(inspector)).to.equal('Decisions');
    stage.dir = 'rtl';
    await sendKeys({ press: 'ArrowLeft' });
    await inspector.updateComplete;
    expect(selected(inspector)).to.equal('Campaigns');
  });

  it('folds up to its button', async () => {
    const inspector = await open();
    const toggle = inside<HTMLButtonElement>(inspector, '.toggle');
    toggle.click();
    await inspector.updateComplete;
    expect(inspector.open).to.equal(false);
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');
    expect(inspector.shadowRoot!.querySelector('.view')).to.equal(null);
    toggle.click();
    await inspector.updateComplete;
    expect(inspector.shadowRoot!.querySelector('.view')).not.to.equal(null);
  });

  it('shows the decisions where a view is asked for that there is none of', async () => {
    const inspector = await open('Dreams');
    expect(selected(inspector)).to.equal('Decisions');
  });

  it('leaves nothing behind', async () => {
    await open();
    stage.replaceChildren();
    const left = await countListeners(async () => {
      for (let round = 0; round < 10; round++) {
        await open('Facts');
        stage.replaceChildren();
      }
    });
    expect(left).to.deep.equal([]);
  });
});
