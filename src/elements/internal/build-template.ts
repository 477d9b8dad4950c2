const TOKEN = /<!--([^]*?)-->|<(\?[^>]*)>|<(\/)[^>]*>|<([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>|([^<]+|<)/gi;
const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const SVG = 'http://www.w3.org/2000/svg';
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\xa0' };

/**
 * Fills a template with what `innerHTML` would, by calls that no policy restricts. Reads the kit's own templates, not any HTML:
 * every element but the void ones is closed, names are in lower case, and the entities are those above or numbers. A test
 * compares it with the browser's parser for each template of the kit.
 *
 * Names that no call may set (`@click`, `.value`, `lit$1$`) get another: Lit takes the name of a bound attribute from the
 * template's strings, and only its kind, by its end or start, and the order from here.
 */
export function buildTemplate({ content }: HTMLTemplateElement, html: string): void {
  // The template's own document is inert: no image loads and no element is upgraded before it is cloned.
  const inert = content.ownerDocument;
  const parents: ParentNode[] = [content];
  for (const [, comment, bogus, end, name, attributes = '', text] of html.matchAll(TOKEN)) {
    const parent = parents.at(-1) ?? content;
    if (end) parents.pop();
    else if (name) {
      const inSvg =
        name === 'svg' ||
        ((parent as Element).namespaceURI === SVG && (parent as Element).localName !== 'foreignObject');
      const element = inert.createElementNS(inSvg ? SVG : 'http://www.w3.org/1999/xhtml', name);
      let bound = 0;
      const set = (_: string, key: string, double?: string, single?: string, bare?: string): string => {
        const known = key.startsWith('lit$') ? `at-lit-${bound++}` : key.endsWith('-lit-') ? `a${bound++}-lit-` : key;
        element.setAttribute(known, decode(double ?? single ?? bare ?? ''));
        return '';
      };
      const rest = attributes.replace(ATTRIBUTE, set);
      parent.append(element);
      if (!(inSvg ? rest.includes('/') : VOID.test(name))) {
        parents.push(element instanceof HTMLTemplateElement ? element.content : element);
      }
    } else parent.append(text ? decode(text) : inert.createComment(comment ?? bogus ?? ''));
  }
  content.normalize();
}

function decode(text: string): string {
  return text.replace(/&(?:#(x?)([\da-f]+)|(\w+));/gi, (all, hex, digits, name) =>
    digits ? String.fromCodePoint(parseInt(digits, hex ? 16 : 10)) : (CHARACTERS[name] ?? all),
  );
}
