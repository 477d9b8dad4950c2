import { pageSingleton } from '../browser/page-singleton.js';
import { report } from '../browser/report.js';
import { createSafeStorage } from '../browser/safe-storage.js';
import type { SafeStorage } from '../browser/safe-storage.js';

export const PREFIX = 'cuekit:';

/** The key that comes and goes when the shopper has everything erased: it tells all tabs to let go of what they have in memory. */
export const ERASED = `${PREFIX}erased`;

/** What this browser keeps between page loads. */
export interface Device {
  storage: SafeStorage;
  /** Tells of a key that another tab changed; `undefined` for all of them, also after a return from the back/forward cache. */
  onChange(listener: (key: string | undefined, value: string | null) => void): void;
  /** Lets this page hear what other tabs hear by themselves. */
  tell(key: string | undefined, value: string | null): void;
}

/** The page's one device: a single pair of listeners serves all collections. */
export function device(): Device {
  return pageSingleton('device', () => createDevice());
}

/** @param open where to keep things; a test passes its own */
export function createDevice(open?: () => Storage | null): Device {
  const listeners: ((key: string | undefined, value: string | null) => void)[] = [];
  const storage = createSafeStorage(
    (error) =>
      report(
        'this browser keeps nothing now (storage is blocked or full): what shoppers do lasts until the page closes',
        error,
      ),
    open,
  );
  const tell = (key: string | undefined, value: string | null) => {
    for (const listener of listeners) listener(key, value);
  };
  return {
    storage,
    tell,
    onChange(listener) {
      if (listeners.push(listener) > 1) return;
      storage.onChange(PREFIX, tell);
      // A page in the back/forward cache hears no storage events: on its return it looks again.
      addEventListener('pageshow', ({ persisted }) => {
        if (persisted) tell(undefined, null);
      });
    },
  };
}
