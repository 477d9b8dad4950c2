/**
 * Makes the list of elements in auto.js short, in the build for script tags. A bundler writes a call of `import()` with a hashed
 * name for each element, and each page pays for all of them; here an element costs its name.
 *
 * Elements are entries of their own (`define/wishlist.js`), found by their names, and asked for together with the chunks that
 * they share: a browser would otherwise learn of these only when it has the element, one round trip later.
 */
const entry = /^\s*'cue-([\w-]+)': \(\) => import\('\.\/define\/\1\.js'\),$/;
const list = /= \{\n((?:\s*'cue-[\w-]+': [^\n]*\n)+)\};/;

/**
 * @param {string} code the text of src/auto.ts
 * @param {readonly string[]} lean names of elements that need only the first of the two lists of shared chunks
 * @throws when the list of elements has another form than this plugin knows
 */
export function compactElements(code, lean, version) {
  const lines = list.exec(code)?.[1]?.trimEnd().split('\n') ?? [];
  const names = lines.map((line) => entry.exec(line)?.[1]);
  if (names.length === 0 || names.includes(undefined)) throw new Error('src/auto.ts lists its elements in another way');
  const sorted = [...lean, ...names.filter((name) => !lean.includes(name))];
  if (sorted.length !== names.length) throw new Error(`src/auto.ts does not list ${lean.join(' and ')}`);
  // An old file of this name may be in the browser's cache: it is another file by its version.
  return code.replace(
    list,
    `= Object.fromEntries('${sorted.join(' ')}'.split(' ').map((name, index) => ['cue-' + name, () => Promise.all(
      ['define/' + name + '.js?' + '${version}', ...(index < ${lean.length} ? CUE_SHARED_LEAN : CUE_SHARED).split(' ')].map((file) => import(/* @vite-ignore */ './' + file)))]));`,
  );
}

/** @param {{ lean: readonly string[], version: string }} options */
export default function compactElementsPlugin({ lean, version }) {
  return {
    name: 'cuekit-compact-elements',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith('/src/auto.ts') ? { code: compactElements(code, lean, version), map: null } : undefined;
    },
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle);
      const auto = chunks.find(({ name }) => name === 'auto');
      const elements = chunks.filter(({ facadeModuleId }) => facadeModuleId?.includes('/src/define/'));
      const below = (file) => [file, ...bundle[file].imports.flatMap(below)];
      const own = new Set(below(auto.fileName));
      /** What all of these elements need and auto.js has not. */
      const shared = (ofThese) => {
        const needs = ofThese.map((chunk) => new Set(chunk.imports.flatMap(below)));
        const all = [...new Set(needs.flatMap((files) => [...files]))].filter((file) => !own.has(file));
        return all.filter((file) => needs.filter((files) => files.has(file)).length > needs.length / 2).join(' ');
      };
      const isLean = ({ name }) => lean.some((one) => name === `define/${one}` || name === one);
      auto.code = auto.code
        .replace('CUE_SHARED_LEAN', JSON.stringify(shared(elements.filter((chunk) => isLean(chunk)))))
        .replace('CUE_SHARED', JSON.stringify(shared(elements.filter((chunk) => !isLean(chunk)))));
      if (auto.code.includes('CUE_SHARED')) this.error('the shared chunks of elements could not be named in auto.js');
    },
  };
}
