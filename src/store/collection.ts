import { atom } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { attempt, report } from '../browser/report.js';
import { device, ERASED, PREFIX } from './device.js';
import type { Device } from './device.js';
import { itemStore } from './item-store.js';

/** Most of an unreadable value that is kept for support, in characters. */
const BAD_CHARACTERS = 4096;

export interface CollectionOptions<T> {
  /**
   * Part of the storage key, so never to be changed. What is kept for a purpose that needs consent is called
   * `purpose:name`: by that, all of it is found and erased on refusal.
   */
  name: string;
  /** Version of the stored form. */
  version: number;
  /** Makes an item of stored or foreign data; `undefined` when it is none. Must not trust its arguments. */
  read(data: unknown, id: string): T | undefined;
  /** The item that both agree on; must be associative and commutative, and `merge(a, a)` must equal `a`. */
  merge(a: T, b: T): T;
  /** Data of the current version from data of an older one. */
  migrate?(data: unknown, from: number): unknown;
  /** Ids to let go, so that the collection stays bounded; asked after each change. */
  prune?(items: ReadonlyMap<string, T>): Iterable<string>;
  /** Whether the shopper allows that this is kept on the device; without it, it is kept because the shopper asked for it. */
  allowed?: ReadableAtom<boolean>;
}

/** Items by id: in memory first, on the device one key per item, the same in every tab. */
export interface Collection<T> {
  get(id: string): T | undefined;
  /** The item with this id: listeners hear of changes to this one alone. */
  $item(id: string): ReadableAtom<T | undefined>;
  /** All items; a new map after each change. */
  $items: ReadableAtom<ReadonlyMap<string, T>>;
  /**
   * Merges what `next` makes of the latest known item into it; `undefined` leaves everything as it is. Listeners hear
   * of it after it is kept, and one of them that throws is reported.
   */
  update(id: string, next: (known: T | undefined) => T | undefined): void;
  /** Forgets the item, here and on the device. */
  forget(id: string): void;
  /** Takes several steps, of which listeners hear when all are done. */
  together(steps: () => void): void;
}

export function createCollection<T>(
  options: CollectionOptions<T>,
  { storage, onChange }: Device = device(),
): Collection<T> {
  const { name, version, allowed } = options;
  const prefix = `${PREFIX}${name}:`;
  const items = new Map<string, T>();
  const atoms = new Map<string, WritableAtom<T | undefined>>();
  /** Ids that this page has seen on the device. */
  const stored = new Set<string>();
  /** Ids whose latest state the device did not take: it was full, or blocked. */
  const unsaved = new Set<string>();
  /** Ids that a newer version of the kit has written: not ours to read or to overwrite. */
  const newer = new Set<string>();
  /** Ids of which listeners have not heard yet. */
  const untold = new Set<string>();
  let depth = 0;
  const $items = atom<ReadonlyMap<string, T>>(new Map());
  const keeps = () => allowed?.get() ?? true;
  const load = (id: string) => storage.get(prefix + id);

  /** A listener that throws must break neither the step, which is done by then, nor who asked for it. */
  function run(step: () => void): void {
    depth++;
    attempt(`the store “${name}” failed`, step);
    if (--depth || untold.size === 0) return;
    const ids = [...untold];
    untold.clear();
    const failed = `a listener of the store “${name}” failed`;
    attempt(failed, () => $items.set(new Map(items)));
    for (const id of ids) attempt(failed, () => atoms.get(id)?.set(items.get(id)));
  }

  function set(id: string, item: T | undefined): void {
    if (item === undefined) items.delete(id);
    else items.set(id, item);
    untold.add(id);
  }

  /** Says whether the device has taken it. */
  function write(id: string): boolean {
    if (!keeps() || newer.has(id) || !items.has(id)) return false;
    const taken = storage.set(prefix + id, JSON.stringify({ v: version, d: items.get(id) }));
    if (taken) stored.add(id);
    unsaved[taken ? 'delete' : 'add'](id);
    return taken;
  }

  /**
   * Takes over what stands on the device under this id. Says whether the device should hear of what is known here.
   * What an older version left is rewritten under a lock, lest two tabs both do it.
   */
  function absorb(id: string, text: string | null, locked = false): boolean {
    newer.delete(id);
    if (text === null) return true;
    let item: T | undefined;
    let older = false;
    try {
      const { v, d } = JSON.parse(text) as { v: unknown; d: unknown };
      if (typeof v === 'number') {
        if (v > version) {
          newer.add(id);
          return false;
        }
        older = v < version;
        item = options.read(older ? options.migrate?.(d, v) : d, id);
      }
    } catch {
      // Unreadable, as is what `read` says no to.
    }
    if (item === undefined) {
      quarantine(id, text);
      return true;
    }
    stored.add(id);
    const known = items.get(id);
    const merged = known === undefined ? item : options.merge(known, item);
    if (!same(merged, known)) set(id, merged);
    if (!older || locked) return older || !same(merged, item);
    void underLock(() => run(() => void (absorb(id, load(id), true) && write(id))));
    return false;
  }

  /** Unreadable data makes room for good data, but is not lost: support can still see it. */
  function quarantine(id: string, text: string): void {
    report(`what this browser kept of “${name}” could not be read in part; it was set aside`);
    // Removed first: a full storage has no room for both.
    storage.remove(prefix + id);
    stored.delete(id);
    const bad = `${PREFIX}bad:${name}:${id}`;
    if (storage.get(bad) === null) storage.set(bad, text.slice(0, BAD_CHARACTERS));
  }

  function forget(id: string): void {
    if (keeps() && !newer.has(id)) storage.remove(prefix + id);
    stored.delete(id);
    unsaved.delete(id);
    if (items.has(id)) set(id, undefined);
  }

  function prune(): void {
    for (const id of options.prune?.(items) ?? []) forget(id);
  }

  /** Makes memory and device agree; what another tab has removed since is gone here too. */
  function synchronise(): void {
    if (!keeps()) {
      stored.clear();
      unsaved.clear();
      return;
    }
    const keys = storage.keys(prefix);
    if (!keys) return;
    const onDevice = new Set(keys.map((key) => key.slice(prefix.length)));
    for (const id of [...stored]) if (!onDevice.has(id)) forget(id);
    for (const id of onDevice) if (absorb(id, load(id))) write(id);
    for (const id of items.keys()) if (!stored.has(id)) write(id);
    prune();
  }

  function hear(key: string | undefined, value: string | null): void {
    if (key === ERASED && value) {
      stored.clear();
      unsaved.clear();
      for (const id of items.keys()) set(id, undefined);
    }
    if (!keeps()) return;
    if (key === undefined) return synchronise();
    if (!key.startsWith(prefix)) return;
    const id = key.slice(prefix.length);
    // What was removed there may have been written again since, here or elsewhere.
    const text = value ?? load(id);
    if (text === null) forget(id);
    else if (absorb(id, text)) write(id);
    prune();
  }

  run(synchronise);
  allowed?.listen(() => run(synchronise));
  onChange((key, value) => run(() => hear(key, value)));

  return {
    $items,
    get: (id) => items.get(id),
    $item(id) {
      let $item = atoms.get(id);
      if (!$item) atoms.set(id, ($item = itemStore(items.get(id))));
      return $item;
    },
    update(id, next) {
      run(() => {
        // Another tab may have written a moment ago, and its storage event not have come yet.
        let lags = keeps() && absorb(id, load(id));
        const known = items.get(id);
        const item = next(known);
        const merged = item && known ? options.merge(known, item) : (item ?? known);
        if (!same(merged, known)) {
          set(id, merged);
          lags = true;
        }
        // What had no room before may have it now.
        if (lags && write(id)) for (const other of unsaved) if (!write(other)) break;
        prune();
      });
    },
    forget: (id) => run(() => forget(id)),
    together: run,
  };
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

async function underLock(action: () => void): Promise<void> {
  try {
    await navigator.locks.request('cuekit', action);
  } catch {
    // Not on an insecure page, nor in a sandbox.
    action();
  }
}
