/** Decimal digits of other scripts begin at U+xxx0, those of India's at U+xxx6 (Unicode, general category Nd). */
const latinDigit = (digit: string): string => {
  const code = digit.charCodeAt(0);
  return String((code - (code > 0x965 && code < 0xdf0 ? 6 : 0)) & 15);
};

/** How many decimals a currency is written with (ISO 4217); the browser carries the table. */
const decimalsOf = (currency: string | undefined): number => {
  if (!currency) return 2;
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits!;
  } catch {
    return 2;
  }
};

const usable = (price: number): number | undefined => (price > 0 && price < 1e12 ? price : undefined);

const readNumber = (token: string, currency: string | undefined): number => {
  const marks = token.replace(/\d/g, '');
  const last = marks.slice(-1);
  const at = token.lastIndexOf(last);
  const fraction = marks && token.slice(at + 1);
  const digits = token.replace(/\D/g, '');
  const once = marks.indexOf(last) === marks.length - 1;
  const decimal =
    /[.,]/.test(last) &&
    once &&
    (marks.length > 1 || fraction.length !== 3 || at > 3 || /^0/.test(token) || decimalsOf(currency) === 3);
  const number = Number(decimal ? digits.slice(0, -fraction.length) + '.' + fraction : digits);
  // Shop systems keep net prices with four and more decimals and show them rounded.
  return decimal && fraction.length > 3 ? Number(number.toFixed(decimalsOf(currency))) : number;
};

/**
 * The number in a price as shops write it: `1.299,00 €`, `$1,024.00`, `1'299.–`, `Rp 34.000`, `١٢٫٥`. Of a range the
 * lower end. What can be read in two ways is not read: with two numbers that are no range, a percentage, a negative
 * number or zero (shops print zero where they mean "unknown") the answer is `undefined`.
 *
 * One mark followed by exactly three digits separates thousands, unless the currency has three decimals (`KWD`).
 *
 * @param value a number is taken as it is; a string is read
 * @param currency ISO 4217 code, when known
 */
export function parsePrice(value: unknown, currency?: string): number | undefined {
  if (typeof value === 'number') return usable(value);
  if (typeof value !== 'string' || value.length > 200) return;
  const text = value
    .normalize('NFKC')
    .replace(/(?![0-9])\p{Nd}/gu, latinDigit)
    .replace(/٫/g, '.')
    .replace(/[٬’]/g, "'");
  const tokens = [...text.matchAll(/\d+(?:[.,']\d+| \d{3}(?!\d))*/g)];
  const [first, second] = tokens;
  if (!first || tokens.length > 2 || /%|(^|[^\d\s])[-−]\d|^\s*[-−]/.test(text)) return;
  const low = readNumber(first[0], currency);
  if (second) {
    const between = text.slice(first.index + first[0].length, second.index);
    if (
      !/^[^\d]{0,6}(\s(to|bis|à|a|do)\s|[-–—−~〜])[^\d]{0,6}$/i.test(between) ||
      readNumber(second[0], currency) < low
    )
      return;
  }
  return usable(low);
}
