// The tables of the public specification of A/B-testing SDKs (growthbook/growthbook, MIT), which are not part of this project.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadSource } from './load-source.mjs';

const file = fileURLToPath(new URL('../../../shared/data/growthbook/cases.json', import.meta.url));
const skip = !existsSync(file) && `no tables at ${file}`;
const tables = skip ? {} : JSON.parse(readFileSync(file, 'utf8'));

/** To eight places, as the tables are written. */
const rounded = (data) =>
  JSON.parse(JSON.stringify(data), (_, value) => (typeof value === 'number' ? Math.round(value * 1e8) / 1e8 : value));

describe('the tables of the specification', { skip }, () => {
  let experiments;
  let campaigns;
  before(async () => {
    experiments = await loadSource('src/experiments/index.ts');
    campaigns = await loadSource('src/campaigns/evaluate-audience.ts');
    console.warn = () => {};
  });

  /** What is called with the arguments of a row, by the name of the table. */
  const calls = {
    hash: ([seed, value, version, expected]) => [experiments.hash(seed, value, version), expected],
    getBucketRange: ([, args, expected]) => [experiments.getBucketRanges(...args), expected],
    chooseVariation: ([, place, ranges, expected]) => [experiments.chooseVariation(place, ranges), expected],
    inNamespace: ([, id, namespace, expected]) => [experiments.inNamespace(id, namespace), expected],
    getEqualWeights: ([count, expected]) => [experiments.getEqualWeights(count), expected],
    getQueryStringOverride: ([, name, url, count, expected]) => [
      experiments.getQueryStringOverride(name, url, count),
      expected,
    ],
    evalCondition: ([, condition, attributes, expected, groups]) => [
      campaigns.evaluateAudience(condition, attributes, groups),
      expected,
    ],
  };

  for (const [name, call] of Object.entries(calls)) {
    it(`${name} gives what each row says`, () => {
      assert.ok(tables[name].length > 0);
      for (const row of tables[name]) {
        const [actual, expected] = call(row);
        assert.deepEqual(rounded(actual), rounded(expected), JSON.stringify(row));
      }
    });
  }
});
