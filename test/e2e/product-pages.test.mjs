import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { missing, print, summarise, tryProductPages, usualData } from './try-product-pages.mjs';
import { useStage } from './use-stage.mjs';

const nothing = missing(usualData);
if (nothing) console.log(`SKIPPED: ${nothing}`);

const stage = nothing ? undefined : useStage();

describe('two lines in real product pages', { skip: nothing }, () => {
  let result;

  it('give a button that knows the product and tells of it, at the end of the page', async () => {
    result = await tryProductPages(stage.browser, usualData);
    const seen = summarise(result, 'atEnd');
    print('at the end of the page', seen);
    // What worked once must go on working; the numbers are those of the reader's own bench.
    assert.equal(seen.laidOut, seen.tried);
    assert.ok(seen.enabled >= 83, `${seen.enabled} enabled`);
    assert.equal(seen.added, seen.enabled);
    assert.ok(seen.price.wrong <= 5, `${seen.price.wrong} wrong prices`);
    assert.ok(seen.price.right >= 69, `${seen.price.right} right prices`);
  });

  it('and beside the heading', () => {
    const seen = summarise(result, 'atHeading');
    print('beside the heading', seen);
    assert.equal(seen.laidOut, seen.tried);
    assert.ok(seen.enabled >= 79, `${seen.enabled} enabled`);
    assert.equal(seen.added, seen.enabled);
    assert.ok(seen.price.wrong <= 5, `${seen.price.wrong} wrong prices`);
    assert.ok(seen.price.right >= 64, `${seen.price.right} right prices`);
  });

  it('and say nothing to the page that a shop would have to answer for', () => {
    const errors = result.pages.flatMap(({ url, errors: said }) => said.map((text) => `${text} ${url}`));
    const ours = errors.filter((text) => !/found no product/.test(text));
    assert.deepEqual(ours, []);
  });
});
