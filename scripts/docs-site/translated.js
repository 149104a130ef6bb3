/**
 * Guides in other languages: docs/<language>/<name>.md is docs/<name>.md, part by part.
 *
 * `npm run docs:translated` lists what is not as the English guide is, and which parts of it changed
 * since they were translated. With the names of guides behind it (`-- docs/nl/studio.md`) these are
 * taken as up to date: after their parts were looked at.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { idMaker } from './ids.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const RECORD = join(root, 'scripts/docs-site/translated.json');
const FOLDER = /^docs\/([a-z]{2})\//;

/** The language of a text, by its path. */
export const languageOf = (file) => FOLDER.exec(file)?.[1] ?? 'en';
const englishOf = (file) => file.replace(FOLDER, 'docs/');

/** @returns {Promise<string[]>} paths of all guides in other languages */
export async function translatedGuides(folder = root) {
  const names = await readdir(join(folder, 'docs'), { recursive: true });
  const paths = names.map((name) => `docs/${name.replaceAll('\\', '/')}`);
  return paths.filter((path) => FOLDER.test(path) && path.endsWith('.md')).sort();
}

/** The texts that are this one, each in its language; English first, and nothing where it is alone. */
export function versionsOf(file, files) {
  const english = englishOf(file);
  const all = [...files].filter((each) => englishOf(each) === english);
  if (all.length < 2) return [];
  return all.sort((one, other) =>
    one === english ? -1 : other === english ? 1 : one < other ? -1 : 1,
  );
}

/** The parts of a text, each from its heading to the next: `[heading, digest]`. */
export function partsOf(text) {
  const parts = [];
  for (const token of marked.lexer(text)) {
    if (token.type === 'heading') parts.push([token.text, '']);
    if (parts.length) parts.at(-1)[1] += token.raw;
  }
  return parts.map(([heading, raw]) => [
    heading,
    createHash('sha256').update(raw.trim()).digest('hex').slice(0, 16),
  ]);
}

/** Ids of the headings of a text, in order. */
function idsOf(text) {
  const idOf = idMaker();
  return marked
    .lexer(text)
    .filter(({ type }) => type === 'heading')
    .map((heading) => idOf(heading.text));
}

/** Where a link leads, from the root. */
const target = (href, file) => {
  if (/^(https?:|mailto:)/.test(href)) return href;
  return href.startsWith('#') ? file + href : posix.join(posix.dirname(file), href);
};

/** Where a link of an English guide leads in a language: to the guide in that language, if there is one. */
function linkIn(language, texts, path) {
  const [english, id] = path.split('#');
  const own = english.replace(/^docs\/(?=[^/]+\.md$)/, `docs/${language}/`);
  if (!texts.has(own)) return path;
  if (!id) return own;
  const at = idsOf(texts.get(english)).indexOf(id);
  return `${own}#${idsOf(texts.get(own))[at]}`;
}

/** A name stays; what shows how something is written may be in words of the language. */
const isName = (code) => !/[=\s]|\[\[./.test(code);

/** Code as it is; the remarks in it may be in words of the language. */
const withoutRemarks = (code) => code.replace(/\s+# .*$/gm, '');

/** What a translation has to have as well, in this order: one line each, in words for who writes. */
function outline(text, file, leadsTo = (path) => path) {
  const lines = [];
  marked.walkTokens(marked.lexer(text), (token) => {
    if (token.type === 'heading') lines.push(`heading of level ${token.depth}`);
    if (token.type === 'code') lines.push(`block of ${token.lang}: ${withoutRemarks(token.text)}`);
    if (token.type === 'table') lines.push(`table of ${token.rows.length} rows`);
    if (token.type === 'list') lines.push(`list of ${token.items.length}`);
    if (token.type === 'image') lines.push(`image: ${leadsTo(target(token.href, file))}`);
    if (token.type === 'link') lines.push(`link: ${leadsTo(target(token.href, file))}`);
    if (token.type === 'codespan' && isName(token.text)) lines.push(`code: ${token.text}`);
  });
  return lines;
}

/** What a part of the outline has and the other has not. */
const without = (lines, others) => {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

/**
 * What is not as in the English guide.
 * @param {string} file path of the translation
 * @param {Map<string, string>} texts all guides by path, the English ones too
 * @returns {string[]}
 */
export function differences(file, texts) {
  const english = englishOf(file);
  const leadsTo = (path) => linkIn(languageOf(file), texts, path);
  const wanted = outline(texts.get(english), english, leadsTo);
  const found = outline(texts.get(file), file);
  const missing = without(wanted, found).map((line) => `lacks ${line}`);
  const more = without(found, wanted).map((line) => `has more: ${line}`);
  const [one, other] = [wanted, found].map((lines) =>
    lines.filter((line) => !line.startsWith('code: ') && !line.startsWith('link: ')),
  );
  const order = missing.length + more.length ? -1 : one.findIndex((line, at) => line !== other[at]);
  return [...missing, ...more, ...(order < 0 ? [] : [`in another order: ${one[order]}`])];
}

/** Headings of the English guide whose parts changed since they were translated. */
export const partsBehind = (english, known = {}) =>
  partsOf(english)
    .filter(([heading, digest]) => known[heading] !== digest)
    .map(([heading]) => heading);

const read = (path) => readFile(join(root, path), 'utf8');

/** @returns {Promise<string[]>} what is to be done, guide by guide */
export async function checkGuides() {
  const [guides, record] = await Promise.all([
    translatedGuides(),
    readFile(RECORD, 'utf8').then(JSON.parse),
  ]);
  const texts = new Map();
  for (const file of guides.flatMap((each) => [each, englishOf(each)]))
    texts.set(file, await read(file));
  return guides.flatMap((file) =>
    [
      ...differences(file, texts),
      ...partsBehind(texts.get(englishOf(file)), record[file]).map(
        (heading) => `is behind: "${heading}"`,
      ),
    ].map((problem) => `${file} ${problem}`),
  );
}

async function accept(files) {
  const record = JSON.parse(await readFile(RECORD, 'utf8').catch(() => '{}'));
  for (const file of files) record[file] = Object.fromEntries(partsOf(await read(englishOf(file))));
  const sorted = Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  await writeFile(RECORD, `${JSON.stringify(sorted, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await accept(process.argv.slice(2));
  const problems = await checkGuides();
  if (problems.length) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
  }
}
