import { expect } from 'chai';
import fc from 'fast-check';
import { shareLink } from '../../../src/elements/share-button/share-link.js';

const campaign = { utm_source: 'copy', utm_medium: 'share' };

describe('shareLink', () => {
  it('adds the campaign', () => {
    expect(shareLink('https://shop.example/tea', campaign)).to.equal(
      'https://shop.example/tea?utm_source=copy&utm_medium=share',
    );
  });

  it('keeps the query to the letter, and the hash at its end', () => {
    expect(shareLink('https://shop.example/?v=1+2%203&flag&x=%C3%A9#size', campaign)).to.equal(
      'https://shop.example/?v=1+2%203&flag&x=%C3%A9&utm_source=copy&utm_medium=share#size',
    );
  });

  it('leaves what the shop has written into the address itself', () => {
    expect(shareLink('https://shop.example/?utm_source=flyer', campaign)).to.equal(
      'https://shop.example/?utm_source=flyer&utm_medium=share',
    );
  });

  it('adds nothing where there is nothing to say', () => {
    const address = 'https://shop.example/?';
    expect(shareLink(address, { utm_source: '', utm_medium: undefined })).to.equal(address);
  });

  it('for any address: path, query and hash stay, the campaign can be read, twice is once', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.dictionary(fc.constantFrom('utm_source', 'utm_medium', 'utm_campaign'), fc.string({ minLength: 1 })),
        (address, parameters) => {
          const before = new URL(address);
          const link = shareLink(address, parameters);
          const after = new URL(link);
          expect(after.origin + after.pathname + after.hash).to.equal(before.origin + before.pathname + before.hash);
          expect(after.search.startsWith(before.search)).to.equal(true);
          for (const [name, value] of Object.entries(parameters))
            expect(after.searchParams.get(name)).to.equal(before.searchParams.get(name) ?? value);
          expect(shareLink(link, parameters)).to.equal(link);
        },
      ),
    );
  });
});
