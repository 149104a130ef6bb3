/**
 * Writes what follows from src/policy/section-types and src/sections/registry.ts. `--check` fails
 * where a file is not what it would write.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { register } from 'node:module';
import { format, resolveConfig } from 'prettier';

register('./typescript-hooks.js', import.meta.url);

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}/src/policy/section-types`;

const { AUTHOR_ATTRIBUTES } = await import('../src/frame/parameters.ts');
const { OTHER_ELEMENTS, SECTIONS } = await import('../src/sections/registry.ts');
const order = Object.keys(SECTIONS);
const place = (type) => (order.includes(type) ? order.indexOf(type) : order.length);
const types = readdirSync(folder)
  .filter((name) => !['index.ts', 'fields.ts', 'items.ts'].includes(name))
  .map((name) => name.replace(/\.ts$/, ''))
  .sort((a, b) => place(a) - place(b));

const identifier = (type) => type.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const sources = new Map(types.map((type) => [type, readFileSync(`${folder}/${type}.ts`, 'utf8')]));
const facts = Object.fromEntries(
  await Promise.all(types.map(async (type) => [type, await import(`${folder}/${type}.ts`)])),
);
const collect = (name, what) => `export const ${name} = {
  ${types
    .filter((type) => facts[type][what])
    .map((type) => `'${type}': ${identifier(type)}.${what},`)
    .join('\n')}
}`;
const itemTypes = types.flatMap((type) => {
  const names = [...sources.get(type).matchAll(/^export (?:type|interface) (\w+)/gm)];
  return names.length
    ? [`export type { ${names.map(([, name]) => name).join(', ')} } from './${type}.js';`]
    : [];
});

/** What any part of a policy may have; the section types add what their items have. */
const TEXTS = {
  ...{ title: 'plain', name: 'plain', role: 'plain', topics: 'plain', by: 'plain' },
  ...{ summary: 'markdown', intro: 'markdown', description: 'markdown', statement: 'markdown' },
};
const REFERENCES = { audience: ['audience'], owner: ['contact'] };

/** All texts by field: a field is read in the same way wherever it is. */
function textFields() {
  const all = { ...TEXTS };
  for (const [type, { texts = {} }] of Object.entries(facts)) {
    for (const [field, kind] of Object.entries(texts)) {
      if ((all[field] ??= kind) === kind) continue;
      throw new Error(`${type}: ${field} is ${kind}, and ${all[field]} elsewhere: rename it`);
    }
  }
  return all;
}

/** All references by field; `items` of a section that lists ids, by its type. */
function referenceFields() {
  const [fields, items] = [{ ...REFERENCES }, {}];
  for (const [type, { references = {} }] of Object.entries(facts)) {
    for (const [field, kinds] of Object.entries(references)) {
      if (field === 'items') items[type] = kinds;
      else fields[field] = [...new Set([...(fields[field] ?? []), ...kinds])];
    }
  }
  return { fields, items };
}

const HEAD = (what) => `/**
 * ${what} Written by scripts/registry.js: run \`npm run registry\` after a change in this folder or
 * in src/sections/registry.ts.
 */`;

const index = `${HEAD('Every section type.')}
import type * as v from 'valibot';
import type { BlockTest } from '../coverage-tests.js';
${types.map((type) => `import * as ${identifier(type)} from './${type}.js';`).join('\n')}

/** Section schemas, by type. */
${collect('schemas', 'schema')} satisfies Record<string, v.GenericSchema>;

/** Building blocks, by the type that holds them. */
${collect('coverage', 'coverage')} satisfies Record<string, Record<string, BlockTest>>;
`;

const itemNames = `${HEAD('The items of every section type.')}
${itemTypes.join('\n')}
`;

const { fields: references, items } = referenceFields();
const fields = `${HEAD('What the fields of a policy are.')}

/** How a text field is read, by its name, whatever holds it; another name holds no text. */
export const TEXT_FIELDS: Readonly<Record<string, 'plain' | 'markdown'>> = ${JSON.stringify(textFields())};

/** Types of section that this library knows; another one is its host's own. */
export const SECTION_TYPES: ReadonlySet<string> = new Set(${JSON.stringify(types)});

export type ReferenceKind = 'audience' | 'contact' | 'training' | 'section' | 'item' | 'question' | 'document';

/** What an id names, by the name of the field that holds it. */
export const REFERENCES: Readonly<Record<string, readonly ReferenceKind[]>> = ${JSON.stringify(references)};

/** What the ids in \`items\` name, in the section types that list ids. */
export const ITEM_REFERENCES: Readonly<Record<string, readonly ReferenceKind[]>> = ${JSON.stringify(items)};
`;

const sectionTags = Object.values(SECTIONS).map(({ tag }) => tag);
const late = [
  ...Object.values(SECTIONS).flatMap(({ tag, part }) => (part ? [tag] : [])),
  ...Object.keys(OTHER_ELEMENTS),
].sort();
const early = sectionTags.filter((tag) => !late.includes(tag)).sort();
const imports = (tags) => tags.map((tag) => `import './${tag}.js';`).join('\n');
const GENERATED = 'Written by scripts/registry.js: run `npm run registry`.';

const define = `/** Registers every element. ${GENERATED} */
import './define/at-once.js';
import './define/policy-viewer.js';
${imports(late).replaceAll("'./", "'./define/")}
`;
const withViewer = `/** Elements that come with the viewer. ${GENERATED} */
${imports(early)}
`;
const loaders = `/** Elements that many policies do without are fetched by those that have something for them. ${GENERATED} */
import { loadLater } from '../sections.js';

${late.map((tag) => `loadLater('${tag}', () => import('./${tag}.js'));`).join('\n')}
`;

const FILES = {
  'src/policy/section-types/index.ts': index,
  'src/policy/section-types/items.ts': itemNames,
  'src/policy/section-types/fields.ts': fields,
  'src/define.ts': define,
  'src/define/with-viewer.ts': withViewer,
  'src/define/late.ts': loaders,
};
/** Every tag, the viewer first, for who lists what may stand on a page. */
const tags = ['policy-viewer', ...[...early, ...late].sort()];
const frame = `/** Tags that the page for frames may show. ${GENERATED} */
export const FRAME_ELEMENTS: ReadonlySet<string> = new Set(${JSON.stringify(tags)});
`;
FILES['src/frame/elements.ts'] = frame;

/**
 * Lists in the plugins for intranets, which are no JavaScript: what is between these is written. What
 * an author may say is what the page for frames takes.
 */
const lines = (values, indent) => values.map((value) => `${indent}'${value}',\n`).join('');
const words = (values) => values.map((value) => `      ${value}\n`).join('');
const LISTS = {
  'hosts/wordpress/policy-elements/elements.php': [
    [/(?<=const TAGS = array\(\n)[^)]*/, lines(tags, '\t')],
    [/(?<=const ATTRIBUTES = array\(\n)[^)]*/, lines(AUTHOR_ATTRIBUTES, '\t')],
  ],
  'hosts/mediawiki/PolicyElements/src/Tags.php': [
    [/(?<=const TAGS = \[\n)[^\]]*(?=\t\];)/, lines(tags, '\t\t')],
    [/(?<=const ATTRIBUTES = \[\n)[^\]]*(?=\t\];)/, lines(AUTHOR_ATTRIBUTES, '\t\t')],
  ],
  'hosts/dokuwiki/policyelements/syntax.php': [
    [/(?<=const TAGS = ')[^;]*(?=';)/, tags.map((tag) => tag.replace('policy-', '')).join('|')],
    [
      /(?<=const ATTRIBUTES = \[)[^\]]*(?=\];)/,
      AUTHOR_ATTRIBUTES.map((name) => `'${name}'`).join(', '),
    ],
  ],
  'hosts/redmine/policy_elements/lib/policy_elements/elements.rb': [
    [/(?<=TAGS = %w\[\n)[^\]]*(?= {4}\])/, words(tags)],
    [/(?<=ATTRIBUTES = %w\[\n)[^\]]*(?= {4}\])/, words(AUTHOR_ATTRIBUTES)],
  ],
};
for (const [name, lists] of Object.entries(LISTS)) {
  let source = readFileSync(`${root}/${name}`, 'utf8');
  for (const [place, text] of lists) {
    if (!place.test(source)) throw new Error(`${name}: a list is not where it was`);
    source = source.replace(place, () => text);
  }
  FILES[name] = source;
}

for (const [name, text] of Object.entries(FILES)) {
  const filepath = `${root}/${name}`;
  const options = { ...(await resolveConfig(filepath)), filepath };
  const written = /\.(php|rb)$/.test(name) ? text : await format(text, options);
  if (!process.argv.includes('--check')) writeFileSync(filepath, written);
  else if (readFileSync(filepath, 'utf8') !== written) {
    console.error(`${name} is not up to date: npm run registry`);
    process.exitCode = 1;
  }
}
