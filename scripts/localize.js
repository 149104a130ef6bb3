/**
 * Extracts the labels of all that speaks to people (elements, frame, server, mails, studio, command
 * line, plugins for intranets), and builds the translated ones where each is used. Fails where a translation is missing or
 * belongs to a label that has changed: `lit-localize build` alone lets both pass.
 *
 * The languages are the `targetLocales` of lit-localize.json, with a file each in locales/.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { hostTexts, isOfHost, WORDPRESS_SOURCES } from './localize/hosts.js';
import { knownWordsOf } from './localize/known-words.js';
import { labelsGuide } from './localize/labels-guide.js';
import { pluralForms, unitsOf, withoutForms, writeForms } from './localize/plurals.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { targetLocales: LANGUAGES } = JSON.parse(
  await readFile(`${root}/lit-localize.json`, 'utf8'),
);
const ELEMENTS = 'src/localization/generated';

/** Who else has labels, by how their ids begin. What begins otherwise belongs to the elements. */
const OWNERS = {
  frame: 'src/frame/generated',
  server: 'server/src/messages/generated',
  studio: 'studio/src/generated',
  cli: 'authoring/src/messages/generated',
};

/** Where labels stand, as tsconfig.localize.json names them. */
const SOURCES = [
  'src',
  'authoring/src/messages',
  'cli/src/messages',
  'server/src/messages',
  'studio/src',
];
const FOLDERS = [ELEMENTS, ...Object.values(OWNERS)];
const ownerOf = (id) => (isOfHost(id) ? 'hosts' : (OWNERS[id.split('-')[0]] ?? ELEMENTS));

/** Who does without a language of which no label is translated: readers do not see it. */
const MAY_LACK = [OWNERS.studio, OWNERS.cli];

/** What the result depends on, as one text: when it is what it was, there is nothing to do. */
function inputs() {
  const hash = createHash('sha256');
  const sources = SOURCES.filter((folder) => existsSync(`${root}/${folder}`)).flatMap((folder) =>
    readdirSync(`${root}/${folder}`, { recursive: true })
      .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
      .map((name) => `${folder}/${name}`)
      .sort(),
  );
  const others = [
    'lit-localize.json',
    'scripts/localize.js',
    'scripts/localize/hosts.js',
    'scripts/localize/known-words.js',
    'scripts/localize/labels-guide.js',
    'scripts/localize/plurals.js',
    'hosts/texts.ts',
    ...Object.values(WORDPRESS_SOURCES).flat(),
    'package-lock.json',
  ];
  for (const path of [...sources, ...LANGUAGES.map((each) => `locales/${each}.xlf`), ...others])
    if (existsSync(`${root}/${path}`)) hash.update(path).update(readFileSync(`${root}/${path}`));
  return hash.digest('hex');
}

const stamp = `${root}/${ELEMENTS}/inputs.sha256`;
const outputs = FOLDERS.flatMap((folder) => [
  `${root}/${folder}/languages.ts`,
  ...(MAY_LACK.includes(folder) ? [] : LANGUAGES.map((each) => `${root}/${folder}/${each}.ts`)),
]);
const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs();
outputs.push(`${root}/${ELEMENTS}/label-names.ts`);
if (outputs.every((path) => existsSync(path)) && isCurrent()) process.exit(0);

/** What it warns of is looked for below; what makes it fail is in the error. */
const run = (command) =>
  execFileSync(
    process.execPath,
    [`${root}/node_modules/@lit/localize-tools/bin/lit-localize.js`, command],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  );

const fileOf = (language) => `${root}/locales/${language}.xlf`;
const read = (language) => readFile(fileOf(language), 'utf8');

/** What translators wrote before the labels are extracted anew, plural forms of their language too. */
const before = new Map();
for (const language of LANGUAGES) {
  const text = existsSync(fileOf(language)) ? await read(language) : '';
  before.set(language, unitsOf(text));
  // The extraction knows only the forms that English has.
  if (text) await writeFile(fileOf(language), withoutForms(text, language));
}
run('extract');

const problems = [];
const forms = new Map();
/** Folders that do without a language, as `folder language`. */
const lacking = new Set();
for (const language of LANGUAGES) {
  const known = new Map(before.get(language).map((unit) => [unit.id, unit]));
  forms.set(language, pluralForms(unitsOf(await read(language)), known, language));
  const units = [...unitsOf(await read(language)), ...forms.get(language)];
  for (const folder of MAY_LACK)
    if (!units.some(({ id, target }) => ownerOf(id) === folder && target.trim()))
      lacking.add(`${folder} ${language}`);
  for (const { id, source, target } of units) {
    if (lacking.has(`${ownerOf(id)} ${language}`)) continue;
    if (!target.trim())
      problems.push(`locales/${language}.xlf: "${id}" is not translated: ${source}`);
    else if (known.get(id) && known.get(id).source !== source)
      problems.push(
        `locales/${language}.xlf: "${id}" has changed: look at its translation again: ${source}`,
      );
  }
}
if (!problems.length) run('build');
for (const language of LANGUAGES) {
  const text = writeForms(await read(language), forms.get(language));
  await writeFile(fileOf(language), text);
}
const units = new Map();
for (const language of LANGUAGES) units.set(language, unitsOf(await read(language)));
const hosts = await hostTexts(units, root);
problems.push(...hosts.problems);
if (problems.length) {
  console.error(problems.join('\n'));
  process.exit(1);
}

/** The translated templates by id, as lit-localize wrote them. */
async function templatesOf(language) {
  const text = await readFile(`${root}/${ELEMENTS}/${language}.ts`, 'utf8');
  const source = ts.createSourceFile('templates.ts', text, ts.ScriptTarget.Latest, true);
  const found = [];
  const visit = (node) => {
    if (!ts.isPropertyAssignment(node)) return ts.forEachChild(node, visit);
    // Nothing is returned: a visitor that returns something ends the walk.
    found.push([node.name.text, node.initializer.getText()]);
  };
  visit(source);
  return [...found, ...forms.get(language).map(({ id, template }) => [id, template])];
}

const moduleOf = (templates) => {
  const texts = templates.map(([, text]) => text).join('\n');
  // The package's main entry sets up a page-wide configuration that we do not use.
  const str = /\bstr`/.test(texts)
    ? "import { str } from '@lit/localize/internal/str-tag.js';\n"
    : '';
  const html = /\bhtml`/.test(texts) ? "import { html } from 'lit';\n" : '';
  const entries = templates.map(([id, text]) => `  '${id}': ${text},`).join('\n');
  return `// Made by \`npm run localize\` from locales/.\n${html}${str}\nexport const templates = {\n${entries}\n};\n`;
};

async function write(file, text) {
  const path = `${root}/${file}`;
  // What has not changed keeps its time, so that what watches it does not build again.
  if (existsSync(path) && (await readFile(path)).equals(Buffer.from(text))) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

for (const language of LANGUAGES) {
  const templates = await templatesOf(language);
  for (const folder of FOLDERS) {
    if (lacking.has(`${folder} ${language}`)) continue;
    const own = templates.filter(([id]) => ownerOf(id) === folder);
    const words = folder === ELEMENTS ? knownWordsOf(language) : '';
    await write(`${folder}/${language}.ts`, moduleOf(own) + words);
  }
}
await write(`${ELEMENTS}/en.ts`, `// Made by \`npm run localize\`.${knownWordsOf('en')}`);

for (const [path, text] of hosts.files) await write(path, text);

/** Names of the values in each label of the elements, for who says it in words of their own. */
function namesOf(source) {
  const names = [...source.matchAll(/equiv-text="\$\{([^"]*)\}"/g)].map(
    ([, code], at) => /(\w+)\W*$/.exec(code)?.[1] ?? String(at),
  );
  return names.map((name, at) => (names.indexOf(name) === at ? name : String(at)));
}
const listed = unitsOf(await read(LANGUAGES[0])).filter(({ id }) => ownerOf(id) === ELEMENTS);
const labels = new Map(
  listed.map(({ id, source }) => [id.replace(/\.\w+$/, ''), namesOf(source).join(' ')]),
);
const counted = listed.filter(({ id }) => id.endsWith('.other'));
const quoted = (text) => (/^[a-z]+$/.test(text) ? text : `'${text}'`);
await write(
  `${ELEMENTS}/label-names.ts`,
  `// Made by \`npm run localize\`.
/** Names of the values in each label, by its id. */
export const LABELS = {
${[...labels].map(([id, names]) => `  ${quoted(id)}: '${names}',`).join('\n')}
} as const;
export type LabelId = keyof typeof LABELS;

/** Labels that count. */
export const PLURALS = [
${counted.map(({ id }) => `  '${id.replace(/\.other$/, '')}',`).join('\n')}
] as const;
export type PluralId = (typeof PLURALS)[number];
`,
);

/** The same for people: docs/labels.md. */
const plainOf = (source) => {
  const names = namesOf(source);
  let at = 0;
  const text = source.replace(/<x [^>]*>/g, () => `{${names[at++]}}`);
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
};
const head = (await readFile(`${root}/docs/labels.md`, 'utf8')).split(/^## All labels$/m)[0];
const translated = new Map(
  LANGUAGES.map((language) => [
    language,
    new Map(units.get(language).map(({ id, target }) => [id, target])),
  ]),
);
const guide = labelsGuide(
  listed.map(({ id, source }) => {
    const others = LANGUAGES.map((language) => [language, translated.get(language).get(id)]);
    const texts = [['en', source], ...others.filter(([, text]) => text?.trim())];
    return {
      id,
      texts: Object.fromEntries(texts.map(([language, text]) => [language, plainOf(text)])),
    };
  }),
  root,
);
await write('docs/labels.md', `${head}## All labels\n\n${guide}`);

/** On a server and in the small frame page all languages are at hand; elsewhere each is fetched. */
const AT_HAND = [OWNERS.server, OWNERS.frame, OWNERS.cli];
const list = (languages) => `/** Languages there are labels in. English stands in the source. */
export const LANGUAGES = [${['en', ...languages].map((each) => `'${each}'`).join(', ')}] as const;
`;
const atHand = (
  languages,
) => `${languages.map((each) => `import { templates as ${each} } from './${each}.js';`).join('\n')}

${list(languages)}
/** Translated templates by language and id. */
export const TEMPLATES = { ${languages.join(', ')} };
`;
const fetched = (languages) => `${list(languages)}
/** Fetches translated templates. A static map: bundlers do not see through computed names. */
export const LOADERS = {
${languages.map((each) => `  ${each}: () => import('./${each}.js'),`).join('\n')}
};
`;
for (const folder of FOLDERS) {
  const languages = LANGUAGES.filter((each) => !lacking.has(`${folder} ${each}`));
  const text = AT_HAND.includes(folder) ? atHand(languages) : fetched(languages);
  await write(`${folder}/languages.ts`, `// Made by \`npm run localize\` from locales/.\n${text}`);
}
await writeFile(stamp, inputs());
