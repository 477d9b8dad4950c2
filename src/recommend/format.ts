import type { Product } from '../events/product.js';

/** The number in a manifest that says how to read it; a page leaves alone what it does not know. */
export const FORMAT = 1;

/**
 * Products that belong to one, the strongest first. `weights` has one letter for each id: see `weightOf`. Most of a shard
 * is ids, which do not compress; a letter beside each costs less than a byte.
 */
export interface ScoredList {
  ids: readonly string[];
  weights: string;
}

/**
 * The lists of a table by key. Either all in the manifest (`lists`, a small shop), or in `buckets` files of the folder
 * `path`, beside the manifest: `<path>/<bucket>.json`, where the bucket of a key is `bucketOf(key, buckets)`. The
 * folder's name has the hash of its content, so its files may be cached for ever.
 */
export interface Table<Entry> {
  lists?: Readonly<Record<string, Entry>>;
  path?: string;
  buckets?: number;
}

/** What the trainer learnt of how shoppers of this shop move, for `rankSession`. */
export interface RankSettings {
  /** How many different products of the session have a say, the last first. */
  depth: number;
  /** The `n`th of them counts 1 / n^decay. */
  decay: number;
  /**
   * How often the next product is one that was seen before: by whether the last step was a return itself (0, 1), by the
   * number of different products so far (from 1; the last entry stands for all above), and by how many products ago it
   * was (0 is the current one; the last entry stands for all beyond, each).
   */
  returns: readonly (readonly (readonly number[])[])[];
}

/** Lists by product, made from… */
export interface ProductTables {
  /** …the order in which sessions moved through products. */
  related?: Table<ScoredList>;
  /** …orders. */
  bought?: Table<ScoredList>;
  /** …sessions, whatever their order. */
  viewed?: Table<ScoredList>;
  /** …names, brands, categories and prices: what there is to say of a product that nobody has seen yet. */
  similar?: Table<ScoredList>;
}

/** `manifest.json`: the first file that a page loads, and the only one that must not be cached for long. */
export interface Manifest {
  cuekitRelated: typeof FORMAT;
  /** The time of the last click that was learnt from, in milliseconds since 1970. */
  until: number;
  rank: RankSettings;
  /** What is looked at most now. */
  trending: ScoredList;
  tables: ProductTables & {
    /** What is looked at most in a category, by its full name. */
    category?: Table<ScoredList>;
    /** What cards show. */
    products?: Table<Omit<Product, 'id'>>;
  };
}
