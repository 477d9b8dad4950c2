import type { NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';

/** The shopper clicks on something that the selector fits, or on something in it; also with the keyboard. Each time. */
export function onClick(callback: NoticedCallback, { selector }: { selector: string }): Stop {
  const hear = (event: Event): void => {
    const hit = event.composedPath().some((target) => target instanceof Element && fits(target, selector));
    if (hit) tell(callback, 'click', { selector });
  };
  addEventListener('click', hear, true);
  return () => removeEventListener('click', hear, true);
}

function fits(element: Element, selector: string): boolean {
  try {
    return element.matches(selector);
  } catch {
    return false;
  }
}
