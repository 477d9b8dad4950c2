/**
 * What a shop's TypeScript sees, without importing anything but the types. The compiler is the judge (`npm run types`): each
 * `@ts-expect-error` fails when the mistake below it compiles.
 */
import { expect } from 'chai';
import type {} from '../../src/index.js';

describe('listeners in a shop’s TypeScript', () => {
  it('know each event’s detail on elements, the document and the window', () => {
    const heard: (string | number | undefined)[] = [];
    const listeners = new AbortController();
    const { signal } = listeners;
    const element = document.body.appendChild(document.createElement('div'));

    element.addEventListener('cue-add-to-wishlist', (event) => heard.push(event.detail.product.id, event.id), {
      signal,
    });
    document.addEventListener('cue-add-to-wishlist', (event) => heard.push(event.detail.product.price), { signal });
    window.addEventListener('cue-add-to-wishlist', (event) => heard.push(event.detail.currency, event.at), { signal });
    document.addEventListener(
      'cue-purchase',
      ({ detail }) => heard.push(detail.transaction_id, detail.items[0]?.item_id),
      { signal },
    );
    window.addEventListener('cue-video-progress', ({ detail }) => heard.push(detail.video_percent), { signal });
    element.addEventListener(
      'cue-request-add-to-wishlist',
      (event) => {
        heard.push(event.detail.product.name);
        event.respondWith(Promise.resolve());
      },
      { signal },
    );
    const svg: Element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.addEventListener('cue-login', ({ detail }) => heard.push(detail.method), { signal });
    window.addEventListener('cue-error', ({ detail }) => heard.push(detail.message), { signal });

    // @ts-expect-error a detail has no field of that name
    document.addEventListener('cue-add-to-wishlist', (event) => heard.push(event.detail.produkt), { signal });
    // @ts-expect-error an event of an unknown name has no detail
    document.addEventListener('cue-add-to-wishlists', (event) => heard.push(event.detail), { signal });
    // @ts-expect-error colons and underscores are no names of ours
    window.addEventListener('cue:add_to_wishlist', (event) => heard.push(event.detail), { signal });
    // @ts-expect-error a price is a number
    element.addEventListener('cue-view-item', (event) => heard.push(event.detail.product.price?.trim()), { signal });
    // @ts-expect-error a fact has happened: there is nothing to respond with
    element.addEventListener('cue-login', (event) => event.respondWith(Promise.resolve()), { signal });
    // @ts-expect-error an order has an id, a search has none
    window.addEventListener('cue-search', ({ detail }) => heard.push(detail.transaction_id), { signal });

    const detail = { product: { id: 'a', price: 2 }, currency: 'EUR' };
    element.dispatchEvent(new CustomEvent('cue-add-to-wishlist', { detail, bubbles: true }));
    listeners.abort();
    element.remove();
    expect(heard.filter((value) => value !== undefined)).to.deep.equal(['a', 2, 'EUR']);
  });
});
