/** Somebody else's site: pages we write for a test, the built files, policies, an endpoint. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PART_FILES } from '../../dist/ssr/part-files.js';
import { ENGINE } from '../support/browser.js';

export const root = fileURLToPath(new URL('../../', import.meta.url));

const TYPES = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const FOLDERS = {
  '/assets/': 'dist/',
  '/policies/': 'stories/policies/',
  '/modules/': 'node_modules/',
};

/** A page with this body and head. */
export const html = (body, { lang = 'nl', head = '' } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Intranet</title>${head}</head><body>${body}</body></html>`;

/** Address of a part of the ready-made file. */
export const partAddress = (name) => `/assets/${PART_FILES[name]}`;

export const SCRIPT = '<script type="module" src="/assets/policy-elements.js"></script>';

/**
 * Serves `pages` (path → text, or `{ body, headers, held }`, of which `held` is waited for), the build at /assets/, the sample policies
 * at /policies/, and takes records at /records.
 */
export async function serve(pages, headers = {}) {
  const site = { records: [], reports: [], requests: [], pages };
  const server = createServer((request, response) => {
    answer(site, request).then(
      ({ status = 200, body = '', type, headers: own = {} }) =>
        response
          .writeHead(status, { ...(type && { 'content-type': type }), ...headers, ...own })
          .end(body),
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  site.port = server.address().port;
  site.address = `http://127.0.0.1:${site.port}`;
  site.close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return site;
}

async function answer(site, request) {
  const { pathname } = new URL(request.url, 'http://localhost');
  site.requests.push(`${request.method} ${pathname}`);
  if (request.method === 'OPTIONS')
    return {
      status: 204,
      headers: { 'access-control-allow-headers': 'content-type, idempotency-key' },
    };
  if (request.method === 'POST') return receive(site, pathname, await textOf(request));
  // What this reader confirmed before: nothing.
  if (pathname === '/records') return { type: TYPES['.json'], body: '[]' };
  if (pathname === '/favicon.ico') return { status: 204 };
  const page = site.pages[pathname];
  if (page !== undefined) {
    await page.held;
    return {
      type: TYPES[extname(pathname)] ?? TYPES['.html'],
      ...(page.body === undefined ? { body: page } : page),
    };
  }
  const folder = Object.keys(FOLDERS).find((each) => pathname.startsWith(each));
  if (!folder) throw new Error(`nothing at ${pathname}`);
  const path = normalize(pathname.slice(folder.length));
  return {
    type: TYPES[extname(path)] ?? 'text/plain',
    body: await readFile(join(root, FOLDERS[folder], path)),
  };
}

function receive(site, pathname, text) {
  if (pathname === '/reports') site.reports.push(text);
  else site.records.push(JSON.parse(text));
  const body = JSON.stringify({ recordedAt: '2026-03-01T08:30:00Z' });
  return { status: 201, type: 'application/json', body };
}

async function textOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Its own style has the bullets of lists in a typeface that is no request to anybody. */
const OF_FIREFOX = ENGINE === 'firefox' ? /^data:font\/woff2;/ : /^(?!)/;

/** A page that remembers what went wrong on it, and what it asked for. */
export async function newPage(browser) {
  const page = await browser.newPage();
  await page.setViewport({ width: 900, height: 800 });
  const complaints = [];
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(`page error: ${error?.message ?? error}`));
  page.on('request', (request) => {
    if (OF_FIREFOX.test(request.url())) return;
    requests.push(`${request.method()} ${new URL(request.url()).pathname}`);
  });
  await page.evaluateOnNewDocument(() => {
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      globalThis.violations.push(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber} ${event.sample}`,
      ),
    );
  });
  return { page, complaints, requests };
}
