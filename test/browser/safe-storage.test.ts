import { expect } from 'chai';
import { createSafeStorage } from '../../src/browser/safe-storage.js';
import { fakeStorage } from '../store/fake-storage.js';

describe('safe storage', () => {
  it('does what storage does', () => {
    const storage = createSafeStorage(() => expect.fail());
    localStorage.clear();
    expect(storage.get('cue:a')).to.equal(null);
    expect(storage.set('cue:a', '1')).to.equal(true);
    storage.set('cue:b', '2');
    storage.set('other', '3');
    expect(storage.get('cue:a')).to.equal('1');
    expect(storage.keys('cue:')!.sort()).to.deep.equal(['cue:a', 'cue:b']);
    storage.remove('cue:a');
    expect(storage.keys('cue:')).to.deep.equal(['cue:b']);
    localStorage.clear();
  });

  const broken: Record<string, () => Storage | null> = {
    'cannot be reached': () => {
      throw new DOMException('no', 'SecurityError');
    },
    'is null': () => null,
    'throws from all it has': () =>
      new Proxy(fakeStorage(), {
        get() {
          throw new Error('no');
        },
      }),
  };
  for (const [how, open] of Object.entries(broken)) {
    it(`that ${how} answers all the same, and tells of each fault`, () => {
      const faults: unknown[] = [];
      const storage = createSafeStorage((error) => faults.push(error), open);
      expect(storage.get('a')).to.equal(null);
      expect(storage.set('a', '1')).to.equal(false);
      storage.remove('a');
      expect(storage.keys('a')).to.equal(undefined);
      expect(faults).to.have.length(4);
      for (const fault of faults) expect(fault).to.be.instanceOf(Error);
    });
  }

  it('tells of what other tabs change under the prefix, in this storage, until it is stopped', () => {
    const storage = createSafeStorage(() => {});
    const heard: unknown[] = [];
    const stop = storage.onChange('cue:', (key, value) => heard.push([key, value]));
    const tell = (init: StorageEventInit) => dispatchEvent(new StorageEvent('storage', init));
    tell({ key: 'cue:a', newValue: '1', storageArea: localStorage });
    tell({ key: 'cue:a', newValue: null, storageArea: localStorage });
    tell({ key: 'cues', newValue: '1', storageArea: localStorage });
    tell({ key: 'cue:a', newValue: '1', storageArea: sessionStorage });
    tell({ key: null, storageArea: localStorage });
    stop();
    tell({ key: 'cue:a', newValue: '2', storageArea: localStorage });
    expect(heard).to.deep.equal([
      ['cue:a', '1'],
      ['cue:a', null],
      [undefined, null],
    ]);
  });
});
