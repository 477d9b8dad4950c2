import { expect } from 'chai';
import fc from 'fast-check';
import { atom } from 'nanostores';
import { createCollection } from '../../src/store/collection.js';
import type { CollectionOptions } from '../../src/store/collection.js';
import { createDevice } from '../../src/store/device.js';
import { hearReports } from '../hear-reports.js';
import { inlineModules } from '../inline-modules.js';
import { contentOf, fakeStorage } from './fake-storage.js';
import { openTabs } from './open-tabs.js';

interface Note {
  text: string;
  at: number;
}

const options: CollectionOptions<Note> = {
  name: 'note',
  version: 1,
  read(data) {
    const { text, at } = (data ?? {}) as Record<string, unknown>;
    return typeof text === 'string' && typeof at === 'number' ? { text, at } : undefined;
  },
  merge: (a, b) => (a.at > b.at || (a.at === b.at && a.text >= b.text) ? a : b),
};

const note = (text: string, at = 1): Note => ({ text, at });
const stored = (text: string, at = 1, v = 1) => JSON.stringify({ v, d: note(text, at) });
const open = (storage: Storage | null | (() => Storage | null), more: Partial<CollectionOptions<Note>> = {}) =>
  createCollection<Note>(
    { ...options, ...more },
    createDevice(typeof storage === 'function' ? storage : () => storage),
  );
const texts = (notes: ReturnType<typeof open>) => [...notes.$items.get().values()].map(({ text }) => text).sort();

let heard: ReturnType<typeof hearReports>;
const stops: (() => void)[] = [];
const { addEventListener: listen } = window;

// A device listens as long as its page lives: here until the test ends.
beforeEach(() => {
  heard = hearReports();
  window.addEventListener = (...parameters: Parameters<typeof listen>) => {
    stops.push(() => removeEventListener(...parameters));
    listen.apply(window, parameters);
  };
});
afterEach(() => {
  window.addEventListener = listen;
  for (const stop of stops.splice(0)) stop();
  heard.stop();
});

const SAYS_STORAGE =
  'this browser keeps nothing now (storage is blocked or full): what shoppers do lasts until the page closes';
const SAYS_BAD = 'what this browser kept of “note” could not be read in part; it was set aside';

describe('a collection', () => {
  it('keeps each item under a key of its own, and finds it again', () => {
    const storage = fakeStorage({ 'other:note:x': 'not ours' });
    const notes = open(storage);
    notes.update('a', () => note('A'));
    notes.update('b:c', () => note('B'));
    expect(contentOf(storage)).to.deep.equal({
      'cuekit:note:a': stored('A'),
      'cuekit:note:b:c': stored('B'),
      'other:note:x': 'not ours',
    });
    expect(texts(open(storage))).to.deep.equal(['A', 'B']);
    notes.forget('a');
    expect(notes.get('a')).to.equal(undefined);
    expect(texts(open(storage))).to.deep.equal(['B']);
  });

  it('tells only those who listen to the item that changed, once for each change', () => {
    const notes = open(fakeStorage());
    const calls: string[] = [];
    for (const id of ['a', 'b', 'c']) notes.$item(id).listen((item) => calls.push(`${id}=${item?.text ?? ''}`));
    notes.$items.listen((items) => calls.push(`all ${items.size}`));
    notes.update('a', () => note('A'));
    notes.update('a', () => note('A'));
    notes.update('a', () => undefined);
    notes.forget('a');
    notes.forget('a');
    expect(calls).to.deep.equal(['all 1', 'a=A', 'all 0', 'a=']);
  });

  it('tells of several steps when all are done', () => {
    const notes = open(fakeStorage());
    const calls: string[] = [];
    notes.$items.listen((items) => calls.push([...items.keys()].join()));
    notes.$item('a').listen((item) => calls.push(item!.text));
    notes.together(() => {
      notes.update('a', () => note('A', 1));
      notes.together(() => notes.update('b', () => note('B')));
      notes.update('a', () => note('A2', 2));
      expect(calls).to.deep.equal([]);
    });
    expect(calls).to.deep.equal(['a,b', 'A2']);
  });

  it('lets a listener change it in turn', () => {
    const notes = open(fakeStorage());
    const stop = notes.$item('a').listen(() => notes.update('b', () => note('B')));
    notes.update('a', () => note('A'));
    expect(texts(notes)).to.deep.equal(['A', 'B']);
    stop();
  });

  it('stays bounded, also by what other tabs add', () => {
    const { tabs, settle } = openTabs(2);
    const bounded: CollectionOptions<Note> = {
      ...options,
      prune: (items) => [...items.keys()].sort().slice(0, Math.max(0, items.size - 3)),
    };
    const [first, second] = tabs.map(({ device }) => createCollection(bounded, device));
    for (let index = 0; index < 5; index++) {
      first!.update(`a${index}`, () => note('x'));
      second!.update(`b${index}`, () => note('x'));
    }
    settle();
    for (const notes of [first!, second!])
      expect([...notes.$items.get().keys()].sort()).to.deep.equal(['b2', 'b3', 'b4']);
    expect(Object.keys(tabs[0]!.seen())).to.have.length(3);
  });
});

describe('a collection whose storage fails', () => {
  const thrower = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  const broken: Record<string, Storage | null | (() => Storage | null)> = {
    'is blocked (reading the property throws)': thrower,
    'is null': null,
    'throws from every method': new Proxy(fakeStorage(), { get: thrower }),
    'has no methods': {} as Storage,
  };

  for (const [how, storage] of Object.entries(broken)) {
    it(`${how}: works on in memory, and says so once`, () => {
      const notes = open(storage);
      notes.update('a', () => note('A'));
      notes.update('a', (known) => note(`${known!.text}2`, 2));
      notes.update('b', () => note('B'));
      notes.forget('b');
      expect(texts(notes)).to.deep.equal(['A2']);
      expect(heard.reports).to.deep.equal([SAYS_STORAGE]);
    });
  }

  it('throws from the n-th write on, for every n: loses nothing, and writes it when there is room again', () => {
    for (let room = 0; room < 6; room++) {
      const storage = fakeStorage();
      const { setItem } = storage;
      let writes = 0;
      storage.setItem = (key, value) => {
        if (writes++ >= room) throw new DOMException('full', 'QuotaExceededError');
        setItem(key, value);
      };
      const notes = open(storage);
      for (const id of ['a', 'b', 'c']) notes.update(id, () => note(id));
      notes.update('a', () => note('a2', 2));
      expect(texts(notes)).to.deep.equal(['a2', 'b', 'c']);
      storage.setItem = setItem;
      notes.update('d', () => note('d'));
      expect(texts(open(storage)), `room for ${room}`).to.deep.equal(['a2', 'b', 'c', 'd']);
    }
    expect(heard.reports).to.deep.equal([SAYS_STORAGE]);
  });

  it('becomes unreadable for a while: forgets nothing, and goes on as before afterwards', () => {
    const storage = fakeStorage();
    let blocked = false;
    const notes = open(() => (blocked ? thrower() : storage));
    notes.update('a', () => note('A'));
    blocked = true;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(texts(notes)).to.deep.equal(['A']);
    notes.update('b', () => note('B'));
    blocked = false;
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(texts(open(storage))).to.deep.equal(['A', 'B']);
  });

  it('is in a sandboxed frame: works on in memory, without an error on the page', async () => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    const { importMap, name } = await inlineModules(new URL('../../src/store/wishlist.ts', import.meta.url));
    frame.srcdoc = `${importMap}<script>
        const faults = [];
        onerror = (message) => void faults.push(message);
        onunhandledrejection = ({ reason }) => void faults.push(String(reason));
      </script>
      <script type="module">
        import { $wishlist, addWish } from ${JSON.stringify(name)};
        addWish({ id: 'a' });
        setTimeout(() => parent.postMessage({ faults, wished: $wishlist.get().length }, '*'));
      </script>`;
    const answer = new Promise<MessageEvent>((resolve) => addEventListener('message', resolve, { once: true }));
    document.body.append(frame);
    expect((await answer).data).to.deep.equal({ faults: [], wished: 1 });
    frame.remove();
  });
});

describe('a collection that finds something unreadable', function () {
  this.timeout(60_000);

  function holds(text: string): void {
    const storage = fakeStorage({ 'cuekit:note:a': text, 'cuekit:note:b': stored('B') });
    const notes = open(storage);
    expect(notes.get('b')).to.deep.equal(note('B'));
    const bad = storage.getItem('cuekit:bad:note:a');
    if (notes.get('a')) expect(bad).to.equal(null);
    else if (storage.getItem('cuekit:note:a') === null) expect(bad).to.equal(text.slice(0, 4096));
    else expect(JSON.parse(text).v, 'what stays is of a newer version').to.be.greaterThan(1);
    notes.update('a', () => note('good', 1e308));
    expect(notes.get('a')?.text).to.equal('good');
    expect(({} as { polluted?: unknown }).polluted).to.equal(undefined);
  }

  it('takes none of it, keeps the original once for support, and repairs the key', () => {
    const storage = fakeStorage({ 'cuekit:note:a': 'x'.repeat(9000), 'cuekit:note:b': stored('B') });
    const notes = open(storage);
    expect(texts(notes)).to.deep.equal(['B']);
    expect(storage.getItem('cuekit:note:a')).to.equal(null);
    expect(storage.getItem('cuekit:bad:note:a')).to.equal('x'.repeat(4096));
    notes.update('a', () => note('A'));
    storage.setItem('cuekit:note:a', 'bad again');
    notes.update('a', () => note('A2', 2));
    expect(storage.getItem('cuekit:note:a')).to.equal(stored('A2', 2));
    expect(storage.getItem('cuekit:bad:note:a')).to.equal('x'.repeat(4096));
    expect(heard.reports).to.deep.equal([SAYS_BAD]);
  });

  it('puts back what it knows where another tab left something unreadable', () => {
    const storage = fakeStorage();
    const notes = open(() => storage);
    notes.update('a', () => note('A'));
    storage.setItem('cuekit:note:a', '{"v":1,');
    dispatchEvent(new StorageEvent('storage', { key: 'cuekit:note:a', newValue: '{"v":1,' }));
    expect(texts(notes)).to.deep.equal(['A']);
    expect(storage.getItem('cuekit:note:a')).to.equal(stored('A'));
  });

  it('holds for any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), holds), { numRuns: 300 });
  });

  it('holds for any JSON in place of the item or of the envelope', () => {
    const wild = fc.oneof(
      fc.anything({ withNullPrototype: false, withBigInt: false }),
      fc.constantFrom('__proto__', 'constructor'),
    );
    fc.assert(
      fc.property(fc.record({ v: fc.oneof(fc.constant(1), wild), d: wild }, { requiredKeys: [] }), (data) =>
        holds(JSON.stringify(data)),
      ),
      { numRuns: 300 },
    );
  });

  it('holds for a good value cut off anywhere', () => {
    const text = JSON.stringify({ v: 1, d: { text: 'Kanne “ü” 😀 \u0000\\', at: 12.5e3 } });
    for (let length = 0; length < text.length; length++) holds(text.slice(0, length));
  });

  it('holds for keys that would change prototypes, at any depth, and for very much of it', () => {
    const evil = '{"polluted":true}';
    for (const key of ['__proto__', 'constructor', 'prototype'])
      for (const text of [
        `{"${key}":${evil}}`,
        `{"v":1,"${key}":${evil},"d":{"${key}":${evil},"text":"t","at":1}}`,
        `{"v":1,"d":{"constructor":{"prototype":${evil}}}}`,
      ])
        holds(text);
    holds(`{"v":1,"d":${'['.repeat(5000)}${']'.repeat(5000)}}`);
    holds(`{"v":1,"d":{"text":7,"at":"${'x'.repeat(1e6)}"}}`);
  });
});

describe('a collection of another version', () => {
  const migrate = (data: unknown, from: number): unknown =>
    from === 1 && typeof data === 'string' ? note(data) : undefined;

  it('neither reads nor overwrites what a newer one wrote, and works on in memory', () => {
    const storage = fakeStorage({ 'cuekit:note:a': stored('newer', 9, 2), 'cuekit:note:b': stored('B') });
    const notes = open(storage);
    expect(texts(notes)).to.deep.equal(['B']);
    notes.update('a', () => note('mine'));
    expect(notes.get('a')).to.deep.equal(note('mine'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    notes.forget('a');
    notes.update('a', () => note('mine again'));
    expect(storage.getItem('cuekit:note:a')).to.equal(stored('newer', 9, 2));
    expect(texts(notes)).to.deep.equal(['B', 'mine again']);
    expect(heard.reports).to.deep.equal([]);
  });

  it('migrates what an older one left, once, under a lock that tabs share', async () => {
    const storage = fakeStorage({ 'cuekit:note:a': JSON.stringify({ v: 1, d: 'old' }) });
    const written: string[] = [];
    const { setItem } = storage;
    storage.setItem = (key, value) => {
      written.push(key);
      setItem(key, value);
    };
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const holding = navigator.locks.request('cuekit', () => held);
    const tabs = [1, 2, 3].map(() => open(storage, { version: 2, migrate }));
    for (const notes of tabs) expect(texts(notes)).to.deep.equal(['old']);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(written).to.deep.equal([]);
    letGo();
    await holding;
    await navigator.locks.request('cuekit', () => {});
    expect(written).to.deep.equal(['cuekit:note:a']);
    expect(storage.getItem('cuekit:note:a')).to.equal(stored('old', 1, 2));
  });

  it('migrates without locks where there are none', async () => {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: undefined });
    try {
      const storage = fakeStorage({ 'cuekit:note:a': JSON.stringify({ v: 1, d: 'old' }) });
      open(storage, { version: 2, migrate });
      await Promise.resolve();
      expect(storage.getItem('cuekit:note:a')).to.equal(stored('old', 1, 2));
    } finally {
      delete (navigator as { locks?: unknown }).locks;
    }
  });

  it('does not overwrite with its migration what another tab has changed meanwhile', async () => {
    const storage = fakeStorage({ 'cuekit:note:a': JSON.stringify({ v: 1, d: 'old' }) });
    const first = open(storage, { version: 2, migrate });
    const second = open(storage, { version: 2, migrate });
    second.update('a', () => note('changed', 5));
    await navigator.locks.request('cuekit', () => {});
    expect(storage.getItem('cuekit:note:a')).to.equal(stored('changed', 5, 2));
    expect(first.get('a')?.text).to.equal('changed');
  });

  it('sets aside what it cannot migrate', () => {
    const storage = fakeStorage({
      'cuekit:note:a': stored('no string', 1, 1),
      'cuekit:note:b': JSON.stringify({ v: 0, d: 'too old' }),
    });
    expect(texts(open(storage, { version: 2, migrate }))).to.deep.equal([]);
    const failing = () => {
      throw new Error('migration');
    };
    expect(texts(open(fakeStorage({ 'cuekit:note:a': stored('x') }), { version: 2, migrate: failing }))).to.deep.equal(
      [],
    );
    expect(contentOf(storage)).to.deep.equal({
      'cuekit:bad:note:a': stored('no string', 1, 1),
      'cuekit:bad:note:b': JSON.stringify({ v: 0, d: 'too old' }),
    });
  });
});

describe('a collection and the other tabs', () => {
  const tell = (key: string | null, newValue: string | null = null) =>
    dispatchEvent(new StorageEvent('storage', { key, newValue }));

  it('takes over what they add, change and remove', () => {
    const storage = fakeStorage();
    const notes = open(storage);
    tell('cuekit:note:a', stored('A'));
    expect(texts(notes)).to.deep.equal(['A']);
    tell('cuekit:note:a', stored('A2', 2));
    tell('cuekit:note:a', stored('A1', 1));
    expect(texts(notes)).to.deep.equal(['A2']);
    storage.removeItem('cuekit:note:a');
    tell('cuekit:note:a');
    expect(texts(notes)).to.deep.equal([]);
    tell('cuekit:notes:a', stored('no'));
    tell('else', 'no');
    expect(texts(notes)).to.deep.equal([]);
  });

  it('does not forget an item because of an old removal, when it has been kept again since', () => {
    const storage = fakeStorage();
    const notes = open(storage);
    notes.update('a', () => note('A'));
    tell('cuekit:note:a');
    expect(texts(notes)).to.deep.equal(['A']);
  });

  it('forgets all when storage was cleared, but not what had no room on the device', () => {
    const storage = fakeStorage();
    const notes = open(storage);
    notes.update('kept', () => note('kept'));
    const { setItem } = storage;
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    notes.update('unsaved', () => note('unsaved'));
    storage.setItem = setItem;
    storage.clear();
    tell(null);
    expect(texts(notes)).to.deep.equal(['unsaved']);
    expect(Object.keys(contentOf(storage))).to.deep.equal(['cuekit:note:unsaved']);
  });

  it('looks again after the back/forward cache, in which it heard nothing', () => {
    const storage = fakeStorage();
    const notes = open(storage);
    notes.update('a', () => note('A'));
    notes.update('b', () => note('B'));
    storage.removeItem('cuekit:note:a');
    storage.setItem('cuekit:note:b', stored('B2', 2));
    storage.setItem('cuekit:note:c', stored('C'));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(texts(notes)).to.deep.equal(['A', 'B']);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(texts(notes)).to.deep.equal(['B2', 'C']);
  });
});

describe('a collection that needs consent', () => {
  it('reads and writes nothing before it, and then keeps what it knows', () => {
    const touched: string[] = [];
    const storage = fakeStorage({ 'cuekit:note:b': stored('B') });
    const watched = new Proxy(storage, {
      get(target, property) {
        touched.push(String(property));
        return Reflect.get(target, property) as unknown;
      },
    });
    const $allowed = atom(false);
    const notes = open(watched, { allowed: $allowed });
    notes.update('a', () => note('A'));
    notes.forget('a');
    notes.update('a', () => note('A'));
    dispatchEvent(new StorageEvent('storage', { key: null }));
    dispatchEvent(new StorageEvent('storage', { key: 'cuekit:note:x', newValue: stored('X') }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(texts(notes)).to.deep.equal(['A']);
    expect(touched).to.deep.equal([]);
    $allowed.set(true);
    expect(texts(notes)).to.deep.equal(['A', 'B']);
    expect(storage.getItem('cuekit:note:a')).to.equal(stored('A'));
    $allowed.set(false);
    notes.update('a', () => note('A2', 2));
    expect(storage.getItem('cuekit:note:a')).to.equal(stored('A'));
  });
});
