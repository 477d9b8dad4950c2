/**
 * A version as a text, of which the greater text is the later version: numbers are padded, and a version of three parts
 * comes after its pre-releases (https://docs.growthbook.io/lib/build-your-own#private-paddedversionstring). Build
 * information does not count.
 */
export function sortableVersion(version: unknown): string {
  const text = typeof version === 'number' || (typeof version === 'string' && version) ? String(version) : '0';
  const parts = text.replace(/^v|\+.*$/g, '').split(/[-.]/);
  if (parts.length === 3) parts.push('~');
  return parts.map((part) => (/^\d+$/.test(part) ? part.padStart(5) : part)).join('-');
}
