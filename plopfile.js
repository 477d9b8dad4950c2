/**
 * `npm run create -- <name>`: a new element, with everything that belongs to one, as a thin thing that works and
 * passes its own test. What it makes is listed in `files`; where it makes itself known, in `places`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const root = fileURLToPath(new URL('.', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');

const files = {
  'src/elements/{{name}}/{{name}}.ts': `import { html, nothing } from 'lit/html.js';
import { CueElement } from '../internal/cue-element.js';
import { hostStyles } from '../internal/host-styles.js';
import { styles } from './{{name}}.styles.js';

/**
 * @summary Shows a text.
 *
 * @slot - Its text, in place of \`label\`.
 *
 * @csspart text - Its text.
 */
export class {{className}} extends CueElement {
  static readonly cuekit = true;
  static override styles = [hostStyles, styles];

  static override properties = {
    label: { type: String },
  };

  /** Its text, when the slot has none. */
  declare label: string | undefined;

  protected override render(): unknown {
    return html\`<span class="root" part="text"><slot>\${this.label ?? nothing}</slot></span>\`;
  }
}
`,
  'src/elements/{{name}}/{{name}}.styles.ts': `import { css } from '@lit/reactive-element/css-tag.js';

export const styles = css\`
  :host {
    max-inline-size: 100%;
  }
\`;
`,
  'src/define/{{name}}.ts': `import { {{className}} } from '../elements/{{name}}/{{name}}.js';
import { defineElement } from '../elements/internal/define-element.js';

declare global {
  interface HTMLElementTagNameMap {
    '{{tag}}': {{className}};
  }
}

defineElement('{{tag}}', {{className}});
`,
  'test/elements/{{name}}/{{name}}.test.ts': `import { expect } from 'chai';
import '../../../src/define/{{name}}.js';
import { {{className}} } from '../../../src/elements/{{name}}/{{name}}.js';
import { expectAccessibleInAllColours } from '../expect-accessible.js';
import { inside, rendered, stage } from '../mount.js';

async function mount{{className}}(markup: string): Promise<{{className}}> {
  stage.innerHTML = markup;
  await rendered();
  return stage.querySelector('{{tag}}')!;
}

/** What a shopper reads: the slot's text, or what stands in its place. */
function shown(element: {{className}}): string | undefined {
  const slot = inside<HTMLSlotElement>(element, 'slot');
  return slot
    .assignedNodes({ flatten: true })
    .map(({ textContent }) => textContent)
    .join('')
    .trim();
}

describe('<{{tag}}>', () => {
  it('is accessible', async () => {
    await mount{{className}}('<{{tag}} label="Hello"></{{tag}}>');
    await expectAccessibleInAllColours('with a label');
  });

  it('shows its label, and another when that changes', async () => {
    const element = await mount{{className}}('<{{tag}} label="Hello"></{{tag}}>');
    expect(element).to.be.instanceOf({{className}});
    expect(shown(element)).to.equal('Hello');
    element.label = 'Goodbye';
    await rendered();
    expect(shown(element)).to.equal('Goodbye');
  });

  it('prefers the text that the page puts into it', async () => {
    expect(shown(await mount{{className}}('<{{tag}} label="Hello">Welcome</{{tag}}>'))).to.equal('Welcome');
  });

  it('takes nothing from a label but text', async () => {
    const element = await mount{{className}}('<{{tag}}></{{tag}}>');
    element.label = '<img src="x" onerror="throw 1">';
    await rendered();
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(shown(element)).to.equal('<img src="x" onerror="throw 1">');
  });

  it('removed and put back, shows the same', async () => {
    const element = await mount{{className}}('<{{tag}} label="Hello"></{{tag}}>');
    for (let round = 0; round < 10; round++) {
      element.remove();
      stage.append(element);
    }
    await rendered();
    expect(shown(element)).to.equal('Hello');
  });
});
`,
  'stories/elements/{{name}}.stories.ts': `import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import '../../src/define/{{name}}.js';
import type { {{className}} } from '../../src/elements/{{name}}/{{name}}.js';

const { args, argTypes, template } = getStorybookHelpers<{{className}}>('{{tag}}');

const meta: Meta = {
  title: 'Elements/{{title}}',
  component: '{{tag}}',
  args: { ...args, label: '{{title}}' },
  argTypes,
  render: (storyArgs) => template(storyArgs),
};
export default meta;

type Story = StoryObj;

/** Shows a text. */
export const Default: Story = {
  async play({ canvasElement }) {
    const element = canvasElement.querySelector('{{tag}}');
    await element?.updateComplete;
    await expect(element?.shadowRoot?.textContent).toContain('{{title}}');
  },
};
`,
  'demo/embed/{{tag}}.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{{title}} — {{tag}}</title>
    <!-- For the shop owner: these two lines go into your theme once. In your shop they point to where you put the kit. -->
    <link rel="stylesheet" href="/kit/cuekit.css" />
    <script type="module" src="/kit/auto.js"></script>
  </head>
  <body>
    <main>
      <h1>{{title}}</h1>
      <{{tag}} label="{{title}}"></{{tag}}>
    </main>
  </body>
</html>
`,
};

/**
 * Lists in which an element is named: the lines that match are a sorted run of all elements, and get one more.
 * An own list that has changed its form is no reason to stop: the line is told to whoever creates the element.
 */
const places = [
  {
    path: 'src/auto.ts',
    line: /^ {2}'cue-[\w-]+': \(\) => import\('\.\/define\/[\w-]+\.js'\),$/,
    add: "  '{{tag}}': () => import('./define/{{name}}.js'),",
    needed: true,
  },
  {
    path: 'demo/server.mjs',
    line: /^ {2}'\/embed\/cue-[\w-]+\.html': \[/,
    add: "  '/embed/{{tag}}.html': ['embed/{{tag}}.html', 'text/html; charset=utf-8'],",
  },
  {
    path: 'demo/embed/index.html',
    line: /<a href="\/embed\/cue-[\w-]+\.html">[^\n]*<\/li>$/,
    add: '        <li><a href="/embed/{{tag}}.html">{{tag}}</a>: shows a text</li>',
  },
];

/** What all texts above are filled with. */
function fieldsOf(name) {
  const words = name.split('-');
  const title = words.join(' ');
  return {
    name,
    tag: `cue-${name}`,
    className: `Cue${words.map((word) => word[0].toUpperCase() + word.slice(1)).join('')}`,
    title: title[0].toUpperCase() + title.slice(1),
  };
}

const fill = (text, fields) => text.replaceAll(/\{\{(\w+)\}\}/g, (_, field) => fields[field]);

const buckets = ['internal', 'util', 'utils', 'helper', 'helpers', 'common', 'misc', 'types', 'shared'];

/** True, or what is wrong with the name. */
function checkName(name = '') {
  if (name === '') return 'What is it called? npm run create -- <name>, as in: npm run create -- price-drop';
  if (name.startsWith('cue-')) return `Leave “cue-” out: npm run create -- ${name.slice(4)}`;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return `“${name}”: small letters and digits, words joined by single hyphens, a letter first, as in price-drop`;
  }
  if (buckets.includes(name)) return `“${name}” says nothing of what the element does`;
  const taken = Object.keys(files)
    .map((path) => fill(path, fieldsOf(name)))
    .find((path) => existsSync(join(root, path)));
  return taken ? `<cue-${name}> is there already: ${taken}` : true;
}

/** Prettier's own idea of the file, so that a new element is formatted as every other. */
async function write(path, text) {
  const options = await prettier.resolveConfig(join(root, path));
  writeFileSync(join(root, path), await prettier.format(text, { ...options, filepath: path }));
}

/** @returns what to do by hand, if it could not be done here */
async function register({ path, line, add, needed }, fields) {
  const text = fill(add, fields);
  const lines = existsSync(join(root, path)) ? read(path).split('\n') : [];
  const found = lines.flatMap((content, index) => (line.test(content) ? [index] : []));
  if (found.length === 0) {
    if (needed)
      throw new Error(`${path} has no list of elements that this generator knows: see \`places\` in plopfile.js`);
    return `add by hand to ${path}: ${text.trim()}`;
  }
  const after = found.filter((index) => lines[index] < text).at(-1) ?? found[0] - 1;
  lines.splice(after + 1, 0, text);
  await write(path, lines.join('\n'));
  return `added to ${path}`;
}

export default function plopfile(plop) {
  plop.setGenerator('element', {
    description: 'a new element with define file, test, story and demo page',
    prompts: [{ type: 'input', name: 'name', message: 'Name, without “cue-”:', validate: checkName }],
    actions({ name }) {
      const wrong = checkName(name);
      if (wrong !== true) throw new Error(wrong);
      const fields = fieldsOf(name);
      return [
        ...Object.entries(files).map(([path, template]) => ({
          type: 'add',
          path: join(root, fill(path, fields)),
          template: fill(template, fields),
          transform: async (text) => {
            const options = await prettier.resolveConfig(join(root, 'package.json'));
            return prettier.format(text, { ...options, filepath: fill(path, fields) });
          },
        })),
        ...places.map((place) => () => register(place, fields)),
        () =>
          `next: keep the place of <${fields.tag}> in src/cuekit.css until its code has come; then\n` +
          `   npm run test:unit -- --browsers chromium test/elements/${name}\n   npm run storybook`,
      ];
    },
  });
}
