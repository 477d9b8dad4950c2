// @ts-check
import { findCategory, offerOf, shop } from './catalog.mjs';
import { reviewsOf, summaryOf } from './reviews.mjs';

/** @typedef {import('./catalog.mjs').Product} Product */
/** @typedef {import('./catalog.mjs').Variant} Variant */

const schemaAvailability = {
  'in-stock': 'InStock',
  low: 'LimitedAvailability',
  out: 'OutOfStock',
  preorder: 'PreOrder',
};

/** In schema.org's words. @param {import('./catalog.mjs').Availability} availability */
export const availabilityName = (availability) => schemaAvailability[availability];

/** @param {import('./catalog.mjs').Availability} availability */
export const availabilityUrl = (availability) => `https://schema.org/${availabilityName(availability)}`;

/** @param {Product} product @param {Variant} [variant] */
export const productPath = (product, variant) => `/product/${product.slug}${variant ? `?variant=${variant.key}` : ''}`;

/** @param {Product} product @param {Variant} [variant] @param {string} [view] */
export const picturePath = (product, variant, view) =>
  `/pictures/${[product.slug, variant?.colour ? variant.key : '', view].filter(Boolean).join('.')}.svg`;

/** @param {string} origin @param {Product} product @param {Variant} [variant] */
function offer(origin, product, variant) {
  const { sku, price, listPrice, availability } = offerOf(product, variant);
  return {
    '@type': 'Offer',
    url: origin + productPath(product, variant),
    sku,
    price: price.toFixed(2),
    priceCurrency: shop.currency,
    availability: availabilityUrl(availability),
    itemCondition: 'https://schema.org/NewCondition',
    ...(listPrice === undefined
      ? {}
      : {
          priceSpecification: [
            { '@type': 'UnitPriceSpecification', price: price.toFixed(2), priceCurrency: shop.currency },
            {
              '@type': 'UnitPriceSpecification',
              priceType: 'https://schema.org/ListPrice',
              price: listPrice.toFixed(2),
              priceCurrency: shop.currency,
            },
          ],
        }),
  };
}

/** What customers have said, if anybody has. @param {Product} product */
function ratings({ slug }) {
  const all = summaryOf(slug);
  if (!all) return {};
  return {
    aggregateRating: { '@type': 'AggregateRating', ratingValue: all.value, reviewCount: all.count },
    review: reviewsOf(slug).map(({ rating, name, on, text }) => ({
      '@type': 'Review',
      author: { '@type': 'Person', name },
      datePublished: on,
      reviewBody: text,
      reviewRating: { '@type': 'Rating', ratingValue: rating },
    })),
  };
}

/**
 * A product as its own page tells it: colours as a ProductGroup with its variants, sizes as the Product of the size shown.
 * @param {string} origin @param {Product} product @param {Variant} [variant]
 */
export function productData(origin, product, variant) {
  const common = {
    name: product.name,
    description: [product.blurb, ...product.story].join(' '),
    brand: { '@type': 'Brand', name: product.maker },
    category: findCategory(product.category)?.name,
    ...ratings(product),
  };
  if (product.option === 'Colour') {
    return {
      '@context': 'https://schema.org',
      '@type': 'ProductGroup',
      '@id': `${origin}${productPath(product)}#product`,
      productGroupID: product.sku,
      ...common,
      url: origin + productPath(product),
      image: origin + picturePath(product),
      variesBy: ['https://schema.org/color'],
      hasVariant: product.variants.map((each) => ({
        '@type': 'Product',
        '@id': `${origin}${productPath(product, each)}#variant`,
        sku: each.sku,
        gtin13: each.gtin,
        name: product.name,
        color: each.label,
        image: origin + picturePath(product, each),
        url: origin + productPath(product, each),
        offers: offer(origin, product, each),
      })),
    };
  }
  const { sku, gtin } = offerOf(product, variant);
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    '@id': `${origin}${productPath(product, variant)}#product`,
    sku,
    gtin13: gtin,
    ...common,
    ...(variant ? { size: variant.label } : {}),
    url: origin + productPath(product, variant),
    image: [picturePath(product, variant), picturePath(product, variant, 'detail')].map((path) => origin + path),
    offers: offer(origin, product, variant),
  };
}

/** @param {string} origin @param {Product[]} products @param {string} name @param {boolean} [full] with each product's own data */
export const listData = (origin, products, name, full = false) => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  name,
  numberOfItems: products.length,
  itemListElement: products.map((product, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    ...(full
      ? {
          item: {
            '@type': 'Product',
            sku: product.sku,
            gtin13: product.gtin,
            name: product.name,
            url: origin + productPath(product),
            image: origin + picturePath(product),
            brand: { '@type': 'Brand', name: product.maker },
            offers: offer(origin, product),
          },
        }
      : { url: origin + productPath(product), name: product.name }),
  })),
});

/** @param {string} origin @param {[name: string, path: string][]} trail */
export const breadcrumbData = (origin, trail) => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: trail.map(([name, path], index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: origin + path,
  })),
});

/** @param {string} origin */
export const siteData = (origin) => ({
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'Organization',
      '@id': `${origin}/#organization`,
      name: shop.name,
      url: `${origin}/`,
      logo: `${origin}/favicon.svg`,
      email: shop.mail,
      telephone: shop.phone,
      address: {
        '@type': 'PostalAddress',
        streetAddress: shop.street,
        postalCode: '9000',
        addressLocality: 'Ghent',
        addressCountry: 'BE',
      },
    },
    {
      '@type': 'WebSite',
      '@id': `${origin}/#website`,
      name: shop.name,
      url: `${origin}/`,
      publisher: { '@id': `${origin}/#organization` },
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search?q={search_term_string}` },
        'query-input': 'required name=search_term_string',
      },
    },
  ],
});
