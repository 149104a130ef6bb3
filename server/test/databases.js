/** The two databases the server works on, for tests that have to hold on both. */
import { migrate, openPostgres } from '../dist/index.js';
import { openMigrated } from './template.js';
import { noPostgres, startPostgres } from './support/postgres.js';

/** Call `open` within tests only; `skip` goes to `describe`. */
export const databases = [
  { name: 'the embedded database', skip: false, open: openMigrated },
  onServer(),
];

function onServer() {
  let server;
  let made;
  /** Many files of tests share it, so none of them stops it. */
  const shared = async () => {
    const postgres = await startPostgres();
    postgres.leave();
    return postgres;
  };
  /** The name of a migrated one, which the others are copied from. */
  const migrated = async () => {
    const url = await (await server).database();
    const database = openPostgres({ url, connections: 1 });
    await migrate(database);
    await database.close();
    return new URL(url).pathname.slice(1);
  };
  return {
    name: 'a PostgreSQL server',
    skip: noPostgres,
    async open() {
      server ??= shared();
      made ??= migrated();
      return openPostgres({ url: await (await server).database(undefined, await made) });
    },
  };
}
