import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { digestValue } from '@policy-elements/authoring';
import { readGrant, rolesFrom } from '../dist/index.js';
import { makePolicy, start } from './helpers.js';

const api = '/api/studio/policies';
const token = 'a-token-that-is-long-enough-for-it';
const people = {
  writer: { id: 'writer', name: 'Wim' },
  translator: { id: 'translator', name: 'Tine' },
  approver: { id: 'approver', name: 'Aïcha' },
  both: { id: 'both', name: 'Bo' },
  publisher: { id: 'publisher', name: 'Piet' },
  nobody: { id: 'nobody', name: 'Nel' },
};
const grants = [
  ...['write=writer', 'translate:fr=translator', 'approve=approver', 'publish=publisher'],
  ...['write=both', 'approve=both', 'publish=both'],
];

const set = (id, field, lang, before, value) => ({
  ...{ id, field, lang, value, baseDigest: digestValue(before) },
});

/** A server whose people are who they say they are, and what each of them can do there. */
async function office(options = {}) {
  const server = await start({
    publish: [makePolicy()],
    identify: (request) => people[request.headers['x-who']],
    rolesOf: rolesFrom(grants.map(readGrant)),
    fourEyes: true,
    ...options,
  });
  const as = async (who, method, path, body) => {
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: { 'x-who': who, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
  let count = 0;
  /** A policy of its own, so that one server does for many tests. */
  const desk = async () => {
    const id = `small-${(count += 1)}`;
    await server.publications.publish(makePolicy({ id }));
    const own = `${api}/${id}`;
    const draft = async () => (await as('publisher', 'GET', own)).json;
    let text = 'Daarom.';
    const write = async (who, value) => {
      const edits = [set('why', 'body', 'nl', text, value)];
      const answer = await as(who, 'PATCH', own, { edits });
      if (answer.status === 200) text = value;
      return answer;
    };
    const release = async (version = '1.1') => ({
      ...{ digest: (await draft()).digest, version, date: '2026-03-01' },
      ...{ summary: { nl: 'Beter gezegd.' }, fallback: ['fr'] },
    });
    const request = async (who, version) =>
      as(who, 'POST', `${own}/approvals/request`, await release(version));
    const decide = (who, digest, decision = 'approved', remark) =>
      as(who, 'POST', `${own}/approvals/decision`, {
        ...{ digest, decision },
        ...(remark !== undefined && { remark }),
      });
    const publish = (who, body) => as(who, 'POST', `${own}/publish`, body);
    await draft();
    return { id, own, draft, write, release, request, decide, publish };
  };
  return { server, as, desk };
}

describe('approval over HTTP, where somebody else has to approve', () => {
  let o;
  before(async () => (o = await office({ publishToken: token })));
  after(() => o.server.stop());

  it('goes from a request, sent back and mended, to publication, and is kept with the version', async () => {
    const { as } = o;
    const { own, write, request, decide, publish, release } = await o.desk();
    await write('writer', 'Omdat.');
    const first = (await request('writer')).json;
    const back = await decide('approver', first.digest, 'rejected', '  Te kort. ');
    assert.equal(back.status, 200);
    assert.equal(back.json.state, 'rejected');
    assert.equal(back.json.log.at(-1).remark, 'Te kort.');
    assert.equal((await publish('publisher', await release())).json.error, 'not-approved');
    await write('writer', 'Omdat het zo is.');
    const second = (await request('writer')).json;
    const approved = await decide('approver', second.digest);
    assert.equal(approved.json.state, 'approved');
    const done = await publish('publisher', await release());
    assert.equal(done.status, 200);
    // What was approved is what is published, to the byte.
    assert.equal(done.json.base.digest, second.digest);
    const { json } = await as('writer', 'GET', `${own}/versions/1.1/approvals`);
    assert.equal(json.digest, second.digest);
    assert.deepEqual(
      json.log.map(({ act, person, fourEyes }) => [act, person, fourEyes]),
      [
        ['requested', 'Wim', true],
        ['approved', 'Aïcha', true],
        ['published', 'Piet', true],
      ],
    );
    // The same again, as after an answer that was lost.
    assert.equal((await publish('publisher', await release())).status, 200);
    assert.equal((await as('writer', 'GET', `${own}/versions/1.1/approvals`)).json.log.length, 3);
  });

  it('keeps the text that was sent back, whatever is written in the minutes after', async () => {
    const { as } = o;
    const { own, write, request, decide } = await o.desk();
    await write('writer', 'Een.');
    await write('writer', 'Twee.');
    const { digest, revision } = (await request('writer')).json;
    const back = await decide('approver', digest, 'rejected', 'Nee.');
    assert.equal(back.json.log.at(-1).revision, revision);
    for (const words of ['Drie.', 'Vier.', 'Vijf.']) await write('writer', words);
    const refused = await as('approver', 'GET', `${own}/revisions/${revision}`);
    assert.equal(refused.status, 200);
    assert.equal(refused.json.policy.sections[0].body.nl, 'Twee.');
    // Nothing was decided about what stood there in between.
    assert.equal((await as('approver', 'GET', `${own}/revisions/${revision + 1}`)).status, 404);
  });

  it('lets nobody approve what they wrote, asked for or translated', async () => {
    const { as } = o;
    const { own, write, request, decide, draft } = await o.desk();
    await write('both', 'Van mij.');
    await write('writer', 'Van ons.');
    const { digest } = (await request('writer')).json;
    assert.equal((await as('both', 'GET', `${own}/approvals`)).json.own, true);
    assert.equal((await decide('both', digest)).json.error, 'own-text');
    // Sending back is another matter.
    assert.equal((await decide('both', digest, 'rejected', 'Toch niet.')).status, 200);
    // Going back to what is published does not make them forget who wrote since.
    const first = (await as('writer', 'GET', `${own}/revisions`)).json.revisions.at(-1);
    await as('writer', 'POST', `${own}/restore`, { revision: first.revision });
    assert.equal((await draft()).policy.sections[0].body.nl, 'Daarom.');
  });

  it('remembers who wrote a state that somebody else goes back to after a publication', async () => {
    const { as } = o;
    const { own, write, request, decide, publish, release, draft } = await o.desk();
    await write('both', 'Van mij.');
    const { revision } = await draft();
    await as('writer', 'POST', `${own}/restore`, { revision: 1 });
    await as('writer', 'PATCH', own, {
      edits: [set('rules', 'body', 'nl', 'Wees jezelf.', 'Wees mild.')],
    });
    await decide('approver', (await request('writer')).json.digest);
    assert.equal((await publish('publisher', await release())).status, 200);
    assert.equal((await as('both', 'GET', `${own}/approvals`)).json.own, false);
    assert.equal((await as('writer', 'POST', `${own}/restore`, { revision })).status, 200);
    const { digest } = (await request('writer', '1.2')).json;
    assert.equal((await decide('both', digest)).json.error, 'own-text');
  });

  it('ends with any change, even one that is taken back', async () => {
    const { as } = o;
    const { own, write, request, decide, publish, release } = await o.desk();
    await write('writer', 'Omdat.');
    const { digest } = (await request('writer')).json;
    await decide('approver', digest);
    await write('writer', 'Omdat niet.');
    await write('writer', 'Omdat.');
    const { json } = await as('writer', 'GET', `${own}/approvals`);
    assert.equal(json.state, 'none');
    const body = await release();
    assert.equal(body.digest, digest);
    assert.equal((await publish('publisher', body)).json.error, 'not-approved');
    // A translator's change is one as well.
    const next = (await request('writer')).json;
    await decide('approver', next.digest);
    const fr = set('rules', 'body', 'fr', 'Soyez vous-même.', 'Restez vous-même.');
    await as('translator', 'PATCH', own, { edits: [fr] });
    assert.equal((await publish('publisher', await release())).json.error, 'not-approved');
  });

  it('publishes nothing else than what was approved: no other version, date or words about it', async () => {
    const { write, request, decide, publish, release } = await o.desk();
    await write('writer', 'Omdat.');
    await decide('approver', (await request('writer')).json.digest);
    for (const change of [{ version: '1.2' }, { date: '2026-04-01' }, { summary: 'Anders.' }]) {
      const answer = await publish('publisher', { ...(await release()), ...change });
      assert.equal(answer.json.error, 'not-approved', JSON.stringify(change));
    }
    assert.equal((await publish('publisher', await release())).status, 200);
  });

  it('keeps no version in the history that was asked for and given up', async () => {
    const { write, request, decide, publish, release } = await o.desk();
    await write('writer', 'Omdat.');
    await request('writer', '1.1');
    await write('writer', 'Omdat toch.');
    await decide('approver', (await request('writer', '2.0')).json.digest);
    const { json } = await publish('publisher', await release('2.0'));
    assert.deepEqual(
      json.policy.history.map(({ version }) => version),
      ['2.0'],
    );
  });

  it('is asked for by who writes or publishes, given by who approves, and never without a request', async () => {
    const { as } = o;
    const { own, write, request, decide, draft, release } = await o.desk();
    await write('writer', 'Omdat.');
    const { digest } = await draft();
    assert.equal((await decide('approver', digest)).json.error, 'not-requested');
    for (const who of ['translator', 'approver', 'nobody']) {
      assert.equal((await request(who)).status, 403, who);
    }
    const asked = (await request('publisher')).json;
    for (const who of ['writer', 'translator', 'publisher', 'nobody']) {
      assert.equal((await decide(who, asked.digest)).status, 403, who);
    }
    assert.equal((await decide('stranger', asked.digest)).status, 401);
    assert.equal((await decide('approver', 'sha-256:0')).json.error, 'draft-moved');
    assert.equal((await decide('approver', asked.digest, 'rejected')).status, 400);
    assert.equal((await decide('approver', asked.digest, 'rejected', ' \0 ')).status, 400);
    assert.equal((await decide('approver', asked.digest, 'maybe')).status, 400);
    for (const path of ['approvals', 'versions/1.0/approvals']) {
      assert.equal((await as('nobody', 'GET', `${own}/${path}`)).status, 403);
      assert.equal((await as('stranger', 'GET', `${own}/${path}`)).status, 401);
    }
    const known = { ...(await release()), version: '1.0' };
    const taken = await as('writer', 'POST', `${own}/approvals/request`, known);
    assert.equal(taken.json.error, 'not-publishable');
  });

  it('a program with the token publishes nothing either that nobody approved', async () => {
    const { id, write, request, decide } = await o.desk();
    const put = async (source) => {
      const path = `/api/policies/${id}/versions/${source.version}`;
      const response = await fetch(o.server.address + path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(source),
      });
      return { status: response.status, json: await response.json() };
    };
    assert.equal((await put(makePolicy({ id }))).status, 200);
    assert.equal((await put(makePolicy({ id, version: '1.1' }))).json.error, 'not-approved');
    await write('writer', 'Omdat.');
    const { policy, digest } = (await request('writer')).json;
    assert.equal((await put(policy)).json.error, 'not-approved');
    await decide('approver', digest);
    assert.equal((await put(policy)).status, 201);
  });

  it('an old one never covers a new text, however approving, changing and publishing meet', async () => {
    const { as, server } = o;
    const { id, own, write, request, decide, publish, release, draft } = await o.desk();
    for (let n = 1; n <= 12; n += 1) {
      await write('writer', `Eerst ${n}.`);
      const version = `1.${n}`;
      const asked = (await request('writer', version)).json;
      const body = await release(version);
      const later = () => write('writer', `Later ${n}.`);
      const isOut = async () =>
        (await server.publications.versions(id)).some((each) => each.version === version);
      if (n % 3 === 0) {
        // Approved before; changed the moment that the text is out, or before.
        await decide('approver', asked.digest);
        const done = publish('publisher', body);
        let answered = false;
        void done.finally(() => (answered = true));
        while (!answered && !(await isOut())) await turnOfOthers();
        await Promise.all([done, later()]);
      } else {
        const work = [
          () => decide('approver', asked.digest),
          later,
          () => publish('publisher', body),
          () => publish('publisher', body),
        ];
        const turn = [...work.slice(n % 4), ...work.slice(0, n % 4)];
        await Promise.all(turn.map((each) => each()));
      }
      const now = await draft();
      if (now.digest === asked.digest) continue;
      // What the draft became is not covered by what was approved.
      const late = await publish('publisher', { ...body, digest: now.digest });
      assert.ok(['not-approved', 'not-publishable'].includes(late.json.error), late.json.error);
    }
    const { log } = (await as('writer', 'GET', `${own}/approvals`)).json;
    const approved = new Set(
      log.filter(({ act }) => act === 'approved').map((each) => each.digest),
    );
    const published = (await server.publications.versions(id)).filter(
      (each) => each.version !== '1.0',
    );
    assert.ok(published.length > 0, 'some of them were published');
    for (const { version, digest } of published) {
      assert.ok(approved.has(digest), `${version} was published and never approved`);
      const text = await server.publications.source(id, version);
      assert.match(text.sections[0].body.nl, /^Eerst/, 'what was written later was published');
    }
    // What is kept as published is what was published, whatever was written meanwhile.
    const { revisions } = (await as('writer', 'GET', `${own}/revisions`)).json;
    const kept = revisions.filter(({ kind }) => kind === 'published');
    assert.equal(kept.length, published.length);
    for (const { revision, version, digest } of kept) {
      assert.equal(digest, published.find((each) => each.version === version).digest);
      const { policy } = (await as('writer', 'GET', `${own}/revisions/${revision}`)).json;
      assert.match(policy.sections[0].body.nl, /^Eerst/);
    }
  });
});

describe('approval where it is nobody’s duty', () => {
  it('may be given by whoever may, and publishing does without', async () => {
    const o = await office({ fourEyes: false });
    const { write, request, decide, publish, release } = await o.desk();
    await write('both', 'Omdat.');
    const { digest } = (await request('both')).json;
    const { json } = await decide('both', digest);
    assert.equal(json.state, 'approved');
    assert.equal(json.log.at(-1).fourEyes, false);
    await write('writer', 'Toch.');
    assert.equal((await publish('publisher', await release())).status, 200);
    await o.server.stop();
  });
});
