import { expect } from 'chai';
import { underLock } from '../../src/cart/under-lock.js';

describe('a step on the cart', () => {
  it('waits until the one before it is done', async () => {
    const said: string[] = [];
    const task = (name: string) => async () => {
      said.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      said.push(`${name} ends`);
      return name;
    };
    expect(await Promise.all([underLock(task('a')), underLock(task('b'))])).to.deep.equal(['a', 'b']);
    expect(said).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('does not wait for ever for another tab', async () => {
    let release = () => {};
    let held: Promise<void> | undefined;
    await new Promise<void>((started) => {
      held = underLock(() => {
        started();
        return new Promise<void>((resolve) => (release = resolve));
      });
    });
    expect(await underLock(() => Promise.resolve('done'), 20)).to.equal('done');
    release();
    await held;
  });

  it('that fails is not tried again', async () => {
    let runs = 0;
    const failure = await underLock(() => {
      runs++;
      return Promise.reject(new Error('no'));
    }).catch((error: Error) => error.message);
    expect([failure, runs]).to.deep.equal(['no', 1]);
  });

  it('is taken at once where there are no locks', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    try {
      expect(await underLock(() => Promise.resolve(1))).to.equal(1);
    } finally {
      delete (navigator as { locks?: unknown }).locks;
    }
  });
});
