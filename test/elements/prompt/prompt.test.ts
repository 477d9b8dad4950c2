import { expect } from 'chai';
import '../../../src/define/prompt.js';
import { pageClock } from '../../../src/browser/clock.js';
import { aboveKeyboard } from '../../../src/elements/prompt/above-keyboard.js';
import { CuePrompt } from '../../../src/elements/prompt/prompt.js';
import { FactEvent } from '../../../src/events/fact-event.js';
import { $prompt, openPrompts, setPrompt } from '../../../src/store/prompts.js';
import { fakeClock } from '../../browser/fake-clock.js';
import { emulateMedia, engine, sendKeys, sendMouse, setViewport } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { expectAccessible, expectAccessibleInAllColours } from '../expect-accessible.js';
import { hasFocus } from '../has-focus.js';
import { deferred, hear, inside, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { playRunner } from './play-runner.js';
import type { Runner } from './play-runner.js';

const offer = '<h2 slot="heading">Ten per cent for you</h2><p>On your first order.</p>';
const choices =
  '<a slot="actions" href="#sale" data-cue="accept">See what is there</a><button slot="actions" data-cue="not-now">Not now</button><button slot="actions" data-cue="no-thanks">No, thanks</button>';

let clock: ReturnType<typeof fakeClock>;
let runner: Runner;

beforeEach(() => {
  clock = fakeClock();
  CuePrompt.clock = clock;
  runner = playRunner();
});

afterEach(() => {
  CuePrompt.clock = pageClock;
});

async function mountPrompt(attributes = '', content = offer + choices): Promise<CuePrompt> {
  stage.innerHTML = `<button id="before">Before</button><cue-prompt campaign="welcome" ${attributes}>${content}</cue-prompt><button id="after">After</button>`;
  if (attributes.includes('inline')) stage.querySelector('#after')!.remove();
  await rendered();
  return stage.querySelector('cue-prompt')!;
}

const panelOf = (prompt: CuePrompt): HTMLElement => inside(prompt, '.panel');

const isShown = (prompt: CuePrompt): boolean => !!prompt.shadowRoot?.querySelector('.panel')?.checkVisibility();

/** As its campaign shows it. */
async function choose(prompt: CuePrompt, variant = 'default'): Promise<void> {
  runner.choose('welcome', { variant });
  await until('it is shown', () => prompt.open || prompt.teased);
  await prompt.updateComplete;
}

async function mountShown(attributes?: string, content?: string): Promise<CuePrompt> {
  const prompt = await mountPrompt(attributes, content);
  await choose(prompt);
  return prompt;
}

/** A press of a real key or pointer, which alone makes that the shopper has asked for something. */
async function press(element: Element): Promise<void> {
  (element as HTMLElement).focus();
  await sendKeys({ press: 'Enter' });
  await nextTask();
}

/** Opens it as a shop's own button does. */
async function ask(prompt: CuePrompt): Promise<HTMLElement> {
  const opener = stage.querySelector<HTMLElement>('#before')!;
  opener.addEventListener('click', () => prompt.show(), { once: true });
  await press(opener);
  await until('it is open', () => prompt.open && isShown(prompt));
  return opener;
}

describe('<cue-prompt>', () => {
  it('leaves its words room to be read, however long its buttons are', async () => {
    const buttons = ['Zum Warenkorb mit allem darin', 'Jetzt gerade lieber nicht']
      .map((text) => `<button slot="actions" data-cue="not-now">${text}</button>`)
      .join('');
    for (const placement of ['dialog', 'corner', 'bar', 'drawer', 'toast']) {
      const prompt = await mountShown(
        `placement="${placement}" label="Zehn Prozent auf die erste Bestellung"`,
        `<p>Wenn Sie uns Ihre Adresse dalassen. Zwei Briefe im Monat, mehr nicht.</p>${buttons}`,
      );
      const [words, all] = ['.body', '.panel'].map((part) => inside<HTMLElement>(prompt, part).clientWidth);
      expect(words! / all!, placement).to.be.above(0.3);
      prompt.close();
      await prompt.updateComplete;
    }
  });

  it('has its close button beside its heading, on one line', async () => {
    const prompt = await mountShown('label="Ten per cent"', '<p>For you.</p>');
    const middleOf = (selector: string): number => {
      const { top, height } = inside(prompt, selector).getBoundingClientRect();
      return top + height / 2;
    };
    expect(middleOf('.close')).to.be.closeTo(middleOf('.title'), 2);
  });

  describe('is accessible', () => {
    // Buttons without a style of their own are the page's, and in WebKitGTK too pale on a dark one.
    const ofThePage = new CSSStyleSheet();
    ofThePage.replaceSync('button { background: Canvas; color: CanvasText }');
    before(() => void document.adoptedStyleSheets.push(ofThePage));
    after(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== ofThePage);
    });

    for (const placement of ['dialog', 'corner', 'bar', 'drawer', 'toast', 'inline', 'teaser'])
      it(`as ${placement}`, async () => {
        stage.style.minBlockSize = '400px';
        await mountShown(`placement="${placement}" teaser="10 % off"`);
        const { shadowRoot } = stage.querySelector('cue-prompt')!;
        await until('it stands', () => shadowRoot!.getAnimations().length === 0);
        await expectAccessibleInAllColours(placement);
      });

    it('asked for, as a dialog', async () => {
      const prompt = await mountPrompt('placement="dialog"');
      await ask(prompt);
      await until('it stands', () => panelOf(prompt).getAnimations().length === 0);
      await expectAccessible('modal');
    });
  });

  describe('shown by its campaign', () => {
    it('is not there before, says that it is ready, and opens if it may', async () => {
      const prompt = await mountPrompt();
      expect(isShown(prompt)).to.equal(false);
      await choose(prompt);
      expect(runner.said).to.deep.equal(['ready welcome']);
      expect($prompt.get()?.state).to.equal('open');
      expect(isShown(prompt)).to.equal(true);
    });

    it('stays away if it may not after all', async () => {
      const prompt = await mountPrompt();
      runner.allows = false;
      runner.choose('welcome');
      await until('it was asked', () => runner.said.length > 0);
      await nextTask();
      expect(prompt.open).to.equal(false);
      expect(runner.said).to.deep.equal(['ready welcome']);
    });

    it('does not open for another campaign, nor for one that another surface shows', async () => {
      const prompt = await mountPrompt();
      runner.choose('other');
      await nextTask();
      runner.choose('welcome', { state: 'open' });
      await nextTask();
      expect(prompt.open).to.equal(false);
      expect(runner.messages).to.deep.equal([]);
    });

    it('is found by its id as the surface of several campaigns', async () => {
      const prompt = await mountPrompt('', offer);
      prompt.campaign = 'shelf';
      await rendered();
      runner.choose('summer', { surface: 'shelf' });
      await until('it is open', () => prompt.open);
      expect(runner.said).to.deep.equal(['ready summer']);
    });

    it('closes when its campaign is taken back', async () => {
      const prompt = await mountShown();
      setPrompt(undefined);
      await rendered();
      expect(isShown(prompt)).to.equal(false);
      expect(runner.said).to.deep.equal(['ready welcome', 'closed welcome']);
    });

    it('is shown again when it is chosen again', async () => {
      const prompt = await mountShown();
      inside(prompt, '.close').click();
      await rendered();
      await choose(prompt);
      expect(isShown(prompt)).to.equal(true);
      expect(runner.said).to.deep.equal(['ready welcome', 'answer welcome not-now', 'closed welcome', 'ready welcome']);
    });
  });

  describe('waits', () => {
    it('for the code of elements inside', async () => {
      const prompt = await mountPrompt('', `${offer}<cue-prompt-late></cue-prompt-late>`);
      runner.choose('welcome');
      await nextTask();
      expect(runner.messages).to.deep.equal([]);
      customElements.define('cue-prompt-late', class extends HTMLElement {});
      await until('it is open', () => prompt.open);
    });

    it('a second for a picture that has its place, and as long as it takes for one that would move things', async () => {
      const { decode } = HTMLImageElement.prototype;
      const decoded = deferred();
      HTMLImageElement.prototype.decode = () => decoded.promise;
      try {
        const sized = await mountPrompt('', `${offer}<img alt="" width="40" height="40" loading="lazy">`);
        runner.choose('welcome');
        await until('it waits', () => clock.waiting === 1);
        expect(sized.open).to.equal(false);
        clock.pass(1000);
        await until('it is open', () => sized.open);
        const jumping = await mountPrompt('', `${offer}<img alt="">`);
        runner.choose('welcome');
        await nextTask();
        clock.pass(10_000);
        await nextTask();
        expect(jumping.open).to.equal(false);
        decoded.reject(new Error('broken'));
        await until('it is open without it', () => jumping.open);
      } finally {
        HTMLImageElement.prototype.decode = decode;
      }
    });
  });

  describe('has manners: unasked', () => {
    for (const placement of ['dialog', 'corner', 'bar', 'drawer', 'toast'])
      it(`takes no focus, nor the page, as ${placement}`, async () => {
        const prompt = await mountPrompt(`placement="${placement}"`, `${offer}<input aria-label="E-mail" autofocus>`);
        const before = stage.querySelector<HTMLElement>('#before')!;
        before.focus();
        await choose(prompt);
        expect(hasFocus(before)).to.equal(true);
        expect(panelOf(prompt).matches('dialog, :modal')).to.equal(false);
        const other = stage.querySelector<HTMLElement>('#after')!;
        other.focus();
        expect(hasFocus(other)).to.equal(true);
      });

    it('is announced politely, once it is heard', async () => {
      const prompt = await mountShown();
      const status = inside(prompt, '[role=status]');
      expect(status.textContent).to.equal('');
      clock.pass(300);
      await rendered();
      expect(status.textContent).to.equal('New on this page: Ten per cent for you');
      prompt.close();
      await rendered();
      expect(status.textContent).to.equal('');
    });

    it('goes with Escape, and leaves the focus where it is', async () => {
      for (const placement of ['dialog', 'corner', 'bar', 'drawer', 'toast']) {
        const prompt = await mountPrompt(`placement="${placement}"`);
        const before = stage.querySelector<HTMLElement>('#before')!;
        before.focus();
        await choose(prompt);
        await sendKeys({ press: 'Escape' });
        await until(`${placement} is closed`, () => !prompt.open && !isShown(prompt));
        expect(hasFocus(before)).to.equal(true);
      }
    });

    it('leaves Escape to what lies above it, and to who has a use for it', async () => {
      const prompt = await mountShown('placement="toast"');
      const popover = document.createElement('div');
      popover.popover = 'auto';
      stage.append(popover);
      popover.showPopover();
      await sendKeys({ press: 'Escape' });
      await nextTask();
      expect(popover.matches(':popover-open')).to.equal(false);
      expect(prompt.open).to.equal(true);
      on(document, 'keydown', (event: Event) => event.preventDefault());
      await sendKeys({ press: 'Escape' });
      await nextTask();
      expect(prompt.open).to.equal(true);
    });

    it('gives the focus back if the shopper has gone in', async () => {
      const prompt = await mountPrompt();
      const before = stage.querySelector<HTMLElement>('#before')!;
      before.focus();
      await choose(prompt);
      inside(prompt, '.close').focus();
      inside(prompt, '.close').click();
      await rendered();
      expect(hasFocus(before)).to.equal(true);
    });
  });

  describe('asked for', () => {
    for (const placement of ['dialog', 'drawer'])
      it(`makes the page wait as ${placement}, takes the focus and gives it back`, async () => {
        const prompt = await mountPrompt(`placement="${placement}"`);
        const opener = await ask(prompt);
        const panel = panelOf(prompt);
        expect(panel.matches('dialog:modal')).to.equal(true);
        expect(hasFocus(panel)).to.equal(true);
        await sendKeys({ press: 'Escape' });
        await until('it is closed', () => !prompt.open && !isShown(prompt));
        expect(document.querySelector(':modal')).to.equal(null);
        expect(hasFocus(opener)).to.equal(true);
      });

    it('takes the focus into a corner, and leaves the page usable', async () => {
      const prompt = await mountPrompt();
      await ask(prompt);
      expect(hasFocus(panelOf(prompt))).to.equal(true);
      expect(panelOf(prompt).localName).to.equal('div');
    });

    it('closes by a press beside the dialog', async () => {
      const prompt = await mountPrompt('placement="dialog"');
      await ask(prompt);
      await sendMouse({ type: 'click', position: [5, 5] });
      await until('it is closed', () => !prompt.open);
    });

    it('by code alone is not asked for', async () => {
      const prompt = await mountPrompt('placement="dialog"');
      if (navigator.userActivation?.isActive) return;
      prompt.open = true;
      await rendered();
      expect(panelOf(prompt).localName).to.equal('div');
    });

    it('is known to those who run campaigns, as long as it is open', async () => {
      const prompt = await mountPrompt();
      await ask(prompt);
      expect([...openPrompts()]).to.deep.equal([prompt]);
      prompt.close();
      await rendered();
      expect([...openPrompts()]).to.deep.equal([]);
      await ask(prompt);
      prompt.remove();
      expect([...openPrompts()]).to.deep.equal([]);
    });
  });

  describe('is told of', () => {
    const facts = ['cue-prompt-view', 'cue-prompt-accept', 'cue-prompt-dismiss'];
    const types = (heard: Event[]): string[] => heard.map(({ type }) => type);

    it('as seen when it has been in view for a second, once', async () => {
      const heard = hear<FactEvent<'cue-prompt-view'>>(document, ...facts);
      const prompt = await mountShown('placement="toast" entrance="none"');
      await until('it is in view', () => clock.waiting === 2);
      clock.pass(999);
      expect(heard).to.deep.equal([]);
      clock.pass(1);
      clock.pass(5000);
      expect(heard.map(({ type, detail }) => ({ type, ...detail }))).to.deep.equal([
        {
          type: 'cue-prompt-view',
          promotion_name: 'welcome',
          creative_name: 'default',
          creative_slot: 'toast',
          cause: { from: 'element', element: 'cue-prompt', action: 'show', campaign: 'welcome' },
        },
      ]);
      expect(prompt.open).to.equal(true);
    });

    it('as put away: by its button, Escape, “not now” and “no, thanks”, each with its answer', async () => {
      const ways: [answer: string, action: string, (prompt: CuePrompt) => unknown][] = [
        ['not-now', 'close', (prompt) => inside(prompt, '.close').click()],
        ['not-now', 'escape', () => sendKeys({ press: 'Escape' })],
        ['not-now', 'not-now', (prompt) => prompt.querySelector<HTMLElement>('[data-cue=not-now]')!.click()],
        ['no-thanks', 'no-thanks', (prompt) => prompt.querySelector<HTMLElement>('[data-cue=no-thanks]')!.click()],
      ];
      for (const [answer, action, way] of ways) {
        const heard = hear<FactEvent<'cue-prompt-dismiss'>>(stage, ...facts);
        const prompt = await mountShown();
        await way(prompt);
        await until('it is closed', () => !prompt.open);
        await rendered();
        expect(heard.map(({ type, detail }) => [type, detail.cause?.action])).to.deep.equal([
          ['cue-prompt-dismiss', action],
        ]);
        expect(runner.said.splice(0)).to.deep.equal(['ready welcome', `answer welcome ${answer}`, 'closed welcome']);
        runner.messages.length = 0;
      }
    });

    it('as accepted by a link, which the browser follows, and not as put away besides', async () => {
      const heard = hear(document, ...facts);
      const prompt = await mountShown();
      prompt.querySelector<HTMLElement>('[data-cue=accept]')!.click();
      await until('it is closed', () => !prompt.open);
      await rendered();
      expect(types(heard)).to.deep.equal(['cue-prompt-accept']);
      expect(location.hash).to.equal('#sale');
      expect(runner.said).to.deep.equal(['ready welcome', 'closed welcome']);
      history.replaceState(null, '', location.pathname + location.search);
    });

    it('as accepted by what an element inside tells, once, and stays for its thanks', async () => {
      const heard = hear<FactEvent<'cue-prompt-accept'>>(document, ...facts);
      const prompt = await mountShown('', `${offer}<p id="form"></p>`);
      const form = prompt.querySelector('#form')!;
      for (let round = 0; round < 2; round++)
        form.dispatchEvent(new FactEvent('cue-newsletter-sign-up', { method: 'form' }));
      expect(heard.map(({ type, detail }) => [type, detail.cause?.action])).to.deep.equal([
        ['cue-prompt-accept', 'newsletter-sign-up'],
      ]);
      expect(prompt.open).to.equal(true);
      inside(prompt, '.close').click();
      expect(types(heard)).to.deep.equal(['cue-prompt-accept']);
    });

    it('to nobody when the page takes it away', async () => {
      const heard = hear(document, ...facts);
      const prompt = await mountShown();
      prompt.remove();
      expect(heard).to.deep.equal([]);
      expect(runner.said).to.deep.equal(['ready welcome', 'closed welcome']);
    });
  });

  describe('leaves nothing behind, and says once that it is gone, when', () => {
    const ways: Record<string, (prompt: CuePrompt) => unknown> = {
      'it is removed': (prompt) => prompt.remove(),
      'it is moved': (prompt) => stage.prepend(prompt),
      'the page is swapped': () => stage.replaceChildren(),
      'its body is emptied': () => (stage.innerHTML = ''),
      'it is replaced by a copy': (prompt) => prompt.replaceWith(prompt.cloneNode(true)),
      'the page hides it': (prompt) => prompt.setAttribute('class', 'gone'),
      'the page makes it invisible': (prompt) => prompt.setAttribute('class', 'invisible'),
      'the page hides what it stands in': () => (stage.hidden = true),
      'its panel is closed': (prompt) => {
        const panel = panelOf(prompt);
        if (panel instanceof HTMLDialogElement) panel.close();
        else panel.hidePopover();
      },
      'its attribute is taken away': (prompt) => prompt.removeAttribute('open'),
      'its panel is made transparent': (prompt) => prompt.setAttribute('class', 'transparent'),
    };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '.gone { display: none !important } .invisible { visibility: hidden !important } .transparent::part(panel) { opacity: 0 !important }',
    );
    before(() => void document.adoptedStyleSheets.push(sheet));
    after(() => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    });
    afterEach(() => {
      stage.hidden = false;
    });

    for (const [name, take] of Object.entries(ways)) {
      it(name, async () => {
        const prompt = await mountShown('entrance="none"');
        await until('it stands', () => panelOf(prompt).getAnimations().length === 0);
        take(prompt);
        await until('it is closed', () => !prompt.open);
        await nextTask();
        await nextTask();
        expect(runner.said).to.deep.equal(['ready welcome', 'closed welcome']);
        expect(panelOf(prompt).matches(':popover-open')).to.equal(false);
      });

      // What makes a page wait can be seen even there: browsers see to it.
      if (!name.includes('invisible'))
        it(`${name}, while the page waits for it`, async () => {
          const prompt = await mountPrompt('placement="dialog" entrance="none"');
          await ask(prompt);
          await until('it stands', () => panelOf(prompt).getAnimations().length === 0);
          take(prompt);
          await until('it is closed', () => !prompt.open);
          await nextTask();
          expect(document.querySelector(':modal')).to.equal(null);
          expect(prompt.shadowRoot!.querySelector('dialog[open]')).to.equal(null);
          const button = document.createElement('button');
          document.body.append(button);
          button.focus();
          expect(hasFocus(button)).to.equal(true);
          button.remove();
        });
    }

    it('it has come and gone fifty times', async () => {
      await mountShown();
      stage.replaceChildren();
      const left = await countListeners(async () => {
        for (let round = 0; round < 50; round++) {
          const prompt = await mountShown();
          if (round % 2) inside(prompt, '.close').click();
          stage.replaceChildren();
          setPrompt(undefined);
        }
      });
      expect(left).to.deep.equal([]);
      expect(clock.waiting).to.equal(0);
    });
  });

  describe('in steps', () => {
    const steps =
      '<section data-step><p id="form">Your address</p><button data-cue="next">Next</button></section>' +
      '<section data-step><h3>Your code</h3><button data-cue="back">Back</button></section>' +
      '<section data-step aria-label="Follow us"><button data-cue="accept">Done</button></section>';
    const seen = (prompt: CuePrompt): number[] =>
      [...prompt.children].flatMap((step, index) =>
        step.checkVisibility({ visibilityProperty: true }) ? [index + 1] : [],
      );

    it('shows the first, and goes on and back by its buttons, with the focus where it was: inside', async () => {
      const prompt = await mountShown('label="Ten"', steps);
      expect(seen(prompt)).to.deep.equal([1]);
      const next = prompt.querySelector<HTMLElement>('[data-cue=next]')!;
      next.focus();
      next.click();
      await rendered();
      expect(seen(prompt)).to.deep.equal([2]);
      expect(inside(prompt, '[role=status]').textContent).to.equal('Step 2 of 3: Your code');
      expect(hasFocus(panelOf(prompt))).to.equal(true);
      prompt.querySelector<HTMLElement>('[data-cue=back]')!.click();
      await rendered();
      expect(seen(prompt)).to.deep.equal([1]);
    });

    it('goes on when the step is taken, and takes no focus for it', async () => {
      const prompt = await mountShown('label="Ten"', steps);
      const before = stage.querySelector<HTMLElement>('#before')!;
      before.focus();
      prompt.querySelector('#form')!.dispatchEvent(new FactEvent('cue-newsletter-sign-up', { method: 'form' }));
      await rendered();
      expect(seen(prompt)).to.deep.equal([2]);
      expect(hasFocus(before)).to.equal(true);
    });

    it('closes when the last is taken up, and begins anew', async () => {
      const prompt = await mountShown('label="Ten"', steps);
      for (let step = 0; step < 2; step++)
        prompt.querySelector('#form')!.dispatchEvent(new FactEvent('cue-login', { method: 'x' }));
      await rendered();
      expect(seen(prompt)).to.deep.equal([3]);
      expect(inside(prompt, '[role=status]').textContent).to.equal('Step 3 of 3: Follow us');
      prompt.querySelector<HTMLElement>('[data-cue=accept]')!.click();
      await until('it is closed', () => !prompt.open);
      await rendered();
      await choose(prompt);
      expect(seen(prompt)).to.deep.equal([1]);
    });

    it('leaves no mark on them, and is right when the page renders them again', async () => {
      const prompt = await mountShown('label="Ten"', steps);
      prompt.querySelector<HTMLElement>('[data-cue=next]')!.click();
      prompt.prepend(document.createElement('p'));
      await nextTask();
      expect([...prompt.querySelectorAll('section')].map(({ attributes }) => attributes.length)).to.deep.equal([
        1, 1, 2,
      ]);
      expect(seen(prompt)).to.deep.equal([1, 3]);
      prompt.innerHTML = steps;
      await nextTask();
      expect(seen(prompt)).to.deep.equal([2]);
    });
  });

  describe('with a tab that brings it back', () => {
    const tabOf = (prompt: CuePrompt): HTMLElement | null => prompt.shadowRoot!.querySelector('.bring');

    it('leaves it behind when it is put away, and tells its campaign that it is gone', async () => {
      const prompt = await mountShown('teaser="10 % off"');
      expect(!!tabOf(prompt)).to.equal(false);
      inside(prompt, '.close').click();
      await rendered();
      expect(tabOf(prompt)?.textContent.trim()).to.equal('10 % off');
      expect(runner.said).to.deep.equal(['ready welcome', 'answer welcome not-now', 'closed welcome']);
    });

    it('comes back with the focus, as something that was asked for, and gives it back', async () => {
      const prompt = await mountShown('placement="dialog" teaser="10 % off"');
      inside(prompt, '.close').click();
      await rendered();
      await press(tabOf(prompt)!);
      await until('it is open', () => isShown(prompt));
      expect(panelOf(prompt).matches('dialog:modal')).to.equal(true);
      expect(hasFocus(panelOf(prompt))).to.equal(true);
      await sendKeys({ press: 'Escape' });
      await until('the tab is back', () => !!tabOf(prompt));
      await rendered();
      expect(hasFocus(tabOf(prompt)!)).to.equal(true);
    });

    it('has none after “no, thanks”, nor when it was accepted, nor when the tab was removed', async () => {
      const prompt = await mountShown('teaser="10 % off"');
      prompt.querySelector<HTMLElement>('[data-cue=no-thanks]')!.click();
      await until('it is closed', () => !prompt.open);
      expect(prompt.teased).to.equal(false);
      await rendered();
      await choose(prompt);
      prompt.dispatchEvent(new FactEvent('cue-login', { method: 'x' }));
      inside(prompt, '.close').click();
      expect(prompt.teased).to.equal(false);
      await rendered();
      await choose(prompt);
      inside(prompt, '.close').click();
      await rendered();
      inside(prompt, '.remove').click();
      await rendered();
      expect(!!tabOf(prompt)).to.equal(false);
    });

    it('begins as one, which leaves the page to others at once', async () => {
      const prompt = await mountShown('placement="teaser" teaser="10 % off"');
      await until('it stands there', () => !!tabOf(prompt));
      expect(isShown(prompt)).to.equal(false);
      expect(tabOf(prompt)?.textContent.trim()).to.equal('10 % off');
      expect(runner.said).to.deep.equal(['ready welcome', 'closed welcome']);
    });

    it('is told of as seen, and of as put away when its tab is removed', async () => {
      const heard = hear<FactEvent<'cue-prompt-view'>>(document, 'cue-prompt-view', 'cue-prompt-dismiss');
      const prompt = await mountShown('placement="teaser" teaser="10 % off"');
      await until('it is in view', () => clock.waiting === 1);
      clock.pass(1000);
      inside(prompt, '.remove').click();
      expect(heard.map(({ type, detail }) => [type, detail.creative_slot])).to.deep.equal([
        ['cue-prompt-view', 'teaser'],
        ['cue-prompt-dismiss', 'teaser'],
      ]);
      expect(runner.said.at(-1)).to.equal('answer welcome not-now');
    });

    it('hides while another prompt is chosen', async () => {
      const prompt = await mountShown('placement="teaser" teaser="10 % off"');
      await until('it stands there', () => !!tabOf(prompt));
      runner.choose('other');
      await rendered();
      expect(!!tabOf(prompt)).to.equal(false);
      setPrompt(undefined);
      await rendered();
      expect(!!tabOf(prompt)).to.equal(true);
    });
  });

  it('lies above the keyboard of a phone', () => {
    const panel = document.createElement('div');
    const viewport = Object.assign(new EventTarget(), { height: innerHeight, offsetTop: 0, scale: 1 });
    const end = new AbortController();
    aboveKeyboard(panel, viewport as unknown as VisualViewport, end.signal);
    const lift = (): string => panel.style.getPropertyValue('--keyboard');
    expect(lift()).to.equal('0px');
    viewport.height -= 300;
    viewport.dispatchEvent(new Event('resize'));
    expect(lift()).to.equal('300px');
    viewport.scale = 2;
    viewport.dispatchEvent(new Event('scroll'));
    expect(lift()).to.equal('0px');
    end.abort();
    viewport.scale = 1;
    viewport.dispatchEvent(new Event('resize'));
    expect(lift()).to.equal('0px');
  });

  describe('where there are no popovers', () => {
    const { showPopover } = HTMLElement.prototype;
    beforeEach(() => {
      delete (HTMLElement.prototype as Partial<HTMLElement>).showPopover;
    });
    afterEach(() => {
      HTMLElement.prototype.showPopover = showPopover;
    });

    it('lies over the page all the same, and goes', async () => {
      const prompt = await mountShown();
      expect(getComputedStyle(panelOf(prompt)).position).to.equal('fixed');
      expect(isShown(prompt)).to.equal(true);
      inside(prompt, '.close').click();
      await rendered();
      expect(isShown(prompt)).to.equal(false);
      expect(runner.said.at(-1)).to.equal('closed welcome');
    });
  });

  it('warns of a placement that it does not know, and is a corner', async () => {
    const said = warnings();
    const prompt = await mountShown('placement="everywhere"');
    expect(said.join()).to.contain('knows no placement “everywhere”');
    expect(getComputedStyle(panelOf(prompt)).position).to.equal('fixed');
  });

  it('stays within a small window with much text', async () => {
    if (!(await setViewport({ width: 320, height: 480 }))) return;
    for (const placement of ['dialog', 'corner', 'bar', 'drawer', 'toast']) {
      const prompt = await mountShown(
        `placement="${placement}" entrance="none"`,
        `${offer}<p>${'Long words. '.repeat(300)}</p>${choices}`,
      );
      const { left, right, top, bottom } = panelOf(prompt).getBoundingClientRect();
      expect([left >= 0, right <= 320, top >= 0, bottom <= 480.5], placement).to.deep.equal([true, true, true, true]);
      const close = inside(prompt, '.close').getBoundingClientRect();
      expect(close.top >= 0 && close.bottom <= 480, placement).to.equal(true);
      setPrompt(undefined);
    }
  });

  it('does not move for who wants no motion', async () => {
    if (!(await emulateMedia({ reducedMotion: 'reduce' }))) return;
    const prompt = await mountShown();
    expect(getComputedStyle(panelOf(prompt)).transitionProperty).to.not.contain('translate');
    expect(engine).to.equal('chromium');
  });
});
