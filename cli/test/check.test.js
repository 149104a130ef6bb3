import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { policy, sample, small, temporary } from './support.js';

const folder = temporary(after);
const write = (name, content) => {
  const file = join(folder, name);
  writeFileSync(
    file,
    typeof content === 'object' && !Buffer.isBuffer(content)
      ? JSON.stringify(content, null, 2)
      : content,
  );
  return file;
};

test('a sound policy has exit code 0, also where something could be better', async () => {
  const { code, stderr } = await policy(['check', sample]);
  assert.equal(code, 0, stderr);
});

test('--strict counts advice too', async () => {
  const file = write('advice.json', small());
  assert.equal((await policy(['check', file])).code, 0);
  assert.equal((await policy(['check', file, '--strict'])).code, 1);
});

test('an error is told with place, cause and remedy, and has exit code 1', async () => {
  const draft = small();
  draft.contacts[0].email = 'mira at example';
  const { code, stdout, stderr } = await policy(['check', write('error.json', draft)]);
  assert.equal(code, 1);
  assert.match(stdout, /error\.json:\d+:\d+ error: .*mira at example/);
  assert.match(stdout, /“Mira” › e-mail/);
  assert.match(stderr, /1 error/);
});

test('lists everything that is still to be filled in, in texts, addresses and numbers', async () => {
  const draft = small();
  draft.summary.fr = 'Appelez [[nom]] ou [[autre nom]].';
  draft.contacts[0].email = 'mira@[[domain]]';
  draft.contacts[0].phone = '[[phone]]';
  const { code, stdout } = await policy(['check', write('fill.json', draft), '--json']);
  assert.equal(code, 0);
  const open = JSON.parse(stdout).findings.filter((each) => each.code === 'to-fill-in');
  assert.deepEqual(open.map(({ pointer }) => pointer).sort(), [
    '/contacts/0/email',
    '/contacts/0/phone',
    '/summary/fr',
    '/summary/fr',
  ]);
  assert.match(
    open.map(({ message }) => message).join(),
    /\[\[domain\]\].*\[\[autre nom\]\]|\[\[autre nom\]\].*\[\[domain\]\]/,
  );
});

test('--json answers for programs', async () => {
  const draft = { ...small(), version: 3 };
  const { code, stdout } = await policy(['check', write('version.json', draft), '--json']);
  assert.equal(code, 1);
  const { findings, summary } = JSON.parse(stdout);
  assert.equal(summary.errors, 1);
  const [first] = findings;
  assert.deepEqual(
    [first.grade, first.code, first.pointer, first.line, first.column],
    ['error', 'wrong-shape', '/version', 4, 14],
  );
  assert.equal(typeof first.message, 'string');
});

for (const [lang, word] of [
  ['nl', 'ontbreekt'],
  ['fr', 'manque'],
  ['en', 'missing'],
]) {
  test(`messages come in ${lang}, by --messages and by the system`, async () => {
    const draft = small();
    delete draft.summary;
    const file = write(`missing-${lang}.json`, draft);
    assert.match((await policy(['check', file, '--messages', lang])).stdout, new RegExp(word));
    const env = { LANG: `${lang}_BE.UTF-8` };
    assert.match((await policy(['check', file], { env })).stdout, new RegExp(word));
  });
}

test('a file that is not there is wrong usage, told in words', async () => {
  const { code, stderr } = await policy(['check', 'nowhere.json', '--messages', 'nl']);
  assert.equal(code, 2);
  assert.match(stderr, /nowhere\.json bestaat niet/);
});

test('standard input is read by -', async () => {
  const { code, stdout } = await policy(['check', '-', '--json'], {
    input: JSON.stringify(small()),
  });
  assert.equal(code, 0);
  assert.equal(JSON.parse(stdout).summary.errors, 0);
});

test('GitHub gets annotations, and code scanning SARIF', async () => {
  const file = write('broken.json', '{\n  "format": 1,\n}');
  const github = await policy(['check', file, '--format', 'github']);
  assert.match(github.stdout, /^::error file=.*,line=2,col=14,title=comma-extra::/);
  const { runs } = JSON.parse((await policy(['check', file, '--format', 'sarif'])).stdout);
  const [result] = runs[0].results;
  assert.equal(result.ruleId, 'comma-extra');
  assert.equal(result.level, 'error');
  assert.equal(result.locations[0].physicalLocation.region.startLine, 2);
});

test('colour is for terminals', async () => {
  const { stdout } = await policy(['check', write('plain.json', small())]);
  assert.ok(!stdout.includes('\u001b'));
});

test('an empty text that has to be there is told once, as an error', async () => {
  const draft = small();
  draft.sections.push({ id: 'empty', type: 'text', title: 'Leeg' });
  const at = `/sections/${draft.sections.length - 1}/body`;
  const { code, stdout } = await policy(['check', write('empty.json', draft), '--json']);
  assert.equal(code, 1);
  const told = JSON.parse(stdout).findings.filter(({ pointer }) => pointer === at);
  assert.deepEqual(
    told.map((each) => each.code),
    ['missing'],
  );
});

test('--all names the places that are left out otherwise', async () => {
  const draft = small();
  const items = Array.from({ length: 12 }, (_, at) => ({
    id: `rule-${at}`,
    title: `Afspraak ${at}`,
    body: 'Zo doen we dat.',
  }));
  draft.sections.push({ id: 'many', type: 'rules', title: 'Afspraken', items });
  const file = write('many.json', draft);
  const some = await policy(['check', file]);
  assert.match(some.stdout, /… and 7 more: --all shows them all/);
  assert.doesNotMatch(some.stdout, /“Afspraak 11”/);
  const all = await policy(['check', file, '--all']);
  assert.doesNotMatch(all.stdout, /--all/);
  for (const { title } of items) assert.match(all.stdout, new RegExp(`“${title}”`));
});

test('--types names section types of one’s own, which --strict then lets pass', async () => {
  const draft = JSON.parse(readFileSync(sample, 'utf8'));
  const title = Object.fromEntries(draft.languages.map((lang) => [lang, `Glossary ${lang}`]));
  draft.sections.push({ id: 'own', type: 'own-glossary', title });
  const file = write('own.json', draft);
  const codes = async (...args) => {
    const { stdout } = await policy(['check', '--json', ...args]);
    return JSON.parse(stdout)
      .findings.map((each) => each.code)
      .sort();
  };
  const without = await codes(sample);
  assert.deepEqual(await codes(file), [...without, 'unknown-type'].sort());
  assert.deepEqual(await codes(file, '--types', 'glosary'), [...without, 'unknown-type'].sort());
  assert.deepEqual(await codes(file, '--types', 'cases, own-glossary'), without);
});
