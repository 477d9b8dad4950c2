import { warnOnce } from '../../browser/report.js';
import type { Source } from '../../recommend/fetch-source.js';

interface Attributes {
  baseURI: string;
  layout: string | undefined;
  by: string | undefined;
  models: string | undefined;
  source: string | Source | undefined;
}

/** Says in the console what a shop has written that will not be done. */
export function checkAttributes({ baseURI, layout, by, models, source }: Attributes): void {
  if (!['row', 'grid', undefined].includes(layout))
    warnOnce(`<cue-related> knows no layout “${layout}”, only row and grid; it is a row`);
  if (!['visit', 'cart', 'wishlist', undefined].includes(by))
    warnOnce(`<cue-related> knows no “by=${by}”, only visit, cart and wishlist; it goes by the visit`);
  if (!URL.canParse(models ?? 'none:', baseURI) || (models ?? source) === undefined)
    warnOnce('<cue-related> needs “models”, the address of a trained manifest.json, or a “source” of the shop’s own');
}
