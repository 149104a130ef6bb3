/** Two people write on the studio's own page, each in a browser that keeps what it stores. */
import { readFile } from 'node:fs/promises';
import { startProxy } from '../faulty-proxy.js';
import { randomBy } from '../random.js';
import { check } from './promises.js';
import { Visitor } from './visitor.js';

const WORDS = 24;
const small = JSON.parse(
  await readFile(new URL('../../../stories/policies/small.json', import.meta.url), 'utf8'),
);

/** One draft; `broken` names every promise that was not kept. */
export async function inBrowsers(server, seed) {
  const policy = `draft-${seed}`;
  await server.publish({ ...small, id: policy, version: '1.0' });
  const random = randomBy(seed);
  const proxy = await startProxy({
    target: server.address,
    random: randomBy(seed + 1),
    // Of the page itself little fails: who cannot open it writes nothing.
    pages: (path) =>
      !path.startsWith('/api/') && random.chance(0.995) && pageOf(server.address + path),
  });
  const sections = small.sections.map(({ id }) => id);
  const visitors = [
    ['nora', 'nora.peeters', [sections[0], sections[0], sections[1]]],
    ['karim', 'karim.benali', [sections[1], sections[1], sections[0]]],
  ].map(([name, person, places], at) => {
    const more = { address: proxy.address, random: randomBy(seed * 3 + at) };
    return new Visitor({ name, person, places, policy, ...more });
  });
  try {
    await Promise.all(visitors.map((visitor) => visitor.work(WORDS)));
    for (const visitor of visitors) await visitor.settle();
    const given = new Set(visitors.flatMap((visitor) => [...visitor.given]));
    const promised = visitors.flatMap((visitor) => [...visitor.promised]);
    const { versions, broken } = await check(server.address, policy, { promised, given });
    const said = visitors.flatMap((visitor) => visitor.problems);
    return {
      words: promised.length,
      published: versions - 1,
      happened: [proxy.counts, ...visitors.map(({ deeds }) => deeds)],
      broken: [...broken, ...said].map((what) => `seed ${seed}: ${what}`),
    };
  } finally {
    await Promise.all(visitors.map((visitor) => visitor.end()));
    await proxy.stop();
  }
}

async function pageOf(url) {
  const answer = await fetch(url);
  const headers = Object.fromEntries(answer.headers);
  for (const name of ['content-encoding', 'content-length']) delete headers[name];
  return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
}
