// @ts-check
import { darker, DUSK, lighter, mix } from './colour.mjs';
import { f } from './scene.mjs';

/** @typedef {import('./scene.mjs').Scene} Scene */
/** A profile from foot to rim: `[radius, height]`, with a third `1` where the line has a corner. @typedef {[radius: number, height: number, corner?: 1][]} Profile */

/** How flat a circle looks from where we stand. */
export const FLAT = 0.2;

/**
 * A smooth line through points (Catmull–Rom, written as Béziers), broken at corners.
 * @param {[x: number, y: number, corner?: 1][]} points @returns {string} without the first move
 */
function smooth(points) {
  let d = '';
  for (let at = 0; at < points.length - 1; at++) {
    const from = /** @type {[number, number, 1?]} */ (points[at]);
    const to = /** @type {[number, number, 1?]} */ (points[at + 1]);
    const before = from[2] ? from : (points[at - 1] ?? from);
    const after = to[2] ? to : (points[at + 2] ?? to);
    d += `C${f(from[0] + (to[0] - before[0]) / 6)} ${f(from[1] + (to[1] - before[1]) / 6)} ${f(to[0] - (after[0] - from[0]) / 6)} ${f(to[1] - (after[1] - from[1]) / 6)} ${f(to[0])} ${f(to[1])}`;
  }
  return d;
}

/** @param {Profile} profile */
function outlines(profile) {
  const right = profile.map(([r, h, corner]) => /** @type {[number, number, 1?]} */ ([r, -h, corner]));
  const left = right.map(([x, y, corner]) => /** @type {[number, number, 1?]} */ ([-x, y, corner])).reverse();
  const [footR, footH] = /** @type {[number, number]} */ (profile[0]);
  const [rimR, rimH] = /** @type {[number, number]} */ (profile[profile.length - 1]);
  const foot = `M${f(-footR)} ${f(-footH)}A${f(footR)} ${f(footR * FLAT)} 0 0 0 ${f(footR)} ${f(-footH)}`;
  const rim = (/** @type {0 | 1} */ sweep) => `A${f(rimR)} ${f(rimR * FLAT)} 0 0 ${sweep} ${f(-rimR)} ${f(-rimH)}`;
  const widest = Math.max(...profile.map(([r]) => r));
  return {
    whole: `${foot}${smooth(right)}${rim(0)}${smooth(left)}Z`,
    front: `${foot}${smooth(right)}${rim(1)}${smooth(left)}Z`,
    lip: `M${f(rimR)} ${f(-rimH)}${rim(1)}`,
    footR,
    rimR,
    rimH,
    widest,
  };
}

/** The front half of a circle around the thing, at a height. @param {number} r @param {number} h @param {(x: number) => number} [wobble] */
function girdle(r, h, wobble = () => 0) {
  const points = Array.from({ length: 17 }, (_, index) => {
    const x = Math.cos(Math.PI - (index / 16) * Math.PI) * r;
    return /** @type {[number, number]} */ ([x, -h + FLAT * Math.sqrt(Math.max(0, r * r - x * x)) + wobble(x)]);
  });
  return `M${f(points[0]?.[0] ?? 0)} ${f(points[0]?.[1] ?? 0)}${smooth(points)}`;
}

/**
 * Anything that came off a wheel or a lathe.
 * @param {Scene} scene @param {Profile} profile @param {string} colour
 * @param {{ open?: boolean, wall?: number, inside?: string, liquid?: string, level?: number, dip?: { from: number, colour: string, up?: boolean },
 *   foot?: string, bands?: [height: number, width: number, colour: string][], speckle?: boolean, gloss?: number, contents?: () => void,
 *   metal?: boolean, ground?: boolean, trim?: string }} [look]
 */
export function turned(scene, profile, colour, look = {}) {
  const { open = true, wall = 12, inside = colour, gloss = 0.5, ground = true } = look;
  const shape = outlines(profile);
  const { rimR, rimH, widest } = shape;
  if (ground) scene.touch(shape.footR, shape.footR * FLAT);
  scene.shade(`<path d="${shape.whole}"/>`);

  if (open) {
    const innerR = rimR - wall;
    const innerY = -rimH + wall * 0.12;
    const inner = scene.linear(
      [-innerR, 0, innerR, 0],
      [
        [0, darker(inside, 0.5)],
        [0.5, darker(inside, 0.26)],
        [1, lighter(inside, 0.1)],
      ],
    );
    scene.add(
      `<ellipse cy="${f(-rimH)}" rx="${f(rimR)}" ry="${f(rimR * FLAT)}" fill="${look.trim ?? lighter(colour, 0.3)}"/>`,
    );
    const hollow = `M${f(-innerR)} ${f(innerY)}A${f(innerR)} ${f(innerR * FLAT)} 0 0 1 ${f(innerR)} ${f(innerY)}A${f(innerR)} ${f(innerR * FLAT)} 0 0 1 ${f(-innerR)} ${f(innerY)}Z`;
    const level = look.level ?? 26;
    scene.add(
      `<path d="${hollow}" fill="${inner}"/>` +
        (look.liquid
          ? `<g ${scene.clip(hollow)}><ellipse cy="${f(innerY + level)}" rx="${f(innerR * 0.98)}" ry="${f(innerR * FLAT)}" fill="${scene.linear(
              [-innerR, 0, innerR, 0],
              [
                [0, darker(look.liquid, 0.3)],
                [0.6, look.liquid],
                [1, lighter(look.liquid, 0.12)],
              ],
            )}"/><ellipse cx="${f(-innerR * 0.3)}" cy="${f(innerY + level - innerR * FLAT * 0.45)}" rx="${f(innerR * 0.34)}" ry="${f(innerR * 0.035)}" fill="#fff" opacity=".28"/></g>`
          : ''),
    );
    look.contents?.();
  }

  const clip = scene.clip(shape.front);
  const random = scene.random;
  let skin = `<path d="${shape.front}" fill="${colour}"/>`;
  if (look.foot) skin += `<path d="${girdle(widest * 1.05, 20)}V${f(200)}H${f(-widest * 1.2)}Z" fill="${look.foot}"/>`;
  if (look.dip) {
    const phase = random() * 6;
    const edge = girdle(
      widest * 1.05,
      look.dip.from,
      (x) => Math.sin(x / (widest * 0.16) + phase) * 5 + Math.sin(x / (widest * 0.41) + phase) * 8,
    );
    skin += look.dip.up
      ? `<path d="${edge}V${f(-rimH - 200)}H${f(-widest * 1.2)}Z" fill="${look.dip.colour}"/>`
      : `<path d="${edge}V200H${f(-widest * 1.2)}Z" fill="${look.dip.colour}"/>`;
    skin += `<path d="${edge}" fill="none" stroke="${DUSK}" stroke-opacity=".14" stroke-width="5"/>`;
  }
  for (const [h, width, paint] of look.bands ?? [])
    skin += `<path d="${girdle(widest * 1.02, h)}" fill="none" stroke="${paint}" stroke-width="${width}"/>`;
  if (look.speckle) {
    let dots = '';
    for (let index = 0; index < 60; index++)
      dots += `<circle cx="${f((random() * 2 - 1) * widest)}" cy="${f(-random() * rimH + widest * 0.1)}" r="${f(0.8 + random() * 1.9)}"/>`;
    skin += `<g fill="${darker(colour, 0.62)}" opacity=".45">${dots}</g>`;
  }
  const [light, core, deep, bounce] = look.metal ? [0.62, 0.3, 0.62, 0.1] : [0.3, 0.08, 0.42, 0.26];
  const round = scene.linear(
    [-widest, 0, widest, 0],
    look.metal
      ? [
          [0, DUSK, 0.5],
          [0.1, DUSK, 0.1],
          [0.24, '#ffffff', light],
          [0.33, '#ffffff', 0.05],
          [0.46, DUSK, core],
          [0.56, '#ffffff', 0.22],
          [0.64, DUSK, 0.1],
          [0.9, DUSK, deep],
          [1, '#ffffff', bounce],
        ]
      : [
          [0, DUSK, 0.2],
          [0.09, DUSK, 0.04],
          [0.26, '#ffffff', light],
          [0.45, '#ffffff', 0.02],
          [0.6, DUSK, core],
          [0.88, DUSK, deep],
          [1, DUSK, bounce],
        ],
  );
  const low = scene.linear(
    [0, 0, 0, -rimH],
    [
      [0, DUSK, 0.26],
      [0.22, DUSK, 0.02],
      [1, DUSK, 0],
    ],
  );
  const gleam = profile
    .filter(([, h]) => h > rimH * 0.22 && h < rimH * 0.9)
    .map(([r, h]) => /** @type {[number, number]} */ ([-r * 0.66, -h + r * 0.1]));
  const shine =
    gloss && gleam.length > 1
      ? `<path d="M${f(gleam[0]?.[0] ?? 0)} ${f(gleam[0]?.[1] ?? 0)}${smooth(gleam)}" fill="none" stroke="#fff" stroke-width="${f(widest * 0.075)}" stroke-linecap="round" opacity="${gloss}" ${scene.blur(widest * 0.02)}/>`
      : '';
  scene.add(
    `<g ${clip}>${skin}<path d="${shape.front}" fill="${round}"/><path d="${shape.front}" fill="${low}"/>${shine}</g>`,
  );
  if (open)
    scene.add(
      `<path d="${shape.lip}" fill="none" stroke="${look.trim ?? lighter(colour, 0.38)}" stroke-width="${look.trim ? 7 : 4}" stroke-linecap="round"/>` +
        (look.trim
          ? `<path d="M${f(-rimR)} ${f(-rimH)}A${f(rimR)} ${f(rimR * FLAT)} 0 0 1 ${f(rimR)} ${f(-rimH)}" fill="none" stroke="${look.trim}" stroke-width="5"/>`
          : ''),
    );
  else
    scene.add(
      `<ellipse cy="${f(-rimH)}" rx="${f(rimR)}" ry="${f(rimR * FLAT)}" fill="${scene.linear(
        [-rimR, -rimH, rimR, -rimH],
        [
          [0, lighter(colour, 0.4)],
          [1, darker(colour, 0.12)],
        ],
      )}"/>`,
    );
}

/**
 * The same, blown: one sees through it.
 * @param {Scene} scene @param {Profile} profile @param {string} tint
 * @param {{ liquid?: string, from?: number, to?: number, flutes?: number, depth?: number, contents?: () => void }} [look]
 */
export function blown(scene, profile, tint, { liquid, from = 0, to = 0, flutes = 0, depth = 0.34, contents } = {}) {
  const shape = outlines(profile);
  const { rimR, rimH, widest } = shape;
  const clip = scene.clip(shape.whole);
  const edge = darker(tint, 0.45);
  scene.touch(shape.footR, shape.footR * FLAT, 0.28);
  scene.shade(`<path d="${shape.whole}" opacity=".55"/>`);
  const rim = `<ellipse cy="${f(-rimH)}" rx="${f(rimR)}" ry="${f(rimR * FLAT)}"`;
  scene.add(
    `<path d="${shape.whole}" fill="${scene.linear(
      [-widest, 0, widest, 0],
      [
        [0, edge, depth + 0.2],
        [0.14, tint, depth * 0.8],
        [0.5, lighter(tint, 0.3), depth * 0.6],
        [0.86, tint, depth],
        [1, edge, depth + 0.25],
      ],
    )}"/>` +
      `${rim} fill="${lighter(tint, 0.5)}" fill-opacity=".3"/><path d="M${f(-rimR)} ${f(-rimH)}A${f(rimR)} ${f(rimR * FLAT)} 0 0 1 ${f(rimR)} ${f(-rimH)}" fill="none" stroke="${edge}" stroke-opacity=".4" stroke-width="2.5"/>`,
  );
  contents?.();
  if (liquid) {
    const at = (/** @type {number} */ h) => {
      for (let index = 0; index < profile.length - 1; index++) {
        const [r1, h1] = /** @type {[number, number]} */ (profile[index]);
        const [r2, h2] = /** @type {[number, number]} */ (profile[index + 1]);
        if (h >= h1 && h <= h2) return r1 + ((r2 - r1) * (h - h1)) / (h2 - h1 || 1);
      }
      return rimR;
    };
    const r = at(to) - 5;
    scene.add(
      `<g ${clip}><path d="${girdle(widest * 1.05, from)}V${f(-to)}A${f(r)} ${f(r * FLAT)} 0 0 1 ${f(r)} ${f(-to)}L${f(widest * 1.1)} ${f(-to)}H${f(-widest * 1.1)}Z" fill="none"/>` +
        `<path d="M${f(-widest * 1.1)} ${f(-to)}H${f(widest * 1.1)}V${f(-from + widest * FLAT)}H${f(-widest * 1.1)}Z" fill="${scene.linear(
          [-widest, 0, widest, 0],
          [
            [0, darker(liquid, 0.4), 0.9],
            [0.28, lighter(liquid, 0.18), 0.82],
            [0.6, liquid, 0.85],
            [1, darker(liquid, 0.35), 0.92],
          ],
        )}"/></g>` +
        `<ellipse cy="${f(-to)}" rx="${f(r)}" ry="${f(r * FLAT)}" fill="${scene.linear(
          [-r, 0, r, 0],
          [
            [0, darker(liquid, 0.15)],
            [1, lighter(liquid, 0.3)],
          ],
        )}"/>`,
    );
  }
  let ribs = '';
  for (let index = 1; index < flutes; index++) {
    const x = -Math.cos((index / flutes) * Math.PI);
    ribs += `<path d="M${f(x * shape.footR)} ${f(shape.footR * FLAT * 0.6)}L${f(x * rimR)} ${f(-rimH * 0.78)}" stroke="${index % 2 ? '#fff' : edge}" stroke-opacity="${index % 2 ? 0.4 : 0.3}" stroke-width="3" stroke-linecap="round"/>`;
  }
  const gleam = profile
    .filter(([, h]) => h > rimH * 0.1 && h < rimH * 0.93)
    .map(([r, h]) => /** @type {[number, number]} */ ([-r * 0.74, -h + r * 0.1]));
  scene.add(
    `<g ${clip}>${ribs}<path d="${girdle(widest, 14)}V60H${f(-widest)}Z" fill="${edge}" opacity=".16"/>` +
      `<path d="M${f(gleam[0]?.[0] ?? 0)} ${f(gleam[0]?.[1] ?? 0)}${smooth(gleam)}" fill="none" stroke="#fff" stroke-width="${f(widest * 0.09)}" stroke-linecap="round" opacity=".72"/>` +
      `<path d="${shape.whole}" fill="none" stroke="${edge}" stroke-opacity=".42" stroke-width="5"/></g>` +
      `<path d="${shape.lip}" fill="none" stroke="#fff" stroke-opacity=".9" stroke-width="3.5"/>`,
  );
}

/** A handle, a spout, a stem: something round along a line. @param {Scene} scene @param {string} d @param {number} width @param {string} colour */
export function tube(scene, d, width, colour, cast = true) {
  const line = (/** @type {string} */ paint, /** @type {number} */ w, /** @type {string} */ more) =>
    `<path d="${d}" fill="none" stroke="${paint}" stroke-width="${f(w)}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`;
  if (cast)
    scene.shade(
      `<path d="${d}" fill="none" stroke="${mix(DUSK, scene.paper, 0.15)}" stroke-width="${f(width)}" stroke-linecap="round"/>`,
    );
  scene.add(
    line(darker(colour, 0.36), width, '') +
      line(colour, width * 0.7, `transform="translate(${f(-width * 0.07)} ${f(-width * 0.09)})"`) +
      line(
        '#fff',
        width * 0.16,
        `opacity=".42" transform="translate(${f(-width * 0.17)} ${f(-width * 0.2)})" ${scene.blur(width * 0.05)}`,
      ),
  );
}

/** A spout: wide at the body, narrow at the mouth. @param {Scene} scene @param {string} colour @param {number} reach @param {number} rise */
export function spout(scene, colour, reach, rise) {
  const d = `M0 34C${f(-reach * 0.5)} 40 ${f(-reach * 0.52)} ${f(-rise * 0.62)} ${f(-reach)} ${f(-rise)}L${f(-reach + 34)} ${f(-rise - 12)}C${f(-reach * 0.36)} ${f(-rise * 0.82)} ${f(-reach * 0.34)} -62 0 -62Z`;
  scene.shade(`<path d="${d}"/>`);
  scene.add(
    `<path d="${d}" fill="${colour}"/><path d="${d}" fill="${scene.linear(
      [-reach * 0.7, -rise * 0.7, -reach * 0.2, 30],
      [
        [0, '#ffffff', 0.3],
        [0.45, '#ffffff', 0],
        [1, DUSK, 0.42],
      ],
    )}"/>` +
      `<ellipse cx="${f(-reach + 17)}" cy="${f(-rise - 6)}" rx="18" ry="7" transform="rotate(-19 ${f(-reach + 17)} ${f(-rise - 6)})" fill="${darker(colour, 0.55)}" stroke="${lighter(colour, 0.3)}" stroke-width="4"/>`,
  );
}
