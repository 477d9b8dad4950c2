import { expect } from 'chai';
import { fill } from '../../../src/elements/internal/fill.js';

describe('fill', () => {
  it('puts values where their names stand, as often as they stand there', () => {
    expect(fill('{a}, {b} and {a}', { a: 'x', b: 0 })).to.equal('x, 0 and x');
  });

  it('leaves nothing behind of a value that is missing', () => {
    expect(fill('{label} {count}', { label: 'Save', count: undefined })).to.equal('Save');
    expect(fill('{label}', {})).to.equal('');
  });

  it('takes a value as it is, even if it looks like a place or a replacement', () => {
    expect(fill('Add {name}', { name: '{name} $& $1' })).to.equal('Add {name} $& $1');
  });
});
