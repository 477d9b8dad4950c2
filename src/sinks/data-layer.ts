import { warnOnce } from '../browser/report.js';
import type { CueRecord } from '../events/record.js';
import type { FactName } from '../events/vocabulary.js';
import type { Sink } from './sink.js';

export interface DataLayerOptions {
  /** Name of the array on the window; Google Tag Manager's own default is `dataLayer`. */
  name?: string;
  /**
   * `gtm`: an object per event, for Google Tag Manager. `gtag`: through the page's `gtag()` function, for pages that
   * load GA4 without a tag manager.
   */
  format?: 'gtm' | 'gtag';
}

type Page = Record<string, unknown> & { gtag?: (command: 'event', name: string, parameters: object) => void };

/** GA4's ecommerce events: their parameters belong under `ecommerce`, which must be emptied first (https://developers.google.com/analytics/devguides/collection/ga4/ecommerce?client_type=gtm). */
const ecommerce: ReadonlySet<FactName> = new Set<FactName>([
  'add_to_cart',
  'add_to_wishlist',
  'begin_checkout',
  'purchase',
  'remove_from_cart',
  'remove_from_wishlist',
  'select_item',
  'stock_alert_sign_up',
  'view_cart',
  'view_item',
  'view_item_list',
]);

/** Says every fact in the page's data layer, with GA4's names and parameters. Makes the data layer when there is none yet. */
export function dataLayer({ name = 'dataLayer', format = 'gtm' }: DataLayerOptions = {}): Sink {
  return {
    name: `data-layer:${name}`,
    reach: 'page',
    take(record) {
      // What the shop's own data layer has said it need not hear again.
      if (record.cause?.action === 'data-layer') return;
      const page = globalThis as unknown as Page;
      const parameters = ga4Parameters(record);
      if (format === 'gtag') {
        if (typeof page.gtag === 'function') page.gtag('event', record.name, { ...parameters, event_id: record.id });
        else warnOnce('data-layer: its format is “gtag”, and this page has no gtag() function');
        return;
      }
      const layer = (page[name] ??= []) as object[];
      if (typeof layer.push !== 'function') {
        warnOnce(`data-layer: window.${name} is something else than a data layer`);
      } else if (ecommerce.has(record.name)) {
        layer.push({ ecommerce: null });
        layer.push({ event: record.name, event_id: record.id, ecommerce: parameters });
      } else {
        layer.push({ ...parameters, event: record.name, event_id: record.id });
      }
    },
  };
}

/** A copy: tag managers write into what they are given, and records are frozen. GA4 wants a currency wherever there is a value. */
function ga4Parameters({ currency, value, items, params }: CueRecord): object {
  return structuredClone({
    ...(currency && { currency }),
    ...(currency && value !== undefined && { value }),
    ...params,
    ...(items && { items }),
  });
}
