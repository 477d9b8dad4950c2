import { attempt } from '../browser/report.js';
import { pageClock } from '../browser/clock.js';
import type { Clock } from '../browser/clock.js';
import type { Item, ItemsDetail } from '../events/vocabulary.js';
import type { HesitationSign } from '../store/hesitation.js';
import { $visit } from '../store/journey.js';
import { followJourney } from './follow-journey.js';
import { speaksOf } from './hesitation-words.js';
import type { Stop } from './noticed.js';
import { watchPages } from './watch-pages.js';
import { whenActive } from './when-active.js';
import { whenThere } from './when-there.js';

type Note = (sign: HesitationSign) => void;

/** Longer texts are no labels. */
const LONGEST_LABEL = 80;

/** So long on a page about shipping is more than passing through. */
const SHIPPING_MS = 10_000;

/** So long the price has to have been in the window, and then out of it, before it is read again. */
const READ_MS = 1000;

/** A product that changes so soon after a field was changed by it. */
const SAME_CHOICE_MS = 1000;

const PRICES =
  '[itemprop=price],[data-price],[data-product-price],.product__price,.product-price,.price .amount,.price-item,.price';

const passive = { capture: true, passive: true };

function listen<E extends Event>(types: readonly string[], hear: (event: E) => void): Stop {
  const safely = (event: Event): void => attempt('a sign of hesitation could not be noted', () => hear(event as E));
  for (const type of types) addEventListener(type, safely, passive);
  return () => {
    for (const type of types) removeEventListener(type, safely, passive);
  };
}

/** Another choice in a field in which something had been chosen on this page: the first choice of a size is none. */
function watchVariants(note: Note): Stop {
  const chosen = new Set<string>();
  let fieldAt = -Infinity;
  const stops = [
    watchPages(() => chosen.clear()),
    listen(['change'], (event) => {
      const field = event.composedPath()[0];
      const isChoice =
        field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === 'radio');
      if (!isChoice || !isOption(field)) return;
      const name = field.name || field.id;
      fieldAt = event.timeStamp;
      if (chosen.has(name)) note('variant-toggle');
      chosen.add(name);
    }),
    // Does not bubble, but goes down; a swatch that is no form field says it so. What a field has brought about is counted there.
    listen(['cue-product-change'], ({ timeStamp }) => {
      if (timeStamp - fieldAt < SAME_CHOICE_MS) return;
      if (chosen.has('cue-product')) note('variant-toggle');
      chosen.add('cue-product');
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** Named so, or in a form that puts something into a cart; the country in an address is no variant. */
function isOption({ name, id, form }: HTMLSelectElement | HTMLInputElement): boolean {
  const own = `${name} ${id}`;
  if (/quantity|qty|country|region|state|address|ship|sort|filter/i.test(own)) return false;
  return (
    speaksOf('option', name) ||
    speaksOf('option', id) ||
    /cart|basket|bag/i.test(`${form?.getAttribute('action') ?? ''} ${form?.className ?? ''}`)
  );
}

function watchSizeGuide(note: Note): Stop {
  return listen(['click'], (event) => {
    for (const target of event.composedPath()) {
      if (!(target instanceof Element) || !target.matches('a,button,summary,[role=button],[role=tab]')) continue;
      const text = target.textContent ?? '';
      const label = `${text.length > LONGEST_LABEL ? '' : text} ${target.getAttribute('aria-label') ?? ''}`;
      const where = `${target.getAttribute('href') ?? ''} ${target.id} ${target.getAttribute('aria-controls') ?? ''}`;
      if (speaksOf('size-guide', label) || speaksOf('size-guide', where)) note('size-guide');
      return;
    }
  });
}

function watchPrice(note: Note, clock: Clock): Stop {
  return whenThere(PRICES, (element) => {
    let inside = false;
    let changedAt = clock.now();
    /** It was in the window long enough to be read. */
    let read = false;
    const observer = new IntersectionObserver((entries) => {
      const now = entries.at(-1)!.isIntersecting;
      if (now === inside) return;
      const lasted = clock.now() - changedAt;
      if (now && read && lasted >= READ_MS) note('price-reread');
      if (inside) read ||= lasted >= READ_MS;
      inside = now;
      changedAt = clock.now();
    });
    observer.observe(element);
    return () => observer.disconnect();
  });
}

/** A, B, A: pages of products, whatever was between them. */
function watchBackAndForth(note: Note): Stop {
  return watchPages(() => {
    const { pages = [] } = $visit.get() ?? {};
    if (!pages.at(-1)?.product) return;
    const products: string[] = [];
    for (const { path, product } of pages) if (product && path !== products.at(-1)) products.push(path);
    const [a, b, c] = products.slice(-3);
    // Who reloads the page, or comes to it from a list, has not gone to another product and back.
    const isNew = pages.filter(({ product }) => product).at(-2)?.path === b;
    if (c !== undefined && a === c && isNew) note('back-and-forth');
  });
}

function watchCartEdits(note: Note): Stop {
  const removed = new Set<string>();
  return listen<CustomEvent<ItemsDetail>>(['cue-remove-from-cart', 'cue-add-to-cart'], ({ type, detail }) => {
    const items: readonly unknown[] = Array.isArray(detail?.items) ? detail.items : [];
    const ids = items.flatMap((item) => (item as Partial<Item> | null)?.item_id ?? []);
    if (type === 'cue-remove-from-cart') ids.forEach((id) => removed.add(id));
    else if (!ids.some((id) => removed.delete(id))) return;
    note('cart-edit');
  });
}

/**
 * What a page lets one know: the kit's own fact; a field for a code that is marked as invalid, when the page comes or somebody goes on
 * from it. A shop that only writes a sentence dispatches `cue-incentive-refuse`.
 */
function watchCoupon(note: Note): Stop {
  const told = new WeakSet<Element>();
  function look(field: EventTarget | null | undefined): void {
    if (!(field instanceof HTMLInputElement) || field.getAttribute('aria-invalid') !== 'true' || told.has(field))
      return;
    if (!speaksOf('coupon', `${field.name} ${field.id}`)) return;
    told.add(field);
    note('coupon-refused');
  }
  const stops = [
    listen(['cue-incentive-refuse'], () => note('coupon-refused')),
    listen(['focusin', 'focusout', 'change'], (event) => look(event.composedPath()[0])),
    watchPages(() => document.querySelectorAll('input[aria-invalid=true]').forEach(look)),
  ];
  return () => stops.forEach((stop) => stop());
}

function watchShipping(note: Note, clock: Clock): Stop {
  return whenActive(
    SHIPPING_MS,
    () => {
      let path = location.pathname;
      try {
        path = decodeURIComponent(path);
      } catch {
        // A stray percent sign: as it stands.
      }
      if (speaksOf('shipping', path) || speaksOf('shipping', document.querySelector('h1')?.textContent ?? ''))
        note('shipping-dwell');
    },
    clock,
  );
}

/** Notices signs of hesitation. @returns ends it */
export function watchHesitationSigns(note: Note, clock: Clock = pageClock): Stop {
  const journey = followJourney(clock);
  const stops = [
    watchVariants(note),
    watchSizeGuide(note),
    watchPrice(note, clock),
    watchBackAndForth(note),
    watchCartEdits(note),
    watchCoupon(note),
    watchShipping(note, clock),
    journey.stop,
  ];
  return () => stops.forEach((stop) => stop());
}
