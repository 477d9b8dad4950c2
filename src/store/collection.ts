import { atom, computed } from 'nanostores';
import type { ReadableAtom, WritableAtom } from 'nanostores';
import { report } from '../browser/report.js';
import { device, PREFIX } from './device.js';
import type { Device } from './device.js';

/** Most of an unreadable value that is kept for support, in characters. */
const BAD_CHARACTERS = 4096;

export interface CollectionOptions<T> {
  /** Part of the storage key, so never to be changed. */
  name: string;
  /** Version of the stored form. */
  version: number;
  /** Makes an item of stored or foreign data; `undefined` when it is none. Must not trust its argument. */
  read(data: unknown): T | undefined;
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
  /** Merges the item into what is known. */
  put(id: string, item: T): void;
  /** Forgets the item, here and on the device. */
  forget(id: string): void;
}

export function createCollection<T>(
  options: CollectionOptions<T>,
  { storage, onChange }: Device = device(),
): Collection<T> {
  const prefix = `${PREFIX}${options.name}:`;
  const items = new Map<string, T>();
  const atoms = new Map<string, WritableAtom<T | undefined>>();
  /** Ids that this page has seen on the device. */
  const stored = new Set<string>();
  /** Ids that a newer version of the kit has written: not ours to read or to overwrite. */
  const newer = new Set<string>();
  const $changes = atom(0);
  const $items = computed($changes, () => new Map(items) as ReadonlyMap<string, T>);
  const keeps = () => options.allowed?.get() ?? true;

  function change(id: string, item: T | undefined): void {
    if (item === undefined) items.delete(id);
    else items.set(id, item);
    atoms.get(id)?.set(item);
    $changes.set($changes.get() + 1);
  }

  function write(id: string): void {
    if (!keeps() || newer.has(id) || !items.has(id)) return;
    if (storage.set(prefix + id, JSON.stringify({ v: options.version, d: items.get(id) }))) stored.add(id);
  }

  /** Takes over what stands on the device under this id. Says whether the device should hear of what is known here. */
  function absorb(id: string, text: string | null): boolean {
    if (text === null) return true;
    const data = open(id, text);
    const item = data === undefined ? undefined : options.read(data);
    if (newer.has(id)) return false;
    if (item === undefined) {
      quarantine(id, text);
      return true;
    }
    stored.add(id);
    const known = items.get(id);
    const merged = known === undefined ? item : options.merge(known, item);
    if (!same(merged, known)) change(id, merged);
    return !same(merged, item);
  }

  function open(id: string, text: string): unknown {
    try {
      const { v, d } = JSON.parse(text) as { v: unknown; d: unknown };
      if (typeof v !== 'number') return undefined;
      if (v > options.version) newer.add(id);
      if (v >= options.version) return d;
      void underLock(() => write(id));
      return options.migrate?.(d, v);
    } catch {
      return undefined;
    }
  }

  /** Unreadable data makes room for good data, but is not lost: support can still see it. */
  function quarantine(id: string, text: string): void {
    report(`what this browser kept of “${options.name}” could not be read in part; it was set aside`);
    storage.set(`${PREFIX}bad:${options.name}:${id}`, text.slice(0, BAD_CHARACTERS));
    storage.remove(prefix + id);
  }

  function forget(id: string): void {
    storage.remove(prefix + id);
    stored.delete(id);
    change(id, undefined);
  }

  function prune(): void {
    for (const id of options.prune?.(items) ?? []) forget(id);
  }

  /** Makes memory and device agree; what another tab has removed since is gone here too. */
  function synchronise(): void {
    if (!keeps()) {
      for (const key of storage.keys(prefix)) storage.remove(key);
      stored.clear();
      return;
    }
    const onDevice = new Set(storage.keys(prefix).map((key) => key.slice(prefix.length)));
    for (const id of [...stored]) if (!onDevice.has(id)) forget(id);
    for (const id of onDevice) if (absorb(id, storage.get(prefix + id))) write(id);
    for (const id of items.keys()) if (!stored.has(id)) write(id);
    prune();
  }

  if (keeps()) synchronise();
  options.allowed?.listen(synchronise);
  onChange((key, value) => {
    if (!keeps()) return;
    if (key === undefined) synchronise();
    else if (key.startsWith(prefix)) {
      const id = key.slice(prefix.length);
      if (value !== null) {
        if (absorb(id, value)) write(id);
      } else if (items.has(id)) {
        stored.delete(id);
        change(id, undefined);
      }
    }
  });

  return {
    $items,
    get: (id) => items.get(id),
    $item(id) {
      let $item = atoms.get(id);
      if (!$item) atoms.set(id, ($item = atom(items.get(id))));
      return $item;
    },
    put(id, item) {
      // Another tab may have written a moment ago, and its storage event not have come yet.
      if (keeps()) absorb(id, storage.get(prefix + id));
      const known = items.get(id);
      const merged = known === undefined ? item : options.merge(known, item);
      if (!same(merged, known)) change(id, merged);
      write(id);
      prune();
    },
    forget,
  };
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Two versions of the kit in two tabs must not both rewrite what the older one left. */
async function underLock(action: () => void): Promise<void> {
  try {
    await navigator.locks.request('cuekit', action);
  } catch {
    action();
  }
}
