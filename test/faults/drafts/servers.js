/** What the writers write to: a server that only stands behind a bad network, or one that is killed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeServer } from '../../../server/test/support/killed-server.js';
import { noPostgres, startPostgres } from '../../../server/test/support/postgres.js';
import { startServer } from '../../../studio/test/support.js';
import { randomBy } from '../random.js';

const TOKEN = 'the-token-of-these-runs-and-of-nothing-else';

/** In this process, over a database in memory. */
export async function steady() {
  const { address, publications, stop } = await startServer();
  return {
    address,
    happened: {},
    on: 'PGlite',
    publish: (text) => publications.publish(text),
    stop,
  };
}

/**
 * A process of its own that is killed at random moments, over a PostgreSQL that is killed as well,
 * with all its processes; or over the embedded database, in a folder.
 * @param lives milliseconds that it lives at least
 */
export async function killed({ seed, on = noPostgres ? 'pglite' : 'postgres', lives = 200 }) {
  const random = randomBy(seed);
  const folder = mkdtempSync(join(tmpdir(), 'policy-drafts-'));
  const postgres = on === 'postgres' ? await startPostgres() : undefined;
  const { address, start, kill } = await makeServer({
    ...process.env,
    POLICY_DATA: join(folder, 'data'),
    POLICY_PUBLISH_TOKEN: TOKEN,
    ...(postgres && { DATABASE_URL: await postgres.database() }),
  });
  const happened = { 'server killed': 0, 'PostgreSQL killed': 0 };
  let ended = false;
  // On a busy machine it takes longer to come back, and has to live long enough to do something.
  let took = 1_000;
  const killing = (async () => {
    while (!ended) {
      await sleep(lives + random.between(0, 2_300) + random.next() * 3 * took);
      if (ended) return;
      if (postgres?.kill && random.chance(0.25)) {
        await postgres.kill();
        happened['PostgreSQL killed'] += 1;
        await sleep(random.between(0, 400));
        await postgres.restart();
      } else {
        await kill();
        happened['server killed'] += 1;
        await sleep(random.between(0, 400));
        const began = performance.now();
        await start();
        took = performance.now() - began;
      }
    }
  })();
  return {
    ...{ address, happened, on: postgres ? 'PostgreSQL' : 'PGlite, in a folder' },
    publish: (text) => publish(address, text),
    async stop() {
      ended = true;
      await killing;
      await kill();
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As the command line does it: accepted, then put in force, again until it is. */
async function publish(address, text) {
  const { id, version } = text;
  await put(`${address}/api/policies/${id}/versions/${version}`, text);
  await put(`${address}/api/policies/${id}/current`, { version });
}

async function put(url, body) {
  for (;;) {
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    if (answer?.ok) return;
    if (answer && answer.status < 500) throw new Error(await answer.text());
    await sleep(100);
  }
}
