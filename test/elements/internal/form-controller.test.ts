import { sendKeys as holdKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { CueElement } from '../../../src/elements/internal/cue-element.js';
import { FormController } from '../../../src/elements/internal/form-controller.js';
import { isGood } from '../../../src/elements/internal/form-result.js';
import type { FormResult } from '../../../src/elements/internal/form-result.js';
import { formStyles } from '../../../src/elements/internal/form-styles.js';
import { formMessages } from '../../../src/elements/internal/form.messages.js';
import { hostStyles } from '../../../src/elements/internal/host-styles.js';
import { MessagesController } from '../../../src/elements/internal/messages-controller.js';
import { renderForm, renderOutcome } from '../../../src/elements/internal/render-form.js';
import { engine, resetMouse, sendKeys, sendMouse } from '../../commands.js';
import { countListeners } from '../count-listeners.js';
import { hasFocus } from '../has-focus.js';
import { deferred, hear, inside, nextTask, on, rendered, stage, until, warnings } from '../mount.js';
import { fill, json, page, shopAnswers } from '../shop-answers.js';

/** A form's element with nothing of its own. */
class Probe extends CueElement {
  static override styles = [hostStyles, formStyles];
  static override properties = { action: { type: String } };
  declare action: string | undefined;
  ask: () => boolean | Promise<unknown> = () => true;
  mode: 'same-origin' | 'cors' | 'no-cors' = 'same-origin';
  format: 'form' | 'json' = 'form';
  minMs = 0;
  accepted: 'done' | 'confirm' = 'done';
  ended: FormResult[] = [];
  readonly #messages = new MessagesController(this, formMessages);
  readonly form = new FormController(this, {
    ask: () => this.ask(),
    values: () => ({ visitor: 'v1', sku: undefined }),
    ended: (result) => this.ended.push(result),
    settings: () => ({
      format: this.format,
      mode: this.mode,
      minMs: this.minMs,
      hints: { accepted: this.accepted },
      headers: { 'X-Own': '1' },
    }),
  });

  protected override render(): unknown {
    const { state } = this.form;
    return renderForm({
      form: this.form,
      say: (key, values) => this.#messages.say(key, values),
      action: this.action,
      label: 'E-mail',
      button: 'Send',
      outcome: isGood(state) ? renderOutcome(state) : undefined,
      isNews: true,
    });
  }
}
customElements.define('x-probe', Probe);

const shopForm = (more = '', attributes = 'action="/sign-up" method="post"'): string =>
  `<form ${attributes}>
    <label>E-mail <input name="email" type="email" autocomplete="email" required></label>${more}
    <button name="from" value="footer">Join</button>
  </form>`;

async function mount(inner: string, attributes = ''): Promise<Probe> {
  stage.innerHTML = `<x-probe ${attributes}>${inner}</x-probe>`;
  await rendered();
  return stage.querySelector('x-probe')!;
}

const formOf = (probe: Probe): HTMLFormElement => probe.form.form!;
const fieldOf = (probe: Probe, name = 'email'): HTMLInputElement =>
  formOf(probe).querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const buttonOf = (probe: Probe): HTMLButtonElement => formOf(probe).querySelector('button')!;
const messageOf = (probe: Probe): string => inside(probe, '.message').textContent.trim();
const outcomeOf = (probe: Probe): string => inside(probe, '.outcome').textContent.trim();

async function send(probe: Probe, address = 'ada@shop.example'): Promise<void> {
  if (address) fill(fieldOf(probe), address);
  buttonOf(probe).click();
  await nextTask();
}

async function sendAndWait(probe: Probe, address?: string): Promise<void> {
  await send(probe, address);
  await until('it has ended', () => probe.form.state !== 'pending');
  await nextTask();
}

/** Whether the kit has taken the submission; the browser does not get it either way. */
function watchSubmissions(): boolean[] {
  const taken: boolean[] = [];
  on<SubmitEvent>(window, 'submit', (event) => {
    taken.push(event.defaultPrevented);
    event.preventDefault();
  });
  return taken;
}

describe('the form step', () => {
  for (const own of [false, true]) {
    describe(own ? 'with a form of its own' : 'with the shop’s form', () => {
      const mountForm = (): Promise<Probe> => (own ? mount('', 'action="/sign-up"') : mount(shopForm()));

      it('sends it as the browser would, as the shopper, and is done', async () => {
        const sent = shopAnswers(() => json({ ok: true }));
        const probe = await mountForm();
        await sendAndWait(probe);
        expect(sent).to.have.length(1);
        const { url, method, credentials, body, headers } = sent[0]!;
        expect([url, method, credentials]).to.deep.equal([
          new URL('/sign-up', location.href).href,
          'POST',
          'same-origin',
        ]);
        expect(headers.get('content-type')).to.contain('application/x-www-form-urlencoded');
        expect(headers.get('x-own')).to.equal('1');
        expect(body).to.deep.equal({ email: 'ada@shop.example', ...(!own && { from: 'footer' }) });
        expect(outcomeOf(probe)).to.equal('done');
        expect(probe.ended).to.deep.equal([{ state: 'done' }]);
      });

      it('sends nothing that the platform finds wrong, and says so by a state', async () => {
        const sent = shopAnswers(() => json({}));
        const probe = await mountForm();
        await send(probe, 'no address');
        expect(probe.form.state).to.equal('invalid');
        expect(probe.matches(':state(invalid)')).to.equal(true);
        expect(sent).to.have.length(0);
        await until('the field has the focus', () => hasFocus(fieldOf(probe)));
        fill(fieldOf(probe), 'ada@shop.example');
        expect(probe.form.state).to.equal('idle');
      });

      it('keeps what was typed when it fails, says so, and can be sent again', async () => {
        const answers = [
          () => Promise.reject(new TypeError('Failed to fetch')),
          () => json({ message: 'Ada, no.' }, 422),
          () => page('Oops', 500),
          () => json({}, 429, { 'retry-after': '90' }),
          () => json({}),
        ];
        const sent = shopAnswers(() => answers.shift()!());
        const probe = await mountForm();
        const said: string[] = [];
        for (const _ of [1, 2, 3, 4]) {
          await sendAndWait(probe, said.length ? '' : 'ada@shop.example');
          said.push(`${probe.form.state}: ${messageOf(probe)}`);
          expect(fieldOf(probe).value).to.equal('ada@shop.example');
          expect(probe.matches(`:state(${probe.form.state})`)).to.equal(true);
        }
        expect(said).to.deep.equal([
          `offline: ${formMessages.offline}`,
          'refused: Ada, no.',
          `failed: ${formMessages.failed}`,
          'rate-limited: That was once too often for now. Please try again in 2 minutes.',
        ]);
        await sendAndWait(probe, '');
        expect(probe.form.state).to.equal('done');
        expect(sent).to.have.length(5);
        expect(probe.ended.map(({ state }) => state)).to.deep.equal([
          'offline',
          'refused',
          'failed',
          'rate-limited',
          'done',
        ]);
      });

      it('holds the button while the shop is asked, and puts it back as it was', async () => {
        const { promise, resolve } = deferred<Response>();
        const sent = shopAnswers(() => promise);
        const probe = await mountForm();
        const button = buttonOf(probe);
        button.setAttribute('aria-disabled', 'false');
        await send(probe);
        expect([button.ariaBusy, button.ariaDisabled]).to.deep.equal(['true', 'true']);
        expect(probe.matches(':state(pending)')).to.equal(true);
        button.click();
        button.click();
        await until('the code that sends has come', () => sent.length > 0);
        await nextTask();
        expect(sent).to.have.length(1);
        resolve(json({}));
        await until('it has ended', () => probe.form.state === 'done');
        expect([button.ariaBusy, button.ariaDisabled]).to.deep.equal([null, 'false']);
        button.click();
        await nextTask();
        expect(sent, 'what is done is not done again').to.have.length(1);
      });

      it('is sent once by Enter, pressed or held', async () => {
        const sent = shopAnswers(() => json({ ok: false, error: 'Not you' }));
        const probe = await mountForm();
        fill(fieldOf(probe), 'ada@shop.example');
        fieldOf(probe).focus();
        if (engine === 'chromium') {
          for (let times = 0; times < 4; times++) {
            await holdKeys({ down: 'Enter' });
            await nextTask();
          }
          await holdKeys({ up: 'Enter' });
        } else await sendKeys({ press: 'Enter' });
        await until('it has ended', () => probe.form.state === 'refused');
        expect(sent).to.have.length(1);
      });

      it('the focus follows from what is hidden to what has taken its place', async () => {
        shopAnswers(() => json({}));
        const probe = await mountForm();
        buttonOf(probe).focus();
        await sendAndWait(probe);
        expect(hasFocus(inside(probe, '.outcome'))).to.equal(true);
      });

      it('the focus stays where the shopper has gone meanwhile', async () => {
        shopAnswers(() => json({}));
        const probe = await mountForm();
        const elsewhere = document.createElement('input');
        stage.append(elsewhere);
        buttonOf(probe).focus();
        await send(probe);
        elsewhere.focus();
        await until('it has ended', () => probe.form.state === 'done');
        await nextTask();
        expect(document.activeElement).to.equal(elsewhere);
      });

      it('says what came of it in regions that were there before', async () => {
        const answers = [() => json({}, 422), () => json({})];
        shopAnswers(() => answers.shift()!());
        const probe = await mountForm();
        const regions = [...probe.shadowRoot!.querySelectorAll('[role=status]')];
        expect(regions.map(({ textContent }) => textContent.trim())).to.deep.equal(['', '']);
        await sendAndWait(probe);
        expect(regions.map(({ textContent }) => textContent.trim())).to.deep.equal([formMessages.refused, '']);
        await sendAndWait(probe);
        expect(regions.map(({ textContent }) => textContent.trim())).to.deep.equal(['', 'done']);
        expect([...probe.shadowRoot!.querySelectorAll('[role=status]')]).to.deep.equal(regions);
      });

      it('by a real press of its button', async () => {
        const sent = shopAnswers(() => json({}));
        const probe = await mountForm();
        fill(fieldOf(probe), 'ada@shop.example');
        const { left, top, width, height } = buttonOf(probe).getBoundingClientRect();
        const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
        await sendMouse({ type: 'click', position });
        await resetMouse();
        await until('it has ended', () => probe.form.state === 'done');
        expect(sent).to.have.length(1);
      });

      it('keeps its size when it is done', async () => {
        shopAnswers(() => json({}));
        const probe = await mountForm();
        const { height } = probe.getBoundingClientRect();
        await sendAndWait(probe);
        expect(probe.getBoundingClientRect().height).to.equal(height);
        expect(getComputedStyle(formOf(probe)).visibility).to.equal('hidden');
      });

      it('marks the fields that the shop has refused, and the first takes the focus', async () => {
        const answers = [() => json({ errors: { email: ['We do not write there.'] } }, 422), () => json({})];
        const sent = shopAnswers(() => answers.shift()!());
        const probe = await mountForm();
        await sendAndWait(probe);
        const field = fieldOf(probe);
        expect([field.ariaInvalid, field.validationMessage]).to.deep.equal(['true', 'We do not write there.']);
        expect(messageOf(probe)).to.equal('We do not write there.');
        expect(hasFocus(field)).to.equal(true);
        buttonOf(probe).click();
        await nextTask();
        expect(sent, 'unchanged, it would be refused again').to.have.length(1);
        await sendAndWait(probe, 'ada@home.example');
        expect([field.ariaInvalid, field.validationMessage, probe.form.state]).to.deep.equal([null, '', 'done']);
      });

      it('fills what is marked, with nothing where nothing is known', async () => {
        const probe = await mount(
          shopForm('<input type="hidden" name="id" data-cue="visitor"><input name="x" value="old" data-cue="sku">'),
        );
        expect([fieldOf(probe, 'id').value, fieldOf(probe, 'x').value]).to.deep.equal(['v1', '']);
      });

      it('a program is told that it was done, and nothing is sent', async () => {
        const sent = shopAnswers(() => json({}));
        const probe = await mountForm();
        probe.accepted = 'confirm';
        const pot = fieldOf(probe, 'website');
        pot.value = 'https://casino.example';
        await sendAndWait(probe);
        expect([probe.form.state, outcomeOf(probe)]).to.deep.equal(['confirm', 'confirm']);
        expect(sent).to.have.length(0);
        expect(probe.ended).to.have.length(0);
      });

      it('what programs fill in is not there for people', async () => {
        const sent = shopAnswers(() => json({}));
        const probe = await mountForm();
        const pot = fieldOf(probe, 'website');
        pot.focus();
        expect(hasFocus(pot)).to.equal(false);
        expect(pot.closest<HTMLElement>('[aria-hidden=true]')!.inert).to.equal(true);
        expect(probe.scrollWidth).to.be.at.most(probe.clientWidth);
        await sendAndWait(probe);
        expect(sent[0]!.body).not.to.have.property('website');
      });

      it('too fast for a person, it is not sent either', async () => {
        const sent = shopAnswers(() => json({}));
        const probe = await mountForm();
        probe.minMs = 60_000;
        await sendAndWait(probe);
        expect([probe.form.state, sent.length, probe.ended.length]).to.deep.equal(['done', 0, 0]);
      });

      it('moved to another place, it is no younger', async () => {
        const sent = shopAnswers(() => json({}));
        const probe = await mountForm();
        probe.minMs = 50;
        await new Promise((resolve) => setTimeout(resolve, 60));
        stage.append(probe);
        await sendAndWait(probe);
        expect([probe.form.state, sent.length]).to.deep.equal(['done', 1]);
      });

      it('asks the shop first, which may say no', async () => {
        const sent = shopAnswers(() => json({}));
        const probe = await mountForm();
        probe.ask = () => false;
        await send(probe);
        expect([probe.form.state, sent.length]).to.deep.equal(['idle', 0]);
        expect(fieldOf(probe).value).to.equal('ada@shop.example');
      });

      it('or do it itself: with a response, with a result, or without a word', async () => {
        const sent = shopAnswers(() => json({}));
        for (const [answer, state] of [
          [json({ already: true }), 'already'],
          [{ state: 'confirm', message: 'Look into your mail.' }, 'confirm'],
          [undefined, 'done'],
          [{ id: 7 }, 'done'],
        ] as const) {
          const probe = await mountForm();
          let data: FormData | undefined;
          probe.ask = () => {
            data = probe.form.data();
            return Promise.resolve(answer);
          };
          await sendAndWait(probe);
          expect([probe.form.state, data!.get('email'), data!.has('website')]).to.deep.equal([
            state,
            'ada@shop.example',
            false,
          ]);
        }
        expect(sent).to.have.length(0);
      });

      it('or fail at it, of which no word gets into a log', async () => {
        const said = warnings();
        const probe = await mountForm();
        probe.ask = () => Promise.reject(new RangeError('ada@shop.example is too long'));
        await sendAndWait(probe);
        expect(probe.form.state).to.equal('failed');
        expect(said).to.have.length(1);
        expect(said[0]).to.contain('RangeError').and.not.to.contain('ada');
      });
    });
  }

  it('takes JSON, if that is wanted', async () => {
    const sent = shopAnswers(() => json({}));
    const probe = await mount(shopForm('<input type="hidden" name="list[id]" value="7">'));
    probe.format = 'json';
    await sendAndWait(probe);
    expect(sent[0]!.body).to.deep.equal({ email: 'ada@shop.example', list: { id: '7' }, from: 'footer' });
  });

  it('sends files in parts, as the form says', async () => {
    const sent = shopAnswers(() => json({}));
    const probe = await mount(
      shopForm('<input name="note" value="x">', 'action="/sign-up" method="POST" enctype="multipart/form-data"'),
    );
    await sendAndWait(probe);
    expect(sent[0]!.headers.get('content-type')).to.contain('multipart/form-data');
    expect(sent[0]!.body).to.include({ note: 'x' });
  });

  it('gives a consent in its slot to the form of its own, which needs it', async () => {
    const sent = shopAnswers(() => json({}));
    const probe = await mount(
      '<label slot="consent"><input type="checkbox" name="agree" value="yes" required> Yes, write to me.</label>',
      'action="/sign-up"',
    );
    await send(probe);
    expect([sent.length, probe.form.state]).to.deep.equal([0, 'invalid']);
    stage.querySelector('input')!.click();
    await sendAndWait(probe, '');
    expect(sent[0]!.body).to.deep.equal({ email: 'ada@shop.example', agree: 'yes' });
  });

  describe('leaves to the browser', () => {
    for (const [what, markup] of Object.entries({
      'what goes to another origin': shopForm('', 'action="https://elsewhere.example/join" method="post"'),
      'what opens another window': shopForm('', 'action="/a" method="post" target="_blank"'),
      'what closes a dialog': shopForm('', 'method="dialog"'),
      'what would show in the address': shopForm('', 'action="/search"'),
      'what is no web address': shopForm('', 'action="mailto:a@b.example" method="post"'),
      'a button with an address of its own': shopForm('<button formaction="/other" id="b">Other</button>'),
      'a button for another window': shopForm('<button formtarget="_blank" id="b">Other</button>'),
      'a button that asks': shopForm('<button formmethod="get" id="b">Other</button>'),
    })) {
      it(what, async () => {
        warnings();
        const sent = shopAnswers(() => json({}));
        const probe = await mount(markup);
        const taken = watchSubmissions();
        fill(fieldOf(probe), 'ada@shop.example');
        (stage.querySelector<HTMLElement>('#b') ?? buttonOf(probe)).click();
        await nextTask();
        expect([taken, sent.length, probe.form.state]).to.deep.equal([[false], 0, 'idle']);
      });
    }

    it('and says why, where the address would show what is typed', async () => {
      const said = warnings();
      const probe = await mount(shopForm('', 'action="/search"'));
      watchSubmissions();
      await send(probe);
      expect(said).to.have.length(1);
      expect(said[0]).to.contain('method="post"');
    });

    it('what somebody else has taken over', async () => {
      const sent = shopAnswers(() => json({}));
      const probe = await mount(shopForm());
      formOf(probe).addEventListener('submit', (event) => event.preventDefault());
      await send(probe);
      expect([sent.length, probe.form.state]).to.deep.equal([0, 'idle']);
    });

    it('forms beside its own, in slots for something else', async () => {
      const sent = shopAnswers(() => json({}));
      const probe = await mount(
        `<div slot="social"><form action="/google" method="post"><button>Google</button></form></div>${shopForm()}`,
      );
      expect(formOf(probe).getAttribute('action')).to.equal('/sign-up');
      const taken = watchSubmissions();
      stage.querySelector<HTMLButtonElement>('[slot] button')!.click();
      await nextTask();
      expect([taken, sent.length]).to.deep.equal([[false], 0]);
    });
  });

  it('goes to another origin if that is wanted, whose answer it may not have', async () => {
    const sent = shopAnswers(() => json({}));
    const probe = await mount(shopForm('', 'action="https://elsewhere.example/join" method="post"'));
    probe.mode = 'no-cors';
    probe.format = 'json';
    await sendAndWait(probe);
    expect(sent[0]).to.include({ url: 'https://elsewhere.example/join', mode: 'no-cors' });
    expect(sent[0]!.headers.get('content-type')).to.contain('x-www-form-urlencoded');
    expect(sent[0]!.headers.has('x-own')).to.equal(false);
  });

  it('removed while the shop is asked: it has happened all the same', async () => {
    const { promise, resolve } = deferred<Response>();
    shopAnswers(() => promise);
    const probe = await mount(shopForm());
    const button = buttonOf(probe);
    await send(probe);
    probe.remove();
    resolve(json({}));
    await until('it has ended', () => probe.ended.length === 1);
    expect(button.ariaBusy).to.equal(null);
    stage.append(probe);
    await rendered();
    expect(outcomeOf(probe)).to.equal('done');
  });

  it('does not take for a program who had typed before the kit came', async () => {
    const sent = shopAnswers(() => json({}));
    const taken = watchSubmissions();
    stage.innerHTML = `<x-late-probe>${shopForm()}</x-late-probe>`;
    stage.querySelector<HTMLInputElement>('[name=email]')!.value = 'ada@shop.example';
    const minMs = performance.now();
    class LateProbe extends Probe {
      override minMs = minMs;
    }
    customElements.define('x-late-probe', LateProbe);
    await rendered();
    stage.querySelector('button')!.click();
    await until('it is sent', () => sent.length > 0);
    expect(taken).to.deep.equal([true]);
  });

  it('finds a form that comes later, wherever it is put', async () => {
    shopAnswers(() => json({}));
    const probe = await mount('<div></div>', 'action="/sign-up"');
    expect(probe.shadowRoot!.querySelectorAll('form')).to.have.length(1);
    stage.querySelector('div')!.innerHTML = shopForm();
    await until('ours is gone', () => !probe.shadowRoot!.querySelector('form'));
    await sendAndWait(probe);
    expect(probe.form.state).to.equal('done');
  });

  it('works inside the shadow tree of the shop', async () => {
    const sent = shopAnswers(() => json({}));
    const outer = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).innerHTML = `<x-probe>${shopForm()}</x-probe>`;
    stage.append(outer);
    const probe = outer.shadowRoot!.querySelector<Probe>('x-probe')!;
    await probe.updateComplete;
    await sendAndWait(probe);
    expect(sent).to.have.length(1);
  });

  it('comes and goes ten times, and leaves no listener behind', async () => {
    const left = await countListeners(async () => {
      for (let round = 0; round < 10; round++) {
        const probe = await mount(round % 2 ? shopForm() : '', 'action="/sign-up"');
        probe.remove();
        stage.append(probe);
        await rendered();
        stage.replaceChildren();
        await nextTask();
      }
    });
    expect(left).to.deep.equal([]);
  });

  it('makes one pot of honey, and uses the shop’s own where it has one', async () => {
    const probe = await mount(shopForm());
    probe.remove();
    stage.append(probe);
    probe.requestUpdate();
    await rendered();
    expect(stage.querySelectorAll('[data-cue=honeypot]')).to.have.length(1);
    const sent = shopAnswers(() => json({}));
    const other = await mount(shopForm('<input name="trap" data-cue="honeypot">'));
    expect(stage.querySelectorAll('[data-cue=honeypot]')).to.have.length(1);
    fieldOf(other, 'trap').value = 'caught';
    await sendAndWait(other);
    expect(sent).to.have.length(0);
  });

  it('leaves a shop that asks for a website its field', async () => {
    const sent = shopAnswers(() => json({}));
    const probe = await mount(shopForm('<input name="website" value="https://ada.example">'));
    await sendAndWait(probe);
    expect(sent[0]!.body).to.include({ website: 'https://ada.example' });
  });

  it('reports nothing to the host', async () => {
    const unhandled = hear(window, 'unhandledrejection', 'error');
    warnings();
    shopAnswers(() => Promise.reject(new TypeError('Failed to fetch')));
    const probe = await mount(shopForm());
    await sendAndWait(probe);
    expect(probe.form.state).to.equal('offline');
    expect(unhandled).to.have.length(0);
  });
});
