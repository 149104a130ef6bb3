import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/* Walls: who may know whom. What a folder does not name here it may not import. */

const LIT = ['lit$', 'lit/'];
const LOCALIZE = ['@lit/localize$', '@lit/localize/internal/'];
const layers = (...names) => [`(\\.\\./)+(${names.join('|')})/`];

const WALLS = {
  'src/policy/**': ['\\./', 'valibot$', '@noble/hashes/', 'canonicalize$', 'diff$', 'marked$'],
  'src/policy/slips/**': ['\\./', '\\.\\./[a-z-]+\\.js$', 'valibot$'],
  'src/policy/section-types/**': [
    '\\./',
    '\\.\\./(schema-fields|coverage-tests)\\.js$',
    'valibot$',
  ],
  'src/acknowledgement/**': ['\\./', ...layers('policy'), 'uuid$', 'idb-keyval$'],
  'src/markdown/**': ['\\./', ...layers('policy', 'rendering'), 'lit$'],
  'src/localization/**': [
    '\\./',
    '\\.\\./(formats|locales)\\.js$',
    ...layers('policy'),
    'lit$',
    ...LOCALIZE,
  ],
  'src/rendering/**': ['\\./', ...LIT],
  'src/ssr/**': [
    '\\./',
    ...layers('policy', 'localization', 'rendering', 'sections', 'elements', 'styles'),
    '\\.\\./(events|version|sections)\\.js$',
    '@lit-labs/ssr/',
    '@noble/hashes/',
    ...LIT,
  ],
  'src/ssr/{takeover,hydration-queue,same-element,render-key,light-place}.ts': [
    '\\./',
    ...layers('policy', 'rendering', 'controllers'),
    '\\.\\./version\\.js$',
    '@lit-labs/ssr-client$',
    ...LIT,
  ],
  'src/styles/**': ['\\./', 'lit$'],
  'src/icons/**': ['\\./', 'lit$'],
  'src/events.ts': ['\\./policy/', '\\./acknowledgement/(record|status)\\.js$'],
  'src/controllers/**': [
    '\\./',
    ...layers('policy', 'acknowledgement', 'localization', 'rendering'),
    '\\.\\./(events|version)\\.js$',
    ...LIT,
  ],
  'src/elements/**': [
    '\\./',
    '(\\.\\./)+(policy|section)-element\\.js$',
    ...layers(
      'policy',
      'acknowledgement',
      'markdown',
      'localization',
      'rendering',
      'styles',
      'icons',
    ),
    ...layers('controllers', 'shared', 'ssr'),
    '(\\.\\./)+(events|late-modules|sections|sections/registry)\\.js$',
    ...LIT,
    ...LOCALIZE,
  ],
  // What comes late elsewhere is named once, here and in src/late-loaders.ts.
  'src/define/at-once.ts': ['\\.\\./late-modules\\.js$', '\\.\\./elements/'],
  'src/define/!(at-once).ts': [
    '\\./(?:policy-[a-z]+|late|with-viewer)\\.js$',
    '\\.\\./elements/(policy-[a-z]+)/\\1\\.js$',
    '\\.\\./register\\.js$',
    '\\.\\./sections',
  ],
  'src/{register,version}.ts': ['\\./version\\.js$'],
  'src/sections.ts': ['\\./sections/', '\\./late-module\\.js$'],
  'src/late-{module,modules,loaders}.ts': [
    '\\./(handed-over|late-(module|loaders)|ssr/takeover)\\.js$',
    '\\./elements/',
  ],
  'src/sections/**': ['\\./'],
  'src/frame/**': ['\\./', ...LOCALIZE],
  'src/define.ts': ['\\./define/'],
  'src/one-file.ts': [
    '\\./(define|elements|policy)/',
    '\\./(register|sections)\\.js$',
    '\\./localization/locales\\.js$',
  ],
  'src/index.ts': ['\\./(?!define)'],
};

// Elements name each other by tag; a class would bring the other one along.
const OTHER_ELEMENT = '^\\.\\./(?!shared/|ssr/)[./]*policy-[a-z]+/';

const HTML_STRINGS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'];
const UNSAFE_SYNTAX = [
  ...HTML_STRINGS.map((name) => ({
    selector: `MemberExpression[property.name='${name}'], MemberExpression[property.value='${name}']`,
    message: 'No HTML strings: use a template.',
  })),
  {
    selector: 'TemplateElement[value.raw=/\\.(inner|outer)HTML\\s*=\\s*$/]',
    message: 'No HTML strings: use a template.',
  },
  {
    selector:
      "ImportSpecifier[imported.name='unsafeHTML'], ImportSpecifier[imported.name='unsafeSVG']",
    message: 'No HTML strings: use a template.',
  },
];
const INLINE = {
  selector:
    "ImportSpecifier[imported.name='styleMap'], TemplateElement[value.raw=/<style|<script/]",
  message: 'No inline style or script: a page may forbid it.',
};

function wall(files, allowed) {
  const forbidden = `^(?!${allowed.join('|')})`;
  const patterns = [{ regex: forbidden, message: 'There is a wall here: see CONTRIBUTING.md.' }];
  if (files.startsWith('src/elements')) {
    patterns.push({ regex: OTHER_ELEMENT, message: 'Elements name each other by tag.' });
  }
  const selectors = patterns.map(({ regex, message }) => ({
    selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\/')}/]`,
    message,
  }));
  // A page rendered on a server carries the styles of its shadow roots, each told by its hash.
  const inline = files === 'src/ssr/**' ? [] : [INLINE];
  return {
    files: [files],
    rules: {
      'no-restricted-imports': ['error', { patterns }],
      'no-restricted-syntax': ['error', ...UNSAFE_SYNTAX, ...inline, ...selectors],
    },
  };
}

const forbid = (files, ...walls) => ({
  files: [files],
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: walls.map(([regex, message]) => ({ regex, message })) },
    ],
  },
});
const OUTSIDE = [
  '^(\\.\\./){2,}(src|dist|stories|test(?!/support/))/|^policy-elements/(src|dist)/',
  'The library is used by its public exports only.',
];
const apart = (names) => [
  `@policy-elements/(${names})|^(\\.\\./){2,}(${names})/`,
  'There is a wall here: see CONTRIBUTING.md.',
];

export default defineConfig(
  globalIgnores([
    '.sizes/',
    '.data/',
    '**/dist/',
    '**/node_modules/',
    'storybook-static/',
    'docs-site/',
    '**/.next/',
    '**/.nuxt/',
    '**/.output/',
    'coverage/',
    'screenshots/',
    '.data/',
    '**/generated/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: { 'no-unused-vars': ['error', { ignoreRestSiblings: true }] },
  },
  { files: ['**/*.ts'], extends: [ts.configs.recommended] },
  {
    files: ['{src,authoring/src,cli/src,server/src,studio/src}/**/*.ts'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // French text has spaces at which no line breaks.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }],
      // What a signal was aborted with may be anything.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingAny: true }],
    },
  },
  {
    files: ['{src,stories,studio/src}/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      litA11y.configs.recommended,
    ],
  },
  {
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...UNSAFE_SYNTAX],
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['src/**', 'stories/**'],
    rules: {
      // Safari takes a list without bullets for no list, unless its role says so.
      'lit-a11y/no-redundant-role': 'off',
      // It sees no `<label for>`; axe does, in every test of an element.
      'lit-a11y/accessible-name': 'off',
    },
  },
  {
    // The maps of events differ in nothing but whom they belong to.
    files: ['src/events.ts'],
    rules: {
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
    },
  },
  {
    // The options of a combobox are chosen by the keys of its field.
    files: ['src/elements/policy-search/hits.ts'],
    rules: { 'lit-a11y/click-events-have-key-events': 'off' },
  },
  {
    files: ['{authoring,cli,server}/src/**'],
    rules: {
      // A Fastify plugin is an async function, whether it waits or not, and as long as its routes.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      'max-lines-per-function': 'warn',
    },
  },
  {
    files: ['**/test/**'],
    rules: {
      // A `describe` is as long as what it describes, and looks at what was rendered.
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  {
    // What others do is what is measured against.
    files: ['bench/contenders/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  ...Object.entries(WALLS).map(([files, allowed]) => wall(files, allowed)),
  forbid('test/unit/**', [
    '^@open-wc/testing|^lit$|/(define|elements|controllers)/',
    "These tests run in Node: import { expect } from 'chai', or move it to test/component.",
  ]),
  forbid('stories/**', [
    '^(\\.\\./)+(test|dist|server)/',
    'Stories know src, and nothing that knows them.',
  ]),
  forbid('hosts/**', [
    '^(\\.\\./)+(src|dist|server|stories|test)/',
    'A plugin takes built files only.',
  ]),
  forbid('authoring/**', OUTSIDE, apart('cli|server|studio')),
  forbid('cli/**', OUTSIDE, apart('server|studio')),
  forbid('studio/src/**', OUTSIDE, apart('cli|server')),
  forbid('server/**', OUTSIDE, apart('cli|studio')),
  // What stores knows no page: pages ask it.
  forbid('server/src/database/**', OUTSIDE, apart('cli|studio'), [
    '/admin/',
    'The database does not know the pages.',
  ]),
);
