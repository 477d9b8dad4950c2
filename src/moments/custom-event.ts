import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';

/** The shop's own event is dispatched, anywhere on the page: `dispatchEvent(new Event('size-chosen'))`. Each time. */
export function onCustomEvent(callback: NoticedCallback, { name }: { name: string }): Stop {
  const hear = (): void => tell(callback, 'event', { name });
  addEventListener(name, hear, true);
  return () => removeEventListener(name, hear, true);
}
