import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digestAt, digestValue } from '@policy-elements/authoring';
import {
  Drafts,
  erase,
  exportPerson,
  migrate,
  readGrant,
  retain,
  rolesFrom,
} from '../dist/index.js';
import { databases } from './databases.js';
import { makePolicy, start } from './helpers.js';

const people = {
  writer: { id: 'writer', name: 'Wim' },
  translator: { id: 'translator', name: 'Tine' },
  approver: { id: 'approver', name: 'Aïcha' },
  nobody: { id: 'nobody', name: 'Nel' },
};
const grants = ['write=writer', 'translate:fr=translator', 'approve=approver'];
const own = '/api/studio/policies/small';
const why = { id: 'why', field: 'body', lang: 'nl' };

describe('comments over HTTP', () => {
  let server;
  before(async () => {
    server = await start({
      publish: [makePolicy()],
      identify: (request) => people[request.headers['x-who']],
      rolesOf: rolesFrom(grants.map(readGrant)),
    });
    await as('writer', 'GET', '');
  });
  after(() => server?.stop());

  async function as(who, method, path, body) {
    const response = await fetch(`${server.address}${own}${path}`, {
      method,
      headers: { 'x-who': who, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  }
  const draft = async () => (await as('writer', 'GET', '')).json.policy;
  const comment = async (who, on, words, digest) =>
    as(who, 'POST', '/comments', { on, words, digest: digest ?? digestAt(await draft(), on) });
  const save = (edit) => as('writer', 'PATCH', '', { edits: [edit] });
  const find = async (id) =>
    (await as('writer', 'GET', '/comments')).json.comments.find((each) => each.id === id);
  const newest = ({ json }) => json.comments.at(-1);

  it('stay with a text that moves, are outdated when it changes, and current again when it is as it was', async () => {
    const { id } = newest(await comment('approver', why, '  Waarom precies? '));
    const first = await find(id);
    assert.deepEqual(
      [first.author, first.words, first.about, first.standing, first.on],
      ['Aïcha', 'Waarom precies?', 'Daarom.', 'current', why],
    );
    await save({ kind: 'move', id: 'why', list: 'sections', after: 'rules' });
    assert.equal((await draft()).sections[1].id, 'why');
    assert.equal((await find(id)).standing, 'current');
    const set = (from, value) => ({
      ...why,
      ...{ baseDigest: digestValue(from), value },
    });
    await save(set('Daarom.', 'Omdat.'));
    const changed = await find(id);
    assert.deepEqual([changed.standing, changed.about], ['outdated', 'Daarom.']);
    await save(set('Omdat.', 'Daarom.'));
    assert.equal((await find(id)).standing, 'current');
  });

  it('say so when what they are about is gone', async () => {
    const value = { id: 'more', type: 'text', title: { nl: 'Meer' }, body: { nl: 'Meer tekst.' } };
    await save({ kind: 'insert', list: 'sections', after: null, value });
    const on = { id: 'more', field: 'body', lang: 'nl' };
    const { id } = newest(await comment('translator', on, 'Nodig?'));
    await save({ kind: 'remove', id: 'more', baseDigest: digestValue(value) });
    assert.deepEqual([(await find(id)).standing, (await find(id)).about], ['gone', 'Meer tekst.']);
  });

  it('are about one language, and a list as a whole', async () => {
    const french = { ...why, lang: 'fr' };
    const { id } = newest(await comment('writer', french, 'Nog te vertalen.'));
    assert.equal((await find(id)).about, '');
    const edit = { id: 'why', field: 'body', lang: 'fr', baseDigest: '', value: 'Parce que.' };
    assert.equal((await as('translator', 'PATCH', '', { edits: [edit] })).status, 200);
    assert.equal((await find(id)).standing, 'outdated');
  });

  it('are answered by anybody with a role, and dealt with by who writes the text or said it', async () => {
    const { id } = newest(await comment('approver', why, 'Klopt dit?'));
    const path = `/comments/${id}`;
    await as('translator', 'POST', `${path}/answers`, { words: 'Ja.' });
    assert.deepEqual(
      (await find(id)).answers.map(({ author, words }) => [author, words]),
      [['Tine', 'Ja.']],
    );
    // The text is Dutch, the translator’s language French.
    const resolve = (who, resolved) => as(who, 'PUT', `${path}/resolution`, { resolved });
    assert.equal((await resolve('translator', true)).status, 403);
    assert.equal((await resolve('writer', true)).status, 200);
    await resolve('approver', true);
    assert.equal((await find(id)).resolved.by, 'Wim');
    assert.equal((await resolve('approver', false)).status, 200);
    assert.equal((await find(id)).resolved, undefined);
    const french = newest(await comment('writer', { ...why, lang: 'fr' }, 'Zo?')).id;
    const done = { resolved: true };
    const answer = await as('translator', 'PUT', `/comments/${french}/resolution`, done);
    assert.equal(answer.status, 200);
  });

  it('are refused without a role, without words, on another text than was looked at, and on none', async () => {
    for (const [method, path, body] of [
      ['GET', '/comments'],
      ['POST', '/comments', { on: why, words: 'Hm.', digest: '' }],
      ['POST', '/comments/1/answers', { words: 'Hm.' }],
      ['PUT', '/comments/1/resolution', { resolved: true }],
    ]) {
      assert.equal((await as('nobody', method, path, body)).status, 403, `${method} ${path}`);
    }
    assert.equal((await comment('writer', why, ' \0 ')).status, 400);
    assert.equal((await comment('writer', why, 'x'.repeat(2001))).status, 400);
    const moved = await comment('writer', why, 'Hm.', '0123456789abcdef');
    assert.equal(moved.json.error, 'draft-moved');
    for (const on of [
      { id: 'absent', field: 'body' },
      { id: 'why', field: 'steps.2' },
      { id: 'why', field: '__proto__' },
      { id: 'why', field: 'constructor.name' },
      { id: '', field: 'sections' },
      { id: 'why', field: 'body', lang: 'valueOf' },
    ]) {
      assert.equal((await comment('writer', on, 'Hm.', '')).status, 400, JSON.stringify(on));
    }
    assert.equal(
      (await as('writer', 'POST', '/comments/999/answers', { words: 'Hm.' })).status,
      404,
    );
    assert.equal((await as('writer', 'PUT', '/comments/0/resolution', {})).status, 400);
  });
});

for (const { name, skip, open } of databases) {
  describe(`comments in ${name}`, { skip }, () => {
    const person = (id) => ({ id, name: id.toUpperCase() });

    it('stay, without a name, when people are erased or were kept long enough', async () => {
      const database = await open();
      await migrate(database);
      const { comments } = new Drafts(database);
      const said = { on: why, digest: digestValue('Daarom.'), about: 'Daarom.', words: 'Waarom?' };
      assert.equal(await comments.add('small', said, person('ann')), 'added');
      const [{ id }] = await comments.list('small', person('ann'));
      await comments.answer('small', id, 'Daarom.', person('wim'));
      await comments.resolve('small', id, true, person('wim'));
      assert.deepEqual(
        (await exportPerson(database, 'wim')).comments.map(({ words }) => words),
        ['Daarom.'],
      );
      await retain(database, 'P30D');
      const names = async () => {
        const [{ author, own, answers, resolved }] = await comments.list('small', person('ann'));
        return [author, own, answers[0].author, resolved.by];
      };
      assert.deepEqual(await names(), ['ANN', true, 'WIM', 'WIM']);
      await erase(database, 'wim');
      await erase(database, 'ann');
      assert.deepEqual(await names(), [undefined, false, undefined, undefined]);
      const [{ words, answers }] = await comments.list('small', person('wim'));
      assert.deepEqual([words, answers[0].words], ['Waarom?', 'Daarom.']);
      await database.close();
    });

    it('takes no more than a policy may have, and of another policy none', async () => {
      const database = await open();
      await migrate(database);
      const { comments } = new Drafts(database);
      const said = { on: why, digest: '', about: '', words: 'Eén.' };
      await comments.add('small', said, person('ann'));
      await comments.add('other', said, person('ann'));
      const [{ id }] = await comments.list('small', person('ann'));
      await database.query(
        `insert into policy_receiver.comments (policy, thread, words, author)
         select 'small', $1::bigint, 'Nog.', author from policy_receiver.comments c,
         generate_series(1, 1999) where c.id = $1`,
        [id],
      );
      assert.equal(await comments.add('small', said, person('ann')), 'too-many');
      assert.equal(await comments.answer('small', id, 'Nog.', person('ann')), 'too-many');
      assert.equal(await comments.add('other', said, person('ann')), 'added');
      await comments.resolve('other', id, true, person('ann'));
      assert.equal((await comments.list('small', person('ann')))[0].resolved, undefined);
      await database.close();
    });
  });
}
