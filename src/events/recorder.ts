import { FactEvent } from './fact-event.js';
import type { CueRecord, RecordContext } from './record.js';
import { toRecord } from './record.js';
import { factNames } from './vocabulary.js';
import type { Cause, FactEventName, FactName } from './vocabulary.js';

type RecordListener = (record: CueRecord) => void;

/** Enough to recognise a fact that comes twice; a page view has far fewer. */
const REMEMBERED_IDS = 1000;

/**
 * Turns the facts that pass by on a page into records. Listens in the capture phase of the window, hence before anything
 * in the page can stop the event, and hears the facts of every copy of the kit. Works from the first listener to the last.
 *
 * @param context asked once for each record
 * @param onError told of a listener that throws, and of what a detail holds that is no plain data; everybody else still hears
 */
export function createRecorder(
  context: () => RecordContext,
  onError: (message: string, error: unknown) => void,
): { onRecord(listener: RecordListener): () => void } {
  const listeners = new Set<RecordListener>();
  const seen = new Set<string>();
  const heard = new WeakSet<Event>();
  const names = new Map(factNames.map((name) => [eventName(name), name]));

  function hear(event: Event): void {
    const name = names.get(event.type as FactEventName);
    if (!name || heard.has(event)) return;
    heard.add(event);
    try {
      const fact = asFact(event);
      if (seen.has(fact.id)) return;
      seen.add(fact.id);
      if (seen.size > REMEMBERED_IDS) seen.delete(seen.values().next().value!);
      const { id, at } = fact;
      const record = toRecord({ id, at, detail: withCampaign(fact.detail, event) }, name, context(), (place) =>
        onError(`“${place}” of ${event.type} was left out of its record, which holds plain data only`, undefined),
      );
      for (const listener of [...listeners]) tell(listener, record);
    } catch (error) {
      onError(`no record could be made of ${event.type}`, error);
    }
  }

  function tell(listener: RecordListener, record: CueRecord): void {
    try {
      listener(record);
    } catch (error) {
      onError('a listener of records failed', error);
    }
  }

  return {
    onRecord(listener) {
      const own: RecordListener = (record) => listener(record);
      if (listeners.size === 0) for (const type of names.keys()) addEventListener(type, hear, true);
      listeners.add(own);
      return () => {
        if (listeners.delete(own) && listeners.size === 0)
          for (const type of names.keys()) removeEventListener(type, hear, true);
      };
    },
  };
}

function eventName(name: FactName): FactEventName {
  return `cue-${name.replaceAll('_', '-')}` as FactEventName;
}

/** What happens in a prompt is owed to its campaign, whichever element tells it. */
function withCampaign(detail: object, event: Event): object {
  const { cause } = detail as { cause?: Cause };
  const prompt = event.composedPath().find((one) => one instanceof Element && one.localName === 'cue-prompt');
  const campaign = (prompt as Element | undefined)?.getAttribute('campaign');
  if (!campaign || typeof (cause ?? {}) !== 'object' || cause?.campaign) return detail;
  return { ...detail, cause: { from: 'code', ...cause, campaign } };
}

/** Another copy of the kit has a class of its own, and a shop may dispatch a `CustomEvent` by hand, or a bare `Event`. */
function asFact(event: Event): FactEvent {
  const { id, at, detail } = event as FactEvent;
  if (typeof (detail ?? {}) !== 'object') throw new TypeError('its detail is no object');
  if (typeof id === 'string' && Number.isFinite(at) && detail) return event as FactEvent;
  return new FactEvent(event.type as FactEventName, detail ?? {});
}
