/** Which texts are on the site, and the menu: that of README.md, by who reads it. */
import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { languageOf, translatedGuides } from './translated.js';

const ADDRESSES = {
  'README.md': 'index.html',
  'server/README.md': 'server.html',
  'CONTRIBUTING.md': 'contributing.html',
  'hosts/README.md': 'host-plugins.html',
  'SECURITY.md': 'reporting-a-vulnerability.html',
  'CHANGELOG.md': 'changelog.html',
  LICENSE: 'licence.html',
};

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @returns {Promise<Map<string, string>>} the address of each file */
export async function pagesIn(root) {
  const names = await readdir(join(root, 'docs'));
  const guides = names.filter((name) => name.endsWith('.md')).sort();
  const translated = await translatedGuides(root);
  return new Map([
    ...Object.entries(ADDRESSES),
    ...guides.map((name) => [`docs/${name}`, name.replace(/\.md$/, '.html')]),
    ...translated.map((file) => [file, `${posix.basename(file, '.md')}.${languageOf(file)}.html`]),
  ]);
}

/** Rows like `| an **editor** who writes | [The studio](docs/studio.md), … |`. */
function groupsOf(readme, pages) {
  return [...readme.matchAll(/^\|[^|*]*\*\*([^*|]+)\*\*[^|]*\|(.*)\|$/gm)]
    .map(([, title, cell]) => ({
      title: capital(title),
      links: [...cell.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)]
        .map(([, text, file]) => [file, capital(text)])
        .filter(([file]) => pages.has(file)),
    }))
    .filter(({ links }) => links.length);
}

/**
 * What README.md names for nobody stands under "More", by its own title.
 * @returns {Promise<{ title: string, links: [file: string, text?: string][] }[]>}
 */
export async function menuOf(root, pages) {
  const groups = groupsOf(await readFile(join(root, 'README.md'), 'utf8'), pages);
  const named = new Set([
    'README.md',
    ...groups.flatMap(({ links }) => links.map(([file]) => file)),
  ]);
  const others = [...pages.keys()].filter((file) => !named.has(file));
  return [...groups, { title: 'More', links: others.map((file) => [file]) }];
}
