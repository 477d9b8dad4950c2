import type { ReadableAtom } from 'nanostores';
import { pageSingleton } from '../browser/page-singleton.js';
import { createCollection } from './collection.js';
import { $allowed } from './consent.js';
import type { Device } from './device.js';
import { isInstant } from './is-instant.js';
import { lazyStore } from './lazy-store.js';
import { SESSION_TIMEOUT_MS } from './session.js';

const ID = 'current';

/** Most pages of a visit of which each is known; those before are only counted. */
const MOST_PAGES = 50;

/** Longest text that is taken from an address. */
const LONGEST = 200;

const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/** Campaign parameters of an address, without their `utm_` (https://support.google.com/analytics/answer/10917952). */
export type Utm = Readonly<Partial<Record<(typeof utmNames)[number], string>>>;

/** How somebody came to the shop. */
export interface Arrival {
  at: number;
  /** Path of the first page; its query may hold personal data, and is not kept. */
  path: string;
  /** Host from which a link led here: `www.google.com`; empty when there was none, or it was the shop itself. */
  referrer: string;
  utm: Utm;
}

/** One page view. */
export interface VisitedPage {
  at: number;
  path: string;
  /** The page of one product. */
  product?: true;
  /** The shopper came to it by going back. */
  back?: true;
}

/**
 * The visit as far as it concerns what is offered in it. It is counted apart from the session that records name: that needs consent
 * to analytics, this to personalization.
 */
export interface Visit {
  /** The how-manieth of this browser, from 1. */
  number: number;
  startedAt: number;
  lastSeenAt: number;
  arrival: Arrival;
  /** The latest fifty, the oldest first. */
  pages: readonly VisitedPage[];
  /** Of all of them. */
  pageCount: number;
  /** How long the shopper was active in it. */
  activeMs: number;
}

/** What is remembered of all visits. */
export interface Past {
  /** How this browser came here first. */
  first: Arrival;
  /** How long the shopper was active in all visits. */
  activeMs: number;
}

const byTime = (a: { at: number }, b: { at: number }): number =>
  a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

const earlier = (a: Arrival, b: Arrival): Arrival => (byTime(a, b) < 0 ? a : b);

function unite(a: readonly VisitedPage[], b: readonly VisitedPage[]): VisitedPage[] {
  const pages = new Map([...a, ...b].map((page) => [JSON.stringify(page), page]));
  return [...pages.values()].sort(byTime);
}

/**
 * Two that overlap are one visit, in two tabs; otherwise the later is the current one. In any order, with the same exception as for
 * sessions: a third that bridges two which lie apart.
 */
export function mergeVisits(a: Visit, b: Visit): Visit {
  const order = a.startedAt - b.startedAt || byTime(a.arrival, b.arrival);
  const [first, second] = order < 0 ? [a, b] : [b, a];
  if (second.startedAt - first.lastSeenAt > SESSION_TIMEOUT_MS)
    return { ...second, number: Math.max(second.number, first.number + 1) };
  const pages = unite(a.pages, b.pages);
  return {
    number: Math.max(a.number, b.number),
    startedAt: first.startedAt,
    lastSeenAt: Math.max(a.lastSeenAt, b.lastSeenAt),
    arrival: earlier(a.arrival, b.arrival),
    pages: pages.slice(-MOST_PAGES),
    pageCount: Math.max(a.pageCount, b.pageCount, pages.length),
    activeMs: Math.max(a.activeMs, b.activeMs),
  };
}

/** The first arrival, and the longer time. */
export function mergePasts(a: Past, b: Past): Past {
  return { first: earlier(a.first, b.first), activeMs: Math.max(a.activeMs, b.activeMs) };
}

const isCount = (data: unknown): data is number => Number.isFinite(data) && (data as number) >= 0;
const isText = (data: unknown): data is string => typeof data === 'string' && data.length <= LONGEST;

function readUtm(data: unknown): Utm {
  const given = (data ?? {}) as Record<string, unknown>;
  return Object.fromEntries(utmNames.flatMap((name) => (isText(given[name]) ? [[name, given[name]]] : [])));
}

function readArrival(data: unknown): Arrival | undefined {
  const { at, path, referrer, utm } = (data ?? {}) as Record<string, unknown>;
  return isInstant(at) && isText(path) && isText(referrer) ? { at, path, referrer, utm: readUtm(utm) } : undefined;
}

function readPage(data: unknown): VisitedPage[] {
  const { at, path, product, back } = (data ?? {}) as Record<string, unknown>;
  if (!isInstant(at) || !isText(path)) return [];
  return [{ at, path, ...(product === true && { product }), ...(back === true && { back }) }];
}

function readVisit(data: unknown): Visit | undefined {
  const { number, startedAt, lastSeenAt, arrival, pages, pageCount, activeMs } = (data ?? {}) as Record<
    string,
    unknown
  >;
  const known = readArrival(arrival);
  if (!known || !isCount(number) || !isInstant(startedAt) || !isInstant(lastSeenAt)) return undefined;
  if (!Array.isArray(pages) || !isCount(pageCount) || !isCount(activeMs)) return undefined;
  return {
    number,
    startedAt,
    lastSeenAt,
    arrival: known,
    pages: pages.flatMap(readPage).sort(byTime).slice(-MOST_PAGES),
    pageCount,
    activeMs,
  };
}

function readPast(data: unknown): Past | undefined {
  const { first, activeMs } = (data ?? {}) as Record<string, unknown>;
  const known = readArrival(first);
  return known && isCount(activeMs) ? { first: known, activeMs } : undefined;
}

/** What is known of the page that the shopper has come to. */
export interface PageNote extends Omit<VisitedPage, 'at'> {
  /** Address of the page that led here, as the browser gives it. */
  referrer?: string;
  /** Query of this page's address, of which only the campaign parameters are read. */
  query?: string;
}

/** The shop itself is no referrer, nor is what is no address. */
function hostOf(referrer: string): string {
  const host = URL.canParse(referrer) ? new URL(referrer).host : '';
  return host === location.host ? '' : host.slice(0, LONGEST);
}

function utmOf(query: string): Utm {
  const given = new URLSearchParams(query);
  return readUtm(Object.fromEntries(utmNames.map((name) => [name, given.get(`utm_${name}`)?.slice(0, LONGEST)])));
}

export function createJourney(device?: Device, allowed: ReadableAtom<boolean> = $allowed('personalization')) {
  const visits = createCollection<Visit>(
    { name: 'personalization:visit', version: 1, read: readVisit, merge: mergeVisits, allowed },
    device,
  );
  const pasts = createCollection<Past>(
    { name: 'personalization:past', version: 1, read: readPast, merge: mergePasts, allowed },
    device,
  );
  // What was withdrawn is forgotten, not only taken off the device: the next yes begins with nothing.
  allowed.listen((granted) => {
    if (granted) return;
    visits.forget(ID);
    pasts.forget(ID);
  });
  return {
    $visit: visits.$item(ID),
    $past: pasts.$item(ID),
    notePage({ path, product, back, referrer = '', query = '' }: PageNote, now: number): void {
      const page: VisitedPage = {
        at: now,
        path: path.slice(0, LONGEST),
        ...(product && { product }),
        ...(back && { back }),
      };
      const arrival: Arrival = { at: now, path: page.path, referrer: hostOf(referrer), utm: utmOf(query) };
      // The clock has been put back: by it, the visit that is known lies in the future.
      if ((visits.get(ID)?.lastSeenAt ?? now) - now > SESSION_TIMEOUT_MS) visits.forget(ID);
      visits.update(ID, (known) => {
        const begun = {
          number: (known?.number ?? 0) + 1,
          startedAt: now,
          arrival,
          pages: [],
          pageCount: 0,
          activeMs: 0,
        };
        const visit = known && now - known.lastSeenAt <= SESSION_TIMEOUT_MS ? known : begun;
        return {
          ...visit,
          lastSeenAt: now,
          pages: unite(visit.pages, [page]).slice(-MOST_PAGES),
          pageCount: visit.pageCount + 1,
        };
      });
      pasts.update(ID, (known) => known ?? { first: arrival, activeMs: 0 });
    },
    noteActive(ms: number, now: number): void {
      visits.update(
        ID,
        (known) =>
          known && { ...known, lastSeenAt: Math.max(known.lastSeenAt, now), activeMs: Math.round(known.activeMs + ms) },
      );
      pasts.update(ID, (known) => known && { ...known, activeMs: Math.round(known.activeMs + ms) });
    },
  };
}

const journey = () => pageSingleton('journey', () => createJourney());

/** The visit so far; `undefined` while nobody follows it. */
export const $visit: ReadableAtom<Visit | undefined> = lazyStore(() => journey().$visit);

/** What is remembered of all visits; `undefined` while nobody follows them. */
export const $past: ReadableAtom<Past | undefined> = lazyStore(() => journey().$past);

/** Notes that the shopper has come to a page. @param now milliseconds since 1970 */
export function notePage(page: PageNote, now = Date.now()): void {
  journey().notePage(page, now);
}

/** Adds to the time that the shopper was active. @param now milliseconds since 1970 */
export function noteActive(ms: number, now = Date.now()): void {
  if (ms > 0) journey().noteActive(ms, now);
}
