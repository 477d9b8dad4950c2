import { isInstant } from '../store/is-instant.js';
import { MOST_SHOWINGS } from './read-caps.js';

/** Most campaigns, groups and answers that are remembered. */
const MOST_KEYS = 1000;

/**
 * What must outlive a page: when what was shown, and what was answered. Plain JSON. Two memories, of two tabs for
 * instance, merge in any order into the same.
 */
export interface Memory {
  /** Instants of showings, the latest last: of campaigns (`c:name`), of groups (`g:name`), and of all (`all`). */
  shown: Readonly<Record<string, readonly number[]>>;
  /** Latest instant of each answer, `not-now newsletter` for instance. */
  answers: Readonly<Record<string, number>>;
  /** When the last prompt went. */
  closedAt?: number;
}

export const emptyMemory: Memory = Object.freeze({ shown: {}, answers: {} });

/** The memory of both. */
export function mergeMemories(a: Memory, b: Memory): Memory {
  const shown: Record<string, readonly number[]> = {};
  for (const key of [...Object.keys(a.shown), ...Object.keys(b.shown)])
    shown[key] ??= [...new Set([...(a.shown[key] ?? []), ...(b.shown[key] ?? [])])]
      .sort((x, y) => x - y)
      .slice(-MOST_SHOWINGS);
  const answers: Record<string, number> = {};
  for (const key of [...Object.keys(a.answers), ...Object.keys(b.answers)])
    answers[key] ??= Math.max(a.answers[key] ?? -Infinity, b.answers[key] ?? -Infinity);
  return bounded({ shown, answers, ...later(a.closedAt, b.closedAt) });
}

/** With one more showing. */
export function withShowing(memory: Memory, keys: readonly string[], at: number): Memory {
  const shown = { ...memory.shown };
  for (const key of keys) shown[key] = [...(shown[key] ?? []), at].slice(-MOST_SHOWINGS);
  return bounded({ ...memory, shown });
}

/** With one more answer. */
export function withAnswer(memory: Memory, key: string, at: number): Memory {
  return bounded({ ...memory, answers: { ...memory.answers, [key]: at } });
}

/**
 * Nothing of it later than now: when the clock was put back, what lay ahead counts as just done. So nothing is let through
 * that a cap or a rest forbids, and nothing waits for a future that may be years away.
 */
export function notAfter(memory: Memory, now: number): Memory {
  const cut = (at: number) => Math.min(at, now);
  return {
    shown: Object.fromEntries(Object.entries(memory.shown).map(([key, list]) => [key, list.map(cut)])),
    answers: Object.fromEntries(Object.entries(memory.answers).map(([key, at]) => [key, cut(at)])),
    ...(memory.closedAt !== undefined && { closedAt: cut(memory.closedAt) }),
  };
}

/** A memory out of data that anybody may have written; what is none of it is left out. */
export function readMemory(data: unknown): Memory {
  const { shown, answers, closedAt } = (data ?? {}) as Record<string, unknown>;
  return bounded({
    shown: ownEntries(shown, readInstants),
    answers: ownEntries(answers, readInstant),
    ...later(readInstant(closedAt), undefined),
  });
}

/** JSON has no negative nought. */
function readInstant(at: unknown): number | undefined {
  return isInstant(at) ? at + 0 : undefined;
}

function readInstants(list: unknown): number[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const instants = list.map(readInstant).filter((at) => at !== undefined);
  return instants.sort((a, b) => a - b).slice(-MOST_SHOWINGS);
}

function ownEntries<T>(data: unknown, read: (value: unknown) => T | undefined): Record<string, T> {
  const entries = typeof data === 'object' && data !== null ? Object.entries(data) : [];
  const known: Record<string, T> = {};
  for (const [key, value] of entries) {
    const item = key === '__proto__' ? undefined : read(value);
    if (item !== undefined) known[key] = item;
  }
  return known;
}

function later(a: number | undefined, b: number | undefined): { closedAt?: number } {
  const at = Math.max(a ?? -Infinity, b ?? -Infinity);
  return at > -Infinity ? { closedAt: at } : {};
}

/** What was longest not heard of goes first. */
function bounded(memory: Memory): Memory {
  return {
    ...memory,
    shown: newest(memory.shown, (list) => list.at(-1) ?? -Infinity),
    answers: newest(memory.answers, (at) => at),
  };
}

function newest<T>(record: Readonly<Record<string, T>>, at: (item: T) => number): Readonly<Record<string, T>> {
  const entries = Object.entries(record);
  if (entries.length <= MOST_KEYS) return record;
  return Object.fromEntries(entries.sort(([, a], [, b]) => at(b) - at(a)).slice(0, MOST_KEYS));
}
