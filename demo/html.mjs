// @ts-check

/** @typedef {{ readonly markup: string, toString(): string }} Html */

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {unknown} value */
export const escapeHtml = (value) => String(value).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** Marks a string as markup already. Only for what our own code wrote. @param {string} markup @returns {Html} */
export const raw = (markup) => ({ markup, toString: () => markup });

/** @param {unknown} value @returns {string} */
function render(value) {
  if (value === null || value === undefined || value === false || value === true) return '';
  if (Array.isArray(value)) return value.map(render).join('');
  if (typeof value === 'object' && 'markup' in value) return String(value.markup);
  return escapeHtml(value);
}

/**
 * The only way this shop writes HTML: every value is escaped unless it came out of `html` or `raw` itself; lists are
 * joined; `false`, `null` and `undefined` leave nothing.
 * @param {TemplateStringsArray} strings @param {...unknown} values @returns {Html}
 */
export const html = (strings, ...values) => raw(String.raw({ raw: strings }, ...values.map(render)));

/** JSON for a `<script>`: no `<` in it can end the element or open a comment. @param {unknown} data @param {number} [indent] */
export const json = (data, indent) => raw(JSON.stringify(data, null, indent).replace(/</g, '\\u003c'));
