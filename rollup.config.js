import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/**
 * Parts fetched when they are needed, beside the one file. Each is built by itself: were they to
 * share code with the entry, a page that asks for `policy-elements.js?v=2` would load it twice.
 */
const LAZY = {
  'localization/generated/nl.js': 'nl',
  'localization/generated/fr.js': 'fr',
  'policy/full-reader.js': 'reader',
  'localization/findings.js': 'findings',
  'icons/platforms.js': 'platforms',
  'policy/accounts.js': 'accounts',
  'policy/search.js': 'search',
  'policy/changes.js': 'changes',
  'acknowledgement/record.js': 'record',
};

const beside = {
  name: 'beside',
  resolveDynamicImport(specifier) {
    const source = Object.keys(LAZY).find((path) => basename(path) === basename(specifier));
    // The one file holds every element.
    if (/^\.\/policy-\w+\.js$/.test(specifier)) return null;
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
const foldHtml = (html) => html.replace(/\s+/g, ' ');
const foldCss = (css) =>
  css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
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

const NOTICE = /@license|@preserve|^!/;
const minify = () => terser({ format: { comments: NOTICE }, compress: { passes: 2 }, ecma: 2020 });
const onwarn = (warning) => {
  throw new Error(warning.message);
};

/** How a single entry is bundled where everything else may come later; for weighing. */
export const bundleOptions = (input) => ({
  input,
  external: (id) => /\/generated\/|icons\/platforms\.js$/.test(id),
  plugins: [laterOutside, resolve(), lexerOnly, slim, minify()],
  onwarn,
});

const laterOutside = {
  name: 'later-outside',
  resolveDynamicImport: (id) => ({ id: String(id), external: true }),
};

const file = (input, name, plugins = []) => ({
  input: `dist/${input}`,
  output: { file: `dist/policy-elements${name}.js`, format: 'es', inlineDynamicImports: true },
  plugins: [...plugins, resolve(), lexerOnly, slim, minify()],
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
  file('define.js', '', [beside]),
  file('define.js', '.all'),
  ...Object.entries(LAZY).map(([path, name]) => file(path, `.${name}`)),
  ...FRAME.map((name) => ({
    input: `dist/frame/${name}.js`,
    output: { file: `dist/${name}.js`, format: 'iife' },
    plugins: [minify(), framePage],
    onwarn,
  })),
];
