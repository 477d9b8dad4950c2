import type { FactEvent } from './fact-event.js';
import type { RequestEvent, RequestEventName } from './request-event.js';
import type { FactEventName, FactName } from './vocabulary.js';

type FactEvents = { [N in FactName as FactEventName<N>]: FactEvent<FactEventName<N>> };
type RequestEvents = { [E in RequestEventName]: RequestEvent<E> };

/** A fault inside the kit, reported in place of an error that the host page would see. */
export type ErrorEvents = { 'cue-error': CustomEvent<{ message: string; error?: unknown }> };

declare global {
  /* Documents, windows and HTML elements inherit from the first, plain elements from the second. */
  interface GlobalEventHandlersEventMap extends FactEvents, RequestEvents {}
  interface ElementEventMap extends FactEvents, RequestEvents {}
  interface WindowEventMap extends ErrorEvents {}
}
