import { expect } from 'chai';
import '../../../src/define/gate.js';
import { readContent } from '../../../src/elements/gate/fetch-content.js';
import type { CueGate } from '../../../src/elements/gate/gate.js';
import { emit } from '../../../src/events/emit.js';
import { FactEvent } from '../../../src/events/fact-event.js';
import { declareIncentives } from '../../../src/store/declared-incentives.js';
import { $incentive, stepIncentive } from '../../../src/store/incentives.js';
import { rememberSubscription } from '../../../src/store/subscriptions.js';
import { forgetPage } from '../../forget-page.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { hear, nextTask, rendered, stage, until, warnings } from '../mount.js';
import { xssPayloads } from '../xss-payloads.js';

const TEASER = '<p id="teaser">Twelve pages on tea.</p>';
const guide = {
  title: 'The guide',
  text: ['Water first.', 'Then time.'],
  link: { url: '/guide.pdf', label: 'As a file', download: true },
};
const attributes = 'incentive="GUIDE" step="newsletter-sign-up" src="/guide"';

async function mountGate(markup = attributes): Promise<CueGate> {
  stage.innerHTML = `<cue-gate ${markup}>${TEASER}</cue-gate>`;
  await rendered();
  return stage.querySelector('cue-gate')!;
}

const teaser = (): boolean => stage.querySelector('#teaser')!.getBoundingClientRect().height > 0;
const part = (element: Element, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part=${name}]`);
const signUp = (): void => emit(document.body, new FactEvent('cue-newsletter-sign-up', { cause: { from: 'element' } }));

describe('<cue-gate>', () => {
  const realFetch = globalThis.fetch;
  let asked: string[] = [];

  /** The shop's answers, in this order; the last one for ever. */
  function answer(...answers: (object | number | 'down')[]): void {
    globalThis.fetch = (url) => {
      asked.push(url as string);
      const next = answers.length > 1 ? answers.shift()! : answers[0]!;
      if (next === 'down') return Promise.reject(new TypeError('offline'));
      if (typeof next === 'number') return Promise.resolve(new Response('{}', { status: next }));
      return Promise.resolve(new Response(JSON.stringify(next)));
    };
  }

  beforeEach(() => {
    forgetPage();
    asked = [];
    stage.lang = 'en';
    declareIncentives([{ id: 'GUIDE', kind: 'gated-content', name: 'The guide' }]);
  });
  afterEach(() => {
    globalThis.fetch = realFetch;
    stage.replaceChildren();
  });
  after(() => forgetPage());

  it('is accessible: closed, open, and where no answer came', async function () {
    this.timeout(20_000);
    answer('down', guide);
    const element = await mountGate();
    await expectAccessibleInAllColours('closed');
    signUp();
    await until('it says so', () => part(element, 'again') !== null);
    await expectAccessibleInAllColours('offline');
    part(element, 'again')!.click();
    await until('it is open', () => part(element, 'content') !== null);
    await expectAccessibleInAllColours('open');
  });

  it('shows the teaser and asks nobody before the step, then what the shop gives', async () => {
    answer(guide);
    const heard = hear(window, 'cue-incentive-grant', 'cue-incentive-reveal', 'cue-incentive-refuse');
    const element = await mountGate();
    await nextTask();
    expect([teaser(), asked.length]).to.deep.equal([true, 0]);
    signUp();
    await until('it is open', () => part(element, 'content') !== null);
    expect(asked).to.deep.equal(['/guide']);
    expect(teaser()).to.equal(false);
    expect(part(element, 'content')!.textContent.replace(/\s+/g, ' ').trim()).to.equal(
      'The guide Water first.Then time. As a file',
    );
    expect(part(element, 'link')!.getAttribute('href')).to.match(/\/guide\.pdf$/);
    expect(part(element, 'link')!.hasAttribute('download')).to.equal(true);
    expect(heard.map(({ type }) => type)).to.deep.equal(['cue-incentive-grant', 'cue-incentive-reveal']);
  });

  it('is open on later visits, and tells nothing again', async () => {
    answer(guide);
    stepIncentive('GUIDE', { type: 'grant', at: Date.now() });
    stepIncentive('GUIDE', { type: 'reveal', at: Date.now() });
    const heard = hear(window, 'cue-incentive-grant', 'cue-incentive-reveal');
    const element = await mountGate();
    await until('it is open', () => part(element, 'content') !== null);
    signUp();
    await nextTask();
    expect(heard).to.have.length(0);
    expect(asked).to.have.length(1);
  });

  it('is open to who reads the letters already', async () => {
    answer(guide);
    const heard = hear<FactEvent<'cue-incentive-grant'>>(window, 'cue-incentive-grant', 'cue-incentive-reveal');
    rememberSubscription('newsletter', 'already');
    const element = await mountGate();
    await until('it is open', () => part(element, 'content') !== null);
    expect(heard.map(({ type, detail }) => [type, detail.cause])).to.deep.equal([
      ['cue-incentive-grant', { from: 'element', element: 'cue-gate', action: 'known' }],
      ['cue-incentive-reveal', { from: 'element', element: 'cue-gate', action: 'step' }],
    ]);
    await mountGate('incentive="GUIDE" step="review" src="/guide"');
    await nextTask();
    expect(asked).to.have.length(2);
  });

  it('asks again for whom it was refused, once they have joined, or said that they had', async () => {
    answer(403, 403, guide);
    const element = await mountGate();
    signUp();
    await until('it is refused', () => part(element, 'message') !== null && asked.length === 1);
    signUp();
    await until('it is asked again', () => asked.length === 2);
    await until('it is refused again', () => /did not/.test(part(element, 'message')?.textContent ?? ''));
    rememberSubscription('newsletter', 'already');
    await until('it is open', () => part(element, 'content') !== null);
  });

  it('takes the focus to what has come, if it was on what has gone', async () => {
    answer(guide);
    const element = await mountGate();
    element.insertAdjacentHTML('beforeend', '<button>Join</button>');
    element.querySelector('button')!.focus();
    signUp();
    await until('the focus is there', () => element.shadowRoot!.activeElement?.part.value === 'content');
    part(element, 'content')!.blur();
    const other = await mountGate();
    await until('it is open', () => part(other, 'content') !== null);
    await nextTask();
    expect(document.activeElement).to.equal(document.body);
  });

  it('stays closed where the shop does not give it out, in words', async () => {
    answer(403);
    const heard = hear(window, 'cue-incentive-refuse');
    const element = await mountGate();
    signUp();
    await until('it says so', () => /did not give it out/.test(part(element, 'message')?.textContent ?? ''));
    expect(teaser()).to.equal(true);
    expect(heard).to.have.length(1);
    expect($incentive('GUIDE').get()!.revealedAt).to.equal(undefined);
  });

  it('closes again where the incentive is over', async () => {
    answer(guide);
    const element = await mountGate();
    signUp();
    await until('it is open', () => part(element, 'content') !== null);
    stepIncentive('GUIDE', { type: 'refuse', reason: 'ended', at: Date.now() + 1 });
    await rendered();
    expect([teaser(), part(element, 'content')]).to.deep.equal([true, null]);
  });

  it('lets nothing through but text and a harmless address', async () => {
    for (const payload of xssPayloads) {
      forgetPage();
      declareIncentives([{ id: 'GUIDE', kind: 'gated-content', name: 'The guide' }]);
      answer({ title: payload, text: payload, link: { url: payload, label: payload } });
      const element = await mountGate();
      signUp();
      await until('it is open', () => part(element, 'content') !== null);
      expect(element.shadowRoot!.querySelector('script, img, iframe')).to.equal(null);
      const link = part(element, 'link') as HTMLAnchorElement | null;
      if (link) expect(link.protocol).to.match(/^(https?|mailto|tel):$/);
    }
  });

  it('reads what it can of an answer', () => {
    for (const none of [null, [], 'x', { text: 7 }, { link: 'x' }, { title: ' ' }])
      expect(readContent(none)).to.equal(undefined);
    expect(readContent({ text: ['a', 7, ''], link: { url: '/x', download: 'no' } })).to.deep.equal({
      text: ['a'],
      link: { url: '/x', download: false },
    });
  });

  it('says what is missing: a step that is a fact, an incentive that is declared', async () => {
    const said = warnings();
    await mountGate('incentive="GUIDE" step="sesame" src="/guide"');
    await mountGate('incentive="NONE" step="newsletter-sign-up" src="/guide"');
    signUp();
    expect(said.join()).to.match(/step="sesame" is no fact.*“NONE” is declared/);
    expect(teaser()).to.equal(true);
  });

  it('leaves no listener behind, and hears again when it is put back', async () => {
    answer(guide);
    const element = await mountGate();
    const left = await countListeners(async () => {
      element.remove();
      for (let round = 0; round < 10; round++) {
        stage.append(element);
        await rendered();
        element.remove();
      }
    });
    expect(left).to.deep.equal([]);
    stage.append(element);
    signUp();
    await until('it is open', () => part(element, 'content') !== null);
  });
});
