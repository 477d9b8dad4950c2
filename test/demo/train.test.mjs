// @ts-check
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findVariant, offerOf, products } from '../../demo/catalog.mjs';
import { simulateVisits } from '../../demo/shoppers.mjs';

const demo = fileURLToPath(new URL('../../demo/', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'cuekit-demo-train-'));
after(() => rmSync(out, { recursive: true, force: true }));

const served = JSON.parse(readFileSync(join(demo, 'related/manifest.json'), 'utf8'));
/** @param {import('../../demo/catalog.mjs').Product} product */
const idOf = (product) => offerOf(product, findVariant(product)).sku;

describe("the demo's made-up shoppers", () => {
  it('come again in the same way, each time', () => {
    assert.deepEqual(simulateVisits({ visits: 50 }), simulateVisits({ visits: 50 }));
    assert.notDeepEqual(simulateVisits({ visits: 50 }), simulateVisits({ visits: 50, seed: 7 }));
  });

  it('look, put into the basket what can be had, and buy what they have put there', () => {
    /** @type {Record<string, import('../../demo/shoppers.mjs').Entry[]>} */
    const visits = {};
    for (const entry of simulateVisits({ visits: 300 })) (visits[String(entry.session)] ??= []).push(entry);
    const sold = new Set(products.filter(({ availability }) => availability === 'out').map(idOf));
    for (const entries of Object.values(visits)) {
      assert.equal(entries[0]?.name, 'view_item');
      const added = entries.filter(({ name }) => name === 'add_to_cart').flatMap(({ items }) => items);
      for (const { item_id: id } of /** @type {{ item_id: string }[]} */ (added)) assert.ok(!sold.has(id), id);
      const bought = entries.find(({ name }) => name === 'purchase');
      if (bought) assert.ok(added.length > 0);
      entries.reduce((before, { at }) => (assert.ok(at > before), at), 0);
    }
  });

  it('have taught the shop what it serves: `npm run demo:train` makes the same files of them', () => {
    const { status, stderr } = spawnSync(process.execPath, [join(demo, 'train.mjs'), '--out', out], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    assert.deepEqual(
      JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')),
      served,
      'the catalogue or the shoppers have changed since: run `npm run demo:train`',
    );
  });

  it('have looked at every product by the name that its page has for it', () => {
    assert.deepEqual(Object.keys(served.tables.products.lists).sort(), products.map(idOf).sort());
    for (const product of products) {
      assert.ok(served.tables.related.lists[idOf(product)].ids.length >= 10, product.name);
      const { price, url, name } = served.tables.products.lists[idOf(product)];
      assert.equal(name, product.name);
      assert.equal(price, offerOf(product, findVariant(product)).price);
      assert.match(url, new RegExp(`^/product/${product.slug}(\\?|$)`));
    }
  });
});
