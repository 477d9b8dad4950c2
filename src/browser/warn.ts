/** A line in the console, from code that must live on even where a host has replaced the console by one that throws. */
export function warn(message: string, ...more: unknown[]): void {
  try {
    console.warn(`[cuekit] ${message}`, ...more);
  } catch {
    // Then there is nobody to tell.
  }
}
