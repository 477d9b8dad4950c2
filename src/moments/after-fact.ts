import type { FactEvent } from '../events/fact-event.js';
import type { FactEventName, FactName } from '../events/vocabulary.js';
import type { Evidence, NoticedCallback, Stop } from './noticed.js';
import { tell } from './tell.js';

/** Something has just happened: something was put into the cart, wished for, watched. Each time; a fact that two copies tell counts once. */
export function onAfterFact(callback: NoticedCallback, { fact }: { fact: FactName }): Stop {
  const name = fact.replaceAll('_', '-');
  const type: FactEventName = `cue-${name}` as FactEventName;
  const heard = new WeakSet<Event>();
  const hear = (event: Event): void => {
    if (heard.has(event)) return;
    heard.add(event);
    const { id, detail } = event as Partial<FactEvent>;
    const { value, currency } = (detail ?? {}) as { value?: Evidence; currency?: Evidence };
    tell(callback, `after-${name}`, {
      fact,
      ...(typeof id === 'string' && { id }),
      ...(typeof value === 'number' && { value }),
      ...(typeof currency === 'string' && { currency }),
    });
  };
  addEventListener(type, hear, true);
  return () => removeEventListener(type, hear, true);
}
