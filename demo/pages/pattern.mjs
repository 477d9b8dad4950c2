// @ts-check
import { html } from '../html.mjs';
import { wordsOf } from '../languages.mjs';
import { letterForm } from './letter-form.mjs';

/** @typedef {import('./layout.mjs').Context} Context */

export const POT_HOLDER = '/guides/pot-holder';

/** What everybody may read, and search engines too. */
export const patternTeaser =
  'Iron handles get as hot as the oven. Our pattern takes two squares, a loop and an evening; it comes with the letter.';

/** What comes to who reads the letters: from here, and in no page that others get. */
const content = {
  title: 'A pot holder to sew',
  text: [
    'Cut two squares of 20 centimetres from linen, and one of 18 from an old wool blanket: wool stays cool where cotton scorches.',
    'Sew the linen together, right side inside, on three sides. Turn it, push the wool in, fold a loop of ten centimetres into the fourth side and close it.',
    'Two seams across, from corner to corner, keep the wool where it is. Wash it at thirty degrees, not more.',
  ],
  link: { url: `${POT_HOLDER}.svg`, label: 'The pattern, to print on A4', download: true },
};

/** In millimetres, so that it is printed as large as it is to be cut. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">
  <g fill="none" stroke="#000" stroke-width="0.4">
    <rect x="5" y="30" width="200" height="200" />
    <rect x="15" y="40" width="180" height="180" stroke-dasharray="4 2" />
    <path d="M15 40l180 180M195 40L15 220" stroke-dasharray="1 2" />
    <rect x="5" y="245" width="100" height="30" />
    <path d="M5 260h100" stroke-dasharray="1 2" />
  </g>
  <g font-family="sans-serif" font-size="5">
    <text x="5" y="20">A pot holder. Print at 100 %: the large square is 20 cm wide.</text>
    <text x="20" y="50">Linen, twice, on the line. Wool, once, on the dashes. Seams on the dots.</text>
    <text x="10" y="257">The loop, once: fold it on the dots.</text>
  </g>
</svg>
`;

/** @param {Context} context @param {string} slug @returns {import('../server.mjs').Answer} */
export function patternPage({ session, lang }, slug) {
  const page = {
    title: content.title,
    description: patternTeaser,
    path: POT_HOLDER,
    here: '/journal',
  };
  if (!session.reads)
    return {
      data: { reason: 'unknown' },
      page: {
        ...page,
        body: html`<header class="page-head">
          <h1>${content.title}</h1>
          <p>${patternTeaser}</p>
          <cue-gate incentive="POT-HOLDER" step="newsletter-sign-up" src="${POT_HOLDER}"
            >${letterForm(wordsOf(lang), 'pattern-letter')}</cue-gate
          >
        </header>`,
      },
    };
  if (slug.endsWith('.svg')) return { file: ['pot-holder.svg', 'image/svg+xml', drawing] };
  return {
    data: content,
    page: {
      ...page,
      hidden: true,
      body: html`<header class="page-head">
        <h1>${content.title}</h1>
        ${content.text.map((text) => html`<p>${text}</p>`)}
        <p><a class="button" href="${content.link.url}" download>${content.link.label}</a></p>
      </header>`,
    },
  };
}
