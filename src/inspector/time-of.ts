/** An instant as the clock on the wall shows it, to the second. @param at milliseconds since 1970 */
export function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB');
}
