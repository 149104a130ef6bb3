import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import { FileDraft } from '../dist/studio/file-draft.js';
import { serveStudio } from '../dist/studio/serve.js';

const small = new URL('../../stories/policies/small.json', import.meta.url);

describe('the studio on one file', () => {
  let folder, file, draft, served, origin, cookie;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'policy-studio-'));
    file = join(folder, 'policy.json');
    await writeFile(file, await readFile(small));
    draft = await FileDraft.open(file);
    served = await serveStudio(draft, new URL('./', small));
    origin = new URL(served.address).origin;
  });
  after(async () => {
    served.server.closeAllConnections();
    served.server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (path, init = {}) =>
    fetch(origin + path, { redirect: 'manual', ...init, headers: { cookie, ...init.headers } });
  const titleEdit = (before, value) => ({
    ...{ id: '', field: 'title', lang: draft.opened().policy.languages[0] },
    ...{ baseDigest: digestValue(before), value },
  });
  const patch = (edits) =>
    ask(`/api/studio/policies/${draft.id}`, { method: 'PATCH', body: JSON.stringify({ edits }) });

  it('opens for who has the link, once', async () => {
    cookie = 'policy-studio=wrong';
    assert.equal((await ask('/api/studio/me')).status, 403);
    const first = await fetch(served.address, { redirect: 'manual' });
    assert.equal(first.status, 303);
    cookie = first.headers.get('set-cookie').split(';')[0];
    assert.equal((await fetch(served.address, { redirect: 'manual' })).status, 403);
    assert.equal((await ask('/api/studio/me')).status, 200);
    assert.equal(
      (await ask('/api/studio/me', { headers: { origin: 'https://elsewhere.example' } })).status,
      403,
    );
  });

  it('saves a change into the file, and asks about one that meets another', async () => {
    const lang = draft.opened().policy.languages[0];
    const now = draft.opened().policy.title;
    const before = typeof now === 'string' ? now : now[lang];
    assert.equal((await patch([titleEdit(before, 'Anders')])).status, 200);
    const { title } = JSON.parse(await readFile(file, 'utf8'));
    assert.equal(typeof title === 'string' ? title : title[lang], 'Anders');
    const late = await patch([titleEdit(before, 'Te laat')]);
    assert.equal((await late.json()).error, 'edit-conflict');
  });

  it('keeps an image beside the file, and shows it to nobody else', async () => {
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
    const path = `/api/studio/policies/${draft.id}/images`;
    const send = (body) => ask(path, { method: 'POST', body });
    const kept = await (await send(gif)).json();
    assert.deepEqual(await readFile(join(folder, kept.src)), gif);
    const shown = await ask(`${path}/${kept.name}`);
    assert.equal(shown.headers.get('content-type'), 'image/gif');
    assert.match(shown.headers.get('content-security-policy'), /sandbox/);
    assert.equal((await ask(`${path}/${kept.name}`, { headers: { cookie: 'a=b' } })).status, 403);
    assert.equal((await ask(`${path}/..%2f..%2fpolicy.json`)).status, 404);
    assert.equal((await send('<html>')).status, 415);
    assert.equal((await send('<svg onload="alert(1)"/>')).status, 415);
    assert.equal((await send(Buffer.alloc(2_000_001))).status, 413);
  });

  it('does not write over a file that changed meanwhile', async () => {
    const theirs = `${await readFile(file, 'utf8')} `;
    await writeFile(file, theirs);
    const answer = await patch([titleEdit('Anders', 'Nog anders')]);
    assert.equal((await answer.json()).error, 'file-changed');
    assert.equal(await readFile(file, 'utf8'), theirs);
  });
});
