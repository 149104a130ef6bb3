/** A page of somebody else's, under rules as strict as an intranet may have. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

export const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html' };

const page = (script) => `<!doctype html>
<html lang="nl">
  <head><meta charset="utf-8" /><title>Intranet</title>
  <script type="module" src="${script}"></script></head>
  <body><policy-viewer src="/policy.json"><a href="/policy.pdf">Lees het beleid</a></policy-viewer></body>
</html>`;

/** Serves the packed files at /assets/, a policy, and a page for each script in `/page/<script>`. */
export async function serve(dist, policy) {
  const answer = async (path) => {
    if (path.startsWith('/page/')) return ['.html', page(`/assets/${path.slice(6)}`)];
    if (path === '/favicon.ico') return ['.ico', ''];
    if (path === '/policy.json') return ['.json', await readFile(policy)];
    if (!path.startsWith('/assets/')) throw new Error(`nothing at ${path}`);
    return [extname(path), await readFile(join(dist, normalize(path.slice(8))))];
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    answer(pathname).then(
      ([type, body]) =>
        response
          .writeHead(200, {
            'content-type': `${TYPES[type] ?? 'text/plain'}; charset=utf-8`,
            'content-security-policy': STRICT,
          })
          .end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

/** Opens the page; collects what it complains of and which scripts it fetches. */
export async function open(browser, url) {
  const page = await browser.newPage();
  const complaints = [];
  const scripts = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.evaluateOnNewDocument(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto(url);
  const violations = () => page.evaluate(() => globalThis.violations);
  return { page, complaints, scripts, violations };
}
