/** One JSON token, by the grammar of RFC 8259; what is matched is in the group of its name. */
const token =
  /[ \t\n\r]*(?:(?<punctuation>[{}[\],:])|(?<string>"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(?<literal>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/**
 * Where a text stops being JSON, in words: `line 3, column 12: a value is expected, found “}”`. Engines say it in
 * different ways and WebKit does not say it at all. `undefined` when the text is JSON.
 */
export function locateJsonFault(text: string): string | undefined {
  /** What has to come, innermost last. */
  const expected: Expectation[] = ['end', 'value'];
  let position = 0;
  for (;;) {
    const wanted = expected.pop()!;
    while (' \t\n\r'.includes(text[position] ?? 'end')) position++;
    if (wanted === 'end') return position < text.length ? describe(text, position, 'the end') : undefined;
    token.lastIndex = position;
    const groups = token.exec(text)?.groups;
    const found = groups?.punctuation ?? (groups?.string ? 'string' : groups?.literal ? 'literal' : undefined);
    const next = found && follow(wanted, found);
    if (!next) return describe(text, position, names[wanted]);
    expected.push(...next);
    position = token.lastIndex;
  }
}

type Expectation = 'end' | 'value' | 'value or ]' | 'key or }' | 'key' | ':' | ', or }' | ', or ]';

const names: Record<Expectation, string> = {
  end: 'the end',
  value: 'a value',
  'value or ]': 'a value or “]”',
  'key or }': 'a key in double quotes or “}”',
  key: 'a key in double quotes',
  ':': '“:”',
  ', or }': '“,” or “}”',
  ', or ]': '“,” or “]”',
};

/** What has to come after a token, innermost last; `undefined` when the token does not belong there. */
function follow(wanted: Expectation, found: string): Expectation[] | undefined {
  switch (wanted) {
    case 'value':
    case 'value or ]':
      if (found === 'string' || found === 'literal') return wanted === 'value' ? [] : [', or ]'];
      if (found === '{' || found === '[') {
        const inner: Expectation = found === '{' ? 'key or }' : 'value or ]';
        return wanted === 'value' ? [inner] : [', or ]', inner];
      }
      return found === ']' && wanted === 'value or ]' ? [] : undefined;
    case 'key or }':
    case 'key':
      if (found === 'string') return [', or }', 'value', ':'];
      return found === '}' && wanted === 'key or }' ? [] : undefined;
    case ':':
      return found === ':' ? [] : undefined;
    case ', or }':
      return found === ',' ? ['key'] : found === '}' ? [] : undefined;
    case ', or ]':
      return found === ',' ? [', or ]', 'value'] : found === ']' ? [] : undefined;
    case 'end':
      return undefined;
  }
}

function describe(text: string, position: number, wanted: string): string {
  const before = text.slice(0, position).split('\n');
  const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  if (text[position] === '"' && /value|key/.test(wanted))
    return `${place}: the text that begins here does not end, or holds a line break, a tab or a lone “\\”`;
  const found =
    position < text.length
      ? `“${/^(?:[\p{L}\p{N}_$]+|[^])/u.exec(text.slice(position, position + 20))![0]}”`
      : 'the end';
  return `${place}: ${wanted} is expected, found ${found}`;
}
