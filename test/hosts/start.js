/**
 * Starts the hosts with a server behind them, all on this machine only. Needs Debian, root, and
 * the packages of docs/hosts.md; nothing of a host is kept. `HOSTS="wordpress"` starts one.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startDokuWiki } from './dokuwiki.js';
import { startMediaWiki } from './mediawiki.js';
import { NORA, PEOPLE } from './people.js';
import { startRedmine } from './redmine.js';
import { startServer } from './server.js';
import { startWordPress } from './wordpress.js';

const ALL = {
  wordpress: startWordPress,
  mediawiki: startMediaWiki,
  dokuwiki: startDokuWiki,
  redmine: startRedmine,
};
const WANTED = process.env.HOSTS?.split(' ') ?? Object.keys(ALL);

/** Whatever was started is stopped, also when the rest could not be. */
export async function startHosts({ port = Number(process.env.HOSTS_PORT ?? 9600) } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'policy-hosts-'));
  await chmod(folder, 0o755);
  const started = [];
  const stop = async () => {
    for (const each of started.reverse()) await each.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const server = await startServer({ folder, port });
    started.push(server);
    const hosts = [];
    for (const [nth, name] of WANTED.entries()) {
      const host = await ALL[name]({ folder, port: port + 1 + nth, server: server.endpoint });
      started.push(host);
      hosts.push(host);
    }
    return { server, hosts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { server, hosts, stop } = await startHosts();
  for (const { name, pages } of hosts) console.log(name, pages);
  console.log(`server  ${server.endpoint.replace(/\/api.*/, '/acknowledgements')}`);
  for (const { login, password } of PEOPLE)
    console.log(
      `sign in as ${login} (in DokuWiki wiki.${login}, in Redmine redmine.${login}), ${password}`,
    );
  console.log(`(${NORA.login} may write pages) Ctrl+C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}
