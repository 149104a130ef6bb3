/**
 * Bundles what a page might use, for `size-limit` to weigh, and writes docs/sizes.md: what each
 * entry costs, and where the kilobytes of the viewer go.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { rollup } from 'rollup';
import { bundleOptions } from '../rollup.config.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const kB = (bytes) => (bytes / 1000).toFixed(1);
const weigh = (code) => gzipSync(code, { level: 9 }).length;

/** One entry with what it always loads; what it fetches later is left out. */
async function bundle(entry) {
  const options = bundleOptions(`${root}dist/define/${entry}.js`);
  const build = await rollup(options);
  const { output } = await build.generate({ format: 'es' });
  return output[0];
}

const GROUPS = [
  [/node_modules\/(lit|@lit\/reactive)/, 'Lit'],
  [/@lit\/localize/, '@lit/localize'],
  [/dist\/policy/, 'the format: loading, compiled policies, texts'],
  [/dist\/markdown/, 'Markdown to templates'],
  [/dist\/localization/, 'labels and formats'],
  [/\.styles\.js|dist\/styles/, 'styles'],
  [/dist\/elements/, 'elements and their templates'],
  [/./, 'controllers, events, icons'],
];

async function shares({ modules }) {
  const sums = new Map();
  for (const [id, { code }] of Object.entries(modules)) {
    if (!code) continue;
    const [, group] = GROUPS.find(([pattern]) => pattern.test(id));
    const small = await minify(code, { toplevel: false, ecma: 2020 }).catch(() => ({ code }));
    sums.set(group, `${sums.get(group) ?? ''}\n${small.code}`);
  }
  return [...sums].map(([group, code]) => [group, weigh(code)]).sort((a, b) => b[1] - a[1]);
}

await mkdir(`${root}.sizes`, { recursive: true });
const entries = (await readdir(`${root}dist/define`))
  .filter((name) => name.endsWith('.js'))
  .map((name) => name.slice(0, -3));
const rows = [];
let viewer;
for (const entry of entries.sort()) {
  const output = await bundle(entry);
  if (entry === 'policy-viewer') viewer = output;
  await writeFile(`${root}.sizes/${entry}.js`, output.code);
  // The others are what elements share: no page names them.
  if (entry.startsWith('policy-')) rows.push(`| \`${entry}\` | ${kB(weigh(output.code))} |`);
}

/** A part's name carries the hash of its content. */
const HASH = /(?<!policy)-[a-z0-9]{8}(?=\.js$)/;

/** The studio as its page loads it before anybody does anything: script, what it imports, styles. */
async function studio() {
  const folder = `${root}studio/dist/app/`;
  const loaded = new Map();
  const load = async (name) => {
    if (loaded.has(name)) return;
    const code = await readFile(folder + name, 'utf8');
    loaded.set(name, code);
    for (const [, next] of code.matchAll(/(?:from|import)\s*["']\.\/([\w-]+\.js)["']/g))
      await load(next);
  };
  await load((await readdir(folder)).find((name) => /^studio-.*\.js$/.test(name)));
  loaded.set('studio.css', await readFile(`${folder}studio.css`, 'utf8'));
  return [...loaded.values()].join('\n');
}

await writeFile(`${root}.sizes/studio.txt`, await studio());

/** The files for a page without a build of its own. */
async function files() {
  const names = (await readdir(`${root}dist`)).filter((name) =>
    /^policy-elements.*\.js$/.test(name),
  );
  return Promise.all(
    names.map(
      async (name) =>
        `| \`${name.replace(HASH, '')}\` | ${kB(weigh(await readFile(`${root}dist/${name}`)))} |`,
    ),
  );
}

const page = `# What it weighs

Written by \`npm run size\`; kilobytes (1,000 bytes) of minified JavaScript after gzip.

## Each element by itself

Everything a page needs for that one element and a compiled policy, Lit included; elements on one page share most of it. \`policy-viewer\` comes with \`policy-text\`, \`policy-rules\`, \`policy-guidelines\` and \`policy-faq\`, and fetches the others when a policy has something for them.

| entry | kB |
| --- | --- |
${rows.join('\n')}

Fetched when needed, beside these: what reads a policy that was not compiled (schema, checks, Markdown parser), the labels of a language, platform marks, the words for findings, search, comparison, and what makes a record.

## The ready-made files

\`policy-elements.js\` is the viewer with those four. The others lie beside it.

| file | kB |
| --- | --- |
${(await files()).join('\n')}

## Where the kilobytes of the viewer go

Each group compressed by itself, so that the sum is a little more than the whole.

| part | kB |
| --- | --- |
${(await shares(viewer)).map(([group, bytes]) => `| ${group} | ${kB(bytes)} |`).join('\n')}
`;
await writeFile(`${root}docs/sizes.md`, page);
console.log(
  page
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .join('\n'),
);
