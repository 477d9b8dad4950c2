import { expect } from 'chai';
import { ignoreKeyRepeat } from '../../../src/elements/internal/ignore-key-repeat.js';

const isPrevented = (key: string, repeat: boolean): boolean => {
  const event = new KeyboardEvent('keydown', { key, repeat, cancelable: true });
  ignoreKeyRepeat(event);
  return event.defaultPrevented;
};

describe('ignoreKeyRepeat', () => {
  it('lets the first press of Enter through, and none that a held key repeats', () => {
    expect([isPrevented('Enter', false), isPrevented('Enter', true)]).to.deep.equal([false, true]);
  });

  it('leaves other keys alone: held arrows and Tab move on', () => {
    expect(['Tab', 'ArrowDown', ' '].map((key) => isPrevented(key, true))).to.deep.equal([false, false, false]);
  });
});
