import type { Clock } from '../../browser/clock.js';

/** A browser that asks where to save has to have the data for as long as a person takes. */
const REVOKE_MS = 60_000;

/** Gives the shopper a file. */
export function downloadJson(name: string, data: unknown, clock: Clock): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  // Of our own making: the one address that does not go through `safeUrl`.
  link.href = address;
  link.download = name;
  link.click();
  clock.wait(() => URL.revokeObjectURL(address), REVOKE_MS);
}
