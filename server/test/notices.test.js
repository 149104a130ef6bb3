import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { erase, exportPerson, importPeople, readGrant, retain, rolesFrom } from '../dist/index.js';
import { databases } from './databases.js';
import { makePolicy } from './helpers.js';
import { monday, office, people } from './office.js';
import { startMail, textOf } from './support/mail-server.js';

const studioUrl = 'https://huis.example/studio/';
const person = (id, name, language, email = `${id}@huis.example`) => ({
  ...{ id, name, language, email, audience: [] },
});
const staff = [
  person('writer', 'Wim', 'nl'),
  person('approver', 'Aïcha', 'fr'),
  person('publisher', 'Piet', 'nl'),
  person('nobody', 'Noor', 'nl'),
];

/** A desk with a mail server; `mailed` tells what arrived since it was asked last. */
async function desk(t, { open, rules, mail = {}, ...more } = {}) {
  const post = await startMail(rules);
  const { smtpUrl } = post;
  const options = { smtpUrl, from: 'desk@huis.example', reviewDays: [30, 0], studioUrl, ...mail };
  const o = await office({ ...(open && { open }), fourEyes: true, mail: options, ...more });
  await o.database.exec('reset role');
  await importPeople(o.database, staff);
  t.after(async () => {
    await o.stop();
    await post.close();
  });
  const mailed = async () => {
    await o.server.runJobs();
    return post.mails.splice(0).map((each) => ({
      to: each.to.join(),
      head: each.raw.split('\r\n\r\n')[0],
      text: textOf(each),
    }));
  };
  const ask = async (version, who = 'writer') =>
    o.as(who, 'POST', '/approvals/request', await o.release(version, { date: '2030-03-04' }));
  const decide = (digest, decision, remark) =>
    o.as('approver', 'POST', '/approvals/decision', {
      digest,
      decision,
      ...(remark && { remark }),
    });
  return { ...o, o, post, mailed, ask, decide };
}

for (const { name, skip, open } of databases) {
  describe(`mails about a text, in ${name}`, { skip }, () => {
    it('go to who may approve, then to who asked, once each, in their language', async (t) => {
      const { o, mailed, ask, decide } = await desk(t, { open });
      assert.deepEqual(await mailed(), []);
      await o.write('Omdat.');
      const asked = (await ask('1.1')).json;
      const [first, ...rest] = await mailed();
      assert.deepEqual(rest, []);
      assert.equal(first.to, 'approver@huis.example');
      assert.match(first.text, /^Bonjour Aïcha,/);
      assert.match(first.text, /version 1\.1 de «\u202fCharte\u202f»/);
      assert.ok(first.text.includes(`${studioUrl}p/small/publish`));
      assert.match(first.head, /^Auto-Submitted: auto-generated/im);
      // Nobody is named, and nothing of the text goes along.
      assert.doesNotMatch(first.text, /Wim|Omdat/);
      await o.restart();
      assert.deepEqual(await mailed(), []);
      await decide(asked.digest, 'rejected', 'Zeg het korter.\nEn vriendelijker.');
      const [back, ...none] = await mailed();
      assert.deepEqual([back.to, none], ['writer@huis.example', []]);
      assert.match(
        back.text,
        /teruggestuurd, om deze reden:\r?\n\r?\nZeg het korter\.\r?\nEn vriendelijker\./,
      );
      await o.write('Kort.');
      await ask('1.1');
      const next = (await o.draft()).digest;
      await decide(next, 'approved');
      // Who would have had to look need not any more.
      assert.deepEqual(
        (await mailed()).map(({ to, text }) => [to, /is goedgekeurd/.test(text)]),
        [['writer@huis.example', true]],
      );
      const { rows } = await o.database.query('select kind, state from policy_receiver.notices');
      assert.deepEqual(
        rows.map(({ kind, state }) => `${kind} ${state}`),
        ['approval-asked sent', 'rejected sent', 'approved sent'],
      );
      // What was mailed goes with the person, and with time.
      await erase(o.database, 'writer');
      const left = await o.database.query('select kind from policy_receiver.notices');
      assert.deepEqual(left.rows, [{ kind: 'approval-asked' }]);
      const { reminders } = await retain(o.database, 'P30D');
      assert.equal(reminders, 0);
    });

    it('tell who planned a version why it is not published', async (t) => {
      const { o, mailed } = await desk(t, { open, fourEyes: false });
      await o.write('Eerst.');
      await o.plan('1.1');
      // Another time is no failure.
      await o.plan('1.1', { at: '2030-03-05T09:00:00+01:00' });
      assert.deepEqual(await mailed(), []);
      await o.write('Anders.');
      const [mail, ...rest] = await mailed();
      assert.deepEqual([mail.to, rest], ['publisher@huis.example', []]);
      assert.match(mail.text, /5 maart 2030 om 09:00 \(Europe\/Brussels\)/);
      assert.match(mail.text, /gewijzigd nadat het tijdstip gekozen was/);
      await o.at('2030-03-05T09:00:00+01:00');
      assert.deepEqual(await mailed(), []);
    });

    it('tell that who planned a version may not publish any more, also to who may', async (t) => {
      const roles = (text) => rolesFrom(text.map(readGrant));
      let rolesNow = roles(['write=writer', 'publish=publisher']);
      const rolesOf = (person) => rolesNow(person);
      const { o, mailed } = await desk(t, { open, fourEyes: false, rolesOf });
      await o.write('Eerst.');
      await o.plan('1.1', { fallback: ['fr'] });
      rolesNow = roles(['write=writer', 'publish=nobody']);
      await o.at(monday);
      assert.equal(await o.current(), '1.0');
      const { state, reason } = await o.schedule();
      assert.deepEqual([state, reason], ['stopped', 'not-allowed']);
      const all = await mailed();
      const to = all.map((mail) => mail.to).sort();
      assert.deepEqual(to, ['nobody@huis.example', 'publisher@huis.example']);
      assert.match(all[0].text, /mag niet meer publiceren/);
    });

    it('wait for a mail server that is down, and leave an address alone that is refused', async (t) => {
      const fault = (code) => Object.assign(new Error('no'), { responseCode: code });
      const rules = { onRcptTo: () => fault(451) };
      const { o, post, mailed, ask } = await desk(t, { open, rules });
      await o.write('Omdat.');
      await ask('1.1');
      assert.deepEqual(await mailed(), []);
      const notices = async () =>
        (await o.database.query('select state, answer from policy_receiver.notices')).rows;
      assert.deepEqual(await notices(), []);
      // A server that starts anew does not wait any longer.
      rules.onRcptTo = undefined;
      await o.restart();
      assert.equal((await mailed()).length, 1);
      rules.onRcptTo = () => fault(550);
      await o.write('Nog.');
      await ask('1.1');
      await mailed();
      assert.deepEqual((await notices()).at(-1), { state: 'refused', answer: 550 });
      rules.onRcptTo = undefined;
      assert.deepEqual(await mailed(), []);
      assert.deepEqual(post.mails, []);
    });
  });
}

describe('mails about a text', () => {
  it('go to a mailbox where approvers are a group, and nowhere without a mail server', async (t) => {
    const mail = { approversMail: 'goedkeuring@huis.example', studioUrl: undefined };
    const { o, mailed, ask } = await desk(t, { mail });
    await o.write('Omdat.');
    await ask('1.1', 'publisher');
    const mails = await mailed();
    assert.deepEqual(mails.map(({ to }) => to).sort(), [
      'approver@huis.example',
      'goedkeuring@huis.example',
    ]);
    const box = mails.find(({ to }) => to.startsWith('goedkeuring'));
    assert.match(box.text, /^Dag,/);
    assert.doesNotMatch(box.text, /http/);
    const silent = await office({ fourEyes: true });
    t.after(() => silent.stop());
    await silent.database.exec('reset role');
    await importPeople(silent.database, staff);
    await silent.write('Omdat.');
    const release = await silent.release('1.1', { date: '2030-03-04' });
    await silent.as('writer', 'POST', '/approvals/request', release);
    await silent.server.runJobs();
    const { rows } = await silent.database.query('select * from policy_receiver.notices');
    assert.deepEqual(rows, []);
  });

  it('go to members of a group who came to the studio, and the page says to whom', async (t) => {
    const grants = ['write=writer', 'approve=@board', 'publish=publisher'];
    const groups = { approver: ['board', 'choir'] };
    const own = {
      rolesOf: rolesFrom(grants.map(readGrant)),
      identify: (request) => {
        const who = people[request.headers['x-who']];
        return who && { ...who, groups: groups[who.id] ?? [] };
      },
    };
    const { o, mailed, ask } = await desk(t, own);
    const hello = (who) =>
      fetch(`${o.address}/api/studio/me`, { headers: { 'x-who': who } }).then((r) => r.json());
    const told = async () => (await o.as('writer', 'GET', '/approvals')).json.told;
    await o.write('Omdat.');
    assert.equal(await told(), undefined);
    await ask('1.1');
    // Nobody of the group was ever here: nobody is mailed, and the page says whom to tell.
    assert.deepEqual(await told(), { mailed: [], others: ['@board'] });
    assert.deepEqual(await mailed(), []);
    await hello('approver');
    assert.deepEqual(await told(), { mailed: ['Aïcha'], others: ['@board'] });
    assert.deepEqual(
      (await mailed()).map(({ to }) => to),
      ['approver@huis.example'],
    );
    const kept = async () => (await exportPerson(o.database, 'approver')).studioGroups;
    // Of the groups of somebody, only those are kept that have a role here.
    assert.deepEqual(await kept(), ['board']);
    groups.approver = ['choir'];
    await hello('approver');
    assert.deepEqual(await kept(), []);
    await o.write('Nog eens.');
    await ask('1.1');
    assert.deepEqual(await mailed(), []);
    groups.approver = ['board'];
    await hello('approver');
    await erase(o.database, 'approver');
    const { rows } = await o.database.query('select * from policy_receiver.studio_groups');
    assert.deepEqual(rows, []);
  });

  it('tell the owner thirty days before the review date, and on the day, once each', async (t) => {
    const { o, mailed } = await desk(t);
    const contacts = [
      { id: 'hr', name: 'Els', role: 'HR', email: 'els@huis.example', languages: ['fr', 'nl'] },
    ];
    const reviewed = (version, reviewBy, more) =>
      makePolicy({ version, contacts, owner: 'hr', reviewBy, ...more });
    await o.publications.publish(reviewed('2.0', '2030-06-15'));
    const on = async (day) => {
      o.clock.now = new Date(`${day}T08:00:00+01:00`);
      return (await mailed()).map(({ to, text }) => [to, /15 juin 2030/.test(text)]);
    };
    const els = [['els@huis.example', true]];
    assert.deepEqual(await on('2030-05-15'), []);
    assert.deepEqual(await on('2030-05-16'), els);
    assert.deepEqual(await on('2030-05-17'), []);
    await o.restart();
    assert.deepEqual(await on('2030-06-14'), []);
    assert.deepEqual(await on('2030-06-15'), els);
    assert.deepEqual(await on('2030-06-16'), []);
    // A date that moved is another one; late is told once; long ago, or by nobody, is not told.
    await o.publications.publish(reviewed('2.1', '2030-06-10'));
    assert.equal((await on('2030-06-17')).length, 1);
    await o.publications.publish(reviewed('2.2', '2030-01-10'));
    assert.deepEqual(await on('2030-06-18'), []);
    await o.publications.publish(reviewed('2.3', '2030-06-20', { owner: undefined }));
    assert.deepEqual(await on('2030-06-19'), []);
    await o.publications.publish(reviewed('2.4', '2030-06-21', { status: 'withdrawn' }));
    assert.deepEqual(await on('2030-06-20'), []);
    assert.equal(new Date(monday) < o.clock.now, true);
  });

  it('are as many days before as is set, or none', async (t) => {
    const { o, mailed } = await desk(t, { mail: { reviewDays: [] } });
    const contacts = [{ id: 'hr', name: 'Els', role: 'HR', email: 'els@huis.example' }];
    const policy = makePolicy({ version: '2.0', contacts, owner: 'hr', reviewBy: '2030-03-01' });
    await o.publications.publish(policy);
    assert.deepEqual(await mailed(), []);
  });
});
