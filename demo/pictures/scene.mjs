// @ts-check
import { DUSK, lighter, mix } from './colour.mjs';

/** The coloured papers everything is photographed on. */
export const walls = /** @type {Record<string, string>} */ ({
  blush: '#f1c4b8',
  butter: '#f3d27a',
  sky: '#b4d0e6',
  pistachio: '#c6d4a4',
  lilac: '#cfc2e4',
  mint: '#b2d8c9',
  oat: '#e4d9c6',
  tomato: '#d9583a',
  inkblue: '#3c5078',
  aubergine: '#54304a',
});

/** Always the same numbers for the same seed: a picture must not change between two visits. @param {string} seed */
export function dice(seed) {
  let state = [...seed].reduce((hash, sign) => (Math.imul(hash, 31) + sign.charCodeAt(0)) | 0, 7);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 8) / 0x1000000;
  };
}

/** @param {number} value */
export const f = (value) => String(Math.round(value * 10) / 10);

/** @typedef {ReturnType<typeof createScene>} Scene */

/**
 * A sheet of coloured paper with the light from the upper left. Things are drawn around their own origin (`at`), the
 * foot of a standing thing or the middle of a lying one; their shadows are gathered on a layer beneath all of them.
 * @param {{ width: number, height: number, wall: string, lying: boolean, seed: string }} options
 */
export function createScene({ width, height, wall, lying, seed }) {
  const paper = walls[wall] ?? wall;
  /** @type {string[]} */
  const defs = [];
  /** @type {string[]} */
  const shadows = [];
  /** @type {string[]} */
  const touches = [];
  /** @type {string[]} */
  const things = [];
  /** @type {string[]} */
  const places = [];
  const random = dice(seed);
  const dark = ['tomato', 'inkblue', 'aubergine'].includes(wall);

  const placed = (/** @type {string} */ markup) =>
    places.reduceRight((inner, place) => `<g transform="${place}">${inner}</g>`, markup);

  const scene = {
    random,
    lying,
    paper,
    /** Defines a gradient, clip or filter; gives back its id. @param {(id: string) => string} write */
    define(write) {
      const id = `d${defs.length}`;
      defs.push(write(id));
      return id;
    },
    /** A gradient along a line: stops are `[offset, colour, opacity]`. @param {[number, number, number, number]} line @param {[number, string, number?][]} stops */
    linear([x1, y1, x2, y2], stops) {
      return `url(#${scene.define((id) => `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${f(x1)}" y1="${f(y1)}" x2="${f(x2)}" y2="${f(y2)}">${stopList(stops)}</linearGradient>`)})`;
    },
    /** @param {[number, number, number]} circle @param {[number, string, number?][]} stops */
    radial([cx, cy, r], stops) {
      return `url(#${scene.define((id) => `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${f(cx)}" cy="${f(cy)}" r="${f(r)}">${stopList(stops)}</radialGradient>`)})`;
    },
    /** @param {string} d @returns {string} an attribute */
    clip(d) {
      return `clip-path="url(#${scene.define((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`)})"`;
    },
    /** @param {number} amount @returns {string} an attribute */
    blur(amount) {
      return `filter="url(#${scene.define((id) => `<filter id="${id}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${amount}"/></filter>`)})"`;
    },
    /** @param {string} markup */
    add(markup) {
      things.push(placed(markup));
    },
    /** What the light does not reach: an outline, thrown across the table or, for lying things, straight beside them. @param {string} markup @param {number} [height] of a lying thing */
    shade(markup, height = 14) {
      const throwIt = lying ? `translate(${height} ${f(height * 1.25)})` : 'matrix(1 0 -.8 .24 0 0)';
      shadows.push(placed(`<g transform="${throwIt}">${markup}</g>`));
    },
    /** Where a thing touches the table. @param {number} rx @param {number} ry @param {number} [opacity] */
    touch(rx, ry, opacity = 0.5) {
      const fade = scene.radial(
        [0, 0, 1],
        [
          [0.55, DUSK, opacity],
          [0.82, DUSK, opacity * 0.55],
          [1, DUSK, 0],
        ],
      );
      touches.push(
        placed(
          `<circle r="1" fill="${fade}" transform="translate(${f(rx * 0.06)} 4) scale(${f(rx * 1.2)} ${f(ry * 1.6)})"/>`,
        ),
      );
    },
    /** @param {number} x @param {number} y @param {number} scale @param {() => void} draw @param {number} [turn] degrees, for lying things */
    at(x, y, scale, draw, turn = 0) {
      places.push(
        `translate(${f(x)} ${f(y)})${turn ? ` rotate(${turn})` : ''}${scale === 1 ? '' : ` scale(${scale})`}`,
      );
      draw();
      places.pop();
    },
    /** @param {{ box?: [number, number, number, number], size?: [number, number], bare?: boolean }} [options] */
    svg({ box = [0, 0, width, height], size = [box[2], box[3]], bare = false } = {}) {
      const horizon = height * 0.6;
      const backdrop = lying
        ? `<rect width="${width}" height="${height}" fill="${scene.linear(
            [0, 0, width, height],
            [
              [0, lighter(paper, dark ? 0.12 : 0.3)],
              [0.55, paper],
              [1, mix(paper, DUSK, 0.1)],
            ],
          )}"/>`
        : `<rect width="${width}" height="${height}" fill="${scene.linear(
            [0, 0, width * 0.6, horizon],
            [
              [0, lighter(paper, dark ? 0.1 : 0.22)],
              [1, mix(paper, DUSK, 0.05)],
            ],
          )}"/>` +
          `<rect y="${f(horizon - 16)}" width="${width}" height="${f(height - horizon + 16)}" fill="${scene.linear(
            [0, horizon - 16, 0, height],
            [
              [0, lighter(paper, dark ? 0.06 : 0.16), 0],
              [0.07, lighter(paper, dark ? 0.06 : 0.16)],
              [1, lighter(paper, dark ? 0.16 : 0.4)],
            ],
          )}"/>`;
      // Late light through a window: four panes, thrown slantwise.
      const pane = (/** @type {number} */ x, /** @type {number} */ y) =>
        `<path d="M${f(x)} ${f(y)}l${f(width * 0.17)} ${f(height * 0.07)}v${f(height * 0.2)}l${f(-width * 0.17)} ${f(-height * 0.07)}z"/>`;
      const left = width * 0.1;
      const top = lying ? height * 0.06 : height * 0.08;
      const light = bare
        ? ''
        : `<g fill="#fff" opacity="${dark ? 0.07 : 0.2}">${pane(left, top)}${pane(left + width * 0.19, top + height * 0.078)}${pane(left, top + height * 0.225)}${pane(left + width * 0.19, top + height * 0.303)}</g>`;
      const soft = scene.define(
        (id) =>
          `<filter id="${id}" filterUnits="userSpaceOnUse" x="0" y="0" width="${width}" height="${height}"><feGaussianBlur stdDeviation="${lying ? 6 : 5}"/></filter>`,
      );
      const cast = `<g opacity="${dark ? 0.5 : 0.3}" fill="${mix(DUSK, paper, 0.15)}" stroke="none" filter="url(#${soft})">${shadows.join('')}</g>`;
      const contact = touches.join('');
      const body = backdrop + light + cast + contact + things.join('');
      return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box.map(f).join(' ')}" width="${size[0]}" height="${size[1]}"><defs>${defs.join('')}</defs>${body}</svg>`;
    },
  };
  return scene;
}

/** @param {[number, string, number?][]} stops */
const stopList = (stops) =>
  stops
    .map(
      ([offset, colour, opacity = 1]) =>
        `<stop offset="${offset}" stop-color="${colour}"${opacity === 1 ? '' : ` stop-opacity="${opacity}"`}/>`,
    )
    .join('');
