import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readGrant, rolesFrom } from '../dist/index.js';
import { makePolicy, start } from './helpers.js';
import { noPostgres, startPostgres } from './support/postgres.js';

const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const other = Buffer.concat([gif, Buffer.from('\0')]);
const token = 'a-token-that-is-long-enough-to-be-one';
const studio = '/api/studio/policies/small/images';

for (const [title, skip] of [
  ['the embedded database', false],
  ['a PostgreSQL server', noPostgres],
]) {
  describe(`images, on ${title}`, { skip }, () => {
    let server;
    let postgres;
    before(async () => {
      const roles = ['write=nora.peeters', 'translate:fr=lucie.delvaux', 'publish=nora.peeters'];
      if (title.includes('PostgreSQL')) postgres = await startPostgres();
      const databaseUrl = await postgres?.database();
      server = await start({
        ...{ databaseUrl, publish: [makePolicy()], publishToken: token },
        rolesOf: rolesFrom(roles.map(readGrant)),
      });
      await ask('GET', '/api/studio/policies/small');
    });
    after(async () => {
      await server?.stop();
      await postgres?.stop();
    });

    const ask = (method, path, body, { person = 'nora.peeters', headers = {} } = {}) =>
      fetch(server.address + path, {
        ...{ method, body },
        headers: {
          cookie: `demo-user=${person}`,
          ...(body && { 'content-type': 'application/octet-stream' }),
          ...headers,
        },
      });
    const send = async (bytes, options) => {
      const response = await ask('POST', studio, bytes, options);
      return { status: response.status, json: await response.json() };
    };

    it('are kept by who writes, and shown to nobody else before they are published', async () => {
      const { status, json } = await send(gif);
      assert.equal(status, 201);
      assert.match(json.src, /^small\/images\/[0-9a-f]{32}\.gif$/);
      assert.deepEqual((await send(gif)).json, json, 'the same once more');
      const own = await ask('GET', `/api/studio/policies/${json.src}`);
      assert.equal(own.headers.get('content-type'), 'image/gif');
      assert.match(own.headers.get('content-security-policy'), /sandbox/);
      assert.deepEqual(Buffer.from(await own.arrayBuffer()), gif);
      const stranger = { person: 'karim.benali' };
      assert.equal(
        (await ask('GET', `/api/studio/policies/${json.src}`, undefined, stranger)).status,
        403,
      );
      assert.equal((await send(gif, stranger)).status, 403);
      assert.equal((await send(gif, { person: 'lucie.delvaux' })).status, 403);
      assert.equal((await ask('GET', `/policies/${json.src}`)).status, 404);
      const site = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
      assert.equal((await send(gif, { headers: site })).status, 403);
    });

    it('are refused for what they hold, whatever they are called', async () => {
      const svg = (inner) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`);
      const headers = { 'content-type': 'image/png' };
      assert.equal((await send(svg('<script/>'), { headers })).json.error, 'active-image');
      assert.equal((await send(Buffer.from('<html>'), { headers })).json.error, 'not-an-image');
      const large = Buffer.concat([gif, Buffer.alloc(2_000_001)]);
      assert.equal((await send(large)).status, 413);
      const sound = await send(svg('<path d="M0 0"/>'));
      assert.match(sound.json.name, /\.svg$/);
      assert.equal(
        (await ask('POST', studio, '{}', { headers: { 'content-type': 'application/json' } }))
          .status,
        415,
      );
      for (const path of ['../../me', '%2e%2e%2fme', 'x.png', `${'0'.repeat(32)}.html`])
        assert.notEqual(
          (await ask('GET', `${studio}/${path}`)).headers.get('content-type'),
          'text/html',
          path,
        );
    });

    it('are public with the version that shows them, beside each address of it', async () => {
      const [{ json: shown }, { json: hidden }] = [await send(gif), await send(other)];
      const policy = makePolicy();
      policy.version = '1.1';
      policy.sections[0].body = { ...policy.sections[0].body, nl: `![Wij](${shown.src})` };
      const bearer = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const put = (path, body) => ask('PUT', path, JSON.stringify(body), { headers: bearer });
      assert.equal((await put('/api/policies/small/versions/1.1', policy)).status, 201);
      assert.equal((await ask('GET', `/policies/${shown.src}`)).status, 404, 'not in force yet');
      assert.equal((await put('/api/policies/small/current', { version: '1.1' })).status, 200);
      for (const path of [`/policies/${shown.src}`, `/policies/small/1.1/${shown.src}`]) {
        const image = await ask('GET', path);
        assert.equal(image.status, 200, path);
        assert.equal(image.headers.get('x-content-type-options'), 'nosniff');
        assert.match(image.headers.get('content-security-policy'), /default-src 'none'.*sandbox/);
      }
      assert.equal((await ask('GET', `/policies/${hidden.src}`)).status, 404);
      assert.equal((await ask('GET', `/policies/other/images/${shown.name}`)).status, 404);
    });

    it('come with a program that publishes, under their own name', async () => {
      const { name } = (await send(other)).json;
      const put = (as, headers) =>
        ask('PUT', `/api/policies/small/images/${as}`, other, { headers });
      assert.equal((await put(name)).status, 401);
      const bearer = { authorization: `Bearer ${token}` };
      assert.equal((await put(name, bearer)).status, 200);
      assert.equal((await put(`${'0'.repeat(32)}.gif`, bearer)).status, 400);
    });

    it('that are not here keep a text from being published', async () => {
      const draft = await (await ask('GET', '/api/studio/policies/small')).json();
      const src = `small/images/${'a'.repeat(32)}.png`;
      const edit = { id: '', field: 'organisation.logo', baseDigest: '', value: src };
      const headers = { 'content-type': 'application/json' };
      const saved = await ask(
        'PATCH',
        '/api/studio/policies/small',
        JSON.stringify({ edits: [edit] }),
        { headers },
      );
      assert.equal(saved.status, 200, await saved.clone().text());
      const { digest } = await saved.json();
      const release = { digest, version: '1.2', date: '2026-11-01', summary: 'Een logo' };
      const answer = await ask(
        'POST',
        '/api/studio/policies/small/publish',
        JSON.stringify(release),
        { headers },
      );
      assert.equal(answer.status, 409, draft.digest);
      assert.equal((await answer.json()).error, 'not-publishable');
    });
  });
}
