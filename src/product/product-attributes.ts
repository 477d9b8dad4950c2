/** Attributes by which an element says which product it stands for. */
export const productAttributes: readonly string[] = [
  'product-id',
  'name',
  'price',
  'currency',
  'url',
  'image',
  'brand',
  'category',
  'variant',
  'availability',
  'list-price',
  'sku',
  'gtin',
  'mpn',
];
