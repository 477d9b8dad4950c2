import type { Sink } from './sink.js';

/** Prints each record to the console, for developers. */
export function consoleSink(): Sink {
  return {
    name: 'console',
    reach: 'page',
    take: (record) => console.info(`[cuekit] ${record.name}`, record),
  };
}
