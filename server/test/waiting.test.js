/** What the first page of the studio tells, and what a translation was made of. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { digestValue } from '@policy-elements/authoring';
import { readGrant, rolesFrom } from '../dist/index.js';
import { monday, office, people } from './office.js';

people.translator ??= { id: 'translator', name: 'Tine' };
const grants = [
  ...['write=writer', 'approve=approver', 'publish=publisher'],
  ...['translate:fr=translator', 'translate:de=translator'],
];

let o;
before(async () => (o = await office({ rolesOf: rolesFrom(grants.map(readGrant)) })));
after(() => o?.stop());

const listed = async (who) => {
  const response = await fetch(`${o.address}/api/studio/policies`, { headers: { 'x-who': who } });
  return (await response.json()).policies.find(({ id }) => id === 'small');
};
const set = async (who, id, field, lang, value) => {
  const { policy } = await o.draft();
  const section = policy.sections.find((each) => each.id === id);
  const baseDigest = digestValue(section[field][lang]);
  const edits = [{ ...{ id, field, lang, value }, baseDigest }];
  const { status, json } = await o.as(who, 'PATCH', '', { edits });
  assert.equal(status, 200, json.detail);
};

describe('the first page of the studio', () => {
  it('tells a translator what waits in her languages, and nobody else', async () => {
    await o.draft();
    // The sample says “Daarom.” in Dutch only.
    const first = (await listed('translator')).waits;
    assert.deepEqual(first, [{ lang: 'fr', missing: 1, stale: 0, machine: 0, comments: 0 }]);
    await set('writer', 'rules', 'body', 'nl', 'Wees mild.');
    const { policy } = await o.draft();
    const words = policy.sections[1].body.fr;
    const comment = (lang, text) => ({
      ...{ on: { id: 'rules', field: 'body', lang }, words: 'Echt?', digest: digestValue(text) },
    });
    const said = await o.as('approver', 'POST', '/comments', comment('fr', words));
    assert.equal(said.status, 200, said.json.detail);
    await o.as('approver', 'POST', '/comments', comment('nl', 'Wees mild.'));
    const then = (await listed('translator')).waits;
    assert.deepEqual(then, [{ lang: 'fr', missing: 1, stale: 1, machine: 0, comments: 1 }]);
    for (const who of ['writer', 'approver', 'publisher'])
      assert.equal((await listed(who)).waits, undefined, who);
    await o.as('translator', 'PUT', `/comments/${said.json.comments[0].id}/resolution`, {
      resolved: true,
    });
    assert.equal((await listed('translator')).waits[0].comments, 0);
  });

  it('tells which version comes out by itself, and when', async () => {
    assert.equal((await listed('writer')).scheduled, undefined);
    const planned = await o.plan('1.1', { fallback: ['fr'] });
    assert.equal(planned.status, 200, planned.json.detail);
    const { scheduled } = await listed('approver');
    assert.deepEqual(scheduled, { version: '1.1', at: new Date(monday).toISOString() });
    await o.as('publisher', 'DELETE', '/schedule');
    assert.equal((await listed('approver')).scheduled, undefined);
  });
});

describe('a translation that is behind', () => {
  const sources = async (who = 'translator', lang = 'fr') =>
    o.as(who, 'GET', `/earlier-sources/${lang}`);

  it('is told with the text that it was made of, however often that changed since', async () => {
    await set('translator', 'rules', 'body', 'fr', 'Soyez doux.');
    assert.deepEqual((await sources()).json.sources, []);
    await set('writer', 'rules', 'body', 'nl', 'Wees mild en kort.');
    await set('writer', 'rules', 'body', 'nl', 'Wees mild, kort en vriendelijk.');
    const { json } = await sources();
    assert.deepEqual(json.sources, [{ id: 'rules', field: 'body', text: 'Wees mild.' }]);
    assert.equal((await sources('nobody')).status, 403);
    assert.deepEqual((await sources('translator', 'de')).json.sources, []);
    // Translated again, there is nothing to tell.
    await set('translator', 'rules', 'body', 'fr', 'Soyez doux et brefs.');
    assert.deepEqual((await sources()).json.sources, []);
  });
});

describe('the note of a version that is asked for', () => {
  it('is not behind in the languages it was written in', async () => {
    const own = await office({ rolesOf: rolesFrom(grants.map(readGrant)), fourEyes: true });
    await own.write('Omdat.');
    const summary = { nl: 'De inhoud is gewijzigd.', fr: 'Le contenu a changé.' };
    const release = { summary, date: '2030-03-04', fallback: ['fr'] };
    const asked = await own.as(
      'writer',
      'POST',
      '/approvals/request',
      await own.release('2.0', release),
    );
    assert.equal(asked.status, 200, asked.json.detail);
    const response = await fetch(`${own.address}/api/studio/policies`, {
      headers: { 'x-who': 'translator' },
    });
    const [{ waits }] = (await response.json()).policies;
    // “Daarom” became “Omdat”: that has no French, and nothing else waits.
    assert.deepEqual(waits, [{ lang: 'fr', missing: 1, stale: 0, machine: 0, comments: 0 }]);
    // Asked with the same words again, the text is the same.
    const again = await own.as(
      'writer',
      'POST',
      '/approvals/request',
      await own.release('2.0', release),
    );
    assert.equal(again.json.digest, asked.json.digest);
    await own.stop();
  });
});
