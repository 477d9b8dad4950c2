const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const decode = (whole: string, name: string): string => {
  if (name[0] !== '#') return named[name.toLowerCase()] ?? whole;
  const code = Number(name.slice(1).replace(/^x/i, '0x'));
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
};

/**
 * A text for people from what a page's data holds: HTML entities decoded (templates escape twice), white space folded,
 * ends trimmed, at most 500 characters. A number becomes its digits; anything else, and the empty text, is `undefined`.
 */
export function cleanText(value: unknown): string | undefined {
  if (typeof value === 'number') value = String(value);
  if (typeof value !== 'string') return;
  const text = value
    .slice(0, 5000)
    .replace(/&(#x?[\da-f]{1,6}|[a-z]{2,4});/gi, decode)
    .replace(/[\s\u0000-\u001f]+/g, ' ')
    .trim()
    .slice(0, 500);
  return text || undefined;
}
