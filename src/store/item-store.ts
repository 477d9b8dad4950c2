import { atom } from 'nanostores';
import type { WritableAtom } from 'nanostores';

type Listener<T> = (value: T, before?: T) => void;

interface ItemStore<T> extends WritableAtom<T> {
  value: T;
  listeners: readonly Listener<T>[];
}

/** Has no listeners; its changes tell nanostores, which compares epochs, that what was computed before holds no longer. */
const $epoch = atom({});

const shared: Omit<ItemStore<unknown>, 'value' | 'listeners'> & ThisType<ItemStore<unknown>> = {
  eq: Object.is,
  init: undefined,
  get lc() {
    return this.listeners.length;
  },
  get() {
    return this.value;
  },
  listen(listener: Listener<unknown>) {
    // A new list each time: who comes or goes while others are told does not disturb that.
    this.listeners = this.listeners.concat(listener);
    return () => {
      const at = this.listeners.indexOf(listener);
      if (at < 0) return;
      this.listeners = this.listeners.toSpliced(at, 1);
      if (!this.lc) this.off();
    };
  },
  subscribe(listener) {
    const stop = this.listen(listener);
    listener(this.value);
    return stop;
  },
  set(value) {
    const before = this.value;
    if (this.eq(before, value)) return;
    this.value = value;
    this.notify(before);
  },
  notify(before) {
    $epoch.set({});
    const errors: unknown[] = [];
    for (const listener of this.listeners) {
      try {
        listener(this.value, before);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length) throw errors[0];
  },
  off() {},
};

const none: readonly never[] = [];

/**
 * The store of one item among many. nanostores' own `atom` makes six functions and a list for each store, 300 B more than
 * this: with a store for each product of a long list these would be most of what the kit keeps in memory.
 *
 * nanostores' `computed` and the bindings of frameworks take it for an atom; `onMount` and its like do not, since they take
 * methods off their store.
 */
export function itemStore<T>(value: T): WritableAtom<T> {
  return Object.assign(Object.create(shared) as ItemStore<T>, { value, listeners: none });
}
