/**
 * Writes dist/policy.schema.json from the schema the elements check with, and the descriptions in
 * src/policy/schema.descriptions.json. Fails where a field has no description, or the other way round.
 */
import { toJsonSchema } from '@valibot/to-json-schema';
import { readFile, writeFile } from 'node:fs/promises';
import * as fields from '../dist/policy/schema-fields.js';
import * as schema from '../dist/policy/schema.js';

const output = new URL('../dist/policy.schema.json', import.meta.url);
const descriptions = JSON.parse(
  await readFile(new URL('../src/policy/schema.descriptions.json', import.meta.url), 'utf8'),
);

const itemOf = (list) => (list.wrapped ?? list).item;
const { organisation, adopted, acknowledgement, history } = schema.policySchema.entries;
const sectionName = (type) => `${type[0].toUpperCase()}${type.slice(1)}Section`;

/** What the section types name beside their schema: their items. */
const items = {};
for (const type of Object.keys(schema.sectionSchemas)) {
  const facts = await import(`../dist/policy/section-types/${type}.js`);
  for (const [name, value] of Object.entries(facts)) {
    if (!['schema', 'texts', 'references', 'coverage'].includes(name))
      items[`${name[0].toUpperCase()}${name.slice(1)}`] = value;
  }
}

/** What stands under a name of its own in `$defs`. */
const definitions = {
  Id: fields.id,
  Text: fields.text,
  Language: fields.language,
  Date: fields.date,
  Duration: fields.duration,
  Version: fields.version,
  Address: fields.address,
  Keywords: fields.keywords,
  Group: schema.group,
  Translation: schema.translation,
  Organisation: organisation,
  Adoption: adopted.wrapped,
  Acknowledgement: acknowledgement.wrapped,
  HistoryEntry: itemOf(history),
  Audience: schema.audience,
  Contact: schema.contact,
  Training: schema.training,
  RelatedDocument: schema.relatedDocument,
  Section: schema.anySection,
  ...items,
  TriageAnswer: itemOf(items.TriageQuestion.entries.answers),
  QuizOption: itemOf(items.QuizQuestion.entries.options),
  ...Object.fromEntries(
    Object.entries(schema.sectionSchemas).map(([type, section]) => [sectionName(type), section]),
  ),
};

const common = Object.keys(schema.otherSection.entries);
const types = Object.keys(schema.sectionSchemas);

/** What any section has; what a known type has besides, by its type. */
function section() {
  const { properties, required } = convert(schema.otherSection);
  return {
    type: 'object',
    properties: { ...properties, type: { type: 'string', examples: types } },
    required,
    allOf: types.map((type) => ({
      if: { properties: { type: { const: type } }, required: ['type'] },
      then: { $ref: `#/$defs/${sectionName(type)}` },
    })),
  };
}

/** The fields of one type only: `Section` says the rest. */
function ownFields(type) {
  const { properties, required, ...rest } = convert(schema.sectionSchemas[type]);
  const own = Object.entries(properties).filter(([name]) => !common.includes(name));
  return {
    ...rest,
    properties: Object.fromEntries(own),
    required: required.filter((name) => !common.includes(name)),
  };
}

/** JSON Schema of one definition; those it uses are referred to. */
function convert(valibotSchema) {
  const { $schema, $defs, ...converted } = toJsonSchema(valibotSchema, {
    target: 'draft-2020-12',
    definitions: Object.fromEntries(
      Object.entries(definitions).filter(
        ([, each]) => each !== valibotSchema && each !== schema.anySection,
      ),
    ),
    // Valibot's `check` runs a function; this one reads a date.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'check' && valibotAction.message === 'date'
        ? {
            ...jsonSchema,
            format: 'date',
            pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$',
          }
        : undefined,
    // A section is chosen by its type while it is read.
    overrideSchema: ({ valibotSchema: each }) =>
      each === schema.anySection ? { $ref: '#/$defs/Section' } : undefined,
  });
  return converted;
}

const problems = [];
const used = new Set();

function descriptionOf(name, field) {
  const holder = Object.hasOwn(descriptions[name] ?? {}, field) ? name : '*';
  const found = descriptions[holder]?.[field];
  used.add(`${holder} ${field}`);
  if (!found) problems.push(`${name}.${field} has no description`);
  return typeof found === 'string' ? { description: found } : { ...found };
}

/** The description first, where a person looks for it. */
function describe(name, { type, properties, ...rest }) {
  const described = Object.entries(properties ?? {}).map(([field, each]) => {
    if (JSON.stringify(each).includes('"properties":')) {
      problems.push(`${name}.${field} holds an object that is not among the definitions`);
    }
    return [field, { ...descriptionOf(name, field), ...each }];
  });
  return {
    ...descriptionOf(name, '$'),
    ...(type && { type }),
    ...(properties && { properties: Object.fromEntries(described) }),
    ...rest,
  };
}

function definition(name, valibotSchema) {
  if (name === 'Section') return section();
  const type = types.find((each) => sectionName(each) === name);
  return type ? ownFields(type) : convert(valibotSchema);
}

const policy = describe('Policy', convert(schema.policySchema));
const document = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:policy-elements:policy:${schema.policySchema.entries.format.literal}`,
  title: 'Policy',
  ...policy,
  $defs: Object.fromEntries(
    Object.entries(definitions).map(([name, each]) => [
      name,
      describe(name, definition(name, each)),
    ]),
  ),
};

for (const [name, fields] of Object.entries(descriptions)) {
  for (const field of Object.keys(fields)) {
    if (!used.has(`${name} ${field}`)) problems.push(`${name}.${field} describes nothing`);
  }
}
if (problems.length) {
  console.error(
    `scripts/schema.js, src/policy/schema.descriptions.json:\n  ${problems.join('\n  ')}`,
  );
  process.exit(1);
}
await writeFile(output, `${JSON.stringify(document, null, 2)}\n`);
