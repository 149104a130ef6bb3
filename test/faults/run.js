/**
 * Many readers confirm, in a real browser, against a real server on real PostgreSQL, through a
 * proxy that fails; they reload and close their tabs meanwhile. At the end every answer has to be
 * stored exactly once, and "recorded" must never have been said of one that was not.
 *
 *     npm run test:faults -- [--count 1000] [--seed 1] [--tabs 4]
 *
 * Needs a build. Without PostgreSQL on the machine it runs on the embedded one, and says so.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { PART_FILES } from '../../dist/ssr/part-files.js';
import { start } from '../../server/test/helpers.js';
import { noPostgres, startPostgres } from '../../server/test/support/postgres.js';
import { launchBrowser } from '../support/browser.js';
import { startProxy } from './faulty-proxy.js';
import { randomBy } from './random.js';
import { confirmOnce } from './reader.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const PAGE = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Intranet</title>
  <script type="module" src="/pace.js"></script>
  <script type="module" src="/assets/policy-elements.js"></script></head>
  <body><policy-acknowledgement src="/policy.json" endpoint="/api/acknowledgements"></policy-acknowledgement></body>
</html>`;

// A thousand readers who wait as long as one would, would take days.
const PACE = `import { pace } from '/assets/${PART_FILES.outbox}';
Object.assign(pace, { base: 40, ceiling: 600, lease: 900, timeout: 1000 });`;

async function pages(policy, url) {
  const path = url.split('?')[0];
  if (path === '/') return answer('text/html', PAGE);
  if (path === '/pace.js') return answer('text/javascript', PACE);
  if (path === '/policy.json') return answer('application/json', JSON.stringify(policy));
  if (path === '/favicon.ico') return answer('image/x-icon', '');
  return answer(
    'text/javascript',
    await readFile(join(root, 'dist', path.slice('/assets/'.length))),
  );
}

const answer = (type, body) => ({
  headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=600' },
  body,
});

const personOf = ({ headers }) => {
  const id = /reader=([\w-]+)/.exec(headers.cookie ?? '')?.[1];
  return id ? { id, name: id } : undefined;
};

/** @returns what happened, in numbers; `broken` names every promise that was not kept. */
export async function runFaults({ count = 30, seed = 1, tabs = 4, log = () => {} } = {}) {
  const policy = JSON.parse(await readFile(join(root, 'stories/policies/small.json'), 'utf8'));
  policy.acknowledgement = {
    statement: { nl: 'Ik heb dit gelezen.', fr: 'J’ai lu.', en: 'Read.' },
  };
  const postgres = noPostgres ? undefined : await startPostgres();
  const databaseUrl = await postgres?.database();
  const options = { publish: [policy], identify: personOf, perMinute: 0 };
  const server = await start({ ...options, ...(databaseUrl && { databaseUrl }) });
  const random = randomBy(seed);
  const proxy = await startProxy({
    target: server.address,
    random: randomBy(seed + 1),
    pages: (url) => !url.startsWith('/api/') && pages(policy, url),
  });
  const browser = await launchBrowser({ args: ['--disable-background-timer-throttling'] });
  const story = { claims: new Map(), early: [], deeds: {}, answers: new Set() };
  const isStored = async (id) =>
    (await server.database.query(`${IDS} where id = $1`, [id])).rows.length > 0;
  let next = 0;
  const began = performance.now();
  const work = async () => {
    while (next < count) {
      const reader = `reader-${next++}`;
      await confirmOnce({ browser, address: proxy.address, reader, random, story, isStored });
      if (next % 50 === 0) log(`${next} of ${count}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: tabs }, work));
    const seconds = Math.round((performance.now() - began) / 1000);
    return {
      ...(await settle(server, proxy, story, count)),
      seconds,
      on: postgres ? 'PostgreSQL' : 'PGlite',
    };
  } finally {
    await browser.close();
    await proxy.stop();
    await server.stop();
    await postgres?.stop();
  }
}

const IDS = 'select id, subject from policy_receiver.acknowledgements';

async function settle({ database }, proxy, story, count) {
  // What was under way in the proxy arrives yet.
  await sleep(2000);
  const rows = (await database.query(IDS)).rows.map(({ id }) => id);
  const people = await database.query(`select distinct subject from (${IDS}) as each`);
  const ids = new Set(rows);
  const unkept = [...story.claims.keys()].filter((id) => !ids.has(id));
  const claimed = new Set(story.claims.values());
  const broken = [
    ...story.early.map((id) => `"recorded" was said of ${id} before it was stored`),
    ...unkept.map((id) => `"recorded" was said of ${id}, which is not stored`),
    ...(rows.length === ids.size ? [] : ['a record is stored twice']),
    ...(people.rows.length === count
      ? []
      : [`${people.rows.length} of ${count} readers have an answer stored`]),
    ...rows
      .filter((id) => !story.answers.has(id))
      .map((id) => `${id} was stored, and nobody gave it`),
    ...(claimed.size === count ? [] : [`${claimed.size} of ${count} readers were told "recorded"`]),
  ];
  const requests = [...proxy.requests.values()];
  return {
    readers: count,
    // Who comes back before the endpoint could say what it has sees the form, and may answer again.
    answers: story.answers.size,
    stored: rows.length,
    requests: requests.reduce((sum, times) => sum + times, 0),
    sentAgain: requests.filter((times) => times > 1).length,
    faults: proxy.counts,
    deeds: story.deeds,
    broken,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      tabs: { type: 'string', default: '4' },
    },
  });
  const [count, seed, tabs] = [values.count, values.seed, values.tabs].map(Number);
  const result = await runFaults({ count, seed, tabs, log: console.log });
  console.log(JSON.stringify(result, undefined, 2));
  process.exit(result.broken.length ? 1 : 0);
}
