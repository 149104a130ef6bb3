import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { importPeople, readPeople } from '../dist/index.js';
import { makeFolder } from './helpers.js';
import { fill, openMigrated } from './template.js';

const read = (text) => readPeople(Buffer.from(text));
const faultsOf = (text) =>
  read(text).faults.map(({ line, column, message }) => `${line} ${column}: ${message}`);

describe('a list of people', () => {
  const nora = {
    id: 'nora.peeters',
    name: 'Peeters, Nora',
    email: 'nora@elzenbrug.example',
    language: 'nl',
    audience: ['employees', 'spokespeople'],
  };
  const cells = [
    'nora.peeters',
    '"Peeters, Nora"',
    'nora@elzenbrug.example',
    'nl',
    'employees spokespeople',
  ];
  for (const [name, separator] of [
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
  ]) {
    it(`is read with ${name} between the cells`, () => {
      const head = ['id', 'name', 'e-mail', 'language', 'audience'].join(separator);
      const { people, faults } = read(`${head}\r\n${cells.join(separator)}\r\n`);
      assert.deepEqual(faults, []);
      assert.deepEqual(people, [nora]);
    });
  }

  it('is read with a byte order mark, in UTF-8 and UTF-16', () => {
    const text = 'Id;Naam\nlucie;Lucie Delvaux-Noël\n';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    for (const bytes of [Buffer.from(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16()]) {
      assert.deepEqual(readPeople(bytes), {
        people: [{ id: 'lucie', name: 'Lucie Delvaux-Noël' }],
        faults: [],
        ignored: [],
      });
    }
  });

  it('may have Dutch or French headings, in any order, and columns that are left alone', () => {
    const { people, ignored } = read(
      'Langue,Nom,Salaire,Matricule,Courriel\nFR-be,Lucie,3000,17,\n',
    );
    assert.deepEqual(people, [{ id: '17', name: 'Lucie', email: null, language: 'fr-be' }]);
    assert.deepEqual(ignored, ['Salaire']);
  });

  it('knows what a column that is not there says from what an empty cell says', () => {
    assert.deepEqual(read('id;name\n1;Ann\n').people, [{ id: '1', name: 'Ann' }]);
    assert.deepEqual(read('id;name;e-mail;audience\n1;Ann\n').people, [
      { id: '1', name: 'Ann', email: null, audience: [] },
    ]);
  });

  const wrong = [
    ['id;name\n;Ann\n', /^2 id: Everybody needs an id/],
    ['id;name\n1;\n', /^2 name: Everybody needs a name/],
    [
      'id;name;Mail\n1;Ann;\n\n2;Bob;bob(at)x.example\n',
      /^4 Mail: "bob\(at\)x\.example" is not a valid e-mail/,
    ],
    ['id;name;mail\n1;Ann;a@b.c\u2028bcc: x\n', /^2 mail: .*invisible character/],
    ['id;name;taal\n1;Ann;Nederlands!\n', /^2 taal: "Nederlands!" is not a language/],
    ['id;name;audience\n1;Ann;Vaste medewerkers\n', /^2 audience: "Vaste" is not a valid audience/],
    ['id;name;note\n1;Ann;"a\nb"\n2;Bob;x;y\n', /^4 : 4 cells under 3 headings/],
    ['id;name\n1;Ann\n2;Bob\n1;Al\n', /^4 id: "1" stands on line 2 as well/],
    ['id;name\n1;Ann\n2;"Bob\n3;Cas\n', /^3 : A quotation mark is opened here/],
    ['id;name\n1;"Ann"x\n', /^2 : Something follows a closing/],
    ['id;name\n1;An"n"\n', /^2 : A quotation mark stands inside/],
    ['nora;Nora Peeters\n', /^1 id: There is no column "id"/],
    ['', /^1 id: There is no column "id"/],
    ['id;name\n', /^2 : There is nobody/],
    ['id;name;naam\n1;A;B\n', /^1 naam: Twice/],
    [`id;name\n1;${'x'.repeat(501)}\n`, /^2 name: Longer than 500/],
  ];
  for (const [text, message] of wrong) {
    it(`is told apart where it is wrong: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.match(faultsOf(text)[0] ?? 'no fault', message);
    });
  }

  it('in another alphabet is refused, with the line and the way out', () => {
    const bytes = Buffer.from('id;name\n1;Ann\n2;Noël\n', 'latin1');
    const { people, faults } = readPeople(bytes);
    assert.deepEqual(people, []);
    assert.equal(faults[0].line, 3);
    assert.match(faults[0].message, /CSV UTF-8/);
  });

  it('tells all that is wrong at once', () => {
    assert.equal(faultsOf('id;name;taal\n;;??\n1;Ann;nl\n1;;nl\n').length, 5);
  });
});

describe('importing', () => {
  let database;
  before(async () => {
    database = await openMigrated();
  });
  after(() => database.close());

  const people = async () =>
    (
      await database.query(
        `select person_id, name, email, language, audience, left_at is not null as gone
         from policy_receiver.persons order by person_id`,
      )
    ).rows;
  const ann = { id: 'ann', name: 'Ann', email: 'ann@x.example', language: 'nl', audience: ['a'] };
  const bob = { id: 'bob', name: 'Bob', email: null, language: 'fr', audience: [] };

  it('adds, and changes nothing the second time', async () => {
    assert.deepEqual(await importPeople(database, [ann, bob]), {
      ...{ added: 2, changed: 0, unchanged: 0, left: 0 },
    });
    assert.deepEqual(await importPeople(database, [ann, bob]), {
      ...{ added: 0, changed: 0, unchanged: 2, left: 0 },
    });
  });

  it('updates what the list says, and leaves what it does not', async () => {
    const outcome = await importPeople(database, [
      { id: 'ann', name: 'Ann Smets', email: null },
      { id: 'cas', name: 'Cas' },
    ]);
    assert.deepEqual(outcome, { added: 1, changed: 1, unchanged: 0, left: 0 });
    assert.deepEqual(await people(), [
      { ...{ person_id: 'ann', name: 'Ann Smets', email: null }, ...rest('nl', ['a']) },
      { ...{ person_id: 'bob', name: 'Bob', email: null }, ...rest('fr', []) },
      { ...{ person_id: 'cas', name: 'Cas', email: null }, ...rest(null, []) },
    ]);
  });

  it('marks as left only when the list is complete, and takes it back', async () => {
    const gone = async () => (await people()).filter((p) => p.gone).map((p) => p.person_id);
    assert.equal((await importPeople(database, [bob], { complete: true, dryRun: true })).left, 2);
    assert.deepEqual(await gone(), []);
    assert.equal((await importPeople(database, [bob], { complete: true })).left, 2);
    assert.deepEqual(await gone(), ['ann', 'cas']);
    assert.equal((await importPeople(database, [{ id: 'ann', name: 'Ann Smets' }])).changed, 1);
    assert.deepEqual(await gone(), ['cas']);
  });

  it('imports nothing where one cannot be', async () => {
    const before = await people();
    const list = [
      { id: 'dan', name: 'Dan' },
      { id: 'eva', name: null },
    ];
    await assert.rejects(importPeople(database, list));
    assert.deepEqual(await people(), before);
  });

  const rest = (language, audience) => ({ language, audience, gone: false });
});

describe('policy-server people import', () => {
  const cli = fileURLToPath(new URL('../bin/policy-server.js', import.meta.url));
  const run = promisify(execFile);

  it('takes a list over, and says what is wrong with another', async (t) => {
    const folder = await makeFolder(t);
    const [good, bad] = [join(folder, 'good.csv'), join(folder, 'bad.csv')];
    await writeFile(good, '\ufeffid;naam;taal;loon\r\nann;Ann;nl;1\r\nbob;Bob;fr;2\r\n');
    await writeFile(bad, 'id;naam\nann;Ann Smets\n;Cas\n');
    await fill(join(folder, 'data'));
    const call = (...args) =>
      run(process.execPath, [cli, 'people', 'import', ...args, '--data', join(folder, 'data')]);

    assert.match((await call(good, '--dry-run')).stdout, /Would be: 2 added/);
    const { stdout } = await call(good, '--complete');
    assert.match(stdout, /Not read: "loon"\n2 added, 0 changed, 0 as they were, 0 left/);
    await assert.rejects(call(bad), (error) => {
      assert.equal(error.code, 1);
      assert.ok(error.stderr.includes(`${bad}:3 "id": Everybody needs an id`), error.stderr);
      assert.match(error.stderr, /Nothing was imported/);
      return true;
    });
    assert.match((await call(good)).stdout, /0 added, 0 changed, 2 as they were/);
    await assert.rejects(call(), { code: 2 });
  });
});
