import { expect } from 'chai';
import { emit } from '../../src/events/emit.js';
import { FactEvent } from '../../src/events/fact-event.js';

describe('telling a fact', () => {
  const targets: (EventTarget | null)[] = [];
  const hear = ({ target }: Event) => targets.push(target);
  beforeEach(() => {
    targets.length = 0;
    document.addEventListener('cue-login', hear);
  });
  afterEach(() => document.removeEventListener('cue-login', hear));

  it('is done from where it happened', () => {
    const element = document.body.appendChild(document.createElement('div'));
    emit(element, new FactEvent('cue-login', { method: 'x' }));
    element.remove();
    expect(targets).to.deep.equal([element]);
  });

  it('is done from the document when the element has left the page', () => {
    emit(document.createElement('div'), new FactEvent('cue-login', { method: 'x' }));
    expect(targets).to.deep.equal([document]);
  });
});
