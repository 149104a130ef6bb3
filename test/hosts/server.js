/** The server as it is started beside a host: it believes the host who it is, and nobody else. */
import { join } from 'node:path';
import { root } from '../package/consumer.js';
import { start } from './programs.js';

export const ENDPOINT = '/api/acknowledgements';

const POLICY = join(root, 'stories/policies/sample.json');

export async function startServer({ folder, port }) {
  const address = `http://127.0.0.1:${port}`;
  const data = join(folder, 'server');
  const program = join(root, 'server/bin/policy-server.js');
  const { stop } = await start(
    process.execPath,
    [program, '--port', `${port}`, '--data', data, '--identity', 'proxy', '--publish', POLICY],
    {
      env: {
        ...process.env,
        PROXY_ADDRESSES: '127.0.0.1',
        PROXY_NAME_HEADER: 'X-Remote-Name',
        POLICY_REPORT_READERS: 'hr',
      },
      ready: () =>
        fetch(`${address}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
    },
  );
  const as = (id, path) => fetch(address + path, { headers: { 'x-remote-user': id } });
  return {
    endpoint: address + ENDPOINT,
    /** What was kept of this person, as the server itself answers it. */
    recordsOf: async (id) => (await (await as(id, ENDPOINT)).json()).records,
    /** The page with everyone's answers, as HR sees it. */
    overview: async () => (await as('hr', '/acknowledgements')).text(),
    stop,
  };
}
