// @ts-check
import { createScene, f } from './scene.mjs';
import { lemon, standing } from './standing.mjs';

/** @typedef {import('./standing.mjs').Look} Look */

export const filmSeconds = 14;

const pot = { rest: { x: 850, y: 628 }, pour: { x: 786, y: 334, turn: -41 }, scale: 0.95 };
const mug = { x: 430, y: 652, scale: 0.66, tall: 296 };
/** Where the spout ends, seen from the foot of the pot. */
const tip = { x: -286, y: -229 };

/** From 0 to 1 between two seconds, gently. @param {number} now @param {number} from @param {number} to */
function ease(now, from, to) {
  const part = Math.min(1, Math.max(0, (now - from) / (to - from)));
  return part * part * (3 - 2 * part);
}

/** @param {number} from @param {number} to @param {number} part */
const between = (from, to, part) => from + (to - from) * part;

/** @type {(scene: import('./scene.mjs').Scene, x: number, y: number, now: number, much: number) => void} */
function steam(scene, x, y, now, much) {
  if (much < 0.02) return;
  const soft = scene.blur(9);
  for (let wisp = 0; wisp < 3; wisp++) {
    const age = (now * 0.32 + wisp / 3) % 1;
    const sway = Math.sin(now * 1.1 + wisp * 2.1) * 20;
    const top = y - 40 - age * 120;
    const thin = much * Math.sin(age * Math.PI) * 0.55;
    scene.add(
      `<path d="M${f(x + wisp * 14 - 14)} ${f(top + 70)}C${f(x + sway)} ${f(top + 30)} ${f(x - sway + wisp * 10)} ${f(top)} ${f(x + sway * 1.4)} ${f(top - 60)}" fill="none" stroke="#fff" stroke-width="26" stroke-linecap="round" opacity="${thin.toFixed(2)}" ${soft}/>`,
    );
  }
}

/**
 * The film of the teapot that does not drip, at one second of it; the poster is such a picture too.
 * @param {number} now in seconds @returns {string} SVG
 */
export function pouring(now) {
  const scene = createScene({ width: 1280, height: 720, wall: 'lilac', lying: false, seed: 'pouring' });
  const look = /** @type {Look} */ (
    /** @type {unknown} */ ({ colour: '#efc75e', second: '#f4efe6', trim: '#33415f', liquid: '#8a4a1e' })
  );
  const lifted = ease(now, 2.5, 4) - ease(now, 9.6, 11.4);
  const tilted = ease(now, 3.1, 4.4) - ease(now, 8.8, 9.7);
  const flowing = ease(now, 4.2, 4.5) - ease(now, 8.7, 9);
  const full = ease(now, 4.3, 9.2);

  scene.at(1166, 540, 0.66, () => standing.carafe?.(scene, { ...look, colour: '#dcefe8', liquid: '#e9b36a' }));
  lemon(scene, 604, 690, 0.86);

  const rim = mug.y - mug.tall * mug.scale;
  scene.at(mug.x, mug.y, mug.scale, () =>
    standing.mug?.(scene, { ...look, colour: '#cf4527', level: between(90, 20, full) }),
  );

  const x = between(pot.rest.x, pot.pour.x, lifted);
  const y = between(pot.rest.y, pot.pour.y, lifted);
  const turn = between(0, pot.pour.turn, tilted);
  const radians = (turn * Math.PI) / 180;
  const spoutX = x + pot.scale * (tip.x * Math.cos(radians) - tip.y * Math.sin(radians));
  const spoutY = y + pot.scale * (tip.x * Math.sin(radians) + tip.y * Math.cos(radians));

  if (flowing > 0) {
    const head = between(spoutY, rim + 12, ease(now, 4.2, 4.55));
    const tail = between(spoutY, rim + 12, ease(now, 8.75, 9.05));
    const wobble = Math.sin(now * 17) * 1.6;
    scene.add(
      `<path d="M${f(spoutX + 3)} ${f(tail)}C${f(spoutX - 12)} ${f(tail + 24)} ${f(mug.x - 4 + wobble)} ${f(head - 30)} ${f(mug.x - 6 + wobble)} ${f(head)}" fill="none" stroke="#8a4a1e" stroke-width="${f(5 + 8 * flowing)}" stroke-linecap="round"/>` +
        `<path d="M${f(spoutX)} ${f(tail + 2)}C${f(spoutX - 15)} ${f(tail + 24)} ${f(mug.x - 7 + wobble)} ${f(head - 30)} ${f(mug.x - 9 + wobble)} ${f(head - 4)}" fill="none" stroke="#f0b678" stroke-width="3" stroke-linecap="round" opacity=".75"/>`,
    );
  }
  // The one drop that might fall, and goes back.
  const drop = ease(now, 8.95, 9.15) - ease(now, 9.3, 9.9);
  if (drop > 0.02) scene.add(`<circle cx="${f(spoutX + 2)}" cy="${f(spoutY + 5)}" r="${f(6 * drop)}" fill="#8a4a1e"/>`);

  // Its shadow stays on the table while it is in the air.
  scene.at(x, pot.rest.y, pot.scale, () => {
    scene.touch(150, 26, 0.5 * (1 - lifted * 0.8));
    scene.shade(`<ellipse cx="0" cy="-120" rx="${f(between(176, 130, lifted))}" ry="${f(between(132, 90, lifted))}"/>`);
  });
  const inTheAir = { ...scene, shade() {}, touch() {} };
  scene.at(x, y, pot.scale, () => standing.teapot?.(inTheAir, look), turn);
  steam(scene, spoutX, spoutY, now, 1 - tilted);
  steam(scene, mug.x, rim, now + 1, ease(now, 5, 9));
  return scene.svg();
}
