// @ts-check
import { darker, DUSK, lighter, mix } from './colour.mjs';
import { f } from './scene.mjs';

/** @typedef {import('./scene.mjs').Scene} Scene */
/** @typedef {import('./standing.mjs').Look & { deep?: boolean, blade?: string }} Look */
/** @typedef {(scene: Scene, look: Look) => void} Motif things that lie: seen from above, origin in the middle */

/** @param {Scene} scene @param {string} d @param {string} fill @param {number} [height] @param {string} [over] drawn inside the outline */
function slab(scene, d, fill, height = 14, over = '') {
  scene.shade(`<path d="${d}"/>`, height);
  scene.add(`<path d="${d}" fill="${fill}"/>${over ? `<g ${scene.clip(d)}>${over}</g>` : ''}`);
}

/** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} r */
const box = (x, y, w, h, r) =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}h${-(w - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${-r}v${-(h - 2 * r)}a${r} ${r} 0 0 1 ${r} ${-r}z`;

/** @param {number} rx @param {number} [ry] */
const disc = (rx, ry = rx) => `M${-rx} 0a${rx} ${ry} 0 1 1 ${rx * 2} 0a${rx} ${ry} 0 1 1 ${-rx * 2} 0z`;

/** Light across a flat thing, from the upper left. @param {Scene} scene @param {number} reach @param {number} [light] @param {number} [dark] */
const sweep = (scene, reach, light = 0.3, dark = 0.26) =>
  scene.linear(
    [-reach, -reach, reach, reach],
    [
      [0, '#ffffff', light],
      [0.5, '#ffffff', 0],
      [0.52, DUSK, 0],
      [1, DUSK, dark],
    ],
  );

/** @param {Scene} scene @param {number} w @param {number} h @param {string} colour @param {number} [lines] */
function grain(scene, w, h, colour, lines = 26) {
  let d = '';
  for (let index = 0; index < lines; index++) {
    const y = -h / 2 + (index + scene.random()) * (h / lines);
    const a = (scene.random() - 0.5) * 16;
    d += `M${f(-w / 2)} ${f(y)}C${f(-w / 5)} ${f(y + a)} ${f(w / 5)} ${f(y - a)} ${f(w / 2)} ${f(y + a / 2)}`;
  }
  return `<path d="${d}" fill="none" stroke="${darker(colour, 0.4)}" stroke-opacity=".3" stroke-width="2.5"/>`;
}

/** Threads. @param {number} reach @param {number} [step] */
function weave(reach, step = 6) {
  let d = '';
  for (let at = -reach; at < reach; at += step) d += `M${-reach} ${at}H${reach}M${at} ${-reach}V${reach}`;
  return `<path d="${d}" stroke="${DUSK}" stroke-opacity=".05" stroke-width="1.6"/><path d="${d}" stroke="#fff" stroke-opacity=".06" stroke-width="1.6" transform="translate(3 3)"/>`;
}

/** @param {Scene} scene */
const halfLemon = (scene, x = 0, y = 0, size = 1) =>
  scene.at(x, y, size, () => {
    slab(scene, disc(62), '#eac23a', 16);
    const parts = Array.from(
      { length: 9 },
      (_, index) => `<path d="M0 -6L-13 -40Q0 -50 13 -40Z" fill="#f7dd6d" transform="rotate(${index * 40})"/>`,
    ).join('');
    scene.add(`<circle r="55" fill="#fdf6da"/>${parts}<circle r="62" fill="${sweep(scene, 62, 0.3, 0.2)}"/>`);
  });

/** @param {Scene} scene */
export const fork = (scene) => {
  const d =
    'M-9 -40C-34 -54 -38 -80 -36 -150L-28 -150L-26 -86L-17 -86L-15 -152L-5 -152L-4 -86L4 -86L5 -152L15 -152L17 -86L26 -86L28 -150L36 -150C38 -80 34 -54 9 -40L15 240C16 262 -16 262 -15 240Z';
  slab(
    scene,
    d,
    scene.linear(
      [-30, 0, 30, 0],
      [
        [0, '#eceff2'],
        [0.45, '#b4bac2'],
        [0.6, '#f8fafb'],
        [1, '#868c98'],
      ],
    ),
    10,
  );
};

/** @type {Record<string, Motif>} */
export const lying = {
  plate(scene, { colour, trim, deep }) {
    const well = deep ? 196 : 212;
    scene.shade(`<path d="${disc(300)}"/>`, 30);
    const dots = Array.from({ length: 90 }, () => {
      const turn = scene.random() * 6.283;
      const r = Math.sqrt(scene.random()) * 292;
      return `<circle cx="${f(Math.cos(turn) * r)}" cy="${f(Math.sin(turn) * r)}" r="${f(0.8 + scene.random() * 1.8)}"/>`;
    }).join('');
    scene.add(
      `<circle r="300" fill="${trim}"/><circle r="294" fill="${colour}"/><circle r="294" fill="${scene.linear(
        [-210, -210, 210, 210],
        [
          [0, '#ffffff', 0.5],
          [0.45, '#ffffff', 0.05],
          [0.55, DUSK, 0.02],
          [1, DUSK, 0.24],
        ],
      )}"/>` +
        `<circle r="${well + 16}" fill="${scene.linear(
          [-well, -well, well, well],
          [
            [0.1, DUSK, deep ? 0.4 : 0.26],
            [0.5, DUSK, 0.05],
            [0.9, '#ffffff', 0.5],
          ],
        )}" ${scene.blur(deep ? 10 : 6)}/><circle r="${well}" fill="${colour}"/><circle r="${well}" fill="${scene.linear(
          [-well, -well, well, well],
          [
            [0, DUSK, deep ? 0.26 : 0.13],
            [0.55, '#ffffff', 0.08],
            [1, '#ffffff', 0.36],
          ],
        )}"/>` +
        `<g fill="${darker(colour, 0.6)}" opacity=".4">${dots}</g><path d="M-232 -120A262 262 0 0 1 -110 -238" fill="none" stroke="#fff" stroke-width="16" stroke-linecap="round" opacity=".6" ${scene.blur(4)}/>`,
    );
  },
  platter(scene, { colour, trim }) {
    scene.at(
      0,
      0,
      1,
      () => {
        slab(scene, disc(330, 230), trim, 28);
        const rim = scene.linear(
          [-250, -190, 250, 190],
          [
            [0, '#ffffff', 0.45],
            [0.5, '#ffffff', 0],
            [1, DUSK, 0.26],
          ],
        );
        const well = scene.linear(
          [-200, -150, 200, 150],
          [
            [0, DUSK, 0.24],
            [0.5, DUSK, 0.02],
            [1, '#ffffff', 0.32],
          ],
        );
        scene.add(
          `<ellipse rx="323" ry="223" fill="${colour}"/><ellipse rx="323" ry="223" fill="${rim}"/><ellipse rx="252" ry="160" fill="${mix(colour, '#ffffff', 0.1)}"/><ellipse rx="252" ry="160" fill="${well}"/><ellipse rx="286" ry="190" fill="none" stroke="${trim}" stroke-opacity=".5" stroke-width="4"/>`,
        );
        halfLemon(scene, -92, 22, 1);
        halfLemon(scene, 20, -40, 1.06);
        halfLemon(scene, 124, 32, 0.94);
      },
      -24,
    );
  },
  skillet(scene, { colour }) {
    scene.at(-20, -90, 1.06, () => {
      const handle = 'M-26 230C-34 280 -30 320 -26 360L-36 600C-38 650 38 650 36 600L26 360C30 320 34 280 26 230Z';
      scene.at(
        0,
        0,
        1,
        () => {
          slab(
            scene,
            handle,
            scene.linear(
              [-34, 0, 34, 0],
              [
                [0, '#7b7d86'],
                [0.4, '#3f4047'],
                [1, '#25242b'],
              ],
            ),
            20,
          );
          scene.add('<ellipse cy="590" rx="12" ry="20" fill="#1d1b22" opacity=".75"/>');
        },
        -24,
      );
      slab(
        scene,
        disc(256),
        scene.linear(
          [-180, -180, 180, 180],
          [
            [0, '#85878f'],
            [0.4, colour],
            [1, '#1f1e24'],
          ],
        ),
        30,
      );
      scene.add(
        `<circle r="238" fill="${scene.linear(
          [-170, -170, 170, 170],
          [
            [0, '#1d1c22'],
            [0.5, '#33333a'],
            [1, '#63656d'],
          ],
        )}"/><circle r="196" fill="${scene.radial(
          [-40, -50, 250],
          [
            [0, '#4b4c54'],
            [1, '#2b2a31'],
          ],
        )}"/>`,
      );
      const egg =
        'M-96 -8C-120 -70 -60 -124 2 -108C66 -128 124 -74 108 -10C138 46 86 104 24 90C-40 118 -112 70 -96 -8Z';
      scene.add(
        `<path d="${egg}" fill="#fffaf0" stroke="#d9a35a" stroke-width="5"/><path d="${egg}" fill="${sweep(scene, 100, 0.2, 0.14)}"/><circle cx="4" cy="-8" r="44" fill="${scene.radial(
          [-10, -22, 60],
          [
            [0, '#ffd766'],
            [0.6, '#f5a92a'],
            [1, '#d97d14'],
          ],
        )}"/><ellipse cx="-10" cy="-24" rx="13" ry="8" fill="#fff" opacity=".8"/>`,
      );
      for (const [x, y] of [
        [-14, 206],
        [18, 206],
      ])
        scene.add(`<circle cx="${x}" cy="${y}" r="7" fill="#9a9ca4" transform="rotate(-24)"/>`);
      const pepper = Array.from(
        { length: 18 },
        () => `<circle cx="${f((scene.random() - 0.5) * 150)}" cy="${f((scene.random() - 0.5) * 140)}" r="2.4"/>`,
      ).join('');
      scene.add(`<g fill="#3a2a22" opacity=".7">${pepper}</g>`);
    });
  },
  tin(scene, { colour }) {
    scene.at(
      0,
      0,
      1.02,
      () => {
        for (const side of [-1, 1])
          scene.at(0, side * 330, 1, () =>
            slab(
              scene,
              'M-90 0C-90 -44 -60 -46 0 -46C60 -46 90 -44 90 0L66 0C66 -22 50 -24 0 -24C-50 -24 -66 -22 -66 0ZM-90 0C-90 44 -60 46 0 46C60 46 90 44 90 0L66 0C66 22 50 24 0 24C-50 24 -66 22 -66 0Z',
              darker(colour, 0.2),
              18,
            ),
          );
        slab(
          scene,
          box(-236, -330, 472, 660, 46),
          scene.linear(
            [-236, -330, 236, 330],
            [
              [0, lighter(colour, 0.5)],
              [0.4, colour],
              [1, darker(colour, 0.5)],
            ],
          ),
          30,
        );
        scene.add(
          `<path d="${box(-218, -312, 436, 624, 36)}" fill="${scene.linear(
            [-218, -312, 218, 312],
            [
              [0, darker(colour, 0.55)],
              [0.6, darker(colour, 0.2)],
              [1, lighter(colour, 0.2)],
            ],
          )}"/><path d="${box(-182, -276, 364, 552, 26)}" fill="${darker(colour, 0.3)}"/>`,
        );
        const spots = /** @type {[number, number, number][]} */ ([
          [-104, -190, 20],
          [40, -204, -30],
          [126, -110, 60],
          [-30, -92, 10],
          [-122, -30, 80],
          [70, 8, -10],
          [-24, 74, 40],
          [-118, 152, -20],
          [44, 176, 15],
          [132, 112, 75],
          [-20, 232, 0],
        ]);
        for (const [x, y, turn] of spots)
          scene.at(
            x,
            y,
            1,
            () => {
              scene.shade(`<ellipse rx="1" ry="1"/>`);
              scene.add(
                `<ellipse cx="8" cy="12" rx="66" ry="52" fill="${DUSK}" opacity=".4"/><path d="M-64 -6C-60 -46 20 -58 54 -30C74 -4 52 44 4 46C-44 48 -68 28 -64 -6Z" fill="${scene.radial(
                  [-18, -20, 86],
                  [
                    [0, '#f7d98a'],
                    [0.5, '#dda343'],
                    [1, '#8f5420'],
                  ],
                )}"/>`,
              );
            },
            turn,
          );
        for (let index = 0; index < 5; index++)
          scene.at(
            -130 + index * 66,
            -140 + ((index * 137) % 300),
            0.9,
            () =>
              scene.add(
                '<path d="M-40 0Q0 -10 40 0" stroke="#6d8a50" stroke-width="4" fill="none"/><path d="M-26 -2l-6 -14M-8 -5l-4 -15M10 -5l4 -15M26 -3l8 -13M-18 -3l-2 13M4 -4l2 13M20 -3l4 12" stroke="#7f9c5e" stroke-width="5" stroke-linecap="round"/>',
              ),
            index * 50,
          );
      },
      6,
    );
  },
  spoons(scene, { colour }) {
    const spoon = (
      /** @type {string} */ head,
      /** @type {number} */ x,
      /** @type {number} */ turn,
      /** @type {string} */ tone,
      /** @type {string} */ hollow,
    ) =>
      scene.at(
        x,
        30,
        1.06,
        () => {
          const d = `${head}L15 330C15 352 -15 352 -15 330Z`;
          slab(scene, d, tone, 18, `<g transform="rotate(90)">${grain(scene, 800, 150, tone, 16)}</g>`);
          scene.add(
            `<path d="${hollow}" fill="${darker(tone, 0.22)}"/><path d="${hollow}" fill="${scene.linear(
              [-50, -340, 50, -180],
              [
                [0, DUSK, 0.3],
                [1, '#ffffff', 0.35],
              ],
            )}"/><path d="${d}" fill="${scene.linear(
              [-60, 0, 60, 0],
              [
                [0, '#ffffff', 0.3],
                [0.5, '#ffffff', 0],
                [1, DUSK, 0.26],
              ],
            )}"/>`,
          );
        },
        turn,
      );
    spoon(
      'M-13 -150C-86 -190 -84 -360 0 -362C84 -360 86 -190 13 -150',
      -170,
      -11,
      lighter(colour, 0.14),
      'M0 -180C-56 -200 -58 -334 0 -336C58 -334 56 -200 0 -180Z',
    );
    spoon(
      'M-13 -190C-66 -210 -70 -330 -66 -352C-20 -366 40 -350 72 -320C70 -260 60 -210 13 -190',
      4,
      2,
      colour,
      'M-2 -216C-40 -232 -44 -310 -42 -330C-10 -336 30 -324 48 -306C46 -262 36 -228 -2 -216Z',
    );
    spoon(
      'M-13 -180C-100 -200 -104 -352 0 -356C104 -352 100 -200 13 -180',
      182,
      13,
      darker(colour, 0.2),
      disc(24).replace('M-24 0', 'M-24 -270'),
    );
  },
  knife(scene, { colour, blade }) {
    const steel = (/** @type {number} */ spine, /** @type {number} */ edge) =>
      scene.linear(
        [0, spine, 0, edge],
        [
          [0, '#7f8690'],
          [0.18, '#c6ccd2'],
          [0.5, '#e9edf0'],
          [0.62, '#aeb5bd'],
          [0.8, '#f7f9fa'],
          [1, '#cfd5da'],
        ],
      );
    const kinds =
      /** @type {Record<string, { d: string, at: [number, number], spine: number, edge: number, handle: string, scale: number, turn: number, x: number, y: number }>} */ ({
        cook: {
          d: 'M0 -52L250 -46C380 -40 470 -10 520 42C440 58 300 64 10 62L0 40Z',
          at: [0, 0],
          spine: -52,
          edge: 62,
          handle: 'M0 -44L-24 -46C-100 -60 -190 -40 -270 -50C-318 -54 -326 20 -280 34C-200 22 -110 30 -20 26L0 30Z',
          scale: 1,
          turn: -56,
          x: -70,
          y: 90,
        },
        paring: {
          d: 'M0 -30L190 -26C250 -22 290 0 312 30C250 34 120 36 6 34Z',
          at: [0, 0],
          spine: -30,
          edge: 36,
          handle: 'M0 -34L-22 -36C-90 -44 -170 -40 -236 -36C-276 -30 -276 36 -236 40C-170 42 -90 36 -20 34L0 34Z',
          scale: 1.2,
          turn: -52,
          x: -20,
          y: 40,
        },
        bread: {
          d: `M0 -40L520 -34C556 -28 566 0 560 26${Array.from({ length: 18 }, () => 'q-15 18 -31 2').join('')}L0 44Z`,
          at: [0, 0],
          spine: -40,
          edge: 44,
          handle: 'M0 -40L-24 -42C-100 -52 -190 -36 -250 -46C-296 -48 -304 30 -262 44C-200 30 -110 40 -20 36L0 38Z',
          scale: 0.98,
          turn: -58,
          x: -90,
          y: 130,
        },
      });
    const kind = kinds[blade ?? 'cook'] ?? /** @type {typeof kinds[string]} */ (kinds.cook);
    scene.at(
      kind.x,
      kind.y,
      kind.scale,
      () => {
        slab(
          scene,
          kind.d,
          steel(kind.spine, kind.edge),
          18,
          `<path d="M0 ${kind.edge - 26}H600" stroke="#fff" stroke-opacity=".55" stroke-width="3"/>`,
        );
        slab(
          scene,
          kind.handle,
          colour,
          20,
          (blade === 'paring' ? '' : grain(scene, 640, 110, colour, 12)) +
            `<path d="${kind.handle}" fill="${scene.linear(
              [0, -46, 0, 40],
              [
                [0, '#ffffff', 0.4],
                [0.35, '#ffffff', 0.02],
                [1, DUSK, 0.45],
              ],
            )}"/>`,
        );
        for (const x of [-60, -140, -220])
          scene.add(
            `<circle cx="${x}" cy="-3" r="9" fill="#d2a44c"/><circle cx="${x - 2}" cy="-5" r="4" fill="#f6e3b0"/>`,
          );
      },
      kind.turn,
    );
    if (blade === 'cook')
      for (const [x, y, r] of /** @type {[number, number, number][]} */ ([
        [-196, -230, 58],
        [-112, -316, 46],
        [-236, -352, 40],
      ]))
        scene.at(x, y, 1, () => {
          slab(
            scene,
            disc(r),
            scene.radial(
              [-r * 0.35, -r * 0.4, r * 1.5],
              [
                [0, '#f58a68'],
                [0.4, '#d5432a'],
                [1, '#7e1f1c'],
              ],
            ),
            20,
          );
          scene.add(
            `<path d="M0 -4l-5 -17l9 12l14 -7l-9 13l13 10l-16 -2l-6 14l-5 -14l-15 3l11 -11z" fill="#5d7d4c"/><ellipse cx="${-r * 0.42}" cy="${-r * 0.45}" rx="${r * 0.2}" ry="${r * 0.12}" fill="#fff" opacity=".7" transform="rotate(-40 ${-r * 0.42} ${-r * 0.45})"/>`,
          );
        });
    else if (blade === 'paring') {
      halfLemon(scene, -160, -250, 1.35);
      halfLemon(scene, 180, 300, 1.1);
    } else
      scene.at(
        -150,
        -260,
        1,
        () => {
          const slice =
            'M-110 110C-150 20 -160 -60 -104 -92C-60 -124 60 -124 104 -92C160 -60 150 20 110 110C90 132 -90 132 -110 110Z';
          slab(scene, slice, '#a5652e', 24);
          scene.add(
            `<path d="${slice}" fill="${scene.radial(
              [-30, -30, 190],
              [
                [0, '#fff1cf'],
                [1, '#eccf96'],
              ],
            )}" transform="scale(.9)"/>${Array.from({ length: 24 }, () => `<ellipse cx="${f((scene.random() - 0.5) * 180)}" cy="${f((scene.random() - 0.5) * 160)}" rx="${f(3 + scene.random() * 7)}" ry="${f(3 + scene.random() * 4)}" fill="#c99b58" opacity=".5"/>`).join('')}`,
          );
        },
        -14,
      );
  },
  board(scene, { colour }) {
    scene.at(
      0,
      0,
      1.04,
      () => {
        let blocks = '';
        for (let row = 0; row < 12; row++)
          for (let column = 0; column < 7; column++) {
            const tone = mix(colour, scene.random() > 0.5 ? '#8a5427' : '#f6dcae', scene.random() * 0.42);
            blocks += `<rect x="${-250 + column * 74 - (row % 2) * 30}" y="${-340 + row * 58}" width="74" height="58" fill="${tone}" stroke="${darker(colour, 0.4)}" stroke-opacity=".3" stroke-width="1.5"/><path d="M${-240 + column * 74 - (row % 2) * 30} ${-318 + row * 58}q26 -12 54 0" stroke="${darker(colour, 0.4)}" stroke-opacity=".2" stroke-width="2" fill="none"/>`;
          }
        slab(
          scene,
          box(-230, -330, 460, 660, 26),
          colour,
          34,
          `${blocks}<path d="${box(-230, -330, 460, 660, 26)}" fill="${sweep(scene, 320, 0.26, 0.24)}"/>`,
        );
        scene.add(
          `<path d="${box(-198, -298, 396, 596, 18)}" fill="none" stroke="${DUSK}" stroke-opacity=".32" stroke-width="11"/><path d="${box(-198, -298, 396, 596, 18)}" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="3" transform="translate(4 5)"/>`,
        );
        for (const [x, y, turn] of /** @type {[number, number, number][]} */ ([
          [-70, 90, -30],
          [50, 150, 15],
          [80, 20, 60],
        ]))
          scene.at(
            x,
            y,
            1,
            () => {
              scene.add(
                `<ellipse cx="8" cy="12" rx="44" ry="40" fill="${DUSK}" opacity=".3"/><path d="M4 -38C44 -40 56 0 34 26C14 46 -26 44 -40 16C-48 -10 -26 -36 4 -38Z" fill="${scene.radial(
                  [-12, -14, 62],
                  [
                    [0, '#f7a3b4'],
                    [0.5, '#d64a6d'],
                    [1, '#8b1f45'],
                  ],
                )}"/><path d="M-34 22q-26 14 -40 40" stroke="#f6dfe4" stroke-width="5" fill="none" stroke-linecap="round"/><path d="M22 -34C40 -80 70 -100 104 -108C98 -70 70 -44 34 -28Z" fill="#6f9457"/><path d="M30 -26C66 -56 100 -56 130 -46C108 -20 70 -12 36 -16Z" fill="#86a965"/>`,
              );
            },
            turn,
          );
      },
      -8,
    );
  },
  roundboard(scene, { colour }) {
    scene.at(
      0,
      50,
      1.02,
      () => {
        const d =
          'M-46 -256C-40 -300 -36 -330 -40 -400C-42 -440 42 -440 40 -400C36 -330 40 -300 46 -256C180 -230 264 -120 264 4C264 150 148 264 0 264C-148 264 -264 150 -264 4C-264 -120 -180 -230 -46 -256Z';
        slab(
          scene,
          d,
          colour,
          28,
          `<g transform="rotate(90)">${grain(scene, 900, 560, colour, 34)}</g><path d="${d}" fill="${sweep(scene, 260, 0.3, 0.3)}"/>`,
        );
        scene.add(
          `<circle cy="-388" r="13" fill="${darker(colour, 0.6)}"/><path d="M0 -388C-60 -450 -30 -500 10 -470C40 -440 20 -410 0 -388" fill="none" stroke="#d9b98a" stroke-width="8"/>`,
        );
        const wedge = 'M-150 70L120 -40C150 20 150 90 120 150Z';
        slab(
          scene,
          wedge,
          '#f4d98c',
          22,
          `<path d="M120 -40C150 20 150 90 120 150L98 140C124 88 124 20 100 -32Z" fill="#b8803b"/>${[
            [-20, 60, 12],
            [40, 30, 9],
            [60, 90, 14],
            [10, 100, 7],
            [84, 56, 8],
          ]
            .map(([x, y, r]) => `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${(r ?? 8) * 0.8}" fill="#d9b257"/>`)
            .join('')}<path d="${wedge}" fill="${sweep(scene, 150, 0.3, 0.14)}"/>`,
        );
        for (const [x, y] of /** @type {[number, number][]} */ ([
          [-96, -120],
          [-52, -132],
          [-118, -82],
          [-72, -88],
          [-30, -96],
          [-94, -50],
          [-50, -54],
          [-12, -136],
        ]))
          scene.at(x, y, 1, () =>
            slab(
              scene,
              disc(25),
              scene.radial(
                [-9, -10, 38],
                [
                  [0, '#a987b8'],
                  [0.5, '#5e3566'],
                  [1, '#2c1535'],
                ],
              ),
              10,
              '<ellipse cx="-9" cy="-10" rx="6" ry="4" fill="#fff" opacity=".6"/>',
            ),
          );
      },
      16,
    );
  },
  towels(scene, { colour }) {
    const towel = (
      /** @type {number} */ x,
      /** @type {number} */ y,
      /** @type {number} */ turn,
      /** @type {string} */ cloth,
    ) =>
      scene.at(
        x,
        y,
        1,
        () => {
          const d =
            'M-190 -280C-80 -288 80 -276 190 -282C196 -100 186 100 192 278C80 286 -80 274 -192 282C-186 100 -196 -100 -190 -280Z';
          const stripes = [-240, -222, -176, 168, 214, 232]
            .map(
              (at, index) =>
                `<rect x="-200" y="${at}" width="400" height="${index % 3 === 2 ? 30 : 9}" fill="${colour}"/>`,
            )
            .join('');
          slab(
            scene,
            d,
            cloth,
            18,
            `${stripes}${weave(300)}<path d="${d}" fill="${sweep(scene, 260, 0.2, 0.2)}"/><path d="M-64 -290C-58 -100 -70 100 -62 290" stroke="${DUSK}" stroke-opacity=".2" stroke-width="20" fill="none" ${scene.blur(9)}/><path d="M-44 -290C-38 -100 -50 100 -42 290" stroke="#fff" stroke-opacity=".7" stroke-width="12" fill="none" ${scene.blur(6)}/><path d="M70 -290C76 -100 64 100 72 290" stroke="${DUSK}" stroke-opacity=".16" stroke-width="18" fill="none" ${scene.blur(9)}/>`,
          );
          scene.add(`<path d="M-190 -276q-26 -2 -28 26q4 22 28 18" fill="none" stroke="${cloth}" stroke-width="9"/>`);
        },
        turn,
      );
    towel(46, 36, 9, '#e9e0cd');
    towel(-40, -26, -6, '#f6f1e6');
  },
  napkins(scene, { colour }) {
    for (const [x, y, turn, shade] of /** @type {[number, number, number, number][]} */ ([
      [44, 50, 17, 0.26],
      [16, 20, 6, 0.16],
      [-14, -10, -5, 0.06],
      [-40, -40, -17, 0],
    ]))
      scene.at(
        x,
        y,
        1,
        () => {
          const cloth = darker(colour, shade);
          const d =
            'M-214 -214C-70 -220 70 -208 214 -216C220 -70 208 70 216 214C70 220 -70 208 -216 214C-210 70 -220 -70 -214 -214Z';
          slab(
            scene,
            d,
            cloth,
            14,
            `${weave(240)}<path d="${box(-198, -198, 396, 396, 4)}" fill="none" stroke="#fff" stroke-opacity=".22" stroke-width="3" stroke-dasharray="9 6"/><path d="${d}" fill="${sweep(scene, 214, 0.26, 0.22)}"/><path d="M0 -230C10 -80 -10 80 4 230" stroke="${DUSK}" stroke-opacity=".2" stroke-width="16" fill="none" ${scene.blur(8)}/><path d="M-18 -230C-8 -80 -28 80 -14 230" stroke="#fff" stroke-opacity=".3" stroke-width="10" fill="none" ${scene.blur(6)}/><path d="M-230 6C-80 -6 80 14 230 2" stroke="${DUSK}" stroke-opacity=".16" stroke-width="14" fill="none" ${scene.blur(8)}/>`,
          );
        },
        turn,
      );
  },
  tablecloth(scene, { colour }) {
    const check = (/** @type {number} */ opacity) => {
      let bars = '';
      for (let at = -420; at < 420; at += 56)
        bars += `<path d="M${at} -420V420M-420 ${at}H420" stroke="${colour}" stroke-opacity="${opacity}" stroke-width="28"/>`;
      return bars;
    };
    for (const [x, y, turn, w, h] of /** @type {[number, number, number, number, number][]} */ ([
      [22, 34, 3, 520, 640],
      [4, 8, 1, 506, 620],
      [-16, -20, -3, 500, 610],
    ]))
      scene.at(
        x,
        y,
        1,
        () => {
          const d = box(-w / 2, -h / 2, w, h, 20);
          slab(
            scene,
            d,
            '#f6f0e2',
            16,
            `${check(0.42)}${weave(340)}<path d="${d}" fill="${sweep(scene, 300, 0.22, 0.24)}"/>`,
          );
        },
        turn,
      );
    scene.at(
      -16,
      -20,
      1,
      () => {
        const flap =
          'M-250 90C-80 70 90 110 250 84L250 285C250 296 240 305 230 305L-230 305C-240 305 -250 296 -250 285Z';
        slab(
          scene,
          flap,
          '#efe6d2',
          12,
          `${check(0.5)}${weave(340)}<path d="M-250 100C-80 80 90 120 250 94" stroke="#fff" stroke-opacity=".8" stroke-width="16" fill="none" ${scene.blur(5)}/><path d="${flap}" fill="${sweep(scene, 300, 0.1, 0.26)}"/>`,
        );
      },
      -3,
    );
  },
  holders(scene, { colour, second }) {
    for (const [x, y, turn, tone] of /** @type {[number, number, number, string][]} */ ([
      [64, 92, 20, second],
      [-54, -70, -12, colour],
    ]))
      scene.at(
        x,
        y,
        1.02,
        () => {
          const d =
            'M-200 -184C-200 -198 -192 -204 -180 -204C-60 -196 60 -196 180 -204C196 -204 204 -196 204 -180C196 -60 196 60 204 180C204 196 196 204 180 204C60 196 -60 196 -180 204C-196 204 -204 196 -204 180C-196 60 -196 -60 -200 -184Z';
          let quilt = '';
          let puffs = '';
          for (let at = -440; at < 440; at += 62) quilt += `M${at} -220L${at + 440} 220M${at + 440} -220L${at} 220`;
          for (let u = -6; u < 7; u++)
            for (let v = -6; v < 7; v++)
              puffs += `<circle cx="${(u + v) * 31}" cy="${(u - v) * 31 - 8}" r="13" fill="#fff" opacity=".16"/>`;
          scene.shade(`<circle cx="-216" cy="-216" r="34"/>`, 16);
          scene.add(
            `<circle cx="-214" cy="-214" r="32" fill="none" stroke="${darker(tone, 0.18)}" stroke-width="12"/>`,
          );
          slab(
            scene,
            d,
            tone,
            26,
            `${weave(220)}<g ${scene.blur(5)}>${puffs}</g><path d="${quilt}" stroke="${DUSK}" stroke-opacity=".28" stroke-width="4" fill="none"/><path d="${quilt}" stroke="#fff" stroke-opacity=".28" stroke-width="2.5" fill="none" transform="translate(3 4)"/><path d="${d}" fill="${sweep(scene, 210, 0.28, 0.3)}"/><path d="${d}" fill="none" stroke="${darker(tone, 0.3)}" stroke-width="22"/>`,
          );
        },
        turn,
      );
  },
  apron(scene, { colour }) {
    scene.at(0, 10, 1, () => {
      tubeLine(scene, 'M-104 -290C-120 -420 120 -420 104 -290', 18, darker(colour, 0.1));
      tubeLine(scene, 'M-206 -40C-300 20 -250 120 -310 200', 14, darker(colour, 0.1));
      tubeLine(scene, 'M206 -40C290 10 250 110 300 170', 14, darker(colour, 0.1));
      const d =
        'M-118 -300C-40 -292 40 -292 118 -300C122 -200 150 -110 216 -60C222 100 224 240 228 372C80 384 -80 384 -228 372C-224 240 -222 100 -216 -60C-150 -110 -122 -200 -118 -300Z';
      slab(
        scene,
        d,
        colour,
        22,
        `${weave(400, 7)}<path d="M-80 -300C-60 -60 -110 160 -80 390M60 -80C90 100 40 240 80 390" stroke="${DUSK}" stroke-opacity=".2" stroke-width="26" fill="none" ${scene.blur(14)}/><path d="M-30 -300C-10 -60 -60 160 -30 390M130 -40C150 120 110 260 150 390" stroke="#fff" stroke-opacity=".16" stroke-width="24" fill="none" ${scene.blur(12)}/><path d="${d}" fill="${sweep(scene, 320, 0.22, 0.28)}"/><path d="M-118 -284C-40 -276 40 -276 118 -284" stroke="#fff" stroke-opacity=".35" stroke-width="3" stroke-dasharray="9 6" fill="none"/>`,
      );
      const pocket = 'M-128 60C-40 66 40 66 128 60L122 226C40 232 -40 232 -122 226Z';
      scene.add(
        `<path d="${pocket}" fill="${DUSK}" opacity=".3" transform="translate(6 9)" ${scene.blur(5)}/><path d="${pocket}" fill="${lighter(colour, 0.07)}"/><path d="${pocket}" fill="${sweep(scene, 200, 0.18, 0.2)}"/><path d="M-122 78C-40 84 40 84 122 78M0 84V228" stroke="#fff" stroke-opacity=".4" stroke-width="3" stroke-dasharray="9 6" fill="none"/>`,
      );
      scene.add(
        `<g transform="translate(56 70) rotate(9)"><rect x="-11" y="-120" width="22" height="130" rx="10" fill="#b9824f"/><ellipse cy="-138" rx="30" ry="42" fill="#c7925d"/><ellipse cy="-138" rx="19" ry="30" fill="#a06d3d"/></g><path d="M4 74C50 76 90 74 124 70L122 112L4 114Z" fill="${lighter(colour, 0.07)}"/><path d="M4 82C50 84 90 82 123 78" stroke="#fff" stroke-opacity=".4" stroke-width="3" stroke-dasharray="9 6" fill="none"/>`,
      );
    });
  },
  candles(scene, { colour }) {
    for (let index = 0; index < 6; index++) {
      const x = -190 + index * 76;
      scene.at(x, (index % 2) * 12 - 6, 1, () => {
        slab(
          scene,
          'M-31 -270C-31 -318 -14 -332 0 -334C14 -332 31 -318 31 -270L31 330C31 340 -31 340 -31 330Z',
          scene.linear(
            [-31, 0, 31, 0],
            [
              [0, darker(colour, 0.12)],
              [0.25, lighter(colour, 0.42)],
              [0.5, colour],
              [1, darker(colour, 0.42)],
            ],
          ),
          20,
        );
        scene.add(
          `<path d="M0 -332C-3 -350 5 -362 0 -384" stroke="#f4ead8" stroke-width="6" stroke-linecap="round" fill="none"/>`,
        );
      });
    }
    scene.at(0, 40, 1, () => {
      slab(
        scene,
        box(-238, -84, 476, 168, 5),
        '#f6efe0',
        14,
        `<path d="${box(-238, -84, 476, 168, 5)}" fill="${sweep(scene, 240, 0.4, 0.2)}"/>`,
      );
      scene.add(
        `<circle cx="-26" cy="0" r="38" fill="#cf4527"/><circle cx="-26" cy="0" r="23" fill="none" stroke="#fff" stroke-opacity=".8" stroke-width="4"/><circle cx="20" cy="8" r="31" fill="#f2c94f"/><circle cx="20" cy="8" r="18" fill="none" stroke="#2a1722" stroke-opacity=".5" stroke-width="4"/><path d="M-200 -66H200M-200 66H200" stroke="#2a1722" stroke-opacity=".3" stroke-width="3"/>`,
      );
    });
  },
};

/** @param {Scene} scene @param {string} d @param {number} width @param {string} colour */
function tubeLine(scene, d, width, colour) {
  scene.shade(`<path d="${d}" fill="none" stroke="${DUSK}" stroke-width="${width}"/>`, 14);
  scene.add(
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round"/><path d="${d}" fill="none" stroke="#fff" stroke-opacity=".18" stroke-width="${width * 0.4}" stroke-linecap="round" transform="translate(-3 -3)"/>`,
  );
}

export { halfLemon };
