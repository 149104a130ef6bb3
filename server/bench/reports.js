/**
 * `npm run bench:reports -w server`: the report that HR opens, over HTTP on a real PostgreSQL,
 * with many people and several texts. PEOPLE may be set (20,000). Prints a table.
 */
import pg from 'pg';
import { makePolicy, start } from '../test/helpers.js';
import { noPostgres, startPostgres } from '../test/support/postgres.js';

if (noPostgres) process.exit(1);

const people = Number(process.env.PEOPLE ?? 20_000);
const times = 9;
const acknowledgement = { statement: { nl: 'Gelezen.', fr: 'Lu.' }, validFor: 'P1Y' };
const texts = [
  makePolicy({ id: 'social-media', version: '1.0', acknowledgement }),
  makePolicy({ id: 'social-media', version: '2.0', acknowledgement }),
  makePolicy({ id: 'privacy', version: '1.0', acknowledgement }),
];

// Nine in ten answered, most of them once, over the last five hundred days.
const FILL = [
  `insert into policy_receiver.persons (person_id, name, email, language, audience, listed_at)
   select 'p' || n, 'Person ' || md5(n::text), 'p' || n || '@huis.example',
     (array['nl', 'fr', 'en'])[1 + n % 3], (array['{staff}', '{hired}'])[1 + n % 2]::text[], now()
   from generate_series(1, $1::int) n`,
  `insert into policy_receiver.acknowledgements (id, subject, policy, record, recorded_at)
   select gen_random_uuid(), p.subject, t.policy, jsonb_build_object(
       'act', (array['acknowledge', 'acknowledge', 'acknowledge', 'decline'])[1 + n % 4],
       'policy', t.policy, 'version', t.version, 'digest', 'sha-256:' || repeat('a', 64),
       'shown', 'sha-256:' || repeat('b', 64), 'languages', '{"nl": 41}'::jsonb,
       'statement', 'Gelezen.', 'at', '2026-03-01T09:30:00.000+01:00'),
     now() - (n % 500) * interval '1 day'
   from (select *, row_number() over () as n from policy_receiver.persons) p
   cross join (values ('social-media', '1.0'), ('social-media', '2.0'), ('privacy', '1.0'))
     t (policy, version)
   where n <= $1::int * 0.9`,
];

const PAGES = {
  'the overview, first page of a text': '?text=social-media@2',
  'who is outstanding': '?text=social-media@2&state=outstanding',
  'part of a name, in French': '?text=social-media@2&search=abc&language=fr',
  'page 300': '?text=social-media@2&page=300',
  'the download of everybody': '/export.csv?text=social-media@2',
};

async function measure(address, query) {
  const spent = [];
  let size = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    const response = await fetch(`${address}/acknowledgements${query}`);
    size = (await response.arrayBuffer()).byteLength;
    if (!response.ok) throw new Error(`${query} was answered ${response.status}`);
    spent.push(performance.now() - began);
  }
  spent.sort((one, other) => one - other);
  return { median: spent[times >> 1], most: spent.at(-1), size };
}

const server = await startPostgres();
try {
  const databaseUrl = await server.database();
  const server = await start({ databaseUrl, publish: texts });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  for (const sql of FILL) await client.query(sql, [people]);
  await client.query('analyze');
  const { rows } = await client.query(
    'select count(*)::int as count from policy_receiver.acknowledgements',
  );
  await client.end();
  console.log(`${people} people, ${texts.length} texts, ${rows[0].count} answers\n`);
  console.log('| | median ms | most ms | kB |\n| --- | ---: | ---: | ---: |');
  for (const [name, query] of Object.entries(PAGES)) {
    const { median, most, size } = await measure(server.address, query);
    console.log(
      `| ${name} | ${median.toFixed(0)} | ${most.toFixed(0)} | ${(size / 1000).toFixed(0)} |`,
    );
  }
  await server.stop();
} finally {
  await server.stop();
}
