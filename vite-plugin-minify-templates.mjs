/**
 * Takes what no browser needs out of html`…`, svg`…` and css`…`: no minifier looks into them. Only white space and comments go,
 * and in HTML a run of white space stays one space, because between two inline elements it is one.
 */

const string = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'/;

/** Replaces outside of quoted strings. */
const outsideStrings = (text, pattern, replacement) =>
  text.replace(new RegExp(`(${string.source})|${pattern.source}`, 'g'), (all, quoted, ...found) =>
    quoted === undefined ? replacement(all, ...found) : quoted,
  );

/** @param {string} text of one piece of a css template; expressions stand at its ends */
export function minifyCss(text) {
  const bare = outsideStrings(text, /\/\*[^]*?\*\//, () => '');
  const tight = outsideStrings(bare, /\s*([{};,])\s*|\s+/, (_, sign) => sign ?? ' ');
  // The last semicolon of a block, and the space behind a property's colon; a selector has none behind its.
  return outsideStrings(tight, /;+(?=\})|(?<=[\w-]:) /, () => '');
}

/** @param {string} text of one piece of an html or svg template */
export function minifyHtml(text) {
  return text.replace(/\s*\n\s*/g, (all, index) => {
    // At the end of a tag (`\n  />`, `\n  >`) nothing needs a space, unless an unquoted value would swallow the slash.
    const next = text[index + all.length];
    return next === '>' && /["'\w-]/.test(text[index - 1] ?? '') ? '' : ' ';
  });
}

const minifiers = { css: minifyCss, html: minifyHtml, svg: minifyHtml };

/** Every tagged template of a syntax tree. */
export function* taggedTemplates(node) {
  if (Array.isArray(node)) {
    for (const item of node) yield* taggedTemplates(item);
  } else if (node && typeof node === 'object') {
    if (node.type === 'TaggedTemplateExpression') yield node;
    for (const [key, value] of Object.entries(node)) {
      if (key !== 'parent' && typeof value === 'object') yield* taggedTemplates(value);
    }
  }
}

/** The Vite plugin, for files of the folder `from`. */
export default function minifyTemplates({ from }) {
  return {
    name: 'cuekit-minify-templates',
    transform(code, id) {
      if (!id.startsWith(from) || !/\b(?:html|svg|css)`/.test(code)) return undefined;
      const pieces = [];
      for (const { tag, quasi } of taggedTemplates(this.parse(code))) {
        const minify = Object.hasOwn(minifiers, tag.name ?? '') ? minifiers[tag.name] : undefined;
        if (!minify || quasi.quasis.some(({ value }) => /<(?:pre|textarea)\b/.test(value.raw))) continue;
        quasi.quasis.forEach((piece, index) => {
          const last = index === quasi.quasis.length - 1;
          let text = minify(piece.value.raw);
          if (index === 0) text = text.trimStart();
          if (last) text = text.trimEnd();
          pieces.push({ start: piece.start, end: piece.end, text });
        });
      }
      let result = code;
      for (const { start, end, text } of pieces.sort((a, b) => b.start - a.start)) {
        result = result.slice(0, start) + text + result.slice(end);
      }
      return { code: result, map: null };
    },
  };
}
