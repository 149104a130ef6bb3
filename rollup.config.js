/**
 * The ready-made files, from what tsc has put into dist/. `policy-elements.js` is fetched by every
 * page; what fewer need are parts beside it. A part's name carries the hash of its content, and the
 * file asks for its own parts: whatever a browser or a proxy has kept, old and new never meet.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve as resolvePath } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import { OTHER_ELEMENTS, SECTIONS } from './dist/sections/registry.js';
import { markedLexer } from './scripts/bundle/marked-lexer.js';
import { minify } from './scripts/bundle/minify.js';
import { sharedCore } from './scripts/bundle/shared-core.js';

/** Languages the labels are translated into. */
const { targetLocales: LANGUAGES } = JSON.parse(readFileSync('lit-localize.json', 'utf8'));

/** Modules fetched when they are needed, each built by itself into a part. */
const MODULES = {
  ...Object.fromEntries(LANGUAGES.map((each) => [`localization/generated/${each}.js`, each])),
  'localization/own-labels.js': 'own-labels',
  'localization/findings.js': 'findings',
  'localization/findings/en.js': 'words-en',
  'localization/findings/nl.js': 'words-nl',
  'localization/findings/fr.js': 'words-fr',
  'icons/marks.js': 'platforms',
  'policy/accounts.js': 'accounts',
  'controllers/developer-notes.js': 'words',
  'controllers/item-place.js': 'item-place',
  'policy/search-nl.js': 'search-nl',
  'policy/search-fr.js': 'search-fr',
  'policy/search-en.js': 'search-en',
  'policy/search.js': 'search',
  'policy/changes.js': 'comparison',
  'policy/full-parser.js': 'parser',
  'acknowledgement/record.js': 'record',
  'acknowledgement/outbox.js': 'outbox',
  'acknowledgement/acknowledgement-store.js': 'status',
};

/** Elements fetched when one is needed: the tags in each part. */
const ELEMENTS = {};
for (const { tag, part } of [
  ...Object.values(SECTIONS),
  ...Object.entries(OTHER_ELEMENTS).map(([tag, part]) => ({ tag, part })),
])
  if (part) (ELEMENTS[part] ??= []).push(tag);

/** Code of elements fetched after their first picture; it shares with the one file what they do. */
const LATE = {
  'elements/shared/rest.js': ['element-rest', 'loadElementRest'],
  'elements/policy-viewer/rest.js': ['viewer-rest', 'loadViewerRest'],
  'elements/shared/missing-note.js': ['missing-note', 'loadMissingNote'],
  'ssr/takeover.js': ['ssr-takeover', 'loadTakeover'],
};

/** What shares with the one file, by part: tags of elements, or a module. */
const SHARING = {
  ...ELEMENTS,
  ...Object.fromEntries(Object.entries(LATE).map(([path, [name]]) => [name, `dist/${path}`])),
};

/** File names of the parts that are built, by their names. Who asks for a part is built after it. */
const built = new Map();
const fileOf = (name) => `./${built.get(name) ?? `policy-elements.${name}.js`}`;

const parts = {
  name: 'parts',
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string') return false;
    const path = relative('dist', join(dirname(importer), specifier));
    const tag = basename(path, '.js');
    const group = Object.keys(ELEMENTS).find((name) => ELEMENTS[name].includes(tag));
    const name = group ?? LATE[path]?.[0] ?? MODULES[path];
    if (!name) throw new Error(`${specifier} is loaded lazily: name it in rollup.config.js`);
    return { id: fileOf(name), external: true };
  },
};

/** Every label has an id: what would make one up, by a hash of its text, is left out. */
const idsGiven = {
  name: 'ids-given',
  transform: (code, id) =>
    id.endsWith('@lit/localize/internal/id-generation.js')
      ? `export const generateMsgId = () => { throw new Error('a label without an id'); };`
      : null,
};

const NOTICE = /@license|@preserve|^!/;
const onwarn = (warning) => {
  throw new Error(warning.message);
};

/** How a single entry is bundled where everything else may come later; for weighing. */
export const bundleOptions = (input) => ({
  input,
  external: (id) => /\/generated\/|icons\/marks\.js$/.test(id),
  plugins: [laterOutside, resolve(), markedLexer, idsGiven, minify(NOTICE)],
  onwarn,
});

const laterOutside = {
  name: 'later-outside',
  resolveDynamicImport: (id) => ({ id: String(id), external: true }),
};

const ENTRY = 'dist/one-file.js';
const core = sharedCore({ entry: ENTRY, groups: SHARING, plugins: [parts, resolve()], onwarn });

/** Where parts come from, in the one file: see src/define/late.ts and src/late-loaders.ts. */
const lateElements = {
  name: 'late-elements',
  load(id) {
    if (id === resolvePath('dist/late-loaders.js'))
      return Object.values(LATE)
        .map(
          ([name, loader]) =>
            `export const ${loader} = (again) => import(${JSON.stringify(fileOf(name))} + again);`,
        )
        .join('\n');
    if (id !== resolvePath('dist/define/late.js')) return null;
    const files = Object.entries(ELEMENTS).flatMap(([part, tags]) =>
      tags.map((tag) => [tag, fileOf(part)]),
    );
    return `import { loadLater } from '../sections.js';
      const files = ${JSON.stringify(Object.fromEntries(files))};
      for (const tag in files) loadLater(tag, (again) => import(files[tag] + again));`;
  },
};

const HASHED = /-[a-z0-9]{8}\.js$/;

/**
 * What the first picture of a policy with a form is drawn by. Nearly every function of these is
 * called at once: Chromium compiles all of a file that begins with these words beside the main
 * thread, and elsewhere they are a comment.
 */
const CALLED_ON_LOAD = new Set([
  ...LANGUAGES,
  'element-rest',
  'viewer-rest',
  'acknowledgement',
  'search-field',
]);
const calledOnLoad = {
  name: 'called-on-load',
  renderChunk: (code) => ({ code: `//# allFunctionsCalledOnLoad\n${code}`, map: null }),
};

/** Keeps the name of a part, and at last writes which there are. */
const note = (name) => ({
  name: 'note',
  generateBundle(_, bundle) {
    for (const { type, fileName, dynamicImports } of Object.values(bundle)) {
      if (type !== 'chunk') continue;
      const early = dynamicImports.find((each) => !HASHED.test(each));
      if (early) throw new Error(`${name} asks for ${early}: build that before it`);
      built.set(name, fileName);
    }
  },
});
const list = {
  name: 'list',
  writeBundle() {
    const text = JSON.stringify(Object.fromEntries([...built].sort()), null, 2);
    writeFileSync(
      'dist/ssr/part-files.js',
      `/** File names of the parts of the ready-made file. */\nexport const PART_FILES = ${text};\n`,
    );
  },
};

const part = (name, input, plugins) => ({
  input,
  output: {
    dir: 'dist',
    entryFileNames: `policy-elements.${name}-[hash].js`,
    hashCharacters: 'base36',
    format: 'es',
    inlineDynamicImports: true,
  },
  plugins: [
    ...[parts, ...plugins, idsGiven, minify(NOTICE)],
    ...(CALLED_ON_LOAD.has(name) ? [calledOnLoad] : []),
    note(name),
  ],
  onwarn,
});

const file = (input, name, plugins = [], after = []) => ({
  input: `dist/${input}`,
  output: { file: `dist/policy-elements${name}.js`, format: 'es', inlineDynamicImports: true },
  plugins: [...plugins, resolve(), markedLexer, idsGiven, minify(NOTICE), ...after],
  onwarn,
});

/** What stays with the elements: classes of theirs, and what would be a second copy of something kept. */
const KEPT = new Set(
  ['register', 'loadLater', 'showSectionsWith', 'elementFor', 'setLabels'].concat([
    'forgetPolicy',
    'loadPolicy',
    'loadReader',
    'markdownText',
    'pace',
    'registeredIcon',
    'registerIcon',
  ]),
);
const isClassOf = (Base) => (value) =>
  typeof value === 'function' && value.prototype instanceof Base;

/** Everything else that the package exports, for scripts of a page without a build. */
const tools = {
  name: 'tools',
  resolveId: (source) => (source === 'tools' ? resolvePath('dist/tools.js') : null),
  async load(id) {
    if (id !== resolvePath('dist/tools.js')) return null;
    const library = await import('./dist/index.js');
    const [isElement, isEvent] = [isClassOf(library.PolicyElement), isClassOf(Event)];
    const names = Object.entries(library).flatMap(([name, value]) =>
      isElement(value) || isEvent(value) || value === library.PolicyElement || KEPT.has(name)
        ? []
        : [name],
    );
    return `export { ${names.sort().join(', ')} } from './index.js';`;
  },
};

/** Scripts that stand beside, and share nothing with the elements. */
const FRAME = ['policy-frame', 'policy-frame-page'];
const framePage = {
  name: 'frame-page',
  generateBundle() {
    for (const fileName of ['policy-frame.html', 'policy-frame.css']) {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(`src/frame/${fileName}`) });
    }
  },
};

export default [
  ...Object.entries(MODULES).map(([path, name]) =>
    part(name, `dist/${path}`, [resolve(), markedLexer]),
  ),
  ...Object.keys(SHARING).map((name) =>
    part(name, name, [core.group(name), core.take(name), resolve()]),
  ),
  file('one-file.js', '', [parts, lateElements, core.give, list], [calledOnLoad]),
  { ...file('tools', '.tools', [parts, tools]), input: 'tools' },
  file('define.js', '.all'),
  ...FRAME.map((name) => ({
    input: `dist/frame/${name}.js`,
    output: { file: `dist/${name}.js`, format: 'iife' },
    plugins: [resolve(), idsGiven, minify(NOTICE), framePage],
    onwarn,
  })),
];
