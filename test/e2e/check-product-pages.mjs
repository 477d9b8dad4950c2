/**
 * `npm run check:pages [-- --data DIR] [-- --errors]`: adds the script and the button to every real product page of a folder,
 * presses the button and prints how many work. DIR has the form that `npm run bench:product` reads.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assertBuilt } from './built-kit.mjs';
import { startBrowser } from './start-browser.mjs';
import { missing, print, summarise, tryProductPages, usualData } from './try-product-pages.mjs';

const { values: options } = parseArgs({
  options: { data: { type: 'string', default: usualData }, errors: { type: 'boolean', default: false } },
});
const data = resolve(options.data);
const nothing = missing(data);
if (nothing) {
  console.error(`${nothing}. Name a folder with -- --data DIR.`);
  process.exit(1);
}
assertBuilt();
const browser = await startBrowser();
try {
  const result = await tryProductPages(browser, data);
  const summaries = { atEnd: summarise(result, 'atEnd'), atHeading: summarise(result, 'atHeading') };
  print('at the end of the page', summaries.atEnd);
  print('beside the heading', summaries.atHeading);
  if (options.errors) {
    for (const [place, { errors }] of Object.entries(summaries))
      for (const { field, url, expected, answer } of errors)
        if (['price', 'currency', 'sku'].includes(field))
          console.log([place, field, JSON.stringify(expected ?? null), JSON.stringify(answer ?? null), url].join('\t'));
    for (const { url, atEnd, atHeading, read, errors } of result.pages) {
      for (const { place, heard, noHeading } of [atEnd, atHeading]) {
        const { id, name, price, currency } = heard?.detail.product ?? {};
        const alike = [id, name, price, currency].join() === [read?.id, read?.name, read?.price, read?.currency].join();
        if (!noHeading && (!id || !name || !alike))
          console.log(
            [
              place,
              JSON.stringify({ id, name, price, currency }),
              `reader: ${JSON.stringify(read && { id: read.id, name: read.name, price: read.price, currency: read.currency })}`,
              url,
            ].join('\t'),
          );
      }
      for (const error of errors) console.log(`said\t${error}\t${url}`);
    }
  }
} finally {
  await browser.close();
}
