import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  dueReminders,
  erase,
  importPeople,
  migrate,
  reminderCsv,
  reminderMail,
  sendReminders,
  Publications,
} from '../dist/index.js';
import { makeFolder, makePolicy, makeRecord } from './helpers.js';
import { databases } from './databases.js';
import { startMail, textOf } from './support/mail-server.js';
import { fill } from './template.js';

const person = (id, name, language, email = `${id}@huis.example`) => ({
  ...{ id, name, language, email, audience: [] },
});
const staff = [
  person('nora', 'Nora', 'nl'),
  person('lucie', 'Lucie', 'fr-be'),
  person('ed', 'Ed', 'en'),
  person('zoe', 'Zoë zonder', 'nl', null),
];
const policy = (changes) =>
  makePolicy({
    languages: ['nl', 'fr', 'en'],
    title: { nl: 'Beleid', fr: 'Charte', en: 'Policy' },
    contacts: [{ id: 'hr', name: 'Els', role: 'HR', email: 'els@huis.example' }],
    ...changes,
  });

const answer = (code, message) => Object.assign(new Error(message), { responseCode: code });

async function prepare(t, open, rules, people = staff) {
  const database = await open();
  const mail = await startMail(rules);
  t.after(async () => {
    await mail.close();
    await database.close();
  });
  await migrate(database);
  await importPeople(database, people);
  await new Publications(database, true).publish(policy());
  const find = () =>
    dueReminders(database, new Publications(database, true), 'small', 'https://x.example/policy');
  const options = { smtpUrl: mail.smtpUrl, from: 'hr@huis.example', pause: 0 };
  const send = async (more) => sendReminders(database, await find(), { ...options, ...more });
  return { database, mail, find, send };
}

const statesOf = ({ people }) =>
  Object.fromEntries(people.map(({ name, reminder }) => [name, reminder]));

for (const place of databases) {
  describe(`reminders, in ${place.name}`, { skip: place.skip }, () => {
    const setUp = (t, rules, people) => prepare(t, place.open, rules, people);

    it('go to everybody in their language, with the link, and once only', async (t) => {
      const { mail, find, send } = await setUp(t);
      assert.deepEqual(await send(), { sent: 3, refused: 0, later: 0 });
      const texts = Object.fromEntries(mail.mails.map((each) => [each.to[0], textOf(each)]));
      assert.match(texts['nora@huis.example'], /“Beleid” nog niet bevestigd/);
      assert.match(texts['lucie@huis.example'], /«\u202fCharte\u202f»[^]*page\u00a0:/);
      assert.match(texts['ed@huis.example'], /not confirmed “Policy”/);
      for (const text of Object.values(texts)) {
        assert.match(text, /https:\/\/x\.example\/policy#small\/acknowledgement/);
        assert.match(text, /Els \(els@huis\.example\)/);
      }
      assert.deepEqual(statesOf(await find()), {
        ...{ Ed: 'sent', Lucie: 'sent', Nora: 'sent', 'Zoë zonder': 'no-address' },
      });
      assert.deepEqual(await send(), { sent: 0, refused: 0, later: 0 });
      assert.equal(mail.mails.length, 3);
    });

    it('go once, also when two runs have the same list', async (t) => {
      const { database, mail, find } = await setUp(t);
      const list = await find();
      const options = { smtpUrl: mail.smtpUrl, from: 'hr@huis.example', pause: 0 };
      const runs = [1, 2].map(() => sendReminders(database, list, options));
      await Promise.all(runs);
      assert.equal(mail.mails.length, 3);
    });

    it('are not sent again after a crash while sending', async (t) => {
      const { database, mail, find, send } = await setUp(t, {}, [staff[0]]);
      await database.query(
        `insert into policy_receiver.reminders (subject, policy, major, reason, state)
       select subject, 'small', 1, 'outstanding', 'sending' from policy_receiver.persons`,
      );
      assert.deepEqual(await send(), { sent: 0, refused: 0, later: 0 });
      assert.deepEqual(statesOf(await find()), { Nora: 'sending' });
      assert.equal(mail.mails.length, 0);
    });

    it('go on after an address that is refused, for good or for now', async (t) => {
      const { find, send, mail } = await setUp(t, {
        onRcptTo: (to) =>
          to.startsWith('ed')
            ? answer(550, 'no such')
            : to.startsWith('lucie') && answer(450, 'soon'),
      });
      assert.deepEqual(await send(), { sent: 1, refused: 1, later: 1 });
      const { Ed, Lucie } = statesOf(await find());
      assert.deepEqual([Ed, Lucie], ['refused', 'due']);
      delete mail.rules.onRcptTo;
      assert.deepEqual(await send(), { sent: 1, refused: 0, later: 0 });
    });

    it('go on after one that is refused at its end, and stop after five in a row', async (t) => {
      const crowd = Array.from({ length: 9 }, (_, n) => person(`p${n}`, `Person ${n}`, 'nl'));
      let count = 0;
      const rules = { onData: () => (++count === 2 ? answer(550, 'no such mailbox') : undefined) };
      const { database, find, send, mail } = await setUp(t, rules, crowd);
      assert.deepEqual(await send(), { sent: 8, refused: 1, later: 0 });
      assert.deepEqual(await send(), { sent: 0, refused: 0, later: 0 });
      // HR corrects the address: that is another try.
      const refused = (await find()).people.find(({ reminder }) => reminder === 'refused');
      const email = 'corrected@huis.example';
      await importPeople(database, [
        { id: refused.name.replace('Person ', 'p'), name: refused.name, email },
      ]);
      assert.deepEqual(await send(), { sent: 1, refused: 0, later: 0 });
      assert.equal(mail.mails.at(-1).to[0], email);

      await new Publications(database, true).publish(policy({ version: '2.0' }));
      count = 0;
      mail.rules.onData = () => (++count > 1 ? answer(552, 'disk is full') : undefined);
      const { stopped, ...first } = await send();
      assert.deepEqual(first, { sent: 1, refused: 0, later: 8 });
      assert.match(stopped, /disk is full/);
      delete mail.rules.onData;
      assert.deepEqual(await send(), { sent: 8, refused: 0, later: 0 });
    });

    it('whose run died are settled, and not waited for', async (t) => {
      const { database, find, send } = await setUp(t, {}, [staff[0]]);
      await database.query(
        `insert into policy_receiver.reminders (subject, policy, major, reason, state, at)
         select subject, 'small', 1, 'outstanding', 'sending', now() - interval '1 hour'
         from policy_receiver.persons`,
      );
      await database.query(
        `insert into policy_receiver.persons (person_id, name, email, listed_at)
         values ('new', 'New', 'new@huis.example', now())`,
      );
      assert.deepEqual(await send(), { sent: 1, refused: 0, later: 0 });
      assert.equal(statesOf(await find()).Nora, 'failed');
    });

    it('touch nothing when there is no mail server', async (t) => {
      const { find, send, mail } = await setUp(t);
      await assert.rejects(
        send({ smtpUrl: 'smtp://127.0.0.1:9' }),
        /cannot be used, nothing was sent/,
      );
      assert.equal(statesOf(await find()).Nora, 'due');
      assert.equal(mail.mails.length, 0);
    });

    it('go again for a confirmation that expired, and are erased with the person', async (t) => {
      const { database, find, send, mail } = await setUp(t, {}, [staff[0]]);
      const { acknowledgement } = policy();
      await new Publications(database, true).publish(
        policy({ version: '1.1', acknowledgement: { ...acknowledgement, validFor: 'P1Y' } }),
      );
      await send();
      const record = makeRecord({ policy: 'small', version: '1.0' });
      await database.query(
        `insert into policy_receiver.acknowledgements (id, subject, policy, record, recorded_at)
       select $1, subject, 'small', $2::jsonb, clock_timestamp() - interval '2 years'
       from policy_receiver.persons`,
        [record.id, JSON.stringify(record)],
      );
      assert.equal((await find()).people[0].reason, 'expired');
      assert.equal((await send()).sent, 1);
      assert.match(textOf(mail.mails[1]), /is niet meer geldig/);
      assert.equal((await send()).sent, 0);
      assert.equal((await erase(database, 'nora')).reminders, 2);
      assert.deepEqual((await find()).people, []);
    });

    it('have no header but ours, whatever the name or address', async (t) => {
      const { database, mail, find, send } = await setUp(t, {}, [staff[0], staff[2]]);
      await database.query(
        `update policy_receiver.persons set
         name = case person_id when 'nora' then $1 else name end,
         email = case person_id when 'ed' then $2 else email end`,
        ['Nora\r\nBcc: spy@x.example\r\n\r\nHi', 'ed@huis.example\r\nBcc: spy@x.example'],
      );
      assert.equal((await send()).sent, 1);
      assert.deepEqual(mail.mails[0].to, ['nora@huis.example']);
      assert.doesNotMatch(mail.mails[0].raw.split('\r\n\r\n')[0], /^bcc/im);
      const [ed] = (await find()).people.filter(({ name }) => name === 'Ed');
      assert.equal(ed.reminder, 'no-address');
      const sly = { ...(await find()).policy, title: 'A\r\nBcc: spy@x.example' };
      assert.doesNotMatch(reminderMail({ ...(await find()), policy: sly }, ed).subject, /[\r\n]/);
    });

    it('are listed without formulas', async (t) => {
      const { find } = await setUp(t, {}, [person('x', '=HYPERLINK("x")', 'nl')]);
      assert.match(reminderCsv(await find()), /"'=HYPERLINK/);
    });
  });
}

describe('policy-server remind', () => {
  const cli = fileURLToPath(new URL('../bin/policy-server.js', import.meta.url));
  let mail;
  before(async () => (mail = await startMail()));
  after(() => mail.close());

  it('lists, sends when told to, and says what is missing', async (t) => {
    const folder = await makeFolder(t);
    const [file, list, out] = ['p.json', 'l.csv', 'o.csv'].map((name) => join(folder, name));
    await writeFile(file, JSON.stringify(policy()));
    await writeFile(list, 'id;name;e-mail;language\nnora;Nora;nora@huis.example;nl\n');
    await fill(join(folder, 'data'));
    const call = (args, env = {}) =>
      promisify(execFile)(process.execPath, [cli, ...args, '--data', join(folder, 'data')], {
        env: { ...process.env, ...env },
      });
    await call(['publish', file]);
    await call(['people', 'import', list]);
    const remind = ['remind', '--policy', 'small', '--base-url', 'https://x.example/'];
    assert.match((await call(remind)).stdout, /Nora,nora@huis\.example,nl,outstanding,.*,due/);
    assert.equal(mail.mails.length, 0);

    const env = { SMTP_URL: mail.smtpUrl, MAIL_FROM: 'hr@huis.example' };
    const { stderr } = await call([...remind, '--send', '--out', out], env);
    assert.match(stderr, /1 sent, 0 refused, 0 left/);
    assert.match(await readFile(out, 'utf8'), /,sent/);
    assert.equal(mail.mails.length, 1);

    const refused = async (args, message, code, more) =>
      assert.rejects(call(args, more), (error) => {
        assert.match(error.stderr, message);
        assert.equal(error.code, code);
        return true;
      });
    await refused([...remind, '--send'], /needs SMTP_URL and MAIL_FROM/, 2);
    await refused([...remind, '--send'], /SMTP_URL must be/, 2, { SMTP_URL: 'mail.example' });
    await refused(['remind', '--policy', 'none'], /Nobody is asked to answer "none"/, 1);
  });
});
