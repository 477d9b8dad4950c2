import { device as pageDevice, ERASED, PREFIX } from './device.js';
import type { Device } from './device.js';

/**
 * Erases everything that the kit keeps in this browser, the shopper's choices included, and what open tabs have of it in memory.
 * Until the next page nothing is kept but what the shopper asks for from now on, whatever the shop's default for consent is.
 */
export function erase({ storage, tell }: Device = pageDevice()): void {
  // Tabs let go of it before they see it vanish, or they would write some of it again.
  storage.set(ERASED, '1');
  tell(ERASED, '1');
  for (const key of storage.keys(PREFIX) ?? []) storage.remove(key);
}
