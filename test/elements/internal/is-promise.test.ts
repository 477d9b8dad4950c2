import { expect } from 'chai';
import { isPromise } from '../../../src/elements/internal/is-promise.js';

describe('isPromise', () => {
  it('knows promises of every class, as hosts replace it', () => {
    expect(isPromise(Promise.resolve(1))).to.equal(true);
    expect(isPromise((async () => 1)())).to.equal(true);
    expect(isPromise({ then: () => {} } as unknown as Promise<void>)).to.equal(true);
  });

  it('takes nothing else for one', () => {
    for (const value of [undefined, null, true, 0, '', {}, { id: 't1' }, { then: 1 }]) {
      expect(isPromise(value as unknown), String(value)).to.equal(false);
    }
  });
});
