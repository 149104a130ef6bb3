import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  createPolicyServer,
  Drafts,
  erase,
  exportPerson,
  Publications,
  readGrant,
  rolesFrom,
  Store,
} from '../dist/index.js';
import { databases } from './databases.js';
import { makePolicy } from './helpers.js';
import { monday, office, people, timeZone } from './office.js';

describe('a version that is published at a time', () => {
  let o;
  before(async () => (o = await office()));
  after(() => o?.stop());

  it('comes out then and not before, dated on that day, once', async () => {
    await o.write('Daarom dus.');
    const planned = await o.plan('2.0', { fallback: ['fr'] });
    assert.equal(planned.status, 200, planned.json.detail);
    assert.equal(planned.json.scheduled, new Date(monday).toISOString());
    const { state, version, person, timeZone: zone } = await o.schedule();
    assert.deepEqual([state, version, person, zone], ['waiting', '2.0', 'Piet', timeZone]);
    await o.at('2030-03-04T08:59:59+01:00');
    assert.equal(await o.current(), '1.0');
    await o.at(monday);
    assert.equal(await o.current(), '2.0');
    const text = await o.publications.source('small', '2.0');
    assert.equal(text.history[0].date, '2030-03-04');
    // It says something new: from that day.
    assert.equal(text.effective, '2030-03-04');
    assert.equal(text.status, 'published');
    assert.equal(planned.json.digest, (await o.publications.versions('small'))[0].digest);
    assert.equal(await o.schedule(), null);
    await o.at('2030-03-05T09:00:00+01:00');
    const log = await o.log();
    assert.deepEqual(
      log.map(({ act, person: who, remark }) => [act, who, remark]),
      [
        ['scheduled', 'Piet', `2030-03-04 09:00 ${timeZone}`],
        ['published', 'Piet', undefined],
      ],
    );
    const { base, policy } = await o.draft();
    assert.deepEqual([base.version, policy.version], ['2.0', '2.0']);
    const record = (await o.as('writer', 'GET', '/versions/2.0/approvals')).json;
    assert.equal(record.log.length, 2);
  });

  it('has the day of its time zone, and holds from when its author wrote', async () => {
    await o.write('Middernacht.');
    const night = '2030-03-31T22:30:00Z';
    await o.plan('2.1', { at: night, fallback: ['fr'] });
    await o.at(night);
    const text = await o.publications.source('small', '2.1');
    assert.equal(text.history[0].date, '2030-04-01');
    // A correction holds from when the text did.
    assert.equal(text.effective, '2030-03-04');
    await o.write('Later.');
    await o.plan('3.0', { at: '2030-04-02T10:00:00Z', effective: '2030-05-01', fallback: ['fr'] });
    await o.at('2030-04-02T10:00:00Z');
    assert.equal((await o.publications.source('small', '3.0')).effective, '2030-05-01');
  });

  it('is planned again and called off by who publishes, and by nobody else', async () => {
    await o.write('Nog eens.');
    const times = ['2030-06-03T07:00:00Z', '2030-06-04T07:00:00Z'];
    for (const who of ['writer', 'approver', 'nobody']) {
      assert.equal((await o.plan('3.1', { at: times[0] }, who)).status, 403, who);
    }
    assert.equal((await o.as('stranger', 'GET', '/schedule')).status, 401);
    assert.equal((await o.as('nobody', 'GET', '/schedule')).status, 403);
    for (const wrong of [
      { at: '2030-04-01T00:00:00Z' },
      { at: '2032-04-01T00:00:00Z' },
      { at: 'morgen' },
      { at: times[0], timeZone: 'Europe/Brussel' },
      { at: times[0], timeZone: '+01:00:99' },
      { at: times[0], date: '2030-01-01' },
      { at: times[0], version: '3' },
    ]) {
      const { status } = await o.plan('3.1', wrong);
      assert.equal(status, 400, JSON.stringify(wrong));
    }
    assert.equal((await o.plan('3.0', { at: times[0] })).json.error, 'not-publishable');
    assert.equal(await o.schedule(), null);
    await o.plan('4.0', { at: times[0], fallback: ['fr'] });
    assert.equal((await o.draft()).policy.effective, '2030-06-03');
    // Another day: it holds from then, where nobody wrote another date.
    await o.plan('4.0', { at: times[1], fallback: ['fr'] });
    assert.equal((await o.draft()).policy.effective, '2030-06-04');
    assert.equal((await o.schedule()).publishAt, new Date(times[1]).toISOString());
    await o.at(times[0]);
    assert.equal(await o.current(), '3.0');
    for (const who of ['writer', 'approver', 'nobody']) {
      assert.equal((await o.as(who, 'DELETE', '/schedule')).status, 403, who);
    }
    assert.equal((await o.as('publisher', 'DELETE', '/schedule')).json.schedule, null);
    assert.equal((await o.as('publisher', 'DELETE', '/schedule')).json.error, 'not-scheduled');
    await o.at('2030-06-05T07:00:00Z');
    assert.equal(await o.current(), '3.0');
    const acts = (await o.log()).slice(-3).map(({ act }) => act);
    assert.deepEqual(acts, ['scheduled', 'scheduled', 'unscheduled']);
  });

  it('does not come out when the text was changed meanwhile, and says so until something does', async () => {
    await o.plan('3.1', { at: '2030-07-01T07:00:00Z' });
    await o.write('Toch anders.');
    const { state, reason } = await o.schedule();
    assert.deepEqual([state, reason], ['stopped', 'draft-changed']);
    await o.at('2030-07-02T07:00:00Z');
    assert.equal(await o.current(), '3.0');
    assert.equal((await o.draft()).scheduled, undefined);
    // It says so until another version is out.
    const now = await o.release('3.1', { date: '2030-07-02' });
    assert.equal((await o.as('publisher', 'POST', '/publish', now)).status, 200);
    assert.equal(await o.schedule(), null);
  });

  it('is taken up where a version is published by hand first, and asks about languages anew', async () => {
    await o.write('Met de hand.');
    const { json } = await o.plan('3.2', { at: '2030-08-01T07:00:00Z' });
    const same = {
      digest: json.digest,
      version: '3.2',
      date: '2030-08-01',
      summary: { nl: 'Anders.' },
    };
    assert.equal((await o.as('publisher', 'POST', '/publish', same)).status, 200);
    assert.equal(await o.schedule(), null);
    // Another server published a newer one meanwhile.
    await o.write('Te laat.');
    await o.plan('3.3', { at: '2030-08-02T07:00:00Z' });
    await o.publications.publish(makePolicy({ version: '4.0' }));
    await o.at('2030-08-02T07:00:00Z');
    assert.equal((await o.schedule()).reason, 'older-version');
    assert.equal(await o.current(), '4.0');
    // A MINOR became a MAJOR by what was published: nobody chose what becomes of French.
    assert.equal(
      (await o.plan('5.0', { at: '2030-08-03T07:00:00Z' })).json.error,
      'languages-behind',
    );
  });
});

describe('a time that is chosen, and somebody else approves', () => {
  let o;
  before(async () => (o = await office({ fourEyes: true })));
  after(() => o?.stop());
  const date = '2030-03-04';
  const ask = async (version) =>
    o.as(
      'writer',
      'POST',
      '/approvals/request',
      await o.release(version, { date, fallback: ['fr'] }),
    );
  const decide = (digest, decision, remark) =>
    o.as('approver', 'POST', '/approvals/decision', {
      digest,
      decision,
      ...(remark && { remark }),
    });

  it('waits for approval of the text with that date', async () => {
    await o.write('Eerst.');
    assert.equal((await o.plan('1.1')).json.error, 'not-approved');
    const asked = (await ask('1.1')).json;
    assert.equal((await o.plan('1.1')).json.error, 'not-approved');
    await decide(asked.digest, 'approved');
    // Another day is another text.
    const later = await o.plan('1.1', { at: '2030-03-05T09:00:00+01:00' });
    assert.equal(later.json.error, 'not-approved');
    const planned = await o.plan('1.1');
    assert.equal(planned.status, 200, planned.json.detail);
    assert.deepEqual([planned.json.digest, planned.json.approval], [asked.digest, 'approved']);
    await o.at(monday);
    assert.equal(await o.current(), '1.1');
  });

  it('keeps what was chosen about languages when everybody is asked again', async () => {
    await o.at('2030-03-05T10:00:00+01:00');
    await o.write('Iets nieuws.');
    const body = { date: '2030-03-06', effective: '2030-03-06', fallback: ['fr'] };
    const asked = await o.as('writer', 'POST', '/approvals/request', await o.release('2.0', body));
    await decide(asked.json.digest, 'approved');
    const planned = await o.plan('2.0', { at: '2030-03-06T09:00:00+01:00' });
    assert.equal(planned.status, 200, planned.json.detail);
    assert.equal(planned.json.digest, asked.json.digest);
    await o.at('2030-03-06T09:00:00+01:00');
    assert.equal(await o.current(), '2.0');
  });

  it('ends when the text is sent back', async () => {
    await o.at('2030-03-01T10:00:00+01:00');
    await o.write('Tweede.');
    const asked = (await ask('2.1')).json;
    await decide(asked.digest, 'approved');
    await o.plan('2.1');
    await decide(asked.digest, 'rejected', 'Toch niet.');
    const { state, reason } = await o.schedule();
    assert.deepEqual([state, reason], ['stopped', 'not-approved']);
    await o.at(monday);
    assert.equal(await o.current(), '2.0');
  });

  it('is not published where the rule came later than the plan', async () => {
    const loose = await office({ fourEyes: false });
    await loose.write('Los.');
    await loose.plan('1.1');
    await loose.server.close();
    const strict = createPolicyServer({
      ...{
        store: new Store(loose.database),
        publications: loose.publications,
        drafts: loose.drafts,
      },
      ...{ fourEyes: true, now: () => new Date(monday), identify: () => undefined },
    });
    await strict.listen();
    await strict.runJobs();
    await strict.close();
    assert.equal((await loose.drafts.schedules.read('small')).reason, 'not-approved');
    assert.equal(await loose.current(), '1.0');
    await loose.database.close();
  });
});

for (const { name, skip, open } of databases) {
  describe(`planned versions in ${name}`, { skip }, () => {
    it('come out after a restart, and after a kill at any step, once and whole', async () => {
      const o = await office({ open });
      await o.write('Na de herstart.');
      await o.plan('1.1', { without: ['fr'] });
      await o.restart();
      // The round it begins with would go on with what is taken on here.
      await o.server.runJobs();
      // Killed after it was taken on; what is written meanwhile is for the next version.
      const [due] = await o.drafts.schedules.due(new Date(monday));
      assert.equal(await o.drafts.transaction((tx) => o.drafts.schedules.claim(tx, due.id)), true);
      await o.write('Voor later.');
      assert.equal((await o.as('publisher', 'DELETE', '/schedule')).json.error, 'not-scheduled');
      assert.equal((await o.plan('1.3', { fallback: ['fr'] })).json.error, 'not-publishable');
      await o.restart();
      await o.at(monday);
      assert.equal(await o.current(), '1.1');
      const text = await o.publications.source('small', '1.1');
      assert.deepEqual([text.sections[0].body.nl, text.languages], ['Na de herstart.', ['nl']]);
      const draft = await o.draft();
      assert.equal(draft.policy.sections[0].body.nl, 'Voor later.');
      assert.deepEqual(draft.policy.languages, ['nl', 'fr']);
      assert.equal(draft.base.version, '1.1');
      // Killed after it came out, before anybody wrote that down.
      await o.plan('1.2', { at: '2030-03-05T09:00:00Z', fallback: ['fr'] });
      const [next] = await o.drafts.schedules.due(new Date('2030-03-05T09:00:00Z'));
      await o.drafts.transaction((tx) => o.drafts.schedules.claim(tx, next.id));
      await o.publications.publish(JSON.parse(next.canonical));
      await o.restart();
      await o.at('2030-03-05T09:00:00Z');
      const acts = (await o.log()).filter(({ act }) => act === 'published');
      assert.deepEqual(
        acts.map(({ version }) => version),
        ['1.1', '1.2'],
      );
      assert.equal((await o.draft()).base.version, '1.2');
      assert.equal(await o.schedule(), null);
      await o.stop();
    });

    it('are published by one of two servers, and an edit comes before or after, never half', async () => {
      const o = await office({ open });
      const outcomes = new Set();
      for (let n = 1; n <= 9; n += 1) {
        await o.write(`Eerst ${n}.`);
        const at = new Date(Date.UTC(2030, 3, n, 9)).toISOString();
        const planned = await o.plan(`1.${n}`, { at, fallback: ['fr'] });
        assert.equal(planned.status, 200, planned.json.detail);
        o.clock.now = new Date(at);
        const other = createPolicyServer({
          ...{ store: new Store(o.database), publications: new Publications(o.database, true) },
          ...{ drafts: new Drafts(o.database), now: () => o.clock.now, identify: () => undefined },
        });
        const work = [
          () => o.server.runJobs(),
          () => other.runJobs(),
          () => o.write(`Later ${n}.`),
        ];
        if (n % 3 === 0) await work[2]();
        const turn = [...work.slice(n % 3), ...work.slice(0, n % 3)];
        await Promise.all(turn.map((each) => each()));
        await o.server.runJobs();
        const isOut = (await o.publications.versions('small')).some(
          ({ version }) => version === `1.${n}`,
        );
        outcomes.add(isOut);
        const { rows } = await o.database.query(
          'select state, reason, canonical from policy_receiver.schedules order by id desc limit 1',
        );
        assert.deepEqual(
          rows[0],
          isOut
            ? { state: 'published', reason: null, canonical: null }
            : { state: 'stopped', reason: 'draft-changed', canonical: null },
        );
        if (isOut) {
          const text = await o.publications.source('small', `1.${n}`);
          assert.equal(text.sections[0].body.nl, `Eerst ${n}.`);
        }
        const { policy, base } = await o.draft();
        assert.equal(policy.sections[0].body.nl, `Later ${n}.`);
        if (isOut) assert.equal(base.version, `1.${n}`);
      }
      assert.ok(outcomes.has(false), 'some were stopped');
      const published = (await o.log()).filter(({ act }) => act === 'published');
      assert.equal(new Set(published.map(({ version }) => version)).size, published.length);
      await o.stop();
    });

    it('come out by whoever may publish by a group, and by nobody who may not any more', async () => {
      const rolesIn = (text) => rolesFrom(text.map(readGrant));
      let rolesNow = rolesIn(['write=writer', 'publish=@editors']);
      const o = await office({
        open,
        rolesOf: (person) => rolesNow(person),
        identify: (request) => {
          const who = people[request.headers['x-who']];
          return who && { ...who, groups: who.id === 'publisher' ? ['editors'] : [] };
        },
      });
      await o.write('Van de groep.');
      assert.equal((await o.plan('1.1', { fallback: ['fr'] })).status, 200);
      await o.restart();
      await o.at(monday);
      assert.equal(await o.current(), '1.1');
      await o.write('Te laat.');
      const at = '2030-03-05T09:00:00Z';
      assert.equal((await o.plan('1.2', { at, fallback: ['fr'] })).status, 200);
      rolesNow = rolesIn(['write=writer', 'write=publisher']);
      await o.at(at);
      assert.equal(await o.current(), '1.1');
      assert.equal((await o.schedule()).reason, 'not-allowed');
      // Having the role again does not bring it back by itself.
      rolesNow = rolesIn(['write=writer', 'publish=@editors']);
      await o.at('2030-03-05T10:00:00Z');
      assert.equal(await o.current(), '1.1');
      await o.stop();
    });

    it('keep their place when who planned them is erased, who may have what is kept', async () => {
      const o = await office({ open });
      await o.write('Van Piet.');
      await o.plan('1.1', { fallback: ['fr'] });
      const own = await exportPerson(o.database, 'publisher');
      assert.deepEqual(
        own.schedules.map(({ policy, version, state }) => [policy, version, state]),
        [['small', '1.1', 'waiting']],
      );
      await o.database.exec('reset role');
      await erase(o.database, 'publisher');
      assert.equal((await o.schedule()).person, undefined);
      await o.at(monday);
      assert.equal(await o.current(), '1.1');
      await o.stop();
    });
  });
}
