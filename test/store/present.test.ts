import { expect } from 'chai';
import { $present, setPresent } from '../../src/store/present.js';
import { forgetPage } from '../forget-page.js';

describe('products as they are now', () => {
  beforeEach(() => forgetPage());

  it('are known by their ids; what is no product is left out', () => {
    setPresent([{ id: 'a', price: 5, url: 'javascript:alert(1)' }, null, 7, { name: 'no id' }]);
    setPresent([{ id: '__proto__', name: 'B' }]);
    expect([...$present.get()]).to.deep.equal([
      ['a', { id: 'a', price: 5 }],
      ['__proto__', { id: '__proto__', name: 'B' }],
    ]);
  });

  it('wake nobody who knows already', () => {
    let calls = 0;
    const stop = $present.listen(() => calls++);
    setPresent([{ id: 'a', price: 5 }]);
    setPresent([{ id: 'a', price: 5 }]);
    setPresent([]);
    expect(calls).to.equal(1);
    setPresent([{ id: 'a', price: 4 }]);
    expect(calls).to.equal(2);
    stop();
  });

  it('are not kept on the device', () => {
    setPresent([{ id: 'a', price: 5 }]);
    expect(localStorage.length).to.equal(0);
  });
});
