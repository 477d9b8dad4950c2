/** Deeper than any shop nests its data, far from where the stack ends. */
const maxDepth = 40;

const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

const space = /(?:[\s,;\ufeff]|\/\*[^]*?\*\/|\/\/[^\n]*|<!--|-->|<!\[CDATA\[|\]\]>)*/y;
const word = /[\w$.+-]+/y;

/**
 * Reads one JSON or JavaScript literal as far as it can be read, without running anything: comments, trailing or missing
 * commas, bare keys, single quotes, raw line breaks in strings. What is no literal (a variable, a call) is `undefined`.
 *
 * @param from where the literal begins
 * @param prose expect unescaped quotes inside strings: a quote then only ends a string where one can end
 * @returns the value, and where reading stopped
 */
export function readLiteral(text: string, from = 0, prose = false): { value: unknown; end: number } {
  let at = from;

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };

  const string = (quote: string): string => {
    let result = '';
    let start = ++at;
    for (; at < text.length; at++) {
      const char = text[at]!;
      if (char === '\\') {
        result += text.slice(start, at);
        const next = text[++at] ?? '';
        const code = next === 'u' ? text.slice(at + 1, at + 5) : next === 'x' ? text.slice(at + 1, at + 3) : '';
        if (/^[\da-f]+$/i.test(code)) {
          result += String.fromCharCode(parseInt(code, 16));
          at += code.length;
        } else result += escapes[next] ?? next;
        start = at + 1;
      } else if (
        char === quote &&
        (!prose || /^\s*(?:[}\]:]|,\s*["{[}\]\d\-tfn]|,?\s*$|\/[/*])/.test(text.slice(at + 1, at + 40)))
      ) {
        result += text.slice(start, at++);
        return result;
      }
    }
    return result + text.slice(start);
  };

  /** Leaves an expression behind: everything up to the comma or bracket that ends it. */
  const skipExpression = (): void => {
    for (let depth = 0; at < text.length; at++) {
      const char = text[at]!;
      if (/["'`]/.test(char)) {
        string(char);
        at--;
      } else if (/[([{]/.test(char)) depth++;
      else if (/[)\]}]/.test(char)) {
        if (--depth < 0) return;
      } else if (!depth && /[,;\n]/.test(char)) return;
    }
  };

  /** A value that is the whole of what stands there: of `"a" + b` nothing is known. */
  const member = (depth: number): unknown => {
    skip(space);
    const read = value(depth + 1);
    if (/,/.test(skip(space)) || /["'`\w$}\]]/.test(text[at] ?? '}')) return read;
    skipExpression();
    return;
  };

  const value = (depth: number): unknown => {
    skip(space);
    const char = text[at];
    if (char === undefined) return;
    if ((char === '{' || char === '[') && depth < maxDepth) {
      at++;
      const list: unknown[] = [];
      const object: Record<string, unknown> = {};
      for (;;) {
        skip(space);
        const next = text[at];
        if (next === undefined || next === '}' || next === ']') {
          at++;
          return char === '[' ? list : object;
        }
        const before = at;
        if (char === '[') list.push(member(depth));
        else {
          const key = /["'`]/.test(next) ? string(next) : skip(word);
          skip(space);
          if (text[at] === ':') {
            at++;
            const read = member(depth);
            if (key !== '__proto__') object[key] = read;
          }
        }
        if (at === before) at++;
      }
    }
    if (/["'`]/.test(char)) return string(char);
    const bare = skip(word);
    if (/^-?\d/.test(bare)) return Number.isNaN(Number(bare)) ? undefined : Number(bare);
    if (bare === 'true' || bare === 'false') return bare === 'true';
    skipExpression();
    return bare === 'null' ? null : undefined;
  };

  return { value: value(0), end: at };
}
