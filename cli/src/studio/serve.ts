/** The studio for one file, on this machine only, for whoever has the address with its token. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { IMAGE_LIMIT, imageHeaders } from '@policy-elements/authoring/images/image.js';
import type { Answer, FileDraft } from './file-draft.js';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html studio-worker',
].join('; ');
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};
const MOST = 8_000_000;
const COOKIE = 'policy-studio';

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

async function bytesOf(request: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > most) throw new RangeError('too large');
  }
  return Buffer.concat(chunks);
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const value: unknown = JSON.parse((await bytesOf(request, MOST)).toString() || '{}');
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** What the studio's API answers, over the one file. */
async function answer(draft: FileDraft, request: IncomingMessage, path: string): Promise<Answer> {
  const own = `/policies/${encodeURIComponent(draft.id)}`;
  const { method } = request;
  if (method === 'GET' && path === '/me') {
    const name = basename(draft.file);
    return { status: 200, body: { key: draft.file, name, file: name, roles: ['write'] } };
  }
  if (method === 'GET' && path === '/policies') {
    return { status: 200, body: { policies: [draft.listed()] } };
  }
  if (method === 'GET' && path === own) return { status: 200, body: draft.opened() };
  if (method === 'GET' && path === `${own}/revisions`)
    return { status: 200, body: { revisions: [] } };
  if (method === 'PATCH' && path === own) return draft.save((await bodyOf(request))['edits']);
  if (method === 'POST' && path === `${own}/images`) {
    return draft.addImage(await bytesOf(request, IMAGE_LIMIT));
  }
  if (method === 'POST' && path === `${own}/presence`) {
    return { status: 200, body: { others: [], revision: draft.revision } };
  }
  return { status: 404, body: { error: 'not-found' } };
}

export interface Served {
  /** With the token that works once. */
  address: string;
  server: Server;
}

export async function serveStudio(draft: FileDraft, folder: URL, port = 0): Promise<Served> {
  let token: string | undefined = randomBytes(24).toString('base64url');
  const session = randomBytes(24).toString('base64url');
  const isOwn = ({ headers }: IncomingMessage): boolean => {
    // A name that leads here would be a page of somebody else.
    if (!/^(127\.0\.0\.1|localhost|\[::1\]):\d+$/.test(headers.host ?? '')) return false;
    const origin = headers.origin;
    if (origin !== undefined && origin !== `http://${headers.host}`) return false;
    const given = new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`).exec(headers.cookie ?? '')?.[1];
    return given !== undefined && same(given, session);
  };
  const enter = (url: URL, response: ServerResponse): boolean => {
    const given = url.searchParams.get('token');
    if (token === undefined || given === null || !same(given, token)) return false;
    token = undefined;
    const cookie = `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    const place = `/studio/p/${encodeURIComponent(draft.id)}`;
    response.writeHead(303, { 'set-cookie': cookie, location: place }).end();
    return true;
  };
  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => {
      const status = error instanceof RangeError ? 413 : error instanceof SyntaxError ? 400 : 500;
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: 'bad-request' }));
    });
  });
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (enter(url, response)) return;
    if (!isOwn(request)) {
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('This address opens with the link that the command has printed, once.\n');
      return;
    }
    const image = new RegExp(`^/api/studio/policies/${draft.id}/images/([\\w.]+)$`).exec(
      url.pathname,
    );
    if (request.method === 'GET' && image) {
      const bytes = await draft.image(image[1]!);
      response.writeHead(bytes ? 200 : 404, bytes ? imageHeaders(image[1]!) : {}).end(bytes);
      return;
    }
    if (url.pathname.startsWith('/api/studio/')) {
      const { status, body } = await answer(
        draft,
        request,
        url.pathname.slice('/api/studio'.length),
      );
      response.writeHead(status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
      });
      response.end(JSON.stringify(body));
      return;
    }
    await sendFile(url.pathname, folder, response);
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${own}/studio/?token=${token}`, server };
}

async function sendFile(path: string, folder: URL, response: ServerResponse): Promise<void> {
  const name = /^\/studio\/([\w-]+\.(?:js|css|svg))$/.exec(path)?.[1] ?? 'index.html';
  const bytes = await readFile(new URL(name, folder)).catch(() => undefined);
  response.writeHead(bytes ? 200 : 404, {
    'content-type': TYPES[name.split('.').at(-1)!] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
  });
  response.end(bytes);
}
