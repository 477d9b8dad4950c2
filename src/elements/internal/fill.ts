/** Puts values into a message: `fill('Add {name}', { name: 'Teapot' })`. A value that is missing leaves nothing behind. */
export function fill(message: string, values: Readonly<Record<string, string | number | undefined>>): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? '')).trim();
}
