import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { countLanguages, digestPolicy, digestShown, readPolicy, shownTexts } from 'policy-elements';
import { policy, small, temporary } from './support.js';

const root = temporary(after);
const put = (name, value) => {
  const file = join(root, name);
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
};
const verify = (...args) => policy(['verify', ...args]);
const own = put('policy.json', small());

const site = async () => {
  const folder = mkdtempSync(join(root, 'site-'));
  assert.equal((await policy(['publish', own, '--to', folder])).code, 0);
  return folder;
};

test('a folder as it was published matches, version by version', async () => {
  const folder = await site();
  const next = put('next.json', { ...small(), version: '1.1' });
  await policy(['publish', next, '--to', folder]);
  const { code, stdout, stderr } = await verify(folder);
  assert.equal(code, 0, stderr);
  assert.match(stdout, /matches: test 1\.0 sha-256:/);
  assert.match(stdout, /matches: test 1\.1 sha-256:/);
});

for (const [what, file, change, told] of [
  [
    'a changed text',
    'test.json',
    (text) => text.replace('duidelijk', 'luid'),
    /^test\.json: .*not that of sha/m,
  ],
  [
    'a text kept',
    'test/1.0/test.json',
    (text) => text.replace('duidelijk', 'luid'),
    /test\.json: .*sha-256/,
  ],
  [
    'a compiled text',
    'test.fr.compiled.json',
    (text) => text.replace('Une seule', 'Deux'),
    /^test\.fr\.compiled\.json: .*“fr”/m,
  ],
  [
    'half a file',
    'test/1.0/test.nl.compiled.json',
    (text) => text.slice(0, 50),
    /nl\.compiled\.json: (?!.*missing)/,
  ],
  ['half a policy', 'test.json', (text) => text.slice(0, 50), /^test\.json: (?!.*missing)/m],
  ['a policy that is gone', 'test.json', null, /^test\.json: .*missing/m],
  ['a file that is gone', 'test/1.0/test.fr.compiled.json', null, /missing/],
]) {
  test(`tells of ${what}`, async () => {
    const folder = await site();
    const path = join(folder, file);
    if (change) writeFileSync(path, change(readFileSync(path, 'utf8')));
    else rmSync(path);
    const { code, stderr } = await verify(folder);
    assert.equal(code, 1);
    assert.match(stderr, told);
  });
}

test('a folder without a policy, and a file that is none, are told in words', async () => {
  const empty = mkdtempSync(join(root, 'empty-'));
  for (const file of [empty, put('other.json', { some: 'thing' }), put('text.json', 'no JSON')]) {
    const { code, stderr } = await verify(file);
    assert.equal(code, 1);
    assert.ok(stderr.includes(file) && !stderr.includes('    at '), stderr);
  }
  assert.equal((await verify(join(root, 'gone.json'))).code, 2);
});

test('a policy by its digest, or by another copy', async () => {
  const digest = digestPolicy(small());
  assert.equal((await verify(own, '--digest', digest)).code, 0);
  assert.equal((await verify(own, put('copy.json', JSON.stringify(small(), null, 4)))).code, 0);
  const { code, stderr } = await verify(put('edited.json', { ...small(), title: 'X' }), own);
  assert.equal(code, 1);
  assert.ok(stderr.includes(digest), stderr);
});

const recordOf = (lang, change = {}) => {
  const { policy: read } = readPolicy(small());
  const shown = shownTexts(read, { lang, audience: [], covers: 'all' });
  return {
    id: '2f1c7d5e-8a53-4c9e-9d0b-7f6f3c1f4a52',
    act: 'acknowledge',
    policy: 'test',
    version: '1.0',
    digest: digestPolicy(small()),
    shown: digestShown(shown),
    languages: countLanguages(shown),
    statement: read.acknowledgement.statement[lang],
    audience: [],
    at: '2026-03-01T09:30:00.000+01:00',
    ...change,
  };
};

test('a confirmation in either language matches its policy, and no other', async () => {
  for (const lang of ['nl', 'fr']) {
    const { code, stderr } = await verify(put('record.json', recordOf(lang)), own);
    assert.equal(code, 0, stderr);
  }
  assert.equal((await verify(put('record.json', recordOf('nl')))).code, 2);
  for (const [change, told] of [
    [{ digest: `sha-256:${'0'.repeat(64)}` }, /not that of/],
    [{ version: '2.0' }, /test 2\.0/],
    [{ statement: 'Iets anders.' }, /sentence agreed to/],
    [{ languages: { nl: 1 } }, /shown/],
    [{ covers: 'core' }, /shown/],
    [{ audience: ['nobody'] }, /shown/],
  ]) {
    const { code, stderr } = await verify(put('record.json', recordOf('nl', change)), own);
    assert.equal(code, 1, JSON.stringify(change));
    assert.match(stderr, told);
  }
});

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const keys = put('keys.json', { keys: [{ kty: 'RSA' }, publicKey.export({ format: 'jwk' })] });
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const receiptOf = (record, head = { alg: 'EdDSA', typ: 'policy-receipt', kid: 'a' }) => {
  const input = `${encode(head)}.${encode({ recordedAt: '2026-03-01T08:30:01Z', record })}`;
  return `${input}.${sign(null, Buffer.from(input), privateKey).toString('base64url')}`;
};

test('a receipt by its signature, bare or as a reader saved it', async () => {
  const record = recordOf('nl');
  const receipt = receiptOf(record);
  const file = {
    receipt,
    record: { ...record, subject: 'ann' },
    recordedAt: '2026-03-01T08:30:01Z',
  };
  for (const each of [receipt, file, { ...record, receipt, recordedAt: file.recordedAt }]) {
    const { code, stderr } = await verify(put('receipt.json', each), own, '--keys', keys);
    assert.equal(code, 0, stderr);
  }
  for (const [each, told] of [
    [{ ...file, record: { ...record, at: '2026-01-01T00:00:00Z' } }, /“at”/],
    [{ ...file, recordedAt: '2026-01-01T00:00:00Z' }, /“recordedAt”/],
    [receipt.replace(/.{9}$/, 'AAAAAAAAA'), /signature/],
    [receiptOf(record, { alg: 'none', typ: 'policy-receipt' }), /signature/],
    [receiptOf(record, { alg: 'EdDSA', typ: 'JWT' }), /signature/],
    [{ record }, /no receipt/],
  ]) {
    const { code, stderr } = await verify(put('receipt.json', each), own, '--keys', keys);
    assert.equal(code, 1);
    assert.match(stderr, told);
  }
});

test('answers programs in JSON', async () => {
  const { stdout } = await verify(
    put('record.json', recordOf('nl', { version: '9.0' })),
    own,
    '--json',
  );
  const { valid, faults } = JSON.parse(stdout);
  assert.equal(valid, false);
  assert.equal(faults[0].code, 'other-version');
});
