import { computed } from 'nanostores';
import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { warnOnce } from '../browser/report.js';
import { uuid } from '../events/uuid.js';
import { createCollection } from './collection.js';
import type { Collection } from './collection.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';
import { TOMBSTONE_MS } from './wish.js';

/** Longest name of a list, in UTF-16 units: what fits into a line of a narrow phone twice. */
export const MOST_NAME = 60;

/** A list with a name, to which wishes can be put; or (a tombstone) one that the shopper has deleted. */
export interface WishList {
  /** Made at random; of letters, digits, `_` and `-`. */
  id: string;
  name: string;
  kept: boolean;
  /** When it was made, in milliseconds since 1970: lists stand in that order. */
  createdAt: number;
  /** When its name or `kept` last changed. */
  changedAt: number;
}

/**
 * That a wish is on a list with a name, or (a tombstone) no longer. It says nothing about the product: a wish that is
 * gone is on no list, whatever stands here, and who deletes a list loses no wish.
 */
export interface ListedWish {
  listId: string;
  productId: string;
  listed: boolean;
  /** When `listed` last changed, in milliseconds since 1970. */
  changedAt: number;
}

export interface WishLists {
  lists: Collection<WishList>;
  entries: Collection<ListedWish>;
}

/**
 * The later change wins; of two at the same instant what is there, since losing it is worse than having it; then the
 * greater text, only so that all devices choose alike.
 */
function mergeItems<T extends { changedAt: number }>(a: T, b: T, isThere: (item: T) => boolean): T {
  if (a.changedAt !== b.changedAt) return a.changedAt > b.changedAt ? a : b;
  if (isThere(a) !== isThere(b)) return isThere(a) ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

export function mergeList(a: WishList, b: WishList): WishList {
  return mergeItems(a, b, ({ kept }) => kept);
}

export function mergeListed(a: ListedWish, b: ListedWish): ListedWish {
  return mergeItems(a, b, ({ listed }) => listed);
}

/** A name as it is kept: one line, no longer than it may be. Empty when there is none. */
export function cleanName(name: unknown): string {
  if (typeof name !== 'string') return '';
  // Cut between characters, not within one of two units.
  return name
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_NAME)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

const isListId = (data: unknown): data is string => typeof data === 'string' && /^[\w-]{1,64}$/.test(data);

export function readList(data: unknown, id?: string): WishList | undefined {
  const list = (data ?? {}) as Record<string, unknown>;
  const name = cleanName(list.name);
  if (!isListId(list.id) || list.id !== (id ?? list.id) || !name || typeof list.kept !== 'boolean') return undefined;
  if (!isInstant(list.createdAt) || !isInstant(list.changedAt)) return undefined;
  return { id: list.id, name, kept: list.kept, createdAt: list.createdAt, changedAt: list.changedAt };
}

export const entryId = (listId: string, productId: string): string => `${listId}/${productId}`;

export function readListed(data: unknown, id?: string): ListedWish | undefined {
  const { listId, productId, listed, changedAt } = (data ?? {}) as Record<string, unknown>;
  if (!isListId(listId) || typeof productId !== 'string' || !productId) return undefined;
  if (typeof listed !== 'boolean' || !isInstant(changedAt)) return undefined;
  return entryId(listId, productId) === (id ?? entryId(listId, productId))
    ? { listId, productId, listed, changedAt }
    : undefined;
}

export function createWishLists(device?: Device): WishLists {
  const isOld = (changedAt: number): boolean => Date.now() - changedAt > TOMBSTONE_MS;
  const lists = createCollection<WishList>(
    {
      name: 'wish-list',
      version: 1,
      read: readList,
      merge: mergeList,
      *prune(items) {
        for (const [id, { kept, changedAt }] of items) if (!kept && isOld(changedAt)) yield id;
      },
    },
    device,
  );
  const entries = createCollection<ListedWish>(
    {
      name: 'wish-listed',
      version: 1,
      read: readListed,
      merge: mergeListed,
      *prune(items) {
        for (const [id, { listId, listed, changedAt }] of items)
          if (isOld(changedAt) && !(listed && lists.get(listId)?.kept)) yield id;
      },
    },
    device,
  );
  return { lists, entries };
}

export const wishLists = (): WishLists => pageSingleton('wish lists', () => createWishLists());

/** The lists that have a name, the oldest first. All wishes are on the wishlist itself, which is none of these. */
export const $lists: ReadableAtom<readonly WishList[]> = lazyStore(() =>
  pageSingleton('$lists', () =>
    computed(wishLists().lists.$items, (items) =>
      [...items.values()]
        .filter(({ kept }) => kept)
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    ),
  ),
);

/** Which products are on which list: ids of products by the id of the list. A product may be on several, or on none. */
export const $listed: ReadableAtom<ReadonlyMap<string, ReadonlySet<string>>> = lazyStore(() =>
  pageSingleton('$listed', () =>
    computed(wishLists().entries.$items, (items) => {
      const byList = new Map<string, Set<string>>();
      for (const { listId, productId, listed } of items.values()) {
        if (!listed) continue;
        const products = byList.get(listId) ?? new Set();
        byList.set(listId, products.add(productId));
      }
      return byList;
    }),
  ),
);

/**
 * Makes a list. @param now milliseconds since 1970 @param to for tests: the page's own lists by default
 * @param id for tests, and for a shop that has made the list itself
 * @returns its id; `undefined`, with a warning, when the name is empty
 */
export function createList(name: string, now = Date.now(), to = wishLists(), id = uuid()): string | undefined {
  const list = readList({ id, name, kept: true, createdAt: now, changedAt: now });
  if (!list) warnOnce('createList() needs a name that is not empty');
  else
    to.lists.update(id, (known) =>
      known?.kept ? undefined : { ...list, createdAt: known?.createdAt ?? now, changedAt: later(now, known) },
    );
  return list && id;
}

/** Gives the list another name. A name that is empty, and a list that there is not, change nothing. */
export function renameList(id: string, name: string, now = Date.now(), to = wishLists()): void {
  const clean = cleanName(name);
  setList(to, id, now, (known) => Boolean(clean) && known.kept && known.name !== clean && { name: clean });
}

/** Deletes the list. The wishes on it stay wishes; `restoreList()` brings it back as it was. */
export function deleteList(id: string, now = Date.now(), to = wishLists()): void {
  setList(to, id, now, ({ kept }) => kept && { kept: false });
}

/** Brings a deleted list back, with the wishes that were on it. */
export function restoreList(id: string, now = Date.now(), to = wishLists()): void {
  setList(to, id, now, ({ kept }) => !kept && { kept: true });
}

/** Puts a wish on a list. A product that is not wished for is shown there once it is. */
export function putOnList(listId: string, productId: string, now = Date.now(), to = wishLists()): void {
  setListed(to, listId, productId, now, true);
}

/** Takes a wish off a list; it stays a wish. */
export function takeOffList(listId: string, productId: string, now = Date.now(), to = wishLists()): void {
  if (to.entries.get(entryId(listId, productId))?.listed) setListed(to, listId, productId, now, false);
}

/** Takes a wish off one list and puts it on another. */
export function moveToList(productId: string, from: string, target: string, now = Date.now(), to = wishLists()): void {
  if (from === target) return;
  to.entries.together(() => {
    putOnList(target, productId, now, to);
    takeOffList(from, productId, now, to);
  });
}

/** What the shopper does now is later than anything known, even when another device's clock runs ahead. */
const later = (now: number, known: { changedAt: number } | undefined): number =>
  Math.max(now, (known?.changedAt ?? -Infinity) + 1);

function setList(
  { lists }: WishLists,
  id: string,
  now: number,
  next: (known: WishList) => Partial<WishList> | false,
): void {
  lists.update(id, (known) => {
    const change = known && next(known);
    return change ? { ...known, ...change, changedAt: later(now, known) } : undefined;
  });
}

function setListed({ entries }: WishLists, listId: string, productId: string, now: number, listed: boolean): void {
  const entry = readListed({ listId, productId, listed, changedAt: now });
  if (!entry) return warnOnce('a list is known by its id, a wish by that of its product');
  entries.update(entryId(listId, productId), (known) =>
    known?.listed === listed ? undefined : { ...entry, changedAt: later(now, known) },
  );
}
