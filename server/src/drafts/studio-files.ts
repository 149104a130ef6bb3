import { studioPath } from '../admin/address.js';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply } from 'fastify';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html studio-worker',
].join('; ');

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};

const hidden = { schema: { hide: true } };

/** The built studio, where it is installed. */
function folderOf(): URL | undefined {
  try {
    return new URL('./', import.meta.resolve('@policy-elements/studio/app/index.html'));
  } catch {
    return undefined;
  }
}

/** The studio's page under `/studio/`, whatever follows: where one is in it is for its script. */
export async function studioFiles(
  app: FastifyInstance,
  { basePath }: { basePath: string },
): Promise<void> {
  const folder = folderOf();
  const names = folder ? await readdir(fileURLToPath(folder)).catch(() => []) : [];
  if (!folder || !names.includes('index.html')) return;
  // The page names its files from the root of the site.
  const read = async (name: string): Promise<Buffer | string> => {
    const bytes = await readFile(new URL(name, folder));
    return name.endsWith('.html')
      ? bytes.toString().replaceAll('="/studio/', `="${basePath}/studio/`)
      : bytes;
  };
  const send = async (reply: FastifyReply, name: string, cache: string): Promise<FastifyReply> =>
    reply
      .type(types[name.split('.').at(-1)!] ?? 'application/octet-stream')
      .header('cache-control', cache)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', reply.getHeader('referrer-policy') ?? 'same-origin')
      .header('content-security-policy', policy)
      .send(await read(name));
  // The router takes both forms for one: only the form without a slash is led on.
  app.get(studioPath, hidden, ({ url }, reply) =>
    /^[^?]*\/(\?|$)/.test(url)
      ? send(reply, 'index.html', 'no-cache')
      : reply.redirect(`${basePath}/studio/`, 308),
  );
  // The page behind a link for somebody without an account.
  app.get('/preview', hidden, ({ url }, reply) =>
    /^[^?]*\/(\?|$)/.test(url)
      ? send(
          reply.header('x-robots-tag', 'noindex').header('referrer-policy', 'no-referrer'),
          'preview.html',
          'no-cache',
        )
      : reply.redirect(`${basePath}/preview/`, 308),
  );
  for (const name of names.filter((each) => !each.endsWith('.html'))) {
    // Parts carry their content's hash in their names.
    const fixed = /-[\w-]{8}\.js$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache';
    app.get(`/studio/${name}`, hidden, (_request, reply) => send(reply, name, fixed));
  }
  app.get('/studio/*', hidden, (_request, reply) => send(reply, 'index.html', 'no-cache'));
}
