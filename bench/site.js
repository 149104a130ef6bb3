/** The pages of all contenders, and a server that counts what they fetch. */
import { PART_FILES } from '../dist/ssr/part-files.js';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { Marked } from 'marked';
import { markupOf } from './contenders/markup.js';
import { modelOf } from './contenders/model.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const DIST = here('../dist/');
const BUNDLED = ['inserted', 'hand-written', 'react', 'web-awesome', 'zero-md'];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
};

export const CONTENDERS = [
  'static',
  'ours',
  'ours-compiled',
  'ours-inline',
  'ours-static',
  'ours-static-still',
  ...BUNDLED,
];

const page = (head, body, attributes = '') =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bench</title><link rel="icon" href="data:,">${head}</head><body${attributes}>${body}</body></html>`;
const preload = (href) => `<link rel="preload" as="fetch" crossorigin href="${href}">`;
const preloadScripts = (...names) =>
  names.map((name) => `<link rel="modulepreload" href="/dist/${PART_FILES[name]}">`).join('');
/** What the first picture of these policies takes beside the ready-made file. */
const PRELOADED = [
  ...['nl', 'viewer-rest', 'element-rest', 'search-field', 'acknowledgement'],
  ...['directory-sections', 'platforms'],
];
const script = (src) => `<script type="module" src="${src}"></script>`;

/** Markdown as a tool that makes pages beforehand would: raw HTML is text, addresses are checked. */
function staticMarkdown() {
  const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const marked = new Marked({
    renderer: {
      html: ({ text }) => escape(text),
      link({ href, tokens }) {
        const text = this.parser.parseInline(tokens);
        return /^https?:/.test(href) ? `<a href="${href}">${text}</a>` : text;
      },
    },
  });
  return (text) => marked.parse(text);
}

/** The policy compiled for a language, with its sisters beside it. */
function compiledFor(size, policy, lang, compilePolicy) {
  const others = policy.languages.filter((each) => each !== lang);
  const files = Object.fromEntries(
    others.map((each) => [each, `/data/${size}.${each}.compiled.json`]),
  );
  return JSON.stringify(compilePolicy(policy, lang, { files })).replaceAll('<', '\\u003c');
}

/** Pages of ours that are asked for, by path. */
async function ours(size, policy, wanted) {
  const { compilePolicy } = await import('../dist/index.js');
  const { renderPage } = await import('../dist/static.js');
  const compiled = `/data/${size}.nl.compiled.json`;
  const json = (lang) => compiledFor(size, policy, lang, compilePolicy);
  const data = policy.languages.map((lang) => [`/data/${size}.${lang}.compiled.json`, json(lang)]);
  const viewer = (src) => `<policy-viewer src="${src}"></policy-viewer>`;
  // As docs/embedding.md has it.
  const head = `${script('/dist/policy-elements.js')}${preloadScripts(...PRELOADED)}`;
  const reader = preloadScripts('parser');
  const block = `<script type="application/json" id="policy">${json('nl')}</script>`;
  const still = { lang: 'nl' };
  const taken = { ...still, script: '/dist/policy-elements.js', src: compiled };
  const whole = `/data/${size}.json`;
  const pages = {
    ours: () => page(`${head}${reader}${preload(whole)}`, viewer(whole)),
    'ours-compiled': () => page(`${head}${preload(compiled)}`, viewer(compiled)),
    'ours-inline': () => page(head, `${block}${viewer('#policy')}`),
    'ours-static': async () => (await renderPage(policy, taken)).html,
    'ours-static-still': async () => (await renderPage(policy, still)).html,
  };
  const files = Object.fromEntries(data);
  for (const [name, make] of Object.entries(pages)) {
    if (wanted.includes(name)) files[`/${name}/${size}.html`] = await make();
  }
  return files;
}

/** Pages of the contenders for a policy, and their data, by path. */
async function pagesOf(size, policy, wanted) {
  const whole = { [`/data/${size}.json`]: JSON.stringify(policy) };
  const files = { ...whole, ...(await ours(size, policy, wanted)) };
  const css = '<link rel="stylesheet" href="/page.css">';
  const markup = markupOf(modelOf(policy, 'nl'), staticMarkdown());
  files[`/static/${size}.html`] = page(css, `<main>${markup}</main>`);
  files[`/data/${size}.nl.html`] = markup;
  for (const name of BUNDLED) {
    const styles = name === 'web-awesome' ? `${css}<link rel="stylesheet" href="/wa.css">` : css;
    const data = name === 'inserted' ? `/data/${size}.nl.html` : `/data/${size}.json`;
    files[`/${name}/${size}.html`] = page(
      `${styles}${script(`/${name}.js`)}${preload(data)}`,
      '<main></main>',
      ` data-policy="${data}"`,
    );
  }
  return files;
}

const LARGE = 2_000_000;
/** Made when it is asked for; with the best quality a large page takes a minute. */
function brotliSize(file) {
  const quality = file.text.length > LARGE ? 9 : constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return (file.brotli ??= brotliCompressSync(file.text, { params }).length);
}

async function shared() {
  const { outputFiles } = await build({
    entryPoints: BUNDLED.map((name) => here(`contenders/${name}.js`)),
    outdir: '/',
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
  });
  const files = {};
  for (const { path, text } of outputFiles) files[path.replace(/.*\//, '/')] = text;
  files['/page.css'] = await readFile(here('contenders/page.css'), 'utf8');
  const theme = 'node_modules/@awesome.me/webawesome/dist/styles/themes/default.css';
  const { outputFiles: styles } = await build({
    entryPoints: [here(theme)],
    bundle: true,
    minify: true,
    write: false,
  });
  files['/wa.css'] = styles[0].text;
  for (const name of await readdir(DIST)) {
    if (/^policy-elements.*\.js$/.test(name)) {
      files[`/dist/${name}`] = await readFile(DIST + name, 'utf8');
    }
  }
  return files;
}

/**
 * @param policies by size
 * @param wanted names of contenders
 */
export async function openSite(policies, wanted = CONTENDERS) {
  const files = await shared();
  for (const [size, policy] of Object.entries(policies)) {
    Object.assign(files, await pagesOf(size, policy, wanted));
  }
  const known = new Map(
    Object.entries(files).map(([path, text]) => {
      return [path, { text, gzip: gzipSync(text, { level: 9 }) }];
    }),
  );
  const server = createServer(({ url }, response) => {
    const found = known.get(url);
    if (!found) return response.writeHead(404).end();
    const type = TYPES[extname(url)];
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(found.gzip);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** Bytes of some paths, compressed. */
    weigh(paths) {
      const all = paths.flatMap((path) => known.get(path) ?? []);
      const sum = (of) => all.reduce((total, each) => total + of(each), 0);
      return { gzip: sum(({ gzip }) => gzip.length), brotli: sum(brotliSize) };
    },
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}
