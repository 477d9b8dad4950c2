import { report } from './browser/report.js';

/**
 * What has to be done before the first element renders, on pages that ask for anything: facts come from elements, so whoever
 * listens to them has to be ready, and none is to speak English first and another language then.
 */
export async function startPage(): Promise<void> {
  const { lang } = document.documentElement;
  const speaking = lang
    ? import('./languages/load-language.js').then(({ loadLanguage }) => loadLanguage(lang))
    : undefined;
  for (const { textContent } of document.querySelectorAll('script[type="application/json"][data-cuekit]')) {
    try {
      await (await import('./configure.js')).configure(textContent ?? '');
    } catch (error) {
      report('the configuration could not be used', error);
    }
  }
  await speaking;
  if (/[?&]cue-inspect\b/.test(location.search))
    import('./inspect.js').catch((error: unknown) => report('the inspector could not be loaded', error));
}
