import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
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

it('the README names every verb, and none that is not there', () => {
  const readme = read('../README.md');
  const source = read('../src/cli/cli.ts');
  const verbs = [...source.matchAll(/^ {2}(\w+): \(\) => import/gm)].map(([, verb]) => verb);
  for (const verb of verbs) assert.match(readme, new RegExp(`policy-receiver ${verb}\\b`), verb);
  for (const [, verb] of readme.matchAll(/npx policy-receiver ([a-z]+)/g)) {
    assert.ok(verbs.includes(verb), verb);
  }
});
