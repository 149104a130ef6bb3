import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { compilePolicy } from 'policy-elements';
import { Problem } from '../problem.js';
import { policyId } from '../records/record.js';
import type { Publications } from './publications.js';

export interface ServeOptions {
  publications: Publications;
  /** Origins of other sites whose pages may show these. */
  allowedOrigins: ReadonlySet<string>;
}

const id = '[a-z0-9-]+';
const tag = '[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*';
const names = new RegExp(`^(${id})(?:\\.(${tag})\\.compiled)?\\.json$`);

interface Asked {
  policy: string;
  /** The language of a compiled file; nothing for the whole policy. */
  lang: string | undefined;
}

function read(name: string): Asked {
  const [, policy, lang] = names.exec(name) ?? [];
  if (policy === undefined || policy.length > policyId.maxLength) throw nothing();
  return { policy, lang };
}

const nothing = (): Problem => new Problem(404, 'not-found', 'No policy has this address.');

const hidden = { schema: { hide: true } };

function send(request: FastifyRequest, reply: FastifyReply, etag: string, text: () => string) {
  reply
    .header('etag', etag)
    .header('x-content-type-options', 'nosniff')
    .type('application/json; charset=utf-8');
  const known = (request.headers['if-none-match'] ?? '').split(',').map((each) => each.trim());
  return known.includes(etag) || known.includes(`W/${etag}`)
    ? reply.code(304).send()
    : reply.send(text());
}

/**
 * The policy that is in force, for pages: `/policies/<id>.json`, and ready for the readers of one
 * language, `/policies/<id>.<lang>.compiled.json`. What once was in force stays in the folder of its
 * version, so that who reads it can still change the language.
 */
export async function servePolicies(app: FastifyInstance, options: ServeOptions): Promise<void> {
  const { publications, allowedOrigins } = options;
  const compiled = new LRUCache<string, string>({ max: 100 });

  const compile = async (digest: string, { lang, policy }: Asked, folder: string) => {
    const published = await publications.text(digest);
    if (lang === undefined) return published.canonical;
    const { languages } = published.policy;
    // A language that it does not have is no address.
    if (!languages.includes(lang)) throw nothing();
    const key = `${digest} ${lang} ${folder}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const others = languages.filter((other) => other !== lang);
    const files = Object.fromEntries(
      others.map((other) => [other, `${folder}${policy}.${other}.compiled.json`]),
    );
    const text = JSON.stringify(compilePolicy(JSON.parse(published.canonical), lang, { files }));
    compiled.set(key, text);
    return text;
  };

  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (allowedOrigins.size > 0) reply.header('vary', 'Origin');
    if (origin === undefined || !allowedOrigins.has(origin)) return;
    reply.header('access-control-allow-origin', origin);
    reply.header('access-control-allow-credentials', 'true');
  });

  app.get<{ Params: { name: string } }>('/policies/:name', hidden, async (request, reply) => {
    const asked = read(request.params.name);
    const { current } = await publications.known(asked.policy);
    if (!current) throw nothing();
    // A text that says so itself is shown: readers see that it applies no longer.
    if (current.withdrawn && !(await publications.saysWithdrawn(current.digest))) {
      throw new Problem(410, 'withdrawn', `${asked.policy} was withdrawn.`);
    }
    const text = await compile(current.digest, asked, `${asked.policy}/${current.version}/`);
    reply.header('cache-control', 'no-cache');
    return send(request, reply, etagOf(current.digest, asked), () => text);
  });

  app.get<{ Params: { id: string; version: string; name: string } }>(
    '/policies/:id/:version/:name',
    hidden,
    async (request, reply) => {
      const { id: policy, version, name } = request.params;
      const asked = read(name);
      const found = (await publications.versions(policy)).find((each) => each.version === version);
      // What is not in force yet is not public yet.
      if (asked.policy !== policy || !found?.shown) throw nothing();
      const text = await compile(found.digest, asked, '');
      reply.header('cache-control', 'public, max-age=31536000, immutable');
      return send(request, reply, etagOf(found.digest, asked), () => text);
    },
  );
}

const etagOf = (digest: string, { lang }: Asked): string =>
  `"${digest.replace('sha-256:', '')}${lang === undefined ? '' : `-${lang}`}"`;
