import { expect } from 'chai';
import { emit } from '../../src/events/emit.js';
import { FactEvent } from '../../src/events/fact-event.js';
import { createRecorder } from '../../src/events/recorder.js';
import type { CueRecord } from '../../src/events/record.js';
import { factNames } from '../../src/events/vocabulary.js';
import { loadCopy } from '../load-copy.js';

describe('the recorder', () => {
  let element: HTMLElement;
  let records: CueRecord[];
  let faults: string[];
  let asked: number;
  let recorder: ReturnType<typeof createRecorder>;
  let stop: () => void;

  beforeEach(() => {
    element = document.body.appendChild(document.createElement('div'));
    records = [];
    faults = [];
    asked = 0;
    recorder = createRecorder(
      () => ({ visitor: 'v', session: `s${++asked}`, page: { url: 'u', title: 't' } }),
      (message, error) => faults.push(error instanceof Error ? `${message}: ${error.message}` : message),
    );
    stop = recorder.onRecord((record) => records.push(record));
  });
  afterEach(() => {
    stop();
    element.remove();
  });

  const login = () => new FactEvent('cue-login', { method: 'x' });

  it('makes one record of each fact of the vocabulary', () => {
    for (const name of factNames)
      element.dispatchEvent(new FactEvent(`cue-${name.replaceAll('_', '-')}` as 'cue-login', { method: 'x' }));
    expect(records.map(({ name }) => name)).to.deep.equal(factNames);
    expect(asked).to.equal(factNames.length);
  });

  it('says which campaign had it, in whichever tree it happened, unless the fact says that itself', () => {
    element.innerHTML = '<cue-prompt campaign="welcome"><p></p></cue-prompt>';
    const inner = element.querySelector('p')!.attachShadow({ mode: 'open' }).appendChild(document.createElement('b'));
    const cause = { from: 'element', element: 'cue-newsletter' } as const;
    inner.dispatchEvent(new FactEvent('cue-login', { method: 'x', cause }));
    inner.dispatchEvent(new FactEvent('cue-login', { method: 'x', cause: { ...cause, campaign: 'other' } }));
    inner.dispatchEvent(login());
    inner.dispatchEvent(new CustomEvent('cue-login', { bubbles: true, composed: true, detail: { cause: 'odd' } }));
    element.dispatchEvent(login());
    expect(records.map((record) => record.cause)).to.deep.equal([
      { ...cause, campaign: 'welcome' },
      { ...cause, campaign: 'other' },
      { from: 'code', campaign: 'welcome' },
      undefined,
      undefined,
    ]);
    expect(Object.isFrozen(records[0]!.cause)).to.equal(true);
  });

  it('hears a fact that the page stops', () => {
    const ends: (() => void)[] = [];
    for (const [target, how] of [
      [element, 'stopPropagation'],
      [document, 'stopImmediatePropagation'],
      [document, 'stopPropagation'],
    ] as const) {
      const hear = (event: Event) => event[how]();
      target.addEventListener('cue-login', hear, true);
      ends.push(() => target.removeEventListener('cue-login', hear, true));
    }
    element.dispatchEvent(login());
    for (const end of ends) end();
    expect(records).to.have.length(1);
  });

  it('hears a fact of an element that has left the page, and one that does not bubble', () => {
    emit(document.createElement('p'), login());
    element.dispatchEvent(new CustomEvent('cue-login', { detail: { method: 'x' } }));
    expect(records).to.have.length(2);
  });

  it('makes a record of an event made by hand, with or without a detail', () => {
    element.dispatchEvent(new CustomEvent('cue-newsletter-sign-up', { detail: { method: 'footer' }, bubbles: true }));
    element.dispatchEvent(new CustomEvent('cue-newsletter-sign-up'));
    element.dispatchEvent(new Event('cue-newsletter-sign-up'));
    expect(records.map(({ params }) => params)).to.deep.equal([{ method: 'footer' }, undefined, undefined]);
    expect(new Set(records.map(({ id }) => id)).size).to.equal(3);
  });

  it('makes one record of an event that is dispatched twice, of the kit’s or by hand', () => {
    for (const fact of [login(), new CustomEvent('cue-login', { detail: {} })]) {
      element.dispatchEvent(fact);
      document.dispatchEvent(fact);
    }
    expect(records).to.have.length(2);
  });

  it('makes one record of two events with one id', () => {
    const first = login();
    const second = Object.assign(login(), { id: first.id });
    element.dispatchEvent(first);
    element.dispatchEvent(second);
    expect(records).to.have.length(1);
  });

  it('makes one record of a fact from another copy of the kit, with that copy’s id', async () => {
    const address = await loadCopy(new URL('../../src/events/fact-event.ts', import.meta.url));
    const { FactEvent: Other } = (await import(address)) as { FactEvent: typeof FactEvent };
    expect(Other).to.not.equal(FactEvent);
    const fact = new Other('cue-login', { method: 'x' });
    element.dispatchEvent(fact);
    expect(records.map(({ id, at }) => [id, at])).to.deep.equal([[fact.id, fact.at]]);
  });

  it('tells all listeners, each as often as it was added, also when one throws or goes', () => {
    const calls: string[] = [];
    const twice = () => calls.push('twice');
    const stops = [
      recorder.onRecord(() => {
        throw new Error('host');
      }),
      recorder.onRecord(() => {
        stops[2]!();
        calls.push('second');
      }),
      recorder.onRecord(() => calls.push('third')),
      recorder.onRecord(twice),
      recorder.onRecord(twice),
    ];
    element.dispatchEvent(login());
    expect(calls).to.deep.equal(['second', 'third', 'twice', 'twice']);
    expect(faults).to.deep.equal(['a listener of records failed: host']);
    element.dispatchEvent(login());
    expect(calls.slice(4)).to.deep.equal(['second', 'twice', 'twice']);
    for (const end of stops) end();
  });

  it('reports what no record can be made of, and goes on', () => {
    element.dispatchEvent(new CustomEvent('cue-login', { detail: 'password' }));
    element.dispatchEvent(
      new CustomEvent('cue-login', {
        detail: {
          get method() {
            throw new Error('getter');
          },
        },
      }),
    );
    element.dispatchEvent(new CustomEvent('cue-login', { detail: { method: 'x', callback() {}, big: 1n } }));
    expect(faults).to.deep.equal([
      'no record could be made of cue-login: its detail is no object',
      'no record could be made of cue-login: getter',
      '“params.callback” of cue-login was left out of its record, which holds plain data only',
      '“params.big” of cue-login was left out of its record, which holds plain data only',
    ]);
    expect(records.map(({ params }) => params)).to.deep.equal([{ method: 'x' }]);
  });

  it('stops with its last listener, and starts again', () => {
    const none = recorder.onRecord(() => {});
    stop();
    stop();
    element.dispatchEvent(login());
    none();
    element.dispatchEvent(login());
    expect(asked).to.equal(1);
    stop = recorder.onRecord((record) => records.push(record));
    element.dispatchEvent(login());
    expect(records).to.have.length(1);
  });
});
