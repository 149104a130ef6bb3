/**
 * `npm run docs:site`, after a build: the guides, the reference, the playground and the stories as a
 * folder of plain files that any web server shows. `npm start` shows it at /docs/, with the stories where
 * this has built them before.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { indexFileOf, layout, STORIES } from './docs-site/layout.js';
import { plain, readPage } from './docs-site/markdown.js';
import { menuOf, pagesIn } from './docs-site/pages.js';
import { referencePages } from './docs-site/reference.js';
import { languageOf, versionsOf } from './docs-site/translated.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFile(join(root, path), 'utf8');
const OWN = ['site.css', 'site.js', 'scheme.js', 'playground.js'];
const ASSET = /^policy-elements[.-].*js$/;
const POLICIES = {
  'sample.json': 'social-media.json',
  'sample-3.0.json': 'social-media-3.0.json',
  'german.json': 'german.json',
  'poor.json': 'poor.json',
};

/** Files that guides name, as they are. */
const FILES = {
  'server/openapi.json': 'openapi.json',
  'hosts/wordpress/policy-elements/endpoint.php': 'endpoint.php.txt',
};

async function guides(pages) {
  const addressOf = (path) =>
    path.startsWith('docs/images/') ? path.slice('docs/'.length) : (pages.get(path) ?? FILES[path]);
  return Promise.all(
    [...pages].map(async ([file, address]) => {
      const source = await read(file);
      const text = file === 'LICENSE' ? `# Licence\n\n${source}` : source;
      const versions = versionsOf(file, pages.keys()).map((each) => [
        languageOf(each),
        pages.get(each),
      ]);
      const language = languageOf(file);
      return { file, address, language, versions, ...readPage(text, file, addressOf) };
    }),
  );
}

/** Every language there are pages in, with what is searched from these: theirs, else the English ones. */
function indexes(all) {
  const languages = new Set(all.map(({ language = 'en' }) => language));
  return [...languages].map((language) => [
    indexFileOf(language),
    indexOf(
      all.filter(({ language: own = 'en', versions = [] }) =>
        own === 'en'
          ? !versions.some(([each]) => each === language) || language === 'en'
          : own === language,
      ),
    ),
  ]);
}

/** What is searched: the text under each heading, with the way to it. */
function indexOf(all) {
  return all.flatMap(({ address, title, html, language = 'en' }) =>
    html.split(/(?=<h[123] id=)/).flatMap((part) => {
      const [, id, heading] = /^<h[123] id="([^"]+)">(.*?)<\/h[123]>/.exec(part) ?? [];
      if (!id) return [];
      const text = plain(
        part
          .replace(/<(figure|div class="live")[^]*?<\/div>/g, '')
          .replace(/<\/(p|li|td|th|dd|dt|pre|h\d)>/g, ' '),
      );
      return [
        {
          page: title,
          language,
          heading: plain(heading),
          address: `${address}#${id}`,
          text: text.replace(/\s+/g, ' ').trim(),
        },
      ];
    }),
  );
}

/** The stories, as Storybook builds them. */
const BUILT_STORIES = join(root, 'storybook-static');

/** Every page, and the menu that leads to them. */
async function contents(stories) {
  const [pages, manifest, playground] = await Promise.all([
    pagesIn(root),
    read('custom-elements.json').then(JSON.parse),
    read('demo/docs/playground.html'),
  ]);
  const written = await guides(pages);
  const reference = referencePages(manifest, join(root, 'dist/index.d.ts'));
  const titles = new Map(written.map(({ file, title }) => [file, title]));
  const groups = (await menuOf(root, pages)).map(({ title, links }) => ({
    title,
    language: languageOf(links[0][0]),
    links: links.map(([file, text]) => [pages.get(file), text ?? titles.get(file)]),
  }));
  const first = [
    ['index.html', 'What it is'],
    ['playground.html', 'Playground'],
    ...(stories ? [[STORIES, 'Every state, as stories']] : []),
  ];
  const menu = [
    { title: 'Begin', language: 'en', links: first },
    ...groups,
    {
      title: 'Reference',
      language: 'en',
      links: reference.map(({ address, title }) => [address, title]),
    },
  ];
  const tried = { address: 'playground.html', title: 'Playground', html: playground, headings: [] };
  return {
    menu,
    all: [...written, ...reference, { ...tried, module: 'playground.js', wide: true }],
  };
}

async function copyFiles(output) {
  const copy = (from, to) => cp(join(root, from), join(output, to), { recursive: true });
  const assets = (await readdir(join(root, 'dist'))).filter((name) => ASSET.test(name));
  await Promise.all([
    ...assets.map((name) => copy(`dist/${name}`, `assets/${name}`)),
    ...OWN.map((name) => copy(`demo/docs/${name}`, name)),
    ...Object.entries(POLICIES).map(([from, to]) =>
      copy(`stories/policies/${from}`, `policies/${to}`),
    ),
    ...Object.entries(FILES).map(([from, to]) => copy(from, to)),
    copy('docs/images', 'images'),
    copy('demo/favicon.svg', 'favicon.svg'),
  ]);
}

/** Only what was made by this is made anew: a folder with anything else in it stays as it is. */
async function empty(output) {
  const inside = await readdir(output).catch(() => []);
  if (inside.length && !inside.includes('search.json'))
    throw new Error(`${output} holds something else: name an empty folder, or a new one`);
  await rm(output, { recursive: true, force: true });
}

/**
 * @param {string} output
 * @param {string} [stories] the folder of the stories; those built last, where there are any
 * @returns {Promise<string>} the folder
 */
export async function makeDocsSite(output, stories = BUILT_STORIES) {
  const hasStories = existsSync(join(stories, 'index.html'));
  const [{ all, menu }, { version }] = await Promise.all([
    contents(hasStories),
    read('package.json').then(JSON.parse),
  ]);
  await empty(output);
  await mkdir(join(output, 'assets'), { recursive: true });
  // First, so that a run that was stopped is known again by it.
  for (const [file, index] of indexes(all))
    await writeFile(join(output, file), JSON.stringify(index));
  await Promise.all([
    ...all.map((page) => writeFile(join(output, page.address), layout({ ...page, menu, version }))),
    copyFiles(output),
    hasStories && cp(stories, join(output, 'stories'), { recursive: true }),
  ]);
  return output;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  execFileSync('npm', ['run', '--silent', 'build:storybook'], {
    ...{ cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    shell: process.platform === 'win32',
  });
  const output = await makeDocsSite(resolve(process.argv[2] ?? join(root, 'docs-site')));
  process.stdout.write(`${join(output, 'index.html')}\n`);
}
