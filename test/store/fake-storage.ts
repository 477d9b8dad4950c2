/** `localStorage` in memory. A test breaks it by overriding a method. */
export function fakeStorage(content: Readonly<Record<string, string>> = {}): Storage {
  const entries = new Map(Object.entries(content));
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, String(value)),
    removeItem: (key) => void entries.delete(key),
    clear: () => entries.clear(),
  };
}

/** All that a storage holds. */
export function contentOf(storage: Storage): Record<string, string> {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index)!);
  return Object.fromEntries(keys.sort().map((key) => [key, storage.getItem(key)!]));
}
