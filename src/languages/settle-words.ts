import { pageSingleton } from '../browser/page-singleton.js';
import type { MessageTable, Translations } from './message.js';
import { said } from './translations.js';

interface Words {
  /** What came with the kit, by language code. */
  loaded: Map<string, Translations>;
  /** The shop's own, by code; those for every language under the empty one. */
  own: Map<string, Translations>;
}

export const words = (): Words => pageSingleton('words', () => ({ loaded: new Map(), own: new Map() }));

/** To be called when something was loaded or set: the shop's own words go before ours, those for one language before those for all. */
export function settleWords(): void {
  const { loaded, own } = words();
  for (const code of ['', ...loaded.keys(), ...own.keys()]) {
    const tables: Record<string, MessageTable> = {};
    for (const layer of [loaded.get(code), own.get(''), own.get(code)])
      for (const [tag, table] of Object.entries(layer ?? {})) tables[tag] = { ...tables[tag], ...table };
    said().set(code, tables);
  }
}
