// What elements say, in every language that the kit speaks: nothing is missing, nothing is left over, and every value has its place.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** A TypeScript file that holds nothing but texts, and imports at most others of that kind, as an address to import. */
function addressOf(path) {
  const { outputText } = typescript.transpileModule(readFileSync(path, 'utf8'), {
    compilerOptions: {
      module: typescript.ModuleKind.ESNext,
      target: typescript.ScriptTarget.ES2022,
      verbatimModuleSyntax: false,
    },
  });
  const code = outputText.replace(/(?<= from ')(\..+)\.js(?=';)/g, (_, other) =>
    addressOf(join(dirname(path), `${other}.ts`)),
  );
  return `data:text/javascript,${encodeURIComponent(code).replaceAll("'", '%27')}`;
}

const messagesOf = async (path) => (await import(addressOf(path))).messages;

/** Names that are the same in every language, unless that has letters of its own for them. */
const NAMES = new Set('Bluesky Facebook LINE LinkedIn Pinterest Reddit Telegram Threads WhatsApp X'.split(' '));

/** Elements by tag, with what they say in English; an element’s parts bring texts of their own. */
const english = {};
/** Keys that stand for two texts of one element: a shop that says its own word for one of them would change both. */
const ambiguous = [];
for (const name of readdirSync(join(src, 'elements')).filter((folder) => folder !== 'internal')) {
  const files = readdirSync(join(src, 'elements', name)).filter((file) => file.endsWith('.messages.ts'));
  for (const file of files) {
    const table = (english[`cue-${name}`] ??= {});
    for (const [key, message] of Object.entries(await messagesOf(join(src, 'elements', name, file)))) {
      if (key in table && JSON.stringify(table[key]) !== JSON.stringify(message)) ambiguous.push(`cue-${name} ${key}`);
      table[key] = message;
    }
  }
}

const codes = [
  ...readFileSync(join(src, 'languages/load-language.ts'), 'utf8').matchAll(
    /^ {2}(\w+): \(\) => import\('\.\/\1\.js'\),$/gm,
  ),
].map(([, code]) => code);

const textsOf = (message) => (typeof message === 'string' ? [message] : Object.values(message));
const placesOf = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place).sort();

/** What is wrong with a translation; `count` may be missing where a language says the number in words. */
function faults(message, translated, code) {
  if (translated === undefined) return NAMES.has(message) ? [] : ['is missing'];
  if (typeof message !== typeof translated) return ['has plurals in one language only'];
  const wanted = new Set(textsOf(message).flatMap(placesOf));
  const found = textsOf(translated).flatMap((text) => (text.trim() ? placesOf(text) : ['(an empty text)']));
  const wrong = [
    ...found.filter((place) => !wanted.has(place)).map((place) => `has no value for {${place}}`),
    ...[...wanted].filter((place) => !found.includes(place)).map((place) => `does not say {${place}}`),
  ];
  if (typeof translated === 'string') return wrong;
  const needed = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
  return [
    ...wrong,
    ...needed.filter((category) => !(category in translated)).map((category) => `has no plural “${category}”`),
    ...Object.keys(translated)
      .filter((category) => !needed.includes(category) && category !== 'other')
      .map((category) => `has a plural “${category}”, which ${code} does not know`),
  ];
}

describe('what elements say', () => {
  it('is there for every element', () => {
    assert.ok(Object.keys(english).length >= 3, 'no messages were found');
  });

  it('has one text for each key of an element', () => {
    assert.deepEqual(ambiguous, []);
  });

  it('has a language for each file, and a file for each language', () => {
    const notData = ['index', 'load-language', 'message', 'set-messages', 'settle-words', 'translations'];
    const files = readdirSync(join(src, 'languages')).map((name) => name.replace(/\.ts$/, ''));
    assert.deepEqual(files.filter((name) => !notData.includes(name)).sort(), [...codes].sort());
  });

  for (const code of codes)
    it(`is whole in ${new Intl.DisplayNames('en', { type: 'language' }).of(code)}`, async () => {
      const translations = await messagesOf(join(src, 'languages', `${code}.ts`));
      const wrong = Object.entries(english).flatMap(([tag, messages]) =>
        Object.entries(messages).flatMap(([key, message]) =>
          faults(message, translations[tag]?.[key], code).map((fault) => `${tag} ${key} ${fault}`),
        ),
      );
      const leftOver = Object.entries(translations).flatMap(([tag, messages]) =>
        Object.keys(messages)
          .filter((key) => !english[tag]?.[key])
          .map((key) => `${tag} ${key} says what nobody asks for`),
      );
      assert.deepEqual([...wrong, ...leftOver], []);
    });

  it('would be seen to be wrong', () => {
    const plural = { one: '{count} wish', other: '{count} wishes' };
    assert.deepEqual(faults('Hi {name}', undefined, 'de'), ['is missing']);
    assert.deepEqual(faults('Facebook', undefined, 'de'), []);
    assert.deepEqual(faults('Hi {name}', 'Hallo', 'de'), ['does not say {name}']);
    assert.deepEqual(faults('Hi', 'Hallo {name}', 'de'), ['has no value for {name}']);
    assert.deepEqual(faults(plural, '{count}', 'de'), ['has plurals in one language only']);
    assert.deepEqual(faults(plural, { one: '{count}', other: '{count}' }, 'pl'), [
      'has no plural “few”',
      'has no plural “many”',
    ]);
    assert.deepEqual(faults(plural, { one: 'ein {count}', other: '{count}', two: '{count}' }, 'de'), [
      'has a plural “two”, which de does not know',
    ]);
  });
});
