/** Who stands where with a text: what HR is told. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { erase, importPeople, migrate } from '../dist/index.js';
import { countStates, listStates, reportChoices } from '../dist/reports/report.js';
import { knownTexts } from '../dist/reports/texts.js';
import { makeRecord } from './helpers.js';
import { databases } from './databases.js';

const person = (id, { audience = [], language = 'nl' } = {}) => ({
  ...{ id, name: `Name of ${id}`, email: `${id}@huis.example`, language, audience },
});
const text = (changes) => ({
  ...{ policy: 'social-media', major: 3, current: true, validFor: 'P1Y', audiences: [] },
  ...changes,
});

for (const place of databases) {
  describe(`a report, in ${place.name}`, { skip: place.skip }, () => {
    let database;
    const all = { offset: 0, limit: 100 };
    const list = async (filter = {}, about = text(), range = all) =>
      (await listStates(database, about, filter, range)).rows;
    const statesOf = async (...args) =>
      Object.fromEntries((await list(...args)).map(({ id, state }) => [id ?? 'erased', state]));
    /** An answer given so many days ago. */
    const answer = async (id, days, changes = {}) => {
      const record = makeRecord(changes);
      await database.query(
        `insert into policy_receiver.acknowledgements (id, subject, policy, record, recorded_at)
         select $1, subject, $2, $3::jsonb, now() - $4 * interval '1 day'
         from policy_receiver.persons where person_id = $5`,
        [record.id, record.policy, JSON.stringify(record), days, id],
      );
    };

    before(async () => {
      database = await place.open();
      await migrate(database);
      const staff = ['confirmed', 'declined', 'asks', 'expired', 'outstanding', 'before', 'again'];
      const hired = ['hired', 'hired-before'].map((id) =>
        person(id, { audience: ['hired'], language: 'fr-BE' }),
      );
      const listed = [...staff.map((id) => person(id)), ...hired];
      const gone = ['left', 'left-silent', 'gone'].map((id) => person(id));
      await importPeople(database, [...listed, ...gone]);
      await answer('confirmed', 3);
      await answer('declined', 2, { act: 'decline' });
      await answer('asks', 2, { act: 'request-exception' });
      await answer('expired', 400);
      await answer('before', 30, { version: '2.9' });
      await answer('again', 400);
      await answer('again', 5, { act: 'decline' });
      await answer('again', 1);
      await answer('left', 400);
      await answer('gone', 10);
      await erase(database, 'gone');
      await answer('hired-before', 1);
      await importPeople(database, listed, { complete: true });
    });
    after(() => database?.close());

    it('says where everybody stands', async () => {
      assert.deepEqual(await statesOf(), {
        confirmed: 'confirmed',
        declined: 'declined',
        asks: 'exception',
        expired: 'expired',
        outstanding: 'outstanding',
        before: 'outstanding',
        again: 'confirmed',
        hired: 'outstanding',
        'hired-before': 'confirmed',
        left: 'confirmed',
        erased: 'confirmed',
      });
    });

    it('counts what it lists', async () => {
      const about = [text(), text({ major: 2, current: false, validFor: undefined })];
      const counts = await countStates(database, about);
      for (const each of about) {
        const states = Object.values(await statesOf({}, each));
        const figures = counts.get(`${each.policy}@${each.major}`);
        for (const [state, count] of Object.entries(figures)) {
          assert.equal(states.filter((one) => one === state).length, count, state);
        }
      }
      assert.equal(counts.get('social-media@2').confirmed, 1);
      assert.equal(counts.get('social-media@2').outstanding, 0);
    });

    it('asks nobody whom the text is not for, and keeps what they answered', async () => {
      const states = await statesOf({}, text({ audiences: ['staff'] }));
      assert.deepEqual([states.hired, states['hired-before']], [undefined, 'confirmed']);
      // Who belongs to no audience is asked everything.
      assert.equal(states.outstanding, 'outstanding');
    });

    it('finds by state, language, audience and part of a name', async () => {
      assert.deepEqual(Object.keys(await statesOf({ state: 'declined' })), ['declined']);
      const fr = ['hired-before', 'hired'];
      assert.deepEqual(Object.keys(await statesOf({ language: 'fr' })), fr);
      assert.deepEqual(Object.keys(await statesOf({ audience: 'hired' })), fr);
      assert.deepEqual(Object.keys(await statesOf({ search: 'OF EXP' })), ['expired']);
      assert.deepEqual(await list({ search: '%' }), []);
      assert.deepEqual(await list({ search: '_' }), []);
    });

    it('pages, and says how many there are in all', async () => {
      const page = (offset) =>
        listStates(database, text(), {}, { offset, limit: 3, order: 'name' });
      const seen = [];
      for (let offset = 0; ; offset += 3) {
        const { rows, total } = await page(offset);
        if (!rows.length) break;
        assert.equal(total, 11);
        seen.push(...rows.map(({ subject }) => subject));
      }
      assert.equal(new Set(seen).size, 11);
    });

    it('offers what there is to filter by', async () => {
      const choices = await reportChoices(database);
      assert.deepEqual(choices.languages, ['fr', 'nl']);
      assert.deepEqual(choices.audiences, ['hired']);
      assert.equal(choices.listed, 9);
    });

    it('knows every text that was answered', async () => {
      const texts = await knownTexts(database);
      assert.deepEqual(
        texts.map(({ policy, major, current }) => [policy, major, current]),
        [
          ['social-media', 3, true],
          ['social-media', 2, false],
        ],
      );
    });

    // The form says until when, by `addDuration`: test/component/outbox.test.ts has the same days.
    it('ends a confirmation on the day that the form says, wherever the database is', async () => {
      const days = [
        ['confirmed', '2026-03-28T23:30:00.000Z', 'P1D', '2026-03-29T23:30:00.000Z'],
        ['declined', '2025-10-25T22:30:00.000Z', 'P1Y', '2026-10-25T22:30:00.000Z'],
        ['asks', '2026-03-30T22:30:00.000Z', 'P1M', '2026-04-30T22:30:00.000Z'],
        ['expired', '2026-01-31T23:30:00.000Z', 'P1M', '2026-02-28T23:30:00.000Z'],
      ];
      for (const [id, at] of days) {
        const record = makeRecord({ policy: 'timed', version: '1.0' });
        await database.query(
          `insert into policy_receiver.acknowledgements (id, subject, policy, record, recorded_at)
           select $1, subject, 'timed', $2::jsonb, $3::timestamptz
           from policy_receiver.persons where person_id = $4`,
          [record.id, JSON.stringify(record), at, id],
        );
      }
      for (const zone of ['UTC', 'Europe/Brussels', 'America/Los_Angeles', 'Pacific/Auckland']) {
        for (const [id, , validFor, until] of days) {
          const { rows } = await database.transaction(async (tx) => {
            await tx.exec(`set local time zone '${zone}'`);
            return listStates(tx, text({ policy: 'timed', major: 1, validFor }), {}, all);
          });
          const row = rows.find((each) => each.id === id);
          assert.equal(row.expiresAt.toISOString(), until, `${id} in ${zone}`);
        }
      }
    });

    /** How the database goes about what this asks, where reading whole tables is dear. */
    const plansOf = async (work) => {
      const plans = [];
      await database.transaction(async (tx) => {
        await tx.exec('set local enable_seqscan = off; set local enable_bitmapscan = off');
        const explain = async (sql, params) => {
          const { rows } = await tx.query(`explain (costs off) ${sql}`, params);
          plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
          return { rows: [] };
        };
        await work({ query: explain });
      });
      return plans.join('\n');
    };

    // With 100,000 people and 330,000 answers, sorting them took most of four seconds.
    it('takes answers in the order of their index, and sorts only what is shown', async () => {
      const inOrder = /Unique\n\s*->\s+Index Only Scan using acknowledgements_of_policy/;
      const counts = await plansOf((queries) => countStates(queries, [text(), text({ major: 2 })]));
      assert.match(counts, inOrder);
      assert.doesNotMatch(counts, /Sort Key:.*subject/);
      const page = await plansOf((queries) => listStates(queries, text(), {}, all));
      assert.match(page, inOrder);
      const texts = await plansOf((queries) => knownTexts(queries));
      assert.match(texts, /Recursive Union/);
    });
  });
}
