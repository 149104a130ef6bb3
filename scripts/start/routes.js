import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { renderDemoPage } from './pages.js';

// As strict as an intranet may be: what runs under this runs anywhere.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

// Storybook's own page begins with scripts and styles in it; what it shows is ours.
const storiesPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "base-uri 'self'",
  "frame-ancestors 'self'",
].join('; ');

const pages = { '/': 'index.html', '/components.html': 'components.html' };
const files = {
  '/house.css': 'house.css',
  '/intranet.css': 'intranet.css',
  '/favicon.svg': 'favicon.svg',
};

// The version before as well: its history names it, for readers who know that one.
const policies = {
  '/policies/social-media.json': 'sample.json',
  '/policies/social-media-3.0.json': 'sample-3.0.json',
};

/** The docs, under the same policy for content. */
export async function docsRoutes(app, { docs }) {
  const headers = {
    'cache-control': 'no-cache',
    'content-security-policy': contentSecurityPolicy,
    'referrer-policy': 'same-origin',
  };
  // To the router these are one address; links on the page need the slash.
  app.get('/docs', async (request, reply) => {
    if (!request.url.startsWith('/docs/')) return reply.redirect('/docs/');
    const page = await readFile(join(docs, 'index.html'), 'utf8');
    return reply.headers(headers).type('text/html; charset=utf-8').send(page);
  });
  await app.register(fastifyStatic, {
    root: docs,
    prefix: '/docs/',
    index: false,
    decorateReply: false,
    dotfiles: 'deny',
    cacheControl: false,
    setHeaders: (response, path) =>
      response.headers(
        path.startsWith(join(docs, 'stories'))
          ? { ...headers, 'content-security-policy': storiesPolicy }
          : headers,
      ),
  });
}

/** What the demo shows beside the server: its pages, the build and the sample policy. */
export async function demoRoutes(app, { demo, dist, docs, policyFile, server }) {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
  });

  await app.register(fastifyStatic, {
    root: dist,
    prefix: '/assets/',
    index: false,
    dotfiles: 'deny',
    cacheControl: false,
    setHeaders: (response) => response.header('cache-control', 'no-cache'),
  });

  const noCache = { cacheControl: false };
  await app.register(docsRoutes, { docs });

  const sendFile = (reply, name, root) =>
    reply.header('cache-control', 'no-cache').sendFile(name, root, noCache);

  for (const [path, name] of Object.entries(files))
    app.get(path, (_request, reply) => sendFile(reply, name, demo));

  for (const [path, name] of Object.entries(policies))
    app.get(path, (_request, reply) => sendFile(reply, name, dirname(policyFile)));

  for (const [path, name] of Object.entries(pages)) {
    app.get(path, async (request, reply) =>
      reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-security-policy', contentSecurityPolicy)
        .header('referrer-policy', 'same-origin')
        .send(
          await renderDemoPage({
            file: join(demo, name),
            policyFile,
            path,
            person: server.demoPerson(request),
            server,
          }),
        ),
    );
  }
}
