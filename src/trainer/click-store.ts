import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { growingArray } from './growing-array.js';
import type { GrowingArray } from './growing-array.js';

/** Session, time and item of each click, one after another. */
const FIELDS = 3;

const PARTITIONS = 64;

/** Clicks in memory before they go to the disk: 48 MB. */
const MOST_IN_MEMORY = 2_000_000;

/**
 * Keeps clicks so that all of one session can be had together, whatever the order they come in, with bounded memory:
 * a session's clicks share a partition, and when there are many, partitions are files in a temporary folder.
 */
export interface ClickStore {
  add(session: number, at: number, item: number): void;
  /** Each partition's clicks as triples (session, time, item), in the order they came. */
  partitions(): Iterable<Float64Array>;
  /** Removes what is on the disk. */
  close(): void;
}

export function createClickStore(mostInMemory = MOST_IN_MEMORY): ClickStore {
  const make = (): GrowingArray<Float64Array> => growingArray((length) => new Float64Array(length));
  let parts = Array.from({ length: PARTITIONS }, make);
  let inMemory = 0;
  let folder: string | undefined;
  const fileOf = (part: number) => join(folder!, `${part}.bin`);

  function spill(): void {
    folder ??= mkdtempSync(join(tmpdir(), 'cuekit-train-'));
    parts.forEach((part, index) => {
      const values = part.values();
      appendFileSync(fileOf(index), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    });
    parts = Array.from({ length: PARTITIONS }, make);
    inMemory = 0;
  }

  return {
    add(session, at, item) {
      const part = parts[session % PARTITIONS]!;
      part.push(session);
      part.push(at);
      part.push(item);
      if (++inMemory >= mostInMemory) spill();
    },
    *partitions() {
      if (folder && inMemory > 0) spill();
      for (let index = 0; index < PARTITIONS; index++) {
        if (!folder) yield parts[index]!.values();
        else {
          const { buffer, byteOffset, byteLength } = readFileSync(fileOf(index));
          yield new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
        }
      }
    },
    close() {
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Calls back with each session's clicks in the order of their times; of the same instant, in the order they came.
 *
 * @param renumber the final number of each item
 */
export function forEachSession(
  triples: Float64Array,
  renumber: Uint32Array,
  visit: (session: number, times: Float64Array, items: Uint32Array) => void,
): void {
  const count = triples.length / FIELDS;
  const sizes = new Map<number, number>();
  for (let click = 0; click < count; click++) {
    const session = triples[click * FIELDS]!;
    sizes.set(session, (sizes.get(session) ?? 0) + 1);
  }
  // By the name's hash, so that the order of the lines does not show in what is trained.
  const sessions = Float64Array.from(sizes.keys()).sort();
  const starts = new Map<number, number>();
  let total = 0;
  for (const session of sessions) {
    starts.set(session, total);
    total += sizes.get(session)!;
  }
  const times = new Float64Array(count);
  const items = new Uint32Array(count);
  for (let click = 0; click < count; click++) {
    const session = triples[click * FIELDS]!;
    const at = starts.get(session)!;
    times[at] = triples[click * FIELDS + 1]!;
    items[at] = renumber[triples[click * FIELDS + 2]!]!;
    starts.set(session, at + 1);
  }
  let from = 0;
  for (const session of sessions) {
    const to = from + sizes.get(session)!;
    sortByTime(times, items, from, to);
    visit(session, times.subarray(from, to), items.subarray(from, to));
    from = to;
  }
}

function sortByTime(times: Float64Array, items: Uint32Array, from: number, to: number): void {
  if (to - from > 64) {
    const order = Array.from({ length: to - from }, (_, index) => from + index);
    order.sort((a, b) => times[a]! - times[b]!);
    const sortedTimes = order.map((index) => times[index]!);
    const sortedItems = order.map((index) => items[index]!);
    times.set(sortedTimes, from);
    items.set(sortedItems, from);
    return;
  }
  for (let index = from + 1; index < to; index++) {
    const time = times[index]!;
    const item = items[index]!;
    let hole = index;
    while (hole > from && times[hole - 1]! > time) {
      times[hole] = times[hole - 1]!;
      items[hole] = items[hole - 1]!;
      hole -= 1;
    }
    times[hole] = time;
    items[hole] = item;
  }
}
