import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { digestText, digestValue } from '@policy-elements/authoring';
import { readGrant, rolesFrom } from '../dist/index.js';
import { launch, makeFolder, makePolicy, start } from './helpers.js';
import { fill } from './template.js';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const options = {
  identify: ({ headers }) => {
    const id = headers['x-person'];
    return id && { id, name: id };
  },
  rolesOf: rolesFrom(['write=nora', 'translate:fr=lucie', 'publish=wout'].map(readGrant)),
};
const studio = '/api/studio';

describe('a draft on its way to another server', () => {
  let trial;
  let real;
  let file;
  before(async () => {
    [trial, real] = await Promise.all([
      start({ ...options, publish: [] }),
      start({ ...options, publish: [] }),
    ]);
  });
  after(() => Promise.all([trial?.stop(), real?.stop()]));

  const ask = async (server, method, path, body, person = 'nora') => {
    const isImage = Buffer.isBuffer(body);
    const response = await fetch(server.address + studio + path, {
      method,
      headers: {
        ...(body && { 'content-type': isImage ? 'image/png' : 'application/json' }),
        ...(person && { 'x-person': person }),
      },
      ...(body && { body: isImage ? body : JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
  const take = (more = {}, person) => ask(real, 'POST', '/file', { file, ...more }, person);
  const look = (changed = file) => ask(real, 'POST', '/file/look', { file: changed });
  const here = async () => (await real.drafts.read('small'))?.draft;

  it('is a file with its images and the states of its translations', async () => {
    const policy = makePolicy({ status: 'draft', version: '5.0' });
    await ask(trial, 'POST', '/policies', { policy });
    const { src } = (await ask(trial, 'POST', '/policies/small/images', png)).json;
    const text = `Daarom. ![Team](${src})`;
    const edit = (lang, from, value, made) => ({
      ...{ id: 'why', field: 'body', lang, baseDigest: digestValue(from), value },
      ...(made && { made }),
    });
    const saved = await ask(trial, 'PATCH', '/policies/small', {
      edits: [
        edit('nl', 'Daarom.', text),
        edit('fr', undefined, `Car. ![Équipe](${src})`, {
          from: digestText(text),
          state: 'machine',
        }),
      ],
    });
    assert.equal(saved.status, 200);
    const { status, json } = await ask(trial, 'GET', '/policies/small/file');
    assert.equal(status, 200);
    file = json;
    assert.equal(file.format, 'policy-draft');
    assert.deepEqual(Object.values(file.images), [png.toString('base64')]);
    assert.equal(file.policy.translations[digestText(text)].fr.state, 'machine');
    assert.doesNotMatch(JSON.stringify(file), /nora/);
  });

  it('is looked at first, and becomes a new draft with its images', async () => {
    const { json } = await look();
    assert.equal(json.present, undefined);
    assert.equal(json.images, 1);
    assert.equal(await here(), undefined, 'nothing is stored by looking');
    const taken = await take();
    assert.equal(taken.status, 201);
    assert.deepEqual(await here(), file.policy);
    const [name] = Object.keys(file.images);
    assert.deepEqual(Buffer.from(await real.drafts.images.read('small', name)), png);
  });

  it('never takes the place of a newer text that nobody looked at', async () => {
    assert.equal((await take()).json.error, 'draft-exists');
    const { present } = (await look()).json;
    const edit = { id: 'why', field: 'title', lang: 'nl', value: 'Waarom dan' };
    await ask(real, 'PATCH', '/policies/small', {
      edits: [{ ...edit, baseDigest: digestValue('Waarom') }],
    });
    assert.equal((await take({ expected: present.digest })).json.error, 'draft-moved');
    assert.equal((await here()).sections[0].title.nl, 'Waarom dan');
  });

  it('becomes the next state of the draft that was looked at, with this server’s versions', async () => {
    const stored = await real.drafts.read('small');
    const published = { ...stored.draft, status: 'published', version: '1.0' };
    await real.publications.publish(published);
    await real.drafts.replace('small', published, { id: 'nora', name: 'nora' }, stored.digest);
    const looked = (await look()).json;
    assert.equal(looked.present.policy.sections[0].title.nl, 'Waarom dan');
    assert.equal(looked.policy.version, '1.0');
    assert.equal(looked.policy.sections[0].title.nl, 'Waarom');
    const taken = await take({ expected: looked.present.digest });
    assert.equal(taken.status, 201);
    assert.deepEqual(await here(), looked.policy);
    const { revisions } = (await ask(real, 'GET', '/policies/small/revisions')).json;
    assert.ok(revisions.length >= 3, 'what was there can be had back');
  });

  it('is begun from what is published, where nobody wrote on it here', async () => {
    const other = await start({ ...options, publish: [makePolicy({ version: '2.0' })] });
    try {
      const looked = (await ask(other, 'POST', '/file/look', { file })).json;
      assert.equal(looked.present.policy.version, '2.0');
      const body = { file, expected: looked.present.digest };
      assert.equal((await ask(other, 'POST', '/file', body)).status, 201);
      const stored = await other.drafts.read('small');
      assert.equal(stored.baseVersion, '2.0');
      assert.equal(stored.draft.version, '2.0');
      assert.match(stored.draft.sections[0].body.nl, /Team/);
    } finally {
      await other.stop();
    }
  });

  it('is for who writes, and for nobody else', async () => {
    for (const person of ['lucie', 'wout', 'somebody', '']) {
      const status = person ? 403 : 401;
      assert.equal(
        (await ask(trial, 'GET', '/policies/small/file', undefined, person)).status,
        status,
      );
      assert.equal((await ask(real, 'POST', '/file', { file }, person)).status, status);
      assert.equal((await ask(real, 'POST', '/file/look', { file }, person)).status, status);
    }
    assert.equal((await ask(trial, 'GET', '/policies/none/file')).status, 404);
  });

  const changed = (change) => {
    const other = structuredClone(file);
    change(other);
    return other;
  };
  const hostile = {
    'no file of a draft': [() => ({ title: 'x' }), 400, '/format'],
    'a list': [() => [1], 400, '/file'],
    'an id that leads elsewhere': [(of) => (of.policy.id = '../../etc'), 400, '/policy/id'],
    'no policy': [
      (of) => {
        of.policy = { id: 'small' };
        of.images = {};
      },
      400,
      '/policy',
    ],
    'an image that is a page': [
      (of) => (of.images[Object.keys(of.images)[0]] = Buffer.from('<html>').toString('base64')),
      415,
      '/images/',
    ],
    'an image under the name of another': [
      (of) => {
        const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>';
        of.images[Object.keys(of.images)[0]] = Buffer.from(svg).toString('base64');
      },
      400,
      '/images/',
    ],
    'an image that is no text': [
      (of) => (of.images[Object.keys(of.images)[0]] = { a: 1 }),
      415,
      '/images/',
    ],
    'an image with a way out': [(of) => (of.images['../x.png'] = ''), 400, '/images/'],
    'an image that no text shows': [
      (of) => (of.images[`${'0'.repeat(32)}.png`] = png.toString('base64')),
      400,
      '/images/',
    ],
    'lists without end': [
      (of) => {
        let deep = 'x';
        for (let n = 0; n < 60; n += 1) deep = [deep];
        of.policy.odd = deep;
      },
      413,
      '/policy',
    ],
    'a text without end': [(of) => (of.policy.summary.nl = 'x'.repeat(4_100_000)), 413, '/policy'],
  };
  for (const [name, [change, status, pointer]] of Object.entries(hostile)) {
    it(`that holds ${name} is refused, with where and what to do`, async () => {
      let replaced;
      const made = changed((of) => (replaced = change(of)));
      const sent = name === 'no file of a draft' || name === 'a list' ? replaced : made;
      const stored = await real.drafts.read('small');
      for (const path of ['/file/look', '/file']) {
        const answer = await ask(real, 'POST', path, { file: sent, expected: stored.digest });
        assert.equal(answer.status, status, JSON.stringify(answer.json));
        assert.ok(answer.json.pointer.startsWith(pointer), answer.json.pointer);
        assert.ok(answer.json.detail.length > 20);
      }
      assert.equal((await real.drafts.read('small')).digest, stored.digest);
    });
  }

  it('that lacks an image is refused where the server lacks it too', async () => {
    const none = await start({ ...options, publish: [] });
    try {
      const without = changed((of) => (of.images = {}));
      assert.equal(
        (await ask(none, 'POST', '/file/look', { file: without })).json.missing.length,
        1,
      );
      const answer = await ask(none, 'POST', '/file', { file: without });
      assert.equal(answer.status, 400);
      assert.match(answer.json.pointer, /^\/images\/[0-9a-f]{32}\.png$/);
      assert.equal(await none.drafts.read('small'), undefined);
    } finally {
      await none.stop();
    }
  });

  it('goes by the command line as well, and asks before it replaces', async (t) => {
    const folder = await makeFolder(t);
    const path = join(folder, 'small.json');
    await writeFile(path, JSON.stringify(file));
    await fill(join(folder, 'data'));
    const run = async (...args) => {
      const called = launch(t, ['draft', ...args, '--data', join(folder, 'data')], {
        DATABASE_URL: '',
      });
      const code = await called.exit;
      return { code, out: called.out, err: called.err };
    };
    assert.equal((await run('import', path)).code, 2, 'without who');
    const taken = await run('import', path, '--person', 'nora');
    assert.equal(taken.code, 0, taken.err);
    const out = join(folder, 'out.json');
    assert.equal((await run('export', 'small', '--out', out)).code, 0);
    assert.deepEqual(JSON.parse(await readFile(out, 'utf8')), file);
    await writeFile(
      path,
      JSON.stringify(changed((of) => (of.policy.sections[0].title.nl = 'Anders'))),
    );
    const again = await run('import', path, '--person', 'nora');
    assert.equal(again.code, 1);
    assert.match(again.out, /changed {2}Anders\n/);
    assert.match(again.out, /nothing was taken in/);
    const replaced = await run('import', path, '--person', 'nora', '--replace');
    assert.equal(replaced.code, 0, replaced.err);
    await writeFile(path, '{ "format": ');
    const damaged = await run('import', path, '--person', 'nora');
    assert.equal(damaged.code, 1);
    assert.match(damaged.err, /damaged, save it again/);
  });
});
