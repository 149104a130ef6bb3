/**
 * The texts of the plugins for intranets, from the translators' files, as each host reads them. Texts
 * here have no values in them.
 */
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const WORDPRESS = 'hosts/wordpress/policy-elements';
const SHAREPOINT = 'hosts/sharepoint/src';
const MANIFEST = `${SHAREPOINT}/PolicyWebPart.manifest.json`;
const DOMAIN = 'policy-elements';
const BLOCK = 'policy-elements-block';

/** By the names that a host asks for them. */
const MEDIAWIKI = {
  'policyelements-desc': 'host-about',
  'policyelements-src': 'host-src',
  'policyelements-assets': 'host-assets-extension',
};
const DOKUWIKI = {
  'lang.php': { src: 'host-src', assets: 'host-assets' },
  'settings.php': { server: 'host-server' },
};
const REDMINE = {
  policy_elements_about: 'host-about',
  policy_elements_src: 'host-src',
  policy_elements_assets: 'host-assets',
  policy_elements_server: 'host-server',
};
const PANE = {
  Address: 'host-address',
  Language: 'host-language',
  LanguageOfPage: 'host-language-page',
  Endpoint: 'host-endpoint',
  Resource: 'host-resource',
};
const WEB_PART = { group: 'host-group', title: 'host-title', description: 'host-description' };

export const isOfHost = (id) => id.startsWith('host-');

/** Where the texts of WordPress stand: the key there is the English text. */
export const WORDPRESS_SOURCES = {
  php: ['elements.php', 'endpoint.php', 'policy-elements.php'].map(
    (each) => `${WORDPRESS}/${each}`,
  ),
  block: [`${WORDPRESS}/block.js`],
};
const CALL = /\b(?:esc_html)?__\(\s*'((?:[^'\\]|\\.)*)',\s*'policy-elements',?\s*\)/g;
const HEADER = /^ \* Description: +(.+)$/gm;

export const textsOfWordPress = (source) =>
  [...source.matchAll(CALL), ...source.matchAll(HEADER)].map(([, text]) =>
    text.replace(/\\(.)/g, '$1'),
  );

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decoded = (text) => text.replace(/&(\w+);/g, (all, name) => ENTITIES[name] ?? all);

/** The country that most who speak it live in, as hosts name languages: `nl_NL`. */
const locale = (language, between = '_') =>
  `${language}${between}${new Intl.Locale(language).maximize().region}`;

/**
 * A file of gettext, which WordPress before 6.5 asks for: two tables, of texts and of translations,
 * in the order of the texts' bytes.
 */
export function gettext(language, texts) {
  const head = `Content-Type: text/plain; charset=UTF-8\nLanguage: ${locale(language)}\n`;
  const pairs = [['', head], ...texts].map((pair) => pair.map((text) => Buffer.from(text)));
  pairs.sort(([one], [other]) => Buffer.compare(one, other));
  const [HEAD, ROW] = [28, 8];
  const tables = Buffer.alloc(HEAD + 2 * ROW * pairs.length);
  const second = HEAD + ROW * pairs.length;
  [0x950412de, 0, pairs.length, HEAD, second, 0, tables.length].forEach((value, at) =>
    tables.writeUInt32LE(value, at * 4),
  );
  const strings = [];
  let end = tables.length;
  for (const [column, table] of [HEAD, second].entries())
    for (const [row, pair] of pairs.entries()) {
      tables.writeUInt32LE(pair[column].length, table + row * ROW);
      tables.writeUInt32LE(end, table + row * ROW + 4);
      strings.push(pair[column], Buffer.alloc(1));
      end += pair[column].length + 1;
    }
  return Buffer.concat([tables, ...strings]);
}

/** As @wordpress/i18n reads it. */
const forScript = (language, texts) => ({
  domain: 'messages',
  locale_data: {
    messages: {
      '': { domain: 'messages', lang: locale(language) },
      ...Object.fromEntries(texts.map(([text, translated]) => [text, [translated]])),
    },
  },
});

const php = (texts) =>
  `<?php\n${Object.entries(texts)
    .map(([name, text]) => `$lang['${name}'] = '${text.replace(/['\\]/g, '\\$&')}';\n`)
    .join('')}`;

/** A JSON string is one of YAML. */
const yaml = (language, texts) =>
  `${language}:\n${Object.entries(texts)
    .map(([name, text]) => `  ${name}: ${JSON.stringify(text)}\n`)
    .join('')}`;

const amd = (texts) => `// Written by \`npm run localize\`.
/* global define */
define([], function () {
  return ${JSON.stringify(texts)};
});
`;

/**
 * What is said in a language, by id.
 * @typedef {(language: string, id: string) => string} Say
 */

function wordpress(languages, say, idsIn) {
  const [inPhp, inBlock] = [WORDPRESS_SOURCES.php, WORDPRESS_SOURCES.block].map(idsIn);
  return languages.flatMap((language) => {
    const pairs = (ids) => ids.map((id) => [say('en', id), say(language, id)]);
    const file = `${WORDPRESS}/languages/${DOMAIN}-${locale(language)}`;
    return [
      [`${file}.mo`, gettext(language, pairs(inPhp))],
      [`${file}-${BLOCK}.json`, JSON.stringify(forScript(language, pairs(inBlock)))],
    ];
  });
}

const named = (ids, say, language) =>
  Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, say(language, id)]));

const wikis = (languages, say) =>
  languages.flatMap((language) => [
    [
      `hosts/mediawiki/PolicyElements/i18n/${language}.json`,
      JSON.stringify({ '@metadata': { authors: [] }, ...named(MEDIAWIKI, say, language) }),
    ],
    ...Object.entries(DOKUWIKI).map(([name, ids]) => [
      `hosts/dokuwiki/policyelements/lang/${language}/${name}`,
      php(named(ids, say, language)),
    ]),
    [
      `hosts/redmine/policy_elements/config/locales/${language}.yml`,
      yaml(language, named(REDMINE, say, language)),
    ],
  ]);

/** The pane beside the page, and how the web part is called in the list of them. */
function sharepoint(languages, say, manifest) {
  const name = (language) => locale(language, '-').toLowerCase();
  const [entry] = manifest.preconfiguredEntries;
  for (const [field, id] of Object.entries(WEB_PART))
    entry[field] = Object.fromEntries(
      languages.map((language) => [
        language === 'en' ? 'default' : name(language),
        say(language, id),
      ]),
    );
  return [
    [MANIFEST, JSON.stringify(manifest)],
    ...languages.map((language) => [
      `${SHAREPOINT}/loc/${name(language)}.js`,
      amd(named(PANE, say, language)),
    ]),
  ];
}

/**
 * @param {Map<string, { id: string, source: string, target: string }[]>} units by language
 * @param {string} root
 * @returns {Promise<{ files: Map<string, string | Buffer>, problems: string[] }>} `files` by path
 */
export async function hostTexts(units, root) {
  const read = (path) => readFileSync(`${root}/${path}`, 'utf8');
  const problems = [];
  const texts = new Map();
  for (const [language, list] of units)
    for (const { id, source, target } of list) {
      texts.set(`en ${id}`, decoded(source));
      texts.set(`${language} ${id}`, decoded(target));
    }
  /** @type {Say} */
  const say = (language, id) => texts.get(`${language} ${id}`) ?? '';
  const idOf = new Map(
    [...units.values()]
      .flat()
      .flatMap(({ id, source }) => (isOfHost(id) ? [[decoded(source), id]] : [])),
  );
  const idsIn = (paths) => {
    const found = paths.flatMap((path) => textsOfWordPress(read(path)).map((text) => [path, text]));
    for (const [path, text] of found)
      if (!idOf.has(text)) problems.push(`${path}: "${text}" is not in hosts/texts.ts`);
    return [...new Set(found.map(([, text]) => idOf.get(text)))].filter(Boolean);
  };
  const all = ['en', ...units.keys()];
  const files = new Map([
    ...wordpress([...units.keys()], say, idsIn),
    ...wikis(all, say),
    ...sharepoint(all, say, JSON.parse(read(MANIFEST))),
  ]);
  const options = await resolveConfig(`${root}/${MANIFEST}`);
  for (const [filepath, text] of files)
    if (/\.js(on)?$/.test(filepath))
      files.set(filepath, await format(text, { ...options, filepath }));
  return { files, problems };
}
