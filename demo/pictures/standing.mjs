// @ts-check
import { darker, DUSK, lighter, mix } from './colour.mjs';
import { f } from './scene.mjs';
import { blown, FLAT, spout, tube, turned } from './turned.mjs';

/** @typedef {import('./scene.mjs').Scene} Scene */
/** @typedef {{ colour: string, second: string, third: string, trim: string, dip?: string, liquid: string, level?: number, small?: boolean, enamel?: boolean, candle: string }} Look */
/** @typedef {(scene: Scene, look: Look) => void} Motif things that stand: origin at the foot, up is negative */

const CLAY = '#c79d78';
const BRASS = '#cf9f46';
const WOOD = '#b9824f';
const LEAF = '#5d7d4c';

/** @type {(scene: Scene, x: number, y: number, size: number) => void} */
export const lemon = (scene, x, y, size) =>
  scene.at(x, y, size, () => {
    const d = 'M-62 -38C-58 -78 42 -84 58 -44C72 -42 74 -30 60 -28C46 10 -50 8 -60 -26C-74 -26 -76 -38 -62 -38Z';
    scene.touch(44, 9);
    scene.shade(`<path d="${d}"/>`);
    scene.add(
      `<path d="${d}" fill="${scene.radial(
        [-22, -52, 92],
        [
          [0, '#fdf0a0'],
          [0.4, '#f2cf3e'],
          [1, '#b98218'],
        ],
      )}"/><path d="M-30 -60q16 -10 34 -8" stroke="#fff" stroke-width="7" stroke-linecap="round" fill="none" opacity=".55"/>`,
    );
  });

/** @type {(scene: Scene, x: number, y: number, size: number, colour?: string, turn?: number) => void} */
const pear = (scene, x, y, size, colour = '#b9b64a', turn = 0) =>
  scene.at(x, y, size, () => {
    const d =
      'M0 0C-50 4 -66 -36 -52 -72C-42 -98 -30 -104 -24 -132C-18 -158 18 -158 24 -132C30 -104 44 -98 54 -72C66 -36 50 4 0 0Z';
    scene.add(
      `<g transform="rotate(${turn})"><path d="M2 -150q6 -22 20 -30" stroke="#5b3b26" stroke-width="7" fill="none" stroke-linecap="round"/><path d="${d}" fill="${scene.radial(
        [-22, -76, 110],
        [
          [0, lighter(colour, 0.5)],
          [0.45, colour],
          [1, darker(colour, 0.5)],
        ],
      )}"/><path d="M-30 -84q-8 24 2 46" stroke="#fff" stroke-width="9" stroke-linecap="round" fill="none" opacity=".4"/></g>`,
    );
  });

/** @type {(scene: Scene, x: number, y: number, bend: number, colour: string, size?: number) => void} */
function tulip(scene, x, y, bend, colour, size = 1) {
  scene.add(
    `<path d="M${f(bend * 0.1)} 120C${f(bend)} 0 ${f(x - bend * 0.4)} ${f(y * 0.5)} ${f(x)} ${f(y)}" fill="none" stroke="${LEAF}" stroke-width="9" stroke-linecap="round"/><path d="M${f(bend * 0.1)} 120C${f(bend)} 0 ${f(x - bend * 0.4)} ${f(y * 0.5)} ${f(x)} ${f(y)}" fill="none" stroke="#fff" stroke-opacity=".18" stroke-width="3" transform="translate(-2 0)"/>`,
  );
  scene.at(x, y, size, () => {
    scene.add(
      `<g transform="rotate(${f(x * 0.12)})"><path d="M-36 -70C-20 -90 -10 -100 0 -118C10 -100 22 -90 36 -70C30 -20 18 6 0 8C-18 6 -30 -20 -36 -70Z" fill="${darker(colour, 0.28)}"/>` +
        `<path d="M-42 -82C-22 -80 0 -54 4 8C-30 12 -54 -22 -42 -82Z" fill="${scene.linear(
          [-46, -40, 10, -20],
          [
            [0, lighter(colour, 0.35)],
            [1, colour],
          ],
        )}"/>` +
        `<path d="M42 -82C24 -80 -2 -54 -4 8C30 12 54 -22 42 -82Z" fill="${scene.linear(
          [-6, -40, 46, -20],
          [
            [0, colour],
            [1, darker(colour, 0.34)],
          ],
        )}"/></g>`,
    );
  });
}

/** @type {(scene: Scene, d: string, colour?: string) => void} */
const leaf = (scene, d, colour = LEAF) =>
  scene.add(
    `<path d="${d}" fill="${colour}"/><path d="${d}" fill="${scene.linear(
      [-160, -300, 160, 0],
      [
        [0, '#ffffff', 0.22],
        [0.6, DUSK, 0.05],
        [1, DUSK, 0.3],
      ],
    )}"/>`,
  );

/** @type {(scene: Scene, x: number, y: number, size: number, lit?: boolean) => void} */
const flame = (scene, x, y, size, lit = true) =>
  scene.at(x, y, size, () => {
    scene.add(`<path d="M0 6V-14" stroke="#2a1a1a" stroke-width="5" stroke-linecap="round"/>`);
    if (lit)
      scene.add(
        `<circle cy="-34" r="190" fill="${scene.radial(
          [0, -34, 190],
          [
            [0, '#ffd98a', 0.55],
            [0.35, '#ffb868', 0.2],
            [1, '#ffb060', 0],
          ],
        )}"/><path d="M0 -86C24 -52 24 -10 0 -4C-24 -10 -24 -52 0 -86Z" fill="${scene.linear(
          [0, -86, 0, 0],
          [
            [0, '#fff3c4'],
            [0.6, '#ffc64d'],
            [1, '#ef7f2e'],
          ],
        )}"/><path d="M0 -48C9 -32 9 -14 0 -10C-9 -14 -9 -32 0 -48Z" fill="#fff8e2"/>`,
      );
  });

/** @type {(scene: Scene, at: number, colour: string, wood?: boolean) => void} */
const knob = (scene, at, colour) =>
  scene.at(0, at, 1, () =>
    turned(
      scene,
      [
        [16, 0],
        [14, 10],
        [30, 24],
        [32, 40],
        [16, 54],
      ],
      colour,
      { open: false, ground: false, gloss: 0.6 },
    ),
  );

/** @type {Record<string, Motif>} */
export const standing = {
  mug(scene, { colour, level = 18 }) {
    tube(scene, 'M148 -232C292 -262 302 -56 150 -72', 40, colour);
    turned(
      scene,
      [
        [122, 0],
        [146, 14],
        [158, 62],
        [160, 180],
        [158, 296],
      ],
      colour,
      { wall: 15, foot: CLAY, liquid: '#4a2a1c', level, inside: '#e9dcc6', speckle: true },
    );
  },
  cups(scene, { colour, second }) {
    scene.at(-92, -66, 1.08, () =>
      turned(
        scene,
        [
          [66, 0],
          [84, 14],
          [98, 80],
          [102, 168],
        ],
        second,
        { foot: CLAY, wall: 10, inside: second, liquid: '#4a2a1c', level: 12, speckle: true },
      ),
    );
    scene.at(98, 22, 1.16, () =>
      turned(
        scene,
        [
          [66, 0],
          [84, 14],
          [98, 80],
          [102, 168],
        ],
        colour,
        { foot: CLAY, wall: 10, inside: '#e9dcc6', liquid: '#4a2a1c', level: 12 },
      ),
    );
  },
  tumblers(scene, { colour }) {
    // Coloured glass lets less through.
    const depth = colour === '#dfeef0' ? 0.34 : 0.85;
    const glass = /** @type {[number, number][]} */ ([
      [84, 0],
      [88, 10],
      [112, 160],
      [124, 232],
    ]);
    scene.at(-136, -62, 1, () => {
      blown(scene, glass, colour, { flutes: 13, depth });
      scene.at(0, -92, 1, () => blown(scene, glass, colour, { flutes: 13, depth }));
    });
    scene.at(128, 20, 1.08, () =>
      blown(scene, glass, colour, { flutes: 13, depth, liquid: '#f2e2c2', from: 14, to: 128 }),
    );
  },
  carafe(scene, { colour, liquid }) {
    blown(
      scene,
      [
        [104, 0],
        [122, 12],
        [134, 80],
        [112, 220],
        [58, 330],
        [46, 400],
        [62, 492],
      ],
      colour,
      { liquid, from: 12, to: 236 },
    );
  },
  teapot(scene, { colour }) {
    scene.at(-148, -110, 1, () => spout(scene, colour, 150, 130));
    tube(scene, 'M140 -208C308 -246 312 -36 142 -58', 34, colour);
    turned(
      scene,
      [
        [96, 0],
        [142, 22],
        [182, 116],
        [158, 206],
        [88, 252],
      ],
      colour,
      { open: false, foot: CLAY, speckle: true },
    );
    scene.at(0, -248, 1, () =>
      turned(
        scene,
        [
          [88, 0],
          [82, 14],
          [52, 36],
          [22, 44],
        ],
        lighter(colour, 0.05),
        { open: false, ground: false },
      ),
    );
    knob(scene, -290, colour);
  },
  wine(scene, { colour, liquid }) {
    const glass = /** @type {[number, number][]} */ ([
      [84, 0],
      [80, 6],
      [16, 18],
      [10, 50],
      [12, 104],
      [40, 124],
      [106, 190],
      [120, 260],
      [98, 366],
    ]);
    scene.at(-112, -54, 1, () => blown(scene, glass, colour, { liquid, from: 112, to: 214, depth: 0.22 }));
    scene.at(112, 18, 1.06, () => blown(scene, glass, colour, { liquid, from: 112, to: 196, depth: 0.22 }));
  },
  jug(scene, { colour, trim }) {
    tube(scene, 'M108 -300C262 -320 270 -90 126 -96', 30, trim);
    const lip = 'M-104 -352C-150 -380 -170 -372 -172 -360C-168 -330 -130 -310 -98 -296Z';
    scene.shade(`<path d="${lip}"/>`);
    scene.add(
      `<path d="${lip}" fill="${lighter(colour, 0.3)}" stroke="${trim}" stroke-width="6" stroke-linejoin="round"/>`,
    );
    turned(
      scene,
      [
        [112, 0],
        [130, 14],
        [140, 110],
        [112, 236],
        [98, 290],
        [118, 352],
      ],
      colour,
      { trim, wall: 8, inside: '#dfe4e6', liquid: '#fbf6ea', level: 20, gloss: 0.9, bands: [[10, 7, trim]] },
    );
  },
  bowl(scene, { colour, dip, small }) {
    if (small)
      turned(
        scene,
        [
          [84, 0],
          [88, 22, 1],
          [92, 24],
          [168, 82],
          [204, 158],
          [210, 196],
        ],
        colour,
        { speckle: true, foot: CLAY, wall: 16, inside: lighter(colour, 0.1) },
      );
    else
      turned(
        scene,
        [
          [92, 0],
          [98, 26, 1],
          [102, 28],
          [196, 90],
          [250, 176],
          [262, 224],
        ],
        colour,
        { wall: 14, speckle: true, inside: colour, ...(dip ? { dip: { from: 118, colour: dip } } : {}) },
      );
  },
  saltdish(scene, { colour }) {
    const salt = () =>
      scene.add(
        `<path d="M-120 -76C-80 -112 -50 -140 -6 -142C46 -140 86 -106 122 -72C70 -44 -70 -44 -120 -76Z" fill="${scene.linear(
          [-90, -140, 100, -60],
          [
            [0, '#ffffff'],
            [0.5, '#eef0f4'],
            [1, '#aab2c4'],
          ],
        )}"/>`,
      );
    turned(
      scene,
      [
        [72, 0],
        [112, 16],
        [146, 54],
        [156, 96],
      ],
      colour,
      { speckle: true, wall: 13, contents: salt, inside: '#d7cfc9' },
    );
    const grains = Array.from(
      { length: 26 },
      () =>
        `<rect x="${f(-190 + scene.random() * 150)}" y="${f(30 + scene.random() * 44)}" width="5" height="5" fill="#fff" opacity="${f(0.5 + scene.random() * 0.5)}" transform="rotate(20)"/>`,
    ).join('');
    scene.add(grains);
  },
  stand(scene, { colour }) {
    const fruit = () => {
      pear(scene, -104, -196, 0.94, '#b7b450', -9);
      pear(scene, 84, -200, 1, '#c9a648', 8);
      pear(scene, -8, -176, 1.08, '#9fae4c', 2);
      pear(scene, 160, -190, 0.72, '#b7b450', 24);
    };
    turned(
      scene,
      [
        [118, 0],
        [112, 10],
        [52, 34],
        [38, 84],
        [56, 116],
        [190, 160],
        [250, 200],
        [258, 224],
      ],
      colour,
      { speckle: true, wall: 12, contents: fruit, dip: { from: 176, colour: '#c98a63', up: true } },
    );
  },
  nest(scene, { colour, second, third }) {
    const shell = /** @type {[number, number][]} */ ([
      [120, 0],
      [160, 18],
      [214, 100],
      [240, 176],
      [262, 190],
    ]);
    turned(scene, shell, colour, {
      trim: '#2e2430',
      wall: 20,
      inside: '#f4efe6',
      gloss: 0.8,
      contents: () =>
        scene.at(-6, -62, 0.8, () =>
          turned(scene, shell, second, {
            ground: false,
            trim: '#2e2430',
            wall: 22,
            inside: '#f4efe6',
            gloss: 0.8,
            contents: () =>
              scene.at(8, -72, 0.76, () =>
                turned(scene, shell, third, {
                  ground: false,
                  trim: '#2e2430',
                  wall: 24,
                  inside: '#f4efe6',
                  gloss: 0.8,
                }),
              ),
          }),
        ),
    });
  },
  casserole(scene, { colour }) {
    tube(scene, 'M-222 -168C-310 -172 -310 -112 -224 -122', 26, colour);
    tube(scene, 'M222 -168C310 -172 310 -112 224 -122', 26, colour);
    turned(
      scene,
      [
        [206, 0],
        [226, 14],
        [234, 80],
        [234, 196],
      ],
      colour,
      { open: false, gloss: 0.75 },
    );
    scene.at(0, -192, 1, () =>
      turned(
        scene,
        [
          [244, 0],
          [246, 12],
          [222, 34],
          [120, 64],
          [40, 74],
        ],
        colour,
        { open: false, ground: false, gloss: 0.6, bands: [[14, 3, darker(colour, 0.3)]] },
      ),
    );
    scene.at(0, -262, 1, () =>
      turned(
        scene,
        [
          [18, 0],
          [16, 12],
          [36, 26],
          [38, 40],
          [20, 52],
        ],
        BRASS,
        { open: false, ground: false, metal: true },
      ),
    );
  },
  saucepan(scene, { colour, enamel }) {
    tube(scene, 'M150 -172L236 -188', 20, enamel ? colour : '#8e9499');
    tube(scene, 'M236 -188L398 -222', enamel ? 30 : 36, enamel ? colour : '#c99b66');
    if (enamel)
      turned(
        scene,
        [
          [150, 0],
          [168, 16],
          [176, 120],
          [178, 226],
        ],
        colour,
        { trim: '#26233a', wall: 10, inside: '#f6f3ec', gloss: 0.85, liquid: '#fbf6ea', level: 40 },
      );
    else
      turned(
        scene,
        [
          [166, 0],
          [178, 12],
          [182, 100],
          [184, 184],
        ],
        colour,
        { metal: true, wall: 8, inside: '#aab0b5', gloss: 0 },
      );
  },
  kettle(scene, { colour }) {
    tube(scene, 'M-128 -176C-150 -400 150 -400 128 -176', 20, '#4a4048');
    scene.at(-152, -92, 1, () => spout(scene, colour, 142, 122));
    turned(
      scene,
      [
        [178, 0],
        [196, 16],
        [202, 70],
        [170, 152],
        [104, 198],
      ],
      colour,
      { open: false, gloss: 0.85, bands: [[8, 9, darker(colour, 0.45)]] },
    );
    scene.at(0, -196, 1, () =>
      turned(
        scene,
        [
          [102, 0],
          [96, 12],
          [50, 32],
          [20, 38],
        ],
        colour,
        { open: false, ground: false, gloss: 0.7 },
      ),
    );
    knob(scene, -230, WOOD);
    tube(scene, 'M-70 -338C-34 -348 34 -348 70 -338', 34, WOOD, false);
  },
  moka(scene, { colour }) {
    tube(scene, 'M110 -330C214 -340 226 -250 196 -196', 34, '#2c2730');
    const cuts = [-1, -0.62, 0.06, 0.72, 1];
    const tones = [darker(colour, 0.2), lighter(colour, 0.62), colour, darker(colour, 0.44)];
    const sag = [-20, -5, 4, -4, -20];
    const ring = (/** @type {number} */ r, /** @type {number} */ y) =>
      cuts.map((cut, index) => /** @type {[number, number]} */ ([cut * r, y + (sag[index] ?? 0) * (r / 130)]));
    const barrel = (
      /** @type {number} */ r1,
      /** @type {number} */ y1,
      /** @type {number} */ r2,
      /** @type {number} */ y2,
    ) => {
      const a = ring(r1, y1);
      const b = ring(r2, y2);
      const corner = (/** @type {[number, number] | undefined} */ p) => `${f(p?.[0] ?? 0)} ${f(p?.[1] ?? 0)}`;
      scene.shade(`<path d="M${a.map(corner).join('L')}L${[...b].reverse().map(corner).join('L')}Z"/>`);
      tones.forEach((tone, index) =>
        scene.add(
          `<path d="M${corner(a[index])}L${corner(a[index + 1])}L${corner(b[index + 1])}L${corner(b[index])}Z" fill="${scene.linear(
            [0, y1, 0, y2],
            [
              [0, darker(tone, 0.14)],
              [1, tone],
            ],
          )}"/>`,
        ),
      );
    };
    scene.touch(124, 26);
    barrel(132, 4, 102, -160);
    turnedBand(scene, 104, -160, 26, darker(colour, 0.16));
    const beak = 'M-92 -330L-158 -362L-138 -372L-90 -366Z';
    scene.add(`<path d="${beak}" fill="${lighter(colour, 0.35)}"/>`);
    barrel(96, -184, 128, -356);
    scene.add(
      `<path d="M-128 -374L-80 -384L8 -390L92 -384L128 -374L92 -360L8 -352L-80 -361Z" fill="${lighter(colour, 0.28)}"/><path d="M-118 -376L-50 -410L0 -416L56 -408L118 -376L92 -364L8 -357L-80 -365Z" fill="${scene.linear(
        [-110, 0, 110, 0],
        [
          [0, darker(colour, 0.1)],
          [0.3, lighter(colour, 0.6)],
          [0.6, colour],
          [1, darker(colour, 0.4)],
        ],
      )}"/>`,
    );
    scene.at(0, -410, 0.9, () =>
      turned(
        scene,
        [
          [10, 0],
          [12, 14],
          [24, 26],
          [22, 46],
          [10, 54],
        ],
        '#2c2730',
        { open: false, ground: false },
      ),
    );
  },
  mill(scene, { colour }) {
    turned(
      scene,
      [
        [76, 0],
        [80, 22],
        [62, 60],
        [42, 96],
        [46, 150],
        [66, 214],
        [64, 256],
        [44, 286, 1],
      ],
      colour,
      { open: false, gloss: 0.55 },
    );
    scene.at(0, -284, 1, () =>
      turned(
        scene,
        [
          [44, 0, 1],
          [60, 26],
          [66, 62],
          [48, 98],
          [16, 112],
        ],
        colour,
        { open: false, ground: false, bands: [[4, 6, WOOD]] },
      ),
    );
    scene.at(0, -394, 0.62, () =>
      turned(
        scene,
        [
          [14, 0],
          [14, 12],
          [26, 24],
          [22, 44],
          [8, 50],
        ],
        '#c9ced2',
        { open: false, ground: false, metal: true },
      ),
    );
    for (const [x, y, r] of /** @type {[number, number, number][]} */ ([
      [-134, 26, 10],
      [-112, 44, 9],
      [-158, 48, 11],
      [122, 52, 10],
      [146, 34, 8],
    ]))
      scene.at(x, y, 1, () => {
        scene.touch(r, r * 0.5, 0.4);
        scene.add(
          `<circle cy="${-r * 0.7}" r="${r}" fill="${scene.radial(
            [-r * 0.4, -r, r * 1.5],
            [
              [0, '#77655c'],
              [1, '#231a1c'],
            ],
          )}"/>`,
        );
      });
  },
  grater(scene, { colour }) {
    const face = 'M-118 0L48 26L34 -330L-78 -346Z';
    const side = 'M48 26L132 -22L88 -344L34 -330Z';
    const top = 'M-78 -346L34 -330L88 -344L-20 -358Z';
    scene.touch(130, 34);
    scene.shade(`<path d="M-118 0L48 26L132 -22L88 -344L-20 -358L-78 -346Z"/>`);
    tube(scene, 'M-44 -346C-44 -440 66 -436 54 -340', 24, '#b9824f');
    const holes = (
      /** @type {number} */ rows,
      /** @type {number} */ columns,
      /** @type {(u: number, v: number) => [number, number]} */ at,
      /** @type {number} */ size,
    ) =>
      Array.from({ length: rows * columns }, (_, index) => {
        const row = Math.floor(index / columns);
        const [x, y] = at(((index % columns) + 0.5 + (row % 2 ? 0.25 : -0.25)) / columns, (row + 0.5) / rows);
        return `<ellipse cx="${f(x)}" cy="${f(y)}" rx="${size}" ry="${f(size * 0.72)}" fill="#3d3a44"/><path d="M${f(x - size)} ${f(y)}a${size} ${f(size * 0.8)} 0 0 1 ${size * 2} 0" fill="none" stroke="#fff" stroke-width="2.5" opacity=".85"/>`;
      }).join('');
    scene.add(
      `<path d="${top}" fill="${darker(colour, 0.5)}"/><path d="${face}" fill="${scene.linear(
        [-118, -100, 50, -60],
        [
          [0, darker(colour, 0.12)],
          [0.3, lighter(colour, 0.7)],
          [0.7, colour],
          [1, darker(colour, 0.16)],
        ],
      )}"/>` +
        holes(9, 5, (u, v) => [-74 + 106 * u - (1 - u) * v * 34 + u * v * 10, -318 + v * 296 + u * 20], 8) +
        `<path d="${side}" fill="${scene.linear(
          [40, 0, 130, 0],
          [
            [0, darker(colour, 0.5)],
            [1, darker(colour, 0.3)],
          ],
        )}"/>` +
        holes(6, 2, (u, v) => [46 + 36 * u + v * (6 + 34 * u), -312 + v * 300 - u * 26], 7),
    );
  },
  bag(scene, { colour }) {
    const leek = (/** @type {number} */ x, /** @type {number} */ lean) =>
      scene.at(x, -300, 1, () =>
        scene.add(
          `<g transform="rotate(${lean})"><rect x="-17" y="-70" width="34" height="150" rx="12" fill="${scene.linear(
            [-17, 0, 17, 0],
            [
              [0, '#f2f1df'],
              [1, '#b9c39a'],
            ],
          )}"/><path d="M-16 -60C-50 -150 -58 -190 -44 -236C-22 -190 -8 -140 0 -70C6 -150 22 -204 54 -246C60 -180 38 -110 16 -58Z" fill="#6f9457"/><path d="M-6 -62C-14 -150 -6 -200 8 -252C22 -190 16 -130 10 -62Z" fill="#89ab6b"/></g>`,
        ),
      );
    leek(-62, -9);
    leek(8, 3);
    leek(66, 13);
    const d =
      'M-168 -330C-100 -322 100 -322 168 -330L196 -20C200 4 188 14 168 16C60 26 -60 26 -168 16C-188 14 -200 4 -196 -20Z';
    scene.touch(186, 30);
    scene.shade(`<path d="${d}"/>`);
    tube(scene, 'M-88 -328C-110 -500 -10 -520 -4 -330', 14, darker(colour, 0.1));
    scene.add(
      `<path d="${d}" fill="${colour}"/><g ${scene.clip(d)}>${Array.from({ length: 60 }, (_, index) => `<path d="M-210 ${-330 + index * 6}H210" stroke="${DUSK}" stroke-opacity=".05" stroke-width="2"/>`).join('')}` +
        `<path d="M-120 -330C-150 -220 -110 -120 -140 20M40 -330C70 -200 20 -90 60 20M120 -330C110 -240 150 -120 130 20" fill="none" stroke="${DUSK}" stroke-opacity=".14" stroke-width="26" ${scene.blur(14)}/><path d="M-60 -330C-80 -210 -30 -110 -60 20" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width="30" ${scene.blur(14)}/>` +
        `<rect x="-210" y="-120" width="420" height="34" fill="#cf4527" opacity=".85"/></g><path d="${d}" fill="${scene.linear(
          [-200, 0, 200, 0],
          [
            [0, '#ffffff', 0.2],
            [0.6, DUSK, 0.04],
            [1, DUSK, 0.34],
          ],
        )}"/>`,
    );
    tube(scene, 'M30 -318C10 -500 120 -500 104 -318', 14, colour, false);
  },
  candlestick(scene, { colour, candle }) {
    turned(
      scene,
      [
        [104, 0],
        [106, 10],
        [60, 26],
        [20, 50],
        [16, 96],
        [28, 116],
        [16, 136],
        [18, 176],
        [44, 200],
        [40, 214],
      ],
      colour,
      { open: false, metal: true, gloss: 0.4 },
    );
    scene.at(0, -206, 1, () => {
      turned(
        scene,
        [
          [24, 0, 1],
          [22, 300, 1],
        ],
        candle,
        { open: false, ground: false, gloss: 0.3 },
      );
      flame(scene, 0, -306, 1);
    });
  },
  budvase(scene, { colour }) {
    const stems = () => {
      for (const [x, y, r] of /** @type {[number, number, number][]} */ ([
        [-96, -236, 58],
        [26, -300, 70],
        [112, -212, 48],
      ])) {
        scene.add(
          `<path d="M0 -250C${f(x * 0.2)} -330 ${f(x * 0.7)} ${f(y - 170)} ${f(x)} ${f(y - 230)}" fill="none" stroke="${LEAF}" stroke-width="6" stroke-linecap="round"/>`,
        );
        let head = '';
        for (let index = 0; index < 13; index++) {
          const turn = (index / 12) * 3.1 - 3.1;
          const hx = Math.cos(turn) * r * (0.7 + scene.random() * 0.4);
          const hy = Math.sin(turn) * r * 0.62 * (0.7 + scene.random() * 0.4);
          head += `<path d="M${f(x)} ${f(y - 230)}Q${f(x + hx * 0.3)} ${f(y - 230 + hy * 0.9)} ${f(x + hx)} ${f(y - 230 + hy)}" stroke="${LEAF}" stroke-width="2.5" fill="none"/>`;
          for (let dot = 0; dot < 9; dot++)
            head += `<circle cx="${f(x + hx + (scene.random() - 0.5) * 30)}" cy="${f(y - 234 + hy + (scene.random() - 0.5) * 20)}" r="${f(3 + scene.random() * 4)}" fill="${scene.random() > 0.3 ? '#fffdf4' : '#e6e3cf'}"/>`;
        }
        scene.add(head);
      }
      leaf(scene, 'M0 -262C-50 -330 -90 -330 -128 -314C-100 -286 -60 -262 0 -262Z');
    };
    turned(
      scene,
      [
        [64, 0],
        [104, 22],
        [124, 92],
        [84, 168],
        [32, 214],
        [27, 250],
        [40, 286],
      ],
      colour,
      { wall: 8, contents: stems, foot: CLAY },
    );
  },
  vase(scene, { colour, dip = '#f4efe6' }) {
    const stems = () => {
      leaf(scene, 'M-20 -330C-120 -450 -200 -480 -236 -470C-214 -410 -150 -350 -30 -320Z', '#6b8a55');
      leaf(scene, 'M30 -330C90 -470 190 -500 226 -470C200 -410 140 -350 40 -320Z', '#54754a');
      scene.at(0, -420, 1, () => {
        tulip(scene, -128, -110, -50, '#d9604a', 1);
        tulip(scene, 118, -96, 46, '#e79a86', 0.96);
        tulip(scene, -46, -200, -18, '#e8b24c', 1.04);
        tulip(scene, 52, -176, 20, '#cf4527', 1);
        tulip(scene, 0, -84, 0, '#e79a86', 1.05);
      });
    };
    turned(
      scene,
      [
        [96, 0],
        [126, 22],
        [172, 160],
        [166, 262],
        [112, 334],
        [98, 362],
        [116, 392],
      ],
      colour,
      { wall: 10, contents: stems, speckle: true, dip: { from: 140, colour: dip, up: true }, inside: dip },
    );
  },
  tealights(scene, { colour }) {
    const glass = /** @type {[number, number][]} */ ([
      [78, 0],
      [84, 12],
      [92, 90],
      [96, 168],
    ]);
    const light = () => {
      scene.add(`<ellipse cy="-26" rx="44" ry="10" fill="#f4ead8"/>`);
      flame(scene, 0, -30, 0.62);
    };
    for (const [x, y, s] of /** @type {[number, number, number][]} */ ([
      [-150, -58, 0.94],
      [52, -84, 0.9],
      [-14, 34, 1.12],
    ]))
      scene.at(x, y, s, () => blown(scene, glass, colour, { depth: 0.5, contents: light, flutes: 9 }));
  },
  lamp(scene, { colour }) {
    turned(
      scene,
      [
        [112, 0],
        [114, 16],
        [96, 30],
        [20, 40],
        [14, 60],
        [12, 210],
        [14, 260],
      ],
      '#d9c39a',
      { open: false, metal: true, gloss: 0.2 },
    );
    scene.add(
      `<path d="M-128 -250L-300 60H300L128 -250Z" fill="${scene.linear(
        [0, -250, 0, 60],
        [
          [0, '#ffe1a0', 0.5],
          [1, '#ffe1a0', 0],
        ],
      )}" ${scene.blur(16)}/>`,
    );
    scene.at(0, -250, 1, () => {
      scene.add(`<ellipse rx="172" ry="${f(172 * FLAT)}" fill="#fff2cf"/>`);
      turned(
        scene,
        [
          [172, 0, 1],
          [76, 196, 1],
        ],
        colour,
        { open: false, ground: false, gloss: 0.3 },
      );
      scene.add(`<path d="M-172 0A172 ${f(172 * FLAT)} 0 0 0 172 0" fill="none" stroke="#ffe9b4" stroke-width="5"/>`);
      scene.at(0, -196, 0.5, () =>
        turned(
          scene,
          [
            [12, 0],
            [14, 20],
            [26, 34],
            [20, 52],
          ],
          '#d9c39a',
          { open: false, ground: false, metal: true },
        ),
      );
    });
  },
};

/** @param {Scene} scene @param {number} r @param {number} y @param {number} height @param {string} colour */
function turnedBand(scene, r, y, height, colour) {
  scene.at(0, y + 6, 1, () =>
    turned(
      scene,
      [
        [r, 0, 1],
        [r, height, 1],
      ],
      colour,
      { open: false, ground: false, metal: true, gloss: 0 },
    ),
  );
}

export { mix };
