import { statSync } from 'node:fs';
import type { Product } from '../events/product.js';
import { FORMAT } from '../recommend/format.js';
import { createClickStore } from './click-store.js';
import { companions, distances, followers, neighboursFor } from './followers.js';
import { growingArray } from './growing-array.js';
import { hashSession } from './hash-session.js';
import { learnReturns } from './learn-returns.js';
import { findOccurrences } from './occurrences.js';
import type { Occurrences } from './occurrences.js';
import { popularInCategory } from './popular-in-category.js';
import { readLog } from './read-log.js';
import { createRowTable } from './row-table.js';
import { scoredList } from './scored-list.js';
import { collectSessions } from './sessions.js';
import type { Sessions } from './sessions.js';
import { findSimilar } from './similar-products.js';
import { createTally } from './tally.js';
import type { Row } from './tally.js';
import { walkOn } from './walk.js';
import { writeTables } from './write-tables.js';
import type { TableSource } from './write-tables.js';

/** What can be learnt for each product, beside the lists that are always made. */
export const tableNames = ['related', 'bought', 'viewed', 'similar', 'products'] as const;
export type TableName = (typeof tableNames)[number];

export interface TrainOptions {
  /** Logs; `-` is the standard input. */
  files: readonly string[];
  /** The folder that is written. */
  out: string;
  /** How many products a list has. */
  listLength?: number;
  /** How many files each table has; as many as keep a page's download small by default. */
  filesPerTable?: number;
  /** Of more clicks the newest are used: this many, and those of the hour in which it is reached. */
  mostClicks?: number;
  /** Clicks that are kept in memory before a temporary folder is used. */
  mostInMemory?: number;
  tables?: readonly TableName[];
  onProgress?: (what: string, share: number | undefined, detail: string) => void;
}

/** What became of it. */
export interface Training {
  clicks: number;
  sessions: number;
  items: number;
  orders: number;
  /** Lines that could not be used, by reason; with the places of the first ones. */
  badLines: Record<string, { count: number; first: string[] }>;
  /** Sessions left out for having more clicks than a person makes. */
  robots: number;
  /** Where not all clicks were used: the time from which on they were, in milliseconds since 1970. */
  since: number | undefined;
  files: number;
  bytes: number;
}

/**
 * The knee of the curve that `npm run bench:recommend -- --curve` prints: lists of 10 lose 4 points of HR@20, and those of 30 win
 * nothing for a third more bytes. A page adds up the lists of three products, so there are more candidates than 20.
 */
const LIST_LENGTH = 20;
const MOST_CLICKS = 20_000_000;
const TRENDING_LENGTH = 50;
const HOUR_MS = 3_600_000;
/** Of a shop's clicks, so many may have a time from a clock that is more than a day ahead. */
const WRONG_CLOCKS = 0.001;

/**
 * Learns from logs what a shop's products have to do with each other, and writes it as files for `openModels`. The same
 * logs give the same bytes. Memory grows with the number of products, and with clicks up to `mostClicks`.
 *
 * @throws Error when nothing can be learnt: a file that cannot be read, no usable line
 */
export async function train(options: TrainOptions): Promise<Training> {
  const { files, out, onProgress = () => {} } = options;
  const wanted = new Set(options.tables ?? tableNames);
  const listLength = options.listLength ?? LIST_LENGTH;
  const store = createClickStore(options.mostInMemory);
  try {
    const log = await readLogs(files, store, onProgress);
    if (log.clicks === 0) {
      const reasons = Object.entries(log.badLines).map(
        ([reason, { count, first }]) => `${count} with ${reason} (${first[0]})`,
      );
      throw new Error(`No click in ${files.join(', ')}${reasons.length > 0 ? `: lines ${reasons.join(', ')}` : ''}.`);
    }
    const { ids, renumber } = sortIds(log.ids);
    const count = ids.length;
    const { since, until } = span(log.hours, log.clicks, options.mostClicks ?? MOST_CLICKS);
    onProgress('Sorting', undefined, '');
    const sessions = collectSessions(store, count, renumber, since ?? -Infinity, until);
    const products = new Map([...log.products].map(([item, { product }]) => [renumber[item]!, product]));
    const tally = createTally(count);
    const sources: Record<string, TableSource> = {};
    const perProduct = (row: (item: number) => Row): TableSource => ({
      keys: ids,
      entry: (_, item) => {
        const list = scoredList(row(item), ids);
        return list.ids.length > 0 ? list : undefined;
      },
      charactersPerFile: 8000,
    });

    const occurrences = findOccurrences(sessions, count);
    if (wanted.has('related') && sessions.starts.length > 1) {
      sources.related = perProduct(learnRelated(sessions, occurrences, count, listLength, onProgress));
    }
    if (wanted.has('bought') && log.orderStarts.length > 1) {
      const orders = ordersAsSessions(log.orderItems.values(), log.orderStarts.values(), renumber, count, until);
      const inOrders = findOccurrences(orders, count);
      sources.bought = perProduct((item) => companions(item, orders, inOrders, tally, listLength));
    }
    if (wanted.has('viewed') && sessions.starts.length > 1) {
      sources.viewed = perProduct((item) => companions(item, sessions, occurrences, tally, listLength));
    }
    if (products.size > 0) {
      const known = [...products.keys()].sort((a, b) => a - b);
      if (wanted.has('similar')) {
        const similar = findSimilar(products, sessions.clicks, tally);
        sources.similar = perProduct((item) => similar(item, listLength));
      }
      if (wanted.has('products')) {
        sources.products = {
          keys: known.map((item) => ids[item]!),
          entry: (_, index) => withoutId(products.get(known[index]!)!),
          charactersPerFile: 2400,
        };
      }
      const categories = popularInCategory(products, sessions.recentClicks, tally);
      if (categories.size > 0) {
        const keys = [...categories.keys()].sort();
        sources.category = {
          keys,
          entry: (key) => scoredList(categories.get(key)!, ids, categories.get(key)!.weights[0]),
          charactersPerFile: 8000,
        };
      }
    }
    sessions.recentClicks.forEach((weight, item) => tally.add(item, weight));
    const trending = tally.take(TRENDING_LENGTH);
    const written = writeTables(
      out,
      {
        cuekitRelated: FORMAT,
        until: Math.round(until),
        rank: { depth: 3, decay: 2, returns: learnReturns(sessions) },
        trending: scoredList(trending, ids, trending.weights[0]),
      },
      sources,
      options.filesPerTable,
      (done, all) => onProgress('Writing', done / all, ''),
    );
    return {
      clicks: log.clicks,
      sessions: sessions.starts.length - 1,
      items: count,
      orders: log.orderStarts.length - 1,
      badLines: log.badLines,
      robots: sessions.robots,
      since,
      files: written.files,
      bytes: written.bytes,
    };
  } finally {
    store.close();
  }
}

async function readLogs(
  files: readonly string[],
  store: ReturnType<typeof createClickStore>,
  onProgress: NonNullable<TrainOptions['onProgress']>,
) {
  const numbers = new Map<string, number>();
  const hours = new Map<number, number>();
  const described = new Map<number, Snapshot>();
  const mentioned = new Map<number, Snapshot>();
  const badLines: Training['badLines'] = {};
  const orderItems = growingArray((length) => new Uint32Array(length));
  const orderStarts = growingArray((length) => new Uint32Array(length));
  orderStarts.push(0);
  let clicks = 0;
  const numberOf = (id: string) => {
    let number = numbers.get(id);
    if (number === undefined) {
      number = numbers.size;
      // A slice of a line would keep the whole line in memory.
      numbers.set(Buffer.from(id).toString(), number);
    }
    return number;
  };
  const sizes = files.map((file) => (file === '-' ? undefined : statSync(file).size));
  const all = sizes.every((size) => size !== undefined) ? sizes.reduce((sum, size) => sum + size, 0) : undefined;
  let bytes = 0;
  for (const file of files) {
    await readLog(
      file,
      {
        click(session, item, at) {
          clicks += 1;
          store.add(hashSession(session), at, numberOf(item));
          const hour = Math.floor(at / HOUR_MS);
          hours.set(hour, (hours.get(hour) ?? 0) + 1);
        },
        order(items) {
          if (items.length < 2) return;
          for (const item of items) orderItems.push(numberOf(item));
          orderStarts.push(orderItems.length);
        },
        product: (product, at) => keepNewest(described, numberOf(product.id), { product, at }),
        mention: (product, at) => keepNewest(mentioned, numberOf(product.id), { product, at }),
        badLine(line, reason) {
          const bad = (badLines[reason] ??= { count: 0, first: [] });
          bad.count += 1;
          if (bad.first.length < 5) bad.first.push(`${file}:${line}`);
        },
      },
      (count) => {
        bytes += count;
        onProgress('Reading', all && bytes / all, `${clicks.toLocaleString('en')} clicks`);
      },
    );
  }
  const products = new Map([...mentioned, ...described]);
  return { clicks, ids: [...numbers.keys()], hours, products, badLines, orderItems, orderStarts };
}

/** A product as it was at a time. */
interface Snapshot {
  product: Product;
  at: number;
}

/** Of the same instant, the greater text, so that the order of lines does not matter. */
function keepNewest(snapshots: Map<number, Snapshot>, number: number, found: Snapshot): void {
  const known = snapshots.get(number);
  const newer =
    !known ||
    found.at > known.at ||
    (found.at === known.at && JSON.stringify(found.product) > JSON.stringify(known.product));
  if (newer) snapshots.set(number, found);
}

/** Items by their ids, so that neither the order of lines nor that of files shows in what is written. */
function sortIds(found: readonly string[]): { ids: string[]; renumber: Uint32Array } {
  const order = found.map((_, index) => index).sort((a, b) => (found[a]! < found[b]! ? -1 : 1));
  const renumber = new Uint32Array(found.length);
  order.forEach((old, index) => (renumber[old] = index));
  return { ids: order.map((index) => found[index]!), renumber };
}

/** The newest time to be believed, and the time from which on clicks are used where there are too many. */
function span(hours: ReadonlyMap<number, number>, clicks: number, mostClicks: number) {
  const newestFirst = [...hours].sort(([a], [b]) => b - a);
  let until: number | undefined;
  let since: number | undefined;
  let later = 0;
  for (const [hour, count] of newestFirst) {
    if (until === undefined && later + count > clicks * WRONG_CLOCKS) {
      const newest = newestFirst.find(([other]) => other <= hour + 24)!;
      until = (newest[0] + 1) * HOUR_MS;
    }
    later += count;
    if (later >= mostClicks && later < clicks) {
      since = hour * HOUR_MS;
      break;
    }
  }
  return { until: until!, since };
}

function learnRelated(
  sessions: Sessions,
  occurrences: Occurrences,
  count: number,
  listLength: number,
  onProgress: NonNullable<TrainOptions['onProgress']>,
): (item: number) => Row {
  const tally = createTally(count);
  const weights = distances();
  const most = neighboursFor(count);
  const first = createRowTable(count, most);
  const second = createRowTable(count, most);
  for (let item = 0; item < count; item++) {
    first.set(item, followers(item, sessions, occurrences, tally, weights, most));
    if (item % 1000 === 0) onProgress('Learning', item / count / 2, '');
  }
  for (let item = 0; item < count; item++) {
    second.set(item, walkOn(item, first.get, first.get, tally, most));
    if (item % 1000 === 0) onProgress('Learning', 0.5 + item / count / 2, '');
  }
  return (item) => walkOn(item, first.get, second.get, tally, listLength);
}

function ordersAsSessions(
  items: Uint32Array,
  starts: Uint32Array,
  renumber: Uint32Array,
  count: number,
  until: number,
): Sessions {
  const renumbered = items.map((item) => renumber[item]!);
  const clicks = new Float64Array(count);
  for (const item of renumbered) clicks[item]! += 1;
  const ages = new Float64Array(starts.length - 1);
  return { items: renumbered, starts, ages, until, clicks, recentClicks: clicks, robots: 0 };
}

function withoutId({ id: _, ...rest }: Product): Omit<Product, 'id'> {
  return rest;
}
