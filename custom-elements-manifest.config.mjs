/**
 * `npm run analyze`: custom-elements.json for Storybook and editors, types for JSX, and data for VS Code, from the elements' own
 * documentation comments. What is private, or only state, is in none of them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';

/** Elements are registered by `defineElement('cue-…', Class)` in src/define, a call that the analyzer does not know. */
function definitions() {
  const tags = new Map();
  return {
    name: 'cuekit-definitions',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!moduleDoc.path.startsWith('src/define/') || !ts.isCallExpression(node)) return;
      const [tag, element] = node.arguments;
      if (node.expression.getText() !== 'defineElement' || !ts.isStringLiteral(tag)) return;
      tags.set(element.getText(), { tag: tag.text, path: moduleDoc.path });
    },
    packageLinkPhase({ customElementsManifest }) {
      const { modules } = customElementsManifest;
      for (const { path, declarations = [] } of modules) {
        for (const declaration of declarations) {
          const found = tags.get(declaration.name);
          if (!found || declaration.kind !== 'class') continue;
          declaration.tagName = found.tag;
          declaration.customElement = true;
          const definition = {
            kind: 'custom-element-definition',
            name: found.tag,
            declaration: { name: declaration.name, module: path },
          };
          modules.find((module) => module.path === found.path)?.exports.push(definition);
        }
      }
    },
  };
}

const lifecycle = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'handleEvent',
  'performUpdate',
  'render',
  'updated',
  'willUpdate',
  'firstUpdated',
  'styles',
  'properties',
  'shadowRootOptions',
  'observedAttributes',
  'cuekit',
]);

/** Leaves only what a user of an element can use, and only files in which elements are. */
const publicOnly = {
  name: 'cuekit-public-only',
  packageLinkPhase({ customElementsManifest }) {
    const hidden = ({ name, privacy }) =>
      privacy === 'private' || privacy === 'protected' || name.startsWith('#') || lifecycle.has(name);
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        const gone = new Set((declaration.members ?? []).filter(hidden).map(({ name }) => name));
        declaration.members &&= declaration.members.filter((member) => !hidden(member));
        declaration.attributes &&= declaration.attributes.filter(({ fieldName }) => !gone.has(fieldName));
      }
    }
    customElementsManifest.modules = customElementsManifest.modules.filter(
      ({ path, declarations = [] }) => path.startsWith('src/define/') || declarations.some(({ tagName }) => tagName),
    );
  },
};

/** The attributes by which an element says which product it stands for, described as the fields of a product are. */
function productAttributes() {
  const list = /productAttributes[^=]*=\s*\[([^\]]*)\]/.exec(
    readFileSync('src/product/product-attributes.ts', 'utf8'),
  )[1];
  const fields = readFileSync('src/events/product.ts', 'utf8');
  const described = new Map(
    [...fields.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*(?:readonly )?(\w+)\??:/g)].map(([, text, name]) => [
      name === 'id' ? 'product-id' : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      text.replaceAll(/\s*\n\s*\*?\s*/g, ' ').trim(),
    ]),
  );
  return [...list.matchAll(/'([^']+)'/g)].map(([, name]) => ({
    name,
    description: described.get(name) ?? 'See `Product`.',
    type: { text: 'string' },
  }));
}

/**
 * What goes into the package: the manifest with the paths of built modules (there is no src/), types for JSX, data for VS Code. Here
 * elements have their product's attributes too, which are no properties and which the stories describe themselves.
 */
const published = {
  name: 'cuekit-published',
  packageLinkPhase(context) {
    const manifest = structuredClone(context.customElementsManifest);
    for (const { path, declarations = [] } of manifest.modules) {
      if (!/import \{ productAttributes \}/.test(readFileSync(path, 'utf8'))) continue;
      for (const declaration of declarations) (declaration.attributes ??= []).push(...productAttributes());
    }
    const folder = (tag) => tag.replace(/^cue-/, '');
    const plugins = [
      jsxTypesPlugin({
        outdir: 'dist/types',
        fileName: 'jsx.d.ts',
        hideLogs: true,
        componentTypePath: (_, tag) => `../npm/elements/${folder(tag)}/${folder(tag)}.js`,
      }),
      customElementVsCodePlugin({
        outdir: 'dist/types',
        htmlFileName: 'vscode.html-custom-data.json',
        cssFileName: 'vscode.css-custom-data.json',
        hideLogs: true,
      }),
    ];
    for (const plugin of plugins) plugin.packageLinkPhase({ ...context, customElementsManifest: manifest });
    const jsx = readFileSync('dist/types/jsx.d.ts', 'utf8');
    writeFileSync(
      'dist/types/jsx.d.ts',
      `import type { FactEvent, RequestEvent } from '../npm/events/index.js';\n${jsx}`,
    );
    const json = JSON.stringify(manifest, null, 2);
    writeFileSync('dist/custom-elements.json', json.replaceAll(/"src\/([^"]+)\.ts"/g, '"dist/npm/$1.js"'));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/elements/**/*.{styles,messages}.ts'],
  outdir: '.',
  litelement: true,
  // The field that the analyzer would write names the copy for this folder, not the published one.
  packagejson: false,
  plugins: [definitions(), publicOnly, published],
};
