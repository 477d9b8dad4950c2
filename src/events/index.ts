import './dom-event-maps.js';

export type { ErrorEvents } from './dom-event-maps.js';
export { emit } from './emit.js';
export { FactEvent } from './fact-event.js';
export type { Availability, Product } from './product.js';
export type { CueRecord, RecordContext } from './record.js';
export { request, RequestEvent } from './request-event.js';
export type { NamedList, RequestDetails, RequestEventName } from './request-event.js';
export { requestNames } from './request-names.js';
export { productDetail, toItem } from './to-items.js';
export { factNames } from './vocabulary.js';
export type { Cause, FactDetails, FactEventName, FactName, Item, ItemsDetail, ProductDetail } from './vocabulary.js';
