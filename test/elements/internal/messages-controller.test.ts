import { ReactiveElement } from '@lit/reactive-element';
import { expect } from 'chai';
import { MessagesController } from '../../../src/elements/internal/messages-controller.js';
import { setMessages } from '../../../src/languages/index.js';
import { words } from '../../../src/languages/settle-words.js';
import { said } from '../../../src/languages/translations.js';
import { rendered, stage, until } from '../mount.js';

const messages = {
  hello: 'Hello {name}',
  wishes: { one: '{count} wish', other: '{count} wishes' },
  done: 'Done',
};

class Speaker extends ReactiveElement {
  readonly messages = new MessagesController(this, messages);
}
customElements.define('cue-speaker', Speaker);

async function speaker(lang = '', attributes = ''): Promise<MessagesController<typeof messages>> {
  stage.innerHTML = `<div lang="${lang}"><cue-speaker ${attributes}></cue-speaker></div>`;
  await rendered();
  return stage.querySelector<Speaker>('cue-speaker')!.messages;
}

describe('an element', () => {
  afterEach(() => {
    for (const map of [said(), words().loaded, words().own]) map.clear();
  });

  it('says things with their values, its numbers as people write them there', async () => {
    const english = await speaker('en');
    expect(english.say('hello', { name: 'Ann' })).to.equal('Hello Ann');
    expect(english.say('wishes', { count: 1 })).to.equal('1 wish');
    expect(english.say('wishes', { count: 1234 })).to.equal('1,234 wishes');
    expect((await speaker('de')).say('wishes', { count: 1234 })).to.equal('1.234 wishes');
  });

  it('chooses the plural of its language, and the general one where a language has more than there is', async () => {
    setMessages(
      { 'cue-speaker': { wishes: { one: '{count} życzenie', few: '{count} życzenia', other: '{count} życzeń' } } },
      'pl',
    );
    const polish = await speaker('pl');
    expect([1, 3, 5].map((count) => polish.say('wishes', { count }))).to.deep.equal([
      '1 życzenie',
      '3 życzenia',
      '5 życzeń',
    ]);
    expect((await speaker('ar')).say('wishes', { count: 2 })).to.match(/wishes$/);
    expect(polish.say('wishes'), 'no number at all').to.equal('życzeń');
  });

  it('says what an attribute says, before the shop’s words for all elements, before its own', async () => {
    setMessages({ 'cue-speaker': { hello: 'Welcome, {name}', done: 'Ready' } });
    const own = await speaker('en', 'message-hello="Hi {name}"');
    expect(own.say('hello', { name: 'Ann' })).to.equal('Hi Ann');
    expect(own.say('done')).to.equal('Ready');
    expect(own.say('wishes', { count: 2 })).to.equal('2 wishes');
  });

  it('loads the language of the place where it stands, and renders again', async () => {
    const { language } = await speaker('de-AT');
    expect(language).to.equal('de-AT');
    await until('German is there', () => said().has('de'));
  });

  it('moved to where another language is spoken, speaks that', async () => {
    const texts = await speaker('en');
    setMessages({ 'cue-speaker': { done: 'Klaar' } }, 'nl');
    stage.firstElementChild!.setAttribute('lang', 'nl');
    stage.querySelector<Speaker>('cue-speaker')!.requestUpdate();
    await rendered();
    expect(texts.say('done')).to.equal('Klaar');
  });
});
