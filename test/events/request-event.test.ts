import { expect } from 'chai';
import { request, RequestEvent } from '../../src/events/request-event.js';

describe('a request', () => {
  const NAME = 'cue-request-add-to-wishlist';
  let element: HTMLElement;
  const stops: (() => void)[] = [];
  const rejections: unknown[] = [];
  const reject = (event: PromiseRejectionEvent) => {
    rejections.push(event.reason);
    event.preventDefault();
  };

  const ask = () => request(element, new RequestEvent(NAME, { product: { id: 'a' } }));
  function listen(listener: (event: RequestEvent) => void, target: EventTarget = document): void {
    target.addEventListener(NAME, listener as EventListener);
    stops.push(() => target.removeEventListener(NAME, listener as EventListener));
  }

  beforeEach(() => {
    element = document.body.appendChild(document.createElement('div'));
    rejections.length = 0;
    addEventListener('unhandledrejection', reject);
  });
  afterEach(async () => {
    // An unhandled rejection is told after the microtasks of its task.
    await new Promise((resolve) => setTimeout(resolve, 20));
    removeEventListener('unhandledrejection', reject);
    for (const stop of stops.splice(0)) stop();
    element.remove();
    expect(rejections).to.deep.equal([]);
  });

  it('that nobody answers goes ahead at once', () => {
    expect(ask()).to.equal(true);
  });

  it('bubbles, crosses shadow roots and can be cancelled', () => {
    expect(new RequestEvent(NAME, { product: { id: 'a' } })).to.include({
      bubbles: true,
      composed: true,
      cancelable: true,
      response: undefined,
    });
  });

  it('is vetoed by preventDefault()', () => {
    listen((event) => event.preventDefault());
    expect(ask()).to.equal(false);
  });

  it('is performed by who responds with a promise', async () => {
    listen((event) => event.respondWith(Promise.resolve('done')));
    expect(await ask()).to.equal('done');
  });

  it('is performed by who responds with a function, or with a thenable', async () => {
    listen((event) => event.respondWith(async () => (event.detail as { product: { id: string } }).product.id));
    expect(await ask()).to.equal('a');
    stops.pop()!();
    listen((event) => event.respondWith({ then: (done: (value: string) => void) => done('thenable') } as never));
    expect(await ask()).to.equal('thenable');
  });

  it('fails with the promise, and with a function that throws before it gives one', async () => {
    for (const response of [
      () => Promise.reject(new Error('no')),
      () => {
        throw new Error('no');
      },
    ]) {
      listen((event) => event.respondWith(response));
      const answer = ask();
      await new Promise((resolve) => setTimeout(resolve, 10));
      const error = await (answer as Promise<unknown>).then(String, (reason: Error) => reason.message);
      expect(error).to.equal('no');
      stops.pop()!();
    }
  });

  it('that is refused after somebody took it over leaves no unhandled rejection', () => {
    listen((event) => event.respondWith(Promise.reject(new Error('no'))));
    listen((event) => event.preventDefault());
    expect(ask()).to.equal(false);
  });

  it('is answered once: the second answer throws to who gives it', async () => {
    const faults: unknown[] = [];
    listen((event) => event.respondWith(Promise.resolve('first')));
    listen((event) => {
      try {
        event.respondWith(Promise.resolve('second'));
      } catch (error) {
        faults.push(error);
      }
    }, window);
    expect(await ask()).to.equal('first');
    expect(faults).to.have.length(1);
    expect(faults[0]).to.be.instanceOf(DOMException).and.to.include({ name: 'InvalidStateError' });
    expect((faults[0] as Error).message).to.equal(`${NAME} has been answered already`);
  });

  it('cannot be answered late', () => {
    let late: RequestEvent | undefined;
    listen((event) => (late = event));
    expect(ask()).to.equal(true);
    expect(() => late!.respondWith(Promise.resolve()))
      .to.throw(DOMException, 'came too late')
      .with.property('name', 'InvalidStateError');
    expect(late!.response).to.equal(undefined);
  });
});
