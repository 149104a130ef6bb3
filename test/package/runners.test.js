/** What `npm test` makes of tests that fail always, once, or that do not run. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { nodeTests, told } from '../support/runners.js';

// A run within a run would report to the outer one.
const options = { env: { NODE_TEST_CONTEXT: undefined } };

/** Runs files of these contents; what they write down stays until the end. */
async function runs(t, files, more) {
  const folder = mkdtempSync(join(tmpdir(), 'runners-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const paths = Object.entries(files).map(([name, body]) => {
    const path = join(folder, `${name}.test.mjs`);
    const mark = JSON.stringify(join(folder, `${name}.mark`));
    const head = `import { test } from 'node:test';
      import { existsSync, writeFileSync } from 'node:fs';
      const again = existsSync(${mark});
      writeFileSync(${mark}, '');`;
    writeFileSync(path, `${head}\n${body}`);
    return path;
  });
  const { passed, failed, failures, flaky } = await nodeTests(paths, { ...options, ...more });
  const bare = (names) => names.map((name) => name.replace(`${folder}/`, ''));
  return { passed, failed, failures: bare(failures), flaky: bare(flaky) };
}

const GOOD = `test('good', () => {});`;
const BAD = `test('bad', () => { throw new Error('always'); });`;
const ONCE = `test('once', () => { if (!again) throw new Error('once'); });`;

test('what fails twice has failed, and what passes then is named', async (t) => {
  assert.deepEqual(await runs(t, { one: GOOD + BAD, other: ONCE }), {
    ...{ passed: 2, failed: 1 },
    failures: ['one.test.mjs: bad'],
    flaky: ['other.test.mjs: once'],
  });
});

test('a test within one that passes then leaves no failure', async (t) => {
  const within = `test('outer', async (t) => { await t.test('inner', () => {
    if (!again) throw new Error('once'); }); });`;
  const { failed, flaky } = await runs(t, { within });
  assert.deepEqual([failed, flaky], [0, ['within.test.mjs: inner']]);
});

test('a file that ends at once has failed', async (t) => {
  const { failed, failures } = await runs(t, { gone: 'process.exit(1);', one: GOOD });
  assert.deepEqual(
    [failed, failures],
    [1, ['gone.test.mjs: the file does not run, or does not end']],
  );
});

test('of files that share a process each is named, and one that ends it fails alone', async (t) => {
  const together = { processes: 1 };
  assert.deepEqual(await runs(t, { one: GOOD + BAD, other: ONCE, good: GOOD }, together), {
    ...{ passed: 3, failed: 1 },
    failures: ['one.test.mjs: bad'],
    flaky: ['other.test.mjs: once'],
  });
  const { failed, failures } = await runs(t, { gone: 'process.exit(1);', one: GOOD }, together);
  assert.deepEqual(
    [failed, failures],
    [1, ['gone.test.mjs: the file does not run, or does not end']],
  );
});

test('a file that shares a process and has no test of its own has failed', async (t) => {
  const { failed, failures } = await runs(t, { none: '', one: GOOD }, { processes: 1 });
  assert.equal(failed, 1);
  assert.match(failures[0], /none\.test\.mjs: has no test of its own/);
});

test('nothing that ran is a failure', async () => {
  assert.equal((await nodeTests(['/nowhere/none.test.js'], options)).failed, 1);
});

test('both are told, a line each', () => {
  assert.deepEqual(told({ failures: ['a: b'], flaky: ['c: d'] }), [
    'flaky, passed when run once more: c: d',
    'failed: a: b',
  ]);
});
