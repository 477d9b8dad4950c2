import { expect } from 'chai';
import fc from 'fast-check';
import { FRAGMENT, linksTo, MOST_SHARED, readSharedLink } from '../../../src/elements/wishlist/shared-link.js';
import type { SharedList } from '../../../src/elements/wishlist/shared-link.js';
import type { Product } from '../../../src/events/product.js';
import { xssPayloads } from '../xss-payloads.js';

const here = (path: string): string => location.origin + path;

const teapot: Product = {
  id: 't1',
  name: 'Teapot 🫖',
  url: here('/teapot'),
  image: here('/teapot.jpg'),
  variant: 'Blue',
  price: 5,
  currency: 'EUR',
};

const fragmentOf = (link: string): string => link.slice(link.indexOf('#'));
const plain = (data: unknown): string =>
  `${FRAGMENT}0${btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(data))))}`;

async function roundTrip(list: SharedList, page?: string): Promise<(SharedList | undefined)[]> {
  const { now, packed } = linksTo(list, page);
  return Promise.all([now, await packed].map(async (link) => readSharedLink(fragmentOf(link))));
}

describe('a link to a list', function () {
  this.timeout(60_000);

  it('holds what it takes to show it, and no price, which would be old, or made up', async () => {
    const list = { name: 'Birthday', products: [teapot, { id: 't2' }] };
    const { price: _, currency: __, ...shown } = teapot;
    for (const read of await roundTrip(list))
      expect(read).to.deep.equal({ name: 'Birthday', products: [shown, { id: 't2' }] });
  });

  it('leads to this page without its query; to its canonical address; to the page that the shop names', () => {
    expect(linksTo({ name: '', products: [] }).now.split('#')[0]).to.equal(location.origin + location.pathname);
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.href = '/products/teapot?variant=2#top';
    document.head.append(link);
    expect(linksTo({ name: '', products: [] }).now.split('#')[0]).to.equal(here('/products/teapot?variant=2'));
    link.href = 'https://elsewhere.example/';
    expect(linksTo({ name: '', products: [] }).now.split('#')[0]).to.equal(location.origin + location.pathname);
    link.remove();
    expect(linksTo({ name: '', products: [] }, '/list?page_id=12#x').now.split('#')[0]).to.equal(
      here('/list?page_id=12'),
    );
    expect(linksTo({ name: '', products: [] }, 'javascript:alert(1)').now.split('#')[0]).to.equal(
      location.origin + location.pathname,
    );
  });

  it('is short: fifty products in less than 2,000 characters, more are left out', async () => {
    const products = Array.from({ length: 60 }, (_, index) => ({
      ...teapot,
      id: String(41_000_000_000_000 + index * 7919),
      name: `Teapot of the series ${index}`,
      url: here(`/products/teapot-of-the-series-${index}`),
      image: here(`/cdn/shop/files/teapot-${index}.jpg`),
    }));
    const link = await linksTo({ name: 'Birthday', products }).packed;
    expect(link.length).to.be.lessThan(2000);
    expect((await readSharedLink(fragmentOf(link)))!.products).to.have.length(MOST_SHARED);
  });

  it('gives back any list', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    const products = fc.record(
      {
        id: text,
        name: text,
        variant: text,
        url: fc.webPath().map((path) => new URL(`/x${path}`, location.origin).href),
      },
      { requiredKeys: ['id'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(products, { maxLength: 12, selector: ({ id }) => id }), async (list) => {
        for (const read of await roundTrip({ name: 'List', products: list }))
          expect(read).to.deep.equal({ name: 'List', products: list });
      }),
      { numRuns: 100 },
    );
  });

  it('that is none, or was cut or changed, reads as none', async () => {
    const { now, packed } = linksTo({ name: 'A', products: [teapot] });
    const links = [now, await packed].map(fragmentOf);
    for (const fragment of [
      '',
      '#',
      '#top',
      FRAGMENT,
      `${FRAGMENT}0`,
      `${FRAGMENT}1`,
      `${FRAGMENT}2AAAA`,
      `${FRAGMENT}0!!!`,
      ...links.map((link) => link.slice(0, -7)),
      plain(7),
      plain(null),
      plain({}),
      plain(['name', 'no list']),
      `${FRAGMENT}0${btoa('\xff\xfe')}`,
      `${FRAGMENT}0${'A'.repeat(50_000)}`,
    ])
      expect(await readSharedLink(fragment), fragment.slice(0, 60)).to.equal(undefined);
    await fc.assert(
      fc.asyncProperty(fc.base64String({ maxLength: 200 }), fc.constantFrom('0', '1'), async (text, kind) => {
        const read = await readSharedLink(`${FRAGMENT}${kind}${text}`);
        if (read) expect(read.products.every(({ id }) => id)).to.equal(true);
      }),
      { numRuns: 200 },
    );
  });

  it('that would unpack to more than any list is given up', async () => {
    const bomb = new Blob([`["",[["a","${'x'.repeat(3_000_000)}"]]]`]).stream();
    const packed = await new Response(bomb.pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer();
    const text = btoa(String.fromCharCode(...new Uint8Array(packed)));
    expect(text.length).to.be.lessThan(20_000);
    expect(await readSharedLink(`${FRAGMENT}1${text}`)).to.equal(undefined);
  });

  it('brings only what is the shop’s: no address elsewhere, no picture from where the page has none', async () => {
    const image = document.createElement('img');
    image.src = 'https://cdn.example/known.jpg';
    document.body.append(image);
    const rows = [
      ['a', 'A', 'https://evil.example/', 'https://evil.example/pixel.gif'],
      ['b', 'B', '//evil.example/', 'https://cdn.example/b.jpg'],
      ['c', 'C', 'javascript:alert(1)', 'data:image/svg+xml,<svg onload=alert(1)>'],
      ['d', 'D', '/d', '/d.jpg'],
      ['e', 'E', '\\\\evil.example/', 'mailto:a@b.example'],
      ['d', 'a second one of one id'],
      ['', 'without an id'],
      ['x'.repeat(201), 'with an id that is none'],
      'no row',
      null,
      [7, 'a number'],
      ['f', 7, {}, [], null],
      ['__proto__', 'n'.repeat(500)],
    ];
    const read = await readSharedLink(plain(['n'.repeat(500), rows]));
    image.remove();
    expect(read!.name).to.have.length(60);
    expect(read!.products).to.deep.equal([
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B', image: 'https://cdn.example/b.jpg' },
      { id: 'c', name: 'C' },
      { id: 'd', name: 'D', url: here('/d'), image: here('/d.jpg') },
      { id: 'e', name: 'E' },
      { id: 'f' },
      { id: '__proto__', name: 'n'.repeat(120) },
    ]);
  });

  it('takes payloads for what they are: texts', async () => {
    const rows = xssPayloads.map((payload, index) => [`${index}`, payload, payload, payload, payload]);
    const read = await readSharedLink(plain(['', rows.slice(0, MOST_SHARED)]));
    for (const { name, url, image } of read!.products) {
      expect(name).to.be.a('string');
      for (const address of [url, image]) if (address) expect(new URL(address).origin).to.equal(location.origin);
    }
  });
});
