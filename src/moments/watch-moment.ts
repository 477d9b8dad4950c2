import { attempt, warnOnce } from '../browser/report.js';
import { readOptions, splitMoment } from './form.js';
import type { Forms } from './form.js';
import { load } from './load.js';
import type { NoticedCallback, Stop } from './noticed.js';

type Watch = (callback: NoticedCallback, options: object) => Stop;

/** Code that is loaded together, because it is wanted together. */
const groups = {
  heard: () => import('./heard-moments.js'),
  hesitation: () => import('./hesitation-moments.js'),
  look: () => import('./look-moments.js'),
  page: () => import('./page-moments.js'),
  shop: () => import('./shop-moments.js'),
  visit: () => import('./visit-moments.js'),
};

/** Whose code is where; what is not named is in `page`. */
const places: readonly (readonly [keyof typeof groups, RegExp])[] = [
  ['heard', /^(after-|click$|event$)/],
  ['look', /^(copy|end-of-reviews|in-view)$/],
  ['visit', /^(landing|nth-|referrer|returning|utm)/],
  ['shop', /^(cart|price|return)-/],
  ['hesitation', /^hesitation/],
];

/**
 * Watches for a moment as a campaign declares it: `exit-intent`, `dwell(30s)`, `click(.help)`. Its code is loaded for it. What is no
 * moment is told in the console, and never comes.
 *
 * @param callback told with the whole text as the moment's name
 * @returns ends it
 */
export function watchMoment(text: string, callback: NoticedCallback): Stop {
  const { name = '', argument } = splitMoment(text);
  const group = places.find(([, names]) => names.test(name))?.[0] ?? 'page';
  return load(groups[group]() as Promise<Record<string, unknown>>, ({ forms, ...functions }) => {
    const options = readOptions(forms as Forms, name, argument);
    if (!options) {
      warn(text);
      return () => {};
    }
    const isFact = name.startsWith('after-');
    // `onExitIntent` of `exit-intent`.
    const watch = isFact ? 'onAfterFact' : `on-${name}`.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    return (functions[watch] as Watch)(
      (noticed) => callback({ ...noticed, moment: text }),
      isFact ? { fact: name.slice('after-'.length).replaceAll('-', '_') } : options,
    );
  });
}

/** Words are loaded by whoever needs them. */
function warn(text: string): void {
  attempt('the code of moments could not be loaded', async () => {
    const { parseMoment } = await import('./parse-moment.js');
    const parsed = parseMoment(text);
    if ('problem' in parsed) warnOnce(parsed.problem);
  });
}
