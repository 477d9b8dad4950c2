/**
 * The moments that a campaign names, divided by commas; those in parentheses, brackets and quotation marks belong to a selector:
 * `exit-intent, click(.help, [aria-label="a, b"])`.
 */
export function splitMoments(text: string): string[] {
  const parts = [''];
  let depth = 0;
  let quote = '';
  for (const letter of text) {
    if (quote) {
      if (letter === quote) quote = '';
    } else if (depth && /["']/.test(letter)) quote = letter;
    else if ('([{'.includes(letter)) depth++;
    else if (')]}'.includes(letter)) depth = Math.max(0, depth - 1);
    else if (letter === ',' && !depth) {
      parts.push('');
      continue;
    }
    parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
