import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** The ready-made files, where they are built. */
function folderOf(): URL | undefined {
  try {
    return new URL('./', import.meta.resolve('policy-elements/dist/policy-elements.js'));
  } catch {
    return undefined;
  }
}

/**
 * The ready-made files of the elements and the frame under `/assets/`: what the studio says to put
 * on a page asks for them here.
 * @param options.allowedOrigins sites that may show the frame, beside this one
 */
export async function serveAssets(
  app: FastifyInstance,
  { allowedOrigins }: { allowedOrigins: ReadonlySet<string> },
): Promise<void> {
  const folder = folderOf();
  const all = folder ? await readdir(fileURLToPath(folder)).catch(() => []) : [];
  const framing = `frame-ancestors ${["'self'", ...allowedOrigins].join(' ')}`;
  for (const name of all.filter((each) => /^policy-(elements|frame)[\w.-]*\.\w+$/.test(each))) {
    const type = types[name.split('.').at(-1)!];
    if (!type) continue;
    // Parts carry their content's hash in their names.
    const fixed = /-[a-z0-9]{8}\.js$/.test(name)
      ? 'public, max-age=31536000, immutable'
      : 'no-cache';
    app.get(`/assets/${name}`, { schema: { hide: true } }, async (_request, reply) => {
      reply
        .type(type)
        .header('cache-control', fixed)
        .header('x-content-type-options', 'nosniff')
        // A module of another site is only run where its server agrees.
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin');
      if (name.endsWith('.html')) reply.header('content-security-policy', framing);
      return reply.send(await readFile(new URL(name, folder)));
    });
  }
}
