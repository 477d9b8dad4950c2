import type { CueRecord } from '../events/record.js';
import type { Product } from '../events/product.js';
import { readLines } from './read-lines.js';
import { readTime } from './read-time.js';
import { splitFields } from './split-fields.js';

/** What a log says, told one by one. */
export interface LogReader {
  click(session: string, item: string, at: number): void;
  order(items: readonly string[], at: number): void;
  /** A product as a page described it. */
  product(product: Product, at: number): void;
  /** The little that a line of an order says of a product. */
  mention(product: Product, at: number): void;
  /** A line that could not be used. */
  badLine(number: number, reason: string): void;
}

/** Facts that say of a product that a shopper is interested in it. Lists that were merely shown do not. */
const interest = new Set(['view_item', 'select_item', 'add_to_cart', 'add_to_wishlist', 'stock_alert_sign_up']);

/** Common names of the three columns, in lower case without separators. */
const columnNames = {
  session: ['sessionid', 'session', 'visitid', 'visit', 'sid'],
  item: ['itemid', 'item', 'productid', 'product', 'sku', 'articleid', 'article'],
  time: ['time', 'timestamp', 'timems', 'unixtime', 'date', 'datetime', 'eventtime', 'at', 'ts'],
};

type Column = keyof typeof columnNames;
const columns = Object.keys(columnNames) as Column[];

/**
 * Reads a log: Cuekit's records, one in a line (NDJSON), or clicks as CSV or TSV with session, item and time, with or
 * without a line of names; gzip, too. Which one it is shows its first line.
 *
 * @throws Error when the first line shows no form that is known
 */
export async function readLog(file: string, reader: LogReader, onBytes?: (count: number) => void): Promise<void> {
  let read: ((line: string, number: number) => void) | undefined;
  await readLines(
    file,
    (line, number) => {
      if (line.trim() === '') return;
      if (read) read(line, number);
      else if (line.trimStart().startsWith('{')) {
        read = (text, at) => readRecord(text, at, reader);
        read(line, number);
      } else {
        const { order, separator, hasNames } = detectColumns(line, file);
        read = (text, at) => readClick(text, at, separator, order, reader);
        if (!hasNames) read(line, number);
      }
    },
    onBytes,
  );
}

/** Where each column is, and whether the line is one of names. */
function detectColumns(line: string, file: string) {
  const separator = ['\t', ',', ';'].find((char) => line.includes(char));
  const fields = separator && splitFields(line, separator);
  if (!separator || !fields || fields.length < 3) {
    throw new Error(
      `${file}: the first line is neither a record ({"v":1,…}) nor three fields, session, item and time, with tabs or commas between them: ${JSON.stringify(line.slice(0, 80))}`,
    );
  }
  const names = fields.map((field) => field.toLowerCase().replace(/[^a-z]/g, ''));
  const found = columns.map((column) => names.findIndex((name) => columnNames[column].includes(name)));
  if (found.every((index) => index >= 0)) return { order: found, separator, hasNames: true };
  if (readTime(fields[2]!) !== undefined) return { order: [0, 1, 2], separator, hasNames: false };
  const missing = columns.filter((_, index) => found[index]! < 0);
  throw new Error(
    `${file}: no column for ${missing.join(' and ')} among ${JSON.stringify(fields)}. Names that are known: ${missing
      .map((column) => `${column}: ${columnNames[column].join(', ')}`)
      .join('; ')}. Without names, the order is session, item, time.`,
  );
}

function readClick(line: string, number: number, separator: string, order: number[], reader: LogReader): void {
  const fields = splitFields(line, separator);
  if (!fields) {
    reader.badLine(number, 'a quote does not end');
    return;
  }
  const [session, item, time] = order.map((index) => fields[index]?.trim());
  const at = time === undefined ? undefined : readTime(time);
  if (time === undefined) reader.badLine(number, 'fewer than three fields');
  else if (!session) reader.badLine(number, 'no session');
  else if (!item) reader.badLine(number, 'no item');
  else if (at === undefined) reader.badLine(number, 'no time');
  else reader.click(session, item, at);
}

function readRecord(line: string, number: number, reader: LogReader): void {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    reader.badLine(number, 'no JSON');
    return;
  }
  const { v, name, session, at, product, items } = (data ?? {}) as Partial<CueRecord>;
  if (
    v !== 1 ||
    typeof name !== 'string' ||
    typeof session !== 'string' ||
    !session ||
    typeof at !== 'number' ||
    !(at > 0)
  ) {
    reader.badLine(number, 'no record');
    return;
  }
  const ids = new Set<string>();
  if (typeof product?.id === 'string' && product.id) {
    ids.add(product.id);
    reader.product(product, at);
  }
  for (const item of Array.isArray(items) ? items : []) {
    if (typeof item?.item_id !== 'string' || !item.item_id) continue;
    if (!ids.has(item.item_id)) reader.mention(productOf(item), at);
    ids.add(item.item_id);
  }
  if (name === 'purchase') reader.order([...ids], at);
  if (name === 'purchase' || interest.has(name)) for (const id of ids) reader.click(session, id, at);
}

/** GA4's item says less than a product, but in orders it is all there is. */
function productOf(item: NonNullable<CueRecord['items']>[number]): Product {
  const levels = [
    item.item_category,
    item.item_category2,
    item.item_category3,
    item.item_category4,
    item.item_category5,
  ];
  const category = levels.filter((level) => typeof level === 'string' && level).join(' > ');
  return {
    id: item.item_id,
    ...(item.item_name && { name: item.item_name }),
    ...(item.item_brand && { brand: item.item_brand }),
    ...(category && { category }),
  };
}
