/**
 * How a field is counted, as scrapinghub/product-extraction-benchmark (MIT) counts it in its `evaluate.py`: each page is
 * one case; a wrong answer is a false positive and, where an answer was expected, also a false negative; an answer where
 * none was expected is a false positive. Prices are compared as decimal numbers, everything else literally.
 */
const price = (value) => Number(value);
const same = (value) => String(value);

/** ISO codes for the signs a person wrote down; `$` and `Rs` belong to several countries. */
const signs = {
  $: 'USD CLP ARS TWD CAD AUD MXN COP NZD SGD HKD',
  '€': 'EUR',
  '£': 'GBP',
  Rs: 'PKR INR LKR',
  '₹': 'INR',
  zł: 'PLN',
  Kn: 'HRK',
  Lei: 'RON',
  'тг.': 'KZT',
  'ر.س': 'SAR',
  '원~': 'KRW',
};

const loose = (value) => String(value).trim().toLowerCase();

export const fields = {
  price: { normal: price, read: (product) => product.price },
  sku: { normal: same, read: (product) => product.sku },
  availability: {
    normal: same,
    // The answers know two states only.
    read: ({ availability }) =>
      availability && (/^(OutOfStock|SoldOut|Discontinued)$/.test(availability) ? 'OutOfStock' : 'InStock'),
  },
  brand: { normal: loose, read: (product) => product.brand },
  gtin: { normal: same, read: (product) => product.gtin },
  mpn: { normal: loose, read: (product) => product.mpn },
  currency: {
    normal: same,
    read: (product) => product.currency,
    expand: (values) => values.flatMap((sign) => [sign, ...(signs[sign] ?? '').split(' ')]),
  },
};

/** What the peer's parser (extruct, as that benchmark publishes it for its whole set of pages) reaches. */
export const peer = { price: { precision: 0.864, f1: 0.685 }, sku: { f1: 0.537 }, availability: { f1: 0.626 } };

/**
 * @param {Record<string, Record<string, string[]>>} truth accepted values by page and field
 * @param {Record<string, object | undefined>} answers the main product by page
 */
export function score(truth, answers) {
  const result = {};
  const errors = [];
  for (const [field, { normal, read, expand = (values) => values }] of Object.entries(fields)) {
    let right = 0;
    let wrong = 0;
    let missed = 0;
    for (const [page, accepted] of Object.entries(truth)) {
      const expected = expand(accepted[field] ?? []).map(normal);
      const product = answers[page];
      const answer = product && read(product);
      const isRight = answer !== undefined && expected.includes(normal(answer));
      if (isRight) right++;
      else {
        if (answer !== undefined) wrong++;
        if (expected.length) missed++;
        if (answer !== undefined || expected.length)
          errors.push({ field, page, url: accepted.url, expected: accepted[field], answer });
      }
    }
    const precision = right + wrong + missed === 0 || (!wrong && !missed) ? 1 : right ? right / (right + wrong) : 0;
    const recall = !wrong && !missed ? 1 : right ? right / (right + missed) : 0;
    const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
    result[field] = { precision, recall, f1, right, wrong, missed };
  }
  return { fields: result, errors };
}
