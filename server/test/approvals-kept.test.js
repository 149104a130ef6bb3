/** What approvals are in the database, also when those who gave them are gone. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Drafts, erase, exportPerson, migrate, retain } from '../dist/index.js';
import { databases } from './databases.js';
import { makePolicy } from './helpers.js';

for (const { name, skip, open } of databases) {
  describe(`approvals in ${name}`, { skip }, () => {
    const person = (id) => ({ id, name: id.toUpperCase() });

    it('does not count one’s own approval once the rule is there, and no decision twice at once', async () => {
      const database = await open();
      await migrate(database);
      const drafts = new Drafts(database);
      const { approvals } = drafts;
      const { digest } = await drafts.create('small', makePolicy(), person('w'));
      const entry = { policy: 'small', revision: 1, digest, version: '1.0', fourEyes: false };
      assert.equal(await approvals.request({ ...entry, revision: 2 }, person('w')), 'moved');
      await approvals.request(entry, person('w'));
      const yes = { act: 'approved', fourEyes: false };
      assert.equal(await approvals.decide('small', digest, yes, person('w')), 'decided');
      assert.equal(await approvals.covers('small', digest), false);
      const edit = { kind: 'insert', list: 'contacts', after: null, value: { id: 'c' } };
      const answers = await Promise.all([
        drafts.save('small', [edit], person('w')),
        ...Array.from({ length: 8 }, (_, n) =>
          approvals.decide('small', digest, yes, person(`a${n}`)),
        ),
      ]);
      assert.ok(answers.slice(1).every((each) => each === 'decided' || each === 'moved'));
      assert.equal(await approvals.covers('small', digest), false);
      assert.equal(await approvals.state('small'), 'none');
      await assert.rejects(
        database.query('delete from policy_receiver.approvals'),
        /append-only|permission denied/,
      );
      await database.close();
    });

    it('stays, without a name, when people are erased or were kept long enough', async () => {
      const database = await open();
      await migrate(database);
      const drafts = new Drafts(database);
      const { digest } = await drafts.create('small', makePolicy(), person('wim'));
      const entry = { policy: 'small', revision: 1, digest, version: '1.0', fourEyes: true };
      await drafts.approvals.request(entry, person('wim'));
      const yes = { act: 'approved', fourEyes: true, remark: 'Goed.' };
      await drafts.approvals.decide('small', digest, yes, person('ann'));
      // They may have what is kept of them.
      const own = await exportPerson(database, 'wim');
      assert.deepEqual(
        [own.drafts.map(({ kind }) => kind), own.approvals.map(({ act }) => act)],
        [['created'], ['requested']],
      );
      assert.equal((await exportPerson(database, 'ann')).approvals[0].remark, 'Goed.');
      await retain(database, 'P30D');
      await erase(database, 'ann');
      await erase(database, 'wim');
      const log = await drafts.approvals.log('small');
      assert.deepEqual(
        log.map(({ act, person: who, remark }) => [act, who, remark]),
        [
          ['requested', undefined, undefined],
          ['approved', undefined, 'Goed.'],
        ],
      );
      assert.equal(await drafts.approvals.covers('small', digest), true);
      const { draft, updatedBy } = await drafts.read('small');
      assert.deepEqual([draft.id, updatedBy], ['small', undefined]);
      const [{ author }] = await drafts.revisions('small');
      assert.equal(author, null);
      assert.equal((await drafts.revision('small', 1)).id, 'small');
      // Who is gone is nobody of today, and others write on.
      const edit = { kind: 'insert', list: 'contacts', after: null, value: { id: 'c' } };
      assert.equal((await drafts.save('small', [edit], person('wim'))).state, 'saved');
      await database.close();
    });
  });
}
