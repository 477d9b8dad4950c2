import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { bucketOf } from '../recommend/bucket-of.js';
import type { Manifest, Table } from '../recommend/format.js';

/** A table to be written: its keys, and what stands behind a key; `undefined` where there is nothing. */
export interface TableSource {
  keys: readonly string[];
  entry(key: string, index: number): unknown;
  /** About how many characters a file should have. A page loads few lists but a product for each card. */
  charactersPerFile: number;
}

/** A manifest that has everything in it may have so many bytes after Brotli: about as much as with a file of lists beside it. */
const MOST_INLINE_BYTES = 8000;
/** Shops with more keys are not tried. */
const MOST_INLINE_KEYS = 3000;

const versionName = /^[0-9a-f]{12}$/;

/**
 * Writes tables and manifest into a folder so that a page never sees half of it: files go to a folder that is named by
 * their content, and the manifest, which names that folder, takes the old one's place last. The folder of the version
 * before stays, for pages that are open; older ones go.
 *
 * @param filesPerTable instead of as many as `charactersPerFile` makes
 * @param onProgress told how many of all keys are done
 */
export function writeTables(
  out: string,
  manifest: Omit<Manifest, 'tables'>,
  sources: Readonly<Record<string, TableSource>>,
  filesPerTable?: number,
  onProgress: (done: number, all: number) => void = () => {},
): { files: number; bytes: number; version: string | undefined } {
  mkdirSync(out, { recursive: true });
  const before = versionBefore(out);
  const all = Object.values(sources).reduce((sum, { keys }) => sum + keys.length, 0);
  if (all <= MOST_INLINE_KEYS && !filesPerTable) {
    const text = serialise({ ...manifest, tables: inline(sources) });
    if (brotliCompressSync(text).length <= MOST_INLINE_BYTES) {
      onProgress(all, all);
      finish(out, text, before, undefined);
      return { files: 1, bytes: Buffer.byteLength(text), version: undefined };
    }
  }

  const folder = mkdtempSync(join(out, '.writing-'));
  try {
    const hash = createHash('sha256');
    const tables: Record<string, Table<unknown>> = {};
    let done = 0;
    let files = 1;
    let bytes = 0;
    for (const [name, { keys, entry, charactersPerFile }] of Object.entries(sources)) {
      const buckets = filesPerTable ?? countBuckets(keys, entry, charactersPerFile);
      mkdirSync(join(folder, name));
      const inBucket = Array.from({ length: buckets }, (): number[] => []);
      keys.forEach((key, index) => inBucket[bucketOf(key, buckets)]!.push(index));
      inBucket.forEach((indices, bucket) => {
        const text = shard(indices.map((index) => [keys[index]!, entry(keys[index]!, index)]));
        // A page that asks for a key without an entry still finds a file, and no error in its console.
        writeFileSync(join(folder, name, `${bucket}.json`), text);
        hash.update(`${name}/${bucket}\n${text}\n`);
        files += 1;
        bytes += Buffer.byteLength(text);
        onProgress((done += indices.length), all);
      });
      tables[name] = { path: name, buckets };
    }
    const version = hash.digest('hex').slice(0, 12);
    for (const table of Object.values(tables)) table.path = `${version}/${table.path}`;
    const target = join(out, version);
    if (!existsSync(target)) renameSync(folder, target);
    const text = serialise({ ...manifest, tables });
    finish(out, text, before, version);
    return { files, bytes: bytes + Buffer.byteLength(text), version };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Puts the manifest in place and removes versions that no page can still be using. */
function finish(out: string, text: string, before: string | undefined, now: string | undefined): void {
  writeFileSync(join(out, 'manifest.json.new'), text);
  renameSync(join(out, 'manifest.json.new'), join(out, 'manifest.json'));
  for (const name of readdirSync(out)) {
    if (versionName.test(name) && name !== before && name !== now) rmSync(join(out, name), { recursive: true });
  }
}

/** The folder that the manifest of the last training names. */
function versionBefore(out: string): string | undefined {
  const file = join(out, 'manifest.json');
  if (!existsSync(file)) return undefined;
  const [, version] = /"path":"([0-9a-f]{12})\//.exec(readFileSync(file, 'utf8')) ?? [];
  return version;
}

function inline(sources: Readonly<Record<string, TableSource>>): Record<string, Table<unknown>> {
  const tables = Object.entries(sources).map(([name, { keys, entry }]) => {
    const lists = keys
      .map((key, index) => [key, entry(key, index)] as const)
      .filter(([, value]) => value !== undefined);
    return [name, { lists: Object.fromEntries(lists) }] as const;
  });
  return Object.fromEntries(tables);
}

/** A power of two, so that a shop that grows a little keeps its layout. */
function countBuckets(keys: readonly string[], entry: TableSource['entry'], charactersPerFile: number): number {
  const step = Math.max(1, Math.floor(keys.length / 100));
  let characters = 0;
  let tried = 0;
  for (let index = 0; index < keys.length; index += step) {
    characters += JSON.stringify([keys[index], entry(keys[index]!, index)] satisfies unknown[]).length;
    tried += 1;
  }
  const needed = ((characters / Math.max(1, tried)) * keys.length) / charactersPerFile;
  return 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, needed))));
}

// By hand: an object would take a key like `__proto__` for something else, and put numbers before everything.
function shard(entries: readonly (readonly [string, unknown])[]): string {
  const lines = entries
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{${lines.join(',')}}`;
}

const serialise = (manifest: object) => `${JSON.stringify(manifest)}\n`;
