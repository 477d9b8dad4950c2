import { warnOnce } from '../browser/report.js';
import { readProduct } from '../store/read-product.js';
import { bucketOf } from './bucket-of.js';
import type { Product } from '../events/product.js';
import { FORMAT } from './format.js';
import type { Manifest, ProductTables, ScoredList, Table } from './format.js';

/** A shop's trained files, as far as they have been loaded. Nothing here throws or rejects: what is not to be had is `undefined`. */
export interface Models {
  manifest(): Promise<Manifest | undefined>;
  /** What belongs to a product. */
  list(table: keyof ProductTables, id: string): Promise<ScoredList | undefined>;
  /** What is looked at most in a category. */
  popular(category: string): Promise<ScoredList | undefined>;
  /** What a card shows of a product. */
  product(id: string): Promise<Product | undefined>;
}

/**
 * Loads trained files when they are asked for, each once; the browser keeps them for the next page.
 *
 * @param address of `manifest.json`
 * @param load for tests, and for shops that have their files elsewhere
 */
export function openModels(address: string, load: (url: string) => Promise<Response> = (url) => fetch(url)): Models {
  const files = new Map<string, Promise<unknown>>();

  /** The parsed file. One that could not be had is asked for again the next time. */
  function file(path: string): Promise<unknown> {
    const url = new URL(path, address).href;
    let content = files.get(url);
    if (!content) {
      content = read(url).catch((error: unknown) => {
        files.delete(url);
        warnOnce(`no recommendations from ${url}: ${error instanceof Error ? error.message : String(error)}`);
      });
      files.set(url, content);
    }
    return content;
  }

  async function read(url: string): Promise<unknown> {
    const response = await load(url);
    if (!response.ok) throw new Error(`answered with ${response.status}`);
    const content: unknown = await response.json();
    if (typeof content !== 'object' || !content) throw new Error('holds no object');
    return content;
  }

  async function manifest(): Promise<Manifest | undefined> {
    const content = (await file(address)) as Manifest | undefined;
    if (!content) return undefined;
    if (isManifest(content)) return content;
    warnOnce(`${address} is no manifest that this version of the kit can read: train again with \`npx cuekit train\``);
    return undefined;
  }

  async function entry<Entry extends object>(
    choose: (tables: Manifest['tables']) => Table<Entry> | undefined,
    key: string,
  ): Promise<Entry | undefined> {
    const known = await manifest();
    const table = known && choose(known.tables);
    if (!table) return undefined;
    const { lists, path, buckets } = table;
    const shard = lists ?? (path && buckets ? await file(`${path}/${bucketOf(key, buckets)}.json`) : undefined);
    const found: unknown = shard && Object.hasOwn(shard, key) ? (shard as Record<string, unknown>)[key] : undefined;
    return typeof found === 'object' && found ? (found as Entry) : undefined;
  }

  const scored = async (list: Promise<ScoredList | undefined>) => {
    const found = await list;
    return isList(found) ? found : undefined;
  };

  return {
    manifest,
    list: (table, id) => scored(entry((tables) => tables[table], id)),
    popular: (category) => scored(entry(({ category: table }) => table, category)),
    product: async (id) => {
      const found = await entry(({ products }) => products, id);
      // Records come from browsers, so anybody can have written what the trainer found in them.
      return found && readProduct({ ...found, id });
    },
  };
}

function isList(data: unknown): data is ScoredList {
  const { ids, weights } = (data ?? {}) as Partial<ScoredList>;
  return Array.isArray(ids) && typeof weights === 'string';
}

/** Whether everything is there that is used without a look. */
function isManifest(data: Partial<Manifest>): data is Manifest {
  const { cuekitRelated, rank, tables, trending } = data;
  return (
    cuekitRelated === FORMAT &&
    typeof rank?.depth === 'number' &&
    typeof rank.decay === 'number' &&
    Array.isArray(rank.returns) &&
    typeof tables === 'object' &&
    isList(trending)
  );
}
