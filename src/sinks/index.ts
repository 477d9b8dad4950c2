export { consoleSink } from './console.js';
export { dataLayer } from './data-layer.js';
export type { DataLayerOptions } from './data-layer.js';
export type { Sink } from './sink.js';
