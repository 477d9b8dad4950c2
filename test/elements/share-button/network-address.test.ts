import { expect } from 'chai';
import fc from 'fast-check';
import { networkAddress } from '../../../src/elements/share-button/network-address.js';
import { networks, parseNetworks } from '../../../src/elements/share-button/networks.js';
import type { Network } from '../../../src/elements/share-button/networks.js';
import { warnings } from '../mount.js';

const all = Object.keys(networks) as Network[];
const link = 'https://shop.example/tea?a=1&b=2#c';
const content = { url: link, title: 'Tea & “Pot”', text: 'Look: 100 %', image: 'https://shop.example/tea.jpg' };

describe('networkAddress', () => {
  it('fills in what the network wants', () => {
    const query = (network: Network): Record<string, string> =>
      Object.fromEntries(new URL(networkAddress(network, content, link)).searchParams);
    expect(query('facebook')).to.deep.equal({ u: link });
    expect(query('x')).to.deep.equal({ url: link, text: 'Look: 100 %' });
    expect(query('whatsapp')).to.deep.equal({ text: `Look: 100 % ${link}` });
    expect(query('pinterest')).to.deep.equal({ url: link, media: content.image, description: 'Look: 100 %' });
    expect(query('reddit')).to.deep.equal({ url: link, title: content.title });
    expect(query('email')).to.deep.equal({ subject: content.title, body: `Look: 100 % ${link}` });
  });

  it('leaves out what there is nothing for', () => {
    const bare = { url: link };
    expect(networkAddress('email', bare, link)).to.equal(`mailto:?body=${encodeURIComponent(link)}`);
    expect(networkAddress('pinterest', bare, link)).to.equal(
      `https://www.pinterest.com/pin/create/button/?url=${encodeURIComponent(link)}`,
    );
    expect(networkAddress('x', bare, link)).to.equal(`https://x.com/intent/tweet?url=${encodeURIComponent(link)}`);
  });

  it('writes spaces so that a mail program understands them', () => {
    for (const network of all) expect(networkAddress(network, content, link), network).to.not.match(/[+ ]/);
  });

  it('whatever the texts, it stays at the network, and the link arrives whole', () => {
    const text = fc.option(fc.string({ unit: 'binary' }), { nil: undefined });
    fc.assert(
      fc.property(fc.constantFrom(...all), text, text, text, (network, title, said, image) => {
        const address = networkAddress(network, { url: link, title, text: said, image }, link);
        const origin = networks[network].split('?')[0]!;
        expect(address.startsWith(`${origin}?`)).to.equal(true);
        const values = [...new URL(address).searchParams.values()];
        expect(values.some((value) => value === link || value.endsWith(` ${link}`))).to.equal(true);
        expect(values.length).to.be.at.most(3);
      }),
    );
  });

  it('takes half a character, as is left where a text was cut off', () => {
    expect(networkAddress('x', { url: link, text: 'Tea \ud83d' }, link)).to.contain('text=Tea%20');
  });
});

describe('parseNetworks', () => {
  it('keeps the order, and each once', () => {
    expect(parseNetworks(' x, Copy\nemail x')).to.deep.equal(['x', 'copy', 'email']);
  });

  it('says once what it does not know, also names that every object has', () => {
    const said = warnings();
    expect(parseNetworks('x myspace constructor')).to.deep.equal(['x']);
    expect(parseNetworks('x myspace')).to.deep.equal(['x']);
    expect(said).to.have.length(2);
    expect(said[0]).to.contain('myspace');
  });

  it('takes the usual ones when none is left', () => {
    warnings();
    expect(parseNetworks('myspace')).to.deep.equal(parseNetworks(''));
    expect(parseNetworks('')).to.deep.equal(['copy', 'email', 'whatsapp', 'facebook', 'pinterest', 'x']);
  });
});
