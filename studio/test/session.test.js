import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import { api, ApiError } from '../dist/modules/api/client.js';
import { DraftSession } from '../dist/modules/model/session.js';

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
