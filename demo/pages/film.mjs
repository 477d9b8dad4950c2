// @ts-check
import { findProduct, findVariant, offerOf, shop } from '../catalog.mjs';
import { html, json } from '../html.mjs';
import { picturePath, productPath } from '../structured-data.mjs';

/** @typedef {import('../catalog.mjs').Product} Product */
/** @typedef {{ start: number, title: string, shows?: string }} Chapter `shows` is a product's slug */

/** What a chapter says of the product that it shows: as it is today. @param {string} slug */
function shown(slug) {
  const product = /** @type {Product} */ (findProduct(slug));
  const variant = findVariant(product);
  return {
    id: variant?.sku ?? product.sku,
    name: product.name,
    price: offerOf(product, variant).price,
    currency: shop.currency,
    url: productPath(product),
    image: picturePath(product),
  };
}

/** @type {Record<string, { name: string, title: string, chapters: Chapter[] }>} */
const films = {
  'lean-to-teapot': {
    name: 'pouring',
    title: 'The teapot pours, and stops',
    chapters: [
      { start: 0, title: 'Five minutes' },
      { start: 3, title: 'It pours', shows: 'slow-mug' },
      { start: 9, title: 'Nothing on the cloth', shows: 'long-lunch-tablecloth' },
    ],
  },
};

/**
 * The product's film, if it has one: a `<video>` as it would be without the kit, and its chapters.
 * @param {Product} product @param {string} nonce
 */
export function film({ slug }, nonce) {
  const made = films[slug];
  if (!made) return '';
  const { name, title, chapters } = made;
  return html`<cue-video class="gallery-film"
    ><video
      controls
      playsinline
      preload="metadata"
      poster="/pictures/${name}.svg"
      width="1280"
      height="720"
      aria-label="${title}"
    >
      <source src="/film/${name}.webm" type="video/webm" />
      <source src="/film/${name}.mp4" type="video/mp4" />
      <track kind="captions" src="/film/${name}.en.vtt" srclang="en" label="English" />
      <a href="/film/${name}.mp4">${title} (film, 14 seconds)</a>
    </video>
    <script type="application/json" ${nonce ? html` nonce="${nonce}"` : ''}>
      ${json({ chapters: chapters.map(({ start, title: words, shows }) => ({ start, title: words, ...(shows && { product: shown(shows) }) })) })}
    </script></cue-video
  >`;
}
