// @ts-check
import { findProduct, products } from '../catalog.mjs';
import { lying, halfLemon, fork } from './lying.mjs';
import { pouring } from './pouring.mjs';
import { createScene, dice } from './scene.mjs';
import { lemon, standing } from './standing.mjs';

/** @typedef {import('../catalog.mjs').Product} Product */

const plain = {
  colour: '#f4efe6',
  second: '#cf4527',
  third: '#8fb4d4',
  trim: '#33415f',
  liquid: '#8e2a3c',
  candle: '#eab3a4',
};

/** Where each standing thing stands on an 800 × 1000 sheet, and how large: `[x, foot, scale]`. @type {Record<string, [number, number, number]>} */
const stance = {
  mug: [366, 770, 1.42],
  cups: [400, 750, 1.42],
  tumblers: [392, 760, 1.26],
  carafe: [390, 800, 1.22],
  teapot: [400, 760, 1.16],
  wine: [398, 770, 1.24],
  jug: [384, 790, 1.3],
  bowl: [400, 740, 1.24],
  saltdish: [410, 700, 1.36],
  stand: [400, 790, 1.24],
  nest: [400, 760, 1.26],
  casserole: [400, 760, 1.14],
  saucepan: [310, 740, 1.1],
  kettle: [410, 770, 1.18],
  moka: [384, 790, 1.26],
  mill: [396, 800, 1.4],
  grater: [390, 800, 1.36],
  bag: [400, 850, 1.2],
  candlestick: [400, 850, 1.24],
  budvase: [396, 830, 1.3],
  vase: [400, 880, 1.1],
  tealights: [440, 760, 1.34],
  lamp: [400, 830, 1.34],
};

/** Where the close-up looks, on the same sheet: `[x, y, side]`. @type {Record<string, [number, number, number]>} */
const closeUps = {
  mug: [330, 310, 380],
  casserole: [340, 380, 380],
  vase: [250, 60, 400],
  budvase: [210, 120, 380],
  candlestick: [250, 150, 340],
  plate: [100, 230, 380],
  platter: [230, 330, 360],
  knife: [280, 350, 380],
  stand: [220, 300, 400],
  bag: [200, 90, 400],
  lamp: [220, 210, 400],
  teapot: [140, 370, 380],
};

/** @param {Product} product @param {string | undefined} colour */
const lookOf = (product, colour) =>
  /** @type {import('./lying.mjs').Motif extends (scene: never, look: infer L) => void ? L : never} */ ({
    ...plain,
    ...product.picture,
    ...(colour ? { colour } : {}),
  });

const isLying = (/** @type {string} */ motif) => motif in lying;

/** @param {Product} product @param {string | undefined} colour */
function portrait(product, colour) {
  const { motif, wall } = product.picture;
  const scene = createScene({ width: 800, height: 1000, wall, lying: isLying(motif), seed: product.slug });
  const look = lookOf(product, colour);
  if (isLying(motif)) scene.at(400, 500, 1, () => lying[motif]?.(scene, look));
  else {
    const [x, foot, scale] = stance[motif] ?? [400, 780, 1.2];
    scene.at(x, foot, scale, () => standing[motif]?.(scene, look));
  }
  return scene;
}

/** The walls a thing is shown before when it has company, so that the second picture is not the first again. */
const partyWalls = ['sky', 'butter', 'mint', 'blush', 'oat', 'pistachio'];

/** @param {Product} product @param {string | undefined} colour */
function company(product, colour) {
  const { motif, wall } = product.picture;
  const random = dice(`${product.slug} in company`);
  const other = partyWalls.filter((each) => each !== wall);
  const paper = /** @type {string} */ (other[product.place % other.length]);
  const scene = createScene({ width: 1000, height: 1000, wall: paper, lying: isLying(motif), seed: product.slug });
  const look = lookOf(product, colour);
  if (isLying(motif)) {
    const beside = { ...look, colour: '#f4efe6', trim: '#33415f', deep: false };
    if (motif !== 'plate') scene.at(60, 140, 1, () => lying.plate?.(scene, beside));
    scene.at(930, 850, 0.94, () => lying.plate?.(scene, { ...beside, colour: '#efc75e', trim: '#c58f2b' }));
    scene.at(880, 240, 1.1, () => fork(scene), 18);
    halfLemon(scene, 130, 880, 1.2);
    scene.at(500, 510, 0.86, () => lying[motif]?.(scene, look), random() > 0.5 ? 4 : -4);
    return scene;
  }
  const [, , scale] = stance[motif] ?? [0, 0, 1.2];
  const tall = ['carafe', 'candlestick', 'vase', 'budvase', 'mill', 'lamp', 'wine', 'grater', 'bag'].includes(motif);
  const back = tall
    ? /** @type {[string, number, number, number, object][]} */ ([
        ['bowl', 226, 700, 0.8, { colour: '#efc75e', small: true }],
        ['cups', 800, 730, 0.78, { colour: '#33415f', second: '#f4efe6' }],
      ])
    : /** @type {[string, number, number, number, object][]} */ ([
        ['carafe', 190, 700, 0.98, { colour: '#dcefe8', liquid: '#e9b36a' }],
        ['budvase', 836, 690, 0.92, { colour: '#6d3b58' }],
      ]);
  for (const [name, x, y, size, more] of back)
    if (name !== motif) scene.at(x, y, size, () => standing[name]?.(scene, { ...plain, ...more }));
  scene.at(500, 800, scale * 0.92, () => standing[motif]?.(scene, look));
  lemon(scene, tall ? 300 : 806, 880, 1.06);
  return scene;
}

/** The table on the front page. */
function hero() {
  const scene = createScene({ width: 1400, height: 1000, wall: '#f3cf6e', lying: false, seed: 'hero' });
  const put = (
    /** @type {string} */ motif,
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ size,
    /** @type {object} */ look = {},
  ) => scene.at(x, y, size, () => standing[motif]?.(scene, { ...plain, ...look }));
  put('vase', 1010, 742, 0.98, { colour: '#c98a63', dip: '#f4efe6' });
  put('candlestick', 330, 736, 0.9, { colour: '#cf9f46', candle: '#8fb4d4' });
  put('carafe', 1224, 772, 0.9, { colour: '#dcefe8', liquid: '#d9604a' });
  put('casserole', 650, 816, 1.16, { colour: '#cf4527' });
  put('bowl', 1120, 884, 0.74, { colour: '#8fb4d4', small: true });
  put('cups', 300, 884, 0.82, { colour: '#33415f', second: '#f4efe6' });
  lemon(scene, 884, 934, 1.1);
  lemon(scene, 520, 930, 0.96);
  return scene;
}

function missing() {
  const scene = createScene({ width: 800, height: 800, wall: 'lilac', lying: true, seed: 'missing' });
  scene.at(380, 400, 0.92, () => lying.plate?.(scene, { ...plain, trim: '#c9b79b' }));
  scene.at(730, 380, 1.3, () => fork(scene), 6);
  for (let index = 0; index < 9; index++)
    scene.at(330 + scene.random() * 130, 350 + scene.random() * 110, 1, () =>
      scene.add(`<path d="M-6 -3l8 -5l7 5l-3 7l-9 1z" fill="#b9824f"/>`),
    );
  return scene.svg({ size: [600, 600] });
}

/** @type {Map<string, string>} */
const drawn = new Map();

/**
 * A picture by its file name: `slug[.variant][.detail|.table|.tile].svg`, or `hero.svg`, `missing.svg`, `pouring.svg`.
 * @param {string} file @returns {string | undefined} undefined when there is no such picture
 */
export function picture(file) {
  const known = drawn.get(file);
  if (known) return known;
  const svg = draw(file);
  if (svg) drawn.set(file, svg);
  return svg;
}

/** @param {string} file */
function draw(file) {
  if (file === 'hero.svg') return hero().svg();
  if (file === 'missing.svg') return missing();
  // As the film begins.
  if (file === 'pouring.svg') return pouring(0);
  const [slug, ...rest] = file.split('.');
  if (rest.pop() !== 'svg') return undefined;
  const view = ['detail', 'table', 'tile'].includes(rest.at(-1) ?? '') ? rest.pop() : 'main';
  const product = findProduct(slug ?? '');
  const [key] = rest;
  const variant = key === undefined ? undefined : product?.variants.find((each) => each.key === key);
  if (!product || rest.length > 1 || (key !== undefined && !variant)) return undefined;
  if (view === 'table') return company(product, variant?.colour).svg();
  const scene = portrait(product, variant?.colour);
  if (view === 'tile')
    return scene.svg({
      box: [0, isLying(product.picture.motif) ? 100 : product.picture.motif === 'vase' ? 70 : 150, 800, 800],
      size: [600, 600],
    });
  if (view === 'detail') {
    const [x, y, side] =
      closeUps[product.picture.motif] ?? (isLying(product.picture.motif) ? [180, 270, 400] : [220, 340, 400]);
    return scene.svg({ box: [x, y, side, side], size: [800, 800], bare: true });
  }
  return scene.svg();
}

export const pictureNames = () => products.map((product) => `${product.slug}.svg`);
