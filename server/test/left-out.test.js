import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digestPolicy } from 'policy-elements';
import { digestValue, withLanguagesOf, withoutLanguages } from '@policy-elements/authoring';
import { Drafts, migrate, readGrant, rolesFrom } from '../dist/index.js';
import { databases } from './databases.js';
import { makePolicy, start } from './helpers.js';

const people = {
  writer: { id: 'writer', name: 'Wim' },
  translator: { id: 'translator', name: 'Tine' },
  approver: { id: 'approver', name: 'Aïcha' },
  publisher: { id: 'publisher', name: 'Piet' },
};
const grants = [
  ...['write=writer', 'translate:fr=translator', 'approve=translator', 'approve=approver'],
  'publish=publisher',
];
const api = '/api/studio/policies';

async function office(options) {
  const server = await start({
    publish: [],
    identify: (request) => people[request.headers['x-who']],
    rolesOf: rolesFrom(grants.map(readGrant)),
    ...options,
  });
  let count = 0;
  const as = async (who, method, path, body) => {
    const response = await fetch(`${server.address}${path}`, {
      method,
      headers: { 'x-who': who, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, json: await response.json() };
  };
  /** A policy whose French is half done. */
  const desk = async () => {
    const id = `small-${(count += 1)}`;
    await server.publications.publish(makePolicy({ id }));
    const own = `${api}/${id}`;
    const draft = async () => (await as('writer', 'GET', own)).json;
    await draft();
    const set = (who, field, lang, from, value) =>
      as(who, 'PATCH', own, {
        edits: [{ id: 'why', field, lang, value, baseDigest: digestValue(from) }],
      });
    await set('translator', 'body', 'fr', undefined, 'Parce q');
    await set('writer', 'title', 'nl', 'Waarom', 'Waarom dit');
    const release = async (version, more) => ({
      ...{ digest: (await draft()).digest, version, date: '2026-03-01' },
      ...{ summary: { nl: 'Anders.', fr: 'Autrement.' }, ...more },
    });
    const publish = async (version, more) =>
      as('publisher', 'POST', `${own}/publish`, await release(version, more));
    return { id, own, as, draft, set, release, publish };
  };
  return { server, desk };
}

describe('a version with languages that are behind', () => {
  let o;
  before(async () => (o = await office({ fourEyes: false })));
  after(() => o?.server.stop());

  it('asks for a choice where everybody confirms again, and for none where nobody does', async () => {
    const { publish, draft } = await o.desk();
    const { digest } = await draft();
    const refused = await publish('2.0');
    assert.equal(refused.status, 409);
    assert.equal(refused.json.error, 'languages-behind');
    assert.match(refused.json.detail, /\bfr\b/);
    // Nothing is half done.
    assert.equal((await draft()).digest, digest);
    assert.equal((await draft()).leftOut, undefined);
    assert.equal((await publish('1.1')).status, 200);
    const other = await o.desk();
    assert.equal((await other.publish('2.0', { fallback: ['fr'] })).status, 200);
    const { sections } = await o.server.publications.source(other.id, '2.0');
    assert.equal(sections[0].body.fr, 'Parce q');
  });

  it('takes nothing along of a language that is left out, and has it in the draft again afterwards', async () => {
    const { id, publish, draft, set } = await o.desk();
    const done = await publish('2.0', { without: ['fr'] });
    assert.equal(done.status, 200);
    const published = await o.server.publications.source(id, '2.0');
    // Complaint 9: publishing one language takes no unfinished other along.
    assert.deepEqual(published.languages, ['nl']);
    assert.ok(!/"fr"|Parce|Charte|Autrement/.test(JSON.stringify(published)));
    const now = await draft();
    assert.deepEqual(now.policy.languages, ['nl', 'fr']);
    assert.equal(now.policy.sections[0].body.fr, 'Parce q');
    assert.equal(now.policy.title.fr, 'Charte');
    assert.equal(now.base.version, '2.0');
    // And it is finished, and published.
    assert.equal((await set('translator', 'body', 'fr', 'Parce q', 'Parce que.')).status, 200);
    assert.equal((await publish('2.1')).status, 200);
    const next = await o.server.publications.source(id, '2.1');
    assert.equal(next.sections[0].body.fr, 'Parce que.');
    // The first language is what all others fall back to.
    const first = await o.desk();
    assert.equal((await first.publish('2.0', { without: ['nl'] })).json.error, 'languages-behind');
  });
});

describe('a language that is left out, where somebody else approves', () => {
  let o;
  before(async () => (o = await office({ fourEyes: true })));
  after(() => o?.server.stop());

  it('is not in what is approved, comes back with any change, and keeps its authors', async () => {
    const { id, own, as, draft, set, release, publish } = await o.desk();
    const ask = async (version) =>
      as('writer', 'POST', `${own}/approvals/request`, await release(version, { without: ['fr'] }));
    const decide = (who, digest) =>
      as(who, 'POST', `${own}/approvals/decision`, { digest, decision: 'approved' });
    await ask('2.0');
    assert.deepEqual((await draft()).policy.languages, ['nl']);
    // Who thinks better of it takes the language along as it is.
    const anyway = await release('2.0', { fallback: ['fr'] });
    await as('writer', 'POST', `${own}/approvals/request`, anyway);
    assert.deepEqual((await draft()).policy.languages, ['nl', 'fr']);
    await ask('2.0');
    assert.deepEqual((await draft()).policy.languages, ['nl']);
    // A second request says as well what it leaves out.
    assert.deepEqual(
      (await as('writer', 'POST', `${own}/approvals/request`, await release('2.1'))).json.leftOut,
      ['fr'],
    );
    assert.deepEqual((await draft()).leftOut, ['fr']);
    // Who translates goes on: that ends what was asked, and nothing is lost.
    const saved = await set('translator', 'body', 'fr', 'Parce q', 'Parce que');
    assert.equal(saved.status, 200);
    assert.deepEqual(saved.json.policy.languages, ['nl', 'fr']);
    assert.equal((await draft()).approval, 'none');
    const { digest } = (await ask('2.0')).json;
    assert.equal((await decide('approver', digest)).status, 200);
    assert.equal((await publish('2.0')).status, 200);
    assert.equal((await o.server.publications.versions(id))[0].digest, digest);
    // Only the answer was lost: the draft has its French again, and it is published all the same.
    const again = { ...(await release('2.0')), digest };
    assert.equal((await as('publisher', 'POST', `${own}/publish`, again)).status, 200);
    assert.equal((await draft()).policy.sections[0].body.fr, 'Parce que');
    // The French was not published: who wrote it does not approve it next time either.
    const next = await as('writer', 'POST', `${own}/approvals/request`, await release('2.1'));
    assert.equal((await decide('translator', next.json.digest)).json.error, 'own-text');
    assert.equal((await decide('approver', next.json.digest)).status, 200);
  });
});

describe('leaving languages out of a text', () => {
  it('takes out all of them, and puts back what is still there, by ids', () => {
    const draft = makePolicy({
      languages: ['nl', 'fr', 'en'],
      sections: [
        {
          id: 'a',
          type: 'text',
          title: { nl: 'A', fr: 'A-fr' },
          keywords: { nl: ['x'], fr: ['y'] },
        },
        { id: 'b', type: 'text', title: { nl: 'B', fr: 'B-fr' }, intro: { fr: 'Seul' } },
      ],
      translations: { abc: { fr: { text: 'def', state: 'current' } } },
    });
    const out = withoutLanguages(draft, ['fr', 'nl', 'xx']);
    assert.deepEqual(out.languages, ['nl', 'en']);
    assert.ok(!JSON.stringify(out).includes('fr'));
    assert.deepEqual(withLanguagesOf(out, draft), draft);
    const [a, b] = out.sections;
    const changed = { ...out, sections: [b, { ...a, title: { nl: 'Ander' } }] };
    const back = withLanguagesOf(changed, draft);
    assert.deepEqual(
      back.sections.map(({ id, title }) => [id, title.nl, title.fr]),
      [
        ['b', 'B', 'B-fr'],
        ['a', 'Ander', 'A-fr'],
      ],
    );
    // A language that is listed no more hides none that is left out.
    const unlisted = { ...draft, summary: { nl: 'Kort', fr: 'À moitié', de: 'Kurz' } };
    assert.deepEqual(withoutLanguages(unlisted, ['fr']).summary, { nl: 'Kort', de: 'Kurz' });
    // What a list has in that language only keeps its place.
    const steps = { id: 'c', type: 'steps', steps: [{ nl: 'Een', fr: 'Un' }, { fr: 'Deux' }] };
    const listed = { ...draft, sections: [...draft.sections, steps] };
    assert.deepEqual(withLanguagesOf(withoutLanguages(listed, ['fr']), listed), listed);
    assert.equal(withoutLanguages(draft, []), draft);
    assert.equal(withLanguagesOf(draft, draft), draft);
  });
});

for (const { name, skip, open } of databases) {
  describe(`a draft without a language, in ${name}`, { skip }, () => {
    it('keeps it when a version that left it out is gone back to', async () => {
      const database = await open();
      await migrate(database);
      const drafts = new Drafts(database);
      const wim = { id: 'wim', name: 'Wim' };
      const full = makePolicy();
      const { digest } = await drafts.create('small', full, wim);
      const out = withoutLanguages(full, ['fr']);
      const { revision, draft } = await drafts.replace('small', out, wim, digest, { held: full });
      await drafts.published(
        {
          ...{ policy: 'small', revision, digest: digestPolicy(draft), version: '1.0' },
          ...{ canonical: JSON.stringify(draft), leavesOut: true, fourEyes: false },
        },
        wim,
      );
      const edits = [
        { kind: 'insert', list: 'sections', after: 'why', value: { id: 'new', type: 'text' } },
        {
          ...{ id: 'why', field: 'title', lang: 'fr', value: 'Pour quoi' },
          baseDigest: digestValue('Pourquoi'),
        },
      ];
      assert.equal((await drafts.save('small', edits, wim)).state, 'saved');
      const back = await drafts.restore('small', revision, wim);
      assert.deepEqual(back.draft.languages, ['nl', 'fr']);
      // Of an item that version has, as it was last; of no other.
      assert.deepEqual(
        back.draft.sections.map(({ id, title }) => [id, title.fr]),
        [
          ['why', 'Pour quoi'],
          ['rules', 'Règles'],
        ],
      );
      await database.close();
    });

    it('has it again when an earlier state is gone back to', async () => {
      const database = await open();
      await migrate(database);
      const drafts = new Drafts(database);
      const wim = { id: 'wim', name: 'Wim' };
      const full = makePolicy();
      const { digest } = await drafts.create('small', full, wim);
      const candidate = withoutLanguages(full, ['fr']);
      const ready = await drafts.replace('small', candidate, wim, digest, { held: full });
      assert.deepEqual(ready.draft.languages, ['nl']);
      await drafts.restore('small', ready.revision, wim);
      const { draft, held } = await drafts.read('small');
      assert.deepEqual([draft, held], [full, undefined]);
      await database.close();
    });
  });
}
