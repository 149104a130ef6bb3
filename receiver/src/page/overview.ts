import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requirePerson } from '../identity/gate.js';
import type { Identify, SignedIn } from '../identity/identity.js';
import { iconPath, pageSize, renderPage, stylePath } from './page.js';
import { choosePageLanguage } from './words.js';
import { Problem } from '../problem.js';
import type { Store } from '../records/store.js';

export interface OverviewOptions {
  store: Store;
  identify: Identify;
  /** Who may see everyone's answers. */
  mayReview: (person: SignedIn, request: FastifyRequest) => boolean | Promise<boolean>;
  home: string | undefined;
  timeZone: string;
  demo: boolean;
}

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

// For people: no part of the document for programs.
const page = { schema: { hide: true } };

const assets = new URL('../../assets/', import.meta.url);

function pageNumber(value: unknown, pages: number): number {
  const page = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : 1;
  return Math.min(Math.max(page, 1), Math.max(pages, 1));
}

/** The page for who must be able to show who confirmed what. */
export async function overview(app: FastifyInstance, options: OverviewOptions): Promise<void> {
  const { store, identify, mayReview, home, timeZone, demo } = options;

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
  });

  app.get<{ Querystring: Record<string, unknown> }>(
    '/acknowledgements',
    page,
    async (request, reply) => {
      const person = await requirePerson(request, identify);
      if (!(await mayReview(person, request))) {
        throw new Problem(403, 'not-allowed', 'This list is for those who keep the policy.');
      }
      const count = await store.count();
      const number = pageNumber(request.query['page'], Math.ceil(count / pageSize));
      const entries = await store.list((number - 1) * pageSize, pageSize);
      const language = choosePageLanguage(
        request.query['lang'],
        request.headers['accept-language'],
      );
      return reply
        .type('text/html; charset=utf-8')
        .header('content-language', language)
        .header('vary', 'Accept-Language, Cookie')
        .header('cache-control', 'no-store')
        .header('content-security-policy', policy)
        .header('referrer-policy', 'same-origin')
        .send(renderPage({ language, page: number, count, entries, timeZone, demo, home }));
    },
  );

  const serve = (path: string, type: string): void => {
    app.get(path, page, async (_request, reply): Promise<FastifyReply> => {
      const text = await readFile(new URL(path.slice(1), assets));
      return reply.type(type).header('cache-control', 'no-cache').send(text);
    });
  };
  serve(stylePath, 'text/css; charset=utf-8');
  serve(iconPath, 'image/svg+xml');
}
