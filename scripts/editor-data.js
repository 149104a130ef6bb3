/**
 * What editors and frameworks want to know of the elements, from custom-elements.json: VS Code,
 * JetBrains, the types of React 19, Vue and Svelte 5. Types refer to the classes, so that none is copied.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const root = new URL('../', import.meta.url);
const readJson = async (name) => JSON.parse(await readFile(new URL(name, root), 'utf8'));
const { name, version } = await readJson('package.json');
const manifest = await readJson('custom-elements.json');

const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));

// Everybody below copies descriptions, so that one who forgot to write one is told so here.
for (const { tagName, ...element } of elements) {
  for (const kind of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
    const silent = (element[kind] ?? []).find(({ description }) => !description);
    if (silent) throw new Error(`<${tagName}>: "${silent.name}" (${kind}) has no description`);
  }
}

const attributesOf = ({ attributes = [] }) => attributes;
/** What an element tells; the viewer also passes on what the elements within it tell. */
const eventsOf = ({ tagName, events = [] }) => {
  if (tagName !== 'policy-viewer') return events;
  const own = new Set(events.map(({ name: event }) => event));
  const within = elements.flatMap((each) => each.events ?? []);
  const others = new Map(within.map((event) => [event.name, event]));
  return [...events, ...[...others.values()].filter(({ name: event }) => !own.has(event))];
};
const propertiesOf = ({ members = [] }) =>
  members.filter(({ kind, readonly }) => kind === 'field' && !readonly);

const named = (list = []) => list.map(({ name, description }) => ({ name, description }));

/* VS Code */

const bullets = (title, list) =>
  list?.length
    ? `\n\n**${title}**\n${list.map((each) => `- \`${each.name}\`: ${each.description}`).join('\n')}`
    : '';

const customData = {
  version: 1.1,
  tags: elements.map((element) => ({
    name: element.tagName,
    description: {
      kind: 'markdown',
      value:
        element.description +
        bullets('Events', eventsOf(element)) +
        bullets('Parts', element.cssParts),
    },
    attributes: attributesOf(element).map(({ name, description, type }) => ({
      name,
      description: { kind: 'markdown', value: `${description}\n\n\`${type.text}\`` },
    })),
  })),
};

/* JetBrains */

const typed = ({ name, description, type }) => ({ name, description, value: { type: type.text } });

const webTypes = {
  $schema: 'https://json.schemastore.org/web-types',
  name,
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.description,
        attributes: attributesOf(element).map(typed),
        slots: (element.slots ?? []).map((slot) => ({ ...slot, inheritedFrom: undefined })),
        js: {
          properties: propertiesOf(element).map(typed),
          events: named(element.events),
        },
        css: {
          parts: named(element.cssParts),
          properties: named(element.cssProperties),
        },
      })),
    },
  },
};

/* Types */

const comment = (text, indent) => `${indent}/** ${text.replace(/\s+/g, ' ').trim()} */\n`;
const block = (name, head, lines) => `${head} ${name} {\n${lines.join('')}}\n`;

const classes = elements.map(({ name }) => name);
const eventClasses = [
  ...new Set(elements.flatMap((each) => eventsOf(each).map(({ type }) => type.text))),
].sort();
const imports = `import type {\n${[...classes, ...eventClasses].map((each) => `  ${each},\n`).join('')}} from './index.js';\n`;
const notice = (what) => `// Generated from custom-elements.json: ${what}\n`;

/** Words of a list separated by spaces: an editor offers each, and any list is right. */
const LISTS = { hide: "import('./index.js').ViewerPart | (string & Record<never, never>)" };
const typeOf = (element, field) => LISTS[field] ?? `${element.name}['${field}']`;

/** Fields by name, attributes that are spelt otherwise, and what `own` adds. */
const props = (element, own = () => []) => [
  ...propertiesOf(element).map(
    ({ name: field, description }) =>
      `${comment(description, '  ')}  ${field}?: ${typeOf(element, field)} | undefined;\n`,
  ),
  ...attributesOf(element)
    .filter(({ name: attribute, fieldName }) => attribute !== fieldName)
    .map(
      ({ name: attribute, fieldName, description }) =>
        `${comment(description, '  ')}  '${attribute}'?: ${element.name}['${fieldName}'] | string | undefined;\n`,
    ),
  ...own(element),
];

const handlers = (element) =>
  eventsOf(element).map(
    ({ name: event, type, description }) =>
      `${comment(description, '  ')}  'on${event}'?: ((event: ${type.text}) => void) | undefined;\n`,
  );

const tags = (value) =>
  elements.map(
    (element) =>
      `${comment(element.description, '    ')}    '${element.tagName}': ${value(element)};\n`,
  );

const jsx = `${notice("React 19: import type {} from 'policy-elements/jsx'")}import type { HTMLAttributes, RefAttributes } from 'react';
${imports}
type Props<Element, Own> = Omit<HTMLAttributes<Element>, keyof Own> & RefAttributes<Element> & Own;

${elements.map((each) => block(`${each.name}Props`, 'export interface', props(each, handlers))).join('\n')}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags(({ name: each }) => `Props<${each}, ${each}Props>`)
  .join('')
  .replace(/^/gm, '  ')
  .trimEnd()}
    }
  }
}
`;

/** A template of Vue spells `heading-level` as the field: there it may be text. */
const templateProps = (element) => {
  const hyphened = attributesOf(element).filter(({ name, fieldName }) => name !== fieldName);
  return props(element).map((line) =>
    hyphened.some(({ fieldName }) => line.includes(`  ${fieldName}?: `))
      ? line.replace(' | undefined;', ' | string | undefined;')
      : line,
  );
};

const emits = (element) =>
  `{\n${eventsOf(element)
    .map(({ name: event, type }) => `      '${event}': (event: ${type.text}) => void;\n`)
    .join('')}    }`;

const vue = `${notice("Vue: import type {} from 'policy-elements/vue'")}import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
${imports}
type Defined<Element, Own, Events> = new () => Element & {
  /** For templates only. */
  $props: Omit<HTMLAttributes, keyof Own> & Own & PublicProps;
  /** For templates only. */
  $emit: EmitFn<Events>;
};

${elements.map((each) => block(`${each.name}Props`, 'export interface', templateProps(each))).join('\n')}
declare module 'vue' {
  interface GlobalComponents {
${tags((element) => `Defined<${element.name}, ${element.name}Props, ${emits(element)}>`)
  .join('')
  .trimEnd()}
  }
}
`;

const svelte = `${notice("Svelte 5: import type {} from 'policy-elements/svelte'")}import type { HTMLAttributes } from 'svelte/elements';
${imports}
type Props<Element extends EventTarget, Own> = Omit<HTMLAttributes<Element>, keyof Own> & Own;

${elements.map((each) => block(`${each.name}Props`, 'export interface', props(each, handlers))).join('\n')}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tags(({ name: each }) => `Props<${each}, ${each}Props>`)
  .join('')
  .trimEnd()}
  }
}
`;

const dist = new URL('dist/', root);
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
await mkdir(dist, { recursive: true });
await Promise.all(
  Object.entries({
    'vscode.html-custom-data.json': json(customData),
    'web-types.json': json(webTypes),
    'jsx.d.ts': jsx,
    'vue.d.ts': vue,
    'svelte.d.ts': svelte,
  }).map(([file, text]) => writeFile(new URL(file, dist), text)),
);
