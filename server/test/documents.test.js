import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { settings } from '../dist/index.js';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('the table of threats', () => {
  const rows = read('../../docs/threats.md')
    .split('\n')
    .filter((line) => line.startsWith('| **'));
  const threats = rows.map((row) => /\*\*(.+?)\*\*/.exec(row)[1]);

  it('has every threat that was asked about', () => {
    for (const threat of [
      ...['Forged subject', 'Replay', 'Altered text', 'Altered receipt', 'Cross-site post'],
      ...['Flooding', 'Look-alike endpoint', 'SQL', 'Header smuggling'],
    ]) {
      assert.ok(threats.includes(threat), threat);
    }
  });

  for (const [index, row] of rows.entries()) {
    it(`names tests that are there: ${threats[index]}`, () => {
      const named = [...row.matchAll(/`([\w/-]+\.test\.js)`: "([^"]+)"/g)];
      assert.ok(named.length > 0);
      for (const [, file, name] of named) {
        const path = file.includes('/') ? `../../${file}` : file;
        assert.ok(existsSync(new URL(path, import.meta.url)), file);
        const text = read(path);
        const found = ["'", '`'].some(
          (quote) =>
            text.includes(`it(${quote}${name}${quote}`) ||
            text.includes(`${quote}${name}${quote}:`),
        );
        assert.ok(found, `${file} has no test "${name}"`);
      }
    });
  }
});

it('the README explains every setting, with its default', () => {
  const readme = read('../README.md');
  for (const { env, fallback } of Object.values(settings)) {
    const row = readme.split('\n').find((line) => line.startsWith(`| \`${env}\``));
    assert.ok(row, `${env} is not in the README`);
    if (fallback !== undefined) assert.ok(row.includes(`\`${fallback}\``), `${env}: ${fallback}`);
  }
});

it('the README names every command, and none that is not there', () => {
  const readme = read('../README.md');
  const source = read('../src/cli/cli.ts');
  const commands = [...source.matchAll(/^ {2}(\w+): \(\) => import/gm)].map(
    ([, command]) => command,
  );
  for (const command of commands)
    assert.match(readme, new RegExp(`(policy-server|-elements/server) ${command}\\b`), command);
  for (const [, command] of readme.matchAll(/npx @policy-elements\/server ([a-z]+)/g)) {
    assert.ok(commands.includes(command), command);
  }
});

describe('the files for containers', () => {
  const names = new Set(Object.values(settings).map(({ env }) => env));
  const compose = read('../compose.yaml');
  const dockerfile = read('../Dockerfile');

  it('set nothing that the server does not know', () => {
    const [, service] = /^ {2}server:$([\s\S]+?)^\S/m.exec(compose);
    const [, environment] = /^ {4}environment:$([\s\S]+?)^ {4}\w/m.exec(service);
    const composed = [...environment.matchAll(/^ {6}(\w+):/gm)].map(([, name]) => name);
    assert.ok(composed.includes('DATABASE_URL'));
    const built = [...dockerfile.matchAll(/^ENV (.+)$/gm)]
      .flatMap(([, pairs]) => pairs.split(' '))
      .map((pair) => pair.split('=')[0])
      .filter((name) => name !== 'NODE_ENV');
    assert.ok(built.includes('POLICY_HOST'));
    for (const name of [...composed, ...built]) assert.ok(names.has(name), name);
  });

  it('hold all that the package does', () => {
    for (const file of JSON.parse(read('../package.json')).files) {
      assert.ok(dockerfile.includes(`/app/server/${file} `), file);
    }
  });
});

describe('the documents for operations and data protection', () => {
  const operation = read('../../docs/operation.md');
  const privacy = read('../../docs/privacy.md');

  it('name commands and settings that are there', () => {
    const source = read('../src/cli/cli.ts');
    const commands = [...source.matchAll(/^ {2}(\w+): \(\) => import/gm)].map(
      ([, command]) => command,
    );
    const names = Object.values(settings).map(({ env }) => env);
    for (const text of [operation, privacy]) {
      const called = [...text.matchAll(/(?:policy-|elements\/)server (?!is)([a-z]+)/g)].map(
        ([, command]) => command,
      );
      assert.ok(called.length > 0);
      for (const command of called) assert.ok(commands.includes(command), command);
      for (const [, name] of text.matchAll(/`(POLICY_[A-Z_]+|RETENTION)\b/g)) {
        assert.ok(names.includes(name), name);
      }
    }
  });

  it('name every metric, and every table', () => {
    const metrics = read('../src/operation/metrics.ts');
    for (const [, name] of metrics.matchAll(/\$\{prefix\}(\w+)/g)) {
      assert.ok(operation.includes(`\`policy_receiver_${name}\``), name);
    }
    const folder = new URL('../migrations/', import.meta.url);
    for (const file of readdirSync(folder)) {
      const made = readFileSync(new URL(file, folder), 'utf8');
      for (const [, table] of made.matchAll(/create table policy_receiver\.(\w+)/g)) {
        assert.ok(privacy.includes(`\`${table}\``), table);
      }
    }
  });
});
