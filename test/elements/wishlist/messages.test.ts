import { expect } from 'chai';
import { messages as cart } from '../../../src/elements/wishlist/cart-part.messages.js';
import { messages as changes } from '../../../src/elements/wishlist/changes-part.messages.js';
import { messages as list } from '../../../src/elements/wishlist/list-view.messages.js';
import { messages as lists } from '../../../src/elements/wishlist/lists-part.messages.js';
import { messages as share } from '../../../src/elements/wishlist/share-part.messages.js';
import { messages as shared } from '../../../src/elements/wishlist/shared-part.messages.js';
import { messages as badge } from '../../../src/elements/wishlist/wishlist.messages.js';
import { messages as german } from '../../../src/languages/de.js';

const tables: readonly Readonly<Record<string, unknown>>[] = [badge, list, changes, cart, lists, share, shared];
const places = (message: unknown): string[] => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();

describe('the messages of <cue-wishlist>', () => {
  it('have one key each, since translations know the element and not its parts', () => {
    const known = new Map<string, unknown>();
    for (const table of tables)
      for (const [key, message] of Object.entries(table)) {
        if (known.has(key)) expect(message, key).to.deep.equal(known.get(key));
        known.set(key, message);
      }
  });

  it('are all there in German, with the same places', () => {
    const all = Object.assign({}, ...tables) as Record<string, unknown>;
    const translated = german['cue-wishlist']!;
    expect(Object.keys(translated).sort()).to.deep.equal(Object.keys(all).sort());
    for (const [key, message] of Object.entries(all))
      expect(places(translated[key]), key).to.deep.equal(places(message));
  });
});
