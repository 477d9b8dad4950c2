import { expect } from 'chai';
import { messages as progress } from '../../src/elements/cart-progress/cart-progress.messages.js';
import { messages as newsletter } from '../../src/elements/newsletter/newsletter.messages.js';
import { messages as preferences } from '../../src/elements/preferences/preferences.messages.js';
import { messages as viewed } from '../../src/elements/recently-viewed/recently-viewed.messages.js';
import { messages as signUp } from '../../src/elements/sign-up/sign-up.messages.js';
import { messages as stockAlert } from '../../src/elements/stock-alert/stock-alert.messages.js';
import { messages as german } from '../../src/languages/de.js';

const tables: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'cue-cart-progress': progress,
  'cue-newsletter': newsletter,
  'cue-preferences': preferences,
  'cue-recently-viewed': viewed,
  'cue-sign-up': signUp,
  'cue-stock-alert': stockAlert,
};
const places = (message: unknown): string[] => [...new Set(JSON.stringify(message).match(/\{\w+\}/g))].sort();

describe('in German', () => {
  for (const [tag, table] of Object.entries(tables)) {
    it(`<${tag}> says all that it says in English, with the same places`, () => {
      const translated = german[tag]!;
      expect(Object.keys(translated).sort()).to.deep.equal(Object.keys(table).sort());
      for (const [key, message] of Object.entries(table))
        expect(places(translated[key]), key).to.deep.equal(places(message));
    });
  }
});
