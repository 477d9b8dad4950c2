// @ts-check
import { gtin13 } from './gtin.mjs';

/**
 * @typedef {'in-stock' | 'low' | 'out' | 'preorder'} Availability
 *
 * @typedef {object} Variant
 * @property {string} key           part of the variant's address: `?variant=ink`
 * @property {string} label         as the shopper reads it
 * @property {string} sku
 * @property {string} gtin
 * @property {number} price         EUR, decimal
 * @property {number} [listPrice]   EUR, the price before the reduction
 * @property {Availability} availability
 * @property {string} [colour]      swatch and picture colour
 *
 * @typedef {object} Product
 * @property {string} slug
 * @property {string} sku
 * @property {string} gtin
 * @property {string} name
 * @property {string} maker
 * @property {string} category      slug of a category
 * @property {number} price         EUR, of the variant shown first
 * @property {number} [listPrice]
 * @property {Availability} availability
 * @property {string} blurb         one line, for cards and meta descriptions
 * @property {string[]} story       paragraphs
 * @property {[string, string][]} facts
 * @property {'Colour' | 'Size' | undefined} option what the variants differ in
 * @property {Variant[]} variants   empty when there is only one
 * @property {{ motif: string, wall: string, [parameter: string]: unknown }} picture
 * @property {boolean} fresh        arrived lately
 * @property {number} place         in the shop's own order
 */

export const shop = {
  name: 'Second Helping',
  line: 'Kitchen and table things, chosen slowly',
  mail: 'hello@secondhelping.example',
  phone: '+32 9 555 01 42',
  street: 'Oude Houtlei 118',
  city: '9000 Ghent, Belgium',
  currency: 'EUR',
  freeShippingFrom: 75,
  /** A tea towel comes with as much. */
  giftFrom: 150,
  shipping: 5.9,
};

/** @type {{ slug: string, name: string, short: string, intro: string, wall: string, lead: string }[]} */
export const categories = [
  {
    slug: 'cups-and-glasses',
    name: 'Cups & glasses',
    short: 'For pouring',
    intro: 'Things to hold something warm, or something cold, or nothing at all while you talk.',
    wall: 'blush',
    lead: 'slow-mug',
  },
  {
    slug: 'plates-and-bowls',
    name: 'Plates & bowls',
    short: 'For serving',
    intro: 'Stoneware that takes the dishwasher, the oven and the third move in two years without complaint.',
    wall: 'butter',
    lead: 'big-salad-bowl',
  },
  {
    slug: 'pots-and-pans',
    name: 'Pots & pans',
    short: 'For the hob',
    intro: 'Iron, steel and enamel. Heavy where it matters, plain where it does not.',
    wall: 'sky',
    lead: 'long-simmer-pot',
  },
  {
    slug: 'knives-and-boards',
    name: 'Knives & boards',
    short: 'For the hands',
    intro: 'Three knives are enough. We sell three knives.',
    wall: 'pistachio',
    lead: 'cooks-knife-18',
  },
  {
    slug: 'linen',
    name: 'Linen',
    short: 'For the lap',
    intro: 'Flax from West Flanders, woven forty kilometres from where it grew. It gets better; give it a year.',
    wall: 'lilac',
    lead: 'four-napkins',
  },
  {
    slug: 'candles-and-vases',
    name: 'Candles & vases',
    short: 'For staying on',
    intro: 'What you put on the table when the plates are gone and nobody wants to leave.',
    wall: 'mint',
    lead: 'armful-vase',
  },
];

const TOMATO = '#cf4527';
const BUTTER = '#efc75e';
const FOREST = '#3d5f4a';
const INK = '#33415f';
const OAT = '#eadfcb';
const PLUM = '#6d3b58';
const SKY = '#8fb4d4';
const BLUSH = '#eab3a4';
const CHALK = '#f4efe6';
const MOSS = '#8b9a5b';

/**
 * @typedef {[key: string, label: string, price?: number, colour?: string, availability?: Availability]} VariantRow
 * @typedef {Omit<Product, 'sku' | 'gtin' | 'variants' | 'option' | 'availability' | 'fresh' | 'place'> & {
 *   availability?: Availability, fresh?: boolean, colours?: VariantRow[], sizes?: VariantRow[] }} Row
 */

/** @type {Row[]} */
const rows = [
  {
    slug: 'slow-mug',
    name: 'Slow Mug',
    maker: 'Oda Leisink',
    category: 'cups-and-glasses',
    price: 24,
    blurb: 'A thick-walled stoneware mug that keeps 380 ml warm longer than most meetings last.',
    story: [
      'Oda throws the Slow Mug a little heavier than she was taught to. The wall holds heat, the foot is left bare so that it sits on a table without skating, and the handle takes three fingers, properly.',
      'No two are quite alike: the glaze breaks where the rim turns, and that is where you will start to recognise yours.',
    ],
    facts: [
      ['Holds', '380 ml'],
      ['Size', '9 cm across, 10 cm tall'],
      ['Made of', 'Stoneware, lead-free glaze'],
      ['Care', 'Dishwasher, microwave'],
      ['Made in', 'Deventer, Netherlands'],
    ],
    colours: [
      ['tomato', 'Tomato', 24, TOMATO],
      ['oat', 'Oat', 24, OAT],
      ['ink', 'Ink', 24, INK, 'low'],
      ['moss', 'Moss', 24, MOSS, 'out'],
    ],
    picture: { motif: 'mug', wall: 'blush', colour: TOMATO },
  },
  {
    slug: 'thimble-espresso-cups',
    name: 'Thimble Espresso Cups',
    maker: 'Oda Leisink',
    category: 'cups-and-glasses',
    price: 32,
    blurb: 'Two small cups for the two minutes before everybody else is up.',
    story: [
      'Seventy millilitres each, no handle, a bare clay foot. They warm up with the coffee and tell your fingers when it is ready to drink.',
    ],
    facts: [
      ['Holds', '70 ml each, set of two'],
      ['Made of', 'Stoneware'],
      ['Care', 'Dishwasher'],
    ],
    picture: { motif: 'cups', wall: 'butter', colour: INK, second: CHALK },
  },
  {
    slug: 'porch-tumblers',
    name: 'Porch Tumblers',
    maker: 'Glashütte Irsa',
    category: 'cups-and-glasses',
    price: 36,
    blurb: 'Four fluted tumblers that stack, and forgive being dropped from a low height.',
    story: [
      'Pressed in a mould from the sixties that the glassworks found behind a wall. The flutes give wet hands something to hold and water something to do with the light.',
    ],
    facts: [
      ['Holds', '260 ml each, set of four'],
      ['Made of', 'Pressed recycled glass'],
      ['Care', 'Dishwasher'],
    ],
    colours: [
      ['clear', 'Clear', 36, '#dfeef0'],
      ['amber', 'Amber', 36, '#d99a3d'],
      ['smoke', 'Smoke', 36, '#6f7a80'],
    ],
    picture: { motif: 'tumblers', wall: 'sky', colour: '#d99a3d' },
  },
  {
    slug: 'sunday-carafe',
    name: 'Sunday Carafe',
    maker: 'Glashütte Irsa',
    category: 'cups-and-glasses',
    price: 42,
    blurb: 'One litre, one hand, no drip. Blown, so the neck is never twice the same.',
    story: [
      'A carafe should do two things: fit the fridge door and not dribble on the cloth. This does both, and looks like Sunday while it does.',
    ],
    facts: [
      ['Holds', '1 litre'],
      ['Size', '26 cm tall'],
      ['Made of', 'Mouth-blown borosilicate glass'],
    ],
    picture: { motif: 'carafe', wall: 'pistachio', colour: '#dcefe8', liquid: '#e9a7a0' },
  },
  {
    slug: 'lean-to-teapot',
    name: 'Lean-to Teapot',
    maker: 'Oda Leisink',
    category: 'cups-and-glasses',
    price: 68,
    availability: 'low',
    blurb: 'Nine hundred millilitres, a spout that stops when you stop, a lid that stays on.',
    story: [
      'It took Oda eleven spouts to get to this one. We have poured it over a white tablecloth in front of witnesses.',
      'The strainer is pierced into the wall behind the spout, so there is no basket to lose.',
    ],
    facts: [
      ['Holds', '0.9 litre'],
      ['Made of', 'Stoneware'],
      ['Care', 'By hand; it is worth it'],
    ],
    picture: { motif: 'teapot', wall: 'lilac', colour: BUTTER },
  },
  {
    slug: 'low-wine-glasses',
    name: 'Low Wine Glasses',
    maker: 'Glashütte Irsa',
    category: 'cups-and-glasses',
    price: 34,
    blurb: 'Two glasses on short stems, for tables where people talk with their hands.',
    story: ['Short enough to survive a story with gestures, thin enough at the rim that the wine does not notice.'],
    facts: [
      ['Holds', '320 ml each, set of two'],
      ['Size', '13 cm tall'],
      ['Care', 'Dishwasher, top rack'],
    ],
    picture: { motif: 'wine', wall: 'oat', colour: '#e9f1ef', liquid: '#8e2a3c' },
  },
  {
    slug: 'number-three-jug',
    name: 'Number Three Jug',
    maker: 'Emaille Brandt',
    category: 'cups-and-glasses',
    price: 26,
    blurb: 'An enamel jug for milk, gravy, custard, tulips.',
    story: [
      'The third in a row of five jugs that Brandt has made since 1931, and the one people come back for. The enamel chips if you throw it; the jug does not mind.',
    ],
    facts: [
      ['Made of', 'Enamelled steel'],
      ['Care', 'Dishwasher'],
    ],
    sizes: [
      ['half', '0.5 litre', 19],
      ['one', '1 litre', 26],
      ['two', '2 litres', 34, undefined, 'low'],
    ],
    picture: { motif: 'jug', wall: 'mint', colour: CHALK, trim: INK },
  },
  {
    slug: 'everyday-plate',
    name: 'Everyday Plate',
    maker: 'Second Helping',
    category: 'plates-and-bowls',
    price: 21,
    blurb: 'The plate under most of our dinners. Stoneware, a rim to lean a fork on.',
    story: [
      'We wanted a plate that makes toast look looked-after and does not compete with the rest. Two years, four samples, one plate.',
      'Glazed right down to the foot, so it will not scratch the one beneath.',
    ],
    facts: [
      ['Made of', 'Stoneware'],
      ['Care', 'Dishwasher, microwave, oven to 180 °C'],
      ['Made in', 'Alcobaça, Portugal'],
    ],
    sizes: [
      ['17', '17 cm, side', 16],
      ['22', '22 cm, lunch', 21],
      ['27', '27 cm, dinner', 26],
    ],
    picture: { motif: 'plate', wall: 'tomato', colour: CHALK, trim: '#c9b79b' },
  },
  {
    slug: 'deep-enough-plate',
    name: 'Deep-Enough Plate',
    maker: 'Second Helping',
    category: 'plates-and-bowls',
    price: 23,
    blurb: 'Half plate, half bowl: for soup with things in it and pasta with sauce on it.',
    story: ['Three centimetres deep, which turns out to be the difference between a plate and a good idea.'],
    facts: [
      ['Size', '23 cm across, 3 cm deep'],
      ['Made of', 'Stoneware'],
      ['Care', 'Dishwasher, microwave'],
    ],
    picture: { motif: 'plate', wall: 'sky', colour: BUTTER, trim: '#c58f2b', deep: true },
  },
  {
    slug: 'big-salad-bowl',
    name: 'Big Salad Bowl',
    maker: 'Oda Leisink',
    category: 'plates-and-bowls',
    price: 58,
    blurb: 'Thirty centimetres of stoneware with room to toss without sweeping the table after.',
    story: [
      'A salad needs twice the bowl you think it needs. This is that bowl: wide at the rim, heavy in the foot, dipped by hand in a second glaze that runs a little where it wants to.',
    ],
    facts: [
      ['Size', '30 cm across, 13 cm deep'],
      ['Holds', '4 litres'],
      ['Made of', 'Stoneware'],
    ],
    picture: { motif: 'bowl', wall: 'butter', colour: CHALK, dip: FOREST },
  },
  {
    slug: 'breakfast-bowl',
    name: 'Breakfast Bowl',
    maker: 'Oda Leisink',
    category: 'plates-and-bowls',
    price: 21,
    blurb: 'Porridge-sized, with a foot ring that fits the fingers.',
    story: ['Made to be held in one hand on the doorstep. Speckled clay, satin glaze, a thumb-wide rim.'],
    facts: [
      ['Holds', '550 ml'],
      ['Made of', 'Stoneware'],
      ['Care', 'Dishwasher, microwave'],
    ],
    colours: [
      ['sky', 'Sky', 21, SKY],
      ['blush', 'Blush', 21, BLUSH],
      ['oat', 'Oat', 21, OAT],
    ],
    picture: { motif: 'bowl', wall: 'oat', colour: SKY, small: true },
  },
  {
    slug: 'salt-dish',
    name: 'Little Dish for Salt',
    maker: 'Oda Leisink',
    category: 'plates-and-bowls',
    price: 9.5,
    blurb: 'Eight centimetres. Salt, rings, olive stones, the last square of chocolate.',
    story: [
      'Pinched from what is left on the wheel at the end of the day. You get the colour the kiln was in the mood for; this is the usual one.',
    ],
    facts: [
      ['Size', '8 cm across'],
      ['Made of', 'Stoneware'],
    ],
    picture: { motif: 'saltdish', wall: 'inkblue', colour: BLUSH },
  },
  {
    slug: 'oval-platter',
    name: 'Oval Platter',
    maker: 'Second Helping',
    category: 'plates-and-bowls',
    price: 64,
    listPrice: 79,
    blurb: 'For a whole fish, a roast cauliflower, or all the little things at once.',
    story: [
      'Forty-two centimetres of platter with a rim deep enough for juices. Reduced because the new batch came out a touch lighter than the old one; we rather like it.',
    ],
    facts: [
      ['Size', '42 × 28 cm'],
      ['Made of', 'Stoneware'],
      ['Care', 'Dishwasher, if it fits'],
    ],
    picture: { motif: 'platter', wall: 'blush', colour: SKY, trim: INK },
  },
  {
    slug: 'fruit-stand',
    name: 'Fruit Stand',
    maker: 'Oda Leisink',
    category: 'plates-and-bowls',
    price: 72,
    availability: 'preorder',
    fresh: true,
    blurb: 'A footed bowl that gives four pears the attention they deserve.',
    story: [
      'Thrown in two parts and joined while the clay is still deciding. Oda fires the next kiln in the first week of the month, and your stand ships out of that one.',
    ],
    facts: [
      ['Size', '26 cm across, 15 cm tall'],
      ['Made of', 'Stoneware'],
      ['Ships', 'From the next kiln, in about four weeks'],
    ],
    picture: { motif: 'stand', wall: 'pistachio', colour: CHALK, fruit: 'pear' },
  },
  {
    slug: 'nest-of-bowls',
    name: 'Nest of Mixing Bowls',
    maker: 'Emaille Brandt',
    category: 'plates-and-bowls',
    price: 74,
    blurb: 'Three enamel bowls that live as one: batter, dough, the bit you spill.',
    story: [
      'Wide rims to hold on to, flat bottoms that stay put under a whisk, and a nest that takes the room of a single bowl in the cupboard.',
    ],
    facts: [
      ['Holds', '1, 2 and 3.5 litres'],
      ['Made of', 'Enamelled steel'],
      ['Care', 'Dishwasher'],
    ],
    picture: { motif: 'nest', wall: 'lilac', colour: TOMATO, second: BUTTER, third: SKY },
  },
  {
    slug: 'weeknight-pan',
    name: 'Weeknight Pan',
    maker: 'Ferrum Noord',
    category: 'pots-and-pans',
    price: 59,
    blurb: 'A carbon-steel pan, seasoned in the works and black by spring.',
    story: [
      'Lighter than cast iron and as quick as a wok. It arrives seasoned; fry an egg in it on the first evening and another on the hundredth and compare.',
      'The handle is hot-rolled, riveted and stays cool for as long as an omelette takes.',
    ],
    facts: [
      ['Made of', 'Carbon steel, 2.5 mm'],
      ['For', 'Every hob, induction too; oven, campfire'],
      ['Care', 'Hot water, no soap, a little oil'],
    ],
    sizes: [
      ['20', '20 cm', 45],
      ['24', '24 cm', 59],
      ['28', '28 cm', 69],
    ],
    picture: { motif: 'skillet', wall: 'butter', colour: '#3a3a40' },
  },
  {
    slug: 'long-simmer-pot',
    name: 'Long Simmer Pot',
    maker: 'Ferrum Noord',
    category: 'pots-and-pans',
    price: 189,
    listPrice: 219,
    blurb: 'Four and a half litres of enamelled iron for stews that take the afternoon.',
    story: [
      'The lid is heavy, and fits: what steams up comes back down. Start it on the hob, forget it in the oven, bring it to the table.',
      'It weighs five kilos and will outlive your kitchen.',
    ],
    facts: [
      ['Holds', '4.5 litres'],
      ['Made of', 'Enamelled cast iron'],
      ['For', 'Every hob, oven to 250 °C'],
      ['Guarantee', '25 years'],
    ],
    colours: [
      ['tomato', 'Tomato', 189, TOMATO],
      ['forest', 'Forest', 189, FOREST],
      ['butter', 'Butter', 189, BUTTER, 'low'],
    ],
    picture: { motif: 'casserole', wall: 'sky', colour: TOMATO },
  },
  {
    slug: 'small-saucepan',
    name: 'Small Saucepan',
    maker: 'Ferrum Noord',
    category: 'pots-and-pans',
    price: 79,
    blurb: 'The pan you reach for four times a day: eggs, oats, butter, soup for one.',
    story: [
      'Three layers of steel and aluminium, a rim that pours from anywhere, a handle of ash that is cool to hold.',
    ],
    facts: [
      ['Holds', '1.2 litres'],
      ['Made of', 'Steel and aluminium, ash handle'],
      ['For', 'Every hob'],
    ],
    picture: { motif: 'saucepan', wall: 'blush', colour: '#b9bec2' },
  },
  {
    slug: 'porridge-pan',
    name: 'Porridge Pan',
    maker: 'Emaille Brandt',
    category: 'pots-and-pans',
    price: 46,
    blurb: 'A milk pan with a lip, in the blue of old kitchens.',
    story: ['Tall enough not to boil over while you look for the spoon. Nearly.'],
    facts: [
      ['Holds', '1.5 litres'],
      ['Made of', 'Enamelled steel'],
    ],
    picture: { motif: 'saucepan', wall: 'oat', colour: '#6d93bd', enamel: true },
  },
  {
    slug: 'patient-kettle',
    name: 'Patient Kettle',
    maker: 'Emaille Brandt',
    category: 'pots-and-pans',
    price: 89,
    fresh: true,
    blurb: 'A kettle without a whistle. It trusts you to listen.',
    story: [
      'Two litres on any hob. The handle folds out of the steam, the spout aims where you look, and the water says when.',
    ],
    facts: [
      ['Holds', '2 litres'],
      ['Made of', 'Enamelled steel, beech'],
      ['For', 'Every hob'],
    ],
    colours: [
      ['butter', 'Butter', 89, BUTTER],
      ['plum', 'Plum', 89, PLUM],
      ['chalk', 'Chalk', 89, CHALK, 'preorder'],
    ],
    picture: { motif: 'kettle', wall: 'mint', colour: BUTTER },
  },
  {
    slug: 'potato-tin',
    name: 'Potato Tin',
    maker: 'Ferrum Noord',
    category: 'pots-and-pans',
    price: 54,
    blurb: 'A roasting tin heavy enough that it will not buckle and bang at 220 degrees.',
    story: [
      'Two millimetres of steel, rolled rims, handles you can find with a cloth in each hand. Makes potatoes sound right.',
    ],
    facts: [
      ['Size', '38 × 27 × 6 cm'],
      ['Made of', 'Carbon steel'],
    ],
    picture: { motif: 'tin', wall: 'tomato', colour: '#4a4d55' },
  },
  {
    slug: 'two-cup-moka',
    name: 'Two-Cup Moka',
    maker: 'Caffettiera Lodi',
    category: 'pots-and-pans',
    price: 38,
    blurb: 'Eight sides, two cups, four minutes.',
    story: [
      'The sound of it coming up is half the coffee. Aluminium, so not for induction; the gas ring under it will be pleased.',
    ],
    facts: [
      ['Holds', '120 ml'],
      ['Made of', 'Aluminium'],
      ['For', 'Gas, electric'],
    ],
    picture: { motif: 'moka', wall: 'pistachio', colour: '#c3c8cb' },
  },
  {
    slug: 'three-spoons',
    name: 'Three Spoons',
    maker: 'Houtwerk Aalst',
    category: 'pots-and-pans',
    price: 19,
    blurb: 'One to stir, one to taste, one to scrape the corner.',
    story: [
      'Cherry wood, cut with the grain and oiled. The corner one is left-handed on request: tell us in the note.',
    ],
    facts: [
      ['Size', '30 cm'],
      ['Made of', 'Cherry wood'],
    ],
    picture: { motif: 'spoons', wall: 'sky', colour: '#b06a3d' },
  },
  {
    slug: 'cooks-knife-18',
    name: 'Cook’s Knife 18',
    maker: 'Messer Kolk',
    category: 'knives-and-boards',
    price: 119,
    blurb: 'Eighteen centimetres, which is the length most hands mean when they say twenty.',
    story: [
      'Forged from a carbon steel that takes an edge in four strokes and a patina in four weeks. Dry it after use and it will be your children’s.',
      'We sharpen every knife we sell, free, for as long as we have a shop.',
    ],
    facts: [
      ['Blade', '18 cm, carbon steel, 60 HRC'],
      ['Handle', 'Smoked oak'],
      ['Made in', 'Solingen, Germany'],
    ],
    picture: { motif: 'knife', wall: 'pistachio', colour: '#6b4a35', blade: 'cook' },
  },
  {
    slug: 'nine-centimetre-knife',
    name: 'Nine-Centimetre Knife',
    maker: 'Messer Kolk',
    category: 'knives-and-boards',
    price: 39,
    blurb: 'For everything you do in the air: garlic, apples, string.',
    story: [
      'A small straight blade with a handle big enough for a whole hand. The one that is always in the dish rack, because it is always in use.',
    ],
    facts: [
      ['Blade', '9 cm, stainless'],
      ['Handle', 'Painted beech'],
    ],
    colours: [
      ['tomato', 'Tomato', 39, TOMATO],
      ['butter', 'Butter', 39, BUTTER],
      ['ink', 'Ink', 39, INK],
    ],
    picture: { motif: 'knife', wall: 'sky', colour: TOMATO, blade: 'paring' },
  },
  {
    slug: 'crumb-knife',
    name: 'Crumb Knife',
    maker: 'Messer Kolk',
    category: 'knives-and-boards',
    price: 69,
    blurb: 'Twenty-four centimetres of rounded teeth that saw less and slice more.',
    story: ['Gets through the crust without flattening the loaf, and through a ripe tomato while it is at it.'],
    facts: [
      ['Blade', '24 cm, stainless'],
      ['Handle', 'Walnut'],
    ],
    picture: { motif: 'knife', wall: 'butter', colour: '#5a3a28', blade: 'bread' },
  },
  {
    slug: 'big-board',
    name: 'Big Board',
    maker: 'Houtwerk Aalst',
    category: 'knives-and-boards',
    price: 72,
    blurb: 'End-grain beech with a lip that hooks the worktop, so it stays where the knife is.',
    story: ['Cut across the grain, so the fibres close again behind the blade. Oil it when you remember.'],
    facts: [
      ['Made of', 'Belgian beech, end grain'],
      ['Care', 'Wipe, oil; never the dishwasher'],
    ],
    sizes: [
      ['small', '30 × 20 cm', 48],
      ['medium', '40 × 28 cm', 72],
      ['large', '50 × 35 cm', 98, undefined, 'preorder'],
    ],
    picture: { motif: 'board', wall: 'mint', colour: '#d3a06a' },
  },
  {
    slug: 'cheese-moon',
    name: 'Cheese Moon',
    maker: 'Houtwerk Aalst',
    category: 'knives-and-boards',
    price: 44,
    listPrice: 52,
    blurb: 'A round board with a handle; sits on the table like a small planet of Comté.',
    story: ['Walnut, twenty-eight centimetres, thin enough to carry with one hand while the other has the bottle.'],
    facts: [
      ['Size', '28 cm across'],
      ['Made of', 'Walnut'],
    ],
    picture: { motif: 'roundboard', wall: 'blush', colour: '#7a4f33' },
  },
  {
    slug: 'twist-mill',
    name: 'Twist Mill',
    maker: 'Houtwerk Aalst',
    category: 'knives-and-boards',
    price: 48,
    blurb: 'A pepper mill turned from one piece of beech, with a steel grinder that means it.',
    story: [
      'Painted in three coats and turned again, so that the paint is as smooth as the wood. Six clicks from dust to gravel.',
    ],
    facts: [
      ['Size', '21 cm tall'],
      ['Made of', 'Beech, hardened steel'],
    ],
    colours: [
      ['forest', 'Forest', 48, FOREST],
      ['tomato', 'Tomato', 48, TOMATO],
      ['chalk', 'Chalk', 48, CHALK],
    ],
    picture: { motif: 'mill', wall: 'lilac', colour: FOREST },
  },
  {
    slug: 'four-sided-grater',
    name: 'Four-Sided Grater',
    maker: 'Ferrum Noord',
    category: 'knives-and-boards',
    price: 32,
    availability: 'low',
    blurb: 'Coarse, fine, slice, and the side nobody agrees on.',
    story: ['Etched, not punched: it cuts rather than tears, and it rinses clean if you do it now and not later.'],
    facts: [
      ['Size', '24 cm tall'],
      ['Made of', 'Stainless steel, oak'],
    ],
    picture: { motif: 'grater', wall: 'tomato', colour: '#c9ced2' },
  },
  {
    slug: 'tea-towel-pair',
    name: 'Tea Towel Pair',
    maker: 'Weverij Duin',
    category: 'linen',
    price: 28,
    blurb: 'Two linen towels with a loop in the right place. Dry by the third glass.',
    story: [
      'Half-bleached linen with a woven stripe. They come a little stiff; so did we. Wash once and they are yours.',
    ],
    facts: [
      ['Size', '50 × 70 cm, two'],
      ['Made of', 'Linen'],
      ['Care', '60 °C'],
    ],
    colours: [
      ['tomato', 'Tomato stripe', 28, TOMATO],
      ['ink', 'Ink stripe', 28, INK],
      ['butter', 'Butter stripe', 28, BUTTER],
    ],
    picture: { motif: 'towels', wall: 'sky', colour: TOMATO },
  },
  {
    slug: 'four-napkins',
    name: 'Four Napkins',
    maker: 'Weverij Duin',
    category: 'linen',
    price: 48,
    blurb: 'Big enough for a lap and a spill. Sold in fours because friends come in pairs.',
    story: [
      'Washed at the mill, hemmed with a mitred corner, and cut at forty-five centimetres, which is a real napkin and not a suggestion.',
    ],
    facts: [
      ['Size', '45 × 45 cm, four'],
      ['Made of', 'Washed linen'],
      ['Care', '60 °C, no ironing expected'],
    ],
    colours: [
      ['plum', 'Plum', 48, PLUM],
      ['blush', 'Blush', 48, BLUSH],
      ['moss', 'Moss', 48, MOSS],
      ['chalk', 'Chalk', 48, CHALK],
    ],
    picture: { motif: 'napkins', wall: 'lilac', colour: PLUM },
  },
  {
    slug: 'long-lunch-tablecloth',
    name: 'Long Lunch Tablecloth',
    maker: 'Weverij Duin',
    category: 'linen',
    price: 149,
    listPrice: 175,
    blurb: 'Heavy linen with a woven check. Expect wine on it; it does.',
    story: [
      'Two hundred and eighty grams to the square metre: it hangs, it does not float. The check hides what a white cloth tells everyone.',
    ],
    facts: [
      ['Made of', 'Linen, 280 g/m²'],
      ['Care', '60 °C'],
    ],
    sizes: [
      ['six', '150 × 250 cm, seats six', 149],
      ['eight', '150 × 320 cm, seats eight', 179],
      ['ten', '160 × 400 cm, seats ten', 219, undefined, 'out'],
    ],
    picture: { motif: 'tablecloth', wall: 'butter', colour: FOREST },
  },
  {
    slug: 'hot-hands-pot-holders',
    name: 'Hot Hands Pot Holders',
    maker: 'Weverij Duin',
    category: 'linen',
    price: 22,
    blurb: 'Quilted, square, thick as a good slice of bread. Two of them.',
    story: [
      'Felted wool between two layers of linen. They have carried a five-kilo pot across our shop more times than we planned.',
    ],
    facts: [
      ['Size', '21 × 21 cm, two'],
      ['Made of', 'Linen, wool felt'],
    ],
    picture: { motif: 'holders', wall: 'pistachio', colour: BLUSH, second: TOMATO },
  },
  {
    slug: 'everything-apron',
    name: 'Everything Apron',
    maker: 'Weverij Duin',
    category: 'linen',
    price: 64,
    blurb: 'Crossed at the back so that your neck can forget about it.',
    story: [
      'One big pocket, no loop to catch on the oven door, straps that cross and let go. Wears in like a pair of jeans.',
    ],
    facts: [
      ['Size', 'One size, honestly'],
      ['Made of', 'Linen, 240 g/m²'],
    ],
    colours: [
      ['ink', 'Ink', 64, INK],
      ['oat', 'Oat', 64, '#d8c6a5'],
    ],
    picture: { motif: 'apron', wall: 'blush', colour: INK },
  },
  {
    slug: 'market-bag',
    name: 'Market Bag',
    maker: 'Weverij Duin',
    category: 'linen',
    price: 34,
    availability: 'out',
    blurb: 'Carries leeks as if they were flowers. Sold out until the loom is free.',
    story: ['Canvas woven from the thick end of the flax. Long handles for the shoulder, a flat bottom for the eggs.'],
    facts: [
      ['Size', '42 × 40 × 14 cm'],
      ['Made of', 'Linen canvas'],
    ],
    picture: { motif: 'bag', wall: 'mint', colour: '#e3d3b3' },
  },
  {
    slug: 'lamplighter-candlestick',
    name: 'Lamplighter Candlestick',
    maker: 'Gieterij Moens',
    category: 'candles-and-vases',
    price: 46,
    blurb: 'Turned brass, bare, in three heights that get on well together.',
    story: [
      'Not lacquered: it will go the colour of honey by the first winter, and back with a cloth and five minutes if you would rather.',
    ],
    facts: [
      ['Made of', 'Solid brass'],
      ['Fits', 'Dinner candles, 22 mm'],
    ],
    sizes: [
      ['low', 'Low, 7 cm', 34],
      ['mid', 'Middle, 14 cm', 46],
      ['tall', 'Tall, 22 cm', 58, undefined, 'low'],
    ],
    picture: { motif: 'candlestick', wall: 'aubergine', colour: '#d2a44c', candle: BLUSH },
  },
  {
    slug: 'six-dinner-candles',
    name: 'Six Dinner Candles',
    maker: 'Lumo Vey',
    category: 'candles-and-vases',
    price: 18,
    blurb: 'Rapeseed wax, cotton wick, seven hours: one long dinner each.',
    story: [
      'Dipped, not poured, and dyed all the way through. They burn without a drip as long as nobody opens the window to make a point.',
    ],
    facts: [
      ['Size', '2.2 × 25 cm, six'],
      ['Burns', '7 hours each'],
    ],
    colours: [
      ['tomato', 'Tomato', 18, TOMATO],
      ['butter', 'Butter', 18, BUTTER],
      ['forest', 'Forest', 18, FOREST],
      ['blush', 'Blush', 18, BLUSH],
    ],
    picture: { motif: 'candles', wall: 'oat', colour: TOMATO },
  },
  {
    slug: 'one-stem-vase',
    name: 'One-Stem Vase',
    maker: 'Oda Leisink',
    category: 'candles-and-vases',
    price: 29,
    blurb: 'Makes a bouquet out of the one thing still flowering.',
    story: ['A narrow neck and a belly full of water. Cow parsley, a twig, a leek gone to seed: it has never said no.'],
    facts: [
      ['Size', '14 cm tall'],
      ['Made of', 'Stoneware'],
    ],
    colours: [
      ['plum', 'Plum', 29, PLUM],
      ['chalk', 'Chalk', 29, CHALK],
      ['moss', 'Moss', 29, MOSS],
    ],
    picture: { motif: 'budvase', wall: 'butter', colour: PLUM },
  },
  {
    slug: 'armful-vase',
    name: 'Armful Vase',
    maker: 'Oda Leisink',
    category: 'candles-and-vases',
    price: 96,
    fresh: true,
    blurb: 'For the day somebody brings too many tulips.',
    story: [
      'Twenty-eight centimetres tall and wide enough in the shoulder for an armful. The white glaze stops where Oda’s hand was when she dipped it.',
    ],
    facts: [
      ['Size', '28 cm tall'],
      ['Made of', 'Stoneware'],
    ],
    picture: { motif: 'vase', wall: 'mint', colour: '#c98a63', dip: CHALK },
  },
  {
    slug: 'low-sun-tealights',
    name: 'Low Sun Tealight Glasses',
    maker: 'Glashütte Irsa',
    category: 'candles-and-vases',
    price: 27,
    blurb: 'Three small glasses that turn a tealight into late afternoon.',
    story: ['Thick amber glass that goes orange at the edges. Put them where people’s faces are.'],
    facts: [
      ['Size', '7 cm tall, three'],
      ['Made of', 'Recycled glass'],
    ],
    picture: { motif: 'tealights', wall: 'inkblue', colour: '#e08a2e' },
  },
  {
    slug: 'late-lamp',
    name: 'Late Lamp',
    maker: 'Lumo Vey',
    category: 'candles-and-vases',
    price: 145,
    availability: 'preorder',
    fresh: true,
    blurb: 'A small lamp without a cord, for the end of the table where the stories are.',
    story: [
      'Eleven hours on a charge, three warm levels, one knob. The shade is spun steel and tilts nowhere, because nowhere is where it should tilt.',
    ],
    facts: [
      ['Size', '28 cm tall'],
      ['Light', '2,200–2,700 K, 220 lm'],
      ['Ships', 'In about six weeks'],
    ],
    picture: { motif: 'lamp', wall: 'aubergine', colour: TOMATO },
  },
];

/** @param {Row} row @param {number} index @returns {Product} */
function toProduct(row, index) {
  const { colours, sizes, availability = 'in-stock', fresh = false, ...rest } = row;
  const sku = `SH-${101 + index}`;
  const variants = (colours ?? sizes ?? []).map(([key, label, price = row.price, colour, stock], at) => ({
    key,
    label,
    sku: `${sku}-${key.toUpperCase()}`,
    gtin: gtin13((101 + index) * 100 + at + 1),
    price,
    ...(row.listPrice === undefined ? {} : { listPrice: Math.round((price * row.listPrice) / row.price) }),
    availability: stock ?? availability,
    ...(colour === undefined ? {} : { colour }),
  }));
  return {
    ...rest,
    sku,
    gtin: gtin13((101 + index) * 100),
    availability,
    fresh,
    place: index,
    option: colours ? 'Colour' : sizes ? 'Size' : undefined,
    variants,
  };
}

export const products = rows.map(toProduct);

/** @type {Map<string, Product>} */
const bySlug = new Map(products.map((product) => [product.slug, product]));

/** @param {string} slug */
export const findProduct = (slug) => bySlug.get(slug);

/** @param {string} slug */
export const findCategory = (slug) => categories.find((category) => category.slug === slug);

/**
 * The variant asked for; without a (known) key the one at the product's own price, else the first.
 * @param {Product} product @param {string | undefined | null} [key]
 * @returns {Variant | undefined}
 */
export function findVariant(product, key) {
  return (
    product.variants.find((variant) => variant.key === key) ??
    product.variants.find((variant) => variant.price === product.price) ??
    product.variants[0]
  );
}

/** What a shopper buys: the variant where there is one, else the product. @param {Product} product @param {Variant} [variant] */
export function offerOf(product, variant) {
  const source = variant ?? product;
  return {
    sku: source.sku,
    gtin: source.gtin,
    price: source.price,
    listPrice: source.listPrice,
    availability: source.availability,
  };
}

/** What is sold under a number. @param {string} sku @returns {{ product: Product, variant: Variant | undefined } | undefined} */
export function findOffer(sku) {
  for (const product of products) {
    const variant = product.variants.find((each) => each.sku === sku);
    if (variant || product.sku === sku) return { product, variant };
  }
  return undefined;
}

/** Matches every word of the query somewhere in name, maker, category or blurb. @param {string} query */
export function searchProducts(query) {
  const words = fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return [];
  return products
    .map((product) => {
      const name = fold(product.name);
      const rest = fold(
        [
          product.maker,
          findCategory(product.category)?.name,
          product.blurb,
          ...product.variants.map((v) => v.label),
        ].join(' '),
      );
      const hit = words.every(
        (word) => name.includes(word) || rest.includes(word) || rest.includes(word.replace(/s$/, '')),
      );
      return { product, hit, inName: words.filter((word) => name.includes(word)).length };
    })
    .filter((found) => found.hit)
    .sort((a, b) => b.inName - a.inName || a.product.place - b.product.place)
    .map((found) => found.product);
}

/** Lower case without accents, so that "glashutte" finds "Glashütte". @param {string} text */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
