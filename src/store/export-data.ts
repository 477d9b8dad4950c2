import { device as pageDevice, PREFIX } from './device.js';
import type { Device } from './device.js';

/** All that the kit keeps in this browser. */
export interface ExportedData {
  format: 'cuekit-data/1';
  /** When it was taken, as ISO 8601. */
  exportedAt: string;
  /** By key, as it is kept: read where that is JSON of an object, else the text itself. */
  data: Record<string, unknown>;
}

/**
 * A copy of everything that the kit keeps in this browser, for the shopper who asks for it; also of what it could not read itself.
 *
 * @param now milliseconds since 1970
 */
export function exportData(now = Date.now(), { storage }: Device = pageDevice()): ExportedData {
  const entries = (storage.keys(PREFIX) ?? []).sort().flatMap((key): [string, unknown][] => {
    const text = storage.get(key);
    return text === null ? [] : [[key, readable(text)]];
  });
  return { format: 'cuekit-data/1', exportedAt: new Date(now).toISOString(), data: Object.fromEntries(entries) };
}

/** Only what is the same text again, to the last byte, when it is written. */
function readable(text: string): unknown {
  try {
    const data = JSON.parse(text) as unknown;
    if (typeof data === 'object' && JSON.stringify(data) === text) return data;
  } catch {
    // Then it stays a text.
  }
  return text;
}
