/** The two databases the server works on, for tests that have to hold on both. */
import { after } from 'node:test';
import { openPostgres } from '../dist/index.js';
import { openMigrated } from './template.js';
import { noPostgres, startPostgres } from './support/postgres.js';

/** Call `open` within tests only; `skip` goes to `describe`. */
export const databases = [
  { name: 'the embedded database', skip: false, open: openMigrated },
  onServer(),
];

function onServer() {
  let server;
  after(async () => (await server)?.stop());
  return {
    name: 'a PostgreSQL server',
    skip: noPostgres,
    async open() {
      server ??= startPostgres();
      return openPostgres({ url: await (await server).database() });
    },
  };
}
