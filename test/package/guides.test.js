/** Lists in the guides, held against what the build knows. */
import assert from 'node:assert/strict';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './consumer.js';

const read = (path) => readFile(join(root, path), 'utf8');
const namesIn = (text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

describe('the guide of the format', () => {
  /** What is required in a definition, or in what a list of these is made of. */
  const requiredIn = (schema, { $ref, items, ...rest }) => {
    if (items) return requiredIn(schema, items);
    return ($ref ? schema.$defs[$ref.split('/').at(-1)] : rest).required ?? [];
  };

  it('says what is required in the policy, and in what it holds', async () => {
    const schema = JSON.parse(await read('dist/policy.schema.json'));
    const text = await read('docs/format.md');
    const [, all, table] = /^Required: (`format`[^.]+)\..+?(\n\|.+?)\n\n/ms.exec(text);
    assert.deepEqual(namesIn(all), schema.required);
    const rows = table.split('\n').filter((row) => row.includes('`'));
    const told = rows.map((row) => {
      const [, where, required] = row.split('|');
      return [namesIn(where)[0], namesIn(required)];
    });
    const expected = Object.entries(schema.properties)
      .map(([name, each]) => [name, requiredIn(schema, each)])
      .filter(([name, required]) => required.length && name !== 'sections');
    assert.deepEqual(Object.fromEntries(told), Object.fromEntries(expected));
  });

  it('says of every type of section what is required in its items', async () => {
    const schema = JSON.parse(await read('dist/policy.schema.json'));
    const text = await read('docs/format.md');
    const types = schema.$defs.Section.properties.type.examples;
    assert.ok(types.length > 10);
    for (const type of types) {
      const [, chapter] = text.split(`\n### ${type}\n`);
      assert.ok(chapter, `docs/format.md has no chapter “### ${type}”`);
      const [part] = chapter.split('\n##');
      const told = Object.fromEntries(
        [...part.matchAll(/in each of (?:the|its) `(\w+)`: ([^.;]+)/g)].map(([, list, names]) => [
          list,
          namesIn(names),
        ]),
      );
      const { properties } = schema.$defs[`${type[0].toUpperCase()}${type.slice(1)}Section`];
      const expected = {};
      const collect = (fields) => {
        for (const [name, each] of Object.entries(fields)) {
          const definition = schema.$defs[each.items?.$ref?.split('/').at(-1)];
          if (!definition?.required) continue;
          expected[name] = definition.required;
          collect(definition.properties);
        }
      };
      collect(properties);
      assert.deepEqual(told, expected, type);
    }
    assert.match(text, /### text\n[^#]*Required: `body`\./);
  });

  it('names a path of the schema that is there', async () => {
    const text = await read('docs/format.md');
    const [, path] = /node_modules\/policy-elements\/([\w./-]+\.json)/.exec(text);
    await access(join(root, path));
  });
});

describe('the guide for developers', () => {
  it('lists every event, and every code of a problem', async () => {
    const text = await read('docs/embedding.md');
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    const told = new Set(rows.flatMap((row) => namesIn(row.split('|')[1])));
    const events = [
      ...(await read('src/events.ts')).matchAll(/static readonly type = '([\w-]+)'/g),
    ];
    assert.ok(events.length > 8);
    for (const [, name] of events) assert.ok(told.has(name), name);
    for (const [file, type] of [
      ['src/policy/load.ts', 'LoadProblemCode'],
      ['src/acknowledgement/send.ts', 'SendProblemCode'],
    ]) {
      const [, union] = new RegExp(`type ${type} =([^;]+);`).exec(await read(file));
      const codes = [...union.matchAll(/'([\w-]+)'/g)].map(([, code]) => code);
      assert.ok(codes.length > 5, type);
      for (const code of codes) assert.ok(told.has(code), code);
    }
    const sources = await Promise.all(
      ['elements/policy-element', 'elements/shared/missing-part', 'controllers/policy-source'].map(
        (name) => read(`src/${name}.ts`),
      ),
    );
    const others = [...sources.join().matchAll(/PolicyProblemEvent\('([\w-]+)'/g)];
    assert.ok(others.length >= 3);
    for (const [, code] of others) assert.ok(told.has(code), code);
  });

  it('has the element that the tests draw', async () => {
    const source = (await read('test/support/own-glossary.ts')).replaceAll(
      '../../src/index.js',
      'policy-elements',
    );
    assert.ok((await read('docs/extending.md')).includes(source.trim()));
  });

  it('names data for editors that is there', async () => {
    const text = await read('docs/frameworks.md');
    const [, code] = /```json\n(\{ "html.customData"[^]*?)```/.exec(text);
    const [path] = JSON.parse(code)['html.customData'];
    await access(join(root, path.replace('./node_modules/policy-elements/', '')));
    const manifest = JSON.parse(await read('package.json'));
    assert.ok(text.includes(`\`${manifest['web-types'].replace('./', '')}\``));
    assert.ok(text.includes(`\`${manifest.customElements}\``));
  });
});
