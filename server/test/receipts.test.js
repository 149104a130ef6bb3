import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compactVerify, createLocalJWKSet } from 'jose';
import { Signer, verifyReceipt } from '../dist/index.js';
import { rotateKey } from '../dist/receipts/keys.js';
import { endpoint, get, makeFolder, makePolicy, post, readerRecord, start } from './helpers.js';

const policy = makePolicy();
const cli = fileURLToPath(new URL('../bin/policy-server.js', import.meta.url));

let server;
before(async () => (server = await start({ publish: [policy] })));
after(() => server.stop());

const publicKeys = async () => (await get(server.address, '/.well-known/jwks.json')).json;

async function confirm(deed) {
  const record = readerRecord(policy, deed);
  const { json } = await post(server.address, record);
  return { record, receipt: json.receipt, recordedAt: json.recordedAt };
}

async function partsOf(file, source = policy) {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const { alterations } = await verifyReceipt(text, source, await publicKeys());
  return alterations.map(({ part }) => part);
}

describe('a receipt', () => {
  it('is a compact JWS over the record as kept, and names nobody', async () => {
    const file = await confirm({ act: 'decline', reason: 'Nora', subject: 'nora@example' });
    const { payload, protectedHeader } = await compactVerify(
      file.receipt,
      createLocalJWKSet(await publicKeys()),
    );
    assert.equal(protectedHeader.alg, 'EdDSA');
    const said = JSON.parse(new TextDecoder().decode(payload));
    assert.deepEqual(Object.keys(said).sort(), [
      'iss',
      'reasonDigest',
      'record',
      'recordedAt',
      'sub',
    ]);
    assert.equal(said.recordedAt, file.recordedAt);
    const { reason, subject, ...kept } = file.record;
    assert.deepEqual(said.record, kept);
    assert.ok(reason && subject);
    assert.doesNotMatch(JSON.stringify(said), /nora/i);
  });

  it('is the same when the record comes again, and in the list of the reader', async () => {
    const file = await confirm();
    const again = await post(server.address, file.record);
    assert.equal(again.status, 200);
    assert.equal(again.json.receipt, file.receipt);
    const own = await get(server.address, `${endpoint}?policy=small`);
    assert.equal(own.json.records[0].receipt, file.receipt);
  });

  it('holds, as a file and bare, with a reason and without', async () => {
    const file = await confirm();
    assert.deepEqual(await partsOf(file), []);
    assert.deepEqual(await partsOf(`${file.receipt}\n`), []);
    assert.deepEqual(await partsOf(await confirm({ act: 'decline', reason: 'Té druk.' })), []);
    const turned = Object.fromEntries(Object.entries(file.record).reverse());
    assert.deepEqual(await partsOf({ ...file, record: turned }), []);
  });

  it('does not hold when one character of it is another', async () => {
    const file = await confirm();
    for (let at = 0; at < file.receipt.length; at += 1) {
      const old = file.receipt[at];
      const other = old === 'A' ? 'B' : 'A';
      const receipt = file.receipt.slice(0, at) + other + file.receipt.slice(at + 1);
      const parts = await partsOf({ ...file, receipt });
      assert.equal(parts.length, 1, `character ${at}`);
      assert.ok(['signature', 'keys', 'receipt'].includes(parts[0]), `character ${at}: ${parts}`);
    }
  });

  it('names the field of the record that is another', async () => {
    const file = await confirm({ act: 'decline', reason: 'Te druk.' });
    const changes = {
      act: 'request-exception',
      reason: 'Te druk!',
      version: '1.1',
      digest: file.record.digest.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      shown: file.record.shown.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
      languages: { nl: 1 },
      statement: 'Ik heb dit gelezen!',
      audience: ['staff'],
      at: '2026-03-01T09:30:00.000+01:00',
      extra: true,
    };
    for (const [field, value] of Object.entries(changes)) {
      const record = { ...file.record, [field]: value };
      assert.deepEqual(await partsOf({ ...file, record }), [`record.${field}`]);
    }
    const { reason, ...without } = file.record;
    assert.ok(reason);
    assert.deepEqual(await partsOf({ ...file, record: without }), ['record.reason']);
    const later = { ...file, recordedAt: new Date().toISOString() };
    assert.deepEqual(await partsOf(later), ['recordedAt']);
  });

  it('does not hold for a policy in which one character is another', async () => {
    const file = await confirm();
    const text = JSON.stringify(policy);
    for (const [from, to] of [
      ['Daarom.', 'Daarom,'],
      ['Soyez vous', 'Soyez Vous'],
      ['"staff"', '"stagg"'],
      ['"1.0"', '"1.1"'],
      ['Ik heb', 'Ik  heb'],
    ]) {
      const other = JSON.parse(text.replaceAll(from, to));
      assert.deepEqual(await partsOf(file, other), ['policy'], from);
    }
  });

  it('is no receipt of another issuer’s key, of none, or of nonsense', async () => {
    const file = await confirm();
    const other = await Signer.open(server.database, { folder: await tmp(), issuer: 'x' });
    other.close();
    const elsewhere = { keys: [(await rotateKey(await tmp())).jwk] };
    const { alterations } = await verifyReceipt(JSON.stringify(file), policy, elsewhere);
    assert.deepEqual(
      alterations.map(({ part }) => part),
      ['keys'],
    );
    const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${encode({ alg: 'none' })}.${file.receipt.split('.')[1]}.AA`;
    assert.deepEqual(await partsOf(unsigned), ['signature']);
    for (const text of ['', '{}', '[]', 'null', '{"receipt":1}', 'a.b', '{"receipt":"a..b"}']) {
      assert.deepEqual(await partsOf(text), ['receipt'], text);
    }
  });
  const tmp = () => makeFolder({ after: (work) => after(work) });
});

describe('keys', () => {
  it('are private to the server', async () => {
    const [name] = await readdir(server.keys);
    assert.equal((await stat(join(server.keys, name))).mode & 0o077, 0);
    await chmod(join(server.keys, name), 0o644);
    const open = Signer.open(server.database, { folder: server.keys, issuer: 'x' });
    await assert.rejects(open, /chmod 600/);
    await chmod(join(server.keys, name), 0o600);
  });

  it('are rotated while it runs: the old one still verifies', async () => {
    const before = await confirm();
    const { kid } = await rotateKey(server.keys);
    await server.signer.refresh();
    assert.equal(server.signer.kid, kid);
    const later = await confirm();
    const headerOf = ({ receipt }) => JSON.parse(Buffer.from(receipt.split('.')[0], 'base64url'));
    assert.equal(headerOf(later).kid, kid);
    assert.notEqual(headerOf(before).kid, kid);
    assert.deepEqual(await partsOf(before), []);
    assert.deepEqual(await partsOf(later), []);
  });

  it('are told without their private half', async () => {
    const { keys } = await publicKeys();
    for (const key of keys) assert.equal(key.d, undefined);
    assert.ok(keys.length >= 2);
  });

  it('may come from the environment', async () => {
    const [name] = await readdir(server.keys);
    const key = await readFile(join(server.keys, name), 'utf8');
    const signer = await Signer.open(server.database, { key, folder: '/nowhere', issuer: 'x' });
    signer.close();
    assert.ok(name.includes(signer.kid));
    for (const wrong of ['', '{}', '{"kty":"oct","k":"AA"}']) {
      const open = Signer.open(server.database, { key: wrong, folder: '/nowhere', issuer: 'x' });
      await assert.rejects(open, /private Ed25519 key/);
    }
  });
});

describe('policy-server verify', () => {
  const verify = (...args) =>
    new Promise((resolve) => {
      execFile(process.execPath, [cli, 'verify', ...args], (error, out, err) =>
        resolve({ code: error?.code ?? 0, out, err }),
      );
    });

  it('says valid, altered, or called wrongly', async (t) => {
    const folder = await makeFolder(t);
    const file = await confirm();
    const [receipt, text] = [join(folder, 'receipt.json'), join(folder, 'policy.json')];
    await writeFile(receipt, JSON.stringify(file));
    await writeFile(text, JSON.stringify(policy));
    const keys = ['--keys', `${server.address}/.well-known/jwks.json`];
    const valid = await verify(receipt, text, ...keys);
    assert.equal(valid.code, 0, valid.err);
    assert.match(valid.out, /^VALID\n {2}acknowledge of small 1\.0, in nl/);

    await writeFile(text, JSON.stringify(makePolicy({ title: 'Anders' })));
    const altered = await verify(receipt, text, ...keys);
    assert.equal(altered.code, 1);
    assert.match(altered.out, /ALTERED\n {2}policy: /);

    assert.equal((await verify(receipt)).code, 2);
    assert.equal((await verify(receipt, join(folder, 'none.json'), ...keys)).code, 2);
    assert.equal((await verify(receipt, text, '--keys', 'http://127.0.0.1:1/')).code, 2);
  });
});
