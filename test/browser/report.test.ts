import { expect } from 'chai';
import { attempt, report, warnOnce } from '../../src/browser/report.js';
import { hearReports } from '../hear-reports.js';

let heard: ReturnType<typeof hearReports>;
const rejections: unknown[] = [];
const reject = (event: PromiseRejectionEvent) => {
  event.preventDefault();
  rejections.push(event.reason);
};

beforeEach(() => {
  heard = hearReports();
  rejections.length = 0;
  addEventListener('unhandledrejection', reject);
});
afterEach(() => {
  removeEventListener('unhandledrejection', reject);
  heard.stop();
});

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a fault of the kit', () => {
  it('is an event on the window and a line in the console, with the error', () => {
    const error = new Error('x');
    let detail: unknown;
    addEventListener('cue-error', (event) => (detail = event.detail), { once: true });
    report('something failed', error);
    expect(detail).to.deep.equal({ message: 'something failed', error });
    expect(heard.warnings).to.deep.equal(['[cuekit] something failed Error: x']);
  });

  it('is told once, and no more than five different ones are', () => {
    for (let index = 0; index < 20; index++) {
      report(`fault ${index}`);
      report(`fault ${index}`);
    }
    expect(heard.reports).to.deep.equal(['fault 0', 'fault 1', 'fault 2', 'fault 3', 'fault 4']);
    expect(heard.warnings).to.have.length(5);
  });

  it('stays here even if the host’s console and dispatchEvent throw', () => {
    const { warn } = console;
    const { dispatchEvent } = window;
    console.warn = window.dispatchEvent = () => {
      throw new Error('host');
    };
    try {
      report('with everything broken');
      warnOnce('with everything broken');
    } finally {
      Object.assign(console, { warn });
      window.dispatchEvent = dispatchEvent;
    }
    const broken = console.warn;
    console.warn = () => {
      throw new Error('host');
    };
    report('with a broken console');
    console.warn = broken;
    expect(heard.reports).to.deep.equal(['with a broken console']);
  });

  it('is not the cause of another when who hears of it fails in the kit', () => {
    const again = () => report(`heard ${heard.reports.length}`);
    addEventListener('cue-error', again);
    report('first');
    removeEventListener('cue-error', again);
    expect(heard.reports.length).to.equal(5);
  });
});

describe('a mistake in how the kit is used', () => {
  it('is told once for each message, and is no fault', () => {
    warnOnce('a');
    warnOnce('b');
    warnOnce('a');
    expect(heard.warnings).to.deep.equal(['[cuekit] a', '[cuekit] b']);
    expect(heard.reports).to.deep.equal([]);
  });
});

describe('code that faces the host', () => {
  it('may throw, reject, or give something like a promise that does', async () => {
    attempt('threw', () => {
      throw new Error('x');
    });
    attempt('rejected', () => Promise.reject(new Error('x')));
    attempt('rejected likewise', () => ({ then: (_: unknown, fail: (error: unknown) => void) => fail('x') }));
    await soon();
    expect(heard.reports).to.deep.equal(['threw', 'rejected likewise', 'rejected']);
    expect(rejections).to.deep.equal([]);
  });

  it('may live where the host has replaced Promise', async () => {
    const { Promise: native } = window;
    const failing = (async () => {
      throw new Error('x');
    })();
    window.Promise = class Replaced {} as never;
    attempt('rejected', () => failing);
    window.Promise = native;
    await soon();
    expect(heard.reports).to.deep.equal(['rejected']);
    expect(rejections).to.deep.equal([]);
  });

  it('may give anything', () => {
    for (const value of [undefined, null, 0, 'then', {}, { then: undefined }]) attempt('gave', () => value);
    expect(heard.reports).to.deep.equal([]);
  });
});
