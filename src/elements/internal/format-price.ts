/**
 * An amount as people write it where the element stands: `formatPrice(element, 12.5, 'EUR')` is `€12.50` in English and
 * `12,50 €` in German. A currency that is none stands as it is written.
 */
export function formatPrice(element: Element, amount: number, currency: string | undefined): string {
  const language = languageOf(element);
  try {
    return new Intl.NumberFormat(language, currency ? { style: 'currency', currency } : {}).format(amount);
  } catch {
    return `${amount} ${currency ?? ''}`.trim();
  }
}

/** The language of the nearest `lang`, if it is a language at all. */
export function languageOf(element: Element): string | undefined {
  const language = element.closest('[lang]')?.getAttribute('lang') || element.ownerDocument.documentElement.lang;
  try {
    return Intl.getCanonicalLocales(language || undefined)[0];
  } catch {
    return undefined;
  }
}
