import { warnOnce } from '../browser/report.js';
import type { Namespace } from '../experiments/in-namespace.js';
import { readBoundary } from './boundary.js';
import type { Campaign, Variant } from './campaign.js';
import { splitMoments } from '../moments/split-moments.js';
import { emptyAttributes } from './attributes.js';
import { checkAudience } from './check-audience.js';
import type { Attributes, Condition } from './match-condition.js';
import { nearestNames } from '../browser/nearest-names.js';
import { readCaps } from './read-caps.js';
import { readDuration } from '../browser/read-duration.js';
import { readLengths } from './read-lengths.js';
import { readSchedule } from './schedule.js';

/** Most campaigns of a shop. */
export const MOST_CAMPAIGNS = 400;

/** Longest name of anything. */
const LONGEST = 100;

/** What a shop may write, in JSON or as attributes (`exclusive-with`). */
const fields = [
  'name',
  'moment',
  'audience',
  'cap',
  'group',
  'asks',
  'holdout',
  'start',
  'end',
  'schedule',
  'priority',
  'exclusiveWith',
  'after',
  'namespace',
  'variants',
  'surface',
  'overlay',
  'paused',
];

export interface ReadOptions {
  /** What is known of shoppers, with which names in audiences are compared; without it, what the kit's store knows. */
  known?: Attributes;
  /** Told what is wrong. */
  warn?: (message: string) => void;
  /** What was read before, by what it was read of: who reads a list again and again reads each campaign once. */
  readBefore?: WeakMap<object, Campaign>;
}

/**
 * A campaign out of data that anybody may have written; undefined when it has no name or no moment. What is not understood
 * is told by its name. If it restricts the campaign (an audience, a cap, an end …), the campaign is kept and never shown,
 * since without it more would be shown than the shop wants.
 */
export function readCampaign(
  data: unknown,
  { known = emptyAttributes(), warn = warnOnce }: ReadOptions = {},
): Campaign | undefined {
  const given = byCamelCase(data);
  const name = readName(given.name);
  if (!name) return void warn('a campaign without a name is left out; its name is what caps and numbers are kept by');
  const faults: string[] = [];
  const say = (message: string) => warn(`campaign “${name}”: ${message}`);

  /** A field as `read` understands it; what it does not is told, and is a fault when the field restricts. */
  function field<T>(
    key: string,
    form: string,
    read: (value: unknown) => T | undefined,
    restricts = true,
  ): T | undefined {
    const value = given[key];
    if (value === undefined || value === null || value === '') return undefined;
    const understood = attemptTo(() => read(value));
    if (understood !== undefined) return understood;
    say(
      `${key} is ${form}, not ${show(value)}${restricts ? '; the campaign is not shown until that is put right' : ''}`,
    );
    if (restricts) faults.push(key);
    return undefined;
  }

  for (const key of Object.keys(given)) {
    if (fields.includes(key)) continue;
    const near = nearestNames(key, fields).map((other) => `“${other}”`);
    say(`“${key}” is no field of a campaign${near.length ? `; did you mean ${near.join(' or ')}?` : ''}`);
  }

  const moments = field('moment', 'the name of a moment, or several', readMoments, false);
  if (!moments) return void say('it is left out, for it has no moment');
  const audience = field('audience', 'a condition in JSON, its times written as 30m or 2d', (value) => {
    const condition = readCondition(value);
    return condition && readLengths(condition, known);
  });
  if (audience) for (const problem of checkAudience(audience, known)) say(`audience: ${problem}`);
  const restrictions = {
    audience,
    group: field('group', 'a name', readName),
    asks: field('asks', 'a name', readName),
    start: field('start', 'a date or a time in ISO 8601', (value) => readBoundary(value, false)),
    end: field('end', 'a date or a time in ISO 8601', (value) => readBoundary(value, true)),
    schedule: field('schedule', 'times of the week: Mo-Fr 09:00-17:00', readSchedule),
    namespace: field('namespace', 'a name and two numbers from 0 to 1', readNamespace),
  };
  return {
    name,
    moments,
    ...(Object.fromEntries(
      Object.entries(restrictions).filter(([, value]) => value !== undefined),
    ) as Partial<Campaign>),
    caps: field('cap', 'a number of times: 1/7d, 2/session, 1/page', readCaps) ?? [{ count: 1, per: 'session' }],
    holdout: field('holdout', 'a share: 10% or 0.1', readShare) ?? 0,
    priority: field('priority', 'a number', readNumber, false) ?? 0,
    exclusiveWith: field('exclusiveWith', 'the name of a campaign, or several', readNames) ?? [],
    after:
      field('after', 'the name of a campaign, with a time if it is to be some time ago: welcome/2d', readAfter) ?? [],
    variants: field('variants', 'a list of names, or of { name, weight }', readVariants, false) ?? [
      { name: 'default', weight: 1 },
    ],
    surface: field('surface', 'an id', readName, false) ?? name,
    overlay: field('overlay', 'true or false', readFlag, false) ?? true,
    paused: field('paused', 'true or false', readFlag) ?? false,
    faults,
  };
}

/** All campaigns of a list, of which each name counts once. */
export function readCampaigns(data: unknown, options: ReadOptions = {}): Campaign[] {
  const { warn = warnOnce, readBefore } = options;
  const campaigns = new Map<string, Campaign>();
  if (!Array.isArray(data)) warn('campaigns are a list');
  else if (data.length > MOST_CAMPAIGNS) warn(`the first ${MOST_CAMPAIGNS} campaigns count; there are ${data.length}`);
  for (const each of (Array.isArray(data) ? data.slice(0, MOST_CAMPAIGNS) : []) as unknown[]) {
    const campaign = readBefore?.get(each as object) ?? readCampaign(each, options);
    if (!campaign) continue;
    readBefore?.set(each as object, campaign);
    if (campaigns.has(campaign.name)) warn(`there are two campaigns “${campaign.name}”; the first one counts`);
    else campaigns.set(campaign.name, campaign);
  }
  return [...campaigns.values()];
}

function byCamelCase(data: unknown): Record<string, unknown> {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return {};
  const entries = attemptTo(() => Object.entries(data)) ?? [];
  return Object.fromEntries(
    entries.map(([key, value]) => [key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]),
  );
}

function attemptTo<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}

function show(value: unknown): string {
  const text = attemptTo(() => JSON.stringify(value)) ?? typeof value;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

function readName(value: unknown): string | undefined {
  const name = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return name && name.length <= LONGEST ? name : undefined;
}

/** A comma inside of a moment's parentheses belongs to it. */
function readMoments(value: unknown): string[] | undefined {
  return readNames(Array.isArray(value) ? value : splitMoments(String(value)));
}

function readNames(value: unknown): string[] | undefined {
  const names = (Array.isArray(value) ? value : String(value).split(',')).map(readName);
  return names.length && names.every((name) => name !== undefined) ? [...new Set(names)] : undefined;
}

function readCondition(value: unknown): Condition | undefined {
  const condition: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return typeof condition === 'object' && condition !== null && !Array.isArray(condition)
    ? (condition as Condition)
    : undefined;
}

function readNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(value.trim() || NaN) : value;
  return Number.isFinite(number) ? (number as number) : undefined;
}

function readShare(value: unknown): number | undefined {
  const percent = /^(.*)%$/.exec(String(value).trim());
  const share = percent ? readNumber(percent[1]) : readNumber(value);
  const part = share !== undefined && percent ? share / 100 : share;
  return part !== undefined && part >= 0 && part <= 1 ? part : undefined;
}

/** An attribute without a value is true, as in HTML. */
function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function readAfter(value: unknown): Campaign['after'] | undefined {
  const list = (Array.isArray(value) ? value : String(value).split(',')).map((each) => {
    const [, name, wait] = /^(.*?)(?:\s*\/\s*([^/]+))?$/s.exec(String(each).trim()) ?? [];
    const campaign = readName(name);
    const waitMs = wait === undefined ? 0 : readDuration(wait);
    return campaign && waitMs !== undefined ? { campaign, waitMs } : undefined;
  });
  return list.every((each) => each !== undefined) ? list : undefined;
}

function readNamespace(value: unknown): Namespace | undefined {
  const [name, start, end] = Array.isArray(value) ? value : String(value).split(',');
  const [known, from, to] = [readName(name), readNumber(start), readNumber(end)];
  if (!known || from === undefined || to === undefined || from < 0 || to > 1 || from > to) return undefined;
  return [known, from, to];
}

function readVariants(value: unknown): Variant[] | undefined {
  const variants = new Map<string, Variant>();
  for (const each of Array.isArray(value) ? value : String(value).split(',')) {
    const { name = each as unknown, weight = 1 } = (
      typeof each === 'object' && each !== null ? each : {}
    ) as Partial<Variant>;
    const known = readName(name);
    const share = readNumber(weight);
    if (!known || share === undefined || share < 0 || variants.has(known)) return undefined;
    variants.set(known, { name: known, weight: share });
  }
  return [...variants.values()].some(({ weight }) => weight > 0) ? [...variants.values()] : undefined;
}
