/**
 * Cuekit's own lint rules: what the design promises, as things that fail. Each has a test in test/package/eslint-rules.test.mjs.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** The entries, which import and are not imported. */
const tops = ['auto.ts', 'index.ts', 'configure.ts', 'start-page.ts'];

/** What no page of a shop loads. */
const apart = ['inspector', 'inspect.ts', 'insights', 'collector', 'trainer'];

/** Which part of `src` may import which: DESIGN.md's table. A part may always import itself. `*` stands for every part but `not`. */
export const layers = {
  events: [],
  browser: [],
  languages: ['browser'],
  product: ['events', 'browser'],
  store: ['events', 'browser'],
  cart: ['events', 'browser', 'product', 'store'],
  experiments: ['events', 'store'],
  incentives: ['events', 'browser', 'store'],
  moments: ['events', 'browser', 'store'],
  recommend: ['events', 'browser', 'product', 'store'],
  campaigns: ['events', 'browser', 'store', 'moments', 'experiments', 'incentives'],
  sinks: ['events', 'browser'],
  insights: ['events', 'campaigns'],
  collector: ['events', 'campaigns'],
  // Runs on a shop's machine, and writes what `recommend` reads: both have one idea of the format.
  trainer: ['events', 'recommend'],
  elements: ['events', 'browser', 'languages', 'product', 'store', 'cart', 'incentives', 'recommend'],
  // For developers: looks into everything, and nothing of a shop's page looks at it.
  inspector: { not: ['define', ...tops, 'insights', 'collector', 'trainer'] },
  'inspect.ts': ['inspector', 'elements', 'browser'],
  define: ['elements'],
  'kit.ts': { not: ['elements', 'define', ...tops, ...apart] },
  'configure.ts': { not: ['elements', 'define', 'auto.ts', 'index.ts', 'start-page.ts', ...apart] },
  'index.ts': { not: ['define', 'auto.ts', 'start-page.ts', ...apart] },
  'start-page.ts': ['configure.ts', 'inspect.ts', 'browser', 'languages'],
  // The kit itself only with <cue-campaign>: elements may not import what runs campaigns, and such a page may say nothing else.
  'auto.ts': ['start-page.ts', 'browser', 'define', 'kit.ts'],
};

/** Which packages may be imported, and from where. */
const packages = [
  { name: /^(lit|@lit\/[^/]+)(\/|$)/, from: /^src\/(elements|inspector)\//, where: 'src/elements/ and src/inspector/' },
  {
    name: /^@floating-ui\/dom$/,
    from: /^src\/elements\/internal\/place-beside\.ts$/,
    where: 'src/elements/internal/place-beside.ts, which is loaded when something first opens',
  },
  {
    name: /^nanostores$/,
    from: /^src\/(store\/|campaigns\/|elements\/internal\/store-controller\.ts$)/,
    where: 'src/store/, src/campaigns/ and the store controller',
  },
  {
    name: /^node:/,
    from: /^src\/(collector|trainer)\//,
    where: 'src/collector/ and src/trainer/, which no shopper downloads',
  },
];

const slashes = (path) => path.split(sep).join('/');

const projectPath = (context, file) => slashes(relative(context.cwd, file));

/** `./x.js` is `./x.ts` on disk. Undefined for packages. */
function resolveSource(source, fromFile) {
  if (!source.startsWith('.')) return undefined;
  const path = resolve(dirname(fromFile), source);
  for (const candidate of [path.replace(/\.js$/, '.ts'), path, `${path}.ts`]) {
    if (existsSync(candidate) && statSync(candidate).isFile()) return candidate;
  }
  return path.replace(/\.js$/, '.ts');
}

/** The part of `src` that a project path belongs to: a folder, or a file of the top level. */
const partOf = (path) => /^src\/([^/]+)/.exec(path)?.[1];

function mayImport(from, to) {
  if (from === to) return true;
  const allowed = layers[from];
  if (!allowed) return false;
  return Array.isArray(allowed) ? allowed.includes(to) : !allowed.not.includes(to);
}

/** Calls back with the source of every import, re-export, `import()` and `import('…').Type` in the file. */
function visitSources(callback) {
  return {
    ImportDeclaration: (node) => callback(node.source, node),
    ExportNamedDeclaration: (node) => node.source && callback(node.source, node),
    ExportAllDeclaration: (node) => callback(node.source, node),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') callback(node.source, node);
    },
    TSImportType: (node) => callback(node.source ?? node.argument?.literal ?? node.argument, node),
  };
}

const layerRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      direction: '{{from}} may not import {{to}}. {{hint}}',
      unknownPart:
        '“{{from}}” is no part of src/ that the design knows: add it to `layers` in eslint.rules.js, with what it may import.',
      outside: 'src/ imports nothing from outside of src/ ({{path}}).',
      package: '{{name}} may be imported only in {{where}}.',
      unknownPackage:
        '{{name}} is no dependency that a shopper may have to download. One that earns its bytes goes into package.json and into `packages` in eslint.rules.js.',
      defineDynamic: 'auto.ts loads an element when its tag is met: use import(), not a static import.',
    },
  },
  create(context) {
    const file = projectPath(context, context.filename);
    const from = partOf(file);
    if (!from) return {};
    if (!(from in layers)) {
      return { Program: (node) => context.report({ node, messageId: 'unknownPart', data: { from } }) };
    }
    return visitSources((source, node) => {
      const name = source.value;
      if (typeof name !== 'string') return;
      const target = resolveSource(name, context.filename);
      if (!target) {
        const known = packages.find((entry) => entry.name.test(name));
        if (!known) context.report({ node: source, messageId: 'unknownPackage', data: { name } });
        else if (!known.from.test(file)) {
          context.report({ node: source, messageId: 'package', data: { name, where: known.where } });
        }
        return;
      }
      const path = projectPath(context, target);
      const to = partOf(path);
      if (!to) context.report({ node: source, messageId: 'outside', data: { path } });
      else if (!mayImport(from, to)) {
        const allowed = layers[from];
        const hint = Array.isArray(allowed)
          ? `It may import ${allowed.length > 0 ? allowed.join(', ') : 'nothing of ours'}.`
          : `It may import everything but ${allowed.not.join(', ')}.`;
        context.report({ node: source, messageId: 'direction', data: { from, to, hint } });
      } else if (from === 'auto.ts' && ['define', 'kit.ts'].includes(to) && node.type !== 'ImportExpression') {
        context.report({ node: source, messageId: 'defineDynamic' });
      }
    });
  },
};

/** What each file imports at run time, statically; by file, and again when the file has changed. */
const importsCache = new Map();

// A static import or re-export with a `from` that is not `import type` / `export type`, or a bare import.
const staticImport = /^\s*(?:import|export)\s(?!type\b)(?:[^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/gm;
const bareImport = /^\s*import\s*['"]([^'"]+)['"]/gm;

function importsOf(file) {
  const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (changedAt === undefined) return [];
  const known = importsCache.get(file);
  if (known?.changedAt === changedAt) return known.imports;
  const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const sources = [...code.matchAll(staticImport), ...code.matchAll(bareImport)].map((match) => match[1]);
  const imports = sources.map((source) => resolveSource(source, file)).filter(Boolean);
  importsCache.set(file, { changedAt, imports });
  return imports;
}

/** The shortest way from `start` back to `goal` along static imports. */
function findWay(start, goal) {
  const cameFrom = new Map([[start, undefined]]);
  const queue = [start];
  for (const file of queue) {
    if (file === goal) {
      const way = [];
      for (let at = file; at !== undefined; at = cameFrom.get(at)) way.unshift(at);
      return way;
    }
    for (const next of importsOf(file)) {
      if (!cameFrom.has(next)) {
        cameFrom.set(next, file);
        queue.push(next);
      }
    }
  }
  return undefined;
}

/** Types and `import()` may point back: neither is there while modules are evaluated. */
const noCycle = {
  meta: { type: 'problem', schema: [], messages: { cycle: 'This import closes a cycle: {{way}}' } },
  create(context) {
    const check = (source, node) => {
      if (node.importKind === 'type' || node.exportKind === 'type') return;
      if (node.type === 'ImportExpression' || node.type === 'TSImportType') return;
      const target = resolveSource(source.value, context.filename);
      if (!target) return;
      const way = findWay(target, context.filename);
      if (!way) return;
      const names = [context.filename, ...way].map((file) => projectPath(context, file));
      context.report({ node: source, messageId: 'cycle', data: { way: names.join(' → ') } });
    };
    return visitSources(check);
  },
};

/** Calls that only make a value. nanostores' atoms attach nothing to the page before they are listened to. */
const pureCalls = new Set([
  'Symbol',
  'Symbol.for',
  'Object.freeze',
  'Object.keys',
  'Object.values',
  'Object.entries',
  'Object.fromEntries',
  'Array.from',
  'String.raw',
  'Math.round',
  'Number',
  'String',
  'atom',
  'map',
  'computed',
  'css',
  'unsafeCSS',
]);
const pureMethods = new Set(['map', 'filter', 'flatMap', 'join', 'concat', 'slice', 'split', 'toSorted']);
const pureConstructors = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'RegExp', 'Date', 'TextEncoder', 'TextDecoder']);
const pureTags = new Set(['css', 'html', 'svg', 'String.raw']);
/** Not there, or another one, where a module is imported on a server or in a worker. */
const pageGlobals = new Set([
  'document',
  'window',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'history',
  'screen',
  'parent',
  'top',
]);

const dotted = (node) => {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'MemberExpression' && !node.computed) return `${dotted(node.object)}.${node.property.name}`;
  return '';
};

/** The first thing inside an initialiser that does something, or undefined when it only makes a value. */
function findImpurity(node, pure) {
  if (!node) return undefined;
  const inside = (children) => {
    for (const child of children) {
      const found = findImpurity(child, pure);
      if (found) return found;
    }
    return undefined;
  };
  switch (node.type) {
    case 'Literal':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
    case 'MetaProperty':
    case 'ThisExpression':
    case 'PrivateIdentifier':
      return undefined;
    case 'Identifier':
      return pageGlobals.has(node.name) ? node : undefined;
    case 'TemplateLiteral':
      return inside(node.expressions);
    case 'TaggedTemplateExpression':
      return pureTags.has(dotted(node.tag)) ? inside(node.quasi.expressions) : node;
    case 'ArrayExpression':
      return inside(node.elements);
    case 'ObjectExpression':
      return inside(node.properties.map((property) => property.value ?? property));
    case 'SpreadElement':
      return findImpurity(node.argument, pure);
    case 'UnaryExpression':
      if (node.operator === 'typeof') return undefined;
      return node.operator === 'delete' ? node : findImpurity(node.argument, pure);
    case 'BinaryExpression':
    case 'LogicalExpression':
      return inside([node.left, node.right]);
    case 'ConditionalExpression':
      return inside([node.test, node.consequent, node.alternate]);
    case 'MemberExpression':
      return inside(node.computed ? [node.object, node.property] : [node.object]);
    case 'ChainExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return findImpurity(node.expression, pure);
    case 'ClassExpression':
      return findClassImpurity(node, pure);
    case 'NewExpression':
      return pureConstructors.has(dotted(node.callee)) ? inside(node.arguments) : node;
    case 'CallExpression': {
      const name = dotted(node.callee);
      if (pureCalls.has(name) || pure.has(name)) return inside(node.arguments);
      const { callee } = node;
      if (callee.type === 'MemberExpression' && !callee.computed && pureMethods.has(callee.property.name)) {
        return inside([callee.object, ...node.arguments]);
      }
      return node;
    }
    default:
      return node;
  }
}

function findClassImpurity(node, pure) {
  if (node.decorators?.length > 0) return node.decorators[0];
  const own = findImpurity(node.superClass, pure);
  if (own) return own;
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock') return member;
    if (member.decorators?.length > 0) return member.decorators[0];
    if (member.static && member.type === 'PropertyDefinition') {
      const found = findImpurity(member.value, pure);
      if (found) return found;
    }
  }
  return undefined;
}

/**
 * A module may only declare. Option `pure`: names of further functions that only make a value.
 * A bare import of a file of ours is fine: that file is under this rule itself.
 */
const noImportSideEffects = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { pure: { type: 'array', items: { type: 'string' } } } }],
    messages: {
      effect:
        'Importing this module would run this. Modules only declare; what has to happen on the page happens in a function, in src/define/ or in src/auto.ts.',
      bare: 'A bare import of a package runs it for its side effects.',
    },
  },
  create(context) {
    const pure = new Set(context.options[0]?.pure ?? []);
    const report = (node) => node && context.report({ node, messageId: 'effect' });
    const check = (statement) => {
      switch (statement.type) {
        case 'ImportDeclaration':
          if (
            statement.specifiers.length === 0 &&
            statement.importKind !== 'type' &&
            !statement.source.value.startsWith('.')
          ) {
            context.report({ node: statement, messageId: 'bare' });
          }
          return;
        case 'ExportNamedDeclaration':
          if (statement.declaration) check(statement.declaration);
          return;
        case 'ExportDefaultDeclaration':
          check(statement.declaration);
          return;
        case 'VariableDeclaration':
          for (const { init } of statement.declarations) report(findImpurity(init, pure));
          return;
        case 'ClassDeclaration':
          report(findClassImpurity(statement, pure));
          return;
        case 'ExportAllDeclaration':
        case 'FunctionDeclaration':
        case 'EmptyStatement':
        case 'TSDeclareFunction':
        case 'TSInterfaceDeclaration':
        case 'TSTypeAliasDeclaration':
        case 'TSModuleDeclaration':
        case 'TSNamespaceExportDeclaration':
        case 'TSGlobalDeclaration':
          return;
        default:
          report(statement.type.endsWith('Statement') ? statement : findImpurity(statement, pure));
      }
    };
    return { Program: (program) => program.body.forEach(check) };
  },
};

const vagueNames = /(^|\/)(utils?|helpers?|common|misc|types|shared|lib|stuff|functions)(\/|(\.[\w.]+)?$)/i;

/** A bucket attracts whatever has no home; a file is named after its one function, a type lives with what it describes. */
const noVagueFileNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      vague: '“{{path}}”: name the file after what is in it; utils, helpers, common, misc and types are buckets.',
    },
  },
  create(context) {
    const path = projectPath(context, context.filename);
    if (!vagueNames.test(path)) return {};
    return { Program: (node) => context.report({ node, messageId: 'vague', data: { path } }) };
  },
};

const urlAttributes = new Set([
  'href',
  'xlink:href',
  'src',
  'action',
  'formaction',
  'srcset',
  'poster',
  'data',
  'background',
  'ping',
]);

/** Expressions that put nothing at all into an attribute, or only what `safeUrl` let through. */
function isSafeUrl(node) {
  switch (node.type) {
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return isSafeUrl(node.expression);
    case 'ConditionalExpression':
      return isSafeUrl(node.consequent) && isSafeUrl(node.alternate);
    case 'LogicalExpression':
      // `a && b` is b or something falsy, which is no address.
      return node.operator === '&&' ? isSafeUrl(node.right) : isSafeUrl(node.left) && isSafeUrl(node.right);
    case 'Identifier':
      return node.name === 'nothing' || node.name === 'undefined';
    case 'CallExpression': {
      const name = dotted(node.callee);
      return name === 'safeUrl' || (name === 'ifDefined' && node.arguments.length > 0 && isSafeUrl(node.arguments[0]));
    }
    default:
      return false;
  }
}

/**
 * Walks the text of a lit template and tells in which attribute each expression stands.
 * @returns {{ statics: {name: string, tag: string, quasi: number}[], tags: {name: string, quasi: number}[],
 *   bindings: ({name: string, whole: boolean, tag: string} | undefined)[] }}
 */
export function readTemplate(texts) {
  const statics = [];
  const tags = [];
  const bindings = [];
  let state = 'text';
  let tag = '';
  let attribute = '';
  let quote = '';
  let value = '';
  texts.forEach((text, quasi) => {
    for (let i = 0; i < text.length; i++) {
      const char = text[i];
      if (state === 'text') {
        if (text.startsWith('<!--', i)) state = 'comment';
        else if (char === '<' && /[a-zA-Z]/.test(text[i + 1] ?? '')) {
          tag = /^[^\s/>]+/.exec(text.slice(i + 1))[0].toLowerCase();
          tags.push({ name: tag, quasi });
          i += tag.length;
          state = 'tag';
        }
      } else if (state === 'comment') {
        if (text.startsWith('-->', i)) state = 'text';
      } else if (state === 'tag') {
        if (char === '>') state = 'text';
        else if (!/[\s/]/.test(char)) {
          attribute = /^[^\s=>]+/.exec(text.slice(i))[0];
          i += attribute.length - 1;
          statics.push({ name: attribute.toLowerCase(), tag, quasi });
          const after = /^\s*=\s*/.exec(text.slice(i + 1));
          if (after) {
            i += after[0].length;
            value = '';
            quote = /["']/.test(text[i + 1] ?? '') ? text[++i] : '';
            state = 'value';
          }
        }
      } else if (state === 'value') {
        if (quote ? char === quote : /[\s>]/.test(char)) state = char === '>' ? 'text' : 'tag';
        else value += char;
      }
    }
    if (quasi === texts.length - 1) return;
    if (state === 'value') {
      const next = texts[quasi + 1];
      const whole = value === '' && (quote ? next.startsWith(quote) : /^[\s>/]/.test(next) || next === '');
      bindings.push({ name: attribute.replace(/^[.?@]/, '').toLowerCase(), kind: attribute[0], whole, tag });
      value += '${}';
    } else bindings.push(undefined);
  });
  return { statics, tags, bindings };
}

const safeTemplates = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      style: 'A style attribute is blocked by a strict policy: use a class, a part, or a custom property set in code.',
      handler: 'An inline event handler is blocked by a strict policy: bind with @{{name}}.',
      element: '<{{name}}> in a template is blocked by a strict policy or runs what it is given.',
      url: '{{name}} takes safeUrl(…) or nothing, and nothing beside it: an address of a shop may be `javascript:`.',
      html: 'Binding {{name}} sets markup.',
    },
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        const tag = dotted(node.tag);
        if (tag !== 'html' && tag !== 'svg') return;
        const { quasis, expressions } = node.quasi;
        const { statics, tags, bindings } = readTemplate(quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw));
        for (const { name, quasi } of statics) {
          const at = quasis[quasi];
          if (name === 'style') context.report({ node: at, messageId: 'style' });
          else if (/^on[a-z]/.test(name)) {
            context.report({ node: at, messageId: 'handler', data: { name: name.slice(2) } });
          }
        }
        for (const { name, quasi } of tags) {
          if (['style', 'script', 'object', 'embed', 'base'].includes(name)) {
            context.report({ node: quasis[quasi], messageId: 'element', data: { name } });
          }
        }
        bindings.forEach((binding, index) => {
          if (!binding || binding.kind === '@' || binding.kind === '?') return;
          const { name, whole } = binding;
          const expression = expressions[index];
          if (['innerhtml', 'outerhtml', 'srcdoc'].includes(name)) {
            context.report({ node: expression, messageId: 'html', data: { name } });
          } else if (urlAttributes.has(name) && !(whole && isSafeUrl(expression))) {
            context.report({ node: expression, messageId: 'url', data: { name } });
          }
        });
      },
    };
  },
};

const unsafeImports = /^(unsafeHTML|unsafeSVG|unsafeMathML|unsafeStatic|styleMap)$/;
const unsafeModules = /(^|\/)(unsafe-(html|svg|mathml)|static-html|style-map)(\.js)?$/;

const noUnsafeHtml = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      directive: '{{name}} goes around Lit’s escaping or the page’s policy.',
      sink: '{{name}} turns a string into markup or code: build nodes, or render a template.',
    },
  },
  create(context) {
    const sink = (node, name) => context.report({ node, messageId: 'sink', data: { name } });
    const writesMarkup = (left) =>
      left.type === 'MemberExpression' &&
      /^(innerHTML|outerHTML|srcdoc)$/.test(left.computed ? String(left.property.value) : left.property.name);
    return {
      ImportDeclaration(node) {
        if (unsafeModules.test(node.source.value)) {
          context.report({ node, messageId: 'directive', data: { name: node.source.value } });
          return;
        }
        for (const specifier of node.specifiers) {
          if (unsafeImports.test(specifier.imported?.name ?? '')) {
            context.report({ node: specifier, messageId: 'directive', data: { name: specifier.imported.name } });
          }
        }
      },
      AssignmentExpression({ left }) {
        if (writesMarkup(left)) sink(left, dotted(left.property) || 'innerHTML');
      },
      CallExpression(node) {
        const { callee } = node;
        const name = callee.type === 'MemberExpression' ? (callee.property.name ?? '') : (callee.name ?? '');
        if (/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseHTMLUnsafe)$/.test(name))
          sink(node, name);
        else if (/^(window|globalThis)\.eval$|^eval$/.test(dotted(callee))) sink(node, 'eval');
        else if (/(^|\.)document\.write(ln)?$/.test(dotted(callee))) sink(node, dotted(callee));
        else if (/^(setTimeout|setInterval)$/.test(name) && /Literal$/.test(node.arguments[0]?.type ?? ''))
          sink(node, name);
        else if (name === 'Function') sink(node, 'Function()');
      },
      NewExpression(node) {
        if (node.callee.name === 'Function') sink(node, 'new Function');
      },
    };
  },
};

/** A warning long before the error of `max-lines`: an element that grows has a rule in it that belongs elsewhere. */
const elementSize = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'number' }],
    messages: {
      long: '{{lines}} lines; elements are thin (up to {{most}}). What could live in a store, a controller or a part of its own?',
    },
  },
  create(context) {
    const most = context.options[0] ?? 200;
    return {
      'Program:exit'(node) {
        const lines = context.sourceCode.lines.length;
        if (lines > most) context.report({ node, messageId: 'long', data: { lines, most } });
      },
    };
  },
};

export default {
  meta: { name: 'cuekit' },
  rules: {
    layers: layerRule,
    'no-cycle': noCycle,
    'no-import-side-effects': noImportSideEffects,
    'no-vague-file-names': noVagueFileNames,
    'safe-templates': safeTemplates,
    'no-unsafe-html': noUnsafeHtml,
    'element-size': elementSize,
  },
};
