/**
 * Two people write in one draft while what is around them fails: a network that is slow, breaks off
 * or answers twice, a server that goes away, a browser whose storage is full, tabs that are closed in
 * the middle of a word. At the end every word that the studio said was safe has to be in the draft,
 * unless somebody decided against it, and what was published has to be whole.
 *
 *     npm run test:faults:drafts -- [--count 500] [--seed 1] [--at-once 6]
 *     npm run test:faults:drafts -- --kill [--on postgres|pglite]
 *     npm run test:faults:drafts -- --browsers [--kill] [--count 20] [--at-once 2]
 *
 * `--kill`: the server is a process of its own that is killed at random, and the database with it.
 * `--browsers`: the studio's own page, each person in a browser of their own, which is killed too.
 * Needs a build. Each run has a seed of its own, which is told when a promise was not kept.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startProxy } from '../faulty-proxy.js';
import { randomBy } from '../random.js';
import { inBrowsers } from './browsers.js';
import { check } from './promises.js';
import { killed, steady } from './servers.js';
import { makeStorage } from './storage.js';
import { Writer } from './writer.js';

const WORDS = 30;
const small = JSON.parse(
  await readFile(new URL('../../../stories/policies/small.json', import.meta.url), 'utf8'),
);

/** One draft, and two who write in it; `broken` names every promise that was not kept. */
async function runOnce(server, seed) {
  const policy = `draft-${seed}`;
  await server.publish({ ...small, id: policy, version: '1.0' });
  const proxy = await startProxy({
    target: server.address,
    random: randomBy(seed + 1),
    pages: () => undefined,
  });
  let version = 0;
  const nextVersion = () => `${2 + (version += 1)}.0`;
  const [first, second] = small.sections;
  const writers = [
    ['nora', 'nora.peeters', [first, second]],
    ['karim', 'karim.benali', [second, first]],
  ].map(([name, person, [mostly, seldom]], at) => {
    const own = { id: mostly.id, field: 'body' };
    const places = [
      own,
      own,
      own,
      { id: mostly.id, field: 'title' },
      { id: seldom.id, field: 'body' },
    ];
    const storage = makeStorage();
    const more = { random: randomBy(seed * 3 + at), address: proxy.address, nextVersion };
    return new Writer({ name, person, places, policy, storage, ...more });
  });
  try {
    await Promise.all(writers.map((writer) => writer.work(WORDS)));
    // The last of them to come back may be asked about what another saved meanwhile.
    for (const writer of writers) await writer.settle();
    await sleep(50);
    for (const { session, tab } of writers) {
      session.close();
      tab.crash();
    }
    const given = new Set(writers.flatMap((writer) => [...writer.given]));
    const promised = writers.flatMap((writer) => [...writer.promised]);
    const told = writers.flatMap((writer) => writer.told);
    const { versions, broken } = await check(server.address, policy, { promised, given, told });
    return {
      words: promised.length,
      published: versions - 1,
      happened: [proxy.counts, ...writers.map(({ deeds }) => deeds)],
      broken: broken.map((what) => `seed ${seed}: ${what}`),
    };
  } finally {
    await proxy.stop();
  }
}

/** Until a page is there and something is written in it. */
const A_PAGE = 8_000;
const KINDS = {
  http: { once: runOnce, words: 'over HTTP' },
  browsers: { once: inBrowsers, words: 'in browsers' },
};

const sum = (all) => {
  const total = {};
  for (const counts of all) {
    for (const [name, times] of Object.entries(counts)) total[name] = (total[name] ?? 0) + times;
  }
  return total;
};

/** @returns what happened, in numbers. */
export async function runDraftFaults({
  count = 3,
  seed = 1,
  atOnce = 3,
  kill = false,
  browsers = false,
  on = undefined,
  log = () => {},
} = {}) {
  const { once, words } = KINDS[browsers ? 'browsers' : 'http'];
  const server = await (kill ? killed({ seed, on, ...(browsers && { lives: A_PAGE }) }) : steady());
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      const began = performance.now();
      const own = seed + next++;
      results.push(await once(server, own));
      const seconds = Math.round((performance.now() - began) / 1000);
      if (browsers) log(`seed ${own}: ${results.at(-1).words} words, ${seconds} s`);
      else if (results.length % 25 === 0) log(`${results.length} of ${count}`);
    }
  };
  try {
    const began = performance.now();
    await Promise.all(Array.from({ length: atOnce }, work));
    return {
      ...{ runs: results.length, how: words, on: server.on },
      seeds: `${seed} to ${seed + count - 1}`,
      words: results.reduce((all, each) => all + each.words, 0),
      versions: results.reduce((all, { published }) => all + published, 0),
      happened: sum([server.happened, ...results.flatMap(({ happened }) => happened)]),
      seconds: Math.round((performance.now() - began) / 1000),
      broken: results.flatMap(({ broken }) => broken),
    };
  } finally {
    await server.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      count: { type: 'string' },
      seed: { type: 'string', default: '1' },
      'at-once': { type: 'string' },
      kill: { type: 'boolean', default: false },
      on: { type: 'string' },
      browsers: { type: 'boolean', default: false },
    },
  });
  const { kill, on, browsers } = values;
  const {
    count = browsers ? '20' : '500',
    seed,
    'at-once': atOnce = browsers ? '2' : '6',
  } = values;
  const numbers = { count: Number(count), seed: Number(seed), atOnce: Number(atOnce) };
  const result = await runDraftFaults({ ...numbers, kill, on, browsers, log: console.log });
  console.log(JSON.stringify(result, undefined, 2));
  process.exit(result.broken.length ? 1 : 0);
}
