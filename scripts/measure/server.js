/** Serves a copy of a build as it was when measuring began, and a page for each policy. */
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';

const page = (size) => `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${size}</title>
    <link rel="icon" href="data:," />
    <script type="module" src="/dist/policy-elements.js"></script>
  </head>
  <body>
    <policy-viewer src="/${size}.json" lang="nl"></policy-viewer>
  </body>
</html>`;

/** @param policies by the name of their page. */
export async function servePolicies(policies, dist) {
  const folder = await mkdtemp(join(tmpdir(), 'measure-'));
  const removed = () => rm(folder, { recursive: true, force: true });
  try {
    await cp(dist, folder, { recursive: true });
    await readFile(join(folder, 'policy-elements.js'));
  } catch (cause) {
    await removed();
    throw new Error(`${dist} is not complete. Run "npm run build" first.`, { cause });
  }
  const files = new Map(
    Object.entries(policies).flatMap(([size, policy]) => [
      [`/${size}.html`, ['text/html', page(size)]],
      [`/${size}.json`, ['application/json', JSON.stringify(policy)]],
    ]),
  );
  const server = createServer(async ({ url }, response) => {
    const found = files.get(url) ?? (await script(folder, url));
    if (!found) return void response.writeHead(404).end();
    const [type, body] = found;
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await removed();
    },
  };
}

async function script(folder, url) {
  if (!/^\/dist\/[\w./-]+\.js$/.test(url) || url.includes('..')) return undefined;
  try {
    return ['text/javascript', await readFile(join(folder, normalize(url.slice('/dist/'.length))))];
  } catch {
    return undefined;
  }
}
