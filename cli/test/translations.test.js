import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { policy, small, temporary } from './support.js';

const folder = temporary(after);

test('from the first accept on, a changed text makes its translation stale', async () => {
  const file = join(folder, 'policy.json');
  const crlf = JSON.stringify(small(), null, 4).replaceAll('\n', '\r\n');
  writeFileSync(file, `\ufeff${crlf}`);

  const before = await policy(['translations', 'status', file]);
  assert.equal(before.code, 0);
  assert.match(before.stdout, /^fr: missing 0, stale 0, machine, not reviewed 0, current 8/);
  assert.match(before.stderr, /does not yet keep/);

  const first = await policy(['translations', 'accept', file]);
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stderr, /From now on/);
  const text = readFileSync(file, 'utf8');
  assert.ok(text.startsWith(`\ufeff${crlf.slice(0, -3)}`), 'all that was there keeps its bytes');

  writeFileSync(file, text.replace('Eén stem is duidelijk.', 'Eén stem is het duidelijkst.'));
  const stale = JSON.parse((await policy(['translations', 'status', file, '--json'])).stdout);
  assert.equal(stale.languages.fr.stale, 1);
  const [found] = stale.texts.filter(({ state }) => state === 'stale');
  assert.equal(`${found.id}.${found.field}`, 'rule-name.why');
  assert.match((await policy(['check', file])).stdout, /rule|“Spreek voor jezelf” › why \(fr\)/);

  const same = await policy([
    'translations',
    'accept',
    file,
    'rule-name',
    '--lang',
    'fr',
    '--same-meaning',
  ]);
  assert.match(same.stderr, /Accepted: 1/);
  const now = JSON.parse((await policy(['translations', 'status', file, '--json'])).stdout);
  assert.equal(now.languages.fr.stale, 0);
});

test('an id or a language that is not there is told, and nothing is written', async () => {
  const file = join(folder, 'untouched.json');
  const json = JSON.stringify(small());
  writeFileSync(file, json);
  const id = await policy(['translations', 'accept', file, 'nobody', '--messages', 'nl']);
  assert.equal(id.code, 2);
  assert.match(id.stderr, /geen tekst “nobody”/);
  const lang = await policy(['translations', 'accept', file, '--lang', 'de', '--messages', 'fr']);
  assert.equal(lang.code, 2);
  assert.match(lang.stderr, /«\u202fde\u202f»/);
  assert.equal(readFileSync(file, 'utf8'), json);
});
