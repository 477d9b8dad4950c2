import parser from '@typescript-eslint/parser';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import cuekit from './eslint.rules.js';

/** What holds for every file, whoever runs it. */
const everywhere = {
  'array-callback-return': 'error',
  'constructor-super': 'error',
  'default-case-last': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'for-direction': 'error',
  'getter-return': 'error',
  'no-async-promise-executor': 'error',
  'no-case-declarations': 'error',
  'no-class-assign': 'error',
  'no-compare-neg-zero': 'error',
  'no-cond-assign': 'error',
  'no-const-assign': 'error',
  'no-constant-binary-expression': 'error',
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-constructor-return': 'error',
  'no-debugger': 'error',
  'no-dupe-args': 'error',
  'no-dupe-class-members': 'error',
  'no-dupe-else-if': 'error',
  'no-dupe-keys': 'error',
  'no-duplicate-case': 'error',
  'no-else-return': 'error',
  'no-empty': 'error',
  'no-empty-character-class': 'error',
  'no-empty-pattern': 'error',
  'no-ex-assign': 'error',
  'no-fallthrough': 'error',
  'no-func-assign': 'error',
  'no-implied-eval': 'error',
  'no-import-assign': 'error',
  'no-invalid-regexp': 'error',
  'no-irregular-whitespace': 'error',
  'no-loss-of-precision': 'error',
  'no-misleading-character-class': 'error',
  'no-prototype-builtins': 'error',
  'no-self-assign': 'error',
  'no-self-compare': 'error',
  'no-setter-return': 'error',
  'no-shadow-restricted-names': 'error',
  'no-sparse-arrays': 'error',
  'no-template-curly-in-string': 'error',
  'no-this-before-super': 'error',
  'no-unmodified-loop-condition': 'error',
  'no-unreachable': 'error',
  'no-unreachable-loop': 'error',
  'no-unsafe-finally': 'error',
  'no-unsafe-negation': 'error',
  'no-unsafe-optional-chaining': 'error',
  'no-unused-labels': 'error',
  'no-useless-backreference': 'error',
  'no-useless-catch': 'error',
  'no-useless-escape': 'error',
  'no-useless-rename': 'error',
  'no-var': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', '@ts-ignore', '@ts-nocheck'], location: 'start' }],
  'object-shorthand': 'error',
  'prefer-const': ['error', { destructuring: 'all' }],
  'prefer-object-has-own': 'error',
  'require-yield': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
  'cuekit/no-vague-file-names': 'error',
};

/**
 * A click on a dialog's backdrop may close it: Escape does the same, and the browser handles that. The rule's own list of
 * exceptions takes custom elements only.
 */
const clickRule = litA11y.rules['click-events-have-key-events'];
const litA11yPlugin = {
  ...litA11y,
  rules: {
    ...litA11y.rules,
    'click-events-have-key-events': {
      ...clickRule,
      create(context) {
        const report = (problem) => {
          const { sourceCode } = context;
          const text = sourceCode.text.slice(sourceCode.getIndexFromLoc(problem.loc.start ?? problem.loc));
          if (!text.trimStart().startsWith('<dialog')) context.report(problem);
        };
        return clickRule.create(Object.create(context, { report: { value: report } }));
      },
    },
  },
};

const a11y = {
  ...Object.fromEntries(Object.keys(litA11y.configs.recommended.rules).map((name) => [name, 'error'])),
  // Safari takes the list role away from a list without bullets, and gives it back for an explicit role.
  'lit-a11y/no-redundant-role': 'off',
};

const noOnly = {
  selector: 'MemberExpression[object.name=/^(it|describe|test|suite|context)$/][property.name="only"]',
  message: 'Only this test would run.',
};

export default [
  {
    ignores: [
      'dist/',
      'coverage/',
      'storybook-static/',
      'node_modules/',
      '**/node_modules/',
      '.cache/',
      'test/bench/**/vendor/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,ts}'],
    plugins: { cuekit },
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    rules: everywhere,
  },
  {
    // TypeScript itself finds unused names, but only in its own files.
    files: ['**/*.{js,mjs}'],
    rules: { 'no-unused-vars': ['error', { args: 'after-used', ignoreRestSiblings: true }] },
  },
  {
    files: ['**/*.ts'],
    languageOptions: { parser },
    // TypeScript finds these itself; overloads look like duplicates to ESLint.
    rules: {
      'no-dupe-class-members': 'off',
      'getter-return': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSAnyKeyword', message: 'Say what it is, or `unknown`.' },
        { selector: 'TSEnumDeclaration', message: 'An enum is code that a shopper downloads: use a union of strings.' },
        noOnly,
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { cuekit, lit, 'lit-a11y': litA11yPlugin, wc },
    // wc: classes of elements are found by what they extend.
    settings: { wc: { elementBaseClasses: ['LitElement', 'CueElement'] }, litHtmlSources: true },
    rules: {
      'cuekit/layers': 'error',
      'cuekit/no-cycle': 'error',
      'cuekit/no-import-side-effects': ['error', { pure: ['createDeclared', 'lazyStore'] }],
      'cuekit/safe-templates': 'error',
      'cuekit/no-unsafe-html': 'error',
      'no-console': 'error',
      'no-restricted-globals': ['error', { name: 'event', message: 'The global `event`; take the parameter.' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSAnyKeyword', message: 'Say what it is, or `unknown`.' },
        { selector: 'TSEnumDeclaration', message: 'An enum is code that a shopper downloads: use a union of strings.' },
        { selector: 'DebuggerStatement', message: 'Left over.' },
        { selector: 'Decorator', message: 'Use `static properties` and `declare`: no build flag can break them.' },
      ],
      ...Object.fromEntries(
        [
          'attribute-names',
          'attribute-value-entities',
          'binding-positions',
          'lifecycle-super',
          'no-classfield-shadowing',
          'no-duplicate-template-bindings',
          'no-invalid-escape-sequences',
          'no-invalid-html',
          'no-legacy-imports',
          'no-legacy-template-syntax',
          'no-native-attributes',
          'no-property-change-update',
          'no-template-bind',
          'no-value-attribute',
          'prefer-nothing',
          'prefer-static-styles',
          'value-after-constraints',
        ].map((name) => [`lit/${name}`, 'error']),
      ),
      ...Object.fromEntries(
        [
          'attach-shadow-constructor',
          'no-child-traversal-in-attributechangedcallback',
          'no-child-traversal-in-connectedcallback',
          'no-closed-shadow-root',
          'no-constructor-attributes',
          'no-constructor-params',
          'no-customized-built-in-elements',
          'no-invalid-element-name',
          'no-invalid-extends',
          'no-self-class',
          'no-typos',
          'require-listener-teardown',
          'max-elements-per-file',
        ].map((name) => [`wc/${name}`, 'error']),
      ),
      ...a11y,
    },
  },
  {
    // Functions and closures; classes are for what the platform makes by `new`.
    files: ['src/**/*.ts'],
    ignores: [
      'src/elements/**',
      'src/inspector/inspector.ts',
      'src/inspector/*-controller.ts',
      'src/events/*-event.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TSAnyKeyword', message: 'Say what it is, or `unknown`.' },
        { selector: 'TSEnumDeclaration', message: 'An enum is code that a shopper downloads: use a union of strings.' },
        {
          selector: 'ClassDeclaration, ClassExpression',
          message: 'Functions and closures; only elements and events are classes.',
        },
      ],
    },
  },
  {
    // A command does what it is called for.
    files: ['src/define/*.ts', 'src/auto.ts', 'src/inspect.ts', 'src/trainer/cli.ts'],
    rules: { 'cuekit/no-import-side-effects': 'off' },
  },
  {
    files: ['src/browser/warn.ts', 'src/sinks/console.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Lit's own write of its constant templates, taken over; see vite-plugin-guard-lit.mjs.
    files: ['src/elements/internal/template-html.ts'],
    rules: { 'cuekit/no-unsafe-html': 'off' },
  },
  {
    files: ['src/elements/**/*.ts'],
    ignores: ['src/elements/**/*.styles.ts'],
    rules: { 'cuekit/element-size': ['warn', 200], 'max-lines': ['error', 300] },
  },
  {
    // Codes and templates are strings here.
    files: ['test/**/*.{mjs,ts}'],
    rules: { 'no-template-curly-in-string': 'off' },
  },
  {
    files: ['stories/**/*.ts'],
    plugins: { 'lit-a11y': litA11yPlugin },
    settings: { litHtmlSources: true },
    rules: a11y,
  },
];
