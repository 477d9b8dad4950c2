/**
 * Leaves out of the bundle what Lit carries for browsers that the kit does not run in: all of ours have constructable style sheets
 * (the last to get them was Safari 16.4), so the ways around them, and what tells a developer of a wrong style, can go.
 */

const cssTag = /[\\/]reactive-element[\\/](?:development[\\/])?css-tag\.js(?:\?|$)/;

/** The same interface as Lit's css-tag.js. Styles are shared by all instances of an element: one sheet per result. */
const slimCssTag = `
export const supportsAdoptingStyleSheets = true;
export class CSSResult {
  constructor(text) { this.cssText = text; }
  get styleSheet() {
    if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
  toString() { return this.cssText; }
}
export const unsafeCSS = (text) => new CSSResult(String(text));
export const css = (strings, ...values) => new CSSResult(String.raw({ raw: strings }, ...values));
export const adoptStyles = (root, styles) => {
  root.adoptedStyleSheets = styles.map((style) => style.styleSheet ?? style);
};
export const getCompatibleStyle = (style) => style;
`;

const exported = (code) =>
  [...code.matchAll(/export\s*(?:\{([^}]*)\}|(?:const|class)\s+(\w+))/g)]
    .flatMap(([, list, name]) =>
      name
        ? [name]
        : list.split(',').map((item) =>
            item
              .trim()
              .split(/\s+as\s+/)
              .pop(),
          ),
    )
    .sort()
    .join();

/** @throws when Lit's module exports something else than the one that takes its place */
export function slimCss(code) {
  if (exported(code) !== exported(slimCssTag)) {
    throw new Error(
      `vite-plugin-slim-lit: Lit's css-tag.js now exports ${exported(code)}; bring vite-plugin-slim-lit.mjs in line with it.`,
    );
  }
  return slimCssTag;
}

/** The Vite plugin, for builds that bundle Lit. */
export default function slimLit() {
  return {
    name: 'cuekit-slim-lit',
    transform: (code, id) => (cssTag.test(id) ? { code: slimCss(code), map: null } : undefined),
  };
}
