import { report } from '../browser/report.js';
import type { Stop } from './noticed.js';

/**
 * Goes on with code that is on its way. What cannot be loaded is reported; the moment does not come.
 *
 * @returns ends it, also before it has begun
 */
export function load<T>(code: Promise<T>, begin: (code: T) => Stop): Stop {
  let stop: Stop | undefined = () => {};
  code
    .then((loaded) => {
      if (stop) stop = begin(loaded);
    })
    .catch((error: unknown) => report('the code of a moment could not be loaded', error));
  return () => {
    stop?.();
    stop = undefined;
  };
}
