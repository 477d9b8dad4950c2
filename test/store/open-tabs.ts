import type { Device } from '../../src/store/device.js';

interface Change {
  /** `undefined`: everything was cleared. */
  key: string | undefined;
  value: string | null;
  order: number;
}

export interface Tab {
  device: Device;
  /** Lets the tab hear of the next change of another; false when there is none. */
  hear(): boolean;
  /** What this tab sees in storage. */
  seen(): Record<string, string>;
}

/**
 * Tabs in processes of their own that share a `localStorage` as browsers do it: each sees what it wrote itself at once, and what
 * others wrote only when their event arrives; the last write to reach the browser stays.
 */
export function openTabs(count: number): { tabs: Tab[]; settle(): void } {
  let order = 0;
  const queues: Change[][] = Array.from({ length: count }, () => []);

  const tabs = queues.map((queue, self): Tab => {
    const view = new Map<string, { value: string | null; order: number }>();
    const listeners: Parameters<Device['onChange']>[0][] = [];
    function change(key: string, value: string | null): void {
      if (value === null && (view.get(key)?.value ?? null) === null) return;
      view.set(key, { value, order: ++order });
      queues.forEach((other, index) => index !== self && other.push({ key, value, order }));
    }
    const seen = () =>
      [...view].flatMap(([key, { value }]): [string, string][] => (value === null ? [] : [[key, value]]));
    return {
      device: {
        storage: {
          get: (key) => view.get(key)?.value ?? null,
          set(key, value) {
            change(key, value);
            return true;
          },
          remove: (key) => change(key, null),
          keys: (prefix) => seen().flatMap(([key]) => (key.startsWith(prefix) ? [key] : [])),
          onChange: () => () => {},
        },
        onChange: (listener) => void listeners.push(listener),
        tell(key, value) {
          for (const listener of listeners) listener(key, value);
        },
      },
      hear() {
        const next = queue.shift();
        if (!next) return false;
        if (next.key !== undefined && next.order > (view.get(next.key)?.order ?? 0)) view.set(next.key, next);
        for (const listener of listeners) listener(next.key, next.value);
        return true;
      },
      seen: () => Object.fromEntries(seen().sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  });

  return {
    tabs,
    settle() {
      for (let rounds = 0; tabs.some((tab) => tab.hear()); rounds++)
        if (rounds > 10_000) throw new Error('the tabs answer each other for ever');
    },
  };
}
