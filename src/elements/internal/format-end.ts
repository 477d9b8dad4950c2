/** When something ends, as people write it: `31 Jan 2027, 18:00`, by the shopper's own clock. */
export function formatEnd(endsAt: number, language: string | undefined): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(endsAt);
}
