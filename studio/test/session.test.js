import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import { api, ApiError } from '../dist/modules/api/client.js';
import { DraftSession } from '../dist/modules/model/session.js';
import { makeStorage } from '../../test/faults/drafts/storage.js';

const policy = {
  ...{ format: 1, id: 'small', version: '1.0', status: 'draft', languages: ['nl'] },
  sections: [{ id: 'why', type: 'text', title: { nl: 'Waarom' }, body: { nl: 'Daarom.' } }],
};
const opened = { policy, revision: 1, digest: 'sha-256:0' };
const me = { key: 'me', name: 'Me', roles: ['write'] };
const set = (before, value) => ({
  ...{ id: 'why', field: 'body', lang: 'nl', value },
  baseDigest: digestValue(before),
});

describe('a draft that is open', () => {
  it('is not taken for saved, nor replaced, where an answer broke off', async (t) => {
    const fetched = globalThis.fetch;
    t.after(() => (globalThis.fetch = fetched));
    globalThis.fetch = async () => new Response('{"revision": 2, "dig', { status: 200 });
    await assert.rejects(api.open('small'), (error) => error.passes && error.status === 0);
    const session = new DraftSession(api, me, opened);
    session.edit([set('Daarom.', 'Daarom dus.')]);
    await session.save();
    assert.notEqual(session.state, 'saved');
    assert.equal(session.revision, 1);
    session.close();
  });

  it('asks about each of two texts that were written before somebody chose', async () => {
    const theirs = { ...policy, sections: [{ ...policy.sections[0], body: { nl: 'Van hen.' } }] };
    const refused = { policy: theirs, revision: 2, digest: 'sha-256:1' };
    let answer = new ApiError(409, 'edit-conflict', refused);
    const stub = {
      save: async () => {
        throw answer;
      },
      leave: async () => {},
    };
    const session = new DraftSession(stub, me, opened);
    session.edit([set('Daarom.', 'Van mij.')]);
    await session.save();
    assert.equal(session.conflicts.length, 1);
    // Written on in theirs, which was changed once more meanwhile.
    session.edit([set('Van hen.', 'Van hen, en van mij.')]);
    const later = {
      ...theirs,
      sections: [{ ...theirs.sections[0], body: { nl: 'Weer anders.' } }],
    };
    answer = new ApiError(409, 'edit-conflict', { ...refused, policy: later, revision: 3 });
    await session.save();
    assert.deepEqual(
      session.conflicts.map(({ edit }) => edit.value),
      ['Van mij.', 'Van hen, en van mij.'],
    );
    session.close();
  });

  it('asks with what stands there now, and keeps mine, where somebody wrote on in theirs', async () => {
    const theirs = { ...policy, sections: [{ ...policy.sections[0], body: { nl: 'Van hen.' } }] };
    const stub = {
      save: async () => {
        throw new ApiError(409, 'edit-conflict', { policy: theirs, revision: 2, digest: 'x' });
      },
      leave: async () => {},
    };
    const session = new DraftSession(stub, me, opened);
    session.edit([set('Daarom.', 'Van mij.')]);
    await session.save();
    session.edit([set('Van hen.', 'Van hen, en meer.')]);
    const body = () => session.draft.sections[0].body.nl;
    assert.equal(body(), 'Van hen, en meer.');
    assert.deepEqual(
      session.conflicts.map(({ edit, theirs: other }) => [edit.value, other]),
      [['Van mij.', 'Van hen, en meer.']],
    );
    session.resolve(session.conflicts[0], 'yours');
    assert.equal(body(), 'Van mij.');
    assert.deepEqual(session.conflicts, []);
    session.close();
  });
});

describe('what an earlier page had not saved', () => {
  /** Left by a page that ended: “Van mij.”, written over “Daarom.” */
  const storage = makeStorage();
  const reopened = async (t, body) => {
    storage.kept.clear();
    const edits = [set('Daarom.', 'Van mij.')];
    storage.kept.set('small/gone', { policy: 'small', person: 'me', at: 1, edits });
    const before = globalThis.indexedDB;
    globalThis.indexedDB = storage.forTab(() => true);
    t.after(() => (globalThis.indexedDB = before));
    const now = { ...policy, sections: [{ ...policy.sections[0], body: { nl: body } }] };
    const stub = { save: async () => new Promise(() => {}), leave: async () => {} };
    const session = new DraftSession(stub, me, { ...opened, policy: now, revision: 3 });
    await session.recover();
    session.close();
    return { session, kept: [...storage.kept.keys()], body: session.draft.sections[0].body.nl };
  };

  it('is back, and is not brought back a second time', async (t) => {
    const { session, kept, body } = await reopened(t, 'Daarom.');
    assert.equal(body, 'Van mij.');
    assert.equal(session.restoredFrom, 1);
    assert.deepEqual(session.conflicts, []);
    // This page keeps it now; the copy of the earlier one is gone.
    assert.equal(kept.length, 1);
    assert.ok(!kept.includes('small/gone'));
  });

  it('never takes the place of what was written later: it is asked about', async (t) => {
    const { session, kept, body } = await reopened(t, 'Later geschreven.');
    assert.equal(body, 'Later geschreven.');
    assert.equal(session.restoredFrom, undefined);
    assert.deepEqual(
      session.conflicts.map(({ edit, theirs }) => [edit.value, theirs]),
      [['Van mij.', 'Later geschreven.']],
    );
    assert.equal(kept.length, 1, 'until somebody chose');
  });
});
