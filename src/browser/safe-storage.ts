/** Storage that may be missing, blocked, full or emptied at any moment, and never throws. */
export interface SafeStorage {
  get(key: string): string | null;
  /** Says whether the value is really on the device. */
  set(key: string, value: string): boolean;
  remove(key: string): void;
  /** All keys that begin with the prefix; `undefined` when they cannot be seen now, which is not the same as none. */
  keys(prefix: string): string[] | undefined;
  /** Tells of what other tabs change under the prefix, `undefined` where all was cleared; until the returned function is called. */
  onChange(prefix: string, listener: (key: string | undefined, value: string | null) => void): () => void;
}

/**
 * Wraps `localStorage` or whatever `open` gives. Reading the property can throw (sandboxed frame, cookies blocked) or
 * give null (some web views), and every method of it can throw, at any time.
 *
 * @param onFault told each time something did not work
 */
export function createSafeStorage(
  onFault: (error: unknown) => void,
  open = (): Storage | null => localStorage,
): SafeStorage {
  function use<T>(fallback: T, action: (storage: Storage) => T): T {
    try {
      const storage = open();
      if (storage) return action(storage);
      onFault(new Error('there is no storage'));
    } catch (error) {
      onFault(error);
    }
    return fallback;
  }

  return {
    get: (key) => use(null, (storage) => storage.getItem(key)),
    set: (key, value) =>
      use(false, (storage) => {
        storage.setItem(key, value);
        return true;
      }),
    remove: (key) => use(undefined, (storage) => storage.removeItem(key)),
    keys: (prefix) =>
      use<string[] | undefined>(undefined, (storage) =>
        Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
          key.startsWith(prefix),
        ),
      ),
    onChange(prefix, listener) {
      function hear({ key, newValue, storageArea }: StorageEvent): void {
        if (storageArea && use(false, (storage) => storageArea !== storage)) return;
        if (key === null) listener(undefined, null);
        else if (key.startsWith(prefix)) listener(key, newValue);
      }
      addEventListener('storage', hear);
      return () => removeEventListener('storage', hear);
    },
  };
}
