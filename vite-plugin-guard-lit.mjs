/**
 * Makes Lit work where Trusted Types refuse its policy. Lit creates the policy “lit-html” when its module is evaluated, and where
 * that name is taken (the host has a Lit of its own under `trusted-types lit-html`) or not allowed, the import throws and no
 * element is ever defined. In the bundle, Lit asks src/elements/internal/template-html.ts instead.
 *
 * Lit is patched as text, so each place has to be found exactly once; a Lit that has changed there stops the build.
 */
import { fileURLToPath } from 'node:url';

const templateHtml = fileURLToPath(new URL('./src/elements/internal/template-html.ts', import.meta.url));

/** The two modules, minified or not; not the directives. */
const reactiveElement = /[\\/]reactive-element[\\/](?:development[\\/])?reactive-element\.js(?:\?|$)/;
const litHtml = /[\\/]lit-html[\\/](?:development[\\/])?lit-html\.js(?:\?|$)/;

const litHtmlPatches = [
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

/** Where a policy is refused, what builds templates instead has to be loaded before the first rendering. */
const reactiveElementPatches = [
  {
    what: 'the start of an update',
    find: /\bscheduleUpdate\(\)\s*\{/g,
    replacement: 'scheduleUpdate() { if (cueTemplatesReady) return cueTemplatesReady.then(() => this.performUpdate());',
  },
];

const marker = '/* guarded for Trusted Types */';

function patch(code, patches, imports) {
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
  return `${marker}import { ${imports} } from ${JSON.stringify(templateHtml.replaceAll('\\', '/'))};\n${patched}`;
}

/**
 * @param {string} code the text of lit-html.js
 * @returns {string} the same with its four places replaced
 * @throws when a place is not there exactly once
 */
export function guardLitHtml(code) {
  return patch(code, litHtmlPatches, 'htmlPolicy as cueHtmlPolicy, setTemplateHtml as cueSetTemplateHtml');
}

/**
 * @param {string} code the text of reactive-element.js
 * @returns {string} the same, waiting where it has to
 * @throws when the place is not there exactly once
 */
export function guardReactiveElement(code) {
  return patch(code, reactiveElementPatches, 'templatesReady as cueTemplatesReady');
}

/** The Vite plugin, for builds and for the dev server. */
export default function guardLitPlugin() {
  const seen = new Set();
  let command = 'serve';
  return {
    name: 'cuekit-guard-lit',
    config: (_, env) => {
      command = env.command;
      // A pre-bundled Lit never comes by here.
      return { optimizeDeps: { exclude: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'] } };
    },
    transform(code, id) {
      const guard = litHtml.test(id) ? guardLitHtml : reactiveElement.test(id) ? guardReactiveElement : undefined;
      if (!guard || code.startsWith(marker)) return undefined;
      seen.add(guard);
      return { code: guard(code), map: null };
    },
    buildEnd(error) {
      if (!error && command === 'build' && seen.size < 2)
        this.error('vite-plugin-guard-lit: a module of Lit was not met');
    },
  };
}
