/**
 * Puts values into a message: `fill('Add {name}', { name: 'Teapot' })`. A value that is missing leaves nothing behind.
 *
 * @param language numbers are written as people do in it
 */
export function fill(
  message: string,
  values: Readonly<Record<string, string | number | undefined>>,
  language?: string,
): string {
  return message
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? value.toLocaleString(language) : value;
    })
    .trim();
}
