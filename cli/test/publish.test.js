import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { digestPolicy, readPolicy } from 'policy-elements';
import { policy, policyHere, small, temporary } from './support.js';

const root = temporary(after);
const folder = () => mkdtempSync(join(root, 'site-'));
const write = (draft, name = `policy-${Math.random()}.json`) => {
  const file = join(root, name);
  writeFileSync(file, `${JSON.stringify(draft, null, 2)}\n`);
  return file;
};
const next = (change) => {
  const draft = small();
  change(draft);
  return draft;
};
const read = (site, path) => JSON.parse(readFileSync(join(site, path), 'utf8'));

/** What a reader may meet: each file whole, of a version whose own files are all there. */
function look(site) {
  for (const name of readdirSync(site, { recursive: true })) {
    if (lstatSync(join(site, name)).isDirectory() || /\.tmp$/.test(name)) continue;
    assert.ok(!lstatSync(join(site, name)).isSymbolicLink());
    // Nothing leads to a version before all of it is there: its JSON comes last.
    const [, version] = /^test\/([^/]+)\//.exec(name.replaceAll('\\', '/')) ?? [];
    if (version && !existsSync(join(site, 'test', version, 'test.json'))) continue;
    const value = read(site, name);
    assert.ok((value.policy ?? value).title, name);
    for (const address of Object.values(value.files ?? {})) {
      const beside = join(site, name, '..', address);
      assert.ok(existsSync(beside), `${name} → ${address}`);
    }
  }
  if (!existsSync(join(site, 'test.json'))) return undefined;
  const { version } = read(site, 'test.json');
  const kept = read(site, `test/${version}/test.json`);
  assert.equal(digestPolicy(kept), digestPolicy(read(site, 'test.json')));
  return version;
}

test('publishes the files of a version, byte for byte, and again without a change', async () => {
  const site = folder();
  const file = write(small());
  for (let time = 0; time < 2; time++) {
    const { code, stdout, stderr } = await policy(['publish', file, '--to', site]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /test 1\.0 is published, sha-256:/);
    assert.equal(
      readFileSync(join(site, 'test/1.0/test.json'), 'utf8'),
      readFileSync(file, 'utf8'),
    );
    assert.equal(look(site), '1.0');
  }
  const compiled = read(site, 'test.fr.compiled.json');
  assert.deepEqual(compiled.files, { nl: 'test/1.0/test.nl.compiled.json' });
  assert.equal(compiled.digest, digestPolicy(small()));
});

test('a changed text under an old version is refused, with the version it needs', async () => {
  const site = folder();
  await policyHere(['publish', write(small()), '--to', site]);
  const changed = next((draft) => (draft.summary.nl = 'Iets heel anders dan ervoor.'));
  const { code, stderr } = await policy(['publish', write(changed), '--to', site]);
  assert.equal(code, 1);
  assert.match(stderr, /new version \(2\.0\)/);
  assert.equal(read(site, 'test.json').summary.nl, small().summary.nl);
});

test('a version of which the kept text is damaged is not published again over it', async () => {
  const site = folder();
  await policyHere(['publish', write(small()), '--to', site]);
  const kept = join(site, 'test/1.0/test.json');
  const half = readFileSync(kept, 'utf8').slice(0, 80);
  writeFileSync(kept, half);
  const changed = next((draft) => (draft.summary.nl = 'Iets heel anders dan ervoor.'));
  const { code, stderr } = await policy(['publish', write(changed), '--to', site]);
  assert.equal(code, 1);
  assert.ok(stderr.includes(kept) && /damaged/.test(stderr), stderr);
  assert.equal(readFileSync(kept, 'utf8'), half);
});

test('a typo is a MINOR, and nobody confirms again; a new rule is a MAJOR, with its reason', async () => {
  const site = folder();
  await policyHere(['publish', write(small()), '--to', site]);
  const typo = next((draft) => {
    draft.version = '1.1';
    draft.summary.nl = 'Wat je onlline kunt doen.';
  });
  const minor = await policy(['publish', write(typo), '--to', site]);
  assert.match(minor.stderr, /MINOR: nobody has to confirm again/);
  const more = next((draft) => {
    draft.version = '2.0';
    draft.sections[0].items.push({ ...draft.sections[0].items[0], id: 'more', title: 'Vraag het' });
  });
  const major = await policy(['publish', write(more), '--to', site]);
  assert.match(major.stderr, /MAJOR: everybody confirms again.*Vraag het/);
});

for (const [what, change, told] of [
  ['a draft', (draft) => (draft.status = 'draft'), /status/],
  ['something to fill in', (draft) => (draft.summary.nl = 'Bel [[nummer]].'), /\[\[nummer\]\]/],
  [
    'an address to fill in',
    (draft) => (draft.contacts[0].email = 'mira@[[domain]]'),
    /\[\[domain\]\]/,
  ],
  ['an error', (draft) => (draft.owner = 'nobody'), /nobody/],
]) {
  test(`refuses ${what}`, async () => {
    const site = folder();
    const { code, stderr } = await policy(['publish', write(next(change)), '--to', site]);
    assert.equal(code, 1);
    assert.match(stderr, told);
    assert.deepEqual(readdirSync(site), []);
  });
}

test('the power cut at every step: readers meet whole versions, and the next run ends it', async () => {
  const newer = write(next((draft) => (draft.version = '1.1')));
  const older = write(small());
  // Six files, each of them opened and named.
  for (let stopAt = 0; stopAt <= 12; stopAt++) {
    const site = folder();
    await policyHere(['publish', older, '--to', site]);
    const cut = await policy(['publish', newer, '--to', site], { stopAt });
    assert.equal(cut.code, stopAt < 12 ? null : 0, `step ${stopAt}`);
    assert.equal(look(site), stopAt < 12 ? '1.0' : '1.1');
    assert.equal((await policy(['publish', newer, '--to', site])).code, 0);
    assert.equal(look(site), '1.1');
    assert.ok(readPolicy(read(site, 'test/1.0/test.json')).policy);
  }
});

test('publishes the images that a policy brings along, beside each of its texts, or nothing', async () => {
  const site = folder();
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const name = `${createHash('sha256').update(gif).digest('hex').slice(0, 32)}.gif`;
  const file = write(next((draft) => (draft.organisation.logo = `test/images/${name}`)));
  const missing = await policy(['publish', file, '--to', site]);
  assert.equal(missing.code, 1);
  assert.match(missing.stderr, new RegExp(`${name}.*test/images`));
  assert.deepEqual(readdirSync(site), []);
  const beside = join(root, 'test/images');
  mkdirSync(beside, { recursive: true });
  writeFileSync(join(beside, name), gif);
  const { code, stderr } = await policy(['publish', file, '--to', site]);
  assert.equal(code, 0, stderr);
  for (const path of ['test/images', 'test/1.0/test/images'])
    assert.deepEqual(readFileSync(join(site, path, name)), gif);
});
