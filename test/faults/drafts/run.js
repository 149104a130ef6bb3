/**
 * Two people write in one draft while what is around them fails: a network that is slow, breaks off
 * or answers twice, a server that goes away, a browser whose storage is full, tabs that are closed in
 * the middle of a word. At the end every word that the studio said was safe has to be in the draft,
 * unless somebody decided against it, and what was published has to be whole.
 *
 *     npm run test:faults:drafts -- [--count 500] [--seed 1] [--at-once 6]
 *
 * Needs a build. Each run has a seed of its own, which is told when a promise was not kept.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { digestPolicy } from '../../../dist/index.js';
import { startServer } from '../../../studio/test/support.js';
import { startProxy } from '../faulty-proxy.js';
import { randomBy } from '../random.js';
import { makeStorage } from './storage.js';
import { Writer, wordsOf } from './writer.js';

const WORDS = 30;
const small = JSON.parse(
  await readFile(new URL('../../../stories/policies/small.json', import.meta.url), 'utf8'),
);

/** One draft, and two who write in it; `broken` names every promise that was not kept. */
async function runOnce(server, seed) {
  const policy = `draft-${seed}`;
  await server.texts.publish({ ...small, id: policy, version: '1.0' });
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
    const { draft } = await server.drafts.read(policy);
    const found = new Set(wordsOf(JSON.stringify(draft.sections)));
    const decided = new Set(writers.flatMap(({ given }) => [...given]));
    const promised = writers.flatMap((writer) => [...writer.promised]);
    const lost = promised.filter((word) => !found.has(word) && !decided.has(word));
    const versions = await server.texts.versions(policy);
    const half = await halfPublished(server, policy, versions);
    const deeds = writers.map((writer) => writer.deeds);
    return {
      ...{ promised: promised.length, faults: proxy.counts, deeds },
      published: versions.length - 1,
      broken: [
        ...lost.map((word) => `seed ${seed}: “${word}” was said to be safe, and is lost`),
        ...half.map((what) => `seed ${seed}: ${what}`),
      ],
    };
  } finally {
    await proxy.stop();
  }
}

/** Every version that is told of can be had, and is what its digest says; so is what readers get. */
async function halfPublished({ texts, address }, policy, versions) {
  const wrong = [];
  for (const { version, digest } of versions) {
    const source = await texts.source(policy, version);
    if (digestPolicy(source) !== digest) wrong.push(`version ${version} is not what was published`);
  }
  const current = await texts.current(policy);
  const read = await fetch(`${address}/policies/${policy}.json`);
  const shown = read.ok ? await read.json() : undefined;
  if (shown?.version !== current.version) wrong.push(`readers get ${shown?.version}`);
  return wrong;
}

/** @returns what happened, in numbers. */
export async function runDraftFaults({ count = 3, seed = 1, atOnce = 3, log = () => {} } = {}) {
  const server = await startServer();
  const results = [];
  let next = 0;
  const work = async () => {
    while (next < count) {
      results.push(await runOnce(server, seed + next++));
      if (results.length % 25 === 0) log(`${results.length} of ${count}`);
    }
  };
  try {
    const began = performance.now();
    await Promise.all(Array.from({ length: atOnce }, work));
    const total = {};
    for (const { faults, deeds } of results) {
      for (const counts of [faults, ...deeds]) {
        for (const [name, times] of Object.entries(counts))
          total[name] = (total[name] ?? 0) + times;
      }
    }
    return {
      runs: results.length,
      seeds: `${seed} to ${seed + count - 1}`,
      words: results.reduce((sum, { promised }) => sum + promised, 0),
      versions: results.reduce((sum, { published }) => sum + published, 0),
      happened: total,
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
      count: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      'at-once': { type: 'string', default: '6' },
    },
  });
  const [count, seed, atOnce] = [values.count, values.seed, values['at-once']].map(Number);
  const result = await runDraftFaults({ count, seed, atOnce, log: console.log });
  console.log(JSON.stringify(result, undefined, 2));
  process.exit(result.broken.length ? 1 : 0);
}
