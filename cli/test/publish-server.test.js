import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { countLanguages, digestPolicy, digestShown, readPolicy, shownTexts } from 'policy-elements';
import { launchServer, policy, policyHere, small, temporary } from './support.js';

const token = 'a-token-of-sixteen-signs';
const env = { POLICY_PUBLISH_TOKEN: token };
const root = temporary(after);
const write = (draft) => {
  const file = join(root, `${draft.id}-${draft.version}-${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(draft, null, 2));
  return file;
};
const make = (id, version, change = () => {}) => {
  const draft = { ...small(), id, version };
  change(draft);
  return draft;
};
const withRule = (draft) => {
  const [rule] = draft.sections[0].items;
  draft.sections[0].items.push({ ...rule, id: 'ask', title: { nl: 'Vraag het', fr: 'Demandez' } });
};

let address;
let server;
before(async () => {
  server = launchServer(['--port', '0', '--per-minute', '0', '--data', join(root, 'data')], env);
  address = await server.address;
});
after(() => server?.stop());

const get = async (path) => {
  const response = await fetch(address + path, { headers: { authorization: `Bearer ${token}` } });
  return response.ok ? response.json() : undefined;
};
const shown = (id) => get(`/policies/${id}.json`);
const taken = async (id) =>
  (await get(`/api/acknowledgements?policy=${id}`)).published?.digests ?? [];
const publish = (file, args = [], options = {}) =>
  policy(['publish', file, '--to', address, ...args], { env, ...options });
const publishHere = (file) => policyHere(['publish', file, '--to', address], { env });

test('publishes to a server, and again without a change', async () => {
  const first = make('first', '1.0');
  for (let time = 0; time < 2; time++) {
    const { code, stdout, stderr } = await publish(write(first));
    assert.equal(code, 0, stderr);
    assert.match(stdout, new RegExp(`first 1\\.0 is published, ${digestPolicy(first)}`));
  }
  assert.equal(digestPolicy(await shown('first')), digestPolicy(first));
  const { current, versions } = await get('/api/policies/first');
  assert.equal(current.version, '1.0');
  assert.deepEqual(
    versions.map(({ version, state }) => [version, state]),
    [['1.0', 'current']],
  );
});

test('says what a version asks of people, and a dry run changes nothing', async () => {
  await publishHere(write(make('asked', '1.0')));
  const newer = write(make('asked', '2.0', withRule));
  const dry = await publish(newer, ['--dry-run', '--json']);
  assert.equal(dry.code, 0, dry.stderr);
  assert.match(dry.stderr, /MAJOR: everybody confirms again.*Vraag het/);
  assert.match(dry.stderr, /Will confirm again: 0/);
  assert.equal(JSON.parse(dry.stdout).dryRun, true);
  assert.equal((await get('/api/policies/asked')).versions.length, 1);
  const done = await publish(newer);
  assert.equal(done.code, 0, done.stderr);
  assert.equal((await shown('asked')).version, '2.0');
});

for (const [lang, told] of [
  ['nl', /al gepubliceerd, met een andere tekst.*nieuwe versie \(2\.0\)/],
  ['fr', /déjà publiée, avec un autre texte.*nouvelle version au nouveau texte \(2\.0\)/],
  ['en', /published before, with another text.*new version \(2\.0\)/],
]) {
  test(`a changed text under an old version is refused, in ${lang}`, async () => {
    const id = `taken-${lang}`;
    await publishHere(write(make(id, '1.0')));
    const { code, stderr } = await publish(write(make(id, '1.0', withRule)), ['--messages', lang]);
    assert.equal(code, 1);
    assert.match(stderr, told);
    assert.equal(digestPolicy(await shown(id)), digestPolicy(make(id, '1.0')));
  });
}

test('what the server refuses is told: an older version, a wrong token, none, no server', async () => {
  await publishHere(write(make('refused', '2.0')));
  const file = write(make('refused', '1.0'));
  const older = await publish(file);
  assert.equal(older.code, 1);
  assert.match(older.stderr, /refuses \(409\): .*2\.0 is in force/);
  const wrong = await publish(file, [], {
    env: { POLICY_PUBLISH_TOKEN: 'another-token-than-that' },
  });
  assert.equal(wrong.code, 1);
  assert.match(wrong.stderr, /refuses \(401\): .*POLICY_PUBLISH_TOKEN/);
  const none = await publish(file, [], { env: { POLICY_PUBLISH_TOKEN: '' } });
  assert.equal(none.code, 2);
  assert.match(none.stderr, /POLICY_PUBLISH_TOKEN/);
  const nobody = await policy(['publish', file, '--to', 'http://127.0.0.1:1'], { env });
  assert.equal(nobody.code, 1);
  assert.match(nobody.stderr, /does not answer/);
});

test('the power cut at every step to a server: one version is in force, and the next run ends it', async () => {
  // Accept and switch, each of them asked and answered.
  for (let stopAt = 0; stopAt <= 4; stopAt++) {
    const [older, newer] = [make(`cut-${stopAt}`, '1.0'), make(`cut-${stopAt}`, '2.0', withRule)];
    await publishHere(write(older));
    const file = write(newer);
    const cut = await publish(file, [], { stopAt });
    assert.equal(cut.code, stopAt < 4 ? null : 0, `step ${stopAt}: ${cut.stderr}`);
    const { version } = await shown(older.id);
    assert.ok((stopAt < 3 ? ['1.0', ...(stopAt === 2 ? ['2.0'] : [])] : ['2.0']).includes(version));
    const [now] = [older, newer].filter((each) => each.version === version);
    assert.ok((await taken(older.id)).includes(digestPolicy(now)));
    const again = await publish(file);
    assert.equal(again.code, 0, again.stderr);
    assert.equal((await shown(older.id)).version, '2.0');
    assert.deepEqual(await taken(older.id), [digestPolicy(newer)]);
  }
});

/** Somebody who reads what the folder shows and confirms it, again and again, until `stop`. */
function reader(site, id) {
  const confirmed = [];
  const wrong = [];
  let stopped = false;
  const look = (name) => JSON.parse(readFileSync(join(site, name), 'utf8'));
  const digestOf = (value) => value.digest ?? digestPolicy(value);
  const confirm = async (name, lang) => {
    const value = look(name);
    const record = recordOf(value.policy ?? value, digestOf(value), lang);
    const response = await fetch(`${address}/api/acknowledgements`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': record.id },
      body: JSON.stringify(record),
    });
    if (response.ok) return confirmed.push(record.id);
    // Only a text that is no longer shown may be refused.
    const { error } = await response.json();
    const isGone = digestOf(look(name)) !== record.digest && error === 'stale-version';
    return isGone || wrong.push(`${name} ${record.version}: ${response.status} ${error}`);
  };
  const done = (async () => {
    for (let turn = 0; !stopped; turn++) {
      const [name, lang] = [
        [`${id}.json`, 'nl'],
        [`${id}.nl.compiled.json`, 'nl'],
        [`${id}.fr.compiled.json`, 'fr'],
      ][turn % 3];
      await confirm(name, lang);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  })();
  const stop = async () => {
    stopped = true;
    await done;
    return { confirmed, wrong };
  };
  return { stop };
}

function recordOf(draft, digest, lang) {
  const { policy: read } = readPolicy(draft);
  const shown = shownTexts(read, { lang, audience: [], covers: 'all' });
  return {
    id: randomUUID(),
    act: 'acknowledge',
    policy: read.id,
    version: read.version,
    digest,
    shown: digestShown(shown),
    languages: countLanguages(shown),
    statement: small().acknowledgement.statement[lang],
    audience: [],
    at: new Date().toISOString(),
  };
}

/** Nothing that was recorded is lost, and nothing was refused that should not be. */
async function checkKept(id, people) {
  const { confirmed, wrong } = await people.stop();
  assert.deepEqual(wrong, []);
  assert.ok(confirmed.length > 2);
  const { records } = await get(`/api/acknowledgements?policy=${id}`);
  const kept = new Set(records.map((record) => record.id));
  assert.deepEqual(
    confirmed.filter((each) => !kept.has(each)),
    [],
  );
}

const TYPO = (draft) => (draft.summary.nl = 'Wat je onlline kunt doen.');
const ALL = Array.from({ length: 17 }, (_, step) => step);
// While files are written beside the old ones, one step is as another; from the switch on, none is.
const CUTS = process.env.EXHAUSTIVE ? ALL : [0, 6, 11, 12, 13, 14, 15, 16];
for (const [version, change, steps] of [
  ['2.0', withRule, CUTS],
  // Of a MINOR, where it differs.
  ['1.1', TYPO, process.env.EXHAUSTIVE ? ALL.slice(11) : [12, 14]],
]) {
  test(`a folder beside a server, cut while readers confirm: nothing is lost or refused, ${version}`, async () => {
    // Six files, opened and named; accept and switch, asked and answered.
    for (const stopAt of steps) {
      const site = mkdtempSync(join(root, 'site-'));
      const id = `beside-${version.replace('.', '-')}-${stopAt}`;
      const args = (file) => ['publish', file, '--to', site, '--server', address];
      assert.equal((await policyHere(args(write(make(id, '1.0'))), { env })).code, 0);
      const newer = make(id, version, change);
      const file = write(newer);
      const people = reader(site, id);
      const cut = await policy(args(file), { env, stopAt });
      assert.equal(cut.code, stopAt < 16 ? null : 0, `step ${stopAt}: ${cut.stderr}`);
      const acceptable = await taken(id);
      for (const name of [`${id}.json`, `${id}.nl.compiled.json`, `${id}.fr.compiled.json`]) {
        const value = JSON.parse(readFileSync(join(site, name), 'utf8'));
        const digest = value.digest ?? digestPolicy(value);
        assert.ok(acceptable.includes(digest), `step ${stopAt}: ${name}`);
      }
      assert.equal((await policy(args(file), { env })).code, 0);
      await checkKept(id, people);
      assert.ok((await taken(id)).includes(digestPolicy(newer)));
      if (version === '2.0') assert.deepEqual(await taken(id), [digestPolicy(newer)]);
      assert.equal((await shown(id)).version, version);
    }
  });
}

test('brings the images along before the text that shows them', async () => {
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const name = `${createHash('sha256').update(gif).digest('hex').slice(0, 32)}.gif`;
  const src = `pictured/images/${name}`;
  const file = write(make('pictured', '1.0', (draft) => (draft.organisation.logo = src)));
  mkdirSync(join(root, 'pictured/images'), { recursive: true });
  writeFileSync(join(root, src), gif);
  const { code, stderr } = await publish(file);
  assert.equal(code, 0, stderr);
  const image = await fetch(`${address}/policies/${src}`);
  assert.deepEqual(Buffer.from(await image.arrayBuffer()), gif);
});
