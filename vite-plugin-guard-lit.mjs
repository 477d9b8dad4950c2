/**
 * Makes Lit work where Trusted Types refuse its policy. Lit creates the policy “lit-html” when its module is evaluated, and where
 * that name is taken (the host has a Lit of its own under `trusted-types lit-html`) or not allowed, the import throws and no
 * element is ever defined. In the bundle, Lit asks src/elements/internal/template-html.ts instead.
 *
 * Lit is patched as text, so each place has to be found exactly once; a Lit that has changed there stops the build.
 */
import { fileURLToPath } from 'node:url';

const templateHtml = fileURLToPath(new URL('./src/elements/internal/template-html.ts', import.meta.url));

/** The module, minified or not; not the directives. */
const litHtml = /[\\/]lit-html[\\/](?:development[\\/])?lit-html\.js(?:\?|$)/;

const patches = [
  {
    what: 'the creation of the policy',
    find: /(\w+)\s*\?\s*\1\.createPolicy\(\s*['"]lit-html['"],\s*\{\s*createHTML:\s*\(?(\w+)\)?\s*=>\s*\2,?\s*\}\)\s*:\s*(?:void 0|undefined)/g,
    replacement: 'cueHtmlPolicy($1)',
  },
  {
    what: 'the one write to innerHTML',
    find: /(\w+)\.innerHTML\s*=(?!=)\s*(\w+)(?=\s*[;,])/g,
    replacement: 'cueSetTemplateHtml($1, $2)',
  },
  // No call may set an attribute with a `$` in its name before the browsers of 2025, and Lit's names of bound ones have it. The
  // marker of child bindings (`<?lit$…$>`) must keep its `$`: without it Chromium's parser makes a processing instruction of it.
  { what: 'the suffix of bound attributes', find: /(['"])\$lit\$\1/g, replacement: "'-lit-'" },
  {
    what: 'the test for a binding on an element',
    find: /(\w+)\.startsWith\((\w+)\)/g,
    replacement: '($1.startsWith($2) || $1.startsWith("at-lit-"))',
  },
];

const marker = '/* guarded for Trusted Types */';

/**
 * @param {string} code the text of lit-html.js
 * @returns {string} the same with its four places replaced
 * @throws when a place is not there exactly once
 */
export function guardLitHtml(code) {
  let patched = code;
  for (const { what, find, replacement } of patches) {
    const count = [...patched.matchAll(find)].length;
    if (count !== 1) {
      throw new Error(
        `vite-plugin-guard-lit: ${what} was found ${count} times in Lit, not once. Lit has changed: read its code, then the patches in vite-plugin-guard-lit.mjs.`,
      );
    }
    patched = patched.replace(find, replacement);
  }
  const imports = 'htmlPolicy as cueHtmlPolicy, setTemplateHtml as cueSetTemplateHtml';
  return `${marker}import { ${imports} } from ${JSON.stringify(templateHtml.replaceAll('\\', '/'))};\n${patched}`;
}

/** The Vite plugin, for builds and for the dev server. */
export default function guardLitPlugin() {
  let seen = false;
  let command = 'serve';
  return {
    name: 'cuekit-guard-lit',
    config: (_, env) => {
      command = env.command;
      // A pre-bundled Lit never comes by here.
      return { optimizeDeps: { exclude: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] } };
    },
    transform(code, id) {
      if (!litHtml.test(id) || code.startsWith(marker)) return undefined;
      seen = true;
      return { code: guardLitHtml(code), map: null };
    },
    buildEnd(error) {
      if (!error && command === 'build' && !seen) this.error('vite-plugin-guard-lit: lit-html was not met');
    },
  };
}
