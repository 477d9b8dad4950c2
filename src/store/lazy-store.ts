import type { ReadableAtom } from 'nanostores';

/**
 * A store that is opened when it is first used: stores live on module level, where importing them must not yet touch
 * the page, and they are one per page, whichever copy of the kit opens them.
 */
/* @__NO_SIDE_EFFECTS__ */
export function lazyStore<T>(open: () => ReadableAtom<T>): ReadableAtom<T> {
  return new Proxy({} as ReadableAtom<T>, {
    get: (_, property) => Reflect.get(open(), property) as unknown,
    set: (_, property, value) => Reflect.set(open(), property, value),
    has: (_, property) => Reflect.has(open(), property),
    deleteProperty: (_, property) => Reflect.deleteProperty(open(), property),
  });
}
