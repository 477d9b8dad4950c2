/**
 * The fields of a line of CSV or TSV (RFC 4180, but for line ends within quotes). `undefined` where a quoted field does
 * not end, or ends in the middle.
 */
export function splitFields(line: string, separator: string): string[] | undefined {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let text = '';
      for (;;) {
        const end = line.indexOf('"', at + 1);
        if (end < 0) return undefined;
        text += line.slice(at + 1, end);
        at = end + 1;
        if (line[at] !== '"') break;
        text += '"';
      }
      fields.push(text);
      if (at === line.length) return fields;
      if (line[at] !== separator) return undefined;
    } else {
      const end = line.indexOf(separator, at);
      fields.push(line.slice(at, end < 0 ? undefined : end));
      if (end < 0) return fields;
      at = end;
    }
    at += 1;
  }
}
