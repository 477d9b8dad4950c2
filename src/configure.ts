import { attempt, warnOnce } from './browser/report.js';
import type { CartAdapter } from './cart/cart-adapter.js';
import type { CartSelectors } from './cart/dom.js';
import { startKit } from './kit.js';
import type { KitOptions } from './kit.js';
import type { Translations } from './languages/message.js';
import { consoleSink } from './sinks/console.js';
import { dataLayer } from './sinks/data-layer.js';
import type { DataLayerOptions } from './sinks/data-layer.js';
import type { Sink } from './sinks/sink.js';
import type { IncentiveDeclaration } from './store/declared-incentives.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

interface SinkEntry {
  make(options: { [key: string]: Json }): Sink;
  /** What may stand beside the sink's name, and what its value must be. */
  options: Readonly<Record<string, (value: Json) => boolean>>;
}

const sinks: Readonly<Record<string, SinkEntry>> = {
  console: { make: () => consoleSink(), options: {} },
  'data-layer': {
    make: ({ dataLayer: name, format }) =>
      dataLayer({ ...(name !== undefined && { name }), ...(format !== undefined && { format }) } as DataLayerOptions),
    options: {
      dataLayer: (value) => typeof value === 'string',
      format: (value) => value === 'gtm' || value === 'gtag',
    },
  },
};

/** Carts by name, each with its code. */
const carts: Readonly<Record<string, () => Promise<CartAdapter>>> = {
  shopify: async () => (await import('./cart/shopify.js')).shopify(),
  woocommerce: async () => (await import('./cart/woocommerce.js')).woocommerce(),
  custom: async () => (await import('./cart/custom.js')).customCart(),
};

const keys = ['campaigns', 'cart', 'consent', 'incentives', 'manners', 'messages', 'savedGroups', 'sinks'];

const examples = {
  manners: '{"rest": "2m", "sessionCap": 1}',
  savedGroups: '{"tea": ["Green tea", "Black tea"]}',
};

/** What a cart that is seen in the page is described by; the first two have to be there. */
const selectors = ['cart', 'line', 'id', 'name', 'quantity', 'price', 'lineTotal', 'total', 'currency'];

/**
 * Starts the kit as the page's JSON says: `{"consent": "granted", "sinks": ["data-layer", {"sink": "console"}], "cart":
 * "detect"}`. `cart` is `detect`, `shopify`, `woocommerce`, `custom`, or says where the page shows it: `{"cart": ".cart",
 * "line": ".cart-line", "currency": "EUR"}`. `campaigns` is a list of what `<cue-campaign>` says in its attributes, `manners` the
 * numbers of what holds for all of them.
 * What is wrong in it is said in the console with its place; the rest takes effect.
 *
 * @param json the text of `<script type="application/json" data-cuekit>`
 * @throws {SyntaxError} when it is no JSON; the message says where
 */
export async function configure(json: string): Promise<void> {
  const configuration = await parse(json);
  if (!isObject(configuration)) {
    warnOnce('configuration: an object is expected, as in {"sinks": ["data-layer"]}');
    return;
  }
  const options: KitOptions = { sinks: [] };
  for (const [key, value] of Object.entries(configuration)) {
    if (key === 'sinks') options.sinks = readSinks(value);
    // What is not understood in it is said, and left out, where consent is kept.
    else if (key === 'consent') options.consent = value as Exclude<KitOptions['consent'], undefined>;
    else if (key === 'cart') {
      const cart = await readCart(value);
      if (cart) options.cart = cart;
    } else if (key === 'messages') await readMessages(value);
    else if (key === 'incentives') options.incentives = readIncentives(value);
    else if (key === 'campaigns') options.campaigns = readCampaignList(value);
    else if (key === 'manners' || key === 'savedGroups') {
      // What is in them is read, and said when it is not understood, where campaigns are run.
      if (isObject(value)) options[key] = value as never;
      else warnOnce(`configuration: “${key}” must be an object, as in ${examples[key]}`);
    } else warnOnce(`configuration: “${key}” is not known; known are ${keys.join(', ')}`);
  }
  startKit(options);
}

async function parse(json: string): Promise<Json> {
  try {
    return JSON.parse(json) as Json;
  } catch (error) {
    const { locateJsonFault } = await import('./browser/locate-json-fault.js');
    throw new SyntaxError(`the configuration is no JSON: ${locateJsonFault(json) ?? String(error)}`, { cause: error });
  }
}

/** Of what each says, who runs campaigns tells what is wrong. */
function readCampaignList(value: Json): { [key: string]: Json }[] {
  if (!Array.isArray(value)) {
    warnOnce('configuration: “campaigns” must be a list, as in [{"name": "leaving", "moment": "exit-intent"}]');
    return [];
  }
  return value.filter((each, index) => {
    if (!isObject(each)) warnOnce(`configuration: campaigns[${index}], ${JSON.stringify(each)}, is no object`);
    return isObject(each);
  }) as { [key: string]: Json }[];
}

function readSinks(value: Json): Sink[] {
  if (!Array.isArray(value)) {
    warnOnce('configuration: “sinks” must be a list, as in ["data-layer"]');
    return [];
  }
  return value.flatMap((entry, index) => {
    const { sink: name, ...options } = isObject(entry) ? entry : { sink: entry };
    const place = `configuration: sinks[${index}]`;
    const known = typeof name === 'string' && Object.hasOwn(sinks, name) ? sinks[name] : undefined;
    if (!known) {
      warnOnce(`${place}, ${JSON.stringify(name ?? entry)}, is none of ${Object.keys(sinks).join(', ')}`);
      return [];
    }
    const understood = Object.entries(options).filter(([key, option]) => {
      const fits = Object.hasOwn(known.options, key) && known.options[key]!(option);
      if (!fits) warnOnce(`${place}: “${key}”: ${JSON.stringify(option)} is not understood by ${String(name)}`);
      return fits;
    });
    return [known.make(Object.fromEntries(understood))];
  });
}

/** What each of them says is read where it is used: a page that shows none does without that code. */
function readIncentives(value: Json): IncentiveDeclaration[] {
  if (Array.isArray(value)) return value.filter(isObject);
  warnOnce(
    'configuration: “incentives” must be a list, as in [{"id": "WELCOME", "kind": "discount", "name": "10 % off"}]',
  );
  return [];
}

/** By tag, or by language and tag: `{"cue-wishlist": {"title": "Merkzettel"}}`, `{"de": {"cue-wishlist": {…}}}`. */
async function readMessages(value: Json): Promise<void> {
  const { setMessages } = await import('./languages/set-messages.js');
  if (!isObject(value)) return warnOnce('configuration: “messages” must be an object by tag, or by language and tag');
  for (const [key, words] of Object.entries(value)) {
    if (!isObject(words)) warnOnce(`configuration: messages: “${key}” must be an object`);
    else if (key.startsWith('cue-')) setMessages({ [key]: words } as Translations);
    else setMessages(words as Translations, key);
  }
}

async function readCart(value: Json): Promise<KitOptions['cart']> {
  if (value === 'detect') return value;
  if (typeof value === 'string' && Object.hasOwn(carts, value)) return carts[value]!();
  if (!isObject(value)) {
    warnOnce(
      `configuration: “cart”: ${JSON.stringify(value)} is none of detect, ${Object.keys(carts).join(', ')}, nor an object of selectors`,
    );
    return undefined;
  }
  const wrong = Object.entries(value).filter(([key, text]) => !selectors.includes(key) || typeof text !== 'string');
  for (const [key] of wrong)
    warnOnce(`configuration: cart: “${key}” is not understood; known are ${selectors.join(', ')}`);
  const { currency, ...where } = Object.fromEntries(Object.entries(value).filter((entry) => !wrong.includes(entry)));
  if (!where.cart || !where.line) {
    warnOnce('configuration: cart: the selectors “cart” and “line” are needed');
    return undefined;
  }
  let adapter: CartAdapter | undefined;
  const { domCart } = await import('./cart/dom.js');
  attempt('configuration: cart: a selector cannot be used', () => {
    adapter = domCart(where as unknown as CartSelectors, typeof currency === 'string' ? { currency } : {});
  });
  return adapter;
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
