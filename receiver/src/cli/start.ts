import { checkTogether } from '../configuration.js';
import { placeOf } from '../database/open.js';
import { run } from '../run.js';
import type { Verb } from './verb.js';

export const verb: Verb = {
  summary: 'receives, keeps and shows acknowledgements',
  settings: ['port', 'host', 'data', 'databaseUrl', 'migrateUrl', 'connections', 'logLevel'],
  async run({ configuration }) {
    checkTogether(configuration);
    const { host, port, logLevel } = configuration;
    await run({
      ...placeOf(configuration),
      host,
      port,
      logger: { level: logLevel },
      prepare: ({ app }) => {
        app.get('/', (_request, reply) => reply.redirect('/acknowledgements'));
      },
      ready: (address) => {
        process.stdout.write(
          `policy-receiver answers on ${address}\n` +
            `  endpoint  ${address}/api/acknowledgements\n` +
            `  overview  ${address}/acknowledgements\n` +
            '  Demo mode: nobody signs in, and it answers this machine only.\n' +
            '  Ctrl+C stops it.\n',
        );
      },
    });
    return 0;
  },
};
