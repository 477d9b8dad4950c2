import { warnOnce } from './browser/report.js';
import { startKit } from './kit.js';
import type { KitOptions } from './kit.js';
import { consoleSink } from './sinks/console.js';
import { dataLayer } from './sinks/data-layer.js';
import type { DataLayerOptions } from './sinks/data-layer.js';
import type { Sink } from './sinks/sink.js';
import type { ConsentState, Purpose } from './store/consent.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const states = ['granted', 'denied', 'pending'];
const consentPurposes = ['personalization', 'analytics', 'ads'];

const sinks: Readonly<Record<string, (options: { [key: string]: Json }) => Sink>> = {
  console: () => consoleSink(),
  'data-layer': ({ dataLayer: name, format }) =>
    dataLayer({
      ...(typeof name === 'string' && { name }),
      ...((format === 'gtm' || format === 'gtag') && { format }),
    } satisfies DataLayerOptions),
};

/**
 * Starts the kit as the page's JSON says: `{"consent": "granted", "sinks": ["data-layer", {"sink": "console"}]}`.
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
    else if (key === 'consent') options.consent = readConsent(value);
    else warnOnce(`configuration: “${key}” is not known; known are consent, sinks`);
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

function readSinks(value: Json): Sink[] {
  if (!Array.isArray(value)) {
    warnOnce('configuration: “sinks” must be a list, as in ["data-layer"]');
    return [];
  }
  return value.flatMap((entry, index) => {
    const options = isObject(entry) ? entry : { sink: entry };
    const make =
      typeof options.sink === 'string' && Object.hasOwn(sinks, options.sink) ? sinks[options.sink] : undefined;
    if (make) return [make(options)];
    warnOnce(`configuration: sinks[${index}] is none of ${Object.keys(sinks).join(', ')}`);
    return [];
  });
}

function readConsent(value: Json): Exclude<KitOptions['consent'], undefined> {
  if (isState(value)) return value;
  if (!isObject(value)) {
    warnOnce(`configuration: “consent” is none of ${states.join(', ')}, nor an object by purpose; nothing is granted`);
    return 'pending';
  }
  const consent: Partial<Record<Purpose, ConsentState>> = {};
  for (const [purpose, state] of Object.entries(value)) {
    if (consentPurposes.includes(purpose) && isState(state)) consent[purpose as Purpose] = state;
    else
      warnOnce(
        `configuration: consent.${purpose} is not understood; purposes are ${consentPurposes.join(', ')}, states ${states.join(', ')}`,
      );
  }
  return consent;
}

function isState(value: Json | undefined): value is ConsentState {
  return typeof value === 'string' && states.includes(value);
}

function isObject(value: Json): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
