import { attempt, warnOnce } from '../browser/report.js';
import { load } from './load.js';
import type { NoticedCallback, Stop } from './noticed.js';
import { readMoment } from './read-moment.js';

type Watch = (callback: NoticedCallback, options: object) => Stop;

/** Code that is loaded together, because it is wanted together. */
const groups = {
  page: () => import('./page-moments.js'),
  look: () => import('./look-moments.js'),
  visit: () => import('./visit-moments.js'),
  shop: () => import('./shop-moments.js'),
  hesitation: () => import('./hesitation.js'),
};

/** In which group a moment's code is; most are in the first. */
const places: Readonly<Record<string, keyof typeof groups>> = {
  'cart-contains': 'shop',
  'cart-count': 'shop',
  'cart-unchanged': 'shop',
  'cart-value': 'shop',
  copy: 'look',
  'end-of-reviews': 'look',
  hesitation: 'hesitation',
  'in-view': 'look',
  landing: 'visit',
  'nth-page': 'visit',
  'nth-session': 'visit',
  'price-drop': 'shop',
  referrer: 'visit',
  'return-with-cart': 'shop',
  'return-with-wishes': 'shop',
  'returning-visitor': 'visit',
  utm: 'visit',
};

/** `onExitIntent` of `exit-intent`. */
function functionOf(name: string): string {
  if (name.startsWith('after-')) return 'onAfterFact';
  if (name === 'event') return 'onCustomEvent';
  return `on-${name}`.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Watches for a moment as a campaign declares it: `exit-intent`, `dwell(30s)`, `click(.help)`. Its code is loaded for it. What is no
 * moment is told in the console, and never comes.
 *
 * @param callback told with the whole text as the moment's name
 * @returns ends it
 */
export function watchMoment(text: string, callback: NoticedCallback): Stop {
  const { name, options } = readMoment(text) ?? {};
  if (!options) {
    attempt('the code of moments could not be loaded', async () => {
      const { parseMoment } = await import('./parse-moment.js');
      const parsed = parseMoment(text);
      if ('problem' in parsed) warnOnce(parsed.problem);
    });
    return () => {};
  }
  const group = groups[places[name!] ?? 'page'];
  return load(group() as Promise<Record<string, unknown>>, (code) =>
    (code[functionOf(name!)] as Watch)((noticed) => callback({ ...noticed, moment: text }), options),
  );
}
