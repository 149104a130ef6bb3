/** Stands between a program and a server; connections that are open fall silent without an end. */
import { connect, createServer } from 'node:net';

export async function startSilentProxy(port) {
  const open = new Set();
  let refusing = false;
  const server = createServer((near) => {
    if (refusing) return void open.add({ near, silent: true });
    const far = connect(port, '127.0.0.1');
    const pair = { near, far, silent: false };
    open.add(pair);
    near.on('data', (chunk) => pair.silent || far.write(chunk));
    far.on('data', (chunk) => pair.silent || near.write(chunk));
    const end = () => {
      if (pair.silent) return;
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('close', end).on('error', end);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: server.address().port,
    /** As a failover behind an address, or a firewall that forgets: nobody hears anything. */
    silence({ newOnes = false } = {}) {
      refusing = newOnes;
      for (const pair of open) pair.silent = true;
    },
    stop() {
      for (const { near, far } of open) {
        near.destroy();
        far?.destroy();
      }
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
