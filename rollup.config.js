import { readFileSync } from 'node:fs';
import { basename, isAbsolute, resolve as resolvePath } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup } from 'rollup';

/** Parts fetched when they are needed, beside the one file: each is built by itself. */
const LAZY = {
  'localization/generated/nl.js': 'nl',
  'localization/generated/fr.js': 'fr',
  'policy/full-parser.js': 'reader',
  'localization/findings.js': 'findings',
  'icons/platforms.js': 'platforms',
  'ssr/takeover.js': 'still',
  'policy/accounts.js': 'accounts',
  'controllers/unknown-words.js': 'words',
  'policy/search.js': 'search',
  'policy/search-nl.js': 'search-nl',
  'policy/search-fr.js': 'search-fr',
  'policy/search-en.js': 'search-en',
  'policy/changes.js': 'comparison',
  'acknowledgement/record.js': 'record',
  'acknowledgement/outbox.js': 'outbox',
  'acknowledgement/acknowledgement-store.js': 'status',
};

/** Elements that many pages do without, by the file that holds them. */
const LATE = {
  acknowledgement: ['policy-acknowledgement'],
  changes: ['policy-changes'],
  find: ['policy-search'],
  guided: ['policy-check', 'policy-quiz', 'policy-reactions'],
  organisation: [
    'policy-contacts',
    'policy-mandates',
    'policy-platforms',
    'policy-reporting',
    'policy-rollout',
    'policy-section',
    'policy-trainings',
  ],
};
const nameOf = (path) => basename(path, '.js');

const beside = {
  name: 'beside',
  resolveDynamicImport(specifier) {
    const source = Object.keys(LAZY).find((path) => basename(path) === basename(specifier));
    const group = Object.keys(LATE).find((name) => LATE[name].includes(nameOf(specifier)));
    if (group) return { id: `./policy-elements.${group}.js`, external: true };
    if (!source) throw new Error(`${specifier} is loaded lazily: name it in rollup.config.js`);
    return { id: `./policy-elements.${LAZY[source]}.js`, external: true };
  },
};

/** Templates and styles without the white space that only people need. */
const slim = {
  name: 'slim',
  transform(code, id) {
    if (id.includes('node_modules')) return null;
    const edits = [];
    walk(this.parse(code), (node) => {
      const fold = node.type === 'TaggedTemplateExpression' && FOLDS[node.tag.name];
      if (fold) edits.push(...node.quasi.quasis.map((quasi) => ({ ...quasi, fold })));
    });
    return edits
      .sort((a, b) => b.start - a.start)
      .reduce(
        (text, { start, end, fold }) =>
          text.slice(0, start) + fold(text.slice(start, end)) + text.slice(end),
        code,
      );
  },
};
/** Elements that are blocks whatever the styles say, or the children of a grid or of flexible boxes. */
const BLOCK = '(?:article|dd|details|div|dl|dt|fieldset|figure|header|li|nav|ol|p|section|ul)';
/** White space at the edges of blocks is not drawn: without it there are fewer nodes. */
const EDGES = [
  [new RegExp(`(<${BLOCK}(?: [^<>]*)?>) `, 'g'), '$1'],
  [new RegExp(` (</${BLOCK}>)`, 'g'), '$1'],
  [new RegExp(`(</${BLOCK}>) (?=<${BLOCK}[ >])`, 'g'), '$1'],
];
const foldHtml = (html) =>
  EDGES.reduce((text, [edge, kept]) => text.replace(edge, kept), html.replace(/\s+/g, ' '));
const foldCss = (css) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ > /g, '>')
    .replace(/([ (:,])0\.(?=\d)/g, '$1.')
    .replace(/;}/g, '}');
const FOLDS = { html: foldHtml, staticHtml: foldHtml, css: foldCss };

function walk(node, visit) {
  if (typeof node?.type === 'string') visit(node);
  for (const child of Object.values(node ?? {})) {
    if (typeof child === 'object') walk(child, visit);
  }
}

/**
 * marked makes an instance of itself when it is loaded, which keeps its parser and renderer; the
 * lexer is all we use. The end of the file is replaced by the one export.
 */
const lexerOnly = {
  name: 'lexer-only',
  transform(code, id) {
    if (!id.endsWith('marked/lib/marked.esm.js')) return null;
    const [, lexer] = /export\{[^}]*?(\w+) as Lexer/.exec(code);
    const end = /var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\(/.exec(code);
    if (!end) throw new Error('marked has changed: look at the end of it again');
    return `${code.slice(0, end.index)}export{${lexer} as Lexer};`;
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
const minify = () => terser({ format: { comments: NOTICE }, compress: { passes: 2 }, ecma: 2020 });
const onwarn = (warning) => {
  throw new Error(warning.message);
};

/** How a single entry is bundled where everything else may come later; for weighing. */
export const bundleOptions = (input) => ({
  input,
  external: (id) => /\/generated\/|icons\/platforms\.js$/.test(id),
  plugins: [laterOutside, resolve(), lexerOnly, idsGiven, slim, minify()],
  onwarn,
});

const laterOutside = {
  name: 'later-outside',
  resolveDynamicImport: (id) => ({ id: String(id), external: true }),
};

const ENTRY = 'dist/one-file.js';

/**
 * What the late elements use of the one file. They cannot import it: a page that asks for
 * `policy-elements.js?v=2` would load it twice, and have two of every class. So the one file lays
 * what they use under a symbol, and they take it from there.
 */
const shared = (() => {
  const IN_CORE = 'core:';
  let known;

  async function find() {
    const options = { plugins: [beside, resolve()], onwarn };
    const core = await rollup({ ...options, input: ENTRY });
    const inCore = new Set(core.cache.modules.map(({ id }) => id));
    const toCore = {
      name: 'to-core',
      async resolveId(source, importer) {
        if (!importer || isAbsolute(source)) return null;
        const found = await this.resolve(source, importer, { skipSelf: true });
        return found && inCore.has(found.id) ? { id: IN_CORE + found.id, external: true } : null;
      },
    };
    const names = new Map();
    for (const group of Object.keys(LATE)) {
      const plugins = [beside, entryOf(group), toCore, resolve()];
      const late = await rollup({ ...options, input: group, plugins });
      const { output } = await late.generate({ format: 'es' });
      for (const [id, imported] of Object.entries(output[0].importedBindings)) {
        if (!id.startsWith(IN_CORE)) continue;
        const path = id.slice(IN_CORE.length);
        names.set(path, new Set([...(names.get(path) ?? []), ...imported]));
      }
    }
    const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
    const all = sorted.flatMap(([id, of]) => [...of].sort().map((name) => ({ id, name })));
    return { inCore, all: all.map((each, at) => ({ ...each, key: `_${at}` })) };
  }

  const sharing = () => (known ??= find());
  const PLACE = `import { VERSION as _v } from ${JSON.stringify(resolvePath('dist/version.js'))};
    const _s = Symbol.for('policy-elements/' + _v);`;
  return {
    /** In the one file: lays it out. */
    give: {
      name: 'give',
      async transform(code, id) {
        if (id !== resolvePath(ENTRY)) return null;
        const { all } = await sharing();
        const imports = all.map(
          (each) => `import { ${each.name} as ${each.key} } from ${JSON.stringify(each.id)};`,
        );
        const keys = all.map(({ key }) => key).join();
        // Where the file is loaded twice, the first registered the elements.
        return `${imports.join('\n')}\n${PLACE}\nglobalThis[_s] ??= {${keys}};\n${code}`;
      },
    },
    /** In the files beside it: takes it from there. */
    take: {
      name: 'take',
      async resolveId(source, importer) {
        if (!importer || importer.startsWith('\0') || isAbsolute(source)) return null;
        const found = await this.resolve(source, importer, { skipSelf: true });
        const { inCore } = await sharing();
        const apart = nameOf(found?.id ?? '') === 'version';
        return found && !apart && inCore.has(found.id) ? `\0${IN_CORE}${found.id}` : null;
      },
      async load(id) {
        if (!id.startsWith(`\0${IN_CORE}`)) return null;
        const { all } = await sharing();
        const path = id.slice(IN_CORE.length + 1);
        const used = all.filter((each) => each.id === path);
        const names = used.map(({ key, name }) => `export const ${name} = _c.${key};`).join('\n');
        return `${PLACE}\nconst _c = globalThis[_s];\n${names}`;
      },
    },
  };
})();

/** A file that registers the elements of a group. */
const entryOf = (group) => ({
  name: 'entry-of',
  resolveId: (source) => (source === group ? resolvePath(`dist/define/${group}.group.js`) : null),
  load: (id) =>
    id.endsWith('.group.js') ? LATE[group].map((tag) => `import './${tag}.js';`).join('\n') : null,
});

const late = (group) => ({
  input: group,
  output: { file: `dist/policy-elements.${group}.js`, format: 'es', inlineDynamicImports: true },
  plugins: [beside, entryOf(group), shared.take, resolve(), slim, minify()],
  onwarn,
});

const file = (input, name, plugins = []) => ({
  input: `dist/${input}`,
  output: { file: `dist/policy-elements${name}.js`, format: 'es', inlineDynamicImports: true },
  plugins: [...plugins, resolve(), lexerOnly, idsGiven, slim, minify()],
  onwarn,
});

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
  file('one-file.js', '', [beside, shared.give]),
  file('define.js', '.all'),
  ...Object.keys(LATE).map(late),
  ...Object.entries(LAZY).map(([path, name]) => file(path, `.${name}`)),
  ...FRAME.map((name) => ({
    input: `dist/frame/${name}.js`,
    output: { file: `dist/${name}.js`, format: 'iife' },
    plugins: [minify(), framePage],
    onwarn,
  })),
];
